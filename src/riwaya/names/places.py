"""What a capital's name means here: the city, or the state that acts from it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic import Token
from riwaya.names.lexicon import words_of
from riwaya.names.match import Span
from riwaya.names.registry import registry


def capital_sense(words: Sequence[Token], span: Span, earlier: Span | None) -> str | None:
    """The state's id where a capital stands for its government, else None (موسكو تريد; بتوقيت موسكو).

    ``earlier`` is the place named just before and joined to it by و: both have one sense.
    """
    place = registry().entity(span.candidates[0])
    if place is None or place.kind != "city" or place.side is None:
        return None
    if place.id in words_of("city_capitals") or "ب" in span.prefix or _is_city(words, span):
        return None
    if earlier is not None and earlier.last == span.first - 1 and "و" in span.prefix:
        before = registry().entity(earlier.candidates[0])
        if before is not None and before.kind == "city":
            return None
    return place.side


def _is_city(words: Sequence[Token], span: Span) -> bool:
    """Whether the words before say so: a preposition of place, a verb of travel, العاصمة."""
    at = span.first - 1
    if at < 0:
        return False
    word, cues = words[at].key, words_of("city_before")
    placed = word in cues or (word[:1] in "وفبل" and word[1:] in cues)
    if placed and "و" not in span.prefix:
        return True
    if at > 0 and words[at - 1].key.endswith("العاصمه"):
        return True
    nearby = {words[k].key for k in range(max(0, at - 5), at)}
    if nearby & words_of("clocks"):
        return True
    return word not in ("بين", "مع", "من", "ان") and bool(nearby & words_of("visits"))
