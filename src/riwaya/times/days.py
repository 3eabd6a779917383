"""Days as texts put them together: مساء أمس الخميس 30/12/2021, اليوم (الأربعاء), الخميس الساعة 8 بتوقيت غرينتش."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times.clock import read_clock
from riwaya.times.dates import Part, day_and_month_digits
from riwaya.times.day_pieces import (
    deictic_part_piece,
    deictic_piece,
    numeric_piece,
    single_piece,
    weekday_piece,
    with_part_piece,
)
from riwaya.times.months import day_number, days_of_month, month_then_day
from riwaya.times.row import Row
from riwaya.times.symbols import When
from riwaya.times.zones import read_zone

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
        date = numeric_piece(row, at)
        if date is None or date.last <= clock.last:
            return [clock]
    if (one := single_piece(row, at)) is not None:
        several = _several(row, at)
        return several if several and several[-1].last > one.last else [one]
    return _several(row, at)


def _several(row: Row, at: int) -> list[Part] | None:
    return days_of_month(row, at) or month_then_day(row, at)


def _grown(row: Row, part: Part) -> Part:
    """A day phrase with every further piece of the same day behind it, and the zone of its hours."""
    part = _pieced(row, part)
    when = part.when
    hours = when.part is not None or when.clock
    zone = read_zone(row, part.last) if hours and when.zone is None else None
    return replace(part, last=zone[1], when=replace(when, zone=zone[0])) if zone else part


def _pieced(row: Row, part: Part) -> Part:
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
    if (row.is_comma(at) and when.day is None) or key in _LINKS:
        start += 1
    if row.key(start) in _LINKS or (key == "في" and when.weekday is not None and not when.clock):
        start += 1
    if (
        start < len(row.tokens)
        and (found := _dated_piece(row, start, when, plain=start == at)) is not None
    ):
        return found
    if row.is_comma(at):
        return None
    if (
        (
            not when.clock
            and (part_of_day := row.find(at, "part_behind"))
            and when.part is None
            and when.dated
        )
        and (
            part_of_day[1] > at + 1
            or row.key(at)
            in (
                "صباحا",
                "مساء",
                "فجرا",
                "ظهرا",
                "عصرا",
                "ليلا",
                "مساءا",
            )
        )
        and row.key(at) != "من"
    ):
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
    if when.day is not None and plain and row.key(at - 1) != "(":
        return None  # 15 يوليو، ظهر الأربعاء: the weekday stands before its date, or in brackets
    for read in (deictic_part_piece, with_part_piece, deictic_piece, weekday_piece, numeric_piece):
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
    if day is None or row.kind(at) == "number" or day[2]:
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
    if start > at and row.key(start) not in ("الساعه", "الساعة"):
        return None
    if start >= len(row.tokens):
        return None
    clock = read_clock(row, start)
    if clock is None or clock.letters:
        return None
    return replace(clock, first=at)
