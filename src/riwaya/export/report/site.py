"""What every view of the report needs: names, addresses of pages, and the words behind a span."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlsplit

from rapidfuzz.distance import Indel

from riwaya.arabic import tokens
from riwaya.export.report.labels import Labels
from riwaya.model import Analysed, Copy, PageSpan, Ref

LONGEST_WORDS = 280
"""Code points of a quotation shown in a list; the link leads to all of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A span's words, and the address that opens the page with them marked."""

    text: str
    href: str
    page_title: str
    outlet: str


@dataclass(slots=True)
class Site:
    """The pages of the stories being written, and how they are called and linked."""

    labels: Labels
    hrefs: Mapping[str, str]
    pages: dict[str, Analysed] = field(default_factory=dict)
    refs: dict[str, Ref] = field(default_factory=dict)

    def load(self, pages: Iterable[Analysed]) -> None:
        """Take in the pages of one story, and every name that they give."""
        self.pages = {page.id: page for page in pages}
        for page in self.pages.values():
            for ref in _references(page):
                if ref.entity and len(ref.names) >= len(self.refs.get(ref.entity, ref).names):
                    self.refs[ref.entity] = ref

    def who(self, value: str | Ref | None) -> str:
        """Somebody's name in the reader's language, from a reference or an entity id."""
        if value is None:
            return self.labels("nobody")
        if isinstance(value, Ref):
            return self.labels.name(self.refs.get(value.entity or "", value))
        if value == "unattributed":
            return self.labels("unattributed")
        known = self.refs.get(value)
        return self.labels.name(known) if known else value.partition("@")[0].replace("-", " ")

    def outlet(self, page: Analysed) -> str:
        """Who published a page; where it does not say, its host or the name of its file."""
        if page.outlet:
            return page.outlet.name
        host = urlsplit(page.url).hostname if page.url else None
        return host or PurePath(page.id).name

    def date(self, page: Analysed) -> str:
        """When a page was published, in words, or that it does not tell."""
        value = page.published.value if page.published else None
        return self.labels.time(value) if value else self.labels("undated")

    def href(self, page: str, start: int, end: int) -> str:
        """The address of a span: the page with its words marked."""
        return f"{self.hrefs.get(page, '')}#s{start}-{end}"

    def words(self, span: PageSpan) -> Words:
        """The very words of a span, shortened where they are many."""
        page = self.pages.get(span.page)
        text = page.text[span.start : span.end] if page else ""
        if len(text) > LONGEST_WORDS:
            text = text[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
        return Words(
            text=" ".join(text.split()),
            href=self.href(span.page, span.start, span.end),
            page_title=(page.title if page else None) or span.page,
            outlet=self.outlet(page) if page else "",
        )


def _references(page: Analysed) -> Iterable[Ref]:
    for mention in page.mentions:
        yield mention.ref
    for statement in page.statements:
        yield from (r for r in (statement.speaker, statement.addressee, *statement.chain) if r)
    for contact in page.contacts:
        yield from (r for r in (*contact.parties, contact.initiator, contact.place) if r)
    for source in page.sources:
        yield Ref(entity=source.entity, name=source.name, names=())


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words of one side of a copy: the same on both, or not."""

    text: str
    same: bool


def compare(site: Site, copy: Copy) -> tuple[list[Run], list[Run]]:
    """The two sides of a copied passage as runs, differing words told apart from equal ones."""
    left, right = (_cut(site, side) for side in (copy.a, copy.b))
    keys = [[key for _, _, key in side[1]] for side in (left, right)]
    sides: tuple[list[Run], list[Run]] = ([], [])
    for step in Indel.opcodes(keys[0], keys[1]):
        same = step.tag == "equal"
        for out, side, (start, end) in (
            (sides[0], left, (step.src_start, step.src_end)),
            (sides[1], right, (step.dest_start, step.dest_end)),
        ):
            if start < end:
                begin = side[1][start][0]
                stop = side[1][end][0] if end < len(side[1]) else len(side[0])
                out.append(Run(side[0][begin:stop], same))
    return sides


def _cut(site: Site, side: PageSpan) -> tuple[str, list[tuple[int, int, str]]]:
    text = site.pages[side.page].text[side.start : side.end]
    words = [(t.start, t.end, t.key) for t in tokens(text) if t.kind != "mark"]
    if words:
        words[0] = (0, words[0][1], words[0][2])
    return text, words
