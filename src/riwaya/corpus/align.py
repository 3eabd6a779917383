"""Aligning two pages' words: which runs of one stand in the other, with tight edges.

A passage begins with :data:`SEED` equal words and grows both ways, run of equal words by run of
equal words, over gaps of at most :data:`GAP` words, as long as :data:`RATIO` of it is equal.  It is
a copy from :data:`SHORTEST` equal words on.  The method is seed and extend, as in BLAST (Altschul
et al. 1990) and passim (Smith et al. 2014), with word runs in place of scores.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from riwaya.corpus.body import Words
from riwaya.corpus.winnow import gram_hashes

SEED = 6
"""Equal words in a row with which a passage begins."""
GAP = 3
"""The most words of either page that may stand between two equal runs."""
RATIO = 0.8
"""The least share of a passage's words that are equal."""
SHORTEST = 12
"""The fewest equal words of a passage."""
TAIL = 5
"""The fewest equal words that a piece keeps when a paragraph's end cuts it off."""

_JOINT = 2  # the fewest equal words in a row that bridge a gap: one alone is chance
_REPEATS = 4  # a gram that a page repeats more often than this starts no passage
_STEPS = sorted(((i, j) for i in range(GAP + 1) for j in range(GAP + 1)), key=lambda g: (sum(g), g))


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words in a row: ``length`` words from word ``a`` of one page and ``b`` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs in order, the gaps between them small: half-open word ranges of both pages."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> tuple[int, int]:
        return self.runs[0].a, self.runs[-1].a + self.runs[-1].length

    @property
    def b(self) -> tuple[int, int]:
        return self.runs[0].b, self.runs[-1].b + self.runs[-1].length

    @property
    def matched(self) -> int:
        return sum(run.length for run in self.runs)

    @property
    def similarity(self) -> float:
        """The share of equal words: matched over the longer side, 0 to 1."""
        return self.matched / max(self.a[1] - self.a[0], self.b[1] - self.b[0])


def passages(a: Words, b: Words) -> list[Passage]:
    """The passages that two pages share, cut where either page ends a paragraph."""
    keys_a, keys_b = a.keys.tolist(), b.keys.tolist()
    out: list[Passage] = []
    grown: list[tuple[int, int, int, int]] = []
    for at_a, at_b in _seeds(a, b):
        if any(a1 <= at_a < a2 and b1 <= at_b < b2 for a1, a2, b1, b2 in grown):
            continue
        passage = _grow(keys_a, keys_b, at_a, at_b)
        grown.append((*passage.a, *passage.b))
        if passage.matched >= SHORTEST:
            out.extend(_cut(passage, a, b))
    return out


def _seeds(a: Words, b: Words) -> Iterator[tuple[int, int]]:
    """Where :data:`SEED` equal words stand in both pages, in order."""
    grams_a, grams_b = gram_hashes(a.keys, SEED), gram_hashes(b.keys, SEED)
    shared_a = np.flatnonzero(np.isin(grams_a, grams_b))
    shared_b = np.flatnonzero(np.isin(grams_b, grams_a[shared_a]))
    places: defaultdict[int, list[int]] = defaultdict(list)
    for at, gram in zip(shared_b.tolist(), grams_b[shared_b].tolist(), strict=True):
        places[gram].append(at)
    seen: defaultdict[int, int] = defaultdict(int)
    for at, gram in zip(shared_a.tolist(), grams_a[shared_a].tolist(), strict=True):
        found = places[gram]
        seen[gram] += 1
        if seen[gram] <= _REPEATS and len(found) <= _REPEATS:
            yield from ((at, other) for other in found)


def _grow(a: Sequence[int], b: Sequence[int], at_a: int, at_b: int) -> Passage:
    length = SEED
    while (
        at_a + length < len(a) and at_b + length < len(b) and a[at_a + length] == b[at_b + length]
    ):
        length += 1
    runs = deque([Run(at_a, at_b, length)])
    matched = length
    for step in (1, -1):
        while (run := _next(a, b, runs[-1] if step == 1 else runs[0], step)) is not None:
            first, last = (runs[0], run) if step == 1 else (run, runs[-1])
            extent = max(last.a + last.length - first.a, last.b + last.length - first.b)
            if matched + run.length < RATIO * extent:
                break
            matched += run.length
            if step == 1:
                runs.append(run)
            else:
                runs.appendleft(run)
    return Passage(tuple(runs))


def _next(a: Sequence[int], b: Sequence[int], edge: Run, step: int) -> Run | None:
    """The nearest run of equal words after ``edge`` (``step`` 1) or before it (-1)."""
    from_a = edge.a + edge.length if step == 1 else edge.a - 1
    from_b = edge.b + edge.length if step == 1 else edge.b - 1
    for skip_a, skip_b in _STEPS:
        i, j = from_a + step * skip_a, from_b + step * skip_b
        length = 0
        while 0 <= i < len(a) and 0 <= j < len(b) and a[i] == b[j]:
            i, j, length = i + step, j + step, length + 1
        if length >= _JOINT:
            return Run(i - length, j - length, length) if step == 1 else Run(i + 1, j + 1, length)
    return None


def _cut(passage: Passage, a: Words, b: Words) -> Iterator[Passage]:
    """The passage cut where either page ends a paragraph; short tails are dropped."""
    piece: list[Run] = []
    for run in _within_paragraphs(passage, a, b):
        if piece and not _same_paragraph(piece[-1], run, a, b):
            yield from _kept(piece)
            piece = []
        piece.append(run)
    yield from _kept(piece)


def _kept(piece: list[Run]) -> Iterator[Passage]:
    if sum(run.length for run in piece) >= TAIL:
        yield Passage(tuple(piece))


def _same_paragraph(before: Run, after: Run, a: Words, b: Words) -> bool:
    return bool(
        a.paragraphs[before.a] == a.paragraphs[after.a]
        and b.paragraphs[before.b] == b.paragraphs[after.b]
    )


def _within_paragraphs(passage: Passage, a: Words, b: Words) -> Iterator[Run]:
    """The runs, each cut so that it stands in one paragraph of either page."""
    for run in passage.runs:
        start = 0
        for at in range(1, run.length):
            if (
                a.paragraphs[run.a + at] != a.paragraphs[run.a + at - 1]
                or b.paragraphs[run.b + at] != b.paragraphs[run.b + at - 1]
            ):
                yield Run(run.a + start, run.b + start, at - start)
                start = at
        yield Run(run.a + start, run.b + start, run.length - start)
