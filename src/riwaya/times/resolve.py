"""From what a phrase says to a TIMEX3 value: by the page's date, the clause, the day told before.

What cannot be known stays open: ``XXXX-12-07``, ``XXXX-WXX-4``, ``T23:30``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from riwaya.model import TimeType
from riwaya.times import calendars as cal
from riwaya.times.clock import hour_of_day
from riwaya.times.lengths import length_value
from riwaya.times.symbols import Away, Every, Length, Reference, Symbol, When
from riwaya.times.zones import offset, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a phrase stands in: all but itself.

    ``anchor`` is the day of writing, ``now`` its hour where a caller gives it, ``weekday`` the day
    of the week of writing where only that is known; ``tense`` is -1, 0 or 1 by the clause;
    ``direction`` a caller's choice for bare weekdays and months; ``told`` the day told before.
    """

    anchor: dt.date | None = None
    now: dt.datetime | None = None
    weekday: int | None = None
    tense: int = 0
    direction: int = 0
    told: Told | None = None
    told_year: int | None = None
    quoted: bool = False

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
    day = _day_level(when, context)
    if when.clock:
        return _clock(when, day, context)
    if day is not None:
        if when.part is not None:
            value = f"{day.value}{_part(when.part)}"
            return replace(day, type="TIME", value=value, grain="part", day_value=day.value)
        return day
    return _period(when, context)


def _part(part: str) -> str:
    return part if part.startswith("T") else f"T{part}"


def _date(value: str, day: dt.date | None, anchor: dt.date | None = None) -> Resolved:
    return Resolved(
        type="DATE",
        value=value,
        grain="day",
        day=day,
        day_value=value,
        anchor=str(anchor) if anchor else None,
    )


def _known(day: dt.date | None, anchor: dt.date | None = None) -> Resolved | None:
    return None if day is None else _date(day.isoformat(), day, anchor)


# ---------------------------------------------------------------- days


def _day_level(when: When, context: Context) -> Resolved | None:
    """The day that the words tell, or ``None`` where they tell a period or no date at all."""
    if when.holiday is not None:
        return _holiday(when, context)
    if when.nth is not None:
        return _nth(when, context)
    if when.day is not None:
        return _calendar_day(when, context)
    if when.days is not None:
        return _deictic(when, context)
    if when.weekday is not None:
        return _weekday(when, context)
    if when.unit in ("day", "night") and (when.shift is not None or when.same):
        return _relative_day(when, context)
    return None


