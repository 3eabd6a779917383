"""The page's own date: metadata, a date line, or what the text's own days leave as the only day.

Each source gives candidate days with its evidence; the strongest source decides, unless it stands
alone against two that agree.  A weekday or a day without a year fixes nothing: unknown is an answer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.model import Found, Hint, Page, Published, PublishedRange, Span
from riwaya.times.calendars import moved
from riwaya.times.context import clause_tense, is_quoted, quoted_spans
from riwaya.times.grammar import read_text
from riwaya.times.resolve import resolve
from riwaya.times.stamps import full_days, line_stamps, stamp
from riwaya.times.symbols import Reading, When
from riwaya.times.values import Context

_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_IN_TEXT = "markup"
"""The basis of a hint that an element of the article itself gives; others stand in the page's head."""
_MOST_SHIFT = dt.timedelta(hours=5)
_QUARTER = dt.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that a source gives for the page, as it is to be printed, and where it stands."""

    value: str
    basis: str
    evidence: tuple[Span, ...] = ()
    stood: str | None = None

    @property
    def day(self) -> str:
        return self.value[:10]


_Source = Callable[[Page, Found], Iterator[Candidate]]


def decide_published(page: Page, found: Found) -> list[Published | PublishedRange]:
    """The page's date, a range where only that is known, or nothing."""
    sources: tuple[_Source, ...] = (_stated, _marked_up, _date_lines, _told, _url)
    for source in sources:
        candidates = list(source(page, found))
        if not candidates:
            continue
        best = _best(candidates, page, found, contested=source is _stated)
        if best is None:
            return []
        return [_seen_by_reader(page, found, best, candidates)]
    return list(_range(page, found))


def _best(
    candidates: Sequence[Candidate], page: Page, found: Found, *, contested: bool
) -> Candidate | None:
    """The candidate that a source decides for; None where it is of two minds."""
    days = list(dict.fromkeys(candidate.day for candidate in candidates))
    if not contested:
        return candidates[0] if len(days) == 1 else None
    shown = {c.day for c in (*_marked_up(page, found), *_date_lines(page, found))}
    if shown and not any(_near(day, one) for day in days[:1] for one in shown):
        # What the page's head says is not what its reader sees: the address is asked.
        agreed = shown & ({c.day for c in _url(page, found)} | set(days[1:]))
        if len(agreed) == 1:
            day = agreed.pop()
            every = (*candidates, *_marked_up(page, found), *_date_lines(page, found))
            return next(c for c in every if c.day == day)
    return candidates[0]


def _near(a: str, b: str) -> bool:
    """Whether two days are one or neighbours: a zone may lie between them."""
    return abs((dt.date.fromisoformat(a) - dt.date.fromisoformat(b)).days) <= 1


def _seen_by_reader(
    page: Page, found: Found, best: Candidate, candidates: Sequence[Candidate]
) -> Published:
    """The date in the zone that the reader sees, with every span of the page that shows it."""
    value = best.value
    evidence = {span: None for c in candidates if c.day == best.day for span in c.evidence}
    if best.basis == "metadata":
        for line in _date_lines(page, found):
            if (shifted := _in_zone_of(value, line.value)) is not None:
                value = shifted
                evidence.update(dict.fromkeys(line.evidence))
            elif line.day == best.day:
                evidence.update(dict.fromkeys(line.evidence))
    return Published(value=value, basis=best.basis, evidence=tuple(evidence), stood=best.stood)


def _in_zone_of(value: str, seen: str) -> str | None:
    """A UTC moment as the page's own line shows it, where that is the same moment in another zone."""
    if not value.endswith(("Z", "+00:00")) or len(seen) != len("2025-03-20T14:05"):
        return None
    utc = dt.datetime.fromisoformat(value.replace("Z", "+00:00")).replace(tzinfo=None)
    shift = dt.datetime.fromisoformat(seen) - utc
    if not dt.timedelta(0) <= shift <= _MOST_SHIFT or shift % (2 * _QUARTER):
        return None
    minutes = shift // dt.timedelta(minutes=1)
    return f"{seen}+{minutes // 60:02d}:{minutes % 60:02d}" if minutes else None


def _range(page: Page, found: Found) -> Iterator[PublishedRange]:
    """No earlier than the last day that the text tells as past, no later than its last change."""
    latest = next((c.value for c in _of_hints(page, "updated", lambda basis: True)), None)
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
    for reading, day in full_days(readings):
        inside = any(s <= reading.start and reading.end <= e for s, e in body)
        if inside and clause_tense(row, reading) < 0:
            yield day, (reading.start, reading.end)


def _stated(page: Page, found: Found) -> Iterator[Candidate]:
    """What the page's head, the feed or the record states."""
    return _of_hints(page, "published", lambda basis: basis != _IN_TEXT)


def _marked_up(page: Page, found: Found) -> Iterator[Candidate]:
    """What elements of the article itself state."""
    return _of_hints(page, "published", lambda basis: basis == _IN_TEXT)


def _of_hints(page: Page, kind: str, taken: Callable[[str], bool]) -> Iterator[Candidate]:
    for hint in page.hints:
        if hint.kind != kind or hint.basis == "url" or not taken(hint.basis):
            continue
        if (value := hint_date(hint)) is not None:
            yield Candidate(value, "metadata", stood=hint.basis)


def hint_date(hint: Hint) -> str | None:
    """A hint's date as ISO 8601, in the zone that it stands in; ``None`` where it is none."""
    return stamp(hint.value)


def _date_lines(page: Page, found: Found) -> Iterator[Candidate]:
    """A full date in a byline, with its clock time; that of a change is passed over."""
    for block in found.blocks:
        if block.role != "byline":
            continue
        for one in line_stamps(page.text[block.start : block.end]):
            if not one.updated:
                span = (block.start + one.start, block.start + one.end)
                yield Candidate(one.value, "dateline", (span,))


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


def _url(page: Page, found: Found) -> Iterator[Candidate]:
    """A day in the page's address: /2021/12/31/, /20211231-."""
    values = [hint.value for hint in page.hints if hint.kind == "url"] + (
        [page.url] if page.url else []
    )
    for value in dict.fromkeys(values):
        for year, month, day in _URL_DAY.findall(value[:500]):
            yield Candidate(f"{year}-{month}-{day}", "url")
