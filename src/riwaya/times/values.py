"""What a resolution stands on and what it gives: the context of a phrase, and its value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from riwaya.model import TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a phrase stands in: all but itself.

    ``anchor`` is the day of writing, ``now`` its hour where a caller gives it, ``weekday`` the day
    of the week of writing where only that is known; ``tense`` is -1, 0 or 1 by the clause;
    ``direction`` a caller's choice for bare weekdays and months; ``told`` the day told before, ``told_month`` the month named last (``2021-03``);
    ``quoted`` whether it stands in a quotation, ``own_day`` whether the page tells of its own day.
    """

    anchor: dt.date | None = None
    now: dt.datetime | None = None
    weekday: int | None = None
    tense: int = 0
    direction: int = 0
    told: Told | None = None
    told_year: int | None = None
    told_month: str | None = None
    quoted: bool = False
    own_day: bool = False

    @property
    def facing(self) -> int:
        """Where a bare day lies: the caller's choice, else the clause's tense, else 0."""
        return self.direction or self.tense


@dataclass(frozen=True, slots=True)
class Told:
    """The day (or month, or year) that the text told last: its value, and its date where known."""

    value: str
    day: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A value with its type, its grain, the day it lies on, and what it was counted from."""

    type: TimeType
    value: str
    grain: str
    day: dt.date | None = None
    day_value: str | None = None
    anchor: str | None = None
    zone: str | None = None


def date_value(value: str, day: dt.date | None, anchor: dt.date | None = None) -> Resolved:
    """A day, written as ``value``; ``day`` where it is known."""
    return Resolved(
        type="DATE",
        value=value,
        grain="day",
        day=day,
        day_value=value,
        anchor=str(anchor) if anchor else None,
    )


def known(day: dt.date | None, anchor: dt.date | None = None) -> Resolved | None:
    """A known day, or ``None``."""
    return None if day is None else date_value(day.isoformat(), day, anchor)
