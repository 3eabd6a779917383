"""Days: deictics, weekdays, days of the month with or without a year, holidays, أول ثلاثاء من أكتوبر."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from riwaya.times import calendars as cal
from riwaya.times.symbols import When
from riwaya.times.values import Context, Resolved, date_value, known


def resolve_day(when: When, context: Context) -> Resolved | None:  # noqa: PLR0911 - one guard, one line
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
        spoken = _day_of_speech(context)
        day = cal.moved(spoken, when.days) if spoken else None
        return date_value(day.isoformat(), day, spoken) if day else date_value("XXXX-XX-XX", None)
    if context.anchor is not None:
        day = cal.moved(context.anchor, when.days)
        if day is not None and when.weekday is not None and day.isoweekday() != when.weekday:
            near = [
                d for n in (-1, 1) if (d := cal.moved(day, n)) and d.isoweekday() == when.weekday
            ]
            if not near:
                return date_value(f"XXXX-WXX-{when.weekday}", None)
            day = near[0]
        if day is not None:
            return date_value(day.isoformat(), day, context.anchor)
    weekday = when.weekday
    if weekday is None and context.weekday is not None:
        weekday = (context.weekday - 1 + when.days) % 7 + 1
    return date_value(f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX", None)


_SPEECH_BEFORE = 3
"""Days before the page's own within which a day just told is taken to be that of a quotation."""


def _day_of_speech(context: Context) -> dt.date | None:
    """The day on which quoted words were said: one told shortly before, else the page's own if told."""
    told, anchor = context.told.day if context.told is not None else None, context.anchor
    if told is not None and (anchor is None or 0 <= (anchor - told).days <= _SPEECH_BEFORE):
        return told
    return anchor if context.own_day else None


def _weekday(when: When, context: Context) -> Resolved:
    assert when.weekday is not None
    anchor = context.anchor
    if anchor is None:
        return date_value(f"XXXX-WXX-{when.weekday}", None)
    if when.week_shift is not None:
        monday = cal.moved(anchor, 1 - anchor.isoweekday() + 7 * when.week_shift)
        day = cal.moved(monday, when.weekday - 1) if monday else None
    elif when.modifier:
        day = cal.weekday_near(anchor, when.weekday, when.modifier, strict=True)
    elif context.direction:
        day = cal.weekday_near(anchor, when.weekday, context.direction, strict=True)
    else:
        ahead = context.tense > 0 or (context.tense == 0 and _is_tomorrow(when.weekday, anchor))
        day = cal.weekday_near(anchor, when.weekday, 1 if ahead else -1, strict=False)
    return known(day, anchor) or date_value(f"XXXX-WXX-{when.weekday}", None)


def _is_tomorrow(weekday: int, anchor: dt.date) -> bool:
    """Whether a bare weekday is the next day's: six days back a page would say الماضي.

    Read on 1,500 articles: of 22 such weekdays without a verb that tells, 20 meant the next day.
    """
    return weekday == anchor.isoweekday() % 7 + 1


def _relative_day(when: When, context: Context) -> Resolved:
    if when.same and when.part and context.told is None and context.anchor is not None:
        return date_value(context.anchor.isoformat(), context.anchor, context.anchor)
    if when.same or when.told:
        if (
            context.told is not None
            and context.told.day is not None
            and not when.same
            and when.shift
        ):
            found = known(cal.moved(context.told.day, when.shift))
            if found is not None:
                return found
        if when.same and context.told is not None:
            return date_value(context.told.value, context.told.day)
        if context.direction == 0:
            return date_value("XXXX-XX-XX", None)
    if context.anchor is not None and when.shift is not None:
        found = known(cal.moved(context.anchor, when.shift), context.anchor)
        if found is not None:
            return found
    return date_value("XXXX-XX-XX", None)


def _calendar_day(when: When, context: Context) -> Resolved:  # noqa: PLR0911 - one guard, one line
    assert when.day is not None
    month, year = when.month, when.year
    if when.hijri:
        return _hijri_day(when, context)
    anchor = context.anchor
    if month is None and when.unit is None:
        year, month = _month_by_shift(when, context)
        if month is None:
            return date_value(f"XXXX-XX-{when.day:02d}", None)
        if year is None:
            return date_value(f"XXXX-{month:02d}-{when.day:02d}", None)
    assert month is not None
    if year is None and when.year_shift is not None and anchor is not None:
        year = anchor.year + when.year_shift
    if when.year_same:
        return _day_of_told_year(month, when.day, context)
    if year is None and anchor is not None and not when.open_year:
        year = _year_of(when, month, when.day, context)
    if year is None:
        return date_value(f"XXXX-{month:02d}-{when.day:02d}", None)
    day = cal.date_or_none(year, month, when.day)
    if day is None:
        return date_value(f"{year:04d}-{month:02d}-{when.day:02d}", None)
    return date_value(day.isoformat(), day, anchor if when.year is None else None)


