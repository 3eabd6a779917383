"""What a copied passage is: a copy, background that recurs, or an outlet's own update."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from riwaya.corpus.digest import Digest
from riwaya.corpus.moments import Moment, appeared
from riwaya.model import Copy, CopyKind, PageSpan

BACKGROUND_HOURS = 96
"""Pages further apart than this no longer tell the same news: what they share is background."""
UPDATE_HOURS = 48
"""An outlet's newer version of a page follows within this time."""
UPDATE_SHARE = 0.5
"""The least share of the shorter page's words that its update has."""
RECURRING_SHARE = 0.8
"""The least share of a passage that recurs where the passage is background."""


def earlier_page(a: Digest, b: Digest) -> str | None:
    """The page that had the words first: the one the other draws on, or the one dated before it."""
    a_cites = b.outlet is not None and b.outlet in a.sources
    b_cites = a.outlet is not None and a.outlet in b.sources
    if a_cites != b_cites and a.outlet != b.outlet:
        return b.page if a_cites else a.page
    first, second = appeared(a), appeared(b)
    if first is None or second is None:
        return None
    if first.before(second):
        return a.page
    return b.page if second.before(first) else None


class Appearance(NamedTuple):
    """Who published a page, when, and how long it is: what the kind of its copies depends on."""

    outlet: str | None
    moment: Moment | None
    length: int
    """Code points of its paragraphs."""
    address: str | None = None
    """Where it was read, in one spelling: pages of one address are versions of one page."""


def appearance(page: Digest) -> Appearance:
    """The appearance of a page."""
    return Appearance(page.outlet, appeared(page), page.body_length())


def settle_kinds(
    copies: Sequence[Copy], pages: Mapping[str, Appearance], settled: Iterable[Copy] | None = None
) -> list[Copy]:
    """The same copies, each with its kind, which the other copies of its words can decide.

    Where only some are to be ``settled``, ``copies`` are all that touch the pages of these.

    What a page shares with one of another week is background, wherever else it stands: an agency's
    paragraphs recur between pages of one day as well. An outlet's own newer version is an update.
    """
    kinds = {pair: _pair_kind(pages, *pair, own) for pair, own in _by_pair(copies).items()}
    recurring: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for copy in copies:
        if kinds[copy.a.page, copy.b.page] == "background":
            for span in (copy.a, copy.b):
                recurring[span.page].append((span.start, span.end))
    for spans in recurring.values():
        spans.sort()
    wanted = copies if settled is None else settled
    return [_with_kind(copy, kinds[copy.a.page, copy.b.page], recurring) for copy in wanted]


def _by_pair(copies: Sequence[Copy]) -> dict[tuple[str, str], list[Copy]]:
    out: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in copies:
        out[copy.a.page, copy.b.page].append(copy)
    return out


def _pair_kind(pages: Mapping[str, Appearance], a: str, b: str, copies: Sequence[Copy]) -> CopyKind:
    """What all that two pages share is, by the time between them and their outlets."""
    if pages[a].address is not None and pages[a].address == pages[b].address:
        return "update"
    first, second = pages[a].moment, pages[b].moment
    gap = first.gap(second) if first and second else None
    if gap is not None and gap > BACKGROUND_HOURS:
        return "background"
    own = pages[a].outlet is not None and pages[a].outlet == pages[b].outlet
    if own and gap is not None and gap <= UPDATE_HOURS:
        shared = sum(copy.a.end - copy.a.start for copy in copies)
        shorter = min(pages[a].length, pages[b].length)
        if shared >= UPDATE_SHARE * shorter:
            return "update"
    return "copy"


def _with_kind(
    copy: Copy, kind: CopyKind, recurring: Mapping[str, Sequence[tuple[int, int]]]
) -> Copy:
    if kind == "copy" and all(_covered(span, recurring) for span in (copy.a, copy.b)):
        kind = "background"
    return msgspec.structs.replace(copy, kind=kind)


def _covered(span: PageSpan, recurring: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    """Whether most of a span recurs elsewhere."""
    covered, at = 0, span.start
    for start, end in recurring.get(span.page, ()):
        first, last = max(start, at), min(end, span.end)
        if first < last:
            covered, at = covered + last - first, last
    return covered >= RECURRING_SHARE * (span.end - span.start)
