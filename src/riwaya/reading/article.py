"""Which lines of an HTML page are laid out: from the title to what ends the article.

trafilatura's extraction votes for lines; what stands between them, and what belongs to the article
right before and behind them, comes from our own walk.  Cards of other articles, comments and a second
article below have no vote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import trafilatura

from riwaya.arabic import fold_key
from riwaya.reading.dateline import is_byline, is_date
from riwaya.reading.lexicon import furniture, key
from riwaya.reading.titles import Title
from riwaya.reading.tree import Element, Piece, zones_of
from riwaya.times.stamps import is_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLANK = re.compile(r"\s+")
_SHORTEST_VOTE = 25
_SEARCHED_MOST = 200_000
"""The longest extraction that is searched for parts of its lines; beyond, only whole lines count."""
_BEHIND_MOST = 25
_ABOVE_MOST, _BOX, _LABEL = 6, 3, 90
"""How many pieces above a title are looked at, how many elements up its box is, and how long they are."""
_THIN = 250
"""Code points under which a vote may have missed the article."""
_OUTSIDE = frozenset({"nav", "footer", "comments", "share", "form"})
_OTHERS = _OUTSIDE | {"card", "bio"}
_LETTER = re.compile(r"[^\W\d_]")
_DAY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_ADDRESS = re.compile(r"https?://\S+")
_COMMENTS = re.compile(r"(?:ال)?تعليق(?:ات|ان)?\W*\d*|\d+\s+(?:تعليق|تعليقات)")


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


def votes(tree: HtmlElement, *, fast: bool) -> Votes:
    """What trafilatura takes for the article; nothing where it finds none or fails. Spoils the tree.

    ``fast`` leaves out its fallbacks.
    """
    try:
        document = trafilatura.bare_extraction(
            tree, include_comments=False, with_metadata=False, include_tables=True, fast=fast
        )
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError):
        return Votes("", frozenset())  # trafilatura on odd trees: our own walk goes on alone
    text = getattr(document, "text", None) or ""
    return Votes(bare(text), frozenset(map(bare, text.split("\n"))))


def is_thin(shown: Sequence[Piece], voted_by: Votes) -> bool:
    """Whether so little is voted for that the page's prose, by our own walk, is mostly elsewhere."""
    voted = sum(
        len(piece.text) for piece in shown if "card" not in piece.zones and _voted(piece, voted_by)
    )
    return voted < _THIN and sum(len(p.text) for p in shown if _is_prose(p)) > 2 * voted


def article(shown: Sequence[Piece], voted_by: Votes, title: Title | None) -> Article:
    """The pieces from the title to what ends the article; page furniture outside is left out.

    ``shown`` has its cards marked (:func:`riwaya.reading.cards.mark_cards`).
    """
    title_at = title.at if title else None
    shown = shown[: _next_article(shown, title_at)]
    voted = _body(shown, voted_by, title_at)
    if not voted:
        return Article((), None)
    container = _container([shown[at] for at in voted])
    heading = None if title_at is None else shown[title_at].element
    shown = _without_zones_of(container, heading, shown)
    voted = [at for at in voted if not shown[at].zones & _OUTSIDE] or voted
    if title_at is None or title_at > voted[0]:
        title_at = _title_before(shown, title, voted[0])
    return _laid_out(shown, voted, title, title_at, container)


def _laid_out(
    shown: Sequence[Piece],
    voted: Sequence[int],
    title: Title | None,
    title_at: int | None,
    container: Element,
) -> Article:
    taken = {*voted, title_at}
    start = voted[0] if title_at is None else min(title_at, voted[0])
    kept = [] if title_at is None else _above(shown, title_at)
    kept += [at for at in range(start, voted[-1] + 1) if at in taken or _belongs(shown[at])]
    kept += _behind(shown, voted[-1], container)
    out = [shown[at] for at in kept]
    if title and title_at is None:
        head = Piece(title.text, shown[voted[0]].element, tag="h1")
        return Article((head, *out), 0)
    return Article(tuple(out), kept.index(title_at) if title_at is not None else None)


