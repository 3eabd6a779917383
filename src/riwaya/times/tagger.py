"""Every date, clock time, duration and set of a page, resolved by its anchor."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from riwaya.model import Found, Page, Time
from riwaya.times.calendars import moved
from riwaya.times.context import clause_tense, is_quoted, page_weekdays, quoted_spans
from riwaya.times.grammar import read_text
from riwaya.times.mods import mod_of
from riwaya.times.resolve import resolve
from riwaya.times.row import Row
from riwaya.times.symbols import Reading, When
from riwaya.times.values import Context, Resolved, Told

Direction = Literal["past", "future"]

_TIMED_ROLES = frozenset(
    {"title", "repeated_title", "paragraph", "subheading", "caption", "byline"}
)


@dataclass(frozen=True, slots=True)
class Read:
    """A reading and its resolution."""

    reading: Reading
    resolved: Resolved
    told_day: bool
    """Whether its own words tell its day."""

    @property
    def start(self) -> int:
        """The text offset of its first letter."""
        return self.reading.start

    @property
    def end(self) -> int:
        """The text offset behind its last letter."""
        return self.reading.end


def find_times(page: Page, found: Found) -> list[Time]:
    """Every time of the page's own text: title, paragraphs, subheadings, captions, bylines."""
    spans = [(b.start, b.end) for b in found.blocks if b.role in _TIMED_ROLES]
    if not found.blocks:
        return [to_time(page.text, read) for read in read_times(page.text, page_anchor(found))]
    reads: list[Read] = []
    for anchor, mine in _dispatches(spans, found):
        reads += read_times(page.text, anchor, spans=mine)
    reads.sort(key=lambda read: (read.start, read.end))
    return [to_time(page.text, read) for read in reads]


def _dispatches(
    spans: Sequence[tuple[int, int]], found: Found
) -> Iterator[tuple[dt.date | None, list[tuple[int, int]]]]:
    """The page's own spans with its day, then those of each further dispatch with that one's, or none.

    Where a second dateline tells no day, اليوم behind it is not the page's.
    """
    others = [segment for segment in found.segments if segment.basis == "dateline"]

    def of(span: tuple[int, int]) -> int:
        inside = [n for n, s in enumerate(others) if s.start <= span[0] < s.end]
        return inside[-1] if inside else -1

    own = [span for span in spans if of(span) < 0]
    if own or not others:
        yield page_anchor(found), own
    for number, segment in enumerate(others):
        mine = [span for span in spans if of(span) == number]
        if mine:
            yield _day(segment.published) if segment.published else None, mine


def page_anchor(found: Found) -> dt.date | None:
    """The day from which a page's times are counted: its own date."""
    return _day(found.published.value) if found.published else None


def tag(text: str, date: str | None = None, direction: Direction | None = None) -> list[Time]:
    """The times of any text.

    ``date`` is the day of writing (ISO date or date-time), None where it is not known; ``direction``
    says where a bare weekday or month lies, None lets the clause decide.  Raises ``ValueError``
    where ``date`` is no ISO date.
    """
    anchor = dt.date.fromisoformat(date[:10]) if date else None
    now = dt.datetime.fromisoformat(date) if date and len(date) > 10 else None
    facing = {"past": -1, "future": 1, None: 0}[direction]
    return [to_time(text, read) for read in read_times(text, anchor, now=now, direction=facing)]


def to_time(text: str, read: Read) -> Time:
    """A read as an annotation."""
    resolved = read.resolved
    return Time(
        start=read.start, end=read.end, text=text[read.start : read.end], type=resolved.type,
        value=resolved.value, anchor=resolved.anchor, zone=resolved.zone, mod=mod_of(text, read.reading),
    )  # fmt: skip


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def read_times(
    text: str,
    anchor: dt.date | None,
    *,
    now: dt.datetime | None = None,
    direction: int = 0,
    spans: Iterable[tuple[int, int]] | None = None,
) -> list[Read]:
    """Every reading of a text with its value; only those inside ``spans`` where they are given."""
    row, readings = read_text(text)
    if spans is not None:
        readings = tuple(_inside(readings, sorted(spans)))
    quotes = quoted_spans(row)
    weekdays = page_weekdays(readings, quotes)
    weekday = weekdays[0] if weekdays else None
    if anchor is not None and direction == 0:
        anchor = _writers_day(anchor, weekdays)
    own_day = anchor is not None and _tells_of(readings, quotes, anchor)
    base = Context(anchor=anchor, now=now, weekday=weekday, direction=direction, own_day=own_day)
    return _resolved(row, readings, base, quotes)


def _inside(readings: Sequence[Reading], spans: list[tuple[int, int]]) -> Iterator[Reading]:
    starts = [start for start, _ in spans]
    for reading in readings:
        at = bisect.bisect_right(starts, reading.start) - 1
        if at >= 0 and reading.end <= spans[at][1]:
            yield reading


def _writers_day(anchor: dt.date, weekdays: Sequence[int]) -> dt.date:
    """The day of writing: a page put up after midnight, or dated in another zone, says اليوم of its eve."""
    if anchor.isoweekday() in weekdays:
        return anchor
    near = (moved(anchor, -1), moved(anchor, 1))
    return next((day for day in near if day is not None and day.isoweekday() in weekdays), anchor)


