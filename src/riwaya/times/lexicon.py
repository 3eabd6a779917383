"""The words of time, compiled into one table: folded first word → what it can begin.

The table holds every proclitic and article that may be written onto a form, so that the reader
of a text dismisses most of its words by one look-up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from riwaya.arabic.folding import fold_key
from riwaya.arabic.numerals import number_forms
from riwaya.arabic.words import Token

SERIES = ("ar_EG", "ar_SY", "ar_MA", "ar_DZ", "ar_MR")
"""One CLDR locale for each of the five Arabic month series."""

ARTICLES = frozenset({"ال", "وال", "فال", "بال", "كال", "لل", "ولل"})
"""The article before digits, with its tatweel folded away: الـ15، بالـ24."""

_PREPOSITIONS = ("", "ب", "ل", "ك")
_CONJUNCTIONS = ("", "و", "ف")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a word or phrase of time.

    ``rest`` are the folded words behind the first; ``prefix`` the proclitics on the first;
    ``number`` is ``s``, ``d`` or ``p`` for singular, dual and plural units.
    """

    kind: str
    value: str
    rest: tuple[str, ...] = ()
    number: str = ""
    definite: bool = False
    prefix: str = ""
    homograph: bool = False

    @property
    def width(self) -> int:
        """How many letters stand before the word itself (of لل only the first ل)."""
        return len(self.prefix)


# Prefixed forms that are other words.
_REFUSED = frozenset(map(fold_key, (
    "لامس", "كامس", "وغد", "كغد", "بكره", "فساعة", "كيوم", "فيوم", "كعام", "بعض", "لبعض", "وعدة", "بعدة", "كل", "فصح",
    "بمي", "لم", "بم", "فم", "كم", "وم", "بص", "لص", "وص", "فص", "كص", "وك2", "فصباح", "لذاته", "بذاته", "بنفسه", "لنفسه", "لنفسها", "بنفسها", "بذاتها", "لذاتها",
    "لحول", "بحول", "وحول", "فحول", "كحول", "الحول",
)))  # fmt: skip


