"""What does not add up among a page's dates and clock times, each with its words and a plain sentence.

Only what cannot be true together is told: a day with another weekday, twin month names or zones that
differ, a day that no month has, an event that ends before its start and length allow.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.model import Found, Page, PageWarning, Span, WarningKind
from riwaya.times.calendars import date_or_none, month_length
from riwaya.times.context import is_quoted, quoted_spans
from riwaya.times.events import backward_events, impossible_ends
from riwaya.times.grammar import read_text
from riwaya.times.names import MONTHS_AR, MONTHS_EN, WEEKDAYS_AR, WEEKDAYS_EN
from riwaya.times.row import Row
from riwaya.times.symbols import When
from riwaya.times.tagger import Read, page_anchor, read_times
from riwaya.times.zones import offset

_RANGE_OPENERS = frozenset({"من", "بين", "منذ", "ومن", "وبين"})
_RANGE_WORDS = frozenset({"الي", "حتي", "وحتي", "والي"})
_SAME_INSTANT = frozenset({"اي", "(", "،", "ما", "يوافق", "الموافق", "يعادل", "او", "/", "-", "="})
_HIJRI_SLACK = 1
"""Days by which a sighted moon and a copied table may differ."""
_DATELINE_SLACK = 1
"""Days by which a page's date may differ from its writer's today: zones, and pages put up at night."""


_NEAR_DAYS = 45
"""Days from the page's own within which a date without a year is taken to be of its year."""


def check_times(page: Page, found: Found) -> list[PageWarning]:
    """The inconsistencies among the times of a page's title, paragraphs and subheadings."""
    spans = [(b.start, b.end) for b in found.body()] if found.blocks else None
    reads = read_times(page.text, page_anchor(found), spans=spans)
    row = read_text(page.text)[0]
    out: list[PageWarning] = []
    for check in (_weekdays_of_today, _single, _pairs):
        out.extend(check(row, reads, page_anchor(found)))
    out.extend(impossible_ends(row, reads))
    out.extend(backward_events(row, reads))
    return out


def _warning(
    kind: WarningKind, reads: Sequence[Read], message: str, message_ar: str
) -> PageWarning:
    spans: tuple[Span, ...] = tuple((read.start, read.end) for read in reads)
    return PageWarning(kind=kind, spans=spans, message=message, message_ar=message_ar)


def _words(row: Row, read: Read) -> str:
    return " ".join(row.text[read.start : read.end].split())


def _weekdays_of_today(
    row: Row, reads: Sequence[Read], anchor: dt.date | None
) -> Iterator[PageWarning]:
    """اليوم الخميس … أمس الثلاثاء: two days of writing."""
    del anchor
    quotes = quoted_spans(row)
    first: tuple[int, Read] | None = None
    for read in reads:
        when = read.reading.symbol
        if not isinstance(when, When) or when.days is None or when.weekday is None:
            continue
        if is_quoted(quotes, read.start):
            continue
        today = (when.weekday - 1 - when.days) % 7 + 1
        if first is None:
            first = today, read
        elif today != first[0]:
            one, other = WEEKDAYS_EN[first[0]], WEEKDAYS_EN[today]
            yield _warning(
                "weekday_mismatch",
                (first[1], read),
                f"By “{_words(row, first[1])}” the day of writing is {one}, by “{_words(row, read)}” {other}.",
                f"يوم الكتابة بحسب «{_words(row, first[1])}» هو {WEEKDAYS_AR[first[0]]}، وبحسب «{_words(row, read)}» هو {WEEKDAYS_AR[today]}.",
            )
            return


def _single(row: Row, reads: Sequence[Read], anchor: dt.date | None) -> Iterator[PageWarning]:
    """What one phrase says against itself, or against the page's date."""
    for read in reads:
        when = read.reading.symbol
        if not isinstance(when, When):
            continue
        if (
            when.twin is not None
            and when.month is not None
            and not when.hijri
            and when.twin != when.month
        ):
            yield _warning(
                "date_mismatch",
                (read,),
                f"“{_words(row, read)}” names two months: {MONTHS_EN[when.month]} and {MONTHS_EN[when.twin]}.",
                f"«{_words(row, read)}» يسمي شهرين: {MONTHS_AR[when.month]} و{MONTHS_AR[when.twin]}.",
            )
        elif when.day is not None and when.month is not None and not when.hijri:
            yield from _calendar(row, read, when, anchor)
        if when.clock and when.part == "TMO" and 12 < (when.hour or 0) < 24:
            yield _warning(
                "impossible_time",
                (read,),
                f"“{_words(row, read)}”: there is no such hour in the morning.",
                f"«{_words(row, read)}»: لا ساعة كهذه في الصباح.",
            )


