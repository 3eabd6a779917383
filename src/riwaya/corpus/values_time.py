"""Times as pages tell them, compared: which can be the same moment, and which tells more.

A page's TIMEX3 values may be open (``XXXX-WXX-4``), in any zone, and of any granularity. Two
values are *compatible* where no part that both give differs; they are the *same* where, besides,
both are of one granularity.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Granularity = Literal["none", "year", "month", "day", "minute"]
GRANULARITIES: tuple[Granularity, ...] = ("none", "year", "month", "day", "minute")

CLOCK_TOLERANCE = 120
"""Minutes by which two clock times of one event may differ: a plan slips, a reporter rounds."""

_DATE = re.compile(r"(?P<y>\d{4}|XXXX)(?:-(?P<m>\d\d|XX))?(?:-(?P<d>\d\d|XX))?$")
_WEEK = re.compile(r"(?P<y>\d{4}|XXXX)-W(?P<w>\d\d|XX)(?:-(?P<wd>[1-7]))?$")
_CLOCK = re.compile(r"(?P<h>\d\d)(?::(?P<min>\d\d))?(?::\d\d(?:\.\d+)?)?(?P<z>Z|[+-]\d\d:?\d\d)?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts of a time that its value gives; ``None`` where it is open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    """ISO: Monday is 1."""
    minute: int | None = None
    """Of the local day."""
    offset: int | None = None
    """Minutes east of UTC."""

    @property
    def granularity(self) -> Granularity:
        if self.minute is not None:
            return "minute"
        if self.day is not None or self.weekday is not None:
            return "day"
        if self.month is not None or self.week is not None:
            return "month"
        return "year" if self.year is not None else "none"

    @property
    def date(self) -> datetime.date | None:
        """The full calendar day, where it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return _date(self.year, self.month, self.day)

    @property
    def instant(self) -> datetime.datetime | None:
        """The instant in UTC, where day, clock time and offset are known."""
        day = self.date
        if day is None or self.minute is None or self.offset is None:
            return None
        midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        try:
            return midnight + datetime.timedelta(minutes=self.minute - self.offset)
        except OverflowError:
            return None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


@lru_cache(maxsize=1 << 14)
def moment(value: str | None) -> Moment:
    """Read a TIMEX3 value; of an interval its begin. What cannot be read is open throughout."""
    if not value:
        return Moment()
    date, _, clock = value.split("/", 1)[0].partition("T")
    minute, offset = _clock(clock)
    if match := _WEEK.fullmatch(date):
        year, week, weekday = (_number(match[k]) for k in ("y", "w", "wd"))
        if year and week and weekday and (day := _week_date(year, week, weekday)):
            return Moment(day.year, day.month, day.day, None, weekday, minute, offset)
        return Moment(year, None, None, week, weekday, minute, offset)
    if match := _DATE.fullmatch(date):
        year, month, day_of_month = (_number(match[k]) for k in ("y", "m", "d"))
        return Moment(year, month, day_of_month, None, None, minute, offset)
    return Moment(minute=minute, offset=offset)


def _week_date(year: int, week: int, weekday: int) -> datetime.date | None:
    try:
        return datetime.date.fromisocalendar(year, week, weekday)
    except ValueError:
        return None


def _clock(text: str) -> tuple[int | None, int | None]:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None, None
    minute = 60 * int(match["h"]) + int(match["min"] or 0)
    zone = match["z"]
    if zone is None:
        return minute, None
    if zone == "Z":
        return minute, 0
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    return minute, sign * (60 * int(digits[:2]) + int(digits[2:]))


def compatible(a: Moment, b: Moment, tolerance: int = CLOCK_TOLERANCE) -> bool:
    """Whether both can be the same moment; clock times may differ by ``tolerance`` minutes."""
    first, second = a.instant, b.instant
    if first is not None and second is not None:
        return abs((first - second).total_seconds()) <= 60 * tolerance
    if not _same_day(a, b):
        return False
    if a.minute is None or b.minute is None:
        return True
    if (a.offset is None) != (b.offset is None):
        return True  # a clock of an unnamed zone
    apart = abs((a.minute - (a.offset or 0)) - (b.minute - (b.offset or 0))) % 1440
    return min(apart, 1440 - apart) <= tolerance


def _same_day(a: Moment, b: Moment) -> bool:
    days_a, days_b = _days(a), _days(b)
    if days_a and days_b:
        return bool(days_a & days_b)
    for open_one, days in ((a, days_b), (b, days_a)):
        if days:
            return any(_admits(open_one, day) for day in days)
    return all(
        x is None or y is None or x == y
        for x, y in (
            (a.year, b.year), (a.month, b.month), (a.day, b.day), (a.week, b.week),
            (a.weekday, b.weekday),
        )
    )  # fmt: skip


def _days(m: Moment) -> frozenset[datetime.date]:
    """The local day, and the day in UTC: pages tell the one or the other."""
    day, instant = m.date, m.instant
    return frozenset(d for d in (day, instant.date() if instant else None) if d)


def _admits(m: Moment, day: datetime.date) -> bool:
    week = day.isocalendar()
    return (
        m.year in (None, day.year, week.year)
        and m.month in (None, day.month)
        and m.day in (None, day.day)
        and m.week in (None, week.week)
        and m.weekday in (None, day.isoweekday())
    )


def tells_nothing(m: Moment) -> bool:
    """Whether no part at all is known."""
    return m == Moment()


def same(a: Moment, b: Moment) -> bool:
    """Whether both tell the same moment to the same granularity, an open part aside."""
    return a.granularity == b.granularity and compatible(a, b, tolerance=0)


def closed(m: Moment) -> int:
    """How many parts are known: what orders the spellings of one moment."""
    parts = (m.year, m.month, m.day if m.day is not None else m.weekday, m.minute, m.offset)
    return sum(part is not None for part in parts)


def known_same_day(a: Moment, b: Moment) -> bool:
    """Whether both give the day, in full or as an open weekday or day, and the days agree."""
    whole = a.date is not None or b.date is not None
    daily = all(m.day is not None or m.weekday is not None for m in (a, b))
    return whole and daily and compatible(a, b)


def later(a: Moment, b: Moment) -> bool:
    """Whether ``a`` is surely of a later day, month or year than ``b``."""
    for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)):
        if x is None or y is None:
            return False
        if x != y:
            return x > y
    return False
