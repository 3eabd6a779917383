"""From a text to its readings: one pass over the tokens, the longest rule at each place."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from riwaya.arabic.words import tokens
from riwaya.times.dates import Part
from riwaya.times.days import read_day
from riwaya.times.lengths import ago_match, every_match, length_match, recent_match
from riwaya.times.lexicon import lexicon
from riwaya.times.periods import read_bare_year, read_period, read_years
from riwaya.times.row import Row
from riwaya.times.symbols import Match, Reading, Reference, When


@lru_cache(maxsize=4)
def read_text(text: str) -> tuple[Row, tuple[Reading, ...]]:
    """The tokens of a text and every reading in it, in order, none overlapping another.

    Cached: a page's date, its times and its checks share one reading.
    """
    row = Row(text, tokens(text), lexicon())
    out: list[Reading] = []
    entries = row.lexicon.entries
    at, size = 0, len(row.tokens)
    while at < size:
        token = row.tokens[at]
        if token.kind == "mark" or (token.kind == "word" and token.key not in entries):
            at += 1
            continue
        match = _longest(row, at)
        if match is None:
            at += 1
        else:
            out.extend(match.readings)
            at = match.next
    return row, tuple(out)


def _longest(row: Row, at: int) -> Match | None:
    best: Match | None = None
    for rule in _RULES:
        match = rule(row, at)
        if (
            match is not None
            and (best is None or match.next > best.next)
            and _on_one_line(row, match)
        ):
            best = match
    return best


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


_RULES: tuple[Callable[[Row, int], Match | None], ...] = (
    _day, _years, _period, ago_match, recent_match, every_match, length_match, _reference,
)  # fmt: skip

__all__ = ["When", "read_text"]
