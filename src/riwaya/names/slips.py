"""States whose names a page misspells by one letter (بارغواي), by edit distance and rarity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Prefix

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, name_parts
from riwaya.names.match import Span
from riwaya.names.registry import registry

_RARE = 12
"""A word oftener than this in the news sample is a word of its own."""

_LEAST = 6
"""Letters of a name in which one may be wrong: in a shorter one every letter tells."""


@cache
def _states() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """States' names of one word with their ids, by what stays in a slip: the first letter and the last two."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, forms in registry().forms.items():
        entity = registry().entity(forms[0].entity)
        if (
            len(key) == 1
            and len(key[0]) >= _LEAST
            and entity is not None
            and entity.kind == "state"
        ):
            found[key[0][0], key[0][-2:]].append((key[0], entity.id))
    return found


@lru_cache(maxsize=16384)
def misspelt_state(key: str) -> tuple[str, int, str] | None:
    """Proclitic, its width, and the state that a folded word is one slip away from; None where several are, or none."""
    if len(key) < _LEAST - 1 or frequency(key) > _RARE or key in name_parts():
        return None
    for split in splits(key):
        stem = split.stem
        if len(stem) < _LEAST - 1 or frequency(stem) > _RARE or stem in name_parts():
            continue
        rivals = _states().get((stem[0], stem[-2:]), ())
        near = {state for name, state in rivals if _one_slip(stem, name)}
        if len(near) == 1:
            return split.prefix, split.width, near.pop()
    return None


def _one_slip(word: str, name: str) -> bool:
    """Whether a long vowel is missing or too many, or two neighbours changed places; another letter is another word."""
    if OSA.distance(word, name, score_cutoff=1) != 1:
        return False
    if len(word) == len(name):
        return sorted(word) == sorted(name)
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    at = Prefix.similarity(longer, shorter)
    return longer[at] in "اوي" and not name.startswith("ال")


def _state_of(words: Sequence[Token], span: Span) -> Span:
    """A place of one word that only the tagger knows, as the state that it is a slip away from."""
    if span.type != "GPE" or span.candidates or span.first != span.last:
        return span
    found = misspelt_state(words[span.first].key[len(span.prefix) :])
    return replace(span, candidates=(found[2],)) if found and not found[0] else span


def with_misspelt_states(words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """The spans of a block and the misspelt states that nothing else took."""
    spans = [_state_of(words, s) for s in spans]
    taken = {i for s in spans if not s.weak for i in range(s.first, s.last + 1)}
    made: list[Span] = []
    for i, word in enumerate(words):
        long = len(word.key) >= _LEAST - 1 and i not in taken
        found = misspelt_state(word.key) if long else None
        if found is not None:
            prefix, width, state = found
            start = word.start + skip(word.text, width)
            made.append(Span(i, i, start, word.end, "GPE", (state,), "pattern", prefix=prefix))
    if not made:
        return spans
    covered = {s.first for s in made}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *made], key=lambda s: s.start)


__all__ = ["misspelt_state", "with_misspelt_states"]
