"""Adverbs, times and pronouns that stand between a cue and its arguments."""

from __future__ import annotations

from riwaya.statements.lexicon import words
from riwaya.statements.view import View

ADVERBS = words("arguments.adverbs")
_WITH_HIM = words("arguments.pronoun_adjuncts")
_TWO_WORD_ADVERBS = words("arguments.two_word_adverbs")


def past_adverb(view: View, j: int) -> int:
    """The token past an adverb of one word or two, a time or a pronoun with its preposition at ``j``; else ``j``."""
    if view.times.get(j, 0) > j:
        return view.times[j]
    if view.key(j) in ADVERBS or view.key(j) in _WITH_HIM:
        return j + 1
    return j + 2 if f"{view.key(j)} {view.key(j + 1)}" in _TWO_WORD_ADVERBS else j
