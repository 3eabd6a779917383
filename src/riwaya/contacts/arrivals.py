"""Arrivals: the day on which a visitor came, told elsewhere in the page, is the day his visit began.

وصل الوزير إلى عمان الخميس … واختتم زيارته للأردن: only where all arrivals told of him agree,
and the page tells how long the visit was: then it speaks of one visit from its beginning.  Without that condition dated and
undated tellings of one visit fell apart in the record (``stories``: record F1 .93 → .90).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from riwaya.arabic import fold_key
from riwaya.contacts.arguments import host_of
from riwaya.contacts.clauses import doer
from riwaya.contacts.drafts import Draft
from riwaya.contacts.lexicon import has
from riwaya.contacts.parties import today
from riwaya.contacts.scene import PLACE_TYPES, Scene, units_between
from riwaya.contacts.when import WEEKDAYS, against
from riwaya.model import Time

_REACH = 10  # tokens behind the word of arrival in which visitor, place and day stand
_WEEK = timedelta(days=7)
_DAY = len("2018-07-19")
_FULL = re.compile(r"\d{4}-\d\d-\d\d")


def date_by_arrival(scene: Scene, drafts: list[Draft]) -> None:
    """Give a visit without a start the one day on which the page has its visitor arrive."""
    visits = [d for d in drafts if d.kind == "visit" and d.parties]
    for draft in visits:
        if draft.duration is None:
            continue
        visitor = next((r.key for r in draft.parties if scene.types.get(r.key) == "PER"), None)
        alone = sum(visitor in other.keys for other in visits) == 1
        if draft.start is not None or draft.status != "held" or visitor is None or not alone:
            continue
        told = [(_held(scene, time), time) for time in _arrivals(scene, visitor, draft)]
        if len({day for day, _ in told}) == 1 and told[0][0] is not None:
            draft.start = told[0][0]
            for _, time in told:
                draft.note("start", (time.start, time.end))


def _arrivals(scene: Scene, visitor: str, draft: Draft) -> Iterator[Time]:
    """The days of the arrivals of a visitor at a visit's place, or at no place that is told."""
    for first, last in scene.bounds:
        for at in range(first, last):
            if at in scene.inside_unit or not has("verbs", "arrive", scene.key(at)):
                continue
            stop = min(last, at + _REACH)
            stop = next((i for i in range(at + 1, stop) if _ends(scene, i)), stop)
            people = [u for u in units_between(scene, at + 1, stop) if u.type == "PER"]
            people = people or doer(scene, scene.clause_start(at, first), at)
            places = [u for u in units_between(scene, at + 1, stop) if u.type in PLACE_TYPES]
            there = all(host_of(u).key in draft.keys or _is_place(u.key, draft) for u in places)
            if there and [u.key for u in people] == [visitor]:
                times = [scene.time_at[i][0] for i in range(at + 1, stop) if i in scene.time_at]
                yield from times[:1]


def _ends(scene: Scene, at: int) -> bool:
    return scene.key(at) in ("،", ",") or scene.is_boundary(at)


def _is_place(key: str, draft: Draft) -> bool:
    return draft.place is not None and draft.place.key == key


def _held(scene: Scene, time: Time) -> str | None:
    """The day of an arrival at a visit that was: a weekday alone, read as the coming one, is the last one.

    None where no full day is told, or one that is yet to come.
    """
    if _FULL.match(time.value) is None:
        return None
    day = date.fromisoformat(time.value[:_DAY])
    if against(time.value, today(scene)) > 0 and fold_key(time.text) in WEEKDAYS:
        day -= _WEEK
    return day.isoformat() if against(day.isoformat(), today(scene)) <= 0 else None
