"""Clitics: the conjunctions, prepositions, article and future particle written onto a word.

The splits are possibilities, not decisions: وزير is not و + زير.  A caller looks each
candidate stem up in its own lexicon, the longest stem first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

ENCLITICS: tuple[str, ...] = (
    "كما", "هما", "نا", "ها", "هم", "هن", "كم", "كن", "ني", "ه", "ك", "ي",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Split:
    """A folded word cut in two: ``prefix`` is ``width`` letters wide, ``stem`` what may be looked up.

    For ``لل`` the stem is given with its article restored (للكرملين → prefix ل, stem الكرملين);
    ``width`` still counts the letters of the text before the stem's own (here 1: only the first ل).
    """

    prefix: str
    stem: str
    width: int


def proclitic_splits(key: str) -> Iterator[Split]:
    """Every way to read proclitics off a folded word, the whole word first, then longer stems first.

    The article belongs to the stem: والكرملين gives و + الكرملين and never a bare كرملين.
    """
    yield Split("", key, 0)
    conjunctions = [""] + [c for c in ("و", "ف") if key.startswith(c)]
    for conjunction in conjunctions:
        rest = key[len(conjunction) :]
        if conjunction and len(rest) > 1:
            yield Split(conjunction, rest, len(conjunction))
        for preposition in ("ب", "ك", "ل"):
            if not rest.startswith(preposition) or len(rest) < 3:
                continue
            stem = rest[1:]
            width = len(conjunction) + 1
            if preposition == "ل" and stem.startswith("ل"):
                yield Split(conjunction + "ل", "ا" + stem, width)
            yield Split(conjunction + preposition, stem, width)


def strip_enclitic(key: str) -> Iterator[tuple[str, str]]:
    """Every way to read a pronoun off the end of a folded word: ``(stem, pronoun)``.

    A stem that ended in ta marbuta has ت before the pronoun; both spellings are given.
    """
    for pronoun in ENCLITICS:
        if key.endswith(pronoun) and len(key) - len(pronoun) >= 2:
            stem = key[: -len(pronoun)]
            yield stem, pronoun
            if stem.endswith("ت"):
                yield stem[:-1] + "ه", pronoun
