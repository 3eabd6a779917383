"""Names of known people a slip away: by one word that is the same and one that is near (جو بادين)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import OSA

from riwaya.arabic import Token
from riwaya.names.gazetteer import Reading, joined, skip, splits
from riwaya.names.lexicon import frequency, listed_name_parts, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.registry import Key, form_key, registry
from riwaya.names.romanise import near

_OWN_WORD = 60
"""A word that stands oftener than this in the news sample is no slip of another."""


@cache
def _by_given() -> dict[str, list[tuple[Key, str]]]:
    by_word: dict[str, list[tuple[Key, str]]] = {}
    for key, forms in registry().forms.items():
        entity = registry().entity(forms[0].entity)
        if len(key) == 2 and entity is not None and entity.type == "PER":
            for word in key:
                by_word.setdefault(word, []).append((key, entity.id))
    return by_word


def misspelt(key: Key) -> str | None:
    """A name of two words, one slip away from a known one whose other word is the same (جو بادين).

    A word that is some other name is no slip: الخطيب is not الطيب.
    """
    if len(key) != 2:
        return None
    found: set[str] = set()
    for at, other in ((1, 0), (0, 1)):
        if frequency(key[at]) > _OWN_WORD or key[at] in listed_name_parts():
            continue
        found |= {
            entity
            for form, entity in _by_given().get(key[other], ())
            if form[other] == key[other] and near(form[at], key[at])
        }
    return found.pop() if len(found) == 1 else None


def with_misspelt(text: str, words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """Known surnames with a rival spelling of the given name before them, and known given names with
    a slip in the surname, made one span (دمتري بيسكوف, جو بادين).
    """
    taken = {i for span in spans for i in range(span.first, span.last + 1) if not span.weak}
    out: list[Span] = []
    for span in spans:
        at = span.first - 1
        grown = span
        if span.type == "PER" and not span.prefix and at >= 0 and at not in taken:
            grown = _grown(text, words, span, at)
        out.append(grown)
    taken = {i for span in out for i in range(span.first, span.last + 1) if not span.weak}
    for i in range(len(words) - 1):
        if i in taken or i + 1 in taken or not joined(text, words[i], words[i + 1]):
            continue
        found = _slip_at(words, i)
        if found:
            out = [s for s in out if s.last < i or s.first > i + 1] + [found]
            taken.update((i, i + 1))
    return sorted(out, key=lambda s: s.start)


def _nearest_first(key: str, surname: str) -> list[Reading]:
    """The proclitic readings of a word, those first that are nearest to the given name of somebody
    with this surname (و | ميغن).
    """
    given = {form[0] for form, _ in _by_given().get(surname, ()) if form[1] == surname}
    apart = {s: min((OSA.distance(s.stem, g) for g in given), default=0) for s in splits(key)}
    return sorted(splits(key), key=apart.__getitem__)


def _given_names(candidates: Sequence[str]) -> dict[str, str]:
    """The given names of known people, by their full forms."""
    out: dict[str, str] = {}
    for person in candidates:
        known = registry().entity(person)
        for form in known.ar if known else ():
            key = form_key(form)
            titled = key[0] in words_of("titles") or key[0].startswith("ال")
            if len(key) > 1 and not titled and "given" in name_parts().get(key[0], ()):
                out.setdefault(key[0], person)
    return out


def _grown(text: str, words: Sequence[Token], span: Span, at: int) -> Span:
    if not joined(text, words[at], words[at + 1]):
        return span
    surname = words[span.first].key
    given = _given_names(span.candidates) if surname not in words_of("given_names") else {}
    for split in _nearest_first(words[at].key, surname):
        entity = given.get(split.stem) or misspelt((split.stem, surname))
        if entity in span.candidates:
            start = words[at].start + skip(words[at].text, split.width)
            return replace(
                span, first=at, start=start, short=False, weak=False, prefix=split.prefix,
                candidates=(entity,),
            )  # fmt: skip
    return span


def with_namesakes(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans, a known surname behind another's given name made somebody else's (كاتي | بيري)."""
    taken = {i for span in spans if not span.weak for i in range(span.first, span.last + 1)}
    out: list[Span] = []
    for span in spans:
        at = span.first - 1
        surname = span.type == "PER" and span.short and span.first == span.last and span.candidates
        if surname and not span.prefix and at >= 0 and at not in taken:
            out.append(_namesake(text, words, span, at) or span)
        else:
            out.append(span)
    return out


_GIVEN_SELDOM = 400


def _namesake(text: str, words: Sequence[Token], span: Span, at: int) -> Span | None:
    if text[words[at].end : words[at + 1].start] != " ":
        return None
    for split in splits(words[at].key):
        given = split.stem
        if split.prefix not in ("", "و") or not _given(words[at].key, given):
            continue
        if split.prefix and frequency(words[at].key) and given in words_of("common_given_names"):
            continue  # وعيد | NAME
        forms = [form_key(f) for e in span.candidates if (k := registry().entity(e)) for f in k.ar]
        if any(near(given, form[0]) for form in forms if len(form) > 1):
            return None
        start = words[at].start + skip(words[at].text, split.width)
        return Span(at, span.last, start, span.end, "PER", (), "pattern", prefix=split.prefix)
    return None


def _given(word: str, stem: str) -> bool:
    """Whether a word before a surname is somebody's given name, and no title or common word."""
    others = ("office_heads", "titles", "particles", "name_particles")
    if "given" not in name_parts().get(stem, ()) or any(stem in words_of(g) for g in others):
        return False
    listed = stem in words_of("given_names") and stem not in words_of("common_given_names")
    return len(stem) > 2 and (listed or frequency(word) < _GIVEN_SELDOM)


def correction_of(key: Key, entity: str) -> str | None:
    """The known form of ``entity`` that a misspelt one is one slip away from; None where it is known,
    or no form of as many words is near.
    """
    known = registry().entity(entity)
    if known is None:
        return None
    forms = [(form, form_key(form)) for form in known.ar]
    if any(key == form or (len(key) == 1 and key[0] in form) for _, form in forms):
        return None
    for text, form in forms:
        if len(form) == len(key) and all(near(a, b) for a, b in zip(form, key, strict=True)):
            return text
    return None


def _slip_at(words: Sequence[Token], i: int) -> Span | None:
    surname = words[i + 1].key
    if len(surname) < 4 or frequency(surname) > 100:
        return None
    if words[i].text.endswith("ى"):
        return None  # على is no علي
    if not any(s.stem in _by_given() for s in splits(words[i].key)):
        return None
    for split in _nearest_first(words[i].key, surname):
        if split.stem in _by_given() and (entity := misspelt((split.stem, surname))):
            start = words[i].start + skip(words[i].text, split.width)
            return Span(
                i, i + 1, start, words[i + 1].end, "PER", (entity,), "pattern", prefix=split.prefix
            )
    return None
