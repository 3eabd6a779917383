"""The layers of a page: what is marked in its text, and what a reader picked to look at or correct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from riwaya.model import BODY_ROLES, Analysed, Copy, Mention, Repair, Span, Statement
from riwaya.store.corrected import address
from riwaya.store.shapes import PageRow
from riwaya.web.asked import BadAskedError
from riwaya.web.names import Names
from riwaya.web.queries.pages import mine, other
from riwaya.web.render.layers import Mark, Piece, nested
from riwaya.web.ui import Ui

LAYERS = ("statements", "names", "times", "copied", "blocks", "warnings", "repairs")
"""The switches, in their order; the first three are on at first."""
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page, as pieces."""

    role: str
    body: bool
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Nested:
    """A statement in the tree of those that report one another."""

    statement: Statement
    depth: int


@dataclass(frozen=True, slots=True)
class Picked:
    """A mention or statement that the reader picked, with the span that a correction names it by."""

    layer: str
    span: Span
    mention: Mention | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A page being laid out."""

    ui: Ui
    names: Names
    page: Analysed
    copies: Sequence[Copy]
    others: Mapping[str, PageRow]
    at: Span | None

    def blocks(self) -> list[Block]:
        """The page block by block, every layer marked."""
        marks = [*self._marks()]
        text = self.page.text
        return [
            Block(b.role, b.role in BODY_ROLES, nested(text, b.start, b.end, marks))
            for b in self.page.blocks
        ]

    def _marks(self) -> Iterator[Mark]:
        page, ui = self.page, self.ui
        if self.at is not None:
            yield Mark(self.at, "target", rank=0, target=True)
        for copy in self.copies:
            here, there = mine(copy, page.id), other(copy, page.id)
            row = self.others.get(there.page)
            title = f"{ui.t(copy.kind, 'copy_kind')}: {(row and (row.outlet or row.title)) or there.page}"
            yield Mark((here.start, here.end), f"l-copied copied-{copy.kind}", title, rank=1)
        yield from self._statement_marks()
        for mention in page.mentions:
            title = self.names.name(mention.entity) if mention.entity else ui.t("unresolved")
            href = (
                ui.href("/page", id=page.id, pick=f"mentions:{mention.start}-{mention.end}")
                + "#pick"
            )
            yield Mark(
                (mention.start, mention.end), f"l-name type-{mention.type}", title, href, rank=6
            )
        for time in page.times:
            yield Mark((time.start, time.end), "l-time", f"{time.value}{_zone(time.zone)}", rank=6)
        for warning in page.warnings:
            said = warning.message_ar if ui.language == "ar" else ""
            for span in warning.spans:
                yield Mark(span, "l-warned", said or warning.message, rank=2)
        for repair in page.repairs:
            instead = f": {repair.replacement.strip()}" if repair.replacement.strip() else ""
            title = ui.t(repair.kind, "repair") + instead
            yield Mark(_seen(repair), "l-repair", title, rank=7)

    def _statement_marks(self) -> Iterator[Mark]:
        for item in statement_tree(self.page):
            statement = item.statement
            title = _chain_title(self.names, statement)
            css = f"l-said depth-{min(item.depth, _DEEPEST)} voice-{statement.voice}"
            for span in statement.content:
                yield Mark(span, css, title, rank=3)
            if statement.cue:
                yield Mark(statement.cue, "l-cue", title, rank=4)


def _seen(repair: Repair) -> Span:
    """A repair's span; of one that only adds, the character before it, or the first."""
    if repair.start < repair.end:
        return repair.start, repair.end
    return (repair.start - 1, repair.start) if repair.start else (0, 1)


def _zone(zone: str | None) -> str:
    return f" ({zone})" if zone else ""


def _chain_title(names: Names, statement: Statement) -> str:
    return " ← ".join(names.ref(link) for link in statement.chain) or names.words("nobody")


def statement_tree(page: Analysed) -> list[Nested]:
    """The statements of a page in its order, each as deep as it is reported."""
    by_id = {s.id: s for s in page.statements}
    out = []
    for statement in page.statements:
        depth, outer = 0, statement.inside
        while outer in by_id and depth < len(by_id):
            depth, outer = depth + 1, by_id[outer].inside
        out.append(Nested(statement, depth))
    return out


def picked(page: Analysed, asked: str | None) -> Picked | None:
    """What ``mentions:START-END`` or ``statements:START-END`` names on a page; None where it is not there."""
    if not asked:
        return None
    layer, _, place = asked.partition(":")
    start, dash, end = place.partition("-")
    if layer not in ("mentions", "statements") or not dash or not (start + end).isdigit():
        raise BadAskedError("pick")
    span = int(start), int(end)
    if layer == "mentions":
        found = next((m for m in page.mentions if address(m) == span), None)
        return Picked(layer, span, mention=found) if found else None
    said = next((s for s in page.statements if address(s) == span), None)
    return Picked(layer, span, statement=said) if said else None
