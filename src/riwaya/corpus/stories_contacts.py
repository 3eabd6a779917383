"""What the contacts of two pages say of whether they tell one story.

Two calls of the same two leaders on different days are two stories, however alike their words are.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from riwaya.corpus.digest import ContactKey
from riwaya.corpus.profiles import Profile
from riwaya.corpus.values import same_family
from riwaya.corpus.values_time import Moment, compatible, known_same_day, moment

_SLIP_DAYS = 1
_FOCAL_ZONE = 2  # told of in title, opening or lead


ContactDays = Mapping[tuple[str, ...], Mapping[datetime.date, frozenset[str]]]
"""By the parties of contacts: on which days they had some, and what pages tell of these."""


def focal(page: Profile) -> tuple[ContactKey, ...]:
    """The contacts that the page tells of above all."""
    return tuple(contact for contact in page.contacts if contact.zone <= _FOCAL_ZONE)


def contact_days(pages: Iterable[Profile]) -> ContactDays:
    """The days of the contacts that these pages tell of above all."""
    out: dict[tuple[str, ...], dict[datetime.date, frozenset[str]]] = defaultdict(dict)
    for page in pages:
        for contact in focal(page):
            if (day := moment(contact.start).date) is not None:
                known = out[contact.parties].get(day, frozenset())
                out[contact.parties][day] = known | set(contact.details)
    return out


class ContactEvidence:
    """The contacts of pages, ready to compare pair by pair."""

    def __init__(self, pages: Sequence[Profile], days: ContactDays | None = None) -> None:
        self._all = [page.contacts for page in pages]
        self._focal = [focal(page) for page in pages]
        self._days = contact_days(pages) if days is None else days

    def conflict(self, a: int, b: int) -> bool:
        """Whether both pages tell above all of a contact of the same parties at different times."""
        pairs = _pairs(self._focal[a], self._focal[b])
        return bool(pairs) and all(_apart(moment(x.start), moment(y.start)) for x, y in pairs)

    def elsewhere(self, a: int, b: int) -> bool:
        """Whether each page tells above all of contacts of parties that the other lacks."""
        focal_a, focal_b = self._focal[a], self._focal[b]
        if not focal_a or not focal_b:
            return False
        return not any(
            set(x.parties) <= set(y.parties)
            for own, other in ((focal_a, self._all[b]), (focal_b, self._all[a]))
            for x in own
            for y in other
        )

    def another_day(self, a: int, b: int) -> bool:
        """Whether one page tells details of a contact of a day it leaves open that pages tell of another day only.

        The parties spoke twice; who rang, and for how long, tells which time is meant.
        """
        return any(
            self._better(x, y) or self._better(y, x)
            for x, y in _pairs(self._focal[a], self._focal[b])
        )

    def _better(self, undated: ContactKey, dated: ContactKey) -> bool:
        day = moment(dated.start).date
        if day is None or moment(undated.start).date is not None or not undated.details:
            return False
        told = self._days.get(dated.parties, {})
        here = len(told.get(day, frozenset()).intersection(undated.details))
        return any(
            len(details.intersection(undated.details)) > here
            for other, details in told.items()
            if compatible(moment(undated.start), Moment(other.year, other.month, other.day))
        )

    def same_day(self, a: int, b: int) -> bool:
        """Whether both tell above all of one contact, on a day that both know."""
        return any(
            x.kind == y.kind and known_same_day(moment(x.start), moment(y.start))
            for x, y in _pairs(self._focal[a], self._focal[b])
        )

    def support(self, a: int, b: int) -> int:
        """How many contacts both tell of: those of one day, and beyond the first those just alike.

        That two leaders spoke is no evidence by itself; they speak often.
        """
        pairs = [(x, y) for x, y in _pairs(self._all[a], self._all[b]) if x.kind == y.kind]
        dated = sum(known_same_day(moment(x.start), moment(y.start)) for x, y in pairs)
        alike = [(x.id, y.id) for x, y in pairs if x.status == y.status]
        each = min(len({x for x, _ in alike}), len({y for _, y in alike}))
        return max(dated, each - 1)


def _apart(a: Moment, b: Moment) -> bool:
    """Whether two times cannot be one, though a page may take a quoted "today" for its own."""
    if a.date is not None and b.date is not None:
        return abs((a.date - b.date).days) > _SLIP_DAYS
    return not compatible(a, b)


def _pairs(a: Sequence[ContactKey], b: Sequence[ContactKey]) -> list[tuple[ContactKey, ContactKey]]:
    return [(x, y) for x in a for y in b if x.parties == y.parties and same_family(x.kind, y.kind)]
