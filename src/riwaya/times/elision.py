"""Days whose month is told once: 10 يناير في جنيف و12 في بروكسل و13 في فيينا."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from riwaya.times.row import Row
from riwaya.times.symbols import Reading, When

_REACH = 6
"""Tokens between a day and the next one that shares its month."""
_HUNDREDS = frozenset({"الميه", "المايه", "الالف", "المليون"})


def with_elided_days(row: Row, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, and behind each day and month the days that go on in the same month."""
    pending: Reading | None = None
    for reading in readings:
        if pending is not None:
            yield from _days_behind(row, pending, reading.first)
        yield reading
        when = reading.symbol
        whole = isinstance(when, When) and when.day is not None and when.month is not None
        pending = reading if whole and _named(row, reading) else None
    if pending is not None:
        yield from _days_behind(row, pending, len(row.tokens))


def _named(row: Row, reading: Reading) -> bool:
    """Whether a month stands in words in the reading."""
    return any(row.kind(at) == "word" for at in range(reading.first, reading.last))


def _days_behind(row: Row, day: Reading, limit: int) -> Iterator[Reading]:
    """Bare day numbers behind و, each with its own place or end of clause, before token ``limit``."""
    assert isinstance(day.symbol, When)
    at, stop = day.last, min(limit, day.last + _REACH)
    last = day.symbol.day or 0
    while at < stop:
        if row.key(at) in (".", "؟", "!", ":") or not row.same_line(day.first, at):
            return
        number = at + 1 if row.key(at) == "و" else 0
        if (
            number
            and row.is_digits(number, 2)
            and last < int(row.key(number)) <= 31
            and _stands_alone(row, number + 1)
        ):
            when = replace(day.symbol, day=int(row.key(number)), weekday=None, days=None, part=None)
            yield row.reading(number, number + 1, when)
            last, stop = int(row.key(number)), min(limit, number + 1 + _REACH)
            at = number
        at += 1


def _stands_alone(row: Row, at: int) -> bool:
    """Whether nothing that is counted follows: في مدينة, a mark, the end."""
    if at >= len(row.tokens):
        return True
    if row.key(at) == "في":
        return row.key(at + 1) not in _HUNDREDS
    return row.key(at) in ("منه", ".", "،")
