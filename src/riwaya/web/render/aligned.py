"""Two pages side by side: copied passages in one row, what stands between them in others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel

from riwaya.arabic import tokens
from riwaya.model import Copy, Span
from riwaya.web.queries.pages import mine, other

_MARKS = re.compile(r"[^\w\n]*")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words of one side: the same on both, or not."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the comparison: a passage that both have (``copy``), or what stands between two."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    left_span: Span
    right_span: Span
    copy: Copy | None = None


@dataclass(slots=True)
class Comparison:
    """Two texts laid out row by row; ``crossing`` are passages that stand in another order in the other."""

    rows: list[Row] = field(default_factory=list)
    crossing: list[Row] = field(default_factory=list)
    shared: int = 0
    """Code points of the left text that lie in a passage."""


def compare_pages(left: str, right: str, left_id: str, copies: Sequence[Copy]) -> Comparison:
    """The rows of two pages that share ``copies``: all of both texts, once."""
    pairs = sorted(
        ((mine(c, left_id), other(c, left_id), c) for c in copies),
        key=lambda p: (p[0].start, -p[0].end),
    )
    out = Comparison()
    at_left = at_right = 0
    chain = _longest_chain([((a.start, a.end), (b.start, b.end)) for a, b, _ in pairs])
    for index, (a, b, copy) in enumerate(pairs):
        spans = (a.start, a.end), (b.start, b.end)
        row = passage(left, right, *spans, copy)
        if index not in chain:
            out.crossing.append(row)
            continue
        _gap(out, left, right, (at_left, a.start), (at_right, b.start))
        out.rows.append(row)
        out.shared += a.end - a.start
        at_left, at_right = a.end, b.end
    _gap(out, left, right, (at_left, len(left)), (at_right, len(right)))
    return out


def _gap(out: Comparison, left: str, right: str, a: Span, b: Span) -> None:
    a = _end_of_last(out, "left", left, a)
    b = _end_of_last(out, "right", right, b)
    one, two = left[a[0] : a[1]], right[b[0] : b[1]]
    if one.strip() or two.strip():
        out.rows.append(Row((Run(one, same=False),), (Run(two, same=False),), a, b))


def _end_of_last(out: Comparison, side: str, text: str, gap: Span) -> Span:
    """The gap without the marks that close the passage before it: these are shown with that."""
    if not out.rows or out.rows[-1].copy is None:
        return gap
    marks = _MARKS.match(text, *gap)
    if not marks or not marks.group().strip():
        return gap
    last, run = out.rows[-1], Run(marks.group().rstrip(), same=True)
    if side == "left":
        span = (last.left_span[0], marks.end())
        out.rows[-1] = replace(last, left=(*last.left, run), left_span=span)
    else:
        span = (last.right_span[0], marks.end())
        out.rows[-1] = replace(last, right=(*last.right, run), right_span=span)
    return marks.end(), gap[1]


def _longest_chain(spans: Sequence[tuple[Span, Span]]) -> set[int]:
    """Which passages stand in the same order in both texts and do not overlap: the most text of all."""
    best: list[int] = []
    before: list[int] = []
    for i, (a, b) in enumerate(spans):
        length, link = 0, -1
        for j in range(i):
            if spans[j][0][1] <= a[0] and spans[j][1][1] <= b[0] and best[j] > length:
                length, link = best[j], j
        best.append(length + a[1] - a[0])
        before.append(link)
    at = max(range(len(best)), key=best.__getitem__, default=-1)
    chain = set()
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain


def passage(left: str, right: str, a: Span, b: Span, copy: Copy | None = None) -> Row:
    """One passage of both, the words that differ told apart from those that do not."""
    one, two = _words(left[a[0] : a[1]]), _words(right[b[0] : b[1]])
    sides: tuple[list[Run], list[Run]] = ([], [])
    for step in Indel.opcodes([w[2] for w in one[1]], [w[2] for w in two[1]]):
        same = step.tag == "equal"
        for out, side, (start, end) in (
            (sides[0], one, (step.src_start, step.src_end)),
            (sides[1], two, (step.dest_start, step.dest_end)),
        ):
            if start < end:
                begin = side[1][start][0]
                stop = side[1][end][0] if end < len(side[1]) else len(side[0])
                out.append(Run(side[0][begin:stop], same))
    return Row(tuple(sides[0]), tuple(sides[1]), a, b, copy)


def _words(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    words = [(t.start, t.end, t.key) for t in tokens(text) if t.kind != "mark"]
    if words:
        words[0] = (0, words[0][1], words[0][2])
    return text, words
