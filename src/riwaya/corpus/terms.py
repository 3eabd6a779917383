"""Terms: the stems by which pages of one story are known, and the zones of a page they stand in."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources

from riwaya.arabic import fold_key

ZONES: tuple[str, ...] = ("title", "opening", "lead", "rest")
"""The zones of a page: its title, the first words of its first paragraph (who did what), the rest
of its first two paragraphs, and what follows."""

_OPENING_WORDS = 12
_LEAD_PARAGRAPHS = 2
_SHORTEST = 2

# Conjunction, preposition, article, in the orders in which they are written onto a word.
_PREFIXES = (
    "وبال", "فبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "فلل", "لل", "ال",
)  # fmt: skip
_LETTER_PREFIXES = ("و", "ف")
_SUFFIXES = (
    "يات", "اته", "اتها", "اتهم", "يين", "يون", "ات", "ون", "ين", "ان", "ها", "هم", "هما",
    "نا", "يه", "وا", "ه", "ي",
)  # fmt: skip


def zone_of(paragraph: int, word: int) -> int:
    """The zone of a word, its index in :data:`ZONES`.

    ``paragraph`` counts the body's blocks that are no title, ``word`` the words of the block,
    both from 0.
    """
    if paragraph == 0 and word < _OPENING_WORDS:
        return 1
    return 2 if paragraph < _LEAD_PARAGRAPHS else 3


@cache
def stop_words() -> frozenset[str]:
    """Folded function words and the formulas of news, which tell no story from another."""
    path = resources.files("riwaya") / "data" / "corpus" / "stop_words.toml"
    groups = tomllib.loads(path.read_text("utf-8"))
    return frozenset(fold_key(word) for group in groups.values() for word in group.split())


@lru_cache(maxsize=1 << 17)
def stem(key: str) -> str:
    """A light stem of a folded word, or ``""`` for a function word.

    Light stemming after Larkey, Ballesteros and Connell, "Improving stemming for Arabic
    information retrieval", SIGIR 2002 (their light10): article, conjunction and the commonest
    endings off, never below three letters.
    """
    if len(key) < _SHORTEST or key in stop_words():
        return ""
    word = key
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    else:
        if word[0] in _LETTER_PREFIXES and len(word) >= 4:
            if word[1:] in stop_words():
                return ""
            word = word[1:] if word[0] == "و" else word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return "" if word in stop_words() else word
