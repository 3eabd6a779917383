"""Names of several words that stand on a page once for all: found again wherever the same words stand.

Document-level agreement: what a head, a table or the tagger showed to be one name in one sentence is one
in the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from riwaya.arabic import Token
from riwaya.names.gazetteer import follows, skip, splits
from riwaya.names.lexicon import words_of
from riwaya.names.match import Span
from riwaya.names.registry import Key

_SURE = 0.75
"""A name that only the tagger found is believed elsewhere too where it was so sure of it once."""

_MOST = 6
Names = Mapping[str, Sequence[tuple[Key, Span]]]


def page_names(blocks: Iterable[tuple[Sequence[Token], Sequence[Span]]]) -> Names:
    """The names of two to six words of a page that are beyond doubt, by their first folded word, longer ones first."""
    found: dict[Key, Span] = {}
    for words, spans in blocks:
        for span in spans:
            width = span.last - span.first
            if span.weak or not width or width >= _MOST or span.type == "OTHER":
                continue
            bare = bare_key(words, span)
            sure = span.origin != "tagger" or span.candidates or span.score >= _SURE
            if sure or bare[0] in words_of("org_heads"):
                found.setdefault(bare, span)
    out: dict[str, list[tuple[Key, Span]]] = defaultdict(list)
    for key in sorted(found, key=len, reverse=True):
        out[key[0]].append((key, found[key]))
    return out


def bare_key(words: Sequence[Token], span: Span) -> Key:
    """The folded words of a span, proclitics off."""
    key = tuple(w.key for w in words[span.first : span.last + 1])
    return (key[0][len(span.prefix) :], *key[1:])


def with_repeats(text: str, words: Sequence[Token], spans: list[Span], names: Names) -> list[Span]:
    """The spans of a block and every further place where one of ``names`` stands whole."""
    if not names:
        return spans
    firm = {i: s for s in spans if not s.weak for i in range(s.first, s.last + 1)}
    made: list[Span] = []
    for i, word in enumerate(words):
        if names.keys().isdisjoint(_stems(word.key)) or (i in firm and firm[i].first < i):
            continue
        found = _at(text, words, i, names, firm)
        if found is not None and not (made and made[-1].last >= i):
            made.append(found)
    if not made:
        return spans
    covered = {i for s in made for i in range(s.first, s.last + 1)}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *made], key=lambda s: s.start)


@lru_cache(maxsize=1 << 16)
def _stems(key: str) -> frozenset[str]:
    """What a word may be without its proclitics."""
    return frozenset(split.stem for split in splits(key))


def _at(
    text: str, words: Sequence[Token], i: int, names: Names, firm: Mapping[int, Span]
) -> Span | None:
    for split in splits(words[i].key):
        if split.stem not in names:
            continue
        for key, model in names[split.stem]:
            last = i + len(key) - 1
            if last >= len(words) or not follows(text, words, i, key):
                continue
            rivals = {firm[k] for k in range(i, last + 1) if k in firm}
            if any(s.first < i or s.last >= last for s in rivals):
                continue
            start = words[i].start + skip(words[i].text, split.width)
            return Span(
                i, last, start, words[last].end, model.type, model.candidates, "page",
                short=model.short, prefix=split.prefix,
            )  # fmt: skip
    return None


__all__ = ["bare_key", "page_names", "with_repeats"]
