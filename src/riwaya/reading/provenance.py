"""The page step ``provenance``: who published the page, and where the page as a whole has it from.

The outlet comes from what the page says of itself outside its text, its address, or a dateline that
names an outlet.  Sources come from bylines, datelines and source lines.  وكالات is a source without
a name: it is told as unnamed, and never becomes an agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from riwaya.arabic import Folded, fold
from riwaya.model import Block, Found, Outlet, Page, Source, SourceVia, Span
from riwaya.reading.dateline import KIND_OF_PUBLISHER, parse
from riwaya.reading.lexicon import MARKS, Publisher, key, publishers

_HINTED = ("outlet", "site", "publisher")
_SPLIT = re.compile(
    r"[-–—/|:()\[\]«»،,\"“”؛;+&.]+|\sـ\s|\n|(?<=\w)\s+و(?=ال|وكال)|\s(?:نقلا عن|عن|من)\s"
)
_PIECE = re.compile(r"[^-–—/|:()\[\]«»،,\"“”]+")
_LABEL = re.compile(
    r"^\W*(?:المصدر|المصادر|مصدر|مصدر الخبر|نقلا عن|منقول عن|المصدر الاصلي)\s*[:/\-–—]*\s*"
)
_WORD = re.compile(r"\S+")
_LONGEST_FORM = 6
_OFFICIAL = re.compile(
    r"^(?:وزاره|رياسه|الرياسه|الكرملين|البيت الابيض|بيان|الديوان|مكتب رييس|رياسه الجمهوريه|الحكومه|الجيش|البنتاغون|الخارجيه|الداخليه|مجلس الوزراء|الامم المتحده)"
)


def find_provenance(page: Page, found: Found) -> list[Outlet | Source]:
    """The page's outlet, where it is told, and its upstream sources, each once."""
    out: list[Outlet | Source] = []
    outlet = _outlet(page, found)
    if outlet is not None:
        out.append(outlet)
    seen: set[tuple[str | None, str]] = set()
    for source in _sources(page, found):
        unnamed = source.kind if source.kind == "unnamed" else source.name or ""
        mark = (source.entity, source.entity or unnamed)
        own = outlet is not None and source.entity is not None and source.entity == outlet.entity
        if mark not in seen and not own:
            seen.add(mark)
            out.append(source)
    return out


def _outlet(page: Page, found: Found) -> Outlet | None:
    told = [
        hint.value.strip() for hint in page.hints if hint.kind in _HINTED and hint.value.strip()
    ]
    known = publishers()
    for name in told:
        if (publisher := known.by_form.get(key(name))) is not None and publisher.entity:
            return Outlet(name=publisher.name, entity=publisher.entity)
    if (by_address := _by_address(page)) is not None:
        return Outlet(name=by_address.name, entity=by_address.entity)
    names = [name for name in told if not name.startswith(("http:", "https:", "@"))]
    if names:
        return Outlet(name=names[0])
    return _named_in_dateline(page, found)


def _by_address(page: Page) -> Publisher | None:
    addresses = [page.url] if page.url else []
    addresses += [hint.value for hint in page.hints if hint.kind == "url"]
    for address in addresses:
        try:
            host = urlsplit(address).hostname
        except ValueError:
            continue
        if host and (publisher := publishers().of_host(host)) is not None:
            return publisher
    return None


def _named_in_dateline(page: Page, found: Found) -> Outlet | None:
    """An outlet (no agency) that a byline above or glued to the first paragraphs names."""
    for block in _of_roles(found, "byline"):
        for publisher, span in _named(page.text, block.start, block.end):
            if publisher.kind == "outlet":
                return Outlet(name=publisher.name, entity=publisher.entity, evidence=(span,))
        if (unlisted := _unlisted(page.text, block)) is not None:
            return Outlet(name=page.text[unlisted[0] : unlisted[1]], evidence=(unlisted,))
    return None


def _unlisted(text: str, block: Block) -> Span | None:
    """An outlet that no list knows: behind its kind (``صحيفة …``), or as ``town – outlet |``."""
    folded = fold(text[block.start : block.end])
    pieces = [m for m in _PIECE.finditer(folded.text) if m.group().strip(MARKS)]
    for match in pieces:
        bare = match.group().strip(MARKS)
        kind = KIND_OF_PUBLISHER.match(bare) and not bare.startswith("وكاله")
        behind_town = (
            match is pieces[-1] and folded.text.rstrip().endswith("|") and _town_and(folded.text)
        )
        if (kind or behind_town) and len(bare.split()) <= _LONGEST_FORM:
            first = match.start() + match.group().index(bare)
            start, end = folded.span(first, first + len(bare))
            return block.start + start, block.start + end
    return None


