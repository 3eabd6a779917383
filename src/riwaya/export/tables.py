"""A record as tables: typed columns and rows that are read as they are asked for.

CSV, Parquet and data frames are written from these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from riwaya.model import Ref
from riwaya.store.lists import queries
from riwaya.store.reader import RecordReader
from riwaya.store.record import fields

Kind = Literal["text", "int", "real", "flag", "texts"]
Cells = tuple[object, ...]
"""A value a column; each may be None."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table's columns, by name, and what reads its rows."""

    columns: dict[str, Kind]
    rows: Callable[[RecordReader], Iterator[Cells]]


def _pages(record: RecordReader) -> Iterator[Cells]:
    for p in queries.pages(record.db):
        yield (
            p.id, p.title, p.outlet, p.published, p.url, p.language, p.format, p.chars, p.statements,
            p.contacts, p.warnings, p.story,
        )  # fmt: skip


def attribution(speaker: str | None, voice: str, tellers: Iterable[str]) -> str:
    """``Biden``, or ``Biden, according to Ushakov`` where the words are not the speaker's own."""
    tellers = list(tellers)
    if not speaker:
        return f"according to {', '.join(tellers)}" if tellers else ""
    if tellers:
        return f"{speaker}, " + ", ".join(f"according to {t}" for t in reversed(tellers))
    return speaker if voice == "own" else f"{speaker}, as told by the page"


def _statements(record: RecordReader) -> Iterator[Cells]:
    names = dict(record.db.execute("SELECT id, name FROM entities"))
    for s in queries.statements(record.db).ordered("p.id", "s.start", "s.id"):
        speaker = s.speaker_name or s.speaker
        tellers = [names.get(link, link) for link in s.chain[:-1]]
        yield (
            s.page, s.id, attribution(speaker, s.voice, tellers), s.speaker, s.addressee, s.act,
            s.polarity, s.voice, s.type, s.chain, s.inside, s.start, s.end, s.content,
        )  # fmt: skip


def shown(value: str | Ref) -> str:
    """A field's value as text: of somebody the id, or the name where there is none."""
    return value if isinstance(value, str) else value.key


def _contacts(record: RecordReader) -> Iterator[Cells]:
    """A row a value: what each source gives for each field stays apart."""
    for contact in queries.contacts(record.db):
        for name, field in fields(contact):
            for place, value in enumerate(field.values, 1):
                yield (
                    contact.id, contact.story, name, field.status, place, shown(value.value),
                    value.independent, value.independent_max, value.according_to, value.origins,
                    value.pages,
                )  # fmt: skip


def _stories(record: RecordReader) -> Iterator[Cells]:
    for s in queries.stories(record.db).ordered("-s.pages", "s.id"):
        yield s.id, s.title, len(s.pages), s.first, s.last, s.contacts, s.disputes


def _copies(record: RecordReader) -> Iterator[Cells]:
    for c in queries.copies(record.db):
        yield (
            c.a.page, c.a.start, c.a.end, c.b.page, c.b.start, c.b.end, c.verbatim, c.similarity,
            c.earlier, c.kind,
        )  # fmt: skip


def _disputes(record: RecordReader) -> Iterator[Cells]:
    for number, d in enumerate(queries.disputes(record.db), 1):
        for value in d.values:
            pages = tuple(sorted({span.page for span in value.evidence}))
            yield (
                number, d.kind, d.field, d.story, value.value, value.according_to, pages, d.message
            )  # fmt: skip


def _claims(record: RecordReader) -> Iterator[Cells]:
    """A row a wording."""
    for c in queries.claims(record.db):
        for w in c.wordings:
            yield (
                c.id, w.page, w.statement, w.start, w.end, c.origins, c.independent,
                c.independent_max,
            )  # fmt: skip


def _entities(record: RecordReader) -> Iterator[Cells]:
    for e in queries.entities(record.db):
        yield e.id, e.name, e.type, e.names, e.pages, e.mentions


def _mentions(record: RecordReader) -> Iterator[Cells]:
    yield from record.db.execute(
        "SELECT p.id, COALESCE(a.entity, m.entity), m.type, m.name, m.count FROM mentions m "
        "JOIN pages p ON p.n = m.page LEFT JOIN aliases a ON a.alias = m.entity "
        "ORDER BY m.page, m.entity"
    )


def _set_aside(record: RecordReader) -> Iterator[Cells]:
    for row in queries.set_aside(record.db):
        yield row.id, row.reason, row.language, row.detail, row.seen_at


TABLES: dict[str, TableShape] = {
    "pages": TableShape(
        {
            "id": "text", "title": "text", "outlet": "text", "published": "text", "url": "text",
            "language": "text", "format": "text", "chars": "int", "statements": "int",
            "contacts": "int", "warnings": "int", "story": "text",
        },
        _pages,
    ),
    "statements": TableShape(
        {
            "page": "text", "id": "text", "attribution": "text", "speaker": "text",
            "addressee": "text", "act": "text", "polarity": "text", "voice": "text", "type": "text",
            "chain": "texts", "inside": "text", "start": "int", "end": "int", "content": "text",
        },
        _statements,
    ),
    "contacts": TableShape(
        {
            "contact": "text", "story": "text", "field": "text", "status": "text", "rank": "int",
            "value": "text", "independent": "int", "independent_max": "int",
            "according_to": "texts", "origins": "texts", "pages": "texts",
        },
        _contacts,
    ),
    "stories": TableShape(
        {
            "id": "text", "title": "text", "pages": "int", "first": "text", "last": "text",
            "contacts": "int", "disputes": "int",
        },
        _stories,
    ),
    "copies": TableShape(
        {
            "a": "text", "a_start": "int", "a_end": "int", "b": "text", "b_start": "int",
            "b_end": "int", "verbatim": "flag", "similarity": "real", "earlier": "text",
            "kind": "text",
        },
        _copies,
    ),
    "disputes": TableShape(
        {
            "dispute": "int", "kind": "text", "field": "text", "story": "text", "value": "text",
            "according_to": "texts", "pages": "texts", "message": "text",
        },
        _disputes,
    ),
    "claims": TableShape(
        {
            "claim": "text", "page": "text", "statement": "text", "start": "int", "end": "int",
            "origins": "texts", "independent": "int", "independent_max": "int",
        },
        _claims,
    ),
    "entities": TableShape(
        {
            "id": "text", "name": "text", "type": "text", "names": "texts", "pages": "int",
            "mentions": "int",
        },
        _entities,
    ),
    "mentions": TableShape(
        {"page": "text", "entity": "text", "type": "text", "name": "text", "count": "int"},
        _mentions,
    ),
    "set_aside": TableShape(
        {
            "id": "text", "reason": "text", "language": "text", "detail": "text",
            "seen_at": "text",
        },
        _set_aside,
    ),
}  # fmt: skip
"""The tables, by name."""
