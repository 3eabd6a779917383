"""Names in a block of text by registry and pattern: non-overlapping spans, longest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from riwaya.arabic import Token
from riwaya.model import MentionType
from riwaya.names import bodies
from riwaya.names.entities import Form
from riwaya.names.gazetteer import Gazetteer, Hit, joined, skip, splits
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.nationality import adjectives
from riwaya.names.registry import Key, form_key, registry

Origin = Literal["registry", "body", "outlet", "tagger", "pattern", "page", "ministry"]


@dataclass(frozen=True, slots=True)
class Span:
    """A name found: tokens ``[first, last]`` of the block, its span, type, and whom it may mean.

    ``weak`` says that it needs support, ``shared`` that its form is also a common word or name; ``score`` is how sure its finder is.
    """

    first: int
    last: int
    start: int
    end: int
    type: MentionType
    candidates: tuple[str, ...]
    origin: Origin
    weak: bool = False
    short: bool = False
    shared: bool = False
    prefix: str = ""
    score: float = 1.0


_SHORT, _SELDOM = 4, 100


@cache
def gazetteer() -> Gazetteer[Form]:
    """Every form of the registry."""
    return Gazetteer(registry().forms)


@cache
def _outlet_names() -> Gazetteer[str]:
    """Bare names of agencies and outlets, to be read behind وكالة, صحيفة, قناة."""
    forms: dict[Key, list[str]] = defaultdict(list)
    for key, written in registry().forms.items():
        for form in written:
            entity = registry().entity(form.entity)
            if entity is not None and entity.kind in ("agency", "outlet"):
                forms[key].append(entity.id)
    return Gazetteer(forms)


def registry_spans(
    text: str, words: Sequence[Token], may: Sequence[int] | None = None, flags: int = 0
) -> list[Span]:
    """Spans of the registry and of the body patterns; where two overlap the longer one stands.

    Only words whose signals in ``may`` hold one of ``flags`` are looked at, where signals are given.
    """
    found: list[Span] = []
    i = 0
    while i < len(words):
        span = _best_at(text, words, i) if may is None or may[i] & flags else None
        if span is None:
            i += 1
            continue
        found.append(span)
        i = span.last + 1
    return found


def _best_at(text: str, words: Sequence[Token], i: int) -> Span | None:
    best = _outlet_at(text, words, i) or _registry_at(text, words, i)
    body = bodies.find_body(text, words, i)
    if body is not None and (best is None or body.last > best.last):
        value = body.values[0]
        if value.grade <= bodies.HALF:
            return Span(
                body.first, body.last, body.start, body.end, "ORG", (value.entity.id,), "body",
                prefix=body.prefix,
            )  # fmt: skip
    return best


_STYLES = frozenset(["الملك", "الملكه", "السلطان", "الشيخ", "الامير", "البابا", "المشير", "الملا"])
"""Styles that forms of the registry begin with and names do not (الملك | سلمان)."""


def _registry_at(text: str, words: Sequence[Token], i: int) -> Span | None:
    best: Hit[Form] | None = None
    for hit in gazetteer().at(text, words, i):
        if best is None or hit.length > best.length:
            best = hit
    if best is None:
        return None
    entity = registry().entity(min(best.values, key=lambda form: form.weak).entity)
    assert entity is not None
    forms = tuple(form for form in best.values if _type(form) == entity.type)
    if best.length == 1 and entity.type == "PER" and _other_word(words[i].text, best, forms):
        return None
    weak = all(form.weak for form in forms)
    if weak and entity.type == "ORG" and _shown(text, words, best, entity.kind):
        weak = False
    if best.length == 1 and entity.type == "PER" and all(form.short for form in forms):
        weak = weak or _slight(words[i].key[len(best.prefix) :])
    if best.length == 1 and best.prefix and _likelier_whole(words[i].key, best, forms):
        weak = True
    if best.length > 1 and entity.type == "PER" and words[i].key[len(best.prefix) :] in _STYLES:
        behind = _registry_at(text, words, i + 1)
        if behind is not None and behind.last > best.last:
            return behind
        best = Hit(i + 1, best.last, words[i + 1].start, best.end, "", forms)
    if "و" in best.prefix and i and entity.type == "GPE" and _adjectives(words, i):
        return None
    return Span(
        best.first, best.last, best.start, best.end, entity.type,
        tuple(dict.fromkeys(form.entity for form in forms)), "registry",
        weak=weak, short=all(form.short for form in forms), prefix=best.prefix,
        shared=all(form.weak for form in forms),
    )  # fmt: skip


_OPENING, _CLOSING = frozenset('"«“(['), frozenset('"»”)]')


def _shown(text: str, words: Sequence[Token], hit: Hit[Form], kind: str) -> bool:
    """Whether a common word is shown to be a body's name: an outlet's in marks or behind its
    correspondent (مراسل العربية), a firm's behind شركة.
    """
    before = words[hit.first - 1].key if hit.first else ""
    if kind == "body":
        firms = words_of("firm_kinds")
        return not hit.prefix and any(s.stem in firms for s in splits(before))
    if kind not in ("agency", "outlet"):
        return False
    start = words[hit.first].start
    marks = text[max(0, start - 1) : start], text[hit.end : hit.end + 1]
    marked = marks[0] in _OPENING and marks[1] in _CLOSING
    reporting = any(s.stem in words_of("correspondents") for s in splits(before))
    return not hit.prefix and (marked or reporting)


def _type(form: Form) -> MentionType | None:
    entity = registry().entity(form.entity)
    return entity.type if entity is not None else None


def _slight(surname: str) -> bool:
    """A short surname that news seldom has (سوغا): believed with support only."""
    return len(surname) <= _SHORT and frequency(surname) < _SELDOM


def _other_word(word: str, hit: Hit[Form], forms: Sequence[Form]) -> bool:
    """A word whose inner hamza no form has: ترأس is no تراس, though both fold to one."""
    inner = word[skip(word, len(hit.prefix)) + 1 :]
    return any(c in inner and not any(c in f.text[1:] for f in forms) for c in "أؤئ")


def _adjectives(words: Sequence[Token], i: int) -> bool:
    """Two adjectives joined by و, the second written like a state (غارات روسية وسورية)."""
    if (words[i].key[1:],) not in adjectives():
        return False
    read = bodies.nationality_at(words, i - 1)
    return read is not None and not read[0].definite and read[0].gender == "f"


def _likelier_whole(word: str, hit: Hit[Form], forms: Sequence[Form]) -> bool:
    """Whether a word that begins like a proclitic is rather one word (بنس is not ب + نس)."""
    stem = form_key(forms[0].text)[0]
    return len(word) - len(hit.prefix) < 3 or frequency(word) > 2 * frequency(stem) + 5


def _outlet_at(text: str, words: Sequence[Token], i: int) -> Span | None:
    """وكالة [أنباء] NAME [ADJ] [للأنباء]: the whole is the name of an agency; محطة NAME: NAME alone is."""
    kinds = words_of("outlet_kinds")
    split = next((s for s in splits(words[i].key) if s.stem in kinds), None)
    if split is None or i + 1 >= len(words):
        return None
    at = i + 1
    if words[at].key in ("انباء", "الانباء") and at + 1 < len(words):
        at += 1
    if not joined(text, words[at - 1], words[at]):
        return None
    best: Hit[str] | None = None
    for hit in _outlet_names().at(text, words, at):
        if not hit.prefix and (best is None or hit.last > best.last):
            best = hit
    if best is None:
        return None
    quoted = text[words[at - 1].end : words[at].start].strip() != ""
    whole = split.stem in words_of("agency_kinds") and not quoted
    last = best.last
    if whole and last + 1 < len(words):
        read = bodies.nationality_at(words, last + 1)
        ahead = last + 1 + (read[1] if read else 0)
        if ahead < len(words) and words[ahead].key in ("للانباء", "للاعلام"):
            last = ahead
    start = words[i].start + skip(words[i].text, split.width) if whole else words[at].start
    return Span(
        i if whole else at,
        last,
        start,
        words[last].end,
        "ORG",
        best.values,
        "outlet",
        prefix=split.prefix,
    )