def data(name: str) -> dict[str, Any]:
    """A lexicon file of this room."""
    path = files("riwaya").joinpath(f"data/times/{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))


def folded(forms: Iterable[str]) -> frozenset[str]:
    """Forms, folded."""
    return frozenset(map(fold_key, forms))


def phrase(form: str) -> tuple[str, ...]:
    """The folded words of a form."""
    return tuple(fold_key(form).replace(".", " . ").split())


_Base = tuple[str, Entry]
"""A first word, without proclitics, and what it begins."""


def _month_entries() -> Iterator[_Base]:
    months = data("months")
    homographs = folded(months["homographs"]["forms"])
    names: dict[str, int] = {}
    for code in SERIES:
        for month, name in Locale.parse(code).months["format"]["wide"].items():
            names[fold_key(name)] = int(month)
    for month, forms in months["gregorian"].items():
        names.update({fold_key(form): int(month) for form in forms})
    for name, month in names.items():
        first, *rest = phrase(name)
        yield first, Entry("month", str(month), tuple(rest), homograph=name in homographs)
    for month, forms in months["hijri"].items():
        for form in folded(forms):
            first, *rest = phrase(form)
            yield first, Entry("hijri", month, tuple(rest), homograph=form in homographs)


def _grouped(kind: str, groups: Mapping[str, Sequence[str]]) -> Iterator[_Base]:
    for value, forms in groups.items():
        for form in forms:
            first, *rest = phrase(form)
            yield first, Entry(kind, value, tuple(rest))


def _unit_entries(words: Mapping[str, Any]) -> Iterator[_Base]:
    for unit, numbers in words["units"].items():
        for number in ("singular", "dual", "plural"):
            for form in folded(numbers[number]):
                yield form, Entry("unit", unit, number=number[0])
                if not form.endswith("ا") or form in ("شهرا", "سنتا"):
                    yield "ال" + form, Entry("unit", unit, number=number[0], definite=True)


def _season_entries(words: Mapping[str, Any]) -> Iterator[_Base]:
    for value, forms in words["seasons"].items():
        for form in folded(forms):
            yield form, Entry("season", value)
            yield "ال" + form, Entry("season", value, definite=True)


def _holiday_entries() -> Iterator[_Base]:
    holidays = data("holidays")
    for value, forms in holidays["days"].items():
        for form in forms:
            first, *rest = phrase(form)
            yield first, Entry("holiday", value, tuple(rest))
    for opener in holidays["openers"]:
        yield fold_key(opener), Entry("opener", opener)


_GROUPS = (
    ("weekday", "weekdays"), ("bare_weekday", "bare_weekdays"), ("deictic", "deictics"),
    ("deictic_part", "deictic_parts"), ("told_part", "told_parts"), ("part", "parts"), ("part_behind", "parts_behind"),
    ("construct", "constructs"), ("modifier", "modifiers"), ("far_modifier", "far_modifiers"), ("edge", "edges"), ("set", "sets"), ("once", "once"), ("many_times", "many_times"), ("reference", "references"), ("clock", "clock"), ("decade", "decades"),
)  # fmt: skip


def _base_entries() -> Iterator[_Base]:
    """Every entry with its first word, without proclitics."""
    words = data("words")
    yield from _month_entries()
    for kind, group in _GROUPS:
        yield from _grouped(kind, words[group])
    yield from _grouped("weekend", {"": words["weekend"]["forms"]})
    yield from _grouped("approx", {"": words["approximators"]["forms"]})
    yield from _grouped("vague_count", {"": words["vague_counts"]["forms"]})
    yield from _grouped("vague_adjective", {"": words["vague_adjectives"]["forms"]})
    yield from _grouped("stretch", {"": words["stretches"]["forms"]})
    yield from _grouped("same", {"": words["same"]["forms"]})
    yield from _unit_entries(words)
    yield from _season_entries(words)
    yield from _holiday_entries()


def _with_proclitics(first: str) -> Iterator[tuple[str, str]]:
    """``(proclitics, written form)`` for every way to write proclitics onto a first word."""
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            prefix = conjunction + preposition
            body = first
            if preposition == "ل" and first.startswith("ال"):
                body = "ل" + first[2:]
            if (written := prefix + body) not in _REFUSED or not prefix:
                yield prefix, written


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by folded first word, phrases before words, and small sets of plain words."""

    entries: Mapping[str, tuple[Entry, ...]]
    sets: Mapping[str, frozenset[str]]

    def find(self, tokens: Sequence[Token], at: int, kind: str) -> tuple[Entry, int] | None:
        """The longest entry of ``kind`` that begins at token ``at``, and the index behind it."""
        if at >= len(tokens):
            return None
        for entry in self.entries.get(tokens[at].key, ()):
            if entry.kind == kind and _follows(tokens, at + 1, entry.rest):
                return entry, at + 1 + len(entry.rest)
        return None


def _follows(tokens: Sequence[Token], at: int, rest: tuple[str, ...]) -> bool:
    if not rest:
        return True
    if at + len(rest) > len(tokens):
        return False
    return all(tokens[at + i].key == key for i, key in enumerate(rest))


@cache
def lexicon() -> Lexicon:
    """The compiled lexicon; made once a process."""
    table: dict[str, list[Entry]] = {}
    for first, base in _base_entries():
        for prefix, written in _with_proclitics(first):
            table.setdefault(written, []).append(replace(base, prefix=prefix))
    for form in number_forms():
        table.setdefault(form, []).append(Entry("number", ""))
    for form in ARTICLES:
        table.setdefault(form, []).append(Entry("article", ""))
    for form in _openers():
        table.setdefault(form, []).append(Entry("opens", ""))
    entries = {
        form: tuple(sorted(found, key=lambda e: (-len(e.rest), len(e.prefix))))
        for form, found in table.items()
    }
    return Lexicon(entries, _plain_sets())


def _openers() -> Iterator[str]:
    """Words that are no times but begin a phrase that holds one: هذا، قبل، كل، تمام."""
    for word in ("هذا", "هذه", "قبل", "بعد", "كل", "نحو", "ذلك", "تلك", "نفس", "ذات"):
        for prefix in ("", "و", "ف", "ل", "ب"):
            yield fold_key(prefix + word)


def _plain_sets() -> dict[str, frozenset[str]]:
    words, months, refusals, cues = data("words"), data("months"), data("refusals"), data("cues")
    out = {
        "told": folded(words["told_modifiers"]["forms"]),
        "vague_modifier": folded(words["vague_modifiers"]["forms"]),
        "year_kind": folded(words["year_kinds"]["forms"]),
        "length_governor": folded(words["length_governors"]["forms"]),
        "month_with_preposition": folded(months["with_preposition"]["forms"]),
    }
    out.update({name: folded(forms) for name, forms in refusals.items()})
    for code in SERIES:
        out[code] = folded(Locale.parse(code).months["format"]["wide"].values())
    out.update({name: folded(group["forms"]) for name, group in cues.items()})
    out["past"] |= out.pop("past_verbs")
    return out
