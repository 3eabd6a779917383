"""HTML pages: laid out as lines, the article among them found by a vote and by our own walk.

trafilatura's extraction says which lines are the article's; the lines around and between them that
it leaves out (title, byline, captions, subheadings, links, source line) come from the walk over the
tree.  The roles are then decided as for plain text, with what markup says as further evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import trafilatura

from riwaya.model import Block, Hint, Page
from riwaya.reading.features import Given, features
from riwaya.reading.lexicon import key
from riwaya.reading.lines import Line, cut
from riwaya.reading.metadata import hints as metadata_hints
from riwaya.reading.page import page_from_text
from riwaya.reading.roles import decide
from riwaya.reading.tree import MarkupError, Piece, parse, pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MarkupError", "fragment_text", "page_from_html"]

_BLANK = re.compile(r"\s+")
_SHORTEST_VOTE = 25
_TITLE_TAIL = re.compile(r"\s+[|–—\-»:•]+\s+")


def page_from_html(page_id: str, text: str, *, url: str | None = None) -> Page:
    """The page that decoded markup shows. Its text is laid out here; ``layout`` has the blocks.

    Raises :class:`MarkupError` where the markup is too deep or holds no tree.
    """
    tree = parse(text)
    found = metadata_hints(tree, url)
    shown = pieces(tree)
    title = _title(shown, found)
    kept = _article(shown, _votes(tree), title)
    laid_out = "\n\n".join(piece.text for piece in kept)
    lines = cut(laid_out)
    hints = [*found, *_date_hint(tree, found, url)]
    if title:
        hints.insert(0, Hint(kind="title", value=title, basis="heading"))
    roles = decide(_features(lines, kept, title, hints))
    layout = tuple(
        Block(start=line.start, end=line.end, role=role, path=piece.path)
        for line, piece, role in zip(lines, kept, roles, strict=True)
    )
    address = url or next(
        (h.value for h in hints if h.kind == "url" and urlsplit_ok(h.value)), None
    )
    return page_from_text(
        page_id, laid_out, format="html", url=address, layout=layout, hints=tuple(hints)
    )


def fragment_text(markup: str) -> str:
    """The lines of a piece of markup (a feed's item), one a block, a blank line between."""
    if not markup.strip():
        return ""
    return "\n\n".join(piece.text for piece in pieces(parse(f"<div>{markup}</div>")))


def urlsplit_ok(url: str) -> bool:
    """Whether an address can be read as one of the web."""
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _bare(text: str) -> str:
    return _BLANK.sub("", text)


def _votes(tree: HtmlElement) -> str:
    """The text that trafilatura takes for the article, without blanks; empty where it finds none."""
    try:
        document = trafilatura.bare_extraction(
            deepcopy(tree), include_comments=False, with_metadata=False, include_tables=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError, IndexError):
        return ""  # trafilatura on odd trees: our own walk goes on alone
    return _bare(document.text or "") if document is not None else ""


def _title(shown: Sequence[Piece], hints: Sequence[Hint]) -> str | None:
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
    if told:
        parts = _TITLE_TAIL.split(told[0])
        return max(parts, key=len).strip()
    return None


def _voted(piece: Piece, votes: str) -> bool:
    text = _bare(piece.text)
    return len(text) >= _SHORTEST_VOTE and text in votes


def _article(shown: Sequence[Piece], votes: str, title: str | None) -> list[Piece]:
    """The pieces from the title to what ends the article; page furniture outside is left out."""
    voted = [
        at for at, piece in enumerate(shown) if _voted(piece, votes) and not _is_furniture(piece)
    ]
    if not voted:
        voted = [at for at, p in enumerate(shown) if _is_prose(p)]
    if not voted:
        return []
    container = _container([shown[at] for at in voted])
    title_at = _title_at(shown, title, voted[0])
    start, end = min(voted[0], voted[-1]), voted[-1]
    start = title_at if title_at is not None and title_at < start else start
    kept = [at for at in range(start, end + 1) if _belongs(shown[at], at, voted, title_at)]
    kept += _behind(shown, end, container)
    out = [shown[at] for at in kept]
    if title and title_at is None:
        out.insert(0, Piece(title, shown[voted[0]].element, 0, frozenset(), "h1"))
    return out


def _is_furniture(piece: Piece) -> bool:
    return bool(piece.zones & {"comments", "nav", "footer", "share"}) or piece.link_share > 0.8


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) > 80 and piece.link_share < 0.4 and not _is_furniture(piece)


