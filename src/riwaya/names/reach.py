"""How far a person's name reaches: over particles to what they bind, and not over a place before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.gazetteer import joined, skip
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.merge import place_before, proclitic, verb_like
from riwaya.names.registry import registry

_COMMON = 5000
"""A word oftener than this in the news sample is bound by no particle."""

_MOST = 4
"""Particles that one name is followed over."""


def whole_person(text: str, words: Sequence[Token], span: Span) -> Span:
    """A person's span with what its particles bind on both sides (روي تافاريس | دي ليما)."""
    if span.type != "PER" or span.weak or span.short:
        return span
    particles = words_of("name_particles")
    first, last = span.first, span.last
    for _ in range(_MOST):
        ahead = last if words[last].key in particles else last + 1
        bound = ahead < len(words) and words[ahead].key in particles
        if not bound or ahead + 1 >= len(words) or not _bindable(text, words, last, ahead + 1):
            break
        last = ahead + 1
    start, prefix = span.start, span.prefix
    if words[first].key in particles and first > 0 and not span.prefix:
        before = words[first - 1]
        prefix, width = proclitic(before.key, after_name=False)
        known = before.key[width:] in name_parts() or frequency(before.key) == 0
        fits = known and not verb_like(before.key) and len(before.key) > 2
        if fits and joined(text, before, words[first]) and before.key[0].isalpha():
            first, start = first - 1, before.start + skip(before.text, width)
        else:
            prefix = ""
    if (first, last) == (span.first, span.last):
        return span
    candidates = span.candidates if len(span.candidates) == 1 and first == span.first else ()
    grown = replace(span, first=first, last=last, start=start, end=words[last].end, prefix=prefix)
    return grown if span.origin == "registry" and candidates else replace(grown, candidates=())


def _bindable(text: str, words: Sequence[Token], at: int, last: int) -> bool:
    """Whether word ``last`` can be bound to a name that ends at word ``at``: joined to it, and no common word."""
    if any(not joined(text, words[k], words[k + 1]) for k in range(at, last)):
        return False
    word = words[last].key
    if verb_like(word) or not word[0].isalpha():
        return False
    return word in name_parts() or frequency(word) < _COMMON


def parted(words: Sequence[Token], spans: Iterable[Span]) -> list[Span]:
    """The spans, a place that the tagger glued to the person behind it cut off (ولاية هيرات | NAME)."""
    out: list[Span] = []
    for span in spans:
        glued = (
            span.origin == "tagger"
            and span.first > 0
            and span.last - span.first in (2, 3)
            and place_before(words[span.first - 1].key)
            and not _known_place(words, span)
        )
        if not glued:
            out.append(span)
            continue
        place = words[span.first]
        out.append(replace(span, last=span.first, end=place.end, type="GPE"))
        begin = words[span.first + 1].start
        out.append(replace(span, first=span.first + 1, start=begin, type="PER", prefix=""))
    return out


def _known_place(words: Sequence[Token], span: Span) -> bool:
    key = tuple(w.key for w in words[span.first : span.last + 1])
    return key in registry().forms


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """The spans but for those that a grown one covers, in order."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.first, -s.last)):
        if not out or span.first > out[-1].last:
            out.append(span)
        elif out[-1].weak and not span.weak:
            out[-1] = span
    return out


def repeated_pairs(
    text: str, blocks: Sequence[tuple[Sequence[Token], Sequence[Span]]]
) -> frozenset[tuple[str, str]]:
    """Given names and the word that stands behind them each time, twice or more on the page (أيمن عودة)."""
    behind: dict[str, Counter[str]] = {}
    for words, spans in blocks:
        for span in spans:
            if not _given(words, span) or span.last + 1 >= len(words):
                continue
            after = words[span.last + 1]
            if joined(text, words[span.last], after) and _surname_like(after.key):
                key = _bare(words, span)
                behind.setdefault(key, Counter())[after.key] += 1
    return frozenset(
        (given, word) for given, found in behind.items() for word, n in found.items() if n > 1
    )


def with_pair(
    text: str, words: Sequence[Token], spans: list[Span], pairs: frozenset[tuple[str, str]]
) -> list[Span]:
    """The spans of a block, each given name with the surname that the page shows it to have."""
    out: list[Span] = []
    for span in spans:
        at = span.last + 1
        if _given(words, span) and at < len(words) and (_bare(words, span), words[at].key) in pairs:
            span = replace(span, last=at, end=words[at].end)  # noqa: PLW2901
        out.append(span)
    return without_overlaps(out)


def _bare(words: Sequence[Token], span: Span) -> str:
    return words[span.first].key[len(span.prefix) :]


def _given(words: Sequence[Token], span: Span) -> bool:
    if span.type != "PER" or span.first != span.last or span.candidates:
        return False
    return "given" in "".join(name_parts().get(_bare(words, span), ()))


def _surname_like(word: str) -> bool:
    barred = words_of("particles") | words_of("office_heads") | words_of("place_heads")
    if word in barred or verb_like(word) or not word[0].isalpha() or len(word) < 3:
        return False
    return not word.startswith("ال") and frequency(word) < _COMMON
