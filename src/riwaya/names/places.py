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
    if place.id in words_of("city_capitals") or "ب" in span.prefix:
        return None
    if earlier is not None and earlier.last == span.first - 1 and "و" in span.prefix:
        before = registry().entity(earlier.candidates[0])
        if before is not None and before.kind == "city":
            return None
    at = span.first - 1
    if at >= 0 and "و" not in span.prefix:
        word = words[at].key
        cues = words_of("city_before")
        if word in cues or (word[:1] in "وفبل" and word[1:] in cues):
            return None
    nearby = {words[k].key for k in range(max(0, at - 5), at)}
    if at >= 0 and words[at].key not in ("بين", "مع", "من", "ان") and nearby & words_of("visits"):
        return None
    return place.side
