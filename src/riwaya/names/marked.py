"""Names between marks ("ستاب هاب"): what the marks hold is one name, with its first letter, where half of it was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.lexicon import frequency, name_parts
from riwaya.names.match import Span
from riwaya.names.merge import verb_like
from riwaya.names.nationality import adjectives

_OPENING = frozenset('"«“„(')
_CLOSING = frozenset('"»”“)')
_RARELY = 20
"""A word rarer than this in the news sample is a foreign name's."""
_KNOWN = 200
"""A word oftener than this is a name by itself."""
_MOST = 3


def with_marked(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans of a block, those between marks with what belongs to them there."""
    if not words or _OPENING.isdisjoint(text[words[0].start : words[-1].end]):
        return list(spans)
    spans = [replace(s, weak=False) if _quoted(text, words, s) else s for s in spans]
    made = {s: m for s in spans if (m := _lettered(text, words, s) or _held(text, words, s))}
    grown = {k for m in made.values() for k in range(m.first, m.last + 1)}
    kept = [s for s in spans if grown.isdisjoint(range(s.first, s.last + 1))]
    return sorted({*kept, *made.values()}, key=lambda s: (s.start, s.weak))


def _quoted(text: str, words: Sequence[Token], span: Span) -> bool:
    """A body called by a common word, alone between marks, which make it a name (أعلنت "أوبر")."""
    body = span.weak and span.type == "ORG" and len(span.candidates) == 1 and not span.prefix
    return body and _opened(text, words, span.first) and _closed(text, words, span.last)


def _lettered(text: str, words: Sequence[Token], span: Span) -> Span | None:
    """A name between marks with the letter that was read as a proclitic (مجموعة "كايشين"): none stands behind a mark."""
    if not span.prefix or span.candidates or span.weak or not _opened(text, words, span.first):
        return None
    if not _closed(text, words, span.last):
        return None
    stem = words[span.first].key[len(span.prefix) :]
    joined = span.prefix == "و" and (stem in name_parts() or frequency(stem) >= _RARELY)
    if joined or span.prefix not in ("ب", "ك", "ف", "و") or frequency(stem) >= _KNOWN:
        return None
    return replace(span, start=words[span.first].start, prefix="")


def _held(text: str, words: Sequence[Token], span: Span) -> Span | None:
    """A body's name of two or three words that marks hold, of which one was found (موقع "ستاب هاب", حملة "بيروت برايد")."""
    key = words[span.first].key
    alone = span.first == span.last and not span.prefix and len(key) > 2 and key[:2] != "ال"
    if span.type not in ("ORG", "GPE", "LOC") or not alone:
        return None
    first, last = span.first, span.last
    while first and not _opened(text, words, first) and span.last - first + 1 < _MOST:
        if text[words[first - 1].end : words[first].start] != " ":
            return None
        first -= 1
    while last + 1 < len(words) and not _closed(text, words, last) and last - first + 1 < _MOST:
        if text[words[last].end : words[last + 1].start] != " ":
            return None
        last += 1
    if not (_opened(text, words, first) and _closed(text, words, last)) or first == last:
        return None
    others = [w for w in words[first : last + 1] if w is not words[span.first]]
    if not all(_foreign(w.key) for w in others):
        return None
    return Span(first, last, words[first].start, words[last].end, "ORG", (), "pattern", score=0.75)


def _foreign(key: str) -> bool:
    """Whether a word is hardly in the news, and so foreign."""
    plain = key.isalpha() and not verb_like(key) and (key,) not in adjectives()
    inner = not frequency("ال" + key) and not key.startswith(("ال", "لل")) and len(key) > 2
    return plain and inner and frequency(key) < _RARELY and not key.endswith(("ه", "ها", "هم"))


def _opened(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a mark opens right before a word."""
    return text[words[at].start - 1 : words[at].start] in _OPENING and words[at].start > 0


def _closed(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a mark closes right behind a word."""
    return text[words[at].end : words[at].end + 1].strip() in _CLOSING


__all__ = ["with_marked"]
