"""Finding the registry's forms in a run of tokens: longest match first, proclitics left outside.

A form may be written with hyphens, hash signs or low lines between its words (#مون_جيه-إن).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from riwaya.arabic import Token, fold_key, proclitic_splits

T = TypeVar("T")
Key = tuple[str, ...]

# What may stand between two words of one name.
_GAP = re.compile(r"[\s#_\-–\u200c\u200f\u200e.\"“”«»]{0,4}")
_STOP = re.compile(r"\.\s|\n")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A match: tokens ``[first, last]``, its span in the text, the proclitics before it, what it may be."""

    first: int
    last: int
    start: int
    end: int
    prefix: str
    values: tuple[T, ...]

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class Gazetteer(Generic[T]):
    """Forms by their folded words, for matching at any token."""

    def __init__(self, forms: Mapping[Key, Sequence[T]]) -> None:
        self._by_first: dict[str, _Beginning[T]] = {}
        for key, values in sorted(forms.items(), key=lambda entry: -len(entry[0])):
            beginning = self._by_first.setdefault(key[0], _Beginning())
            if len(key) == 1:
                beginning.alone = tuple(values)
            else:
                beginning.longer.setdefault(key[1], []).append((key, tuple(values)))

    def forms(self) -> Iterator[tuple[Key, tuple[T, ...]]]:
        """Every form with what it may be."""
        for first, beginning in self._by_first.items():
            if beginning.alone:
                yield (first,), beginning.alone
            for longer in beginning.longer.values():
                yield from longer

    def firsts(self) -> frozenset[str]:
        """The words that a form begins with."""
        return frozenset(self._by_first)

    def at(self, text: str, words: Sequence[Token], i: int) -> Iterator[Hit[T]]:
        """Every match that begins at word ``i``: whole words before split ones, longer before shorter."""
        token = words[i]
        behind = words[i + 1].key if i + 1 < len(words) else ""
        for split in splits(token.key):
            beginning = self._by_first.get(split.stem)
            if beginning is None:
                continue
            start = token.start + skip(token.text, split.width)
            for key, values in beginning.longer.get(behind, ()):
                last = i + len(key) - 1
                if last < len(words) and follows(text, words, i, key):
                    yield Hit(i, last, start, words[last].end, split.prefix, values)
            if beginning.alone:
                yield Hit(i, i, start, token.end, split.prefix, beginning.alone)


@dataclass(slots=True)
class _Beginning(Generic[T]):
    """The forms that begin with one word: the word itself, and longer ones by their second word, longest first."""

    alone: tuple[T, ...] = ()
    longer: dict[str, list[tuple[Key, tuple[T, ...]]]] = field(default_factory=dict)


@lru_cache(maxsize=1 << 17)
def splits(key: str) -> tuple[Reading, ...]:
    """The proclitic readings of a folded word; one of unusual length is only itself."""
    if len(key) > _LONGEST:
        return (Reading("", key, 0),)
    return tuple(
        Reading(split.prefix, split.stem, split.width)
        for split in proclitic_splits(key)
        if not split.prefix or len(split.stem) >= 2
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the proclitics off a folded word: they, the stem, and their width in letters."""

    prefix: str
    stem: str
    width: int


def follows(text: str, words: Sequence[Token], i: int, key: Key) -> bool:
    """Whether the words from ``i`` on are those of ``key`` (the first is taken as matched), near enough."""
    for k in range(1, len(key)):
        if words[i + k].key != key[k] or not joined(text, words[i + k - 1], words[i + k]):
            return False
    return True


def joined(text: str, left: Token, right: Token) -> bool:
    """Whether two words stand next to each other, with nothing but name-joining marks between."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    return len(gap) <= 4 and _GAP.fullmatch(gap) is not None and _STOP.search(gap) is None


def skip(word: str, letters: int) -> int:
    """How many code points of ``word`` its first ``letters`` folded letters take, marks included."""
    if letters == 0:
        return 0
    seen = 0
    for at, char in enumerate(word):
        if fold_key(char):
            if seen == letters:
                return at
            seen += 1
    return len(word)
