"""Articles whose text stands in the page's data alone: schema.org's ``articleBody`` in JSON-LD.

Some sites send an empty page that a script fills; the text stands in what they tell search engines.
"""

from __future__ import annotations

import html
import re

from riwaya.reading.article import Article
from riwaya.reading.metadata import article_nodes
from riwaya.reading.titles import Title
from riwaya.reading.tree import Element, MarkupError, Piece, parse, pieces

_SHORTEST = 200
_MOST_SHOWN = 0.5
"""The share of the told text that the page may show for its text to count as not shown."""
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|span|strong|a)\b", re.I)


def embedded_article(tree: Element, found: Article, title: Title | None) -> Article | None:
    """The article that the page's data tell, where the page itself shows little or nothing of it."""
    lines = max(
        (_lines(node.get("articleBody")) for node in article_nodes(tree)), key=_size, default=[]
    )
    shown = _size([p.text for at, p in enumerate(found.pieces) if at != found.title])
    if _size(lines) < _SHORTEST or shown > _MOST_SHOWN * _size(lines):
        return None
    out = [Piece(line, tree, tag="p") for line in lines]
    if title is None:
        return Article(tuple(out), None)
    return Article((Piece(title.text, tree, tag="h1"), *out), 0)


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))


def _lines(body: object) -> list[str]:
    if not isinstance(body, str):
        return []
    text = html.unescape(body)
    if _TAG.search(text):
        try:
            return [piece.text for piece in pieces(parse(f"<div>{text}</div>"))]
        except MarkupError:
            return []
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
