"""Who is meant, over a whole page: a full name seen once settles its surname everywhere.

A form of one word may belong to several people.  It goes to the one whose full name the page has,
else to the registry's only bearer or the one in office at the page's date, else to nobody known.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from riwaya.arabic import Token
from riwaya.names.entities import slug
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.load import lines
from riwaya.names.match import Span
from riwaya.names.misspelt import misspelt
from riwaya.names.registry import Key, form_key, registry
from riwaya.names.romanise import near, provisional_id, skeleton

_COMMON = 4000
"""A word that stands oftener than this in the news sample is not taken as a surname by itself."""


@dataclass(slots=True)
class People:
    """The people of one page. ``full`` maps the words of each full name to its entity id; ``sides`` are
    the states that the page names.
    """

    text: str
    date: str | None
    sides: frozenset[str] = frozenset()
    full: dict[Key, str] = field(default_factory=dict)
    by_word: dict[str, list[str]] = field(default_factory=dict)
    by_given: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    alike: dict[str, dict[Key, int]] = field(default_factory=dict)
    told: dict[str, list[int]] = field(default_factory=dict)
    """Where each stands by a full name, in the order of the page."""

    def learn(self, blocks: Iterable[tuple[Sequence[Token], Sequence[Span]]]) -> None:
        """Take every full name of the page, the registry's first, then the unknown ones by length."""
        unknown: list[tuple[Key, int]] = []
        for words, spans in blocks:
            for span in spans:
                if span.type != "PER" or span.weak or span.first == span.last:
                    continue
                key = span_key(self.text, words, span)
                if span.candidates and not span.short:
                    self._add(key, self._choose(span.candidates), span.start)
                elif not span.candidates:
                    unknown.append((key, span.start))
        for key, start in sorted(unknown, key=lambda one: len(one[0]), reverse=True):
            bearers = self.by_word.get(" ".join(key), [])
            self._add(key, bearers[0] if len(bearers) == 1 else self._of_unknown(key), start)

    def _add(self, key: Key, entity: str, start: int) -> None:
        if key not in self.full:
            for sound in _sounds(key):
                self.alike.setdefault(sound, {})[key] = len(self.full)
            self.full[key] = entity
        self.counts[entity] += 1
        insort(self.told.setdefault(entity, []), start)
        known = registry().entity(entity)
        keys = [key, *(form_key(form) for form in known.ar)] if known else [key]
        for form in keys:
            for word in {" ".join(form)} | _tails(form):
                bearers = self.by_word.setdefault(word, [])
                if entity not in bearers:
                    bearers.append(entity)
            if len(form) > 1 and entity not in self.by_given.setdefault(form[0], []):
                self.by_given[form[0]].append(entity)

    def _of_unknown(self, key: Key) -> str:
        found: dict[Key, int] = {}
        for sound in _sounds(key):
            found |= self.alike.get(sound, {})
        for other in sorted(found, key=lambda k: found[k]):
            same_ends = near(other[0], key[0]) and near(other[-1], key[-1])
            if same_ends and (len(other) == len(key) or set(key) <= set(other)):
                return self.full[other]
            if len(key) > 2 and other[: len(key)] == key:
                return self.full[other]  # فلان بن فلان of فلان بن فلان آل فلان
        return known_as(key) or with_middle_name(key) or provisional_id(" ".join(key))

    def entity_of(self, key: Key, span: Span) -> str | None:
        """The entity of a person's span, by the page, the registry and the date."""
        if key in self.full:
            return self.full[key]
        bearers = self.by_word.get(" ".join(key)) or (
            self.by_word.get(key[-1], []) if len(key) == 1 else []
        )
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            named = [b for b in bearers if b in span.candidates] or bearers
            return max(named, key=lambda b: (self._last_told(b, span.start), self.counts[b]))
        given = self.by_given.get(key[0], []) if len(key) == 1 else []
        owned = len(given) == 1
        listed = span.candidates and not (span.shared and span.short and not self.backs(span))
        other = owned and registry().entity(given[0]) is not None
        if listed and not (other and self.counts.keys().isdisjoint(span.candidates)):
            return self._choose(span.candidates)
        if owned:
            return given[0]  # the page's own, before whoever else is called so
        return known_as(key) or provisional_id(" ".join(key))

    def _last_told(self, entity: str, start: int) -> int:
        """Where someone last stood by a full name before a place, -1 where nowhere."""
        told = self.told.get(entity, [])
        at = bisect_left(told, start)
        return told[at - 1] if at else -1

    def backs(self, span: Span) -> bool:
        """Whether the page backs a shared short form: its bearer stands on it in full, or is in
        office at its date and of a state that it names (الأسد where Syria is).
        """
        date = self.date or ""
        for entity in span.candidates:
            if entity in self.counts:
                return True
            tenures = registry().offices_of(entity, date) if date else ()
            if any(t.covers(date) and t.side in self.sides for t in tenures):
                return True
        return False

    def _choose(self, candidates: tuple[str, ...]) -> str:
        if len(candidates) > 1:
            for entity in candidates:
                if entity in self.counts:
                    return entity
            if self.date:
                for entity in candidates:
                    if any(t.covers(self.date) for t in registry().offices_of(entity)):
                        return entity
        return candidates[0]

    def surnames(self) -> dict[str, tuple[str, ...]]:
        """Words that mean people of this page wherever they stand, and whom."""
        found: dict[str, tuple[str, ...]] = {}
        for entity in self.counts:
            known = registry().entity(entity)
            for form in known.ar if known else ():
                key = form_key(form)
                if len(key) == 1 and self.by_word.get(key[0]) == [entity] and len(key[0]) > 2:
                    found[key[0]] = (entity,)
        for given, bearers in self.by_given.items():
            listed = bearers[0] in registry().by_id
            if len(bearers) == 1 and _told_by_given(given, of_princes=listed):
                son = any(k[:2] == (given, "بن") for k, e in self.full.items() if e == bearers[0])
                if son or not listed:
                    found.setdefault(given, (bearers[0],))
        for key, entity in self.full.items():
            for word in _tails(key):
                last = word.split()[-1]
                rare = frequency(last) < _COMMON or last in name_parts()
                if (
                    len(last) > 2
                    and rare
                    and last not in words_of("office_heads")
                    and last not in _TITLES
                ):
                    found.setdefault(word, tuple(self.by_word.get(word, (entity,))))
        return found


