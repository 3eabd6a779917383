"""What statements are compared by: the stems of their words, and how much two of them share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from riwaya.arabic import fold_key
from riwaya.corpus.terms import stem
from riwaya.model import Analysed, Span

Stems = frozenset[str]

_NOTHING = frozenset({""})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def stems(page: Analysed, spans: Iterable[Span]) -> Stems:
    """The stems and numbers in these spans of a page, function words left out."""
    return frozenset().union(*(_stems(page.text[start:end]) for start, end in spans))


@lru_cache(maxsize=1 << 13)
def _stems(text: str) -> Stems:
    """Of one stretch of text: names, and the sentences around numbers, come again and again."""
    return frozenset(map(_term, _WORD.findall(fold_key(text)))) - _NOTHING


@lru_cache(maxsize=1 << 17)
def _term(word: str) -> str:
    """A folded word's stem, a number itself, ``""`` for a function word."""
    return word if word[0].isdigit() else stem(word)


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
