"""An HTML tree as a row of pieces: each line of text that a reader sees, and what markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree, html

MAX_DEPTH = 600
"""How deep elements may nest: real pages stay under 100."""

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

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))

    @property
    def path(self) -> str:
        return str(self.element.getroottree().getpath(self.element))


@dataclass(slots=True)
class _Run:
    """The text being gathered for one line."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0


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
    """The lines of a tree in document order. Raises :class:`MarkupError` where it is too deep."""
    body = tree.find("body")
    return list(_walk(tree if body is None else body))


def _walk(root: html.HtmlElement) -> Iterator[Piece]:
    """Gather text between block elements and line breaks, without recursion."""
    run = _Run()
    zones: list[frozenset[str]] = [frozenset()]
    blocks: list[html.HtmlElement] = [root]
    links = 0
    skip: html.HtmlElement | None = None
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise MarkupError(_TOO_DEEP)
        if skip is not None:
            if event == "end" and element is skip:
                skip = None
                _gather(run, element.tail, links)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        inline = tag in _INLINE
        if event == "start":
            if not tag or _is_hidden(element):
                skip = element
                continue
            if not inline:
                yield from _flush(run, blocks[-1], zones[-1])
                blocks.append(element)
            links += tag == "a"
            own = zones_of(element)
            zones.append(zones[-1] | own if own else zones[-1])
            _gather(run, element.text, links)
        else:
            if not inline:
                yield from _flush(run, blocks[-1], zones[-1])
                blocks.pop()
            links -= tag == "a"
            zones.pop()
            if element is not root:
                _gather(run, element.tail, links)
    yield from _flush(run, root, zones[-1])


def _gather(run: _Run, text: str | None, links: int) -> None:
    if text:
        run.parts.append(text)
        if links:
            run.linked += len(text.strip())


def _flush(run: _Run, element: html.HtmlElement, zones: frozenset[str]) -> Iterator[Piece]:
    text = _SPACE.sub(" ", "".join(run.parts)).strip()
    if text:
        yield Piece(text, element, run.linked, zones, str(element.tag))
    run.parts.clear()
    run.linked = 0
