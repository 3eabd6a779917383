"""Copied passages: which words of one page stand in another, found without comparing every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.corpus.align import passages
from riwaya.corpus.body import Words
from riwaya.corpus.copykind import appearance, earlier_page, settle_kinds
from riwaya.corpus.digest import Digest
from riwaya.corpus.postings import pairs, postings
from riwaya.model import Copy, PageSpan


def find_copies(digests: Sequence[Digest]) -> list[Copy]:
    """The passages that two of these pages share, in order of page ids.

    The result does not depend on the order of ``digests``.
    """
    pages = sorted(digests, key=lambda page: page.page)
    found = pairs(postings((number, page.words()) for number, page in enumerate(pages)))
    out = [copy for a, b in found for copy in copies_of(pages[a], pages[b])]
    out.sort(key=place)
    return settle_kinds(out, {page.page: appearance(page) for page in pages})


def place(copy: Copy) -> tuple[str, str, int, int, int, int]:
    """What orders copies."""
    return copy.a.page, copy.b.page, copy.a.start, copy.b.start, copy.a.end, copy.b.end


def copies_of(a: Digest, b: Digest) -> Iterator[Copy]:
    """The passages that two pages share; the page of the lesser id is ``a`` of each. Of no kind yet."""
    a, b = sorted((a, b), key=lambda page: page.page)
    earlier = earlier_page(a, b)
    a_words, b_words = a.words(), b.words()
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
