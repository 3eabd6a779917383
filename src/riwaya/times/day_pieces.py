"""The pieces of which a day phrase is made: part of the day, deictic, weekday, numeric date."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times.dates import Part, day_and_month_digits, numeric_date
from riwaya.times.day_counts import holiday_piece, nth_weekday
from riwaya.times.months import days_of_month
from riwaya.times.row import Row
from riwaya.times.symbols import When


def single_piece(row: Row, at: int) -> Part | None:
    """One piece: part of the day with its day, deictic, weekday, numeric date, holiday."""
    return (
        nth_weekday(row, at)
        or deictic_part_piece(row, at)
        or _told_part(row, at)
        or _some_time(row, at)
        or with_part_piece(row, at)
        or deictic_piece(row, at)
        or weekday_piece(row, at)
        or _day_word(row, at)
        or numeric_piece(row, at)
        or _dated_on(row, at)
        or holiday_piece(row, at)
    )


_SOME_TIME = frozenset({"وقت", "ساعه", "ساعات", "الساعات"})
_TIME_ADJECTIVES = frozenset(
    {
        "الاولي",
        "المتاخره",
        "المبكره",
        "الاخيره",
        "اولي",
        "سابق",
        "لاحق",
        "متاخر",
        "مبكر",
        "متاخره",
        "مبكره",
    }
)


def _some_time(row: Row, at: int) -> Part | None:
    """وقت سابق اليوم, ساعة متأخرة من مساء الخميس: some time of a day that is told."""
    if row.key(at) not in _SOME_TIME or row.key(at + 1) not in _TIME_ADJECTIVES:
        return None
    start = at + 3 if row.key(at + 2) == "من" else at + 2
    if start >= len(row.tokens):
        return None
    day = (
        deictic_part_piece(row, start)
        or with_part_piece(row, start)
        or deictic_piece(row, start)
        or weekday_piece(row, start)
    )
    return replace(day, first=at) if day is not None and not day.letters else None


def with_part_piece(row: Row, at: int) -> Part | None:
    """مساء الخميس, فجر أمس, ليلة الثلاثاء الأربعاء."""
    found = row.find(at, "part", prefixes="وفبلك")
    if found is None:
        return None
    entry, behind = found
    day = deictic_piece(row, behind) or weekday_piece(row, behind) or numeric_piece(row, behind)
    if day is None:
        listed = days_of_month(row, behind)
        if listed is None or len(listed) > 1:
            return None
        day = listed[0]
    if day.letters:
        return None
    if row.key(at).endswith("عشيه") and day.when.day is not None:
        return None  # the eve of a date is another day
    when = replace(day.when, part=entry.value)
    last = day.last
    if entry.value == "TNI" and when.weekday is not None:
        # ليلة الثلاثاء-الأربعاء: the night between, told by the day on which it begins
        follows = (
            last + 1 if row.is_dash(last) or row.is_slash(last) or row.key(last) == "الي" else last
        )
        second = row.find(follows, "weekday")
        if second is not None and int(second[0].value) == when.weekday % 7 + 1:
            last = second[1]
    return Part(at, last, when, entry.width)


def _dated_on(row: Row, at: int) -> Part | None:
    """14/8 behind بتاريخ."""
    return (
        day_and_month_digits(row, at) if row.key(at - 1) in ("بتاريخ", "تاريخ", "وبتاريخ") else None
    )


def _day_word(row: Row, at: int) -> Part | None:
    """يوم 16 يونيو, يوم 30/12/2021."""
    found = row.find(at, "unit", prefixes="وفبلك")
    if found is None or found[0].value != "day" or found[0].number != "s" or found[0].definite:
        return None
    day = numeric_piece(row, found[1]) or day_and_month_digits(row, found[1])
    if day is None:
        listed = days_of_month(row, found[1]) if found[1] < len(row.tokens) else None
        day = listed[0] if listed and len(listed) == 1 and not listed[0].letters else None
    return replace(day, first=at, letters=found[0].width) if day is not None else None


def deictic_part_piece(row: Row, at: int) -> Part | None:
    """الليلة, هذا المساء, الليلة الماضية."""
    found = row.find(at, "deictic_part", prefixes="وفبلك")
    if found is None:
        return None
    days, part = found[0].value.split()
    return Part(at, found[1], When(days=int(days), part=part), found[0].width)


def _told_part(row: Row, at: int) -> Part | None:
    """منتصف الليل with no day of its own: that of the day told before."""
    found = row.find(at, "told_part", prefixes="وفبلك")
    if found is None:
        return None
    when = When(unit="day", same=True, part=found[0].value)
    return Part(at, found[1], when, found[0].width)


def deictic_piece(row: Row, at: int) -> Part | None:
    """أمس, اليوم, غدا; not the اليوم of a newspaper or of اليوم الأول."""
    found = row.find(at, "deictic", prefixes="وفبلك")
    if found is None:
        return None
    entry, behind = found
    days = int(entry.value)
    if days == 0 and behind == at + 1 and row.key(at).endswith("يوم"):
        counted = entry.prefix.endswith("ل") and (
            row.kind(behind) == "number" or row.is_article(behind)
        )
        if counted or row.within(at - 1, "before_today") or row.within(behind, "behind_today"):
            return None
        if row.find(behind, "modifier") or row.find(behind, "same"):
            return None
    ball = row.key(at) in ("بكره", "بكرا") and at > 0 and (row.kind(at - 1) == "word")
    if ball or row.key(behind) == "القدم":
        return None
    became = days == 1 and entry.prefix == "و" and row.key(at) == "وغدا" and behind == at + 1
    if became and not (row.find(behind, "weekday") or row.is_comma(behind)):
        return None
    return Part(at, behind, When(days=days), entry.width)


def weekday_piece(row: Row, at: int) -> Part | None:  # noqa: PLR0911 - one guard, one line
    """الخميس, يوم الجمعة المقبل, الاثنين من هذا الأسبوع."""
    start, letters = at, 0
    day_word = row.find(at, "unit", prefixes="وفبلك")
    if (
        day_word is not None
        and day_word[0].value == "day"
        and day_word[0].number == "s"
        and not day_word[0].definite
    ):
        start, letters = day_word[1], day_word[0].width
    found = row.find(start, "weekday", prefixes="" if start > at else "وفبلك")
    if found is None:
        return _bare_weekday(row, at)
    entry, behind = found
    if start == at:
        letters = entry.width
        if row.within(at - 1, "before_weekday") or (entry.value == "1" and _both(row, at, behind)):
            return None
    if row.within(behind, "behind_weekday"):
        return None
    when = When(weekday=int(entry.value))
    if row.key(behind) in ("نفسه", "ذاته"):
        return Part(at, behind + 1, when, letters)
    if (modifier := row.find(behind, "modifier")) and row.key(behind) not in (
        "هذا",
        "هذه",
        "الجديد",
        "الجديده",
    ):
        if row.key(behind) in ("الاخير", "الاخيره") and row.key(behind + 1) == "من":
            return None
        return Part(at, modifier[1], replace(when, modifier=int(modifier[0].value)), letters)
    if (shared := _shared(row, behind, when)) is not None:
        return Part(at, behind, shared, letters)
    week = _week_behind(row, behind)
    if week is not None:
        return Part(at, week[1], replace(when, week_shift=week[0]), letters)
    return Part(at, behind, when, letters)


def _both(row: Row, at: int, behind: int) -> bool:
    """بين الاثنين, الاثنان معا: two of them, not Monday."""
    if row.within(behind, "behind_both"):
        return True
    return row.within(at - 1, "before_both") and not row.find(behind, "weekday", prefixes="و")


_LISTED = 6
"""Weekdays in one list."""


def _shared(row: Row, at: int, when: When) -> When | None:
    """الاثنين والثلاثاء المقبلين, السبت والأحد من الأسبوع الماضي: what the last day has holds for all."""
    end = at
    for _ in range(_LISTED):
        start = end + row.is_comma(end)
        following = row.find(start, "weekday", prefixes="" if start > end else "و")
        if following is None or (start == end and following[0].prefix != "و"):
            break
        end = following[1]
    if end == at:
        return None
    modifier = row.find(end, "modifier")
    if modifier is not None and row.key(end).endswith(("ين", "ه")) and row.key(end) != "هذه":
        return replace(when, modifier=int(modifier[0].value))
    week = _week_behind(row, end)
    return replace(when, week_shift=week[0]) if week is not None else None


def _week_behind(row: Row, at: int) -> tuple[int, int] | None:
    """من الأسبوع الماضي, من هذا الأسبوع."""
    start = at + 1 if row.key(at) == "من" else at
    if (
        row.key(start) == "هذا"
        and (unit := row.find(start + 1, "unit"))
        and unit[0].value == "week"
        and unit[0].definite
    ):
        return 0, unit[1]
    unit = row.find(start, "unit")
    if unit is not None and unit[0].value == "week" and unit[0].definite:
        modifier = row.find(unit[1], "modifier")
        if modifier is not None:
            return int(modifier[0].value), modifier[1]
    return None


def _bare_weekday(row: Row, at: int) -> Part | None:
    """ثلاثاء الأسبوع الماضي."""
    found = row.find(at, "bare_weekday")
    if found is None:
        return None
    week = _week_behind(row, found[1])
    if week is None or row.key(found[1]) == "من":
        return None
    return Part(at, week[1], When(weekday=int(found[0].value), week_shift=week[0]))


def numeric_piece(row: Row, at: int) -> Part | None:
    """A date in digits."""
    return numeric_date(row, at) if row.kind(at) == "number" else None