def _tells_of(readings: Sequence[Reading], quotes: list[tuple[int, int]], day: dt.date) -> bool:
    """Whether the text outside quotations tells of the day itself: by its weekday, or by اليوم alone."""
    for reading in readings:
        when = reading.symbol
        if not isinstance(when, When) or when.modifier or is_quoted(quotes, reading.start):
            continue
        if when.days in (0, None) and when.day is None and when.weekday == day.isoweekday():
            return True
        if when.days == 0 and when.weekday is None:
            return True
    return False


_TOLD_LINES = 3
"""A day told holds for its own paragraph and the two that follow."""


def _resolved(
    row: Row, readings: Sequence[Reading], base: Context, quotes: list[tuple[int, int]]
) -> list[Read]:
    out: list[Read] = []
    told: Told | None = None
    lines = _Lines(row.text)
    told_line = -_TOLD_LINES
    year: int | None = None
    month: str | None = None
    for index, reading in enumerate(readings):
        symbol = reading.symbol
        line, line_end = lines.of(reading.start)
        near = told if line - told_line < _TOLD_LINES else None
        tense = clause_tense(row, reading) if base.anchor else 0
        if out and _goes_on_ahead(row, out[-1], reading, base):
            tense = 1
        quoted = is_quoted(quotes, reading.start)
        context = replace(
            base, tense=tense, told=near, told_year=year, told_month=month, quoted=quoted
        )
        own = isinstance(symbol, When) and symbol.dated
        if (
            isinstance(symbol, When)
            and symbol.clock
            and not own
            and (near is None or told_line < line)
        ):
            context = replace(
                context, told=_day_ahead(row, readings, index, line_end, base) or near
            )
        resolved = resolve(symbol, context)
        if out and isinstance(symbol, When) and symbol.clock and not own:
            resolved = _same_instant(row, out[-1], reading, resolved)
        if own and resolved.day_value is not None and not (quoted and resolved.day is None):
            told, told_line = Told(resolved.day_value, resolved.day), line
        if resolved.type in ("DATE", "TIME") and resolved.value[:4].isdigit():
            year = int(resolved.value[:4])
            if isinstance(symbol, When) and (
                symbol.month or symbol.month_shift is not None or symbol.unit == "month"
            ):
                month = resolved.value[:7]
        out.append(Read(reading, resolved, own))
    return out


def _goes_on_ahead(row: Row, before: Read, reading: Reading, base: Context) -> bool:
    """Whether a weekday is coordinated with one of today or ahead: السبت والأحد go on in order."""
    first, second = before.reading.symbol, reading.symbol
    if not (isinstance(first, When) and isinstance(second, When) and base.anchor):
        return False
    if not (first.weekday and second.weekday) or second.modifier or second.day is not None:
        return False
    gap = row.keys(before.reading.last, reading.first - before.reading.last)
    day = before.resolved.day
    return gap in ((), ("و",)) and day is not None and day >= base.anchor


_BETWEEN_ZONES = 3
"""Tokens between two clock times that may be one instant: 01:30 بتوقيت موسكو (22:30 غرينتش)."""


def _same_instant(row: Row, before: Read, reading: Reading, resolved: Resolved) -> Resolved:
    """A clock time beside the same instant in another zone lies on that zone's day."""
    gap = row.keys(before.reading.last, reading.first - before.reading.last)
    if len(gap) > _BETWEEN_ZONES or not (before.resolved.zone and resolved.zone):
        return resolved
    try:
        first = dt.datetime.fromisoformat(before.resolved.value)
        second = dt.datetime.fromisoformat(resolved.value)
        days = (second - first) / dt.timedelta(days=1)
        if first.tzinfo is None or second.tzinfo is None or days == 0:
            return resolved
        when = reading.symbol
        if days % 1 == 0.5 and isinstance(when, When) and when.part is None and second.hour < 12:
            second += dt.timedelta(hours=12)  # الثامنة مساء بتوقيت باريس، السادسة بتوقيت غرينتش
        elif days % 1:
            return resolved
        day = (second - (second - first)).astimezone(second.tzinfo).date()
    except (ValueError, OverflowError):
        return resolved
    value = f"{day.isoformat()}T{second.hour:02d}{resolved.value[13:]}"
    return replace(resolved, value=value, day=day, day_value=day.isoformat())


class _Lines:
    """The lines of a text that hold more than blanks, asked for in order."""

    def __init__(self, text: str) -> None:
        self._text, self._line, self._end = text, 0, -1

    def of(self, at: int) -> tuple[int, int]:
        """The number of the line that holds ``at``, and its end."""
        while at > self._end:
            start = self._end + 1
            found = self._text.find("\n", start)
            self._end = found if found >= 0 else len(self._text)
            self._line += bool(self._text[start : self._end].strip())
        return self._line, self._end


def _day_ahead(
    row: Row, readings: Sequence[Reading], index: int, line_end: int, base: Context
) -> Told | None:
    """The day told behind a clock time in the same sentence."""
    for reading in readings[index + 1 : index + 4]:
        if reading.start >= line_end or ". " in row.text[readings[index].end : reading.start]:
            return None
        if isinstance(reading.symbol, When) and reading.symbol.dated:
            tense = clause_tense(row, reading) if base.anchor else 0
            resolved = resolve(reading.symbol, replace(base, tense=tense))
            return Told(resolved.day_value, resolved.day) if resolved.day_value else None
    return None
