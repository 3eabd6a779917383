"""The instants that a resolved time spans: a half-open interval of local time, and its grain."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from riwaya.arabic.folding import fold_key
from riwaya.times.calendars import moved_months
from riwaya.times.symbols import When
from riwaya.times.tagger import Read

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$")
_PART = re.compile(r"(\d{4}-\d{2}-\d{2})(T[A-Z]{2})$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})$")
_PARTS = {"TMO": (4, 12), "TAF": (12, 18), "TEV": (18, 24), "TNI": (18, 24)}
"""Hours of the parts of the day, of which a night is counted to the day on which it begins."""
_EDGES = {"START": (1, 11), "MID": (11, 21), "END": (21, 32)}
_POINTS = {"بدايه": 1, "مطلع": 1, "مستهل": 1, "منتصف": 15, "نصف": 15, "نص": 15}
"""Words for a point in a month rather than a third of it."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``start`` to just before ``end``, in local time; ``grain`` is the precision told."""

    start: dt.datetime
    end: dt.datetime
    grain: str


def interval(read: Read, text: str, *, home: dt.tzinfo | None = None) -> Interval | None:  # noqa: PLR0911 - one shape of value, one line
    """The instants of a read, or ``None`` where its value leaves them open.

    A clock time with an offset is given in the local time of ``home`` where that is given.
    """
    value, when = read.resolved.value, read.reading.symbol
    edge = when.edge if isinstance(when, When) else None
    if (match := _CLOCK.match(value)) is not None:
        return _instant(match, read.resolved.grain, home)
    if (match := _PART.match(value)) is not None:
        day = dt.datetime.fromisoformat(match[1])
        first, last = _PARTS[match[2]]
        return Interval(day + dt.timedelta(hours=first), day + dt.timedelta(hours=last), "hour")
    if (match := _SPAN.match(value)) is not None:
        return Interval(dt.datetime.fromisoformat(match[1]), _after(match[2]), "day")
    if _DAY.match(value) is not None:
        return Interval(dt.datetime.fromisoformat(value), _after(value), "day")
    if (match := _WEEK.match(value)) is not None:
        monday = dt.datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
        begins = monday + dt.timedelta(days=5 if match[3] else 0)
        return Interval(begins, monday + dt.timedelta(days=7), "day" if match[3] else "week")
    if (match := _MONTH.match(value)) is not None:
        return _month(int(match[1]), int(match[2]), edge, text[read.start : read.end])
    if (match := _YEAR.match(value)) is not None and read.resolved.grain == "year":
        year = int(match[1])
        return Interval(dt.datetime(year, 1, 1), dt.datetime(year + 1, 1, 1), "year")
    return None


def _after(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(day) + dt.timedelta(days=1)


def _instant(match: re.Match[str], grain: str, home: dt.tzinfo | None) -> Interval:
    start = dt.datetime.fromisoformat(match[1] + (match[2] or "").replace("Z", "+00:00"))
    if start.tzinfo is not None:
        start = start.astimezone(home).replace(tzinfo=None) if home else start.replace(tzinfo=None)
    step = {"hour": 3600, "minute": 60, "second": 1}[grain]
    return Interval(start, start + dt.timedelta(seconds=step), grain)


def _month(year: int, month: int, edge: str | None, words: str) -> Interval:
    first = dt.datetime(year, month, 1)
    following = moved_months(year, month, 1)
    end = dt.datetime(following[0], following[1], 1)
    if edge is None:
        return Interval(first, end, "month")
    key = fold_key(words.split(maxsplit=1)[0])
    if (point := next((n for word, n in _POINTS.items() if key.endswith(word)), None)) is not None:
        day = first.replace(day=point)
        return Interval(day, day + dt.timedelta(days=1), "day")
    low, high = _EDGES[edge]
    stop = end if high > 31 else first.replace(day=high)
    return Interval(first.replace(day=low), stop, "day")
