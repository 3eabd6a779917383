"""Spans of two names parted: a place that the tagger glued to the person behind it, two places of one dual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.merge import place_before
from riwaya.names.registry import registry

_LIKELY = 0.4
"""How sure the tagger must be of a place and a person together: of the person alone it is surer."""


def parted(words: Sequence[Token], spans: Iterable[Span]) -> list[Span]:
    """The spans, a place that the tagger glued to the person behind it cut off (ولاية هيرات | NAME)."""
    out: list[Span] = []
    for span in spans:
        if _two_places(words, span):
            end = words[span.first].end
            out.append(replace(span, last=span.first, end=end, origin="pattern"))
            begin = words[span.last].start + skip(words[span.last].text, 1)
            out.append(replace(span, first=span.last, start=begin, prefix="و", origin="pattern"))
            continue
        if _at_a_seat(words, span):
            place = words[span.first]
            out.append(replace(span, last=span.first, end=place.end, type="GPE", origin="pattern"))
            begin = words[span.first + 1].start
            if span.last > span.first:
                out.append(replace(span, first=span.first + 1, start=begin, prefix=""))
            continue
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
        begin, weak = words[span.first + 1].start, span.score < _LIKELY
        out.append(
            replace(span, first=span.first + 1, start=begin, type="PER", prefix="", weak=weak)
        )
    return out


def _at_a_seat(words: Sequence[Token], span: Span) -> bool:
    """Whether a person's span begins with where the office before it is held (أساقفة كانتربري | NAME)."""
    if span.type != "PER" or span.last - span.first not in (0, 2) or span.candidates:
        return False
    if not span.first or span.first + 1 >= len(words):
        return False
    held = any(s.stem in words_of("seats") for s in splits(words[span.first - 1].key))
    first, second = (words[k].key for k in (span.first, span.first + 1))
    return held and first not in name_parts() and "given" in name_parts().get(second, ())


def _two_places(words: Sequence[Token], span: Span) -> bool:
    """Whether a place of two words behind a dual is two, the second with و (مدينتي X وY)."""
    if span.type not in ("GPE", "LOC") or span.last != span.first + 1 or not span.first:
        return False
    duals = words_of("place_duals")
    behind = any(s.stem in duals for s in splits(words[span.first - 1].key))
    return behind and words[span.last].key[0] == "و" and len(words[span.last].key) > 3


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
