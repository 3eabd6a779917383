"""Ids that were given out once lead somewhere for ever: an old one redirects to what took its place."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from riwaya.model import Record


def keep_old_ids(db: sqlite3.Connection, record: Record, pages: Mapping[str, int]) -> None:
    """Before the record is replaced: note where each id that is about to go now leads."""
    numbers = {n: page for page, n in pages.items()}
    old_stories: defaultdict[str, set[str]] = defaultdict(set)
    for story, page in db.execute("SELECT story, page FROM story_pages"):
        old_stories[story].add(numbers[page])
    _redirect(db, "story", old_stories, {s.id: set(s.pages) for s in record.stories})
    old_contacts = {contact: set(members) for contact, members in _contact_pages(db)}
    _redirect(db, "contact", old_contacts, {c.id: set(c.pages) for c in record.contacts})


def _contact_pages(db: sqlite3.Connection) -> Iterable[tuple[str, list[str]]]:
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for contact, page in db.execute(
        "SELECT c.id, p.value FROM merged_contacts c, json_each(c.data, '$.pages') p"
    ):
        rows[contact].append(page)
    return rows.items()


def _redirect(
    db: sqlite3.Connection, kind: str, old: Mapping[str, set[str]], new: Mapping[str, set[str]]
) -> None:
    db.executemany(
        "DELETE FROM redirects WHERE kind = ? AND old = ?", [(kind, live) for live in new]
    )
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for thing, members in new.items():
        for page in members:
            holders[page].append(thing)
    for gone in sorted(old.keys() - new.keys()):
        shared = Counter(thing for page in old[gone] for thing in holders[page])
        if not shared:
            continue
        heir = min(shared, key=lambda thing: (-shared[thing], thing))
        db.execute("UPDATE redirects SET new = ? WHERE kind = ? AND new = ?", (heir, kind, gone))
        db.execute("INSERT OR REPLACE INTO redirects VALUES (?, ?, ?)", (kind, gone, heir))


def follow(db: sqlite3.Connection, kind: str, wanted: str) -> str:
    """The id that stands for ``wanted`` now."""
    row = db.execute(
        "SELECT new FROM redirects WHERE kind = ? AND old = ?", (kind, wanted)
    ).fetchone()
    return str(row[0]) if row else wanted
