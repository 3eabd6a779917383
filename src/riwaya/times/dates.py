"""Calendar dates in numbers: 30/12/2021, 2021-12-30, and years with their era."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from riwaya.times.row import Row
from riwaya.times.symbols import When

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
_YEARS = range(1000, 2200)
HIJRI_YEARS = range(1200, 1501)
"""Years that beside a Hijri month or mark are of the Hijri calendar."""
_HIJRI_MARKS = frozenset({"ه", "هجري", "هجريه", "للهجره", "الهجري"})
_COMMON_ERA = frozenset({"م", "ميلادي", "ميلاديه", "الميلادي"})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a phrase: tokens ``[first, last)`` and what they say; ``letters`` proclitics left out."""

    first: int
    last: int
    when: When
    letters: int = 0


def year_digits(row: Row, at: int) -> int | None:
    """A year in four bare digits at ``at``."""
    if row.is_digits(at) and len(row.key(at)) == 4 and int(row.key(at)) in _YEARS:
        return int(row.key(at))
    return None


def year_number(row: Row, at: int) -> tuple[int, int] | None:
    """A year in four digits, bare or in brackets, or in words (ألفين وعشرة), and the index behind it."""
    if row.key(at) == "(" and row.key(at + 2) == ")":
        inner = year_digits(row, at + 1)
        return None if inner is None else (inner, at + 3)
    value = year_digits(row, at)
    behind = at + 1
    if value is None:
        read = row.number(at)
        if read is None or read.kind != "cardinal" or not isinstance(read.value, int):
            return None
        if read.value not in _YEARS or read.definite or read.next - at < 2:
            return None
        value, behind = read.value, read.next
    return value, behind


def era_behind(row: Row, at: int) -> tuple[bool, int]:
    """Whether a Hijri mark stands at ``at``, and the index behind a mark of either era."""
    key = row.key(at)
    if key in _HIJRI_MARKS or key.rstrip("ـ") in _HIJRI_MARKS:
        return True, at + 1
    if key in _COMMON_ERA and at > 0:
        return False, at + 1
    return False, at


def year_behind(row: Row, at: int, *, hijri: bool = False) -> tuple[When, int] | None:  # noqa: PLR0911 - one guard, one line
    """The year that goes with a month before it: 2021، عام 2021، من العام الماضي، لعام 2014."""
    start = at
    if row.is_comma(at) and year_digits(row, at + 1) is not None:
        at += 1
    if row.key(at) in ("من", "في", "سنه", "عام"):
        at += row.key(at) in ("من", "في")
    unit = row.find(at, "unit", prefixes="بل")
    if unit is not None and unit[0].value == "year" and unit[0].number == "s":
        behind = unit[1]
        modifier = row.find(behind, "modifier")
        if modifier is not None and unit[0].definite:
            return When(year_shift=int(modifier[0].value)), modifier[1]
        if unit[0].definite and (same := row.find(behind, "same")):
            return When(year_same=True), same[1]
        read = year_number(row, behind)
        if read is None:
            return None
        at = behind
    elif row.key(at) in ("هذا", "هذه", "نفس", "ذات"):
        unit = row.find(at + 1, "unit")
        if unit is not None and unit[0].value == "year" and unit[0].definite:
            this = row.key(at) in ("هذا", "هذه")
            return (When(year_shift=0) if this else When(year_same=True)), unit[1]
        return None
    elif at > start and not row.is_comma(start):
        return None
    read = year_number(row, at)
    if read is None:
        return None
    value, behind = read
    if not hijri and value < 1600 and value not in HIJRI_YEARS:
        return None
    marked, behind = era_behind(row, behind)
    return When(year=value, hijri=hijri or (marked and value in HIJRI_YEARS)), behind


def _valid(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31 and (year is None or 1000 <= year <= 2200)


def _ordered(a: int, b: int, c: int) -> When | None:
    """Three numbers as a date: year first, or day first; month first only where nothing else fits."""
    if a > 999:
        year, month, day = a, b, c
    else:
        day, month, year = a, b, c
        if month > 12 >= day:
            day, month = month, day
        if year < 100:
            year += 2000 if year < 70 else 1900
    if not _valid(year, month, day):
        return None
    return When(year=year, month=month, day=day, hijri=year in HIJRI_YEARS)


def numeric_date(row: Row, at: int) -> Part | None:  # noqa: PLR0911 - one guard, one line
    """30/12/2021, 2021-12-30, 30.12.2021, 2/2013 in any digits."""
    token = row.tokens[at]
    if token.kind != "number":
        return None
    if (dotted := _DOTTED.fullmatch(token.key)) is not None:
        a, b, c = (int(group) for group in dotted.groups() if group is not None)
        when = _ordered(a, b, c)
        return _with_era(row, Part(at, at + 1, when)) if when else None
    if not row.is_digits(at):
        return None
    separator = row.key(at + 1)
    if not (row.is_slash(at + 1) or separator in ("-", "–", ".")) or not row.is_digits(at + 2):
        return None
    if row.key(at + 3) == separator and row.is_digits(at + 4):
        long = max(len(row.key(at)), len(row.key(at + 4))) == 4 and len(row.key(at + 2)) <= 2
        tight = row.glued(at) and row.glued(at + 1)
        if not long and not (tight and row.is_slash(at + 1)):
            return None
        if row.key(at + 5) == separator and row.is_digits(at + 6) and row.glued(at + 4):
            return None
        when = _ordered(*(int(row.key(at + i)) for i in (0, 2, 4)))
        return _with_era(row, Part(at, at + 5, when)) if when else None
    if row.is_slash(at + 1) and row.glued(at) and row.glued(at + 1):
        month, year = int(row.key(at)), int(row.key(at + 2))
        if len(row.key(at + 2)) == 4 and 1 <= month <= 12 and 1900 <= year <= 2100:
            return Part(at, at + 3, When(year=year, month=month))
    return None


def _with_era(row: Row, date: Part) -> Part:
    """A date with the م or هـ behind it."""
    hijri, behind = era_behind(row, date.last)
    return replace(date, last=behind) if hijri == date.when.hijri else date


def day_and_month_digits(row: Row, at: int) -> Part | None:
    """21/09 as a day and month: only where a weekday before it says that it is a date."""
    if row.is_digits(at, 2) and row.is_slash(at + 1) and row.is_digits(at + 2, 2):
        day, month = int(row.key(at)), int(row.key(at + 2))
        if _valid(None, month, day) and not row.is_slash(at + 3):
            return Part(at, at + 3, When(month=month, day=day))
    return None
