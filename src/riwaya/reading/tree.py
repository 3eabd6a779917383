"""An HTML tree as a row of pieces: each line of text that a reader sees, and what markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree, html

Element = etree._Element

MAX_DEPTH = 600
"""How deep elements may nest: real pages stay under 100."""
MAX_LINES = 20_000
"""How many lines a page may have: real pages stay under 5,000."""
MAX_ELEMENTS = 100_000
"""How many elements a page may have: real pages stay under 20,000."""

_SKIPPED = frozenset(
    "script style noscript template svg iframe object embed head select option textarea button "  # noqa: SIM905
    "canvas video audio map math input picture source track dialog amp-ad amp-embed".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby "  # noqa: SIM905
    "s samp small span strike strong sub sup time tt u var wbr img nobr amp-img".split()
)
_TELLING = frozenset(
    "article main nav aside footer header figure figcaption form table li blockquote time".split()  # noqa: SIM905
)
"""Elements whose name says what they hold."""
_WRAPPERS = frozenset({"html", "body", "main", "article"})
_LONG_TAG, _MOST_ATTRIBUTES = 30_000, 3_000
"""A start tag from whose length on its attributes are counted, and how many it may have: libxml2
compares each with all before it."""
_START_TAG = re.compile(
    r"""<[A-Za-z][^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+"""  # linear: never taken back
)
_LONG_NAME = re.compile(r"""\b(?:class|id|style)\s*=\s*["'][^"']{10000}""", re.I)
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_ATTRIBUTE = re.compile(r"""[\s"'/]\s*+[^\s"'/=>]""")
_TOO_DEEP = f"elements nest more than {MAX_DEPTH} deep"
_BLANKS = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_SPACE = re.compile(f"[{_BLANKS}]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MACHINE = frozenset({"publisher", "logo", "mainEntityOfPage", "mainentityofpage"})
"""Microdata whose elements are for machines; pages hide them by their style sheets."""
_GLUED = 8
"""Code points from which a line that a link follows without a blank is a line of its own."""
_UNSEEN = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?)(?:\s|$)", re.I)
"""Classes for what is read aloud and not shown."""
_ZONES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("comments", re.compile(r"comment(?!ary)|disqus|livefyre|reply|respond|newsletter|subscri|signup|sign-up", re.I)),
    ("links", re.compile(r"relat(?!ive|ion)|recommend|read-?(?:more|also|next)|see-?also|more-?(?:news|on|from|stor)|most-?(?:read|view|pop)|latest|trending|also-?(?:read|like)|outbrain|taboola|suggest|similar|popular|tags?\b|topics|keywords|m-rec\b|next-?post|prev-?post", re.I)),
    ("share", re.compile(r"share|sharing|social|toolbar|\bprint|breadcrumb|pagination|navbar|\bmenu\b|sidebar|\bads?\b|advert|banner|sponsor|cookie|popup|modal|ticker|breaking", re.I)),
    ("caption", re.compile(r"caption|credit|image-?desc|img-?desc|photo-?desc|pic-?desc|legend", re.I)),
    ("bio", re.compile(r"(?:author|writer)[-_]?(?:box|bio|card|desc|about)|about[-_]?(?:the[-_]?)?(?:author|writer)|[-_]bio\b", re.I)),
    ("byline", re.compile(r"byline|author|writer|publish|dateline|\bdate\b|[-_]date\b|\bdate[-_]|timestamp|post-?meta|entry-?meta|article-?info|reporter|submitted", re.I)),
)  # fmt: skip


class MarkupError(Exception):
    """Markup that cannot be read safely."""


@dataclass(slots=True)
class Piece:
    """A line of the page: its text, where it stands, how much of it is links, what markup says."""

    text: str
    element: Element
    linked: int = 0
    zones: frozenset[str] = frozenset()
    tag: str = ""

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))

    @property
    def path(self) -> str:
        """The element's XPath."""
        return str(self.element.getroottree().getpath(self.element))


def clean(text: str) -> bytes:
    """Markup as lxml takes it: UTF-8, without NUL bytes and without a declaration of another encoding."""
    text = text.replace("\x00", "")
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        text = re.sub(r"^[\ufeff\s]*<\?xml[^>]*>", "", text, count=1)
    return text.encode("utf-8", "replace")


