"""The page steps, in order: the whole of what happens to one page, at a glance.

A step is a pure function of a page and of what the earlier steps found; it adds annotations and
changes nothing.  A new step is one file and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from riwaya.contacts.contradictions import check_contradictions
from riwaya.contacts.extract import find_contacts
from riwaya.contacts.quantities import find_quantities
from riwaya.model import (
    Analysed,
    Annotation,
    Block,
    Contact,
    Detail,
    Found,
    Mention,
    Outlet,
    Page,
    PageWarning,
    Published,
    PublishedRange,
    Quantity,
    Repair,
    Segment,
    Source,
    Statement,
    Time,
)
from riwaya.names.mentions import find_mentions
from riwaya.reading.addresses import page_address
from riwaya.reading.blocks import find_blocks
from riwaya.reading.details import find_details
from riwaya.reading.provenance import find_provenance
from riwaya.reading.repair.carry import on_repaired_view
from riwaya.reading.repair.step import find_repairs
from riwaya.statements.checks import check_quotations
from riwaya.statements.extract import find_statements
from riwaya.statements.headline import check_headline
from riwaya.times.checks import check_times
from riwaya.times.published import decide_published
from riwaya.times.tagger import find_times


@dataclass(frozen=True, slots=True)
class Step:
    """A page step. ``version`` is stored with what it made: only stale layers are made again."""

    name: str
    version: int
    run: Callable[[Page, Found], Sequence[Annotation]]


PAGE_STEPS: tuple[Step, ...] = (
    Step("blocks", 4, find_blocks),
    Step("provenance", 1, find_provenance),
    Step("repairs", 2, find_repairs),
    Step("published", 2, decide_published),
    Step("details", 1, find_details),
    Step("times", 2, find_times),
    Step("mentions", 8, on_repaired_view(find_mentions)),
    Step("statements", 13, on_repaired_view(find_statements)),
    Step("contacts", 29, on_repaired_view(find_contacts)),
    Step("quantities", 4, on_repaired_view(find_quantities)),
    Step("time checks", 2, check_times),
    Step("quotation checks", 1, check_quotations),
    Step("headline checks", 1, check_headline),
    Step("contradictions", 3, check_contradictions),
)

_LISTS: dict[type, str] = {
    Block: "blocks",
    Source: "sources",
    Detail: "details",
    Time: "times",
    Mention: "mentions",
    Statement: "statements",
    Contact: "contacts",
    Quantity: "quantities",
    PageWarning: "warnings",
    Repair: "repairs",
    Segment: "segments",
}
_SINGLES: dict[type, str] = {
    Outlet: "outlet",
    Published: "published",
    PublishedRange: "published_range",
}


def add(found: Found, annotations: Iterable[Annotation]) -> Found:
    """``found`` with more annotations, each in the layer of its type."""
    changes: dict[str, Any] = {}
    for annotation in annotations:
        if (layer := _LISTS.get(type(annotation))) is not None:
            changes.setdefault(layer, list(getattr(found, layer))).append(annotation)
        else:
            changes[_SINGLES[type(annotation)]] = annotation
    return msgspec.structs.replace(
        found, **{k: tuple(v) if isinstance(v, list) else v for k, v in changes.items()}
    )


def annotate(page: Page, steps: Iterable[Step] = PAGE_STEPS, found: Found | None = None) -> Found:
    """Run ``steps`` over a page, from what is already found."""
    found = found or Found()
    for step in steps:
        found = add(found, step.run(page, found))
    return found


def analyse(page: Page) -> Analysed:
    """One page with every layer."""
    return assemble(page, annotate(page))


def assemble(page: Page, found: Found) -> Analysed:
    """What is printed and stored of a page."""
    layers = {name: getattr(found, name) for name in Found.__struct_fields__}
    title = next((page.text[b.start : b.end] for b in found.blocks if b.role == "title"), None)
    return Analysed(
        id=page.id,
        text=page.text,
        language=page.language,
        url=page.url,
        address=page_address(page),
        title=title,
        format=page.format,
        sha256=page.sha256,
        **layers,
    )
