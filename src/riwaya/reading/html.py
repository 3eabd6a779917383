"""HTML pages: laid out as lines, with the role of each.

The lines are chosen by a vote and our own walk (:mod:`riwaya.reading.article`); the roles are then
decided as for plain text, with what markup says as further evidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from riwaya.model import Block, Hint, Page, Role
from riwaya.reading.article import Article, Votes, article, is_thin, votes
from riwaya.reading.cards import mark_cards
from riwaya.reading.embedded import embedded_article
from riwaya.reading.features import Given, features
from riwaya.reading.lexicon import key
from riwaya.reading.lines import Line, cut
from riwaya.reading.metadata import hints as metadata_hints
from riwaya.reading.metadata import markup_dates, unique
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.roles import by_hand, decide
from riwaya.reading.titles import find_title
from riwaya.reading.tree import MarkupError, Piece, parse, parse_again, pieces, within_line
from riwaya.times.stamps import is_stamp

__all__ = ["MarkupError", "page_from_html", "page_from_html_record"]

_OWN_WORDS = 0.3
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ZONE_FEATURES: dict[str, str] = {
    "figcaption": "html_caption", "figure": "html_caption", "caption": "html_caption",
    "links": "html_links_zone", "aside": "html_links_zone", "card": "html_links_zone",
    "comments": "html_comments_zone", "time": "html_byline", "byline": "html_byline",
    "share": "html_navigation", "nav": "html_navigation", "li": "html_li",
}  # fmt: skip
_CERTAIN: tuple[tuple[str, Role], ...] = (
    ("figcaption", "caption"), ("card", "related"), ("bio", "byline"), ("aside", "related"),
)  # fmt: skip
"""Zones that leave no doubt, the first that holds before the others."""
_FEED_FOOT = re.compile(
    r"The post\s.{1,300}\sappeared first on\s|(?:ظهرت المقالة|التدوينة|المقالة|المقال)\s.{1,300}\s(?:ظهرت\s)?أول[اً]+\s(?:على|في)\s"
)
"""What WordPress puts below each item of a feed."""
_WHOLE_PAGE = 1500
"""Code points of body from which an article in the page's data is not looked for."""


def page_from_html(page_id: str, text: str, *, url: str | None = None) -> Page:
    """The page that decoded markup shows. Its text is laid out here; ``layout`` has the blocks.

    Raises :class:`MarkupError` where the markup is too deep or holds no tree.
    """
    tree = parse(text)
    shown = pieces(tree)
    hints = metadata_hints(tree, url)
    title = find_title(shown, hints)
    at = title.at if title else None
    shown = mark_cards(shown, None if at is None else shown[at].element)
    found = article(shown, _votes(text, shown), title)
    if sum(len(piece.text) for piece in found.pieces) < _WHOLE_PAGE:
        found = embedded_article(tree, found, title) or found
    hints = unique([*hints, *_shown_dates(found)])
    if title:
        hints.insert(0, Hint(kind="title", value=title.text, basis="heading"))
    laid_out = "\n\n".join(piece.text for piece in found.pieces)
    address = url or next((h.value for h in hints if h.kind == "url" and _is_web(h.value)), None)
    return page_from_text(
        page_id, laid_out, format="html", url=address, hints=tuple(hints),
        layout=_layout(cut(laid_out), found, hints),
    )  # fmt: skip


def _votes(text: str, shown: Sequence[Piece]) -> Votes:
    """What trafilatura takes for the article; its fallbacks are asked only where it sees little."""
    quick = votes(parse_again(text), fast=True)
    return votes(parse_again(text), fast=False) if is_thin(shown, quick) else quick


def page_from_html_record(page_id: str, record: Mapping[str, Any]) -> Page:
    """The page of a record whose body is markup (a feed's item), its lines with what markup says of them.

    Raises :class:`MarkupError`.
    """
    markup = record["html"]
    shown = mark_cards(pieces(parse(f"<div>{markup}</div>")), None) if markup.strip() else []
    text = "\n\n".join(piece.text for piece in shown)
    page = page_from_record(page_id, {**record, "text": text})
    title = str(record.get("title") or "").strip()
    lines = cut(page.text)
    if not shown or len(lines) != len(shown) + bool(title):
        return page
    head = (Piece(title, shown[0].element, tag="h1"),) if title else ()
    article = Article((*head, *shown), 0 if title else None)
    return msgspec.structs.replace(page, layout=_layout(lines, article, page.hints))


def _layout(lines: Sequence[Line], found: Article, hints: Sequence[Hint]) -> tuple[Block, ...]:
    """The blocks of the laid-out lines, one a piece."""
    authors = frozenset(key(h.value) for h in hints if h.kind == "author") - {""}
    shown = features(lines, Given(frozenset(), authors, record=False))
    for at, (marks, piece) in enumerate(zip(shown, found.pieces, strict=True)):
        marks.update(_marked(piece))
        if found.title is not None:
            marks.add("given_title" if at == found.title else "not_title")
    # The trained weights know no markup: what it says was weighed by hand, and so is the rest here.
    roles = decide(shown, by_hand())
    return tuple(
        Block(
            start=line.start,
            end=line.end,
            role="title" if at == found.title else _certain(piece) or roles[at],
            path=piece.path,
        )
        for at, (line, piece) in enumerate(zip(lines, found.pieces, strict=True))
    )


def _certain(piece: Piece) -> Role | None:
    """The role that markup leaves no doubt of, or a line that is a date or a feed's own and nothing else."""
    if _FEED_FOOT.match(piece.text):
        return "navigation"
    role = next((role for zone, role in _CERTAIN if zone in piece.zones), None)
    return role or ("byline" if "links" not in piece.zones and is_stamp(piece.text) else None)


def _marked(piece: Piece) -> set[str]:
    """What markup says of a piece, as features."""
    out = {_ZONE_FEATURES[zone] for zone in piece.zones if zone in _ZONE_FEATURES}
    if piece.tag in _HEADINGS:
        out.add("html_heading")
        if piece.link_share < _OWN_WORDS and "html_links_zone" not in out:
            out.add("html_own_heading")
    if piece.tag == "p":
        out.add("html_p")
    if piece.link_share > 0.7:
        out.add("html_linked")
    return out


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _shown_dates(found: Article) -> list[Hint]:
    """The dates that elements of the laid-out lines state, those of links to other pages aside."""
    lines = [piece.element for piece in found.pieces if not piece.zones & {"card", "links"}]
    return markup_dates([e for line in dict.fromkeys(lines) for e in within_line(line)])
