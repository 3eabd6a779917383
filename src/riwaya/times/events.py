"""Start, length and end of one event, told near each other, where the end cannot follow.

بدأ الاجتماع الساعة 23:00 … استمر ثلاث ساعات … انتهى مساء الأربعاء: it ended on Thursday.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator, Sequence

from riwaya.model import PageWarning
from riwaya.times.clock import hour_of_day
from riwaya.times.lengths import seconds
from riwaya.times.row import Row
from riwaya.times.symbols import Length, When
from riwaya.times.tagger import Read

_NEAR = 16
"""Tokens between a cue and the time that it governs."""
_LINES = 3
"""Lines within which the three are taken to tell of one event."""
_HEDGE = 0.8
"""A length that is about so long is at least this part of it."""
_SOME_DAY = dt.date(2001, 1, 1)
"""Stands for the day of an undated page: only whether it is the same day matters."""
_SLACK = dt.timedelta(minutes=20)


def backward_events(row: Row, reads: Sequence[Read]) -> Iterator[PageWarning]:
    """A warning for each event that its own sentence lets end on a day or hour before its start.

    Only days that the words tell count: an end told by its hour alone may lie on the next day.
    """
    told = [r for r in reads if r.told_day and r.resolved.day is not None]
    for at, start in enumerate(told):
        if not _cued(row, start, "start_verbs"):
            continue
        for end in told[at + 1 : at + 1 + _COMPARED]:
            if not _one_sentence(row, start, end) or not _cued(row, end, "end_verbs"):
                continue
            if _last_instant(end) < _first_instant(start):
                yield _ends_first(row, start, end)
            break


def _one_sentence(row: Row, start: Read, end: Read) -> bool:
    between = row.keys(start.reading.last, end.reading.first - start.reading.last)
    return (
        len(between) <= _NEAR
        and not {".", "؟", "!"} & set(between)
        and row.same_line(start.reading.first, end.reading.first)
        and any(key.removeprefix("و") in row.lexicon.sets["end_verbs"] for key in between)
    )


def _first_instant(read: Read) -> dt.datetime:
    """The earliest instant that a read's day and hour allow."""
    symbol = read.reading.symbol
    if isinstance(symbol, When) and symbol.clock and (moment := _moment(read)) is not None:
        return moment
    return _midnight(read)


def _last_instant(read: Read) -> dt.datetime:
    """The latest instant that a read's day and hour allow."""
    symbol = read.reading.symbol
    if isinstance(symbol, When) and symbol.clock and (moment := _moment(read)) is not None:
        return moment
    return _midnight(read) + dt.timedelta(hours=24)


def _midnight(read: Read) -> dt.datetime:
    return dt.datetime.combine(read.resolved.day or _SOME_DAY, dt.time())


def _ends_first(row: Row, start: Read, end: Read) -> PageWarning:
    first, last = (" ".join(row.text[r.start : r.end].split()) for r in (start, end))
    return PageWarning(
        kind="impossible_time",
        spans=((start.start, start.end), (end.start, end.end)),
        message=f"What began at “{first}” ends before that, at “{last}”.",
        message_ar=f"ما بدأ في «{first}» ينتهي قبل ذلك، في «{last}».",
    )


def impossible_ends(row: Row, reads: Sequence[Read]) -> Iterator[PageWarning]:
    """A warning for each event whose told end does not follow from its start and length."""
    starts = [r for r in reads if _is_clock(r) and _cued(row, r, "start_of_event")]
    if not starts:
        return
    lengths = [r for r in reads if _length(r) and _cued(row, r, "duration_of_event")]
    ends = [r for r in reads if r.resolved.day_value and _cued(row, r, "end_of_event", behind=True)]
    for start in starts:
        near_lengths = _closest(start, lengths)
        near_ends = _closest(start, ends)
        for length in near_lengths:
            for end in near_ends:
                if end is start or not _near(row, start, length, end):
                    continue
                warning = _crossing(row, start, length, end)
                if warning is not None:
                    yield warning
                    return


_COMPARED = 4
"""Lengths and ends compared with one start: the nearest ones."""


def _closest(start: Read, reads: Sequence[Read]) -> Sequence[Read]:
    """The reads nearest to ``start`` of a list in text order."""
    at = bisect.bisect_left(reads, start.start, key=lambda read: read.start)
    return reads[max(0, at - _COMPARED) : at + _COMPARED]


def _is_clock(read: Read) -> bool:
    symbol = read.reading.symbol
    return isinstance(symbol, When) and symbol.clock and read.resolved.day_value is not None


def _length(read: Read) -> float | None:
    symbol = read.reading.symbol
    if not isinstance(symbol, Length) or symbol.unit not in ("minute", "hour"):
        return None
    return seconds(symbol)


def _cued(row: Row, read: Read, name: str, *, behind: bool = False) -> bool:
    """Whether a cue of the set stands shortly before a reading (or just behind it) in its sentence."""
    cues = row.lexicon.sets[name]
    first, last = read.reading.first, read.reading.last
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        key = row.key(at)
        if key in (".", "؟", "!"):
            break
        if key in cues or (key[:1] == "و" and key[1:] in cues):
            return True
    if behind:
        return any(row.key(at) in cues for at in range(last, min(last + 2, len(row.tokens))))
    return False


def _near(row: Row, *reads: Read) -> bool:
    first, last = min(r.start for r in reads), max(r.end for r in reads)
    lines = [line for line in row.text[first:last].split("\n") if line.strip()]
    return len(lines) <= _LINES and last - first < 3000


def _moment(read: Read) -> dt.datetime | None:
    symbol, day = read.reading.symbol, read.resolved.day
    if not isinstance(symbol, When):
        return None
    return dt.datetime.combine(day or _SOME_DAY, dt.time(hour_of_day(symbol), symbol.minute or 0))


def _crossing(row: Row, start: Read, length: Read, end: Read) -> PageWarning | None:
    began, lasted = _moment(start), _length(length)
    said = end.reading.symbol
    if began is None or lasted is None or not isinstance(said, When):
        return None
    if end.resolved.day_value != start.resolved.day_value or end.resolved.day_value == "XXXX-XX-XX":
        return None  # the end of another day is that of another event
    words = {
        read: " ".join(row.text[read.start : read.end].split()) for read in (start, length, end)
    }
    hedged = row.find(length.reading.first, "approx", prefixes=None) is not None
    ended = began + dt.timedelta(seconds=lasted)
    earliest = began + dt.timedelta(seconds=lasted * (_HEDGE if hedged else 1))
    if said.clock:
        told = _moment(end)
        slack = max(_SLACK, dt.timedelta(seconds=lasted * 0.25))
        if (
            told is None
            or said.zone != getattr(start.reading.symbol, "zone", None)
            or abs(told - ended) <= slack
        ):
            return None
    elif earliest.date() <= began.date():
        return None
    following = ended.date() != began.date()
    at = ended.strftime("%H:%M")
    when, when_ar = (" on the next day", " من اليوم التالي") if following else ("", "")
    return PageWarning(
        kind="impossible_time",
        spans=tuple((read.start, read.end) for read in (end, length, start)),
        message=(
            f"What began at “{words[start]}” and lasted “{words[length]}” ended about {at}{when}; "
            f"the page puts its end at “{words[end]}”."
        ),
        message_ar=(
            f"ما بدأ في «{words[start]}» واستمر «{words[length]}» انتهى قرابة {at}{when_ar}، "
            f"والصفحة تجعل نهايته «{words[end]}»."
        ),
    )