def _deictic(when: When, context: Context) -> Resolved:
    assert when.days is not None
    if context.quoted and when.weekday is None and context.direction == 0:
        # a quoted "today" is the day of those words, which the page's date need not be
        spoken = context.told.day if context.told is not None else None
        day = cal.moved(spoken, when.days) if spoken else None
        return _date(day.isoformat(), day, spoken) if day else _date("XXXX-XX-XX", None)
    if context.anchor is not None:
        day = cal.moved(context.anchor, when.days)
        if day is not None and when.weekday is not None and day.isoweekday() != when.weekday:
            near = [
                d for n in (-1, 1) if (d := cal.moved(day, n)) and d.isoweekday() == when.weekday
            ]
            if not near:
                return _date(f"XXXX-WXX-{when.weekday}", None)
            day = near[0]
        if day is not None:
            return _date(day.isoformat(), day, context.anchor)
    weekday = when.weekday
    if weekday is None and context.weekday is not None:
        weekday = (context.weekday - 1 + when.days) % 7 + 1
    return _date(f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX", None)


def _weekday(when: When, context: Context) -> Resolved:
    assert when.weekday is not None
    anchor = context.anchor
    if anchor is None:
        return _date(f"XXXX-WXX-{when.weekday}", None)
    if when.week_shift is not None:
        monday = cal.moved(anchor, 1 - anchor.isoweekday() + 7 * when.week_shift)
        day = cal.moved(monday, when.weekday - 1) if monday else None
    elif when.modifier:
        day = cal.weekday_near(anchor, when.weekday, when.modifier, strict=True)
    elif context.direction:
        day = cal.weekday_near(anchor, when.weekday, context.direction, strict=True)
    else:
        day = cal.weekday_near(anchor, when.weekday, 1 if context.tense > 0 else -1, strict=False)
    return _known(day, anchor) or _date(f"XXXX-WXX-{when.weekday}", None)


def _relative_day(when: When, context: Context) -> Resolved:
    if when.same or when.told:
        if (
            context.told is not None
            and context.told.day is not None
            and not when.same
            and when.shift
        ):
            found = _known(cal.moved(context.told.day, when.shift))
            if found is not None:
                return found
        if when.same and context.told is not None:
            return _date(context.told.value, context.told.day)
        if context.direction == 0:
            return _date("XXXX-XX-XX", None)
    if context.anchor is not None and when.shift is not None:
        found = _known(cal.moved(context.anchor, when.shift), context.anchor)
        if found is not None:
            return found
    return _date("XXXX-XX-XX", None)


def _calendar_day(when: When, context: Context) -> Resolved:
    assert when.day is not None
    month, year = when.month, when.year
    if when.hijri:
        return _hijri_day(when, context)
    anchor = context.anchor
    if month is None and when.unit is None:
        year, month = _month_by_shift(when, context)
        if month is None:
            return _date(f"XXXX-XX-{when.day:02d}", None)
        if year is None:
            return _date(f"XXXX-{month:02d}-{when.day:02d}", None)
    assert month is not None
    if year is None and when.year_shift is not None and anchor is not None:
        year = anchor.year + when.year_shift
    if when.year_same:
        return _day_of_told_year(month, when.day, context)
    if year is None and anchor is not None:
        year = _year_of(when, month, when.day, context)
    if year is None:
        return _date(f"XXXX-{month:02d}-{when.day:02d}", None)
    day = cal.date_or_none(year, month, when.day)
    if day is None:
        return _date(f"{year:04d}-{month:02d}-{when.day:02d}", None)
    return _date(day.isoformat(), day, anchor if when.year is None else None)


def _day_of_told_year(month: int, day: int, context: Context) -> Resolved:
    year = context.told_year
    found = cal.date_or_none(year, month, day) if year is not None else None
    return _known(found) or _date(f"XXXX-{month:02d}-{day:02d}", None)


def _month_by_shift(when: When, context: Context) -> tuple[int | None, int | None]:
    """The month of ``12 من الشهر المقبل``, ``15 منه``, ``السبت السادس عشر``."""
    if when.same and context.told is not None and context.told.value[5:7].isdigit():
        year = context.told.value[:4]
        return (int(year) if year.isdigit() else None), int(context.told.value[5:7])
    if context.anchor is None:
        return None, None
    if when.month_shift is not None:
        return cal.moved_months(context.anchor.year, context.anchor.month, when.month_shift)
    if when.weekday is not None and when.day is not None:
        for shift in (0, 1, -1, 2, -2):
            year, month = cal.moved_months(context.anchor.year, context.anchor.month, shift)
            day = cal.date_or_none(year, month, when.day)
            if day is not None and day.isoweekday() == when.weekday:
                return year, month
    return context.anchor.year, context.anchor.month


def _year_of(when: When, month: int, day: int, context: Context) -> int | None:
    """The year of a day and month without one: by modifier, weekday, clause, else the nearest."""
    anchor = context.anchor
    assert anchor is not None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    dates = [d for y in years if (d := cal.date_or_none(y, month, day))]
    if when.weekday is not None and (fits := [d for d in dates if d.isoweekday() == when.weekday]):
        dates = fits
    if when.days is not None and (target := cal.moved(anchor, when.days)):
        found = cal.nearest(dates, target)
        return found.year if found else None
    if when.modifier == 0:
        return anchor.year
    facing = when.modifier if when.modifier is not None else context.direction
    if facing:
        side = [d for d in dates if (d - anchor).days * facing >= 0] or dates
        found = cal.nearest(side, anchor)
        return found.year if found else None
    return _nearest_year(dates, context)


_FAR_AHEAD = 75
"""Days: beyond this a day without a year, a cue or a modifier lies behind rather than ahead."""


def _nearest_year(dates: list[dt.date], context: Context) -> int | None:
    anchor = context.anchor
    assert anchor is not None
    if context.tense > 0:
        ahead = [d for d in dates if d >= anchor]
        found = cal.nearest(ahead or dates, anchor)
    elif context.tense < 0:
        behind = [d for d in dates if d <= anchor]
        found = cal.nearest(behind or dates, anchor)
    else:
        near = [d for d in dates if (d - anchor).days <= _FAR_AHEAD]
        found = cal.nearest(near or dates, anchor)
    return found.year if found else None


def _hijri_day(when: When, context: Context) -> Resolved:
    assert when.day is not None
    year = when.year
    if year is None and context.anchor is not None and when.month is not None:
        base = cal.hijri_year_of(context.anchor)
        dates = [
            d for n in (-1, 0, 1) if base and (d := cal.hijri_day(base + n, when.month, when.day))
        ]
        return _known(cal.nearest(dates, context.anchor), context.anchor) or _date(
            "XXXX-XX-XX", None
        )
    if year is not None and when.month is not None:
        return _known(cal.hijri_day(year, when.month, when.day)) or _date("XXXX-XX-XX", None)
    return _date("XXXX-XX-XX", None)


def _holiday(when: When, context: Context) -> Resolved:
    assert when.holiday is not None
    fixed = when.holiday if when.holiday[:1].isdigit() else "XX-XX"
    anchor = context.anchor
    if when.year is not None:
        return _known(cal.holiday(when.holiday, when.year)) or _date(f"{when.year}-{fixed}", None)
    if anchor is None:
        return _date(f"XXXX-{fixed}", None)
    dates = [d for n in (-1, 0, 1) if (d := cal.holiday(when.holiday, anchor.year + n))]
    facing = when.modifier if when.modifier is not None else context.direction
    side = [d for d in dates if (d - anchor).days * facing >= 0] if facing else dates
    return _known(cal.nearest(side or dates, anchor), anchor) or _date(f"XXXX-{fixed}", None)


def _nth(when: When, context: Context) -> Resolved:
    """أول ثلاثاء من أكتوبر, آخر أسبوع في سبتمبر."""
    assert when.nth is not None
    year, month = when.year, when.month
    if month is None:
        year, month = _month_by_shift(replace(when, weekday=None), context)
    if month is not None and year is None and context.anchor is not None:
        if when.year_shift is not None:
            year = context.anchor.year + when.year_shift
        else:
            year = _year_of(replace(when, weekday=None), month, 15, context)
    if year is None or month is None:
        return _date("XXXX-XX-XX" if month is None else f"XXXX-{month:02d}-XX", None)
    length = cal.month_length(year, month)
    weekday = 1 if when.unit == "week" else when.weekday
    days = [d for n in range(1, length + 1) if (d := cal.date_or_none(year, month, n))]
    if weekday is not None:
        days = [d for d in days if d.isoweekday() == weekday]
    index = when.nth - 1 if when.nth > 0 else len(days) - 1
    if when.unit == "week" and when.nth < 0 and days and days[-1].day > length - 6:
        index -= 1  # the last whole week
    if not 0 <= index < len(days):
        return _date(f"{year:04d}-{month:02d}-XX", None)
    day = days[index]
    if when.unit == "week":
        iso = day.isocalendar()
        return Resolved(type="DATE", value=f"{iso.year}-W{iso.week:02d}", grain="week", day=day)
    return _date(day.isoformat(), day)


# ---------------------------------------------------------------- clock times


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
        return _date(context.told.value, context.told.day)
    return _known(context.anchor)


# ---------------------------------------------------------------- periods


def _period(when: When, context: Context) -> Resolved:
    if when.weekend:
        return _weekend(when, context)
    if when.decade is not None:
        return Resolved(type="DATE", value=f"{when.decade}", grain="decade")
    if when.century is not None:
        return Resolved(type="DATE", value=f"{when.century:02d}", grain="century")
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
        value = context.told.value[:7] if context.told else ""
        known = len(value) == 7 and value[5:7].isdigit()
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
    gap = gap if gap <= 2 else gap - 12
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


# ---------------------------------------------------------------- a length from now


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
        return _known(day, anchor) or _date("XXXX-XX-XX", None)
    if length.unit == "month":
        year, month = cal.moved_months(anchor.year, anchor.month, count)
        return Resolved(
            type="DATE", value=f"{year:04d}-{month:02d}", grain="month", anchor=str(anchor)
        )
    year = anchor.year + count * {"year": 1, "decade": 10, "century": 100}[length.unit]
    value = f"{year:04d}" if 0 < year < 10000 else "XXXX"
    return Resolved(type="DATE", value=value, grain="year", anchor=str(anchor))