def _body(shown: Sequence[Piece], voted_by: Votes, title_at: int | None) -> list[int]:
    """The places of the article's text: what is voted for and stands in no card, else our own guess."""
    voted = [at for at, piece in enumerate(shown) if _voted(piece, voted_by)]
    own = [at for at in voted if not shown[at].zones & {"card", "bio"}]
    own = _with_larger(shown, own, title_at)
    own = own or [at for at, piece in enumerate(shown) if _is_prose(piece)]
    if not own:  # a brief: whole sentences right behind the title
        start = len(shown) if title_at is None else title_at + 1
        own = _sentences_from(shown, start)
    return _before_comments(shown, own)


def _with_larger(shown: Sequence[Piece], voted: list[int], title_at: int | None) -> list[int]:
    """The voted places, and the largest run of sibling paragraphs behind the title that the vote missed."""
    groups: dict[Element | None, list[int]] = {}
    for at, piece in enumerate(shown):
        if _is_prose(piece) and (title_at is None or at > title_at):
            groups.setdefault(piece.element.getparent(), []).append(at)

    def size(places: Sequence[int]) -> int:
        return sum(len(shown[at].text) for at in places)

    largest = max(groups.values(), key=size, default=[])
    missed = len(largest) > 1 and not set(largest) & set(voted) and size(largest) > 2 * size(voted)
    return sorted({*voted, *largest}) if missed and voted else voted


def _sentences_from(shown: Sequence[Piece], start: int) -> list[int]:
    out: list[int] = []
    for at in range(start, len(shown)):
        piece = shown[at]
        if piece.zones & _OTHERS or piece.link_share > 0.5:
            if out:
                break
        elif len(piece.text.split()) >= 4 and piece.text.rstrip('"»” ')[-1:] in ".؟!":
            out.append(at)
    return out


def _before_comments(shown: Sequence[Piece], voted: Sequence[int]) -> list[int]:
    """The voted places before a heading of readers' comments that stands behind some text."""
    if not voted:
        return []
    for at in range(voted[0] + 1, voted[-1]):
        piece = shown[at]
        if len(piece.text) <= 30 and _COMMENTS.fullmatch(key(piece.text)):
            return [place for place in voted if place < at]
    return list(voted)


def _next_article(shown: Sequence[Piece], title_at: int | None) -> int:
    """Where another article begins: a heading like the title's, in a box of the same make as its own."""
    if title_at is None or shown[title_at].tag not in ("h1", "h2"):
        return len(shown)
    title = shown[title_at]
    mine = [title.element, *title.element.iterancestors()]
    places = {element: at for at, element in enumerate(mine)}
    for at in range(title_at + 1, len(shown)):
        piece = shown[at]
        if piece.tag != title.tag or "card" in piece.zones or key(piece.text) == key(title.text):
            continue
        below = piece.element
        for ancestor in piece.element.iterancestors():
            if (place := places.get(ancestor)) is not None:
                if place > 1 and _same_make(mine[place - 1], below):
                    return at
                break
            below = ancestor
    return len(shown)


def _same_make(a: Element, b: Element) -> bool:
    return a is not b and a.tag == b.tag and a.get("class") == b.get("class")


def _voted(piece: Piece, voted_by: Votes) -> bool:
    text = bare(piece.text)
    return len(text) >= _SHORTEST_VOTE and piece.link_share <= 0.8 and text in voted_by


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) > 80 and piece.link_share < 0.4 and not piece.zones & _OTHERS


def _container(voted: Sequence[Piece]) -> Element:
    """The nearest element that holds most of the voted text."""
    weights: dict[Element, int] = {}
    for piece in voted:
        for ancestor in [piece.element, *piece.element.iterancestors()]:
            weights[ancestor] = weights.get(ancestor, 0) + len(piece.text)
    most = 0.8 * max(weights.values())
    inside = [element for element, weight in weights.items() if weight >= most]
    return max(inside, key=lambda element: sum(1 for _ in element.iterancestors()))


def _without_zones_of(
    container: Element, title: Element | None, shown: Sequence[Piece]
) -> list[Piece]:
    """The pieces without the zones that enclose the whole article: they tell nothing of its parts.

    What encloses the title as well is taken from all that it encloses, what encloses the text alone
    from the text.
    """
    above = [container, *container.iterancestors()]
    scope = above if title is None else [e for e in above if e in {title, *title.iterancestors()}]
    out = list(shown)
    for inside, elements in ((scope[0] if scope else container, scope), (container, above)):
        enclosing = frozenset().union(*map(zones_of, elements))
        if enclosing:
            out = [
                replace(piece, zones=piece.zones - enclosing)
                if piece.zones & enclosing and _inside(piece, inside)
                else piece
                for piece in out
            ]
    return out


