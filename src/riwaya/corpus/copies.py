"""Copied passages: which words of one page stand in another, found without comparing every pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Any

import numpy as np
import numpy.typing as npt

from riwaya.corpus.align import passages
from riwaya.corpus.body import Words
from riwaya.corpus.copykind import earlier_page, settle_kinds
from riwaya.corpus.digest import Digest
from riwaya.corpus.winnow import Grams, winnow
from riwaya.model import Copy, PageSpan

MOST_PAGES = 200
"""A fingerprint that more pages have than this finds no copies: it is a formula."""
DIAGONAL = 6
"""Two shared fingerprints make a pair if they lie this many words off one diagonal, or less."""


class CopyIndex:
    """An inverted index from fingerprints to pages.

    ``pairs`` gives the pairs of pages that may share a passage.
    """

    def __init__(self, words: Sequence[Words]) -> None:
        found = [winnow(page.keys) for page in words]
        sizes = [len(grams) for grams, _ in found]
        grams = _joined([g for g, _ in found], np.uint64)
        order = np.argsort(grams, kind="stable")
        self._grams: Grams = grams[order]
        self._pages = np.repeat(np.arange(len(words)), sizes)[order]
        self._at = _joined([at for _, at in found], np.int32)[order].astype(np.int64)

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs of page numbers, the lesser first, with two fingerprints near one diagonal."""
        pairs, offs = [np.zeros((0, 2), np.int64)], [np.zeros(0, np.int64)]
        for rows in self._groups():
            pages, at = self._pages[rows], self._at[rows]
            i, j = np.triu_indices(rows.shape[1], 1)
            both = np.stack([pages[:, i].ravel(), pages[:, j].ravel()], axis=1)
            kept = both[:, 0] != both[:, 1]
            pairs.append(both[kept])
            offs.append((at[:, j] - at[:, i]).ravel()[kept])
        pair, off = np.concatenate(pairs), np.concatenate(offs)
        order = np.lexsort((off, pair[:, 1], pair[:, 0]))
        pair, off = pair[order], off[order]
        near = (pair[1:] == pair[:-1]).all(axis=1) & (np.diff(off) <= DIAGONAL)
        return [(int(a), int(b)) for a, b in np.unique(pair[1:][near], axis=0)]

    def _groups(self) -> Iterator[npt.NDArray[np.int64]]:
        """The rows of fingerprints that several, and not too many, pages have: one array a count."""
        if len(self._grams) == 0:
            return
        first = np.flatnonzero(np.r_[True, self._grams[1:] != self._grams[:-1]])
        counts = np.diff(np.r_[first, len(self._grams)])
        for count in np.unique(counts[(counts >= 2) & (counts <= MOST_PAGES)]).tolist():
            yield first[counts == count][:, None] + np.arange(count)


def _joined(parts: Sequence[npt.NDArray[Any]], kind: type) -> npt.NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts])


def find_copies(
    digests: Sequence[Digest],
    *,
    new: Set[str] | None = None,
    known: Sequence[Copy] = (),
) -> list[Copy]:
    """The passages that two of these pages share, in order of page ids.

    The result does not depend on the order of ``digests``. When pages are added to a record, give
    their ids as ``new`` and the copies found before as ``known``: only pairs that touch a new page
    are aligned, and the result is that of finding all at once.
    """
    pages = sorted(digests, key=lambda page: page.page)
    words = [page.words() for page in pages]
    of_pair: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in known:
        of_pair[copy.a.page, copy.b.page].append(copy)
    out: list[Copy] = []
    for a, b in CopyIndex(words).pairs():
        ids = pages[a].page, pages[b].page
        if new is None or new & set(ids):
            out.extend(_copies(pages[a], words[a], pages[b], words[b]))
        else:
            out.extend(of_pair.get(ids, ()))
    out.sort(key=_place)
    return settle_kinds(out, {page.page: page for page in pages})


def _place(copy: Copy) -> tuple[str, str, int, int, int, int]:
    return copy.a.page, copy.b.page, copy.a.start, copy.b.start, copy.a.end, copy.b.end


def _copies(a: Digest, a_words: Words, b: Digest, b_words: Words) -> Iterator[Copy]:
    earlier = earlier_page(a, b)
    for passage in passages(a_words, b_words):
        yield Copy(
            a=_span(a, a_words, *passage.a),
            b=_span(b, b_words, *passage.b),
            verbatim=passage.similarity == 1.0,
            similarity=round(passage.similarity, 3),
            earlier=earlier,
        )


def _span(page: Digest, words: Words, start: int, end: int) -> PageSpan:
    return PageSpan(page=page.page, start=int(words.starts[start]), end=int(words.ends[end - 1]))