def _title_at(shown: Sequence[Piece], title: str | None, first: int) -> int | None:
    """Where the title stands: its nearest copy before the article's first voted line."""
    if title is None:
        return None
    mine = key(title)
    places = [
        at
        for at, p in enumerate(shown)
        if key(p.text) == mine and p.tag in ("h1", "h2", "h3", "div", "span", "p")
    ]
    headings = [at for at in places if shown[at].tag in ("h1", "h2")] or places
    before = [at for at in headings if at <= first]
    return before[-1] if before else None


def _container(voted: Sequence[Piece]) -> HtmlElement:
    """The nearest element that holds most of the voted text."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for piece in voted:
        total += len(piece.text)
        for ancestor in [piece.element, *piece.element.iterancestors()]:
            weights[ancestor] = weights.get(ancestor, 0) + len(piece.text)
    inside = [e for e, weight in weights.items() if weight >= 0.8 * total]
    return max(inside, key=lambda e: sum(1 for _ in e.iterancestors()))


def _belongs(piece: Piece, at: int, voted: Sequence[int], title_at: int | None) -> bool:
    """Whether a piece between the title and the last voted line is laid out."""
    if at in voted or at == title_at:
        return True
    return not (piece.zones & {"nav", "comments", "form", "share"}) and len(piece.text) > 1


def _behind(shown: Sequence[Piece], end: int, container: HtmlElement) -> list[int]:
    """The pieces right behind the last voted one, in the same container."""
    out = []
    for at in range(end + 1, min(end + 25, len(shown))):
        piece = shown[at]
        if container is not piece.element and container not in piece.element.iterancestors():
            break
        if _is_furniture(piece) and piece.link_share <= 0.8:
            continue
        out.append(at)
    return out


def _features(
    lines: Sequence[Line], kept: Sequence[Piece], title: str | None, hints: Sequence[Hint]
) -> list[set[str]]:
    """The features of plain text, and those that markup adds."""
    given = Given(
        frozenset({key(title)} if title else ()),
        frozenset(key(h.value) for h in hints if h.kind == "author") - {""},
        False,
    )
    out = features(lines, given)
    for found, piece in zip(out, kept, strict=True):
        found |= _marked(piece)
    return out


def _marked(piece: Piece) -> set[str]:
    out = set()
    if piece.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        out.add("html_heading")
    if piece.tag == "p":
        out.add("html_p")
    if "figcaption" in piece.zones or "figure" in piece.zones or "caption" in piece.zones:
        out.add("html_caption")
    if piece.link_share > 0.7:
        out.add("html_linked")
    if piece.zones & {"links", "aside"}:
        out.add("html_links_zone")
    if "comments" in piece.zones:
        out.add("html_comments_zone")
    if "time" in piece.zones or "byline" in piece.zones:
        out.add("html_byline")
    if piece.zones & {"share", "nav"}:
        out.add("html_navigation")
    if "li" in piece.zones:
        out.add("html_li")
    return out


def _date_hint(tree: HtmlElement, found: Sequence[Hint], url: str | None) -> list[Hint]:
    """Htmldate's reading, asked only where the page's metadata give no day."""
    if any(h.kind == "published" and h.basis != "url" for h in found):
        return []
    import htmldate

    try:
        date = htmldate.find_date(
            deepcopy(tree), url=url, extensive_search=False, original_date=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return []
    return [Hint(kind="published", value=date, basis="htmldate")] if date else []
