"""An inverted index from fingerprints to pages, and the pairs of pages that it proposes.

Flat arrays, sorted by fingerprint: runs of them lie in the record's file and are looked up there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from riwaya.corpus.body import Words
from riwaya.corpus.winnow import Grams, winnow

MOST_PAGES = 200
"""A fingerprint that more pages have than this finds no copies: it is a formula."""
DIAGONAL = 6
"""Two shared fingerprints make a pair if they lie this many words off one diagonal, or less."""

Numbers = npt.NDArray[np.int64]


class Postings(NamedTuple):
    """Where fingerprints stand, sorted by fingerprint, page and place."""

    grams: Grams
    pages: Numbers
    """Page numbers."""
    places: Numbers
    """The word of the page at which the fingerprint begins."""

    def __len__(self) -> int:
        return len(self.grams)

    def of(self, grams: Grams) -> Postings:
        """The rows of these fingerprints, sorted and each once."""
        first = np.searchsorted(self.grams, grams, "left")
        last = np.searchsorted(self.grams, grams, "right")
        return self.rows(_ranges(first, last))

    def where(self, pages: Iterable[int]) -> npt.NDArray[np.bool_]:
        """Which rows are of these pages."""
        return np.isin(self.pages, np.fromiter(pages, np.int64))

    def rows(self, chosen: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> Postings:
        """Some of the rows, in their order."""
        return Postings(self.grams[chosen], self.pages[chosen], self.places[chosen])


def differing(a: Postings, b: Postings) -> set[int]:
    """The pages that have rows in one of these and not in the other."""
    both = joined([a, b])
    if len(both) == 0:
        return set()
    again = np.logical_and.reduce([column[1:] == column[:-1] for column in both])
    alone = ~(np.r_[False, again] | np.r_[again, False])
    return set(both.pages[alone].tolist())


def _ranges(first: Numbers, last: Numbers) -> Numbers:
    """The numbers from each of ``first`` to before each of ``last``."""
    lengths = last - first
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.arange(total) - np.repeat(ends - lengths - first, lengths))


def postings(words: Iterable[tuple[int, Words]]) -> Postings:
    """The fingerprints of some pages, by number."""
    parts = []
    for page, own in words:
        grams, places = winnow(own.keys)
        parts.append(Postings(grams, np.full(len(grams), page), places.astype(np.int64)))
    return joined(parts)


def joined(parts: Sequence[Postings]) -> Postings:
    """Several as one."""
    grams = np.concatenate([np.zeros(0, np.uint64), *(part.grams for part in parts)])
    pages = np.concatenate([np.zeros(0, np.int64), *(part.pages for part in parts)])
    places = np.concatenate([np.zeros(0, np.int64), *(part.places for part in parts)])
    return Postings(grams, pages, places).rows(np.lexsort((places, pages, grams)))


def pairs(found: Postings, touching: Iterable[int] | None = None) -> list[tuple[int, int]]:
    """Pairs of page numbers, the lesser first, with two fingerprints near one diagonal.

    ``found`` has every row of each of its fingerprints; of ``touching`` pages, where given, only the
    pairs that have one of them.
    """
    wanted = None if touching is None else found.where(touching)
    both, offs = [np.zeros((0, 2), np.int64)], [np.zeros(0, np.int64)]
    for rows in _groups(found.grams):
        i, j = np.triu_indices(rows.shape[1], 1)
        left, right = rows[:, i].ravel(), rows[:, j].ravel()
        kept = found.pages[left] != found.pages[right]
        if wanted is not None:
            kept &= wanted[left] | wanted[right]
        left, right = left[kept], right[kept]
        both.append(np.stack([found.pages[left], found.pages[right]], axis=1))
        offs.append(found.places[right] - found.places[left])
    pair, off = np.concatenate(both), np.concatenate(offs)
    order = np.lexsort((off, pair[:, 1], pair[:, 0]))
    pair, off = pair[order], off[order]
    near = (pair[1:] == pair[:-1]).all(axis=1) & (np.diff(off) <= DIAGONAL)
    return [(int(a), int(b)) for a, b in np.unique(pair[1:][near], axis=0)]


def _groups(grams: Grams) -> Iterator[Numbers]:
    """The rows of fingerprints that several, and not too many, pages have: one array a count."""
    if len(grams) == 0:
        return
    first, counts = _counted(grams)
    for count in np.unique(counts[(counts >= 2) & (counts <= MOST_PAGES)]).tolist():
        yield first[counts == count][:, None] + np.arange(count)


def _counted(grams: Grams) -> tuple[Numbers, Numbers]:
    """Where each fingerprint begins, and how often it stands."""
    first = np.flatnonzero(np.r_[True, grams[1:] != grams[:-1]])
    return first, np.diff(np.r_[first, len(grams)])


def formulas(found: Postings) -> Grams:
    """The fingerprints of ``found`` that are formulas: too many pages have them."""
    if len(found) == 0:
        return found.grams
    first, counts = _counted(found.grams)
    return found.grams[first[counts > MOST_PAGES]]
