"""Writing the record that the joins made: it replaces the stored one in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial

import msgspec

from riwaya.model import Copy, Field, MergedContact, PageSpan, Record, Ref, Story
from riwaya.store.entities import sum_entities
from riwaya.store.redirects import keep_old_ids
from riwaya.store.sums import sum_record

_TABLES = (
    "claim_wordings", "claims", "disputes", "contact_parties", "merged_contacts", "copies",
    "story_pages", "stories", "entities",
)  # fmt: skip


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def write_record(db: sqlite3.Connection, record: Record) -> None:
    """Replace the stored record and mark every page as covered. Call inside a transaction."""
    pages: dict[str, int] = dict(db.execute("SELECT id, n FROM pages"))
    _keep_old_ids(db, record)
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
    dates: dict[str, str | None] = dict(db.execute("SELECT id, published FROM pages"))
    for story in record.stories:
        _put_story(db, story, pages, dates)
    db.executemany(
        "INSERT INTO copies (a, a_start, a_end, b, b_start, b_end, verbatim, similarity, earlier, kind) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_copy(copy, pages) for copy in record.copies),
    )
    for contact in record.contacts:
        put_contact(db, contact)
    db.executemany(
        "INSERT INTO disputes (kind, field, story, data) VALUES (?, ?, ?, ?)",
        ((d.kind, d.field, d.story, _json(d)) for d in record.disputes),
    )
    for claim in record.claims:
        db.execute(
            "INSERT INTO claims (id, independent, independent_max, data) VALUES (?, ?, ?, ?)",
            (claim.id, claim.independent, claim.independent_max, _json(claim)),
        )
        db.executemany(
            "INSERT OR IGNORE INTO claim_wordings VALUES (?, ?, ?, ?, ?)",
            [(claim.id, pages[w.page], w.statement, w.start, w.end) for w in claim.wordings],
        )
    sum_entities(db)
    sum_record(db)
    db.execute("UPDATE pages SET joined = 1 WHERE joined = 0")


def _keep_old_ids(db: sqlite3.Connection, record: Record) -> None:
    stories: dict[str, list[str]] = {}
    for story, page in db.execute("SELECT story, id FROM story_pages JOIN pages ON n = page"):
        stories.setdefault(story, []).append(page)
    contacts = {
        contact: json.loads(pages)
        for contact, pages in db.execute("SELECT id, data ->> '$.pages' FROM merged_contacts")
    }
    for kind, old, new in (
        ("story", stories, {s.id: s.pages for s in record.stories}),
        ("contact", contacts, {c.id: c.pages for c in record.contacts}),
    ):
        holders: dict[str, list[str]] = {}
        for thing, members in new.items():
            for page in members:
                holders.setdefault(page, []).append(thing)
        gone = {thing: pages for thing, pages in old.items() if thing not in new}
        keep_old_ids(db, kind, gone, new, partial(_holders, holders))


def _holders(holders: dict[str, list[str]], page: str) -> list[str]:
    return holders.get(page, [])


def _put_story(
    db: sqlite3.Connection, story: Story, pages: dict[str, int], dates: dict[str, str | None]
) -> None:
    known = sorted(date for page in story.pages if (date := dates.get(page)))
    db.execute(
        "INSERT INTO stories (id, title, pages, first, last, follows) VALUES (?, ?, ?, ?, ?, ?)",
        (
            story.id, story.title, len(story.pages), known[0] if known else None,
            known[-1] if known else None, json.dumps(story.follows),
        ),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO story_pages VALUES (?, ?, ?)",
        [(story.id, pages[page], position) for position, page in enumerate(story.pages)],
    )


def _copy(copy: Copy, pages: dict[str, int]) -> tuple[object, ...]:
    a, b = copy.a, copy.b
    return (
        pages[a.page], a.start, a.end, pages[b.page], b.start, b.end, int(copy.verbatim),
        copy.similarity, pages.get(copy.earlier or ""), copy.kind,
    )  # fmt: skip


def fields(contact: MergedContact) -> Iterable[tuple[str, Field]]:
    """The merged contact's fields that have a value, by name."""
    for name in contact.__struct_fields__:
        if isinstance(value := getattr(contact, name), Field):
            yield name, value


def leading(field: Field | None) -> str | None:
    """The leading value of a field, as text."""
    if field is None or not field.values:
        return None
    value = field.values[0].value
    return value.key if isinstance(value, Ref) else value


def put_contact(db: sqlite3.Connection, contact: MergedContact) -> None:
    """Insert a merged contact."""
    by_name = dict(fields(contact))
    independent = max((v.independent for f in by_name.values() for v in f.values), default=0)
    db.execute(
        "INSERT INTO merged_contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            contact.id, contact.story, leading(contact.kind), leading(contact.status),
            leading(contact.start) or leading(contact.scheduled_start), len(contact.pages),
            int(any(f.status == "disputed" for f in by_name.values())), independent, _json(contact),
        ),
    )  # fmt: skip
    parties = {v.value.key if isinstance(v.value, Ref) else v.value for v in contact.parties.values}
    db.executemany(
        "INSERT INTO contact_parties VALUES (?, ?)",
        [(contact.id, party) for party in sorted(parties)],
    )


def read_copies(
    db: sqlite3.Connection, where: str = "", values: Sequence[object] = ()
) -> list[Copy]:
    """The stored copies; ``where`` narrows them (``WHERE a.id = ?``)."""
    rows = db.execute(
        "SELECT a.id, a_start, a_end, b.id, b_start, b_end, verbatim, similarity, e.id, kind "  # noqa: S608
        "FROM copies JOIN pages a ON a.n = copies.a JOIN pages b ON b.n = copies.b "
        f"LEFT JOIN pages e ON e.n = copies.earlier {where} "
        "ORDER BY a.id, b.id, a_start, b_start, a_end, b_end",
        tuple(values),
    )
    return [
        Copy(
            a=PageSpan(page=a, start=a_start, end=a_end),
            b=PageSpan(page=b, start=b_start, end=b_end),
            verbatim=bool(verbatim),
            similarity=similarity,
            earlier=earlier,
            kind=kind,
        )
        for a, a_start, a_end, b, b_start, b_end, verbatim, similarity, earlier, kind in rows
    ]
