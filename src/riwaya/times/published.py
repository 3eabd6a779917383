"""The page's own date: metadata, a date line, or what the text's own days leave as the only day.

Each source gives candidate days with its evidence; the strongest source that is of one mind
decides.  A weekday or a day without a year fixes nothing: unknown is an answer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from riwaya.model import Found, Hint, Page, Published, PublishedRange, Span
from riwaya.times.calendars import moved
from riwaya.times.context import clause_tense, is_quoted, quoted_spans
from riwaya.times.grammar import read_text
from riwaya.times.resolve import resolve
from riwaya.times.symbols import Reading, When
from riwaya.times.values import Context

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_YEARS = range(1990, 2101)
_UPDATED = re.compile("تحديث|تعديل|[Uu]pdated")
_NEAR = 25
"""Code points before a date in which a word may say that it is that of a change."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that a source gives for the page, as it is to be printed, and where it stands."""

    value: str
    basis: str
    evidence: tuple[Span, ...] = ()

    @property
    def day(self) -> str:
        return self.value[:10]


def decide_published(page: Page, found: Found) -> list[Published | PublishedRange]:
    """The page's date, a range where only that is known, or nothing."""
    for candidates in (
        list(_metadata(page, "published")),
        list(_date_lines(page, found)),
        list(_told(page, found)),
        list(_url(page)),
    ):
        days = {candidate.day for candidate in candidates}
        if len(days) == 1 or (days and candidates[0].basis == "metadata"):
            best = candidates[0]
            evidence = tuple(span for c in candidates if c.day == best.day for span in c.evidence)
            return [Published(value=best.value, basis=best.basis, evidence=evidence)]
        if len(days) > 1:
            return []
    return list(_range(page, found))


def _range(page: Page, found: Found) -> Iterator[PublishedRange]:
    """No earlier than the last day that the text tells as past, no later than its last change."""
    latest = next((candidate.value for candidate in _metadata(page, "updated")), None)
    past = list(_past_days(page, found))
    earliest = max((day for day, _ in past), default=None)
    if earliest is None and latest is None:
        return
    yield PublishedRange(
        earliest=earliest.isoformat() if earliest else None,
        latest=latest,
        basis="+".join(["told days"] * (earliest is not None) + ["updated"] * (latest is not None)),
        evidence=tuple(span for day, span in past if day == earliest),
    )


def _past_days(page: Page, found: Found) -> Iterator[tuple[dt.date, Span]]:
    """The full dates of the body whose clause tells of the past."""
    row, readings = read_text(page.text)
    body = [(b.start, b.end) for b in found.body()]
    for reading, day in _full_days(readings):
        inside = any(s <= reading.start and reading.end <= e for s, e in body)
        if inside and clause_tense(row, reading) < 0:
            yield day, (reading.start, reading.end)


def _metadata(page: Page, kind: str) -> Iterator[Candidate]:
    for hint in page.hints:
        if hint.kind == kind and (value := hint_date(hint)) is not None:
            yield Candidate(value, "metadata")


def hint_date(hint: Hint) -> str | None:
    """A hint's date as ISO 8601, in the zone that it stands in; ``None`` where it is none."""
    text = hint.value.strip()[:120]
    if (match := _ISO.match(text)) is not None:
        try:
            day = dt.date.fromisoformat(match[1])
        except ValueError:
            return None
        if day.year not in _YEARS:
            return None
        if match[2] is None or text[match.end() :].strip() != "":
            return match[1]
        return (
            f"{match[1]}T{match[2]}{match[3] or ''}"
            if match[2] != "00:00" or match[3]
            else match[1]
        )
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _arabic_date(text)
    return moment.strftime("%Y-%m-%dT%H:%M") + _zone_of(moment) if moment.year in _YEARS else None


def _zone_of(moment: dt.datetime) -> str:
    delta = moment.utcoffset()
    if delta is None:
        return ""
    minutes = round(delta.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _arabic_date(text: str) -> str | None:
    """A date in words, as some feeds and pages have it."""
    days = {day.isoformat() for _, day in _full_days(read_text(text)[1])}
    return days.pop() if len(days) == 1 else None


def _full_days(readings: Sequence[Reading]) -> Iterator[tuple[Reading, dt.date]]:
    """The readings that tell a day with its year by themselves."""
    for reading in readings:
        when = reading.symbol
        if isinstance(when, When) and when.year is not None and when.day is not None:
            day = resolve(when, Context()).day
            if day is not None and day.year in _YEARS:
                yield reading, day


def _date_lines(page: Page, found: Found) -> Iterator[Candidate]:
    """A full date in a byline, beside no other day."""
    spans = [(b.start, b.end) for b in found.blocks if b.role == "byline"]
    if not spans:
        return
    for start, end in spans:
        line = page.text[start:end]
        for reading, day in _full_days(read_text(line)[1]):
            if _UPDATED.search(line, max(0, reading.start - _NEAR), reading.start):
                continue
            yield Candidate(
                day.isoformat(), "dateline", ((start + reading.start, start + reading.end),)
            )


def _told(page: Page, found: Found) -> Iterator[Candidate]:
    """أمس الخميس 30/12/2021: a day that the text both counts from today and dates; اليوم الجمعة agrees."""
    row, readings = read_text(page.text)
    quotes = quoted_spans(row)
    body = [(b.start, b.end) for b in found.body()]
    today: list[tuple[dt.date, Reading]] = []
    weekdays: list[tuple[int, Reading]] = []
    for reading in readings:
        when = reading.symbol
        if not isinstance(when, When) or when.days is None or is_quoted(quotes, reading.start):
            continue
        if body and not any(s <= reading.start and reading.end <= e for s, e in body):
            continue
        if when.year is not None and when.day is not None:
            day = resolve(
                When(year=when.year, month=when.month, day=when.day, hijri=when.hijri), Context()
            ).day
            if day is not None and (written := moved(day, -when.days)) is not None:
                today.append((written, reading))
        elif when.weekday is not None:
            weekdays.append(((when.weekday - 1 - when.days) % 7 + 1, reading))
    if not today or len({day for day, _ in today}) > 1:
        return
    day = today[0][0]
    when = today[0][1].symbol
    assert isinstance(when, When)
    assert when.days is not None
    if when.weekday is not None and (when.weekday - 1 - when.days) % 7 + 1 != day.isoweekday():
        return
    agreeing = [reading for weekday, reading in weekdays if weekday == day.isoweekday()]
    if weekdays and not agreeing:
        return
    basis = "weekday+date" if agreeing or when.weekday is not None else "deictic+date"
    for reading in [r for _, r in today] + agreeing[:1]:
        yield Candidate(day.isoformat(), basis, ((reading.start, reading.end),))


def _url(page: Page) -> Iterator[Candidate]:
    """A day in the page's address: /2021/12/31/, /20211231-."""
    values = [hint.value for hint in page.hints if hint.kind == "url"] + (
        [page.url] if page.url else []
    )
    for value in dict.fromkeys(values):
        for year, month, day in _URL_DAY.findall(value[:500]):
            yield Candidate(f"{year}-{month}-{day}", "url")
