"""An HTML tree as a row of pieces: each line of text that a reader sees, and what markup says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from lxml import etree, html

MAX_DEPTH = 600
"""How deep elements may nest: real pages stay under 100."""
MAX_LINES = 20_000
"""How many lines a page may have: real pages stay under 5,000."""

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "head",
        "select",
        "option",
        "textarea",
        "button",
        "canvas",
        "video",
        "audio",
        "map",
        "math",
        "input",
        "picture",
        "source",
        "track",
        "dialog",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "nobr",
    ]
)
_TELLING = frozenset(
    "article main nav aside footer header figure figcaption form table li blockquote time".split()  # noqa: SIM905
)
"""Elements whose name says what they hold."""
_WRAPPERS = frozenset({"html", "body", "main", "article"})
_TOO_DEEP = f"elements nest more than {MAX_DEPTH} deep"
_SPACE = re.compile(r"[ \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ZONES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("comments", re.compile(r"comment|disqus|livefyre|reply|respond|newsletter|subscri|signup|sign-up", re.I)),
    ("links", re.compile(r"relat|recommend|read-?more|see-?also|more-?news|most-?read|trending|also-?read|outbrain|taboola|suggest|similar|popular|tags?\b|topics|keywords|m-rec", re.I)),
    ("share", re.compile(r"share|social|toolbar|print|breadcrumb|pagination|navbar|\bmenu\b|\bads?\b|advert|banner|sponsor|cookie|popup|modal", re.I)),
    ("caption", re.compile(r"caption|credit|figure|image-?desc|img-?desc|photo-?desc|legend", re.I)),
    ("byline", re.compile(r"byline|author|writer|publish|dateline|\bdate\b|timestamp|post-?meta|entry-?meta|article-?info|reporter", re.I)),
)  # fmt: skip


class MarkupError(Exception):
    """Markup that cannot be read safely."""


@dataclass(slots=True)
class Piece:
    """A line of the page: its text, where it stands, how much of it is links, what markup says."""

    text: str
    element: html.HtmlElement
    linked: int = 0
    zones: frozenset[str] = frozenset()
    tag: str = ""
    path: str = ""

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))


def parse(text: str) -> html.HtmlElement:
    """The tree of a page. Raises :class:`MarkupError` where there is none, or it is too deep."""
    clean = text.replace("\x00", "")
    if clean.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        clean = re.sub(r"^[\ufeff\s]*<\?xml[^>]*>", "", clean, count=1)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise MarkupError("no tree can be made of it") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise MarkupError(_TOO_DEEP)
    return tree


def zones_of(element: html.HtmlElement) -> frozenset[str]:
    """The zones that an element opens: by its tag where that says something, and by its class and id."""
    named = [element.get(name) for name in ("class", "id", "itemprop")]
    return _zones(element.tag, " ".join(filter(None, named)))


@lru_cache(maxsize=4096)
def _zones(tag: str, named: str) -> frozenset[str]:
    out = {tag} & _TELLING
    if named and tag not in _WRAPPERS:
        out |= {zone for zone, pattern in _ZONES if pattern.search(named)}
    return frozenset(out)


def _is_hidden(element: html.HtmlElement) -> bool:
    if element.tag in _SKIPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def pieces(tree: html.HtmlElement) -> list[Piece]:
    """The lines of a tree in document order. Raises :class:`MarkupError` where it is too deep or long."""
    body = tree.find("body")
    root = tree if body is None else body
    shown = list(islice(_Walk(root).pieces(), MAX_LINES + 1))
    if len(shown) > MAX_LINES:
        raise MarkupError(f"more than {MAX_LINES} lines")
    return shown


@dataclass(slots=True)
class _Level:
    """An open element: its XPath, the zones it stands in, how many children of each name it had."""

    element: html.HtmlElement
    path: str
    zones: frozenset[str]
    inline: bool
    children: Counter[str] = field(default_factory=Counter)


class _Walk:
    """Text gathered between block elements and line breaks, without recursion."""

    def __init__(self, root: html.HtmlElement) -> None:
        self._root = root
        path = str(root.getroottree().getpath(root))
        self._levels = [_Level(root, path, zones_of(root), inline=False)]
        self._blocks = self._levels[:]
        self._parts: list[str] = []
        self._linked = self._links = 0

    def pieces(self) -> Iterator[Piece]:
        self._gather(self._root.text)
        skip: html.HtmlElement | None = None
        depth = 0
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise MarkupError(_TOO_DEEP)
            if element is self._root:
                continue
            if skip is None and event == "start":
                skip = element if _is_hidden(element) else None
                yield from self._open(element, hidden=skip is not None)
            elif event == "end" and skip in (None, element):
                if skip is None:
                    yield from self._close(element)
                skip = None
                self._gather(element.tail)
        yield from self._flush()

    def _open(self, element: html.HtmlElement, *, hidden: bool) -> Iterator[Piece]:
        above = self._levels[-1]
        tag = str(element.tag)
        above.children[tag] += 1
        if hidden:
            return
        own = zones_of(element)
        path = f"{above.path}/{tag}[{above.children[tag]}]"
        level = _Level(element, path, above.zones | own if own else above.zones, tag in _INLINE)
        if not level.inline:
            yield from self._flush()
            self._blocks.append(level)
        self._levels.append(level)
        self._links += tag == "a"
        self._gather(element.text)

    def _close(self, element: html.HtmlElement) -> Iterator[Piece]:
        level = self._levels[-1]
        if not level.inline:
            yield from self._flush()
            self._blocks.pop()
        self._links -= element.tag == "a"
        self._levels.pop()

    def _gather(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _flush(self) -> Iterator[Piece]:
        text = _SPACE.sub(" ", "".join(self._parts)).strip()
        if text:
            block, here = self._blocks[-1], self._levels[-1]
            zones = here.zones if here.inline else block.zones
            tag = str(block.element.tag)
            yield Piece(text, block.element, self._linked, zones, tag, block.path)
        self._parts.clear()
        self._linked = 0
