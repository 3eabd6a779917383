"""East Asian names: a surname, and a given name of two syllables that a hyphen joins (كيم مين-سو).

Two short words that a hyphen joins are seldom anything else in Arabic; a listed surname before them
or syllables that are listed make sure, and the whole is one name whatever parts of it others found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.match import Span

_HYPHEN = re.compile(r" ?[-–‑] ?")
_MARK = re.compile(r"[-–‑]")
_LONGEST, _COMMON = 6, 400
"""Letters of a syllable in Arabic, and how often news has a word that is no listed syllable."""


def with_eastern(text: str, words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """The spans of a block, each hyphenated East Asian name one of them."""
    if not words or not _MARK.search(text, words[0].start, words[-1].end):
        return spans
    made: list[Span] = []
    for i in range(1, len(words) - 1):
        if not (made and made[-1].last >= i - 1) and _given_name(text, words, i):
            found = _whole(text, words, i)
            if found is not None:
                made.append(found)
    if not made:
        return spans
    known = [s for s in spans if s.candidates and not s.weak and not s.short]
    fresh = [
        m for m in made if not any(s.first <= m.first and m.last <= s.last for s in known)
    ]  # fmt: skip
    covered = {k for m in fresh for k in range(m.first, m.last + 1)}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *fresh], key=lambda s: s.start)


def _given_name(text: str, words: Sequence[Token], i: int) -> bool:
    """Whether words ``i`` and ``i + 1`` are two syllables with a hyphen between."""
    if not _HYPHEN.fullmatch(text[words[i].end : words[i + 1].start]):
        return False
    return all(_syllable(words[k].key) for k in (i, i + 1))


def _syllable(word: str) -> bool:
    if not word.isalpha() or word.isascii() or not 1 < len(word) <= _LONGEST:
        return False
    return word in words_of("eastern_syllables") or frequency(word) < _COMMON


def _whole(text: str, words: Sequence[Token], i: int) -> Span | None:
    """The name whose given name begins at word ``i``, with its surname before it."""
    gap = text[words[i - 1].end : words[i].start]
    if gap != " " and not _HYPHEN.fullmatch(gap):
        return None
    listed = [w.key in words_of("eastern_syllables") for w in (words[i], words[i + 1])]
    for split in splits(words[i - 1].key):
        surname = split.stem in words_of("eastern_surnames")
        if surname and any(listed):
            start = words[i - 1].start + skip(words[i - 1].text, split.width)
            return Span(
                i - 1, i + 1, start, words[i + 1].end, "PER", (), "pattern",
                prefix=split.prefix, score=0.9,
            )  # fmt: skip
    return None


__all__ = ["with_eastern"]