def parse(text: str) -> Element:
    """The tree of a page. Raises :class:`MarkupError` where there is none, or it is too deep."""
    if len(text) > 5 * _LONG_TAG:
        _check_tags(text)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = etree.fromstring(clean(text), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise MarkupError("no tree can be made of it") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise MarkupError(_TOO_DEEP)
    if tree is None:
        raise MarkupError("no tree can be made of it")
    return tree


def _check_tags(text: str) -> None:
    for match in _START_TAG.finditer(text):
        long = match.end() - match.start() > _LONG_TAG
        if long and len(_ATTRIBUTE.findall(_QUOTED.sub("", match.group()))) > _MOST_ATTRIBUTES:
            raise MarkupError(f"an element with more than {_MOST_ATTRIBUTES} attributes")
        if long and _LONG_NAME.search(match.group()):
            raise MarkupError("a class, id or style of more than 10000 characters")


def parse_again(text: str) -> html.HtmlElement:
    """A tree for other libraries to take apart: of ``lxml.html``'s elements, which are slower to walk."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return html.document_fromstring(clean(text), parser=parser)


def zones_of(element: Element) -> frozenset[str]:
    """The zones that an element opens: by its tag where that says something, and by its class and id."""
    return _told_by(element)[0]


def _told_by(element: Element) -> tuple[frozenset[str], bool]:
    """The zones that an element opens, and whether it is hidden."""
    get = element.get
    return _read(
        element.tag,
        get("class"),
        get("id"),
        get("itemprop"),
        get("style"),
        get("hidden") is not None,
    )


@lru_cache(maxsize=8192)
def _read(
    tag: str,
    named: str | None,
    name: str | None,
    item: str | None,
    style: str | None,
    hidden: bool,
) -> tuple[frozenset[str], bool]:
    zones = {tag} & _TELLING
    names = " ".join(filter(None, (named, name, item)))
    if names and tag not in _WRAPPERS:
        zones |= {zone for zone, pattern in _ZONES if pattern.search(names)}
    if tag == "amp-sidebar":
        zones.add("nav")
    unseen = bool((style and _HIDDEN.search(style)) or (named and _UNSEEN.search(named)))
    return frozenset(zones), hidden or unseen or tag in _SKIPPED or item in _MACHINE


def within_line(block: Element) -> Iterator[Element]:
    """A block element and the inline elements of its own lines, in document order."""
    open_elements = [block]
    while open_elements:
        element = open_elements.pop()
        yield element
        open_elements += [child for child in reversed(element) if child.tag in _INLINE]


def pieces(tree: Element) -> list[Piece]:
    """The lines of a tree in document order. Raises :class:`MarkupError` where it is too deep or long."""
    body = tree.find("body")
    shown = list(islice(_Walk(tree if body is None else body).pieces(), MAX_LINES + 1))
    if len(shown) > MAX_LINES:
        raise MarkupError(f"more than {MAX_LINES} lines")
    return shown


_Level = tuple[Element, frozenset[str], bool]
"""An open element, the zones it stands in, and whether it is inline."""


class _Walk:
    """Text gathered between block elements and line breaks, without recursion."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._levels: list[_Level] = [(root, zones_of(root), False)]
        self._blocks = self._levels[:]
        self._parts: list[str] = []
        self._linked = self._links = 0
        self._closed = False
        """Whether an inline element has just ended and no text has come since."""

    def pieces(self) -> Iterator[Piece]:
        self._gather(self._root.text)
        skip: Element | None = None
        depth = count = 0
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            if event == "start":
                depth += 1
                count += 1
                if depth > MAX_DEPTH:
                    raise MarkupError(_TOO_DEEP)
                if count > MAX_ELEMENTS:
                    raise MarkupError(f"more than {MAX_ELEMENTS} elements")
                if skip is None and depth > 1:
                    zones, hidden = _told_by(element)
                    if hidden:
                        skip = element
                        if element.tag not in _INLINE:
                            yield from self._flush()
                    else:
                        yield from self._open(element, zones)
                continue
            depth -= 1
            if depth and (skip is None or skip is element):
                if skip is None:
                    yield from self._close(element)
                skip = None
                if tail := element.tail:
                    self._gather(tail)
        yield from self._flush()

    def _open(self, element: Element, own: frozenset[str]) -> Iterator[Piece]:
        tag = element.tag
        around = self._levels[-1][1]
        level = (element, around | own if own else around, tag in _INLINE)
        if not level[2]:
            if self._parts:
                yield from self._flush()
            self._blocks.append(level)
        elif tag == "a" and self._closed and sum(map(len, self._parts)) >= _GLUED:
            yield from self._flush()  # <b>اقرأ أيضا</b><a>…: lines that a style sheet parts
        self._levels.append(level)
        self._closed = False
        self._links += tag == "a"
        if text := element.text:
            self._gather(text)

    def _close(self, element: Element) -> Iterator[Piece]:
        if not self._levels[-1][2]:
            if self._parts:
                yield from self._flush()
            self._blocks.pop()
        self._links -= element.tag == "a"
        self._levels.pop()
        self._closed = True

    def _gather(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._closed = False
            if self._links:
                self._linked += len(text.strip())

    def _flush(self) -> Iterator[Piece]:
        whole = "".join(self._parts)
        self._parts.clear()
        if not whole or whole.isspace():
            self._linked = 0
            return
        block, here = self._blocks[-1], self._levels[-1]
        zones = (here if here[2] else block)[1]
        text = " ".join(_SPACE.split(whole.strip(_BLANKS)))
        if text:
            yield Piece(text, block[0], self._linked, zones, block[0].tag)
        self._linked = 0
