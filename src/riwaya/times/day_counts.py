"""Days told by counting, and by their feast: أول ثلاثاء من أكتوبر, آخر أسبوع في سبتمبر, عيد الفطر."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times.dates import Part, year_behind
from riwaya.times.months import named_month
from riwaya.times.row import Row
from riwaya.times.symbols import When


def nth_weekday(row: Row, at: int) -> Part | None:  # noqa: PLR0911 - one guard, one line
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
    if when.day is not None or (
        when.year is None and when.month is None and when.month_shift is None
    ):
        return None
    if unit != "day" and nth > 5:
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
    month = named_month(row, at)
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


def holiday_piece(row: Row, at: int) -> Part | None:
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
