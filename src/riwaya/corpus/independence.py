"""How many independent origins a value really has: at least, and at most.

Pages are not sources. Of the pages that tell a value, those that name who says so give its known
origins; ``independent`` counts these. What a page tells in its own voice, or from an agency, has
an origin that nobody told us: it never raises ``independent``, and it raises ``independent_max``
only once for all pages that have it from one another (a copied passage over the words, one named
upstream), and not at all where one of these names the origin. After Dong, Berti-Equille and
Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009, by rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from riwaya.corpus.independence_origins import NOBODY, UNATTRIBUTED, Origin
from riwaya.model import Copy, Span


@dataclass(frozen=True, slots=True)
class Telling:
    """One page's telling of a value: where, and who it says it from."""

    page: str
    spans: tuple[Span, ...]
    origins: tuple[Origin, ...]
    """Empty: the page's own voice."""


@dataclass(frozen=True, slots=True)
class Count:
    """What a value rests on. ``according_to`` is whom the pages name, ``origins`` what that comes to."""

    origins: tuple[str, ...]
    according_to: tuple[str, ...]
    independent: int
    independent_max: int


@dataclass(slots=True)
class Relays:
    """Who draws on whom: copied passages between pages, and the upstreams that pages name."""

    upstreams: dict[str, frozenset[str]] = field(default_factory=dict)
    """Page id to the agencies and outlets it says it draws on, its own outlet among them."""
    _passages: dict[str, list[tuple[int, int, str, int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, copies: Iterable[Copy], upstreams: Mapping[str, frozenset[str]] = {}) -> Relays:
        """The relays that copied passages show."""
        relays = cls(dict(upstreams))
        for copy in copies:
            for one, other in ((copy.a, copy.b), (copy.b, copy.a)):
                relays._passages[one.page].append(
                    (one.start, one.end, other.page, other.start, other.end)
                )
        return relays

    def copied(self, page: str, spans: Sequence[Span]) -> Iterable[tuple[str, int, int]]:
        """The passages of other pages that stand over one of these spans: page, start, end."""
        for start, end, other, other_start, other_end in self._passages.get(page, ()):
            if any(start < e and s < end for s, e in spans):
                yield other, other_start, other_end


def count(tellings: Sequence[Telling], relays: Relays) -> Count:
    """The origins of a value, and how many of them are independent, at least and at most."""
    known = _known({o for t in tellings for o in t.origins if o.known})
    said = sorted({o.said_by for t in tellings for o in t.origins} or {UNATTRIBUTED})
    return Count(
        origins=tuple(known),
        according_to=tuple(said),
        independent=len(known),
        independent_max=len(known) + _unknown(tellings, relays),
    )


def _known(origins: set[Origin]) -> list[str]:
    """The keys of origins that can be told apart.

    Offices of an unnamed government may be one another's, or a named government's: they are one
    origin, and none beside a named one.
    """
    named = sorted({o.key for o in origins if not o.stateless})
    return named or sorted({o.key for o in origins})[:1]


def _unknown(tellings: Sequence[Telling], relays: Relays) -> int:
    """Groups of pages and carriers that can have the value from a further, unnamed origin."""
    groups = _Groups()
    explained: set[str] = set()
    bare: list[str] = []
    pages: dict[str, list[Span]] = defaultdict(list)
    for telling in tellings:
        pages[telling.page].extend(telling.spans)
        node = f"page {telling.page}"
        if any(o.known for o in telling.origins):
            explained.add(node)
        else:
            bare.append(node)
            for carrier in telling.origins or (NOBODY,):
                if carrier.key:
                    groups.join(node, f"carrier {carrier.key}")
        for upstream in relays.upstreams.get(telling.page, ()):
            groups.join(node, f"carrier {upstream}")
    for page, spans in pages.items():
        for other, start, end in relays.copied(page, spans):
            if any(start < e and s < end for s, e in pages.get(other, ())):
                groups.join(f"page {page}", f"page {other}")
    roots = {groups.root(node) for node in explained}
    return len({groups.root(node) for node in bare} - roots)


class _Groups:
    """Disjoint sets of names."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, name: str) -> str:
        while (parent := self._parents.get(name, name)) != name:
            grand = self._parents.get(parent, parent)
            self._parents[name] = grand
            name = grand
        return name

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.root(a), self.root(b)))
        self._parents[second] = first
