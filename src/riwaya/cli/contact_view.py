"""Merged contacts laid out for a person: each value, who says so, from how many independent origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.text import Text

from riwaya.cli.output import Cell, heading, isolate, plain, rows
from riwaya.cli.page_view import label
from riwaya.model import Account, FieldValue, MergedContact, PageSpan, Ref, Wording
from riwaya.store.reader import RecordReader
from riwaya.store.record import fields, leading

_VOCABULARY = frozenset({"kind", "status"})  # fields whose values are words of ours
_UNKNOWN = frozenset({"unattributed", ""})


def counted(number: int, word: str) -> str:
    """``1 page``, ``2 pages``."""
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number:,} {word if number == 1 else plural}"


def shown(value: str | Ref) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, Ref):
        return value.name or (value.names[0] if value.names else value.entity or "?")
    return value


def independence(least: int, most: int) -> str:
    """From how many independent origins: ``2 independent``, ``at least 1, at most 2 independent``."""
    if not most:
        return "no origin told"
    if not least:
        return f"origin not told, at most {most}"
    return (
        f"{least} independent" if least == most else f"at least {least}, at most {most} independent"
    )


def wording_span(wording: Wording) -> PageSpan:
    """Where a wording of a claim stands."""
    return PageSpan(page=wording.page, start=wording.start, end=wording.end)


def contact_line(contact: MergedContact) -> tuple[Cell, ...]:
    """A merged contact on one line: id, kind and status, when, parties."""
    parties = " · ".join(isolate(shown(value.value)) for value in contact.parties.values)
    when = leading(contact.start) or leading(contact.scheduled_start) or "undated"
    kind = f"{label(leading(contact.kind) or '?')}, {label(leading(contact.status) or '?')}"
    return contact.id, kind, when, parties


def print_contact(console: Console, contact: MergedContact, names: Mapping[str, str]) -> None:
    """A contact and its fields; ``names`` are what entity ids are called."""
    rows(console, [contact_line(contact)])
    rows(console, _fields(contact, names), indent=6)


def _fields(contact: MergedContact, names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    for name, field in fields(contact):
        for index, value in enumerate(field.values):
            first = label(name) if not index else "and" if name in ("parties", "agenda") else "or"
            status = Text(
                label(field.status) if not index else "",
                style="bold red" if field.status == "disputed" else "",
            )
            weight = independence(value.independent, value.independent_max)
            written = label(shown(value.value)) if name in _VOCABULARY else shown(value.value)
            yield (
                first,
                status,
                f"{weight}, {counted(len(value.pages), 'page')}",
                isolate(written) + _by(value, names),
            )


def _by(value: FieldValue, names: Mapping[str, str]) -> str:
    said = [isolate(names.get(who, who)) for who in value.according_to if who not in _UNKNOWN]
    return f" according to {', '.join(dict.fromkeys(said))}" if said else ""


def print_evidence(
    console: Console, reader: RecordReader, contact: MergedContact, names: Mapping[str, str]
) -> None:
    """The words that each field's values came from, page by page, and each side's account."""
    heading(console, "According to the pages")
    lines: list[tuple[Cell, ...]] = []
    for name, field in fields(contact):
        by_page: dict[str, list[str]] = {}
        for value in field.values:
            for span in value.evidence:
                by_page.setdefault(span.page, []).append(isolate(words(reader, span)))
        for index, (page, told) in enumerate(by_page.items()):
            first = label(name) if not index else ""
            lines.append((first, plain(page), " · ".join(dict.fromkeys(told))))
    rows(console, lines)
    for account in contact.accounts:
        _print_account(console, reader, account, names)


def _print_account(
    console: Console, reader: RecordReader, account: Account, names: Mapping[str, str]
) -> None:
    side = account.side
    heading(console, f"What {isolate(names.get(side.entity or '', shown(side)))} says")
    only = set(account.only)
    lines: dict[str, tuple[Cell, ...]] = {}
    for span in account.statements:
        said = isolate(words(reader, span))
        lines.setdefault(said, ("only here" if span in only else "both", said))
    rows(console, list(lines.values()))


def words(reader: RecordReader, span: PageSpan) -> str:
    """The words at a span of a page."""
    return reader.stored(span.page).page.text[span.start : span.end]
