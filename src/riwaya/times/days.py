"""Days as texts put them together: مساء أمس الخميس 30/12/2021, اليوم (الأربعاء), الخميس الساعة 8 بتوقيت غرينتش."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times.clock import read_clock
from riwaya.times.dates import (
    Part,
    day_and_month_digits,
    day_number,
    days_of_month,
    month_then_day,
    numeric_date,
    year_behind,
)
from riwaya.times.row import Row
from riwaya.times.symbols import When

_LONGEST = 8
"""Pieces in one phrase of a day."""
_LINKS = frozenset({"الموافق", "الموافقه", "بتاريخ", "المصادف", "الموافقة"})
_CLOCK_LINKS = frozenset({"من", "في", "عند", "علي", "بحدود", "نحو", "حوالي"})


def read_day(row: Row, at: int) -> list[Part] | None:
    """A day phrase at token ``at``: one part, or several days that share a month or the word يومي."""
    pieces = _days(row, at)
    if pieces is None:
        return None
    if len(pieces) > 1:
        return pieces
    return [_grown(row, pieces[0])]


def _days(row: Row, at: int) -> list[Part] | None:
    """The first piece: whatever can begin a day phrase."""
    if (clock := read_clock(row, at)) is not None:
        date = _piece_numeric(row, at)
        if date is None or date.last <= clock.last:
            return [clock]
    if (one := _single(row, at)) is not None:
        several = _several(row, at)
        return several if several and several[-1].last > one.last else [one]
    return _several(row, at)


def _several(row: Row, at: int) -> list[Part] | None:
    shared = days_of_month(row, at) or month_then_day(row, at)
    return shared


def _piece_numeric(row: Row, at: int) -> Part | None:
    return numeric_date(row, at) if row.tokens[at].kind == "number" else None


def _single(row: Row, at: int) -> Part | None:
    """One piece: part of the day with its day, deictic, weekday, numeric date, holiday."""
    return (
        _nth_weekday(row, at)
        or _deictic_part(row, at)
        or _some_time(row, at)
        or _with_part(row, at)
        or _deictic(row, at)
        or _weekday(row, at)
        or _piece_numeric(row, at)
        or _holiday(row, at)
    )


_TIME_ADJECTIVES = frozenset({"سابق", "لاحق", "متاخر", "مبكر", "متاخره", "مبكره"})


def _some_time(row: Row, at: int) -> Part | None:
    """وقت سابق اليوم, ساعة متأخرة من مساء الخميس: some time of a day that is told."""
    if row.key(at) not in ("وقت", "ساعه") or row.key(at + 1) not in _TIME_ADJECTIVES:
        return None
    start = at + 3 if row.key(at + 2) == "من" else at + 2
    if start >= len(row.tokens):
        return None
    day = (
        _deictic_part(row, start)
        or _with_part(row, start)
        or _deictic(row, start)
        or _weekday(row, start)
    )
    return replace(day, first=at) if day is not None and not day.letters else None


def _with_part(row: Row, at: int) -> Part | None:
    """مساء الخميس, فجر أمس, ليلة الثلاثاء الأربعاء."""
    found = row.find(at, "part", prefixes="وفبلك")
    if found is None:
        return None
    entry, behind = found
    day = _deictic(row, behind) or _weekday(row, behind) or _piece_numeric(row, behind)
    if day is None:
        listed = days_of_month(row, behind)
        if listed is None or len(listed) > 1:
            return None
        day = listed[0]
    if day.letters:
        return None
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


def _deictic_part(row: Row, at: int) -> Part | None:
    found = row.find(at, "deictic_part", prefixes="وفبلك")
    if found is None:
        return None
    days, part = found[0].value.split()
    return Part(at, found[1], When(days=int(days), part=part), found[0].width)


def _deictic(row: Row, at: int) -> Part | None:
    """أمس, اليوم, غدا; not the اليوم of a newspaper or of اليوم الأول."""
    found = row.find(at, "deictic", prefixes="وفبلك")
    if found is None:
        return None
    entry, behind = found
    days = int(entry.value)
    if days == 0 and behind == at + 1 and row.key(at).endswith("يوم"):
        if row.within(at - 1, "before_today") or row.within(behind, "behind_today"):
            return None
        if row.find(behind, "modifier") or row.find(behind, "same"):
            return None
        if entry.prefix[-1:] in ("ك", "ف") and len(entry.prefix) == 1 and entry.prefix == "ك":
            return None
    if (
        days == 1
        and row.key(at)[entry.width :] in ("غدا", "غد")
        and entry.prefix == "و"
        and behind == at + 1
    ):
        # وغدا is also "and became"
        if row.key(at)[entry.width :] == "غدا" and not (
            row.find(behind, "weekday") or row.is_comma(behind)
        ):
            return None
    return Part(at, behind, When(days=days), entry.width)


def _weekday(row: Row, at: int) -> Part | None:
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
        if row.within(at - 1, "before_weekday"):
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
    week = _week_behind(row, behind)
    if week is not None:
        return Part(at, week[1], replace(when, week_shift=week[0]), letters)
    return Part(at, behind, when, letters)


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


def _nth_weekday(row: Row, at: int) -> Part | None:
    """أول ثلاثاء من أكتوبر, الاثنين الأخير من الشهر المقبل, اليوم الثالث من أكتوبر, آخر أسبوع في سبتمبر."""
    first = at
    nth, behind = _nth(row, at)
    unit, behind = _counted_day(row, behind)
    if unit is None:
        return None
    if nth is None:
        nth, behind = _nth(row, behind)
    if nth is None:
        return None
    month = _month_of(row, behind)
    if month is None:
        return None
    when, last = month
    if (
        when.day is not None
        or (when.year is None
        and when.month is None
        and when.month_shift is None)
    ):
        return None
    if isinstance(unit, int):
        return Part(first, last, replace(when, weekday=unit, nth=nth))
    if unit == "week":
        return Part(first, last, replace(when, unit="week", nth=nth))
    return Part(
        first, last, replace(when, day=nth) if nth > 0 else replace(when, unit="day", nth=nth)
    )


def _nth(row: Row, at: int) -> tuple[int | None, int]:
    if row.key(at) in ("اخر", "الاخير", "الاخيره"):
        return -1, at + 1
    read = row.number(at)
    if read is not None and read.kind == "ordinal" and 1 <= read.value <= 31 and not read.joined:
        return int(read.value), read.next
    return None, at


def _counted_day(row: Row, at: int) -> tuple[int | str | None, int]:
    start = (
        at + 1
        if row.key(at) == "يوم"
        and (row.find(at + 1, "weekday") or row.find(at + 1, "bare_weekday"))
        else at
    )
    for kind in ("weekday", "bare_weekday"):
        if (found := row.find(start, kind)) is not None:
            return int(found[0].value), found[1]
    unit = row.find(at, "unit")
    if unit is not None and unit[0].value in ("day", "week") and unit[0].number == "s":
        return unit[0].value, unit[1]
    return None, at


def _month_of(row: Row, at: int) -> tuple[When, int] | None:
    from riwaya.times.dates import _named_month

    month = _named_month(row, at)
    if month is None or month.first == month.last:
        return None
    when, last = month.when, month.last
    if when.year is None and (year := year_behind(row, last)):
        when, last = when.joined(year[0]) or when, year[1]
    if when.year is None and when.year_shift is None:
        unit = row.find(last, "unit")
        if (
            unit is not None
            and unit[0].value == "year"
            and unit[0].definite
            and (mod := row.find(unit[1], "modifier"))
        ):
            when, last = replace(when, year_shift=int(mod[0].value)), mod[1]
    return when, last


def _holiday(row: Row, at: int) -> Part | None:
    """عيد الفطر, عطلة رأس السنة الجديدة, عيد الأضحى 2013."""
    start, letters = at, None
    opener = row.find(at, "opener", prefixes="وفبلك")
    if opener is not None:
        letters, start = opener[0].width, opener[1]
        if (again := row.find(start, "opener")) is not None:
            start = again[1]
    found = row.find(at, "holiday", prefixes="وفبلك")
    if found is not None:
        letters = found[0].width
    elif letters is not None:
        found = row.find(start, "holiday") or row.find(opener[1] if opener else start, "holiday")
    if found is None or letters is None:
        return None
    behind = found[1]
    if row.key(behind) in ("الجديده", "الميلاديه"):
        behind += 1
    when = When(holiday=found[0].value)
    if (
        (year := year_behind(row, behind)) is not None
        and year[0].year is not None
        and year[0].year < 2200
    ):
        when, behind = replace(when, year=year[0].year), year[1]
    elif (modifier := row.find(behind, "modifier")) and not row.within(behind, "vague_modifier"):
        when, behind = replace(when, modifier=int(modifier[0].value)), modifier[1]
    return Part(at, behind, when, letters)


def _grown(row: Row, part: Part) -> Part:
    """A day phrase with every further piece of the same day behind it."""
    for _ in range(_LONGEST):
        more = _piece_behind(row, part)
        if more is None:
            break
        joined = part.when.joined(more.when)
        if joined is None or not row.same_line(part.last - 1, more.last - 1):
            break
        part = replace(part, last=more.last, when=joined)
    return part


def _piece_behind(row: Row, part: Part) -> Part | None:
    at, when = part.last, part.when
    if at >= len(row.tokens):
        return None
    key = row.key(at)
    if key == "(" and not when.clock and (inner := _bracketed(row, at, when)) is not None:
        return inner
    start = at
    if row.is_comma(at) or key in _LINKS:
        start += 1
    if row.key(start) in _LINKS:
        start += 1
    if (
        start < len(row.tokens)
        and (found := _dated_piece(row, start, when, plain=start == at)) is not None
    ):
        return found
    if row.is_comma(at):
        return None
    if (
        not when.clock
        and (part_of_day := row.find(at, "part_behind"))
        and when.part is None
        and when.dated
    ):
        if part_of_day[1] > at + 1 or row.key(at) in (
            "صباحا",
            "مساء",
            "فجرا",
            "ظهرا",
            "عصرا",
            "ليلا",
            "مساءا",
        ):
            if row.key(at) != "من":
                return Part(at, part_of_day[1], When(part=part_of_day[0].value))
    return _clock_piece(row, at, when)


def _bracketed(row: Row, at: int, when: When) -> Part | None:
    inner = _dated_piece(row, at + 1, when, plain=True)
    if inner is None or row.key(inner.last) != ")":
        return None
    return replace(inner, first=at, last=inner.last + 1)


def _dated_piece(row: Row, at: int, when: When, *, plain: bool) -> Part | None:
    """A weekday, date or deictic that says more of the same day."""
    if when.clock and row.key(at) == "من" and plain:
        at += 1
    if at >= len(row.tokens):
        return None
    for read in (_deictic_part, _with_part, _deictic, _weekday, _piece_numeric):
        piece = read(row, at)
        if piece is not None and piece.letters == 0 and _fits(when, piece.when):
            return piece
    if when.weekday is not None or when.days is not None or when.clock:
        if (
            when.day is None
            and (listed := days_of_month(row, at))
            and len(listed) == 1
            and listed[0].letters == 0
        ):
            return listed[0]
        if when.weekday is not None and when.day is None:
            return day_and_month_digits(row, at) or _day_alone(row, at)
    return None


def _day_alone(row: Row, at: int) -> Part | None:
    """السبت السادس عشر: a day of the month without the month."""
    day = day_number(row, at)
    if day is None or row.tokens[at].kind == "number" or day[2]:
        return None
    return Part(at, day[1], When(day=day[0])) if day[1] - at >= 2 else None


def _fits(when: When, more: When) -> bool:
    """Whether a second piece says another kind of thing (not أمس beside اليوم)."""
    if more.part is not None and when.part is not None and more.part != when.part:
        return False
    return when.joined(more) is not None


def _clock_piece(row: Row, at: int, when: When) -> Part | None:
    """The clock time behind a day: الساعة 8, في الساعة 10:30, 23:35."""
    if when.clock or not when.dated:
        return None
    start = at + 1 if row.key(at) in _CLOCK_LINKS else at
    if start >= len(row.tokens) or (start > at and row.key(start) not in ("الساعه", "الساعة")):
        if start > at:
            return None
    clock = read_clock(row, start)
    if clock is None or clock.letters:
        return None
    return replace(clock, first=at)
