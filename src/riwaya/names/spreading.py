"""A page's surnames wherever they stand: short forms, slips of them, and what was taken for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from riwaya.arabic import Token
from riwaya.names.gazetteer import joined, skip, splits
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.plausible import governs


def spread(
    text: str, words: Sequence[Token], spans: list[Span], surnames: Mapping[str, tuple[str, ...]]
) -> list[Span]:
    """The spans of a block with every further place where a surname of the page stands."""
    spans = [s for s in spans if not _surname_mistaken(words, s, surnames)]
    spans = [s for s in spans if not (s.weak and _governing(text, words, s))]
    spans = [_without_verb(words, s, surnames) for s in spans]
    taken = {i for span in spans if not span.weak for i in range(span.first, span.last + 1)}
    longest = max((name.count(" ") for name in surnames), default=0) + 1
    out = [s for s in spans if not s.weak]
    for i in range(len(words)):
        if i in taken:
            continue
        found = _surname_at(text, words, i, surnames, longest)
        if found and not taken.intersection(range(found.first, found.last + 1)):
            out.append(found)
            taken.update(range(found.first, found.last + 1))
    out += [s for s in spans if s.weak and not taken.intersection(range(s.first, s.last + 1))]
    return sorted(out, key=lambda s: s.start)


def _governing(text: str, words: Sequence[Token], span: Span) -> bool:
    return governs(text, words, span.first, span.last, words[span.first].key[len(span.prefix) :])


def _without_verb(
    words: Sequence[Token], span: Span, surnames: Mapping[str, tuple[str, ...]]
) -> Span:
    """A span of a verb that is a given name too and a surname of the page, without the verb (رفعت | NAME)."""
    verb = words[span.first].key.removeprefix("و") in words_of("verb_names")
    if span.type != "PER" or span.last != span.first + 1 or span.candidates or not verb:
        return span
    bearers = surnames.get(words[span.last].key)
    if bearers is None:
        return span
    return replace(
        span,
        first=span.last,
        start=words[span.last].start,
        prefix="",
        short=True,
        candidates=bearers,
    )


def _surname_mistaken(
    words: Sequence[Token], span: Span, surnames: Mapping[str, tuple[str, ...]]
) -> bool:
    """A word that the tagger has for a body or place, and that is a surname of the page (كلوب of يورغن كلوب)."""
    if span.origin != "tagger" or span.candidates or span.type == "PER" or span.first != span.last:
        return False
    if words[span.first].key[len(span.prefix) :] not in surnames:
        return False
    heads = words_of("org_heads") | words_of("place_heads") | words_of("firm_kinds")
    before = words[span.first - 1].key if span.first else ""
    return not any(split.stem in heads for split in splits(before))


def _surname_at(
    text: str, words: Sequence[Token], i: int, surnames: Mapping[str, tuple[str, ...]], longest: int
) -> Span | None:
    for split in splits(words[i].key):
        name = split.stem
        for last in range(i, min(i + longest, len(words))):
            if last > i:
                if not joined(text, words[last - 1], words[last]):
                    break
                name += " " + words[last].key
            if name in surnames and not governs(text, words, i, last, name):
                start = words[i].start + skip(words[i].text, split.width)
                return Span(
                    i, last, start, words[last].end, "PER", surnames[name], "page",
                    short=True, prefix=split.prefix,
                )  # fmt: skip
    slip = _slipped(words[i], surnames)
    if slip is not None:
        return Span(i, i, words[i].start, words[i].end, "PER", surnames[slip], "page", short=True)
    return None


_LEAST_SLIPPED, _MISSPELT = 5, 8


@lru_cache(maxsize=1 << 16)
def _rare(key: str) -> bool:
    """Whether a word is long enough, and so rare, that it may be a slip of another."""
    long = len(key) >= _LEAST_SLIPPED and not key.isascii()
    return long and key not in name_parts() and frequency(key) <= _MISSPELT


def _slipped(word: Token, surnames: Mapping[str, tuple[str, ...]]) -> str | None:
    """The one surname of the page that a word which news never has is one letter away from (نتياهو)."""
    key = word.key
    if not _rare(key):
        return None
    near_ones = [
        s for s in surnames
        if s[0] == key[0] and len(s) >= _LEAST_SLIPPED and abs(len(s) - len(key)) < 2
        and s[-1] == key[-1] and " " not in s and OSA.distance(s, key, score_cutoff=1) == 1
    ]  # fmt: skip
    return near_ones[0] if len({surnames[s] for s in near_ones}) == 1 else None
