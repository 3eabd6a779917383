"""Periods: weeks, months, years and their parts, seasons, decades, centuries, Hijri months."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times import calendars as cal
from riwaya.times.symbols import When
from riwaya.times.values import Context, Resolved


def resolve_period(when: When, context: Context) -> Resolved:  # noqa: PLR0911 - one guard, one line
    """The period that the words tell, as far as it is known."""
    if when.weekend:
        return _weekend(when, context)
    if when.decade is not None:
        return Resolved(type="DATE", value=f"{when.decade}", grain="decade")
    if when.century is not None:
        bare = f"{when.century:02d}" if when.century >= 0 else f"BC{-when.century - 1:02d}"
        return Resolved(type="DATE", value=bare, grain="century")
    if when.season is not None:
        return _season(when, context)
    if when.month is not None or when.month_shift is not None:
        return _month(when, context)
    if when.unit == "week":
        return _week(when, context)
    if when.unit == "month":
        return _month(replace(when, unit=None, month_shift=when.shift), context)
    if when.unit in ("decade", "century"):
        return _long(when, context)
    return _year(when, context)


def _weekend(when: When, context: Context) -> Resolved:
    if context.anchor is None:
        return Resolved(type="DATE", value="XXXX-WXX-WE", grain="weekend")
    day = cal.moved(context.anchor, 7 * (when.shift or 0)) or context.anchor
    iso = day.isocalendar()
    return Resolved(
        type="DATE",
        value=f"{iso.year}-W{iso.week:02d}-WE",
        grain="weekend",
        anchor=str(context.anchor),
    )


def _week(when: When, context: Context) -> Resolved:
    base = context.told.day if (when.told or when.same) and context.told else None
    if base is None and not when.same:
        base = context.anchor
    day = cal.moved(base, 7 * (when.shift or 0)) if base else None
    if day is None:
        return Resolved(type="DATE", value="XXXX-WXX", grain="week")
    iso = day.isocalendar()
    return Resolved(
        type="DATE", value=f"{iso.year}-W{iso.week:02d}", grain="week", anchor=str(base)
    )


def _month(when: When, context: Context) -> Resolved:
    year, month, anchor = when.year, when.month, context.anchor
    if when.hijri and month is not None:
        return _hijri_month(when, context)
    if when.same and month is None:
        value = context.told_month or (context.told.value[:7] if context.told else "")
        known = len(value) == 7 and value[5:7].isdigit()
        if known and when.year_shift is not None and value[:4].isdigit():
            value = f"{int(value[:4]) + when.year_shift:04d}{value[4:]}"
        return Resolved(type="DATE", value=value if known else "XXXX-XX", grain="month")
    if month is None:
        if anchor is None or when.month_shift is None:
            return Resolved(type="DATE", value="XXXX-XX", grain="month")
        year, month = cal.moved_months(anchor.year, anchor.month, when.month_shift)
    elif when.year_same:
        year = context.told_year
    elif year is None and when.year_shift is not None:
        year = anchor.year + when.year_shift if anchor else None
    elif year is None and anchor is not None:
        year = _year_of_month(when, month, context)
    value = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    return Resolved(
        type="DATE",
        value=value,
        grain="month",
        anchor=str(anchor) if anchor and not when.year else None,
    )


_NEW_YEAR_AHEAD = 7
"""The month from which العام الجديد is the one to come."""
_MONTHS_AHEAD = 4
"""Beyond this many months ahead a month without a year, a cue or a modifier lies behind."""


def _year_of_month(when: When, month: int, context: Context) -> int:
    """The year of a month without one: this month counts as neither past nor to come."""
    anchor = context.anchor
    assert anchor is not None
    if when.modifier == 0:
        return anchor.year
    facing = when.modifier if when.modifier is not None else context.facing
    if facing:
        if month == anchor.month:
            return anchor.year + (facing if when.modifier else 0)
        ahead = month > anchor.month
        if facing > 0:
            return anchor.year if ahead else anchor.year + 1
        return anchor.year - 1 if ahead else anchor.year
    gap = (month - anchor.month + 6) % 12 - 6
    gap = gap if gap <= _MONTHS_AHEAD else gap - 12
    return cal.moved_months(anchor.year, anchor.month, gap)[0]


def _hijri_month(when: When, context: Context) -> Resolved:
    assert when.month is not None
    year = when.year
    if year is not None and year not in cal.HIJRI_YEARS and context.anchor is None and when.year:
        year = None
    spans = []
    if when.year is not None and when.year > 1700:
        first = cal.holiday(f"H:{when.month:02d}-01", when.year)
        base = cal.hijri_year_of(first) if first else None
        spans = [s for s in (cal.hijri_month(base, when.month) if base else None,) if s]
    elif year is not None:
        spans = [s for s in (cal.hijri_month(year, when.month),) if s]
    elif context.anchor is not None and (base := cal.hijri_year_of(context.anchor)):
        spans = [s for n in (-1, 0, 1) if (s := cal.hijri_month(base + n, when.month))]
        facing = when.modifier if when.modifier is not None else context.direction
        if facing:
            spans = [s for s in spans if (s[0] - context.anchor).days * facing > 0] or spans
    if not spans:
        return Resolved(type="DATE", value="XXXX-XX", grain="month")
    near = context.anchor or spans[0][0]
    first_day, last_day = min(spans, key=lambda s: abs((s[0] - near).days + 15))
    return Resolved(
        type="DATE", value=f"{first_day}/{last_day}", grain="hijri month", day=first_day
    )


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season(when: When, context: Context) -> Resolved:
    year, anchor = when.year, context.anchor
    if year is None and anchor is not None:
        if when.year_shift is not None:
            year = anchor.year + when.year_shift
        else:
            first = _SEASON_MONTHS[when.season or "SP"]
            shift = when.modifier or 0
            started = anchor.month >= first
            if shift > 0:
                year = anchor.year + started
            elif shift < 0:
                over = anchor.month >= first + 3 and first != 12
                year = anchor.year if over else anchor.year - 1
            else:
                year = anchor.year
    return Resolved(
        type="DATE",
        value=f"{year:04d}-{when.season}" if year else f"XXXX-{when.season}",
        grain="season",
    )


def _long(when: When, context: Context) -> Resolved:
    if context.anchor is None or when.shift is None:
        return Resolved(
            type="DATE", value="XXX" if when.unit == "decade" else "XX", grain=when.unit or "decade"
        )
    size = 10 if when.unit == "decade" else 100
    return Resolved(
        type="DATE",
        value=f"{context.anchor.year // size + when.shift}",
        grain=when.unit or "decade",
    )


def _year(when: When, context: Context) -> Resolved:
    year, anchor = when.year, context.anchor
    if when.hijri and year is not None:
        value = cal.hijri_year(year)
        return Resolved(type="DATE", value=value, grain="hijri year")
    if year is None and (when.same or when.told):
        told = context.told_year
        year = told + (when.shift or 0) if told is not None else None
        if year is None and when.told and anchor is not None:
            year = anchor.year + (when.shift or 0)
    elif year is None and anchor is not None:
        shift = when.year_shift if when.year_shift is not None else when.shift
        if when.unit == "new year":
            shift = int(anchor.month >= _NEW_YEAR_AHEAD)  # in January it is this one
        if shift is not None:
            year = anchor.year + shift
    value = f"{year:04d}" if year is not None and 0 < year < 10000 else "XXXX"
    if when.fraction is not None:
        value += f"-{when.fraction}"
    return Resolved(
        type="DATE",
        value=value,
        grain="year",
        anchor=str(anchor) if anchor and not when.year else None,
    )
