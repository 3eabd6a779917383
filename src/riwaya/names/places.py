"""What a capital's name means here: the city, or the state that acts from it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic import Token
from riwaya.names.lexicon import words_of
from riwaya.names.match import Span
from riwaya.names.registry import form_key, registry


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
    """Whether the words about it say so: a preposition of place, a verb of travel, العاصمة."""
    at = span.first - 1
    if at < 0:
        return _happens(words, span) or _dateline(words, span)
    word, cues = words[at].key, words_of("city_before")
    if word == "الي" and at > 0 and words[at - 1].key.removeprefix("ب") in words_of("state_to"):
        return False
    placed = word in cues or (word[:1] in "وفبل" and word[1:] in cues)
    before = words[at - 1].key if at else ""
    far = word == "من" and before in words_of("city_from")
    if (
        (placed and "و" not in span.prefix)
        or word.endswith("لعاصمه")
        or before.endswith("لعاصمه")
        or far
    ):
        return True
    if _happens(words, span) or _on_the_way(words, span) or _met_in(words, span):
        return True
    nearby = {words[k].key for k in range(max(0, at - 5), at)}
    if nearby & words_of("clocks"):
        return True
    return word not in ("بين", "مع", "من", "ان", "بان", "وان", "لان", "فان") and bool(
        nearby & words_of("visits")
    )


def _met_in(words: Sequence[Token], span: Span) -> bool:
    """Whether a meeting or an accord is called by it (محادثات أستانا), and by no other beside it."""
    joined = span.last + 1 < len(words) and words[span.last + 1].key.startswith("و")
    return words[span.first - 1].key in words_of("city_meetings") and not joined


def _on_the_way(words: Sequence[Token], span: Span) -> bool:
    """Whether it is where somebody or something goes from, or to (من … إلى …)."""
    at, after = span.first - 1, span.last + 1
    if words[at].key == "من":
        moved = any(
            words[k].key.removeprefix("و").startswith("نقل") for k in range(max(0, at - 3), at)
        )
        return moved or (after < len(words) and words[after].key == "الي")
    return words[at].key == "الي" and any(words[k].key == "من" for k in range(max(0, at - 3), at))


def _happens(words: Sequence[Token], span: Span) -> bool:
    """Whether something happens to the town itself (هز انفجار …, … شهدت أمطارا)."""
    if "و" in span.prefix:
        return False
    verbs = words_of("city_verbs")
    about = [words[k].key for k in range(max(0, span.first - 3), span.first)]
    joined = [k for k, word in enumerate(about) if word.startswith("و") and k]
    about = about[joined[-1] :] if joined else about  # (استهدف وزارته) | وحث …
    after = words[span.last + 1] if span.last + 1 < len(words) else None
    if after is not None and after.start == words[span.last].end + 1:
        about.append(after.key)
    return any(word in verbs or (word[0] in "وف" and word[1:] in verbs) for word in about)


def _dateline(words: Sequence[Token], span: Span) -> bool:
    """Whether a capital that begins a block has its own state behind it (سول، كوريا الجنوبية)."""
    place = registry().entity(span.candidates[0])
    state = registry().entity(place.side) if place is not None else None
    at = span.last + 1
    if state is None or at >= len(words):
        return False
    keys = [form_key(form) for form in state.ar]
    return any(tuple(w.key for w in words[at : at + len(key)]) == key for key in keys)