_TITLES = frozenset(
    {
        "الله",
        "الدين",
        "الثاني",
        "الاول",
        "الثالث",
        "الرابع",
        "السادس",
        "الشيخ",
        "العهد",
        "بن",
        "محمد",
        "احمد",
        "علي",
    }
)
_RARE_GIVEN = 100
"""A given name oftener than this in the news sample is many people's."""


def _told_by_given(word: str, *, of_princes: bool) -> bool:
    """Whether a page may call somebody by this given name alone: hardly another word, and few people's
    (``of_princes``: a known one's, who may be called so where he is somebody's son).
    """
    listed = {"given", "mined-given"} & set(name_parts().get(word, ()))
    common = word in words_of("common_given_names") or len(word) < 4
    most = _RARE_GIVEN * (2 if of_princes else 1)
    return bool(listed) and not common and frequency(word) < most


_PATRONYMIC = words_of("patronymic") | {""}
_BINDERS = frozenset(
    {
        "بن",
        "ابن",
        "ابو",
        "ال",
        "عبد",
        "ولد",
        "دي",
        "دا",
        "فان",
        "فون",
        "دير",
        "بو",
        "لو",
        "خان",
        "ام",
        "ابي",
    }
)


def _sounds(key: Key) -> set[str]:
    """What names that may be one share: a first or a last word, or its consonants."""
    first, last = key[0], key[-1]
    return {f"first {first}", f"last {last}", f"first:{skeleton(first)}", f"last:{skeleton(last)}"}


def _tails(key: Key) -> set[str]:
    """Surnames: the last word, or where that is bound to the one before both (بن فرحان, عبد الرحمن)."""
    at = len(key) - 2
    out = {key[-1]} if at < 0 or key[at] not in _BINDERS else set()
    while at > 0 and key[at] in _BINDERS:
        out.add(" ".join(key[at:]))
        at -= 1
    return out | {tail.replace(f"{_SERVANT} ال", f"{_SERVANT}ال") for tail in out}


_SERVANT = "عبد"


def span_key(text: str, words: Sequence[Token], span: Span) -> Key:
    """The folded words of a span, proclitics off; عبدالله is عبد الله."""
    key = form_key(text[span.start : span.end])
    if not any(word.startswith(f"{_SERVANT}ال") and len(word) > 6 for word in key):
        return key
    return form_key(" ".join(key).replace(f"{_SERVANT}ال", f"{_SERVANT} ال"))


def known_as(key: Key) -> str | None:
    """A person by a full form: of the registry, one slip away from it, or of the long list."""
    for form in registry().forms.get(key, ()):
        entity = registry().entity(form.entity)
        if entity is not None and entity.type == "PER" and not form.short:
            return entity.id
    return misspelt(key) or listed_people().get(key)


def with_middle_name(key: Key) -> str | None:
    """A known person by the first and last of three words (أندرو كريغ برونسون), but for peoples who name fathers."""
    if len(key) != 3 or key[1] in _BINDERS:
        return None
    for form in registry().forms.get((key[0], key[2]), ()):
        entity = registry().entity(form.entity)
        if entity is not None and entity.type == "PER" and not form.short:
            return None if (entity.side or "") in _PATRONYMIC else entity.id
    return None


@cache
def listed_people() -> dict[Key, str]:
    """People whom only the long list (ArWikiCats, MIT) knows: folded words → id of the English name."""
    listed: dict[Key, str] = {}
    for english, arabic in lines("people_more"):
        listed.setdefault(form_key(arabic), slug(english))
    return listed


@cache
def listed_ids() -> frozenset[str]:
    """The ids of the people of the long list."""
    return frozenset(listed_people().values())
