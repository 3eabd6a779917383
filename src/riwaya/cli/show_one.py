"""One story, contact, person or page of a record, laid out for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from rich.console import Console
from rich.text import Text

from riwaya.brief.sentence import Names
from riwaya.cli.contact_view import (
    contact_line,
    counted,
    independence,
    print_contact,
    print_evidence,
    wording_span,
    words,
)
from riwaya.cli.output import Cell, heading, isolate, json_line, out, plain, rows
from riwaya.cli.page_view import label, print_page
from riwaya.errors import RiwayaError
from riwaya.model import Dispute
from riwaya.store.reader import RecordReader
from riwaya.store.shapes import StatementRow

_MOST_STATEMENTS = 60


def _story(reader: RecordReader, wanted: str, as_json: bool) -> None:
    story = reader.story(wanted)
    contacts = reader.contacts(story=story.id)
    disputes = reader.disputes(story=story.id)
    if as_json:
        json_line({"story": story, "contacts": contacts, "disputes": disputes})
        return
    console = out()
    console.print(Text(isolate(story.title), style="bold"))
    rows(console, [("story", story.id)] + [("follows", earlier) for earlier in story.follows])
    pages = reader.page_rows(story=story.id)
    heading(console, f"Pages ({len(pages)})")
    rows(
        console,
        [
            (
                (p.published or "undated")[:16],
                plain(p.outlet or "-"),
                plain(p.id),
                isolate(p.title or ""),
            )
            for p in pages
        ],
    )
    if contacts:
        heading(console, f"Contacts ({len(contacts)})")
        names = _names(reader)
        for contact in contacts:
            print_contact(console, contact, names)
    _dispute_lines(console, reader, disputes)
    for one in reader.circular(story.id):
        heading(
            console,
            f"Circular: {plain(one.outlets[0])} and {plain(one.outlets[1])} give each other",
        )
        rows(console, [(plain(page),) for own in one.pages for page in own])


def _contact(reader: RecordReader, wanted: str, as_json: bool) -> None:
    contact = reader.contact(wanted)
    if as_json:
        json_line(contact)
        return
    console = out()
    names = _names(reader)
    print_contact(console, contact, names)
    print_evidence(console, reader, contact, names)


def _names(reader: RecordReader) -> dict[str, str]:
    return {entity.id: entity.name for entity in reader.entities()}


def _dispute_lines(console: Console, reader: RecordReader, disputes: Iterable[Dispute]) -> None:
    for dispute in disputes:
        heading(console, f"Dispute: {label(dispute.field)}")
        rows(console, [(plain(dispute.message),)])
        for value in dispute.values:
            rows(
                console,
                [
                    (plain(span.page), plain(value.value), isolate(words(reader, span)))
                    for span in value.evidence[:3]
                ],
                indent=4,
            )


def _dispute(reader: RecordReader, wanted: str, as_json: bool) -> None:
    disputes = reader.disputes()
    if not wanted.isdigit() or not 1 <= int(wanted) <= len(disputes):
        raise RiwayaError("nothing_such", str(reader.path), kind="dispute", wanted=wanted)
    dispute = disputes[int(wanted) - 1]
    if as_json:
        json_line(dispute)
    else:
        _dispute_lines(out(), reader, [dispute])


def _claim(reader: RecordReader, wanted: str, as_json: bool) -> None:
    """The wordings side by side, the page that had it first at the top."""
    claim = reader.claim(wanted)
    if as_json:
        json_line(claim)
        return
    console = out()
    names = Names(_names(reader), "ar")
    console.print(Text(plain(claim.id), style="bold"))
    origins = ", ".join(isolate(name) for name in names.each(claim.origins))
    rows(
        console,
        [
            ("origins", origins or "not told"),
            ("independent", independence(claim.independent, claim.independent_max)),
        ],
    )
    dates = {row.id: row for row in reader.page_rows()} if claim.wordings else {}
    heading(console, f"Wordings ({len(claim.wordings)})")
    ordered = sorted(
        claim.wordings, key=lambda w: (dates[w.page].published or "9", w.page, w.start)
    )
    rows(
        console,
        [
            (
                (dates[w.page].published or "undated")[:16],
                plain(dates[w.page].outlet or "-"),
                plain(w.page),
                isolate(words(reader, wording_span(w))),
            )
            for w in ordered
        ],
    )


def _person(reader: RecordReader, wanted: str, as_json: bool) -> None:
    person = reader.entity(wanted)
    said = list(islice(reader.statements(speaker=person.id), _MOST_STATEMENTS))
    contacts = reader.contacts(party=person.id)
    if as_json:
        json_line({"person": person, "statements": said, "contacts": contacts})
        return
    console = out()
    names = _names(reader)
    console.print(Text(isolate(person.name), style="bold"))
    rows(
        console,
        [
            ("id", person.id),
            ("named", f"{counted(person.mentions, 'time')} on {counted(person.pages, 'page')}"),
            ("as", "، ".join(isolate(name) for name in person.names)),
        ],
    )
    for title, group in (
        ("Says", [s for s in said if s.voice == "own"]),
        ("Is said to say", [s for s in said if s.voice != "own"]),
    ):
        if group:
            heading(console, f"{title} ({len(group)})")
            rows(console, [_said(s, names) for s in group])
    if contacts:
        heading(console, f"Contacts ({len(contacts)})")
        rows(console, [contact_line(c) for c in contacts])


def _said(row: StatementRow, names: Mapping[str, str]) -> tuple[Cell, ...]:
    tellers = [isolate(names.get(link, link)) for link in row.chain[:-1]]
    by = f"according to {', '.join(tellers)}" if tellers else ""
    return plain(row.page), label(row.act), by, isolate(row.content)


def _page(reader: RecordReader, wanted: str, as_json: bool) -> None:
    page = reader.page(wanted)
    if as_json:
        json_line(page)
        return
    console = out()
    print_page(console, page)
    for day in reader.inferred_dates(page=page.id):
        heading(console, "Without a date of its own")
        rows(console, [(f"its story lies between {day.earliest} and {day.latest} (inferred)",)])
    copies = reader.copies(page=page.id)
    if copies:
        heading(console, f"Passages that stand elsewhere too ({len(copies)})")
        for copy in copies:
            here, there = (copy.a, copy.b) if copy.a.page == page.id else (copy.b, copy.a)
            kind = "verbatim" if copy.verbatim else f"{copy.similarity:.0%} alike"
            text = page.text[here.start : here.end]
            rows(console, [(plain(there.page), label(copy.kind), kind, isolate(text))])


def _set_aside(reader: RecordReader, wanted: str, as_json: bool) -> None:
    for row in reader.set_aside():
        if row.id == wanted:
            if as_json:
                json_line(row)
            else:
                out().print(plain(row.detail))
            return
    raise RiwayaError("nothing_such", str(reader.path), kind="set-aside", wanted=wanted)


ONE: dict[str, Callable[[RecordReader, str, bool], None]] = {
    "story": _story,
    "contact": _contact,
    "person": _person,
    "page": _page,
    "dispute": _dispute,
    "claim": _claim,
    "set-aside": _set_aside,
}
