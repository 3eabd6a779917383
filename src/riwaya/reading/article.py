"""Which lines of an HTML page are laid out: from the title to what ends the article.

trafilatura's extraction votes for lines; what stands between them, and what belongs to the article
right before and behind them, comes from our own walk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import trafilatura

from riwaya.model import Hint
from riwaya.reading.dateline import is_byline
from riwaya.reading.lexicon import furniture, key
from riwaya.reading.tree import Piece, zones_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLANK = re.compile(r"\s+")
_SHORTEST_VOTE = 25
_SEARCHED_MOST = 200_000
"""The longest extraction that is searched for parts of its lines; beyond, only whole lines count."""
_TITLE_TAIL = re.compile(r"\s+[|–—\-»:•]+\s+")
_BEHIND_MOST = 25
_OUTSIDE = frozenset({"nav", "footer", "comments", "share", "form"})


@dataclass(frozen=True, slots=True)
class Article:
    """The laid-out pieces of a page; ``title`` is the place of its title among them, or None."""

    pieces: tuple[Piece, ...]
    title: int | None


def bare(text: str) -> str:
    """A text without blanks, to compare what two extractions made of one page."""
    return _BLANK.sub("", text)


@dataclass(frozen=True, slots=True)
class Votes:
    """The text that trafilatura takes for the article, without blanks: whole, and line by line."""

    text: str
    lines: frozenset[str]

    def __contains__(self, line: str) -> bool:
        return line in self.lines or (len(self.text) < _SEARCHED_MOST and line in self.text)


def votes(tree: HtmlElement) -> Votes:
    """What trafilatura takes for the article; nothing where it finds none or fails."""
    try:
        document = trafilatura.bare_extraction(
            deepcopy(tree), include_comments=False, with_metadata=False, include_tables=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError):
        return Votes("", frozenset())  # trafilatura on odd trees: our own walk goes on alone
    text = getattr(document, "text", None) or ""
    return Votes(bare(text), frozenset(map(bare, text.split("\n"))))


def title_of(shown: Sequence[Piece], hints: Sequence[Hint]) -> str | None:
    """The article's title: the heading that the page's metadata repeat, else the best of either."""
    told = [h.value for h in hints if h.kind in ("title", "page_title")]
    told_keys = [key(value) for value in told]
    headings = [
        p for p in shown if p.tag in ("h1", "h2") and "nav" not in p.zones and len(p.text) > 8
    ]
    for piece in headings:
        mine = key(piece.text)
        if mine and any(mine in one or (one in mine and len(one) > 15) for one in told_keys):
            return piece.text
    first = [p for p in headings if p.tag == "h1" and not p.zones & {"footer", "nav", "aside"}]
    if first:
        return first[0].text
    return max(_TITLE_TAIL.split(told[0]), key=len).strip() if told else None


def article(shown: Sequence[Piece], voted_by: Votes, title: str | None) -> Article:
    """The pieces from the title to what ends the article; page furniture outside is left out."""
    voted = [at for at, piece in enumerate(shown) if _voted(piece, voted_by)]
    voted = voted or [at for at, piece in enumerate(shown) if _is_prose(piece)]
    if not voted:
        return Article((), None)
    container = _container([shown[at] for at in voted])
    shown = _without_zones_of(container, shown)
    voted = [at for at in voted if not shown[at].zones & _OUTSIDE] or voted
    title_at = _title_at(shown, title, voted[0])
    taken = {*voted, title_at}
    start = voted[0] if title_at is None else min(title_at, voted[0])
    kept = [at for at in range(start, voted[-1] + 1) if at in taken or _belongs(shown[at])]
    kept += _behind(shown, voted[-1], container)
    out = [shown[at] for at in kept]
    if title and title_at is None:
        first = shown[voted[0]]
        head = Piece(title, first.element, tag="h1", path=first.path)
        return Article((head, *out), 0)
    return Article(tuple(out), kept.index(title_at) if title_at is not None else None)


def _voted(piece: Piece, voted_by: Votes) -> bool:
    text = bare(piece.text)
    return len(text) >= _SHORTEST_VOTE and piece.link_share <= 0.8 and text in voted_by


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) > 80 and piece.link_share < 0.4 and not piece.zones & _OUTSIDE


def _container(voted: Sequence[Piece]) -> HtmlElement:
    """The nearest element that holds most of the voted text."""
    weights: dict[HtmlElement, int] = {}
    for piece in voted:
        for ancestor in [piece.element, *piece.element.iterancestors()]:
            weights[ancestor] = weights.get(ancestor, 0) + len(piece.text)
    most = 0.8 * max(weights.values())
    inside = [element for element, weight in weights.items() if weight >= most]
    return max(inside, key=lambda element: sum(1 for _ in element.iterancestors()))


def _without_zones_of(container: HtmlElement, shown: Sequence[Piece]) -> list[Piece]:
    """The pieces without the zones that enclose the whole article: they tell nothing of its parts."""
    enclosing: set[str] = set()
    for element in [container, *container.iterancestors()]:
        enclosing |= zones_of(element)
    if not enclosing:
        return list(shown)
    return [
        replace(piece, zones=piece.zones - enclosing)
        if piece.zones & enclosing and _inside(piece, container)
        else piece
        for piece in shown
    ]


def _inside(piece: Piece, container: HtmlElement) -> bool:
    return container is piece.element or any(e is container for e in piece.element.iterancestors())


def _title_at(shown: Sequence[Piece], title: str | None, first: int) -> int | None:
    """Where the title stands: its nearest copy before the article's first voted line."""
    if title is None:
        return None
    mine = key(title)
    places = [at for at, piece in enumerate(shown[: first + 1]) if key(piece.text) == mine]
    headings = [at for at in places if shown[at].tag in ("h1", "h2")]
    return next(iter((headings or places)[::-1]), None)


def _belongs(piece: Piece) -> bool:
    """Whether a piece between the title and the last voted line is laid out."""
    return not piece.zones & _OUTSIDE and len(piece.text) > 1


def _behind(shown: Sequence[Piece], end: int, container: HtmlElement) -> list[int]:
    """The pieces right behind the last voted one that are still the article's: links, source, end mark."""
    out: list[int] = []
    linking = False
    for at in range(end + 1, min(end + _BEHIND_MOST, len(shown))):
        piece = shown[at]
        if not _inside(piece, container) or piece.zones & _OUTSIDE:
            break
        whole = key(piece.text)
        if whole in furniture()["related"].whole:
            linking = True
        elif linking and (piece.link_share > 0.5 or "li" in piece.zones):
            pass
        elif not (
            _ends(piece, whole)
            or (_is_prose(piece) and piece.element.getparent() is shown[end].element.getparent())
        ):
            break
        out.append(at)
    return out


def _ends(piece: Piece, whole: str) -> bool:
    """Whether a piece is a source line, an end mark, an agency's slug or a link to more."""
    lexicon = furniture()
    if whole in lexicon["end"].whole or is_byline(whole):
        return True
    return any(
        (opening := lexicon[role].opening) is not None and opening.match(whole)
        for role in ("source", "related")
    )
