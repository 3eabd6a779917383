"""What our lists hint at a word: forms of the registry, people, clubs, firms, and the long list of towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.names.entities import Form
from riwaya.names.gazetteer import splits
from riwaya.names.lexicon import compressed, frequency, words_of
from riwaya.names.load import lines
from riwaya.names.registry import form_key, registry


@dataclass(frozen=True, slots=True)
class _Opening:
    """What a word opens in one of its readings: a form of itself, and longer ones by their second word.

    Labels stand with them: of the first word, and of those behind it.
    """

    alone: str
    longer: dict[str, list[tuple[tuple[str, ...], str, str]]]


_Forms = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _forms() -> _Forms:
    """First folded word → forms, the longer first, and the label that they hint at."""
    grouped: _Forms = defaultdict(list)
    labels = {"PER": "P", "GPE": "L", "LOC": "L", "FAC": "L", "ORG": "O"}
    for key, forms in registry().forms.items():
        form: Form = forms[0]
        entity = registry().entity(form.entity)
        if entity is not None and (label := labels.get(entity.type)):
            grouped[key[0]].append((key, label + ("w" if form.weak else "")))
    for _, arabic in lines("people_more"):
        key = form_key(arabic)
        grouped[key[0]].append((key, "P"))
    for group, label in (("clubs", "C"), ("firms", "F")):
        for word in words_of(group):
            key = tuple(word.split("_"))
            grouped[key[0]].append((key, label))
    return {k: sorted(v, key=lambda entry: -len(entry[0])) for k, v in grouped.items()}


_COMMON = (5, 100, 1000)
"""Places in the news sample from which a town's single word is seldom, at times, often something else."""


@cache
def _towns() -> _Forms:
    """First folded word → towns' forms, the longer first, and their size with how common the word is."""
    grouped: _Forms = defaultdict(list)
    for form, size in compressed("towns.tsv.zst"):
        key = tuple(form.split())
        common = sum(frequency(key[0]) >= least for least in _COMMON) if len(key) == 1 else "m"
        grouped[key[0]].append((key, f"{size}{common}"))
    return {k: sorted(v, key=lambda entry: -len(entry[0])) for k, v in grouped.items()}


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return form_key(word)[0]


@lru_cache(maxsize=65536)
def _opens_form(word: str) -> tuple[_Opening, ...]:
    out = []
    for split in splits(_key(word)):
        found = _forms().get(split.stem)
        if found and (not split.prefix or len(split.stem) > 2):
            clitic = "c" if split.prefix else ""
            out.append(
                _opening(
                    (form, f"B{label}{'1' if len(form) == 1 else ''}{clitic}", f"I{label}")
                    for form, label in found
                )
            )
    return tuple(out)


@lru_cache(maxsize=65536)
def _opens_town(word: str) -> tuple[_Opening, ...]:
    out = []
    for split in splits(_key(word)):
        if found := _towns().get(split.stem):
            clitic = "c" if split.prefix else ""
            out.append(_opening((form, f"T{label}{clitic}", "IT") for form, label in found))
    return tuple(out)


def _opening(forms: Iterable[tuple[tuple[str, ...], str, str]]) -> _Opening:
    alone = ""
    longer: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for form, first, inside in forms:
        if len(form) > 1:
            longer.setdefault(form[1], []).append((form[1:], first, inside))
        else:
            alone = alone or first
    return _Opening(alone, longer)


def hints(words: Sequence[str]) -> list[str]:
    """A gazetteer label a word: begin or inside, the kind, and whether the form is of one word; "" for none."""
    return _labelled(words, _opens_form)


def town_hints(words: Sequence[str]) -> list[str]:
    """A label a word from the long list of towns, "" for none."""
    return _labelled(words, _opens_town)


def _labelled(words: Sequence[str], openings: Callable[[str], tuple[_Opening, ...]]) -> list[str]:
    found = [""] * len(words)
    free = 0
    for at, word in enumerate(words):
        if at < free:
            continue
        for opening in openings(word):
            hit = _longer(words, at + 1, opening) if opening.longer else None
            if hit is not None:
                rest, found[at], inside = hit
                free = at + 1 + len(rest)
                found[at + 1 : free] = [inside] * len(rest)
                break
            if opening.alone:
                found[at] = opening.alone
                break
    return found


def _longer(
    words: Sequence[str], at: int, opening: _Opening
) -> tuple[tuple[str, ...], str, str] | None:
    """The longest form of several words that goes on at ``at``."""
    if at == len(words):
        return None
    for hit in opening.longer.get(_key(words[at]), ()):
        rest = hit[0]
        if len(words) - at >= len(rest) and all(
            _key(words[at + k]) == rest[k] for k in range(1, len(rest))
        ):
            return hit
    return None