def _inside(piece: Piece, container: Element) -> bool:
    return container is piece.element or any(e is container for e in piece.element.iterancestors())


def _title_before(shown: Sequence[Piece], title: Title | None, first: int) -> int | None:
    """Where the title stands: its nearest copy before the article's first voted line."""
    if title is None:
        return None
    mine = key(title.text)
    places = [at for at, piece in enumerate(shown[: first + 1]) if key(piece.text) == mine]
    headings = [at for at in places if shown[at].tag in ("h1", "h2", "h3")]
    return next(iter((headings or places)[::-1]), None)


def _belongs(piece: Piece) -> bool:
    """Whether a piece between the title and the last voted line is laid out."""
    told = _LETTER.search(piece.text) or _DAY.search(piece.text)
    return bool(told) and not piece.zones & _OUTSIDE and not _ADDRESS.fullmatch(piece.text)


def _above(shown: Sequence[Piece], title_at: int) -> list[int]:
    """A section's label, a byline and a date right above the title, in the box that holds it."""
    box = _up(shown[title_at].element, _BOX)
    last = shown[title_at - 1] if title_at else None
    if last is not None and not _inside(last, box) and not last.zones & (_OTHERS | {"header"}):
        around = _up(box, _BOX - 1)
        dated = is_stamp(last.text) or is_date(fold_key(last.text))
        return [title_at - 1] if dated and _inside(last, around) else []
    out: list[int] = []
    for at in range(title_at - 1, max(-1, title_at - _ABOVE_MOST - 1), -1):
        piece = shown[at]
        if not _inside(piece, box) or piece.zones & _OTHERS or len(piece.text) > _LABEL:
            break
        whole = key(piece.text)
        before = shown[at - 1] if at else None
        in_menu = before is not None and _inside(before, box) and _is_label(key(before.text))
        label = at == title_at - 1 and _is_label(whole) and not in_menu
        if label or is_byline(whole) or is_stamp(piece.text):
            out.append(at)
    return out[::-1]


def _is_label(whole: str) -> bool:
    return whole in furniture()["section"].whole or whole in furniture()["navigation"].whole


def _behind(shown: Sequence[Piece], end: int, container: Element) -> list[int]:
    """The pieces right behind the last voted one that are still the article's: links, source, end mark.

    Outside the element that holds the text, only a source line, an end mark and a byline are.
    """
    out: list[int] = []
    linking = False
    around = _up(container, 2)
    for at in range(end + 1, min(end + _BEHIND_MOST, len(shown))):
        piece = shown[at]
        if not _inside(piece, container):
            if not _inside(piece, around) or piece.zones & (_OTHERS | {"links", "aside"}):
                break
            if _ends(piece, key(piece.text), ("source",)):
                out.append(at)
            continue
        if piece.zones & _OUTSIDE:
            break
        whole = key(piece.text)
        if whole in furniture()["related"].whole:
            linking = True
        elif linking and (piece.link_share > 0.5 or piece.zones & {"li", "card"}):
            pass
        elif not (_ends(piece, whole) or _goes_on(piece, shown[end])):
            break
        out.append(at)
    return out


def _up(element: Element, levels: int) -> Element:
    """The ancestor some levels up, short of the body."""
    for _ in range(levels):
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        element = parent
    return element


def _goes_on(piece: Piece, last: Piece) -> bool:
    """Whether a piece is a paragraph beside the last one."""
    return _is_prose(piece) and piece.element.getparent() is last.element.getparent()


def _ends(piece: Piece, whole: str, roles: Sequence[str] = ("source", "related")) -> bool:
    """Whether a piece is a source line, an end mark, an agency's slug or a link to more."""
    lexicon = furniture()
    if whole in lexicon["end"].whole or is_byline(whole):
        return True
    return any(
        (opening := lexicon[role].opening) is not None and opening.match(whole) for role in roles
    )
