"""What a phrase of time says, before anything is known of when it was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Shift = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A place on the calendar or the clock, in the parts that the words tell; None is not told.

    ``days`` counts from the day of writing (أمس is -1); ``unit`` and ``shift`` name a period from
    now (الشهر المقبل is month, 1), ``weekday`` is ISO (Monday 1), ``part`` a TIMEX3 part of the
    day, ``zone`` an IANA name, ``local`` or ``?`` (told, but unknown).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    days: int | None = None
    unit: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    year_same: bool = False
    open_year: bool = False
    month_shift: int | None = None
    week_shift: int | None = None
    modifier: int | None = None
    told: bool = False
    same: bool = False
    part: str | None = None
    edge: str | None = None
    fraction: str | None = None
    season: str | None = None
    holiday: str | None = None
    nth: int | None = None
    weekend: bool = False
    decade: int | None = None
    century: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    twin: int | None = None

    @property
    def clock(self) -> bool:
        """Whether an hour is told."""
        return self.hour is not None

    @property
    def dated(self) -> bool:
        """Whether the words tell a day, or one relative to another."""
        return (
            self.day is not None
            or self.weekday is not None
            or self.days is not None
            or self.holiday is not None
            or (self.same and self.unit == "day")
        )

    def joined(self, other: When) -> When | None:
        """Both together, or ``None`` where they tell the same part twice."""
        changes = {}
        for name in self.__slots__:
            mine, theirs = getattr(self, name), getattr(other, name)
            if theirs is None or theirs is False:
                continue
            if mine is not None and mine is not False:
                if name == "part" and mine == theirs:
                    continue
                return None
            changes[name] = theirs
        return replace(self, **changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time. ``count`` is None for an untold many (سنوات); ``more`` are further parts."""

    unit: str
    count: float | None
    more: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A point that lies a length before (-1) or after (1) now: قبل يومين."""

    length: Length
    direction: Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """A set: كل يوم, أيام الجمعة. ``value`` is its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A vague now, past or future: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

    value: str


Symbol = When | Length | Away | Every | Reference


@dataclass(frozen=True, slots=True)
class Reading:
    """A symbol and where the text has it: offsets, and the indices of its tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule read from one place: one reading or several, and the index of the next token."""

    next: int
    readings: tuple[Reading, ...]