def _calendar(row: Row, read: Read, when: When, anchor: dt.date | None) -> Iterator[PageWarning]:
    assert when.day is not None
    assert when.month is not None
    words = _words(row, read)
    longest = month_length(when.year or 2000, when.month)
    if when.day > longest:
        yield _warning(
            "date_mismatch",
            (read,),
            f"“{words}”: {MONTHS_EN[when.month]} has no day {when.day}.",
            f"«{words}»: ليس في {MONTHS_AR[when.month]} يوم {when.day}.",
        )
        return
    if when.weekday is not None:
        years = (
            (when.year,)
            if when.year
            else tuple(anchor.year + n for n in (-1, 0, 1))
            if anchor
            else ()
        )
        days = [day for year in years if (day := date_or_none(year, when.month, when.day))]
        if when.year is None:
            days = [day for day in days if anchor and abs((day - anchor).days) <= _NEAR_DAYS]
        if days and all(day.isoweekday() != when.weekday for day in days):
            is_day = days[0].isoweekday()
            yield _warning(
                "weekday_mismatch",
                (read,),
                f"“{words}”: that day was a {WEEKDAYS_EN[is_day]}, not a {WEEKDAYS_EN[when.weekday]}.",
                f"«{words}»: كان ذلك اليوم {WEEKDAYS_AR[is_day]} لا {WEEKDAYS_AR[when.weekday]}.",
            )
            return
    if when.days is not None and when.year is not None and anchor is not None:
        day = date_or_none(when.year, when.month, when.day)
        if day is not None and abs((day - anchor).days - when.days) > _DATELINE_SLACK:
            yield _warning(
                "date_mismatch",
                (read,),
                f"“{words}” does not agree with the page's own date, {anchor.isoformat()}.",
                f"«{words}» لا يتفق مع تاريخ الصفحة {anchor.isoformat()}.",
            )


def _pairs(row: Row, reads: Sequence[Read], anchor: dt.date | None) -> Iterator[PageWarning]:
    """What two neighbouring phrases say of one instant, one day, or one range."""
    del anchor
    for one, other in pairwise(reads):
        a, b = one.reading.symbol, other.reading.symbol
        if not isinstance(a, When) or not isinstance(b, When):
            continue
        between = row.keys(one.reading.last, other.reading.first - one.reading.last)
        if len(between) > 4:
            continue
        if a.clock and b.clock and set(between) <= _SAME_INSTANT:
            yield from _two_zones(row, one, other, a, b)
        elif a.hijri != b.hijri and set(between) <= _SAME_INSTANT:
            yield from _two_calendars(row, one, other)
        elif len(between) == 1 and between[0] in _RANGE_WORDS:
            yield from _backwards(row, one, other, a, b)


def _two_zones(row: Row, one: Read, other: Read, a: When, b: When) -> Iterator[PageWarning]:
    moment = dt.datetime.combine(one.resolved.day, dt.time(12)) if one.resolved.day else None
    first, second = offset(a.zone, moment), offset(b.zone, moment)
    if first is None or second is None or a.zone == b.zone:
        return
    minutes = [
        (int(read.resolved.value.rpartition("T")[2][:2]) * 60 + (when.minute or 0))
        - delta.total_seconds() / 60
        for read, when, delta in ((one, a, first), (other, b, second))
    ]
    # الثالثة بتوقيت غرينتش beside الخامسة مساء: an hour without its half of the day
    halves = any(when.part is None and (when.hour or 0) <= 12 for when in (a, b))
    if (minutes[0] - minutes[1]) % ((12 if halves else 24) * 60) != 0:
        yield _warning(
            "zone_mismatch",
            (one, other),
            f"“{_words(row, one)}” and “{_words(row, other)}” are not the same instant.",
            f"«{_words(row, one)}» و«{_words(row, other)}» ليسا اللحظة نفسها.",
        )


def _two_calendars(row: Row, one: Read, other: Read) -> Iterator[PageWarning]:
    first, second = one.resolved, other.resolved
    if first.day is None or second.day is None or first.grain != "day" or second.grain != "day":
        return
    if abs((first.day - second.day).days) > _HIJRI_SLACK:
        yield _warning(
            "date_mismatch",
            (one, other),
            f"“{_words(row, one)}” and “{_words(row, other)}” are not the same day.",
            f"«{_words(row, one)}» و«{_words(row, other)}» ليسا اليوم نفسه.",
        )


def _backwards(row: Row, one: Read, other: Read, a: When, b: When) -> Iterator[PageWarning]:
    """A range of told days that ends before it begins."""
    opened = row.key(one.reading.first - 1) in _RANGE_OPENERS
    told = opened and all(w.day is not None and w.month is not None for w in (a, b))
    same = a.year == b.year and (a.year is not None or a.month == b.month)
    first, second = one.resolved.day, other.resolved.day
    if told and same and first is not None and second is not None and second < first:
        yield _warning(
            "impossible_time",
            (one, other),
            f"The range ends (“{_words(row, other)}”) before it begins (“{_words(row, one)}”).",
            f"تنتهي المدة («{_words(row, other)}») قبل أن تبدأ («{_words(row, one)}»).",
        )
