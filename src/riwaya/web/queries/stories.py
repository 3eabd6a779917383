"""Stories in a list: by time, size, growth or independent tellings, narrowed by what the reader asks."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, timedelta
from typing import Literal

from riwaya.model import Struct
from riwaya.store import search as fulltext
from riwaya.web.queries.entities import one_of
from riwaya.web.queries.paging import Cut, Paged, Where, paged
from riwaya.web.shapes import DayCount, OutletCount, StoryCard

StoryOrder = Literal["time", "size", "growth", "independent"]
STORY_ORDERS: tuple[StoryOrder, ...] = ("time", "size", "growth", "independent")


class StoryFilter(Struct, frozen=True, kw_only=True):
    """Which stories, in which order. ``since`` and ``until`` are ISO days, both included."""

    order: StoryOrder = "time"
    outlet: str | None = None
    entity: str | None = None
    """A person, body or place that a page of the story names."""
    since: str | None = None
    until: str | None = None
    disputed: bool = False
    words: str | None = None


_ORDER = {
    "time": "s.last DESC, s.id",  # SQLite sorts NULL below all else: the undated come last
    "size": "s.pages DESC, s.last DESC, s.id",
    "independent": "m.tellings DESC, s.pages DESC, s.last DESC, s.id",
    "growth": "g.pages DESC, s.pages DESC, s.id",
}


def list_stories(db: sqlite3.Connection, asked: StoryFilter, cut: Cut) -> Paged[StoryCard]:
    """One page of the stories asked for, with the total."""
    where = _where(db, asked)
    lead, values = _growth(last_day(db, asked.until))
    tables = "FROM stories s "
    if asked.order == "independent" or asked.disputed:
        tables += "JOIN story_sums m ON m.story = s.id "
    total = db.execute(f"SELECT COUNT(*) {tables}{where.clause}", where.values).fetchone()[0]
    if asked.order == "growth":
        tables += "LEFT JOIN grown g ON g.story = s.id "
    # Ids first: what is sorted and passed over need not carry all of a card along.
    ids = [
        story
        for (story,) in db.execute(
            f"{lead}SELECT s.id {tables}{where.clause}ORDER BY {_ORDER[asked.order]} LIMIT ? OFFSET ?",
            (*values, *where.values, cut.limit, cut.offset),
        )
    ]
    cards = cards_of(db, ids, lead, values)
    return paged([cards[story] for story in ids], cut, total)


def cards_of(
    db: sqlite3.Connection, ids: list[str], lead: str, values: tuple[str, ...]
) -> dict[str, StoryCard]:
    """Cards by id."""
    rows = db.execute(
        f"{lead}SELECT s.id, s.title, s.pages, s.first, s.last, m.outlets, m.tellings, m.statements, "
        "m.contacts, m.disputes, g.pages, m.by_outlet, m.by_day "
        "FROM stories s JOIN story_sums m ON m.story = s.id LEFT JOIN grown g ON g.story = s.id "
        f"WHERE s.id IN ({', '.join('?' * len(ids))})",
        (*values, *ids),
    )
    return {row[0]: _card(row) for row in rows}


def card_of(db: sqlite3.Connection, story: str) -> StoryCard | None:
    """One story's card by its id."""
    lead, values = _growth(last_day(db, None))
    return cards_of(db, [story], lead, values).get(story)


def _where(db: sqlite3.Connection, asked: StoryFilter) -> Where:
    where = Where.none()
    if asked.outlet:
        where.add("s.id IN (SELECT story FROM story_outlets WHERE outlet = ?)", asked.outlet)
    if asked.entity:
        test, values = one_of(db, "entity", asked.entity)
        where.add(f"s.id IN (SELECT story FROM story_entities WHERE {test})", *values)
    if asked.since:
        where.add("s.last >= ?", asked.since)
    if asked.until:
        where.add("s.first < ?", _next(asked.until))
    if asked.disputed:
        where.add("m.disputes > 0")
    if asked.words and (terms := fulltext.parse(asked.words)):
        where.add(
            "s.id IN (SELECT story FROM story_pages WHERE page IN "
            "(SELECT rowid FROM search WHERE search MATCH ?))",
            fulltext.match_expression(terms),
        )
    return where


def _growth(end: str | None) -> tuple[str, tuple[str, ...]]:
    """A table of how many pages each story has on the last day."""
    if end is None:
        return "WITH grown (story, pages) AS (SELECT NULL, 0 WHERE 0) ", ()
    return (
        "WITH grown (story, pages) AS MATERIALIZED (SELECT sp.story, COUNT(*) FROM pages p "
        "JOIN story_pages sp ON sp.page = p.n WHERE p.published >= ? AND p.published < ? GROUP BY 1) ",
        (end, _next(end)),
    )


def last_day(db: sqlite3.Connection, until: str | None) -> str | None:
    """The day that growth is measured on: the end of the period, or the record's last."""
    if until:
        return until
    last = db.execute("SELECT MAX(published) FROM pages").fetchone()[0]
    return str(last)[:10] if last else None


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _card(row: tuple[object, ...]) -> StoryCard:
    *plain, growth, by_outlet, by_day = row
    names = StoryCard.__struct_fields__[:10]
    return StoryCard(
        **dict(zip(names, plain, strict=True)),  # type: ignore[arg-type]
        growth=int(growth or 0),  # type: ignore[call-overload]
        by_outlet=tuple(
            OutletCount(outlet=o, name=n or o, pages=p) for o, n, p in json.loads(str(by_outlet))
        ),
        by_day=tuple(DayCount(day=d, pages=p) for d, p in json.loads(str(by_day))),
    )
