"""Calendars: Hijri months and days as Gregorian ones (Umm al-Qura), Easter, and day arithmetic."""

from __future__ import annotations

import calendar
import datetime as dt

from hijridate import Gregorian, Hijri

HIJRI_YEARS = range(1343, 1501)
"""The years that the Umm al-Qura tables cover."""


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """A date, or ``None`` where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def moved(day: dt.date, days: int) -> dt.date | None:
    """``day`` and so many days more, or ``None`` beyond the calendar's ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def moved_months(year: int, month: int, shift: int) -> tuple[int, int]:
    """The year and month that lie ``shift`` months from another."""
    index = year * 12 + month - 1 + shift
    return index // 12, index % 12 + 1


def month_length(year: int, month: int) -> int:
    """Days of a Gregorian month."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 30


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of an Umm al-Qura date; the sighted moon may differ by a day."""
    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """The first and last Gregorian day of a Hijri month."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return first, first + dt.timedelta(days=Hijri(year, month, 1).month_length() - 1)


def hijri_year(year: int) -> str:
    """The Gregorian days of a Hijri year as an interval; the two years it lies in beyond the tables."""
    first, end = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    if first is not None and end is not None:
        return f"{first}/{end - dt.timedelta(days=1)}"
    begins = int((year - 1) * 0.970224 + 622.54)
    return f"{begins:04d}/{begins + 1:04d}"


def hijri_year_of(day: dt.date) -> int | None:
    """The Hijri year in which a Gregorian day lies."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def holiday(rule: str, year: int) -> dt.date | None:
    """A holiday's first day in a Gregorian year; of a Hijri rule the first that falls in it."""
    if rule.startswith("E+"):
        return moved(easter(year), int(rule[2:])) if 1583 <= year <= 4099 else None
    if rule.startswith("H:"):
        month, day = int(rule[2:4]), int(rule[5:7])
        for hijri_year in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
            found = hijri_day(hijri_year, month, day)
            if found is not None and found.year == year:
                return found
        return None
    return date_or_none(year, int(rule[:2]), int(rule[3:5]))


def weekday_near(day: dt.date, weekday: int, direction: int, *, strict: bool) -> dt.date | None:
    """The next (1) or last (-1) day of an ISO weekday, ``day`` itself counting unless ``strict``."""
    gap = (weekday - day.isoweekday()) % 7 if direction > 0 else (day.isoweekday() - weekday) % 7
    if gap == 0 and strict:
        gap = 7
    return moved(day, gap * direction)


def nearest(candidates: list[dt.date], to: dt.date) -> dt.date | None:
    """The candidate nearest to a day; of two equally near the earlier."""
    return min(candidates, key=lambda day: (abs((day - to).days), day), default=None)
