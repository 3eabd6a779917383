"""Ids that were given out once lead somewhere for ever: an old one redirects to what took its place."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

Holders = Callable[[str], Iterable[str]]
"""By the id of a page: the ids of the stories, or contacts, that it stands in now."""


def keep_old_ids(
    db: sqlite3.Connection,
    kind: str,
    gone: Mapping[str, Iterable[str]],
    live: Iterable[str],
    holders: Holders,
) -> None:
    """Note where each id that is ``gone``, given with the pages that it had, now leads.

    That is what has most of its pages; of equals the least id. ``live`` are ids that are in use again.
    """
    db.executemany("DELETE FROM redirects WHERE kind = ? AND old = ?", [(kind, i) for i in live])
    for old in sorted(gone):
        shared = Counter(thing for page in gone[old] for thing in holders(page))
        if not shared:
            continue
        heir = min(shared, key=lambda thing: (-shared[thing], thing))
        db.execute("UPDATE redirects SET new = ? WHERE kind = ? AND new = ?", (heir, kind, old))
        db.execute("INSERT OR REPLACE INTO redirects VALUES (?, ?, ?)", (kind, old, heir))


def follow(db: sqlite3.Connection, kind: str, wanted: str) -> str:
    """The id that stands for ``wanted`` now."""
    row = db.execute(
        "SELECT new FROM redirects WHERE kind = ? AND old = ?", (kind, wanted)
    ).fetchone()
    return str(row[0]) if row else wanted
