"""What statements are compared by: the stems of their words, and how much two of them share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from riwaya.arabic import tokens
from riwaya.arabic.words import Token
from riwaya.corpus.terms import stem
from riwaya.model import Analysed, Span

Stems = frozenset[str]


def stems(page: Analysed, spans: Iterable[Span]) -> Stems:
    """The stems and numbers in these spans of a page, function words left out."""
    row = tokens(page.text)
    out: set[str] = set()
    for start, end in spans:
        at = bisect_left(row, start, key=_start)
        while at < len(row) and row[at].end <= end:
            token = row[at]
            if token.kind == "number":
                out.add(token.key)
            elif token.kind == "word" and (word := stem(token.key)):
                out.add(word)
            at += 1
    return frozenset(out)


def _start(token: Token) -> int:
    return token.start


def shared(a: Stems, b: Stems) -> float:
    """Jaccard: the share of all their stems that both have."""
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0


def held(a: Stems, b: Stems) -> float:
    """The share of the smaller one's stems that the other has too."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def hull(spans: Sequence[Span]) -> Span:
    """From the first start to the last end."""
    return min(s for s, _ in spans), max(e for _, e in spans)
