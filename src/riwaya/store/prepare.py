"""A page made ready for the file: its blob and its rows, as plain values.

A pure function, so that workers can do it; the one writer then only inserts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from riwaya.arabic.folding import fold
from riwaya.model import Analysed, Contact, Ref, Statement
from riwaya.reading.addresses import page_address
from riwaya.store.codec import Stored, pack

Row = tuple[str | int | float | None, ...]
ROW_TABLES = (
    "statements", "contacts", "mentions", "page_sources", "statement_mentions", "mention_offices", "page_refs",
)  # fmt: skip
"""The tables that a page's rows go to; a prepared page has an attribute for each."""
_WithId = TypeVar("_WithId", Statement, Contact)


@dataclass(slots=True)
class PreparedPage:
    """Everything that is inserted for one page, but its row number."""

    id: str
    sha256: str
    columns: dict[str, str | int | None]
    data: bytes
    digest: bytes | None
    folded: str
    statements: list[Row] = field(default_factory=list)
    contacts: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    page_sources: list[Row] = field(default_factory=list)
    statement_mentions: list[Row] = field(default_factory=list)
    mention_offices: list[Row] = field(default_factory=list)
    page_refs: list[Row] = field(default_factory=list)


def prepare(
    stored: Stored, analysed: Analysed, digest: bytes | None, address: str | None = None
) -> PreparedPage:
    """The rows of a page. ``address`` is what it is known by where it has no URL (a file's path)."""
    page = stored.page
    url = page.url or next((h.value for h in page.hints if h.kind in ("url", "canonical")), None)
    outlet, published = analysed.outlet, analysed.published
    columns: dict[str, str | int | None] = {
        "address": page_address(page) or address,
        "url": url,
        "format": page.format,
        "language": page.language,
        "title": analysed.title,
        "outlet": outlet.name if outlet else None,
        "outlet_entity": outlet.entity or outlet.name if outlet else None,
        "published": published.value if published else None,
        "chars": len(page.text),
        "statements": len(analysed.statements),
        "contacts": len(analysed.contacts),
        "warnings": len(analysed.warnings),
    }
    return PreparedPage(
        id=page.id,
        sha256=page.sha256,
        columns=columns,
        data=pack(stored),
        digest=digest,
        folded=fold(page.text).text,
        **rows(analysed),
    )


def rows(analysed: Analysed) -> dict[str, list[Row]]:
    """By table, the rows of what a page holds, without its row number."""
    return {
        "statements": [_statement(s, analysed.text) for s in _first_of_id(analysed.statements)],
        "contacts": [_contact(c) for c in _first_of_id(analysed.contacts)],
        "mentions": _mentions(analysed),
        "page_sources": [
            (position, s.entity, s.name, s.kind, s.via)
            for position, s in enumerate(analysed.sources)
        ],
        "statement_mentions": _named_inside(analysed),
        "mention_offices": list(
            dict.fromkeys((m.entity, m.office) for m in analysed.mentions if m.entity and m.office)
        ),
        "page_refs": _unmentioned(analysed),
    }


def _first_of_id(found: Iterable[_WithId]) -> list[_WithId]:
    """Ids are unique on a page; a step that slips here must not lose the page."""
    out: dict[str, _WithId] = {}
    for item in found:
        out.setdefault(item.id, item)
    return list(out.values())


def _key(ref: Ref | None) -> str | None:
    return (ref.key or None) if ref else None


def _json(values: object) -> str:
    return msgspec.json.encode(values).decode("utf-8")


def _statement(item: Statement, text: str) -> Row:
    speaker = item.speaker
    spans = item.content
    return (
        item.id, item.type, item.voice, item.polarity, item.act, _key(speaker),
        (speaker.name or (speaker.names[0] if speaker.names else None)) if speaker else None,
        _key(item.addressee), _json([ref.key for ref in item.chain]), item.inside,
        spans[0][0] if spans else 0, spans[-1][1] if spans else 0,
        " … ".join(text[s:e] for s, e in spans),
    )  # fmt: skip


def _contact(item: Contact) -> Row:
    return (
        item.id, item.kind, item.status, _json([ref.key for ref in item.parties]),
        _key(item.initiator), item.start, item.scheduled_start, item.duration, _key(item.place),
    )  # fmt: skip


def _unmentioned(analysed: Analysed) -> list[Row]:
    """Who speaks, is spoken to or takes part and is named by no mention: the id and how the page has it."""
    mentioned = {m.entity for m in analysed.mentions}
    refs = [
        ref
        for s in analysed.statements
        for ref in (s.speaker, s.addressee, *s.chain)
        if ref is not None
    ]
    refs += [ref for c in analysed.contacts for ref in (*c.parties, c.initiator, c.place) if ref]
    found: dict[str, str] = {}
    for ref in refs:
        name = ref.name or next(iter(ref.names), None)
        if ref.entity and name and ref.entity not in mentioned and name != ref.entity:
            found.setdefault(ref.entity, name)
    return list(found.items())


def _named_inside(analysed: Analysed) -> list[Row]:
    """Whom the words of each statement name."""
    named = [(m.start, m.end, m.entity) for m in analysed.mentions if m.entity]
    found = {
        (item.id, entity): None
        for item in analysed.statements
        for start, end in item.content
        for at, until, entity in named
        if start <= at and until <= end
    }
    return list(found)


def _mentions(analysed: Analysed) -> list[Row]:
    """One row an entity: its commonest form (the form of a name before that of a description)."""
    forms: dict[str, Counter[str]] = {}
    types: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for mention in analysed.mentions:
        if mention.entity is None:
            continue
        counts[mention.entity] += 1
        weight = 1000 if mention.kind == "name" else 1
        forms.setdefault(mention.entity, Counter())[mention.text] += weight
        types.setdefault(mention.entity, mention.type)
    return [
        (entity, types[entity], forms[entity].most_common(1)[0][0], count)
        for entity, count in counts.items()
    ]
