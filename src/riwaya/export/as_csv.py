"""A record as tables of CSV (RFC 4180, UTF-8), for spreadsheets and data frames.

A cell that a spreadsheet would take for a formula gets an apostrophe before it: a page's words must
never run.  https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from riwaya.model import Ref
from riwaya.store.reader import RecordReader
from riwaya.store.record import fields

Cells = Iterable[object]


def csv_table(record: RecordReader, table: str) -> Iterator[str]:
    """One table, line by line, its header first."""
    header, rows = TABLES[table]
    yield _line(header)
    for cells in rows(record):
        yield _line(_safe(cell) for cell in cells)


def _line(cells: Cells) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + cell
    if isinstance(cell, (tuple, list, frozenset)):
        return _safe("; ".join(map(str, cell)))
    return cell


def _pages(record: RecordReader) -> Iterator[Cells]:
    for p in record.page_rows():
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
    names = {e.id: e.name for e in record.entities()}
    for s in record.statements():
        speaker = s.speaker_name or s.speaker
        tellers = [names.get(link, link) for link in s.chain[:-1]]
        yield (
            s.page, s.id, attribution(speaker, s.voice, tellers), s.speaker, s.addressee, s.act,
            s.polarity, s.voice, s.type, s.chain, s.inside, s.start, s.end, s.content,
        )  # fmt: skip


def _shown(value: str | Ref) -> str:
    return value if isinstance(value, str) else value.key


def _contacts(record: RecordReader) -> Iterator[Cells]:
    """A row a value: what each source gives for each field stays apart."""
    for contact in record.contacts():
        for name, field in fields(contact):
            for place, value in enumerate(field.values, 1):
                yield (
                    contact.id, contact.story, name, field.status, place, _shown(value.value),
                    value.independent, value.independent_max, value.according_to, value.origins,
                    value.pages,
                )  # fmt: skip


def _stories(record: RecordReader) -> Iterator[Cells]:
    for s in record.story_rows():
        yield s.id, s.title, s.pages, s.first, s.last, s.contacts, s.disputes


def _copies(record: RecordReader) -> Iterator[Cells]:
    for c in record.copies():
        yield (
            c.a.page, c.a.start, c.a.end, c.b.page, c.b.start, c.b.end, int(c.verbatim),
            c.similarity, c.earlier, c.kind,
        )  # fmt: skip


def _disputes(record: RecordReader) -> Iterator[Cells]:
    for number, d in enumerate(record.disputes(), 1):
        for value in d.values:
            pages = sorted({span.page for span in value.evidence})
            yield (
                number,
                d.kind,
                d.field,
                d.story,
                value.value,
                value.according_to,
                pages,
                d.message,
            )


def _entities(record: RecordReader) -> Iterator[Cells]:
    for e in record.entities():
        yield e.id, e.name, e.type, e.names, e.pages, e.mentions


def _set_aside(record: RecordReader) -> Iterator[Cells]:
    for row in record.set_aside():
        yield row.id, row.reason, row.language, row.detail, row.seen_at


_Rows = Callable[[RecordReader], Iterator[Cells]]

TABLES: dict[str, tuple[tuple[str, ...], _Rows]] = {
    "pages": (
        ("id", "title", "outlet", "published", "url", "language", "format", "chars", "statements",
         "contacts", "warnings", "story"),
        _pages,
    ),
    "statements": (
        ("page", "id", "attribution", "speaker", "addressee", "act", "polarity", "voice", "type",
         "chain", "inside", "start", "end", "content"),
        _statements,
    ),
    "contacts": (
        ("contact", "story", "field", "status", "rank", "value", "independent", "independent_max",
         "according_to", "origins", "pages"),
        _contacts,
    ),
    "stories": (("id", "title", "pages", "first", "last", "contacts", "disputes"), _stories),
    "copies": (
        ("a", "a_start", "a_end", "b", "b_start", "b_end", "verbatim", "similarity", "earlier",
         "kind"),
        _copies,
    ),
    "disputes": (
        ("dispute", "kind", "field", "story", "value", "according_to", "pages", "message"),
        _disputes,
    ),
    "entities": (("id", "name", "type", "names", "pages", "mentions"), _entities),
    "set_aside": (("id", "reason", "language", "detail", "seen_at"), _set_aside),
}  # fmt: skip
"""The tables, by name: their columns, and what makes their rows."""
