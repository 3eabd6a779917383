"""Clock times: 23:35, الساعة الثالثة والنصف عصرا, 20:30 بتوقيت غرينتش, 10 صباحا."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.times.dates import Part
from riwaya.times.row import Row
from riwaya.times.symbols import When
from riwaya.times.zones import read_zone

_DECIMAL_CLOCK = re.compile(r"(\d{1,2})[.,](\d{2})")
_NEEDS_HOUR_WORD = frozenset({
    "م", "ص", "العصر", "المغرب", "العشاء", "الفجر", "الصبح", "الظهر", "المساء", "الليله", "عشاء",
})  # fmt: skip
"""Parts of the day that alone behind a number are metres, prayers or meals."""
_EXACTLY = frozenset({"تماما", "بالضبط", "بالتمام"})
_MINUTES = {"half": 30, "quarter": 15, "third": 20}


def read_clock(row: Row, at: int) -> Part | None:
    """A clock time at token ``at``, with its part of the day and its zone."""
    about = row.find(at, "approx", prefixes="وفبل")
    if about is not None and row.key(about[1]) == "الساعه":
        told = _told_clock(row, about[1])
        return replace(told, first=at, letters=about[0].width) if told is not None else None
    return _told_clock(row, at)


def _told_clock(row: Row, at: int) -> Part | None:
    first, letters, worded = at, 0, False
    hour_word = row.find(at, "clock", prefixes=None)
    if hour_word is not None and hour_word[0].value == "hour_word":
        worded, letters, at = True, hour_word[0].width, hour_word[1]
        at += row.key(at) == "(" and row.is_digits(at + 1, 2)
    if at >= len(row.tokens):
        return None
    read = _digits(row, at, worded=worded) or _words(row, at, worded=worded)
    if read is None:
        return None
    when, behind, sure, own_letters = read
    behind += row.key(behind) == ")" and worded and row.key(at - 1) == "("
    behind += row.key(behind) in _EXACTLY
    qualified = _qualified(row, behind, when, worded=worded or ":" in row.keys(at, 2))
    if not (sure or worded or qualified[1] > behind or _day_follows(row, behind)):
        return None
    return Part(first, qualified[1], qualified[0], letters if worded else own_letters)


def _day_follows(row: Row, at: int) -> bool:
    """التاسعة صباح يوم الخميس: an hour told by the part of a named day behind it."""
    part = row.find(at, "part")
    if part is None or row.kind(at - 1) != "word":
        return False
    day = part[1] + (row.key(part[1]) == "يوم")
    return row.find(day, "weekday") is not None or row.find(day, "deictic") is not None


def _qualified(row: Row, at: int, when: When, *, worded: bool) -> tuple[When, int]:
    """An hour with its part of the day and its zone, in either order, and the index behind them."""
    part = _part_behind(row, at, worded=worded)
    if part is not None:
        when, at = replace(when, part=part[0]), part[1]
    zone = read_zone(row, at)
    if zone is None and row.key(at) == "(":
        inner = read_zone(row, at + 1)
        zone = (inner[0], inner[1] + 1) if inner and row.key(inner[1]) == ")" else None
    if zone is not None:
        when, at = replace(when, zone=zone[0]), zone[1]
        if part is None and (late := _part_behind(row, at, worded=worded)):
            when, at = replace(when, part=late[0]), late[1]
    return when, at


def _part_behind(row: Row, at: int, *, worded: bool) -> tuple[str, int] | None:
    """صباحا, مساء, بعد الظهر behind an hour."""
    found = row.find(at, "part_behind")
    if found is None or (not worded and row.key(at) in _NEEDS_HOUR_WORD and found[1] == at + 1):
        return None
    if (
        row.key(at) == "من"
        and row.find(found[1], "deictic") is None
        and row.find(found[1], "weekday") is None
    ):
        # من مساء alone; with a day behind it the day's own phrase takes the part
        return found[0].value, found[1]
    if row.key(at) == "من":
        return None
    return found[0].value, found[1]


_Read = tuple[When, int, bool, int]
"""What is told, the index behind it, whether it can be nothing but a clock time, proclitic letters."""


def _digits(row: Row, at: int, *, worded: bool) -> _Read | None:  # noqa: PLR0911 - one guard, one line
    token = row.tokens[at]
    score = (
        not worded
        and (row.is_dash(at - 1) or row.key(at - 1) == ":")
        and row.kind(at - 2) == "number"
    )
    if token.kind != "number" or score:
        return None
    if row.is_digits(at, 2) and row.key(at + 1) == ":" and row.is_digits(at + 2, 2):
        return _colons(row, at, worded=worded)
    if (decimal := _DECIMAL_CLOCK.fullmatch(token.key)) is not None:
        hour, minute = int(decimal[1]), int(decimal[2])
        sure = False
        return (
            (When(hour=hour, minute=minute), at + 1, sure, 0) if hour < 25 and minute < 60 else None
        )
    if row.is_digits(at, 4) and len(token.key) == 4:
        hour, minute = divmod(int(token.key), 100)
        zoned = read_zone(row, at + 1) is not None
        if (zoned or worded) and hour < 25 and minute < 60:
            return When(hour=hour, minute=minute), at + 1, False, 0
        return None
    if not row.is_digits(at, 2) or int(token.key) > 24 or row.is_slash(at + 1):
        return None
    hour, behind, minute = int(token.key), at + 1, 0
    minute, behind = _minutes_behind(row, behind, worded=worded)
    return _minus(row, hour, minute, behind, 0)


def _colons(row: Row, at: int, *, worded: bool) -> _Read | None:
    """H:MM or H:MM:SS, not a score (2:1) or a ratio."""
    hour, minute = int(row.key(at)), int(row.key(at + 2))
    if hour > 24 or minute > 59 or len(row.key(at + 2)) != 2:
        return None
    if not (row.glued(at) and row.glued(at + 1)) and not worded:
        return None
    second, behind = None, at + 3
    if row.key(behind) == ":" and row.is_digits(behind + 1, 2) and row.glued(behind):
        second, behind = int(row.key(behind + 1)), behind + 2
        if second > 59:
            return None
    return When(hour=hour, minute=minute, second=second), behind, True, 0


def _words(row: Row, at: int, *, worded: bool) -> _Read | None:
    """الثالثة والنصف, الحادية عشرة وعشر دقائق, ثلاثة وثلث."""
    read = row.number(at)
    if read is None or read.kind == "digits" or row.kind(at) != "word":
        return None
    letters = read.start - row.tokens[at].start
    hour, behind = read.value, read.next
    if read.kind == "ordinal":
        if not read.definite or not row.tokens[at].key.endswith("ه"):
            return None
        before = row.key(at - 1)
        if not worded and before.endswith("ه") and before.startswith(("ال", "لل", "بال", "وال")):
            return None  # للمرة الثانية مساء الخميس
        if hour > 24:  # الرابعة وأربعون دقيقة
            hour, behind = hour % 10, at + 1
    elif not worded:
        return None
    if not 0 < hour <= 24:
        return None
    minute = round((hour % 1) * 60)
    hour = int(hour)
    if minute == 0:
        minute, behind = _minutes_behind(row, behind, worded=True)
    return _minus(row, hour, minute, behind, letters)


def _minutes_behind(row: Row, at: int, *, worded: bool) -> tuple[int, int]:
    """والنصف, وربع, و18 دقيقة behind an hour: the minutes and the index behind them."""
    found = row.find(at, "clock", prefixes="و")
    if found is not None and found[0].prefix == "و" and found[0].value in _MINUTES:
        return _MINUTES[found[0].value], found[1]
    start = at + 1 if row.key(at) == "و" else at
    if (found := row.find(start, "clock")) and start > at and found[0].value in _MINUTES:
        return _MINUTES[found[0].value], found[1]
    number = row.number(start)
    if number is None or not worded or not (start > at or number.joined):
        return 0, at
    unit = row.find(number.next, "clock")
    if unit is None or unit[0].value != "minute_word" or not 0 < number.value < 60:
        return 0, at
    return int(number.value), unit[1]


def _minus(row: Row, hour: int, minute: int, behind: int, letters: int) -> _Read | None:
    """إلا ربعا behind an hour."""
    found = row.find(behind, "clock")
    if found is not None and found[0].value == "minus":
        less = row.find(found[1], "clock")
        if less is not None and less[0].value in _MINUTES:
            total = hour * 60 + minute - _MINUTES[less[0].value]
            hour, minute, behind = total // 60, total % 60, less[1]
        elif (number := row.number(found[1])) and 0 < number.value < 60:
            unit = row.find(number.next, "clock")
            if unit is not None and unit[0].value == "minute_word":
                total = hour * 60 + minute - int(number.value)
                hour, minute, behind = total // 60, total % 60, unit[1]
    return (When(hour=hour, minute=minute), behind, False, letters) if 0 <= hour <= 24 else None


def hour_of_day(when: When) -> int:
    """The hour by 24, of an hour that a part of the day may tell: الثالثة عصرا is 15."""
    hour = when.hour or 0
    if hour > 12 or when.part is None:
        return hour % 24
    if when.part == "TMO":
        return hour % 12
    if when.part == "TNI":
        return (hour % 12) + (12 if 6 <= hour <= 11 else 0)
    if when.part == "TAF" and hour in (10, 11):
        return hour
    return (hour % 12) + 12
