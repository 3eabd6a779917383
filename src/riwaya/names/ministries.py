"""Ministries, courts and chambers without a nationality (قالت وزارة الصحة): names too, and whose they are by the page.

One is of the place told right behind it (وزارة الصحة في غزة), else of the state of the minister
or ministry of that field that the page has, else of the page's own state where that is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache

from riwaya.arabic import Token
from riwaya.names.bodies import FULL, Kind, body_of, kinds
from riwaya.names.entities import Entity
from riwaya.names.match import Span
from riwaya.names.registry import form_key, registry

HEAD = "وزاره"
_HOUSES = frozenset(("royal-court", "amiri-diwan", "parliament", "senate", "supreme-court"))
_LEAD = 2
"""A state is a page's own where it is named as often as this times the next one."""


@cache
def _kinds() -> dict[tuple[str, ...], Kind]:
    """The kinds of ministries by their folded words."""
    out: dict[tuple[str, ...], Kind] = {}
    for key, values in kinds().forms():
        if values[0].suffix in _HOUSES or (key[0] == HEAD and values[0].grade == FULL):
            out[key] = values[0]
    return out


def is_ministry(words: Sequence[Token], span: Span) -> bool:
    """Whether a name found is a ministry's that no state stands behind."""
    bare = words[span.first].key[len(span.prefix) :] == HEAD
    return span.type == "ORG" and not span.candidates and (bare or span.origin == "ministry")


def kind_of(text: str, span: Span) -> Kind | None:
    """The kind of ministry that a bare one is, where every state has one."""
    key = form_key(text[span.start : span.end])
    with_article = (f"ا{key[0]}", *key[1:])  # ل | لمحكمة العليا
    return _kinds().get(key) or (_kinds().get(with_article) if span.prefix else None)


def ministry_of(
    text: str,
    words: Sequence[Token],
    span: Span,
    places: Mapping[int, str],
    offices: Set[tuple[str | None, str | None]],
    sides: Counter[str],
) -> Entity | None:
    """The ministry that a bare one is: ``places`` are the block's by their first word, ``offices``
    those that the page tells of with their states, and whole ministries' ids, ``sides`` how often it
    names each state.
    """
    kind = kind_of(text, span)
    side = _told_behind(words, span, places)
    if kind is None or (side is None and kind.suffix == ""):
        return None
    office = kind.suffix.removesuffix("-ministry") + "-minister"
    ministers = {s for s, o in offices if o and s and (o == office or o.endswith(kind.suffix))}
    if side is None and len(ministers) == 1:
        side = ministers.pop()
    if side is None:
        ahead = sides.most_common(2)
        if ahead and (len(ahead) == 1 or ahead[0][1] >= _LEAD * ahead[1][1]):
            side = ahead[0][0]
    state = registry().entity(side)
    return body_of(kind, side) if side and state is not None and state.kind == "state" else None


def _told_behind(words: Sequence[Token], span: Span, places: Mapping[int, str]) -> str | None:
    """The state of the place that في and a name tell right behind a ministry."""
    at = span.last + 1
    if at + 1 >= len(words) or words[at].key != "في":
        return None
    place = places.get(at + 1)
    return registry().side_of(place) if place else None


__all__ = ["HEAD", "is_ministry", "kind_of", "ministry_of"]
