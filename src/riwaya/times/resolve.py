"""From what a phrase says to a TIMEX3 value: by the page's date, the clause, the day told before.

What cannot be known stays open: ``XXXX-12-07``, ``XXXX-WXX-4``, ``T23:30``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from riwaya.times import calendars as cal
from riwaya.times.clock import hour_of_day
from riwaya.times.lengths import length_value
from riwaya.times.resolve_days import resolve_day
from riwaya.times.resolve_periods import resolve_period
from riwaya.times.symbols import Away, Every, Length, Reference, Symbol, When
from riwaya.times.values import Context, Resolved, date_value, known
from riwaya.times.zones import offset, written


def resolve(symbol: Symbol, context: Context) -> Resolved:
    """The value of a symbol in its context."""
    if isinstance(symbol, When):
        return _when(symbol, context)
    if isinstance(symbol, Length):
        return Resolved(type="DURATION", value=length_value(symbol), grain=symbol.unit)
    if isinstance(symbol, Every):
        return Resolved(type="SET", value=symbol.value, grain="set")
    if isinstance(symbol, Away):
        return _away(symbol, context)
    assert isinstance(symbol, Reference)
    return Resolved(type="DATE", value=symbol.value, grain="reference")


def _when(when: When, context: Context) -> Resolved:
    day = resolve_day(when, context)
    if when.clock:
        return _clock(when, day, context)
    if day is not None:
        if when.part is not None:
            value = f"{day.value}{_part(when.part)}"
            return replace(day, type="TIME", value=value, grain="part", day_value=day.value)
        return day
    return resolve_period(when, context)


def _part(part: str) -> str:
    return part if part.startswith("T") else f"T{part}"


def _clock(when: When, day: Resolved | None, context: Context) -> Resolved:
    hour = hour_of_day(when)
    if (
        context.now is not None
        and context.direction
        and when.part is None
        and hour <= 12
        and day is None
    ):
        hour = _ahead(hour, when.minute or 0, context)
    clock = f"T{hour:02d}:{when.minute or 0:02d}"
    if when.second is not None:
        clock += f":{when.second:02d}"
    grain = "second" if when.second is not None else "minute" if when.minute else "hour"
    told = day is None
    if day is None:
        day = _clock_day(context)
    date = day.day if day is not None else None
    moment = dt.datetime(date.year, date.month, date.day, hour, when.minute or 0) if date else None
    zone = written(offset(when.zone, moment))
    value = clock + zone
    day_value = day.day_value if day is not None else None
    if date is not None or (day_value is not None and not told):
        value = f"{day_value}{value}"
    return Resolved(
        type="TIME", value=value, grain=grain, day=date, day_value=day_value,
        anchor=day_value if told else None, zone=zone or None,
    )  # fmt: skip


def _ahead(hour: int, minute: int, context: Context) -> int:
    """The hour by 24 that comes next after now: الساعة الثالثة said at 04:30 is 15:00."""
    assert context.now is not None
    now = (context.now.hour, context.now.minute)
    if context.direction > 0 and (hour, minute) <= now and hour < 12:
        return hour + 12
    return hour


def _clock_day(context: Context) -> Resolved | None:
    """The day of a clock time that names none: that of its event, told nearby, else the page's."""
    if context.told is not None:
        return date_value(context.told.value, context.told.day)
    return known(context.anchor)


def _away(symbol: Away, context: Context) -> Resolved:
    length, anchor = symbol.length, context.anchor
    if length.count is None:
        return Resolved(
            type="DATE",
            value="PAST_REF" if symbol.direction < 0 else "FUTURE_REF",
            grain="reference",
        )
    if symbol.direction > 0 and context.facing <= 0 and not context.direction:
        # بعد يومين in a tale counts from the event before it, not from now
        return Resolved(type="DURATION", value=length_value(length), grain=length.unit)
    if length.unit in ("second", "minute", "hour") or anchor is None or length.count % 1:
        return Resolved(type="DURATION", value=length_value(length), grain=length.unit)
    count = int(length.count) * symbol.direction
    if length.unit in ("day", "night", "week"):
        day = cal.moved(anchor, count * (7 if length.unit == "week" else 1))
        return known(day, anchor) or date_value("XXXX-XX-XX", None)
    if length.unit == "month":
        year, month = cal.moved_months(anchor.year, anchor.month, count)
        return Resolved(
            type="DATE", value=f"{year:04d}-{month:02d}", grain="month", anchor=str(anchor)
        )
    year = anchor.year + count * {"year": 1, "decade": 10, "century": 100}[length.unit]
    value = f"{year:04d}" if 0 < year < 10000 else "XXXX"
    return Resolved(type="DATE", value=value, grain="year", anchor=str(anchor))
