"""Who is meant, over a whole page: a full name seen once settles its surname everywhere.

A form of one word may belong to several people.  It goes to the one whose full name the page has,
else to the registry's only bearer or the one in office at the page's date, else to nobody known.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from rapidfuzz.distance import OSA

from riwaya.arabic import Token
from riwaya.names.entities import slug
from riwaya.names.gazetteer import joined, skip, splits
from riwaya.names.lexicon import frequency, listed_name_parts, name_parts, words_of
from riwaya.names.load import lines
from riwaya.names.match import Span
from riwaya.names.registry import Key, form_key, registry
from riwaya.names.romanise import near, provisional_id, skeleton

_COMMON = 4000
"""A word that stands oftener than this in the news sample is not taken as a surname by itself."""

_OWN_WORD = 60
"""A word that stands oftener than this in the news sample is no slip of another."""


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
        if span.candidates and not (span.shared and span.short and not self.backs(span)):
            return self._choose(span.candidates)
        given = self.by_given.get(key[0], []) if len(key) == 1 else []
        if len(given) == 1:
            return given[0]
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
            if len(bearers) == 1 and bearers[0] not in registry().by_id and _told_by_given(given):
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


def _told_by_given(word: str) -> bool:
    """Whether a page may call somebody by this given name alone: hardly another word, and few people's."""
    listed = "given" in name_parts().get(word, ()) or "mined-given" in name_parts().get(word, ())
    common = word in words_of("common_given_names") or len(word) < 4
    return listed and not common and frequency(word) < _RARE_GIVEN


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
    return out


def span_key(text: str, words: Sequence[Token], span: Span) -> Key:
    """The folded words of a span, proclitics off."""
    return form_key(text[span.start : span.end])


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


def spread(
    text: str, words: Sequence[Token], spans: list[Span], surnames: Mapping[str, tuple[str, ...]]
) -> list[Span]:
    """The spans of a block with every further place where a surname of the page stands."""
    spans = [s for s in spans if not _surname_mistaken(words, s, surnames)]
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
            if name in surnames:
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


def _slipped(word: Token, surnames: Mapping[str, tuple[str, ...]]) -> str | None:
    """The one surname of the page that a word which news never has is one letter away from (نتياهو)."""
    key = word.key
    if len(key) < _LEAST_SLIPPED or key.isascii() or key in name_parts():
        return None
    if frequency(key) > _MISSPELT:
        return None
    near_ones = [
        s for s in surnames
        if s[0] == key[0] and len(s) >= _LEAST_SLIPPED and abs(len(s) - len(key)) < 2
        and s[-1] == key[-1] and " " not in s and OSA.distance(s, key, score_cutoff=1) == 1
    ]  # fmt: skip
    return near_ones[0] if len({surnames[s] for s in near_ones}) == 1 else None


def with_misspelt(text: str, words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """Known surnames with a rival spelling of the given name before them, and known given names with
    a slip in the surname, made one span (دمتري بيسكوف, جو بادين).
    """
    taken = {i for span in spans for i in range(span.first, span.last + 1) if not span.weak}
    out: list[Span] = []
    for span in spans:
        at = span.first - 1
        grown = span
        if span.type == "PER" and span.short and not span.prefix and at >= 0 and at not in taken:
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


def _grown(text: str, words: Sequence[Token], span: Span, at: int) -> Span:
    if not joined(text, words[at], words[at + 1]):
        return span
    surname = words[span.first].key
    for split in splits(words[at].key):
        entity = misspelt((split.stem, surname))
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
    for split in splits(words[i].key):
        if split.stem in _by_given() and (entity := misspelt((split.stem, surname))):
            start = words[i].start + skip(words[i].text, split.width)
            return Span(
                i, i + 1, start, words[i + 1].end, "PER", (entity,), "pattern", prefix=split.prefix
            )
    return None
