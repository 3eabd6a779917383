"""The page step ``details``: author, section, dateline, last change and canonical address, each with its evidence.

What the page's head says and what its lines show are both looked at; the value says where it stood,
and the spans of the lines that show it are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.arabic import fold
from riwaya.model import Block, Detail, Found, Page, Span
from riwaya.reading.dateline import parse
from riwaya.reading.lexicon import MARKS, dateline_words, key, publishers
from riwaya.times.stamps import line_stamps, stamp

_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|net|org)\b")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_NOBODY = re.compile(
    r"(?:admin|administrator|editor|root|webmaster|user|ادمن|محرر|المحرر|هييه التحرير|غرفه الاخبار|وكالات|\W|\d)+"
)
_WRITTEN_BY = re.compile(
    r"(?:^|[\s|/،,-])(?:كتب|كتبت|كتبه|كتبتها|بقلم|اعداد|اعده|اعدته|بواسطه|الكاتب|المولف|تحرير|ترجمه)(?!\w)\s*[:/\-–—]*\s*"
    r"(\w[\w.' ]{2,40}\w)"
)
_NAME_ENDS = re.compile(
    r"\s*(?:[|/،,:؛()\d–—]|\s-|-\s|(?<!\w)(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|تاريخ|نشر|في|اخر|تحديث|منذ)(?!\w))"
)
_MARK = re.compile(r"[-–—/|:()\[\]«»،,\"“”.]+|\s(?:ـ)\s")
_NAME_WORDS = 6


def find_details(page: Page, found: Found) -> list[Detail]:
    """At most one detail of a kind; what nothing tells is left out."""
    bylines = [block for block in found.blocks if block.role == "byline"]
    every = (
        _author(page, found, bylines), _section(page, found), _dateline(page, bylines),
        _updated(page, bylines), _canonical(page),
    )  # fmt: skip
    return [one for candidates in every for one in _first(candidates)]


def _first(candidates: Iterator[Detail]) -> list[Detail]:
    return [one for one in [next(candidates, None)] if one is not None]


def _author(page: Page, found: Found, bylines: list[Block]) -> Iterator[Detail]:
    own = {key(found.outlet.name)} if found.outlet else set()
    own |= set(_host_labels(page))
    for hint in page.hints:
        name = " ".join(hint.value.split()).strip(MARKS)
        if hint.kind != "author" or _ADDRESS.search(name) or not _is_person(key(name), own):
            continue
        spans = tuple(span for block in bylines for span in _shown(page.text, block, name))
        yield Detail(kind="author", value=name, basis=hint.basis, evidence=spans)
    for block in bylines:
        text = page.text[block.start : block.end]
        folded = fold(text)
        for match in _WRITTEN_BY.finditer(folded.text):
            end = _NAME_ENDS.search(folded.text, match.start(1), match.end(1))
            first, last = match.start(1), end.start() if end else match.end(1)
            told = folded.text[first:last].strip()
            if not told or len(told.split()) > _NAME_WORDS or not _is_person(told, own):
                continue
            start, stop = folded.span(first, first + len(folded.text[first:last].rstrip()))
            span = (block.start + start, block.start + stop)
            yield Detail(
                kind="author", value=page.text[span[0] : span[1]], basis="byline", evidence=(span,)
            )
        head = parse(folded.text)
        if head is not None and head.elements == ("name",) and _is_person(key(text), own):
            value = text.strip(MARKS)
            spans = tuple(_shown(page.text, block, value))
            yield Detail(kind="author", value=value, basis="byline", evidence=spans)


def _host_labels(page: Page) -> Iterator[str]:
    """The labels of the page's hosts: a site's name that stands in the author's place."""
    for url in [page.url or "", *(hint.value for hint in page.hints if hint.kind == "url")]:
        host = url.partition("//")[2].partition("/")[0]
        yield from (label.lower() for label in host.split(".") if label)


def _is_person(name: str, own: set[str]) -> bool:
    return (
        bool(name)
        and name not in own
        and name not in publishers().by_form
        and not _NOBODY.fullmatch(name)
    )


def _shown(text: str, block: Block, value: str) -> Iterator[Span]:
    at = text.find(value, block.start, block.end)
    if at >= 0:
        yield at, at + len(value)


def _section(page: Page, found: Found) -> Iterator[Detail]:
    blocks = [block for block in found.blocks if block.role == "section"]
    for hint in page.hints:
        if hint.kind == "section" and _ARABIC.search(hint.value):
            spans = tuple(s for block in blocks for s in _shown(page.text, block, hint.value))
            yield Detail(kind="section", value=hint.value, basis=hint.basis, evidence=spans)
    for block in blocks:
        value = page.text[block.start : block.end].strip(MARKS)
        if value:
            at = page.text.index(value, block.start)
            yield Detail(
                kind="section", value=value, basis="section", evidence=((at, at + len(value)),)
            )


def _dateline(page: Page, bylines: list[Block]) -> Iterator[Detail]:
    """The town where the report was written: the first known place of a byline."""
    places = dateline_words("places")
    for block in bylines:
        folded = fold(page.text[block.start : block.end])
        at = 0
        for cut in [*_MARK.finditer(folded.text), None]:
            stop = cut.start() if cut else len(folded.text)
            piece = folded.text[at:stop]
            bare = piece.strip(MARKS)
            if bare in places:
                first = at + piece.index(bare)
                start, end = folded.span(first, first + len(bare))
                span = (block.start + start, block.start + end)
                yield Detail(
                    kind="dateline",
                    value=page.text[span[0] : span[1]].strip(),
                    basis="byline",
                    evidence=(span,),
                )
            at = cut.end() if cut else stop
    for hint in page.hints:
        if hint.kind == "dateline":
            yield Detail(kind="dateline", value=hint.value, basis=hint.basis)


def _updated(page: Page, bylines: list[Block]) -> Iterator[Detail]:
    for hint in page.hints:
        if hint.kind == "updated" and (value := stamp(hint.value)) is not None:
            yield Detail(kind="updated", value=value, basis=hint.basis)
    for block in bylines:
        for one in line_stamps(page.text[block.start : block.end]):
            if one.updated:
                span = (block.start + one.start, block.start + one.end)
                yield Detail(kind="updated", value=one.value, basis="byline", evidence=(span,))


def _canonical(page: Page) -> Iterator[Detail]:
    for hint in page.hints:
        if hint.kind == "url" and hint.basis == "canonical":
            yield Detail(kind="canonical", value=hint.value, basis=hint.basis)
