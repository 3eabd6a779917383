"""Times and lengths in words, from their TIMEX3 values; what is open in a value is left open."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

from riwaya.brief.arabic import DAY, HOUR, MINUTE, SECOND
from riwaya.corpus.values import duration_seconds
from riwaya.corpus.values_time import Moment, moment

Language = Literal["ar", "en"]

_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-WE)?")


@cache
def _months(language: Language) -> dict[int, str]:
    return dict(get_month_names("wide", locale=language))


@cache
def _weekdays(language: Language) -> dict[int, str]:
    """By ISO number."""
    return {at + 1: name for at, name in get_day_names("wide", locale=language).items()}


def when(value: str | None, language: Language) -> str | None:
    """``on 30 December 2021 at 23:35 (UTC+3)``, with its preposition; None where nothing is told."""
    if value and (week := _WEEK.fullmatch(value)):
        return _week(int(week[1]), int(week[2]), language)
    told = moment(value)
    date = _date(told, language)
    clock = _clock(told, language)
    if date is None:
        return clock
    return f"{date} {clock}" if clock else date


def _week(year: int, number: int, language: Language) -> str | None:
    """A week of ISO 8601 by its Monday; None where the year has no such week."""
    try:
        monday = datetime.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    first = spelled(monday, language)
    return f"في الأسبوع الذي يبدأ في {first}" if language == "ar" else f"in the week of {first}"


def _date(told: Moment, language: Language) -> str | None:
    month = _months(language).get(told.month) if told.month else None
    year = f" {told.year}" if told.year else ""
    if month and told.day:
        return f"{'في' if language == 'ar' else 'on'} {told.day} {month}{year}"
    if told.weekday and not told.month:
        name = _weekdays(language)[told.weekday]
        return f"يوم {name}" if language == "ar" else f"on {name}"
    if month:
        return f"{'في' if language == 'ar' else 'in'} {month}{year}"
    if told.year:
        return f"{'في عام' if language == 'ar' else 'in'}{year}"
    return None


def _clock(told: Moment, language: Language) -> str | None:
    if told.minute is None:
        return None
    clock = f"{told.minute // 60:02}:{told.minute % 60:02}"
    at = f"عند الساعة {clock}" if language == "ar" else f"at {clock}"
    if told.offset is None:
        return at
    hours, minutes = divmod(abs(told.offset), 60)
    zone = f"{'-' if told.offset < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")
    zone = "" if not told.offset else zone
    return f"{at} (غرينتش{zone})" if language == "ar" else f"{at} (UTC{zone})"


def day(value: str | None, language: Language) -> str | None:
    """``9 May 2018`` of a page's date, without a preposition; None where it is not told in full."""
    told = moment(value).date
    return spelled(told, language) if told else None


def spelled(date: datetime.date, language: Language) -> str:
    """A day in words."""
    return f"{date.day} {_months(language)[date.month]} {date.year}"


def length(value: str, language: Language) -> str | None:
    """A duration in words, in Arabic as an object (استمر ساعتين); None where it cannot be read."""
    seconds = duration_seconds(value)
    if seconds is None:
        return None
    whole = round(seconds)
    days, rest = divmod(whole, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, left = divmod(rest, 60)
    parts = [(days, DAY, "day"), (hours, HOUR, "hour"), (minutes, MINUTE, "minute"),
             (left, SECOND, "second")]  # fmt: skip
    told = [part for part in parts if part[0]]
    if language == "en":
        return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, _, unit in told) or None
    return " و".join(noun.one if n == 1 else noun.counted(n) for n, noun, _ in told) or None
