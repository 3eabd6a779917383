"""What a copied passage is: a copy, background that recurs, an outlet's own update, or a formula."""

from __future__ import annotations

from riwaya.corpus.digest import Digest
from riwaya.corpus.moments import appeared
from riwaya.model import CopyKind

BACKGROUND_HOURS = 96
"""Pages further apart than this no longer tell the same news: what they share is background."""
UPDATE_HOURS = 48
"""An outlet's newer version of a page follows within this time."""
UPDATE_SHARE = 0.5
"""The least share of the shorter page's words that its update has."""


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


def kind_of(a: Digest, b: Digest, shared: float) -> CopyKind:
    """The kind of what two pages share; ``shared`` is its share of the shorter page's words."""
    first, second = appeared(a), appeared(b)
    gap = first.gap(second) if first and second else None
    if gap is not None and gap > BACKGROUND_HOURS:
        return "background"
    own = a.outlet is not None and a.outlet == b.outlet
    if own and shared >= UPDATE_SHARE and gap is not None and gap <= UPDATE_HOURS:
        return "update"
    return "copy"
