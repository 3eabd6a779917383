"""Adverbs, times and pronouns that stand between a cue and its arguments."""

from __future__ import annotations

from riwaya.statements.lexicon import words
from riwaya.statements.view import View

ADVERBS = words("arguments.adverbs")
_WITH_HIM = words("arguments.pronoun_adjuncts")
_LONG: dict[str, list[tuple[str, ...]]] = {}
for _adverb in words("arguments.long_adverbs"):
    _LONG.setdefault(_adverb.split()[0], []).append(tuple(_adverb.split()))


def past_adverb(view: View, j: int) -> int:
    """The token past an adverb of one word or several, a time or a pronoun with its preposition at ``j``; else ``j``."""
    if view.times.get(j, 0) > j:
        return view.times[j]
    if view.key(j) in ADVERBS or view.key(j) in _WITH_HIM:
        return j + 1
    long = (len(a) for a in _LONG.get(view.key(j), ()) if tuple(view.keys[j : j + len(a)]) == a)
    return j + max(long, default=0)
