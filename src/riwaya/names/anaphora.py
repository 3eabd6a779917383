"""Bodies, facilities and towns told again by what they are: الشركة, الصحيفة, التنظيم, المطار, المدينة.

Such a word stands for the last one named on the page that is one: whose name begins with the word
(تنظيم … → التنظيم, here or in the registry), or that the page calls so before its name (شركة NAME → الشركة).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from riwaya.arabic import Token, fold_key
from riwaya.model import MentionType
from riwaya.names.bodies import nationality_at
from riwaya.names.gazetteer import joined, skip, splits
from riwaya.names.headed import group, table_of
from riwaya.names.match import Span
from riwaya.names.nominals import Nominal
from riwaya.names.registry import form_key, registry

_TYPES: Mapping[str, MentionType] = {
    "bodies": "ORG",
    "press": "ORG",
    "built": "FAC",
    "places": "GPE",
}


@cache
def again_words() -> Mapping[str, tuple[str, MentionType]]:
    """Folded definite word → the head that it repeats, and its type (الشركه → شركه)."""
    out: dict[str, tuple[str, MentionType]] = {}
    for section, kind in _TYPES.items():
        for head in group("again", section):
            out[("ال" + head)] = (head, kind)
    for line in str(table_of()["again"]["plurals"]).split():
        definite, head = line.split("=")
        out[fold_key(definite)] = (fold_key(head), "ORG")
    return out


def heads_of(
    blocks: Iterable[tuple[Sequence[Token], Sequence[Span], Sequence[str]]],
) -> dict[str, set[str]]:
    """What each body, facility and place of a page is, by the heads of its names and before them."""
    heads = frozenset(head for head, _ in again_words().values())
    out: dict[str, set[str]] = defaultdict(set)
    for words, spans, entities in blocks:
        for span, entity in zip(spans, entities, strict=True):
            if span.type in ("PER", "EVENT", "OTHER"):
                continue
            first = words[span.first].key[len(span.prefix) :].removeprefix("ال")
            before = words[span.first - 1].key if span.first and not span.prefix else ""
            said = {first, *(s.stem for s in splits(before))} & heads
            out[entity] |= said | _known_heads(entity)
    return out


@cache
def _known_heads(entity: str) -> frozenset[str]:
    """What a body or place of the registry is, by its names, its kind and its type."""
    known = registry().entity(entity)
    if known is None:
        return frozenset()
    heads = frozenset(head for head, _ in again_words().values())
    found = {form_key(form)[0].removeprefix("ال") for form in known.ar} & heads
    if known.kind == "agency":
        found.add("وكاله")
    elif known.kind == "city":
        found.add("مدينه")
    return frozenset(found)


class Told:
    """What a page has named so far, in order, and what it is."""

    def __init__(self, heads: Mapping[str, set[str]]) -> None:
        self.heads = heads
        self.order: list[str] = []

    def note(self, entity: str) -> None:
        """``entity`` was named or meant."""
        if entity in self.heads:
            self.order.append(entity)

    def last(self, head: str, side: str | None) -> str | None:
        """The last one named that is a ``head``, of a state where one is asked for."""
        told: str | None = None
        for entity in reversed(self.order):
            of = registry().side_of(entity) if head in self.heads[entity] else None
            if head not in self.heads[entity] or not (side is None or of in (None, side)):
                continue
            known = registry().entity(entity)
            if known is None or known.kind != "agency":
                return entity
            told = told or entity  # who tells it, where no other is one
        return told


def told_again(text: str, words: Sequence[Token], i: int, told: Told) -> Nominal | None:
    """The nominal of a body, facility or place that a definite word at ``i`` stands for, if it does."""
    reading = next((s for s in splits(words[i].key) if s.stem in again_words()), None)
    if reading is None:
        return None
    head, kind = again_words()[reading.stem]
    last, side = i, None
    if i + 1 < len(words) and joined(text, words[i], words[i + 1]):
        after = words[i + 1].key
        read = nationality_at(words, i + 1)
        if read is not None and read[0].definite:
            if read[0].gender == "p":
                return None
            last, side = i + read[1], read[0].state
            if last + 1 < len(words) and words[last + 1].key.startswith("لل"):
                return None  # الشركة المصرية للدخان
        elif after in group("again", "described"):
            last = i + 1
        elif _describes(after):
            return None  # الشركة المشغلة, المجموعة الصغيرة
    entity = told.last(head, side)
    if entity is None:
        return None
    start = words[i].start + skip(words[i].text, reading.width)
    return Nominal(start, words[last].end, kind, entity)


def _describes(after: str) -> bool:
    """Whether the word behind says which one of several is meant."""
    if after in group("again", "another"):
        return True
    adjective = after.startswith("ال") and after.endswith(("ي", "يه", "ه", "ى"))
    return adjective and after not in group("again", "beside")


__all__ = ["Told", "again_words", "heads_of", "told_again"]
