"""The repaired view: a text with proposals applied, and the map back to the text as it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from riwaya.model import Block, Repair, Span


@dataclass(frozen=True, slots=True)
class RepairedView:
    """A text with repairs applied.

    ``starts`` and ``origins`` are the beginnings of its stretches, in the view and in the text, in
    order; ``kept`` tells which stand in both.  All offsets are code points.
    """

    text: str
    repairs: tuple[Repair, ...]
    """Those applied, in order; of two that overlap, only the first was."""
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    kept: tuple[bool, ...]
    original_length: int

    def start(self, at: int) -> int:
        """Where the text has what begins at ``at`` in the view; what was put in, where it was put."""
        if at >= len(self.text):
            return self.original_length
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + (at - self.starts[piece] if self.kept[piece] else 0)

    def end(self, at: int) -> int:
        """Where the text has the end of what ends at ``at`` in the view."""
        if at <= 0:
            return 0
        piece = bisect_right(self.starts, at - 1) - 1
        if self.kept[piece]:
            return self.origins[piece] + at - self.starts[piece]
        return self.origins[piece + 1] if piece + 1 < len(self.origins) else self.original_length

    def forward(self, start: int, end: int) -> Span:
        """The span of the view for ``[start, end)`` of the text; what was put in at its edges is outside."""
        first = self._seen(start, ending=False)
        return first, max(first, self._seen(end, ending=end > start))

    def _seen(self, at: int, *, ending: bool) -> int:
        """Where the view has the place ``at``, before (``ending``) or behind what was put in just there."""
        shift = 0
        for repair in self.repairs:
            if repair.start > at or (ending and repair.start == at):
                break
            if repair.start < at < repair.end:  # inside of what was replaced: its near edge
                return repair.start + shift + (len(repair.replacement) if ending else 0)
            if repair.end <= at:
                shift += len(repair.replacement) - (repair.end - repair.start)
        return at + shift

    def span(self, start: int, end: int) -> Span:
        """The span of the text behind ``[start, end)`` of the view, inside the text and in order."""
        first = self.start(start)
        return first, max(first, self.end(end))


def repaired(text: str, repairs: Iterable[Repair]) -> RepairedView:
    """``text`` with ``repairs`` applied, first come first served where two overlap.

    Without repairs the view is the text, and every offset maps to itself.
    """
    out: list[str] = []
    starts, origins, kept = [0], [0], [True]
    applied: list[Repair] = []
    at = size = 0

    def add(piece: str, origin: int, *, same: bool) -> None:
        nonlocal size
        if not piece:
            return
        if starts[-1] == size:  # the stretch before it is empty
            starts.pop(), origins.pop(), kept.pop()
        starts.append(size)
        origins.append(origin)
        kept.append(same)
        out.append(piece)
        size += len(piece)

    for repair in sorted(repairs, key=lambda r: (r.start, r.end)):
        if repair.start < at or repair.end > len(text) or repair.end < repair.start:
            continue
        add(text[at : repair.start], at, same=True)
        add(repair.replacement, repair.start, same=False)
        applied.append(repair)
        at = repair.end
    add(text[at:], at, same=True)
    return RepairedView(
        "".join(out), tuple(applied), tuple(starts), tuple(origins), tuple(kept), len(text)
    )


def repaired_lines(text: str, blocks: Sequence[Block], repairs: Sequence[Repair]) -> str:
    """The text of ``blocks`` with repairs, a block a line; what a sentence joins is one line."""
    joins = {(r.start, r.end): r.replacement for r in repairs if r.kind == "broken_sentence"}
    ordered = sorted(repairs, key=lambda r: (r.start, r.end))
    starts = [repair.start for repair in ordered]
    out: list[str] = []
    last: Block | None = None
    for block in blocks:
        first = bisect_left(starts, block.start)
        inside = [
            msgspec.structs.replace(r, start=r.start - block.start, end=r.end - block.start)
            for r in ordered[first : bisect_right(starts, block.end)]
            if r.end <= block.end
        ]
        if last is not None:
            out.append(joins.get((last.end, block.start), "\n"))
        out.append(repaired(text[block.start : block.end], inside).text)
        last = block
    return "".join(out)
