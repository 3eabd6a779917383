"""The overview and the lists of ``riwaya show``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.console import Console
from rich.text import Text

from riwaya.cli.contact_view import contact_line, counted, independence, wording_span, words
from riwaya.cli.output import Cell, heading, isolate, json_line, out, plain, rows
from riwaya.cli.page_view import label
from riwaya.model import Struct
from riwaya.store.reader import RecordReader


def overview(console: Console, reader: RecordReader) -> None:
    """How much there is, the largest stories, the disputes, and what to type next."""
    counts = reader.counts()
    console.print(Text(str(reader.path), style="bold"))
    names = counts.__struct_fields__
    rows(console, [(label(name), f"{getattr(counts, name):,}") for name in names])
    if waiting := reader.unjoined():
        left = f"{counted(waiting, 'page')} not joined yet: riwaya build -o {reader.path}"
        console.print(Text(f"  {left}", style="yellow"))
    stories = reader.story_rows(limit=10)
    if stories:
        heading(console, "Largest stories")
        rows(console, [_story(row.id, row.pages, row.first, row.title) for row in stories])
    disputes = reader.disputes()
    if disputes:
        heading(console, "Disputes")
        rows(console, [(label(d.field), plain(d.message)) for d in disputes[:10]])
    heading(console, "More")
    rows(
        console,
        [
            (f"riwaya show {reader.path} story ID", "one story with its contacts and sources"),
            (f"riwaya show {reader.path} person NAME", "what someone says, and who says so"),
            (f"riwaya search {reader.path} WORDS", "pages by words"),
        ],
    )


def _story(story: str, pages: int, first: str | None, title: str) -> tuple[Cell, ...]:
    return story, counted(pages, "page"), (first or "undated")[:10], isolate(title)


def _list(things: Sequence[Struct], lines: Iterable[tuple[Cell, ...]], as_json: bool) -> None:
    if as_json:
        for thing in things:
            json_line(thing)
    else:
        rows(out(), lines, indent=0)


def _stories(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.story_rows(limit=limit)
    _list(found, (_story(s.id, s.pages, s.first, s.title) for s in found), as_json)


def _contacts(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.contacts()[:limit]
    _list(found, map(contact_line, found), as_json)


def _people(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.entities(type="PER", limit=limit)
    _list(
        found,
        (
            (e.id, counted(e.mentions, "mention"), counted(e.pages, "page"), isolate(e.name))
            for e in found
        ),
        as_json,
    )


def _pages(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.page_rows()[:limit]
    _list(
        found,
        (
            (
                plain(p.id),
                (p.published or "undated")[:16],
                plain(p.outlet or ""),
                isolate(p.title or ""),
            )
            for p in found
        ),
        as_json,
    )


def _disputes(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.disputes()[:limit]
    _list(found, ((label(d.kind), label(d.field), plain(d.message)) for d in found), as_json)


def _claims(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.widest_claims(limit)
    _list(
        found,
        (
            (
                plain(claim.id),
                counted(len({w.page for w in claim.wordings}), "page"),
                independence(claim.independent, claim.independent_max),
                isolate(words(reader, wording_span(claim.wordings[0]))),
            )
            for claim in found
        ),
        as_json,
    )


def _set_aside(reader: RecordReader, limit: int, as_json: bool) -> None:
    found = reader.set_aside()[:limit]
    _list(found, ((row.reason, plain(row.detail)) for row in found), as_json)


LISTS: dict[str, Callable[[RecordReader, int, bool], None]] = {
    "story": _stories,
    "contact": _contacts,
    "person": _people,
    "page": _pages,
    "dispute": _disputes,
    "claim": _claims,
    "set-aside": _set_aside,
}
