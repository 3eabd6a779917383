"""Copied passages: which words of one page stand in another, found without comparing every pair."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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

    ``pairs`` gives the pairs of pages that may share a passage; a new page's pairs are one look-up.
    """

    def __init__(self, words: Sequence[Words]) -> None:
        found = [winnow(page.keys) for page in words]
        sizes = [len(grams) for grams, _ in found]
        grams = _joined([g for g, _ in found], np.uint64)
        order = np.argsort(grams, kind="stable")
        self._grams: Grams = grams[order]
        self._pages = np.repeat(np.arange(len(words)), sizes)[order]
        self._at = _joined([at for _, at in found], np.int32)[order].astype(np.int64)

    def pairs(self, new: npt.NDArray[np.bool_] | None = None) -> list[tuple[int, int]]:
        """Pairs of page numbers, the lesser first, with two fingerprints near one diagonal.

        ``new``: by page number, whether it is new; pairs of two old pages are left out.
        """
        pairs, offs = [np.zeros((0, 2), np.int64)], [np.zeros(0, np.int64)]
        for rows in self._groups():
            pages, at = self._pages[rows], self._at[rows]
            i, j = np.triu_indices(rows.shape[1], 1)
            both = np.stack([pages[:, i].ravel(), pages[:, j].ravel()], axis=1)
            kept = both[:, 0] != both[:, 1]
            if new is not None:
                kept &= new[both].any(axis=1)
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


def find_copies(digests: Sequence[Digest], *, new: Collection[str] | None = None) -> list[Copy]:
    """The passages that two of these pages share, in order of page ids; every page once.

    The result does not depend on the order of ``digests``. ``new``: only pairs that touch one of
    these page ids are looked at; then :func:`~riwaya.corpus.copykind.settle_kinds` is due once all
    copies are together.
    """
    pages = sorted(digests, key=lambda page: page.page)
    words = [page.words() for page in pages]
    is_new = None if new is None else np.array([page.page in new for page in pages], np.bool_)
    out: list[Copy] = []
    for a, b in CopyIndex(words).pairs(is_new):
        out.extend(_copies(pages[a], words[a], pages[b], words[b]))
    return settle_kinds(out, {page.page: page for page in pages})


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
