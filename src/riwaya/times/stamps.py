"""Moments of publication as machines and sites write them: ISO, RFC 822, 20/3/2025, ٢٠ آذار ٢٠٢٥ ٠٢:٠٥ م.

A stamp is printed as ISO 8601: the day, the clock time where it is told, the offset where it is told.
What may be read in two ways is no stamp.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from riwaya.arabic import fold
from riwaya.times.grammar import read_text
from riwaya.times.resolve import resolve
from riwaya.times.symbols import Reading, When
from riwaya.times.values import Context

YEARS = range(1990, 2101)
"""The years that a page can be of."""
_LONGEST = 120
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:(?:[T ]|\s?-\s?)(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.I,
)
_COMPACT = re.compile(r"(20\d\d)([01]\d)([0-3]\d)(?:T?([0-2]\d)([0-5]\d)(?:[0-5]\d)?)?Z?")
_NUMERIC = re.compile(
    r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})[,\s-]*(?:(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp])\.?[Mm]?\.?)?"
    r"(?:(\d{1,2}):(\d{2})(?::\d{2})?)?"
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_ENGLISH = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(\d{4})"
    r"(?:[,\s-]+(?:at\s+)?(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp]\.?[Mm])?\.?)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?"
)
_MONTHS = {
    name: n
    for n, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_CLOCK = re.compile(
    r"(?<![\d:/.])([0-2]?\d):([0-5]\d)(?::[0-5]\d)?(?![\d:/])\s*"
    r"((?:ص|صباحا|ظهرا|م|مساء|ليلا|am|pm|a\.m|p\.m)(?!\w))?[\s(,،\-–]*(?:بتوقيت\s+|توقيت\s+|ب?التوقيت\s+)?"
    r"((?:غرينتش|جرينتش|غرينيتش|gmt|utc|ت\.?\s?غ)(?:\s?[+-]\d{1,2}:?(?:00|30)?(?!\d))?|مكه|السعوديه)?"
)  # fmt: skip
_LATE = ("م", "مساء", "ليلا", "pm", "p.m")
_ZONES = {"مكه": "+03:00", "السعوديه": "+03:00"}
_UPDATED = re.compile("تحديث|تعديل|updated|modified", re.I)
_NEAR = 25
"""Code points before a date in which a word may say that it is that of a change."""
_CLOCK_NEAR = 40
"""Code points between a day and the clock time that goes with it."""


def stamp(text: str) -> str | None:
    """A stamp that is the whole text, in the zone that it stands in; None where it is none.

    >>> stamp("2025-03-20T14:05:00+0200"), stamp("20/03/2025 02:05 PM"), stamp("٢٠ آذار ٢٠٢٥ - ٠٢:٠٥ م")
    ('2025-03-20T14:05+02:00', '2025-03-20T14:05', '2025-03-20T14:05')
    """
    text = text.strip()[:_LONGEST]
    if _EPOCH.fullmatch(text):
        return _of_epoch(text)
    if _NUMERIC.fullmatch(text):
        return _numeric(text)
    for read in (_iso, _compact, _english, _rfc822):
        if (found := read(text)) is not None:
            return found
    values = {one.value for one in line_stamps(text)}
    return values.pop() if len(values) == 1 else None


def is_stamp(line: str) -> bool:
    """Whether a short line is a moment in figures or in English, and nothing else."""
    whole = line.strip()
    shaped = any(p.fullmatch(whole) for p in (_ISO, _NUMERIC, _ENGLISH))
    return len(whole) <= _LONGEST // 2 and shaped and stamp(whole) is not None


def _of_epoch(text: str) -> str | None:
    moment = dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%MZ") if moment.year in YEARS else None


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in YEARS else None


def _with_clock(day: dt.date, hour: int | None, minute: int | None, zone: str | None = None) -> str:
    if hour is None or minute is None or not (hour < 24 and minute < 60):
        return day.isoformat()
    if (hour, minute) == (0, 0) and not zone:  # a day that a machine filled up
        return day.isoformat()
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}{_offset(zone)}"


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    return f"{zone[:3]}:{zone[-2:]}"


def _iso(text: str) -> str | None:
    match = _ISO.match(text)
    if match is None or (day := _day(*match[1].split("-"))) is None:
        return None
    if match[2] is None or text[match.end() :].strip():
        return day.isoformat()
    hour, minute = map(int, match[2].split(":"))
    return _with_clock(day, hour, minute, match[3])


def _compact(text: str) -> str | None:
    match = _COMPACT.fullmatch(text)
    if match is None or (day := _day(match[1], match[2], match[3])) is None:
        return None
    hour, minute = (int(match[4]), int(match[5])) if match[4] else (None, None)
    return _with_clock(day, hour, minute, "Z" if text.endswith("Z") else None)


def _numeric(text: str) -> str | None:
    """Days in figures, the day first; the month first where an English half of the day says so."""
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    first, second, third = int(match[1]), int(match[2]), int(match[3])
    if first > 31:
        day = _day(first, second, third)
    elif match[6] is not None and first <= 12:
        day = _day(third, first, second)
        if second <= 12 and first != second:
            day = None  # 3/2/2025 2:05 PM: a server's own habit, and no telling which
    else:
        day = _day(third, second, first) or _day(third, first, second)
    if day is None:
        return None
    hour, minute = match[4] or match[7], match[5] or match[8]
    if hour is None:
        return day.isoformat()
    late = (match[6] or "").lower() == "p"
    return _with_clock(day, int(hour) % 12 + 12 * late if match[6] else int(hour), int(minute))


def _english(text: str) -> str | None:
    match = _ENGLISH.fullmatch(text)
    if match is None:
        return None
    month = _MONTHS.get((match[2] or match[3])[:3].lower())
    day = _day(match[5], month, match[1] or match[4]) if month else None
    if day is None:
        return None
    if match[6] is None:
        return day.isoformat()
    hour = int(match[6])
    if match[8]:
        hour = hour % 12 + 12 * (match[8][0] in "pP")
    return _with_clock(day, hour, int(match[7]), match[9])


def _rfc822(text: str) -> str | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.year not in YEARS or not re.search(r"[A-Za-z]{3}", text):
        return None
    delta = moment.utcoffset()
    if delta is None:
        return moment.strftime("%Y-%m-%dT%H:%M")
    minutes = round(delta.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return (
        f"{moment.strftime('%Y-%m-%dT%H:%M')}{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    )


@dataclass(frozen=True, slots=True)
class LineStamp:
    """A stamp in a line of text, where it stands, and whether it is that of a change."""

    value: str
    start: int
    end: int
    updated: bool


def line_stamps(line: str) -> Iterator[LineStamp]:
    """The full days of a line with the clock times that go with them.

    A Hijri day beside a Gregorian one is the same day told twice: the Gregorian one stands.
    """
    days = list(full_days(read_text(line)[1]))
    if not days and (match := _ENGLISH.search(line)) and (value := _english(match.group())):
        yield LineStamp(value, *match.span(), _is_update(line, match.start()))
        return
    gregorian = [one for one in days if not _is_hijri(one[0])]
    chosen = gregorian or days
    for number, (reading, day) in enumerate(chosen):
        before = chosen[number - 1][0].end if number else 0
        after = chosen[number + 1][0].start if number + 1 < len(chosen) else len(line)
        hour, minute, zone = _clock(line, reading, before, after)
        yield LineStamp(
            _with_clock(day, hour, minute, zone),
            reading.start,
            reading.end,
            _is_update(line, reading.start, before),
        )


def _is_update(line: str, at: int, since: int = 0) -> bool:
    return _UPDATED.search(line, max(since, at - _NEAR), at) is not None


def full_days(readings: Sequence[Reading]) -> Iterator[tuple[Reading, dt.date]]:
    """The readings that tell a day with its year by themselves."""
    for reading in readings:
        when = reading.symbol
        if isinstance(when, When) and when.year is not None and when.day is not None:
            day = resolve(when, Context()).day
            if day is not None and day.year in YEARS:
                yield reading, day


def _is_hijri(reading: Reading) -> bool:
    return isinstance(reading.symbol, When) and reading.symbol.hijri


def _clock(
    line: str, reading: Reading, before: int, after: int
) -> tuple[int | None, int | None, str | None]:
    """The clock time that stands with a day: behind it, else before it."""
    folded = fold(line)
    first, last = (
        folded.start(before),
        folded.start(after) if after < len(line) else len(folded.text),
    )
    day_start, day_end = (
        folded.start(reading.start),
        folded.start(reading.end) if reading.end < len(line) else len(folded.text),
    )
    when = reading.symbol
    inside = isinstance(when, When) and when.clock
    begin = day_start if inside else day_end
    match = _CLOCK.search(
        folded.text, begin, min(last, begin + _CLOCK_NEAR + (day_end - day_start) * inside)
    )
    match = match or _CLOCK.search(folded.text, max(first, day_start - _CLOCK_NEAR), day_start)
    if match is None or _UPDATED.search(
        line, reading.end, folded.span(match.start(), match.end())[0]
    ):
        return None, None, None
    hour, minute = int(match[1]), int(match[2])
    half = match[3]
    if half:
        late = half in _LATE
        if hour <= 12:
            hour = hour % 12 + 12 * late
            if half == "ظهرا" and hour < 11:
                hour += 12
            if half == "ليلا" and match[1] in ("12", "1", "2", "3", "01", "02", "03"):
                hour -= 12
    return hour, minute, _zone(match[4])


def _zone(told: str | None) -> str | None:
    if not told:
        return None
    if shift := re.search(r"([+-])(\d{1,2}):?(\d\d)?$", told):
        return f"{shift[1]}{int(shift[2]):02d}{shift[3] or '00'}"
    return _ZONES.get(told, "Z")
