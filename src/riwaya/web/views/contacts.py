"""Contacts: the calendar of those held and planned, and one whole."""

from __future__ import annotations

import calendar as calendars
import re
from datetime import date

from babel import Locale
from litestar import Response, get

from riwaya.store.record import fields
from riwaya.web.asked import Asked, BadAskedError
from riwaya.web.queries.contacts import (
    KINDS,
    STATUSES,
    ContactFilter,
    find_contact,
    last_month,
    list_contacts,
    months,
    next_month,
)
from riwaya.web.queries.entities import resolve_entity
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.story import find_story
from riwaya.web.queries.texts import Quotes
from riwaya.web.shapes import ContactRow
from riwaya.web.views.stories import load_names
from riwaya.web.visit import AnyRequest, visiting

_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
_MOST = 400


@get("/calendar", sync_to_thread=True)
def calendar(request: AnyRequest) -> Response[bytes]:
    """A month of contacts held and planned."""
    with visiting(request) as visit:
        asked = visit.asked
        known = months(visit.db)
        month = _month(asked) or (known[-1][0] if known else date.today().isoformat()[:7])
        typed = asked.id("party")
        party = resolve_entity(visit.db, typed) if typed else None
        wanted = ContactFilter(
            party=party or typed,
            kind=asked.choice("kind", KINDS) or None,
            status=asked.choice("status", STATUSES) or None,
            since=f"{month}-01",
            before=f"{next_month(month)}-01",
            disputed=asked.flag("disputed"),
        )
        found = list_contacts(visit.db, wanted, Cut(size=_MOST))
        visit.names.load(key for c in found.items for key in c.parties)
        return visit.html(
            "calendar.html",
            month=month,
            before=last_month(month),
            after=next_month(month),
            months=known,
            weeks=_weeks(month, visit.ui.language),
            by_day=_by_day(found.items),
            found=found,
            wanted=wanted,
            party=party,
            typed=typed,
            kinds=KINDS,
            statuses=STATUSES,
        )


def _month(asked: Asked) -> str | None:
    month = asked.text("month")
    if month is not None and not _MONTH.fullmatch(month):
        raise BadAskedError("month")
    return month


def _weeks(month: str, language: str) -> list[list[str]]:
    """The days of a month's weeks, those of its neighbours included, from the language's first weekday."""
    first = Locale(language if language == "ar" else "en_GB").first_week_day
    made = calendars.Calendar(first).monthdatescalendar(int(month[:4]), int(month[5:7]))
    return [[day.isoformat() for day in week] for week in made]


def _by_day(found: tuple[ContactRow, ...]) -> dict[str, list[ContactRow]]:
    out: dict[str, list[ContactRow]] = {}
    for row in found:
        out.setdefault((row.day or "")[:10], []).append(row)
    return out


@get("/contact", sync_to_thread=True)
def contact(request: AnyRequest) -> Response[bytes]:
    """One contact: every value with its words, its sources and how many of them are independent."""
    with visiting(request) as visit:
        found = find_contact(visit.db, visit.asked.wanted())
        load_names(visit, (found,))
        spans = [s for _, f in fields(found) for value in f.values for s in value.evidence[:6]]
        spans += [s for account in found.accounts for s in account.statements]
        return visit.html(
            "contact.html",
            contact=found,
            quotes=Quotes(visit.db, spans),
            story=find_story(visit.db, found.story) if found.story else None,
        )


HANDLERS = [calendar, contact]