def _day_of_told_year(month: int, day: int, context: Context) -> Resolved:
    year = context.told_year
    found = cal.date_or_none(year, month, day) if year is not None else None
    return known(found) or date_value(f"XXXX-{month:02d}-{day:02d}", None)


def _month_by_shift(when: When, context: Context) -> tuple[int | None, int | None]:
    """The month of ``12 من الشهر المقبل``, ``15 منه``, ``السبت السادس عشر``."""
    if when.same and context.told is not None and context.told.value[5:7].isdigit():
        told = context.told.value[:4]
        return (int(told) if told.isdigit() else None), int(context.told.value[5:7])
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


_FAR_AHEAD = 120
"""Days: beyond this a day without a year, a cue or a modifier lies behind rather than ahead."""


_SOON = 60
_LONG_AGO = 300
"""Days: behind a past verb a day so near ahead is meant, not the one of so long ago."""


def _nearest_year(dates: list[dt.date], context: Context) -> int | None:
    anchor = context.anchor
    assert anchor is not None
    if context.tense > 0:
        ahead = [d for d in dates if d >= anchor]
        found = cal.nearest(ahead or dates, anchor)
        late = [d for d in dates if 0 < (anchor - d).days <= _SOON]
        if found and late and (found - anchor).days > _LONG_AGO:
            found = late[-1]  # just past, inside a promise: التذاكر المؤرخة يومي 1 و2 آب ستعاد
    elif context.tense < 0:
        behind = [d for d in dates if d <= anchor]
        found = cal.nearest(behind or dates, anchor)
        soon = [d for d in dates if 0 < (d - anchor).days <= _SOON]
        if found and soon and (anchor - found).days > _LONG_AGO:
            found = soon[0]  # a plan told with a past verb: أعلن إجراء انتخابات في 24 يونيو
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
        return known(cal.nearest(dates, context.anchor), context.anchor) or date_value(
            "XXXX-XX-XX", None
        )
    if year is not None and when.month is not None:
        return known(cal.hijri_day(year, when.month, when.day)) or date_value("XXXX-XX-XX", None)
    return date_value("XXXX-XX-XX", None)


def _holiday(when: When, context: Context) -> Resolved:
    assert when.holiday is not None
    fixed = when.holiday if when.holiday[:1].isdigit() else "XX-XX"
    anchor = context.anchor
    if when.year is not None:
        return known(cal.holiday(when.holiday, when.year)) or date_value(
            f"{when.year}-{fixed}", None
        )
    if anchor is None:
        return date_value(f"XXXX-{fixed}", None)
    dates = [d for n in (-1, 0, 1) if (d := cal.holiday(when.holiday, anchor.year + n))]
    facing = when.modifier if when.modifier is not None else context.direction
    side = [d for d in dates if (d - anchor).days * facing >= 0] if facing else dates
    return known(cal.nearest(side or dates, anchor), anchor) or date_value(f"XXXX-{fixed}", None)


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
        return date_value("XXXX-XX-XX" if month is None else f"XXXX-{month:02d}-XX", None)
    length = cal.month_length(year, month)
    weekday = 1 if when.unit == "week" else when.weekday
    days = [d for n in range(1, length + 1) if (d := cal.date_or_none(year, month, n))]
    if weekday is not None:
        days = [d for d in days if d.isoweekday() == weekday]
    index = when.nth - 1 if when.nth > 0 else len(days) - 1
    if when.unit == "week" and when.nth < 0 and days and days[-1].day > length - 6:
        index -= 1  # the last whole week
    if not 0 <= index < len(days):
        return date_value(f"{year:04d}-{month:02d}-XX", None)
    day = days[index]
    if when.unit == "week":
        iso = day.isocalendar()
        return Resolved(type="DATE", value=f"{iso.year}-W{iso.week:02d}", grain="week", day=day)
    return date_value(day.isoformat(), day)
