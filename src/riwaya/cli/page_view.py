"""One page laid out for a person: title, date, outlet, who says what, contacts, warnings."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from riwaya.cli.output import Cell, heading, isolate, plain, rows
from riwaya.model import Analysed, Contact, Ref, Statement

_KIND = {"phone_call": "phone call", "video_call": "video call", "under_way": "under way"}

_VOICE = {"own": "", "told": " (as told by the page)", "endorsed": " (agreeing)"}


def label(value: str) -> str:
    """A vocabulary word as a person reads it."""
    return _KIND.get(value, value.replace("_", " "))


def name_of(ref: Ref | None) -> str:
    """How someone is called: the written form, else the id."""
    if ref is None:
        return ""
    return ref.name or (ref.names[0] if ref.names else ref.entity or "")


def print_page(console: Console, page: Analysed) -> None:
    """The layout of ``riwaya read`` and of ``riwaya show DB page ID``."""
    console.print(Text(isolate(page.title or "(no title)"), style="bold"))
    rows(console, _head(page))
    if page.statements:
        heading(console, f"Statements ({len(page.statements)})")
        rows(console, [statement_cells(s, page.text) for s in page.statements])
    if page.contacts:
        heading(console, f"Contacts ({len(page.contacts)})")
        for contact in page.contacts:
            rows(console, list(_contact(contact)))
    if page.quantities:
        heading(console, f"Numbers ({len(page.quantities)})")
        rows(
            console,
            [
                (label(q.hedge), isolate(page.text[q.start : q.end]), isolate(q.of or ""))
                for q in page.quantities
            ],
        )
    if page.warnings:
        heading(console, f"Warnings ({len(page.warnings)})")
        rows(console, [(label(w.kind), plain(w.message)) for w in page.warnings])


def _head(page: Analysed) -> Iterator[tuple[Cell, ...]]:
    yield "page", plain(page.id)
    if page.published:
        yield "date", f"{page.published.value} ({label(page.published.basis)})"
    elif page.published_range:
        found = page.published_range
        yield "date", f"between {found.earliest or '?'} and {found.latest or '?'} (inferred)"
    else:
        yield "date", "not told"
    if page.outlet:
        yield "outlet", isolate(page.outlet.name)
    if page.sources:
        names = (isolate(s.name or s.entity or label(s.kind)) for s in page.sources)
        yield "sources", ", ".join(names)
    if page.same_as:
        yield "same as", ", ".join(plain(i) for i in page.same_as)
    if page.versions:
        yield "versions", ", ".join(plain(i) for i in page.versions)


def statement_cells(statement: Statement, text: str) -> tuple[Cell, ...]:
    """``id  act  speaker → words``. Words that are not the speaker's own name who tells them."""
    words = " … ".join(isolate(text[s:e]) for s, e in statement.content)
    line = Text()
    line.append(isolate(said_by(statement)), style="cyan")
    if statement.addressee:
        line.append(" to ")
        line.append(isolate(name_of(statement.addressee)), style="cyan")
    line.append(" → ")
    line.append(words)
    return statement.id, act_label(statement), line


def act_label(statement: Statement) -> str:
    """The act, and how it is put where that is not plain."""
    marks = [label(statement.act)]
    if statement.polarity != "affirmed":
        marks.append(statement.polarity)
    if statement.stance != "neutral":
        marks.append(statement.stance)
    if statement.certainty != "certain":
        marks.append(statement.certainty)
    return ", ".join(marks)


def said_by(statement: Statement) -> str:
    """The speaker; where the words are not their own, also through whom we have them."""
    speaker = name_of(statement.speaker) or "(nobody named)"
    tellers = [name for ref in statement.chain[:-1] if (name := name_of(ref))]
    if not tellers:
        return f"{speaker}{_VOICE[statement.voice]}"
    return f"{speaker} (according to {', according to '.join(reversed(tellers))})"


def _contact(contact: Contact) -> Iterator[tuple[Cell, ...]]:
    parties = " · ".join(isolate(name_of(p)) for p in contact.parties)
    yield contact.id, f"{label(contact.kind)}, {label(contact.status)}", parties
    fields = {
        "initiator": isolate(name_of(contact.initiator)) if contact.initiator else None,
        "start": contact.start,
        "scheduled for": contact.scheduled_start,
        "duration": contact.duration,
        "place": isolate(name_of(contact.place)) if contact.place else None,
        "agenda": "; ".join(isolate(item) for item in contact.agenda) or None,
    }
    for field, value in fields.items():
        if value is not None:
            said = contact.according_to.get(field.replace("scheduled for", "scheduled_start"))
            by = f" (according to {said[1]})" if said and said[1] != "unattributed" else ""
            yield "", f"{field}", f"{value}{by}"
