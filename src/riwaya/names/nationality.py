"""Nationality adjectives in all their inflections, each to its state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from riwaya.arabic import fold_key
from riwaya.names.load import table

Gender = Literal["m", "f", "p"]
Adjectives = dict[tuple[str, ...], "Nationality"]


@dataclass(frozen=True, slots=True)
class Nationality:
    """An inflected adjective: the state, masculine, feminine or plural/dual, with the article or not."""

    state: str
    gender: Gender
    definite: bool


_ENDINGS: tuple[tuple[str, Gender], ...] = (
    ("", "m"), ("ه", "f"), ("ون", "p"), ("ين", "p"), ("ان", "p"), ("تين", "p"), ("تان", "p"), ("ات", "p"), ("ا", "m"),
)  # fmt: skip


@cache
def adjectives() -> Adjectives:
    """Folded words of an adjective → what it says. Two-word ones (كوري جنوبي) have two keys."""
    found: Adjectives = {}
    bodies = {"european-union": "أوروبي أوربي", "united-nations": "أممي"}
    rows = [row for group in table("states").values() for row in group.values()]
    pairs = [(row[0], row[2]) for row in rows] + list(bodies.items())
    for state, written in pairs:
        for entry in written.split():
            stem, _, plural = entry.partition("/")
            for words, gender in _inflections(stem, plural):
                bare = tuple(fold_key(w) for w in words)
                # جنوب أفريقي takes one article, كوري جنوبي two.
                definite = (
                    ("ال" + bare[0], *bare[1:]) if bare[0] == "جنوب"
                    else tuple("ال" + w for w in bare)
                )  # fmt: skip
                found.setdefault(bare, Nationality(state, gender, definite=False))
                found.setdefault(definite, Nationality(state, gender, definite=True))
    return found


def _inflections(stem: str, plural: str) -> list[tuple[tuple[str, ...], Gender]]:
    words = stem.split("_")
    out: list[tuple[tuple[str, ...], Gender]] = []
    for ending, gender in _ENDINGS:
        head = words[0] if words[0] == "جنوب" and len(words) > 1 else words[0] + ending
        out.append(((head, *(w + ending for w in words[1:])), gender))
    if plural:
        out.append(((plural,), "p"))
    return out
