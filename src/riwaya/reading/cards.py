"""Teaser cards: small boxes of one make, each with a link to another article.

Sites print the leads of other articles beside, below and inside the one that was asked for.  They
read as its own text; what gives them away is that they repeat: siblings of one element name and
class, nearly all with a link of a headline's length, none with much text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.tree import Element, Piece

_HEADLINE = 15
_LINKED = 0.8
_FEWEST = 3
_SHARE = 0.6
"""How many of the siblings must have a headline's link."""
_MOST_TEXT, _MOST_PIECES = 600, 8
"""What one card may hold beside its links."""
_CLIMBED = 8


def mark_cards(shown: Sequence[Piece], title: Element | None) -> list[Piece]:
    """The pieces, those inside cards with the zone ``card``; never those beside the page's title."""
    cards = _cards(shown, _around(title))
    if not cards:
        return list(shown)
    return [
        replace(piece, zones=piece.zones | {"card"}) if _inside_any(piece, cards) else piece
        for piece in shown
    ]


def _around(title: Element | None) -> set[Element]:
    return set() if title is None else {title, *title.iterancestors()}


def _inside_any(piece: Piece, cards: set[Element]) -> bool:
    element: Element | None = piece.element
    for _ in range(_CLIMBED):
        if element is None:
            return False
        if element in cards:
            return True
        element = element.getparent()
    return False


def _cards(shown: Sequence[Piece], excluded: set[Element]) -> set[Element]:
    groups: dict[tuple[Element, str, str], set[Element]] = defaultdict(set)
    for piece in shown:
        if len(piece.text) < _HEADLINE or piece.link_share <= _LINKED:
            continue
        element = piece.element
        for _ in range(_CLIMBED):
            parent = element.getparent()
            if parent is None or element in excluded:
                break
            groups[(parent, *_make(element))].add(element)
            element = parent
    found: set[Element] = set()
    for (parent, *make), members in groups.items():
        if len(members) >= _FEWEST and len(members) >= _SHARE * sum(
            _make(child) == tuple(make) for child in parent
        ):
            found |= members
    return found - _too_large(shown, found)


def _make(element: Element) -> tuple[str, str]:
    """The name and first class of an element: what siblings of one make share."""
    named = (element.get("class") or "").split(None, 1)
    return str(element.tag), named[0] if named else ""


def _too_large(shown: Sequence[Piece], cards: set[Element]) -> set[Element]:
    """Those that hold more than a card does."""
    text: Counter[Element] = Counter()
    count: Counter[Element] = Counter()
    for piece in shown:
        element: Element | None = piece.element
        for _ in range(_CLIMBED):
            if element is None:
                break
            if element in cards:
                count[element] += 1
                text[element] += len(piece.text) - min(piece.linked, len(piece.text))
            element = element.getparent()
    return {card for card in cards if text[card] > _MOST_TEXT or count[card] > _MOST_PIECES}
