"""From a text to its readings: one pass over the tokens, the longest rule at each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.words import tokens
from riwaya.times.dates import Part
from riwaya.times.days import read_day
from riwaya.times.elision import with_elided_days
from riwaya.times.lengths import ago_match, length_match, recent_match
from riwaya.times.lexicon import lexicon
from riwaya.times.periods import read_bare_year, read_period, read_years
from riwaya.times.row import INVISIBLE, Row
from riwaya.times.sets import every_match, times_in_match
from riwaya.times.symbols import Match, Reading, Reference

_INVISIBLE = re.compile(f"[{INVISIBLE}]")

Rule = Callable[[Row, int], Match | None]
"""What may begin at a token: one reading, several, or nothing."""


@lru_cache(maxsize=4)
def read_text(text: str) -> tuple[Row, tuple[Reading, ...]]:
    """The tokens of a text and every reading in it, in order, none overlapping another.

    Cached: a page's date, its times and its checks share one reading.
    """
    seen = tokens(text)
    if _INVISIBLE.search(text):  # direction marks stand inside dates: 30<RLM>/12<RLM>/2021
        seen = tuple(token for token in seen if token.text not in INVISIBLE)
    row = Row(text, seen, lexicon())
    out: list[Reading] = []
    dispatch = _dispatch()
    at, size = 0, len(row.tokens)
    while at < size:
        token = row.tokens[at]
        if token.kind == "mark":
            at += 1
            continue
        if token.kind == "word":
            found = dispatch.get(token.key)
            if found is None or (
                found.seconds is not None and row.key(at + 1) not in found.seconds
            ):
                at += 1
                continue
            match = _longest(row, at, found.rules)
        else:
            match = _longest(row, at, _NUMBER_RULES)
        if match is None:
            at += 1
        else:
            out.extend(match.readings)
            at = match.next
    return row, tuple(with_elided_days(row, out))


def _longest(row: Row, at: int, rules: tuple[Rule, ...]) -> Match | None:
    best: Match | None = None
    for rule in rules:
        match = rule(row, at)
        if (
            match is not None
            and (best is None or match.next > best.next)
            and _on_one_line(row, match)
        ):
            best = match
    return best


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The rules that a word can begin, and where only phrases begin with it their second words."""

    rules: tuple[Rule, ...]
    seconds: frozenset[str] | None


@cache
def _dispatch() -> Mapping[str, _Beginning]:
    """Every folded word that can begin a reading; all others are passed over."""
    out: dict[str, _Beginning] = {}
    by_kind: dict[frozenset[str], tuple[Rule, ...]] = {}
    for key, entries in lexicon().entries.items():
        kinds = frozenset(entry.kind for entry in entries)
        if (rules := by_kind.get(kinds)) is None:
            rules = tuple(rule for rule, begins in _RULES if begins & kinds)
            by_kind[kinds] = rules
        if rules:
            begins = [entry for entry in entries if entry.kind in _BEGINNING]
            phrases = all(entry.rest for entry in begins)
            out[key] = _Beginning(rules, frozenset(e.rest[0] for e in begins) if phrases else None)
    return out


def _on_one_line(row: Row, match: Match) -> bool:
    first, last = match.readings[0].first, match.next - 1
    return last == first or row.same_line(first, last)


def _match(row: Row, parts: list[Part] | None) -> Match | None:
    if not parts:
        return None
    readings = tuple(row.reading(p.first, p.last, p.when, p.letters) for p in parts)
    return Match(parts[-1].last, readings)


def _day(row: Row, at: int) -> Match | None:
    return _match(row, read_day(row, at))


def _years(row: Row, at: int) -> Match | None:
    return _match(row, read_years(row, at) or read_bare_year(row, at))


def _period(row: Row, at: int) -> Match | None:
    part = read_period(row, at)
    return _match(row, [part]) if part else None


def _reference(row: Row, at: int) -> Match | None:
    """الآن, حاليا; not the name آلان."""
    found = row.find(at, "reference", prefixes="و")
    if found is None:
        return None
    if row.key(at).endswith("الان") and not row.tokens[at].text.lstrip("وف").startswith(
        ("الآ", "الا")
    ):
        return None
    return row.match(at, found[1], Reference(value=found[0].value), found[0].width)


_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_day, frozenset({
        "deictic", "deictic_part", "told_part", "part", "weekday", "bare_weekday", "unit", "stretch", "number", "clock", "approx", "article",
        "holiday", "opener", "month", "hijri", "edge",
    })),
    (_years, frozenset({"unit", "construct"})),
    (_period, frozenset({
        "opens", "unit", "edge", "stretch", "clock", "weekend", "season", "decade", "month", "hijri",
    })),
    (ago_match, frozenset({"opens"})),
    (recent_match, frozenset({"unit", "opens"})),
    (every_match, frozenset({"set", "opens"})),
    (times_in_match, frozenset({"once", "number"})),
    (length_match, frozenset({"number", "unit", "clock", "vague_count", "approx", "article"})),
    (_reference, frozenset({"reference"})),
)  # fmt: skip
"""Each rule and the kinds of entry with which it can begin."""

_BEGINNING: frozenset[str] = frozenset().union(*(kinds for _, kinds in _RULES))

_NUMBER_RULES: tuple[Rule, ...] = (_day, _years, length_match, times_in_match)
"""The rules that can begin with digits."""
