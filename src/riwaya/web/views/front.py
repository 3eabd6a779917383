"""The front page: what happened last, who says so, and what does not add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from litestar import Response, get

from riwaya.store.shapes import Counts
from riwaya.web.queries.contacts import PLANNED, ContactFilter, list_contacts
from riwaya.web.queries.paging import Cut, Paged
from riwaya.web.queries.searching import saved_searches
from riwaya.web.queries.statements import StatementFilter, list_statements
from riwaya.web.queries.stories import StoryFilter, last_day, list_stories
from riwaya.web.queries.story import list_disputes
from riwaya.web.shapes import ContactRow, DisputeRow, Saying, StoryCard
from riwaya.web.visit import AnyRequest, Visit, visiting

_RECENT = 7
_SAID = 7


@get("/", sync_to_thread=True)
def front(request: AnyRequest) -> Response[bytes]:
    """The morning's page: the largest stories of the last days, what disputes, what is said and planned."""
    with visiting(request) as visit:
        morning = visit.kept("front", lambda: _morning(visit), lambda _: 65_536)
        visit.names.load(key for s in morning.said for key in (*s.chain, s.speaker, s.addressee))
        visit.names.load(party for c in morning.planned for party in c.parties)
        return visit.html(
            "front.html",
            counts=morning.counts,
            end=morning.end,
            stories=morning.stories,
            said=morning.said,
            planned=morning.planned,
            disputes=morning.disputes,
            saved=saved_searches(visit.db),
        )


@dataclass(frozen=True, slots=True)
class _Morning:
    """What the front page shows of one state of the record, in any language."""

    counts: Counts
    end: str | None
    stories: Paged[StoryCard]
    said: list[Saying]
    planned: list[ContactRow]
    disputes: Paged[DisputeRow]


def _morning(visit: Visit) -> _Morning:
    end = last_day(visit.db, None)
    recent = list_stories(visit.db, StoryFilter(order="growth"), Cut(size=9))
    if end is not None and recent.items and not recent.items[0].growth:
        recent = list_stories(visit.db, StoryFilter(order="time"), Cut(size=9))
    return _Morning(
        counts=visit.reader.counts(), end=end, stories=recent, said=_said(visit),
        planned=_planned(visit, end), disputes=list_disputes(visit.db, None, Cut(size=5)),
    )  # fmt: skip


def _said(visit: Visit) -> list[Saying]:
    """The latest statements, one of a speaker and two of a page at most, so that many are heard."""
    heard: set[str] = set()
    pages: Counter[str] = Counter()
    kept = []
    for s in list_statements(visit.db, StatementFilter(voice="own"), Cut(size=120)).items:
        if s.speaker is None or s.speaker in heard or pages[s.page] > 1 or s.inside:
            continue
        heard.add(s.speaker)
        pages[s.page] += 1
        kept.append(s)
    return kept[:_SAID]


def _planned(visit: Visit, end: str | None) -> list[ContactRow]:
    """What was announced for the days after the record's last, else the last that was announced at all."""
    if end is None:
        return []
    since = (date.fromisoformat(end) - timedelta(days=_RECENT)).isoformat()
    found = list_contacts(visit.db, ContactFilter(since=since), Cut(size=60)).items
    return [c for c in found if c.status in PLANNED or (c.day or "")[:10] > end][:6]


HANDLERS = [front]