def _town_and(folded: str) -> bool:
    head = parse(folded)
    return head is not None and head.elements == ("place", "unknown")


def _of_roles(found: Found, *roles: str) -> Iterator[Block]:
    return (block for block in found.blocks if block.role in roles)


def _sources(page: Page, found: Found) -> Iterator[Source]:
    for block in _of_roles(found, "source"):
        yield from _of_line(page.text, block, "source_line")
    for block in _of_roles(found, "byline"):
        yield from _of_line(page.text, block, "byline")
    for hint in page.hints:
        if hint.kind == "author":
            for publisher, _ in _named(hint.value, 0, len(hint.value)):
                yield _source(publisher, "metadata", ())


def _of_line(text: str, block: Block, via: SourceVia) -> Iterator[Source]:
    """The sources of one line; a source line that names nobody known keeps its name."""
    some = False
    for publisher, span in _named(text, block.start, block.end):
        some = True
        yield _source(publisher, via, (span,))
    if some or via != "source_line":
        return
    folded = fold(text[block.start : block.end])
    label = _LABEL.match(folded.text)
    if label is None:
        return
    first, last = label.end(), len(folded.text)
    name_start, name_end = folded.span(first, last)
    name = text[block.start + name_start : block.start + name_end]
    bare = name.strip(MARKS)
    if bare and len(bare.split()) <= _LONGEST_FORM:
        at = block.start + name_start + name.index(bare)
        kind = "official" if _OFFICIAL.match(folded.text[first:]) else "outlet"
        yield Source(entity=None, kind=kind, via=via, name=bare, evidence=((at, at + len(bare)),))  # type: ignore[arg-type]


def _source(publisher: Publisher, via: SourceVia, evidence: tuple[Span, ...]) -> Source:
    return Source(
        entity=publisher.entity or None,
        kind=publisher.kind,
        via=via,
        name=publisher.name,
        evidence=evidence,
    )


def _named(text: str, start: int, end: int) -> Iterator[tuple[Publisher, Span]]:
    """The publishers that a byline or source line names, with their spans in the text."""
    folded = fold(text[start:end])
    at = 0
    for cut in [*_SPLIT.finditer(folded.text), None]:
        stop = cut.start() if cut is not None else len(folded.text)
        hit = _longest(folded.text, at, stop) or _by_kind(folded, text[start:end], at, stop)
        if hit is not None:
            publisher, first, last = hit
            s, e = folded.span(first, last)
            span = (start + s, start + e)
            yield publisher, (span[0], span[0] + len(text[span[0] : span[1]].rstrip()))
        at = cut.end() if cut is not None else stop


def _by_kind(folded: Folded, text: str, start: int, stop: int) -> tuple[Publisher, int, int] | None:
    """An agency that no list knows, by its opening word وكالة: it has a name and no entity."""
    piece = folded.text[start:stop]
    bare = piece.strip(MARKS)
    if not bare.startswith("وكاله ") or not 1 < len(bare.split()) < _LONGEST_FORM:
        return None
    first = start + piece.index(bare)
    last = first + len(bare)
    s, e = folded.span(first, last)
    return Publisher("", text[s:e].strip(MARKS), "agency"), first, last


def _longest(folded: str, start: int, stop: int) -> tuple[Publisher, int, int] | None:
    """The publisher with the longest form among the words of one piece."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(folded, start, stop)]
    known = publishers().by_form
    for size in range(min(_LONGEST_FORM, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            span = (words[first][0], words[first + size - 1][1])
            form = key(folded[span[0] : span[1]])
            publisher = known.get(form)
            if publisher is None:
                continue
            ends_a_date = first + 1 == len(words) and first > 0 and _dated(folded, words[first - 1])
            if not publisher.short or size > 1 or len(words) == 1 or ends_a_date:
                return publisher, *span
    return None


_OF_A_DATE = frozenset({"م", "ه", "هـ", "ميلادي", "ميلاديه", "هجري", "هجريه"})


def _dated(folded: str, word: Span) -> bool:
    """Whether a word ends a date: a number, or the letter of an era (``29 أكتوبر 2023 م واس``)."""
    written = folded[word[0] : word[1]].strip(MARKS)
    return written.isdigit() or written in _OF_A_DATE
