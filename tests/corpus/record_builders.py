"""Pages for the record's tests, built from words of their own text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from riwaya.corpus.record import RecordParts, build_record
from riwaya.model import (
    Analysed,
    Block,
    Contact,
    Copy,
    Mention,
    Outlet,
    PageSpan,
    PageWarning,
    Published,
    Quantity,
    Ref,
    Source,
    Span,
    Speaker,
    Statement,
    Story,
)

SIDES = {
    "anna-berg": "norland",
    "norland-foreign-ministry": "norland",
    "norland-president": "norland",
    "norland": "norland",
    "sudland-palace": "sudland",
    "sudland-king": "sudland",
    "sudland": "sudland",
}


class Registry:
    def side_of(self, entity_id: str, date: str | None = None) -> str | None:
        return SIDES.get(entity_id.partition("@")[0])

    def registered(self, entity_id: str) -> bool:
        return entity_id in SIDES

    def canonical(self, entity_id: str) -> str:
        return entity_id

    def home_of(self, entity_id: str) -> str | None:
        return self.side_of(entity_id)

    def described(self, name: str) -> str | None:
        return None

    def official(self, ref: Ref) -> bool:
        return False

    def carries(self, entity_id: str) -> bool:
        return False


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def ref(entity: str) -> Ref:
    return Ref(entity=entity, name=entity)


class PageMaker:
    """A page in the making: ``said`` and ``contact`` add layers, ``page`` gives it."""

    def __init__(
        self, page_id: str, text: str, published: str | None = None, outlet: str | None = None,
        agency: str | None = None,
    ) -> None:  # fmt: skip
        self.id, self.text, self.published = page_id, text, published
        self.outlet = outlet
        self.sources = (
            (Source(entity=agency, kind="agency", via="byline"),) if agency is not None else ()
        )
        self.statements: list[Statement] = []
        self.contacts: list[Contact] = []
        self.quantities: list[Quantity] = []
        self.warnings: list[PageWarning] = []
        self.mentions: list[Mention] = []

    def said(self, speaker: str | None, words: str, **more: Any) -> PageMaker:
        named = more.pop("named", "named")
        chain = tuple(ref(link) for link in more.pop("chain", [speaker] if speaker else []))
        self.statements.append(
            Statement(
                id=f"s{len(self.statements):02}",
                type="indirect",
                content=(at(self.text, words),),
                cue=None,
                speaker=Speaker(entity=speaker, name=speaker, named=named) if speaker else None,
                chain=chain,
                **more,
            )
        )
        return self

    def contact(self, kind: Any, parties: Sequence[str], words: str, **more: Any) -> PageMaker:
        span = at(self.text, words)
        status = more.pop("status", "held")
        shown = {"kind": (span,), "status": (span,), "parties": (span,)}
        evidence = {k: (at(self.text, v),) for k, v in more.pop("evidence", {}).items()}
        for name in ("initiator", "place"):
            if name in more:
                more[name] = ref(more[name])
        self.contacts.append(
            Contact(
                id=f"c{len(self.contacts)}",
                kind=kind,
                status=status,
                parties=tuple(map(ref, parties)),
                evidence=shown | evidence,
                **more,
            )
        )
        return self

    def number(self, words: str, value: float, unit: str, of: str, **more: Any) -> PageMaker:
        start, end = at(self.text, words)
        self.quantities.append(
            Quantity(start=start, end=end, value=value, unit=unit, of=of, **more)
        )
        return self

    def names(self, words: str, entity: str, type_: Any = "ORG") -> PageMaker:
        start, end = at(self.text, words)
        self.mentions.append(
            Mention(start=start, end=end, text=words, type=type_, kind="name", entity=entity)
        )
        return self

    def describes(self, words: str, entity: str, width: int | None = None) -> PageMaker:
        """A description that stands for someone: the first ``width`` code points of ``words``."""
        start, end = at(self.text, words)
        end = start + width if width else end
        told = self.text[start:end]
        self.mentions.append(
            Mention(start=start, end=end, text=told, type="PER", kind="nominal", entity=entity)
        )
        return self

    def warns(self, kind: Any, *words: str) -> PageMaker:
        spans = tuple(at(self.text, w) for w in words)
        self.warnings.append(PageWarning(kind=kind, spans=spans, message="Days differ."))
        return self

    def page(self) -> Analysed:
        blocks, start = [], 0
        for line in self.text.split("\n"):
            if line:
                role: Any = "paragraph" if blocks else "title"
                blocks.append(Block(start=start, end=start + len(line), role=role))
            start += len(line) + 1
        return Analysed(
            id=self.id,
            text=self.text,
            language="ar",
            outlet=Outlet(name=self.outlet) if self.outlet else None,
            published=Published(value=self.published, basis="metadata") if self.published else None,
            sources=self.sources,
            blocks=tuple(blocks),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            contacts=tuple(self.contacts),
            quantities=tuple(self.quantities),
            warnings=tuple(self.warnings),
        )


def record(
    *makers: PageMaker, stories: Sequence[Story] | None = None, copies: Sequence[Copy] = ()
) -> RecordParts:
    """The record of these pages, one story unless told."""
    pages = {maker.id: maker.page() for maker in makers}
    told = stories or [Story(id=min(pages), title="", pages=tuple(pages))]
    return build_record(told, copies, pages.__getitem__, sides=Registry())


def copied(a: PageMaker, b: PageMaker, words: str) -> Copy:
    (start, end), (other, other_end) = at(a.text, words), at(b.text, words)
    return Copy(
        a=PageSpan(page=a.id, start=start, end=end),
        b=PageSpan(page=b.id, start=other, end=other_end),
        verbatim=True,
        similarity=1.0,
    )
