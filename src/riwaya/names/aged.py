"""Names that an age stands behind: مقتل رنا شحرور، 22 عاما; عن غيورغ تالان (41 عاما).

Whatever stands right before somebody's age is the end of a name, if it can be one at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.merge import proclitic, verb_like
from riwaya.names.nationality import adjectives

_YEARS = frozenset(("عاما", "سنه"))
_AGED = frozenset(("البالغ", "البالغه"))
_BEFORE_AGE = frozenset(("، ", ", ", " (", "،", "("))
_COMMAS = frozenset(("، ", ", "))
_COMMON, _RARE = 3000, 40
"""A word oftener than the first in the news sample ends no name; two rarer than the second are one by themselves."""


def with_aged(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans of a block, with the names of several words that an age stands behind whole."""
    ends = [last for i in range(2, len(words) - 1) if (last := _before_age(text, words, i)) > 0]
    if not ends:
        return list(spans)
    out = [replace(s, weak=False) if s.type == "PER" and s.last in ends else s for s in spans]
    for last in ends:
        firm = {k: s for s in out if not s.weak for k in range(s.first, s.last + 1)}
        first = _first(text, words, last, firm)
        if first < 0:
            continue
        made = _person(words, first, last, firm.get(first))
        out = [s for s in out if s.last < first or s.first > last]
        out = sorted([*out, made], key=lambda s: s.start)
    return out


def _before_age(text: str, words: Sequence[Token], at: int) -> int:
    """The last word before an age whose number is word ``at``; 0 where none is."""
    if words[at].kind != "number" or words[at + 1].key not in _YEARS:
        return 0
    if text[words[at].end : words[at + 1].start] != " ":
        return 0
    if text[words[at - 1].end : words[at].start] in _BEFORE_AGE:
        return at - 1
    back = at - 3 if [w.key for w in words[at - 2 : at]] == ["من", "العمر"] else at - 1
    return back - 1 if back > 1 and words[back].key in _AGED else 0


def _first(text: str, words: Sequence[Token], last: int, firm: dict[int, Span]) -> int:
    """The first word of a name that ends before an age and was not found whole; -1 where there is none."""
    here, before = firm.get(last), firm.get(last - 1)
    if here is not None and (here.type != "PER" or here.last != last):
        return -1
    first = last - 1
    if text[words[first].end : words[last].start] != " ":
        return -1
    if here is not None:
        alone = here.first == last and not here.candidates and not here.prefix and before is None
        opened = text[words[first - 1].end : words[first].start] in _COMMAS
        return first if alone and opened and _unseen(words, first) else -1
    if not _may_end(words[last].key):
        return -1
    if before is not None:
        return before.first if before.type == "PER" else -1
    return first if _unseen(words, first) and _unseen(words, last) else -1


def _may_be(key: str) -> bool:
    """Whether a word before an age can belong to a name."""
    barred = words_of("office_heads") | words_of("particles") | words_of("place_heads")
    barred |= words_of("titles") | words_of("kin") | words_of("behind_people")
    if any(s.stem in barred for s in splits(key)) or verb_like(key) or (key,) in adjectives():
        return False
    if not key[0].isalpha():
        return False
    if key in name_parts() or key in words_of("name_particles"):
        return True
    return frequency(key) < _COMMON and not key.startswith(("ال", "لل")) and len(key) > 2


def _may_end(key: str) -> bool:
    """Whether a word right before an age can end the name of whoever is that old."""
    plain = _may_be(key) and frequency(key) < _COMMON
    return plain and not proclitic(key, after_name=False)[0]


def _unseen(words: Sequence[Token], at: int) -> bool:
    """Whether a word is hardly ever in the news, and so is the word of a name."""
    key = words[at].key
    width = proclitic(key, after_name=False)[1]
    return _may_be(key) and frequency(key[width:]) < _RARE and key.isalpha() and not key.isascii()


def _person(words: Sequence[Token], first: int, last: int, known: Span | None) -> Span:
    """The span of a person's name over words, beginning as one found before does."""
    if known is not None and known.first == first:
        return replace(
            known, last=last, end=words[last].end, candidates=(), short=False, origin="pattern"
        )
    prefix, width = proclitic(words[first].key, after_name=False)
    start = words[first].start + skip(words[first].text, width)
    return Span(first, last, start, words[last].end, "PER", (), "pattern", prefix=prefix, score=0.8)


__all__ = ["with_aged"]
