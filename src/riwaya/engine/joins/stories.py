"""Stories of fresh pages: their ties, the components that these touch, and what follows what."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from riwaya.corpus.profiles import Profile
from riwaya.corpus.stories import (
    Link,
    first_hour,
    followed,
    grouped,
    links,
    story_id,
    title,
    within,
)
from riwaya.corpus.stories_contacts import ContactDays, focal
from riwaya.corpus.stories_pairs import WINDOW, model, ties
from riwaya.corpus.values_time import moment
from riwaya.engine.joins.copies import copies_touching
from riwaya.engine.joins.state import Joins

Edges = dict[tuple[int, int], float]
"""Ties by page numbers, the lesser first."""


def update_stories(joins: Joins) -> None:
    """Tie the fresh pages to those near them and group again what that touches."""
    tied = joins.fresh | _contact_days(joins)
    reach = _strong_ends(joins, tied)
    _tie(joins, tied)
    component = _component(joins, tied | reach)
    edges = _edges(joins, component)
    groups = _groups(joins, component, edges)
    changed = _put_stories(joins, groups, edges, tied)
    _put_links(joins, changed, edges)


# ---------------------------------------------------------------- the days of contacts


def _contact_days(joins: Joins) -> set[int]:
    """Keep the days of the fresh pages' contacts; other pages whose ties these decide.

    Which of two contacts of the same parties a page means, that tells of no day, can depend on a third
    page: see :meth:`ContactEvidence.another_day`.
    """
    rows: list[tuple[str, int, str | None, str]] = []
    for n in sorted(joins.fresh):
        for contact in focal(joins.profile(n)):
            date = moment(contact.start).date
            if date is not None or contact.details:
                key = json.dumps(contact.parties, ensure_ascii=False)
                day = date.isoformat() if date else None
                rows.append((key, n, day, json.dumps(sorted(contact.details))))
    gone = joins.among(
        "SELECT DISTINCT parties FROM contact_days WHERE page IN (SELECT value FROM json_each(?1))",
        joins.fresh,
    )
    parties = {key for (key,) in gone} | {row[0] for row in rows}
    joins.among(
        "DELETE FROM contact_days WHERE page IN (SELECT value FROM json_each(?1))", joins.fresh
    )
    joins.db.executemany("INSERT INTO contact_days VALUES (?, ?, ?, ?)", rows)
    undated = joins.among(
        "SELECT page FROM contact_days WHERE day IS NULL AND parties IN "
        "(SELECT value FROM json_each(?1))",
        parties,
    )
    return {page for (page,) in undated}


def _days_of(joins: Joins, pages: Iterable[Profile]) -> ContactDays:
    """The days of the contacts of these pages' parties, over the whole record."""
    parties = {
        json.dumps(contact.parties, ensure_ascii=False) for page in pages for contact in focal(page)
    }
    out: dict[tuple[str, ...], dict[datetime.date, frozenset[str]]] = defaultdict(dict)
    for told, day, details in joins.among(
        "SELECT parties, day, details FROM contact_days WHERE day IS NOT NULL AND parties IN "
        "(SELECT value FROM json_each(?1))",
        parties,
    ):
        own = out[tuple(json.loads(told))]
        date = datetime.date.fromisoformat(day)
        own[date] = own.get(date, frozenset()) | set(json.loads(details))
    return out


# ---------------------------------------------------------------- ties


def _tie(joins: Joins, tied: set[int]) -> None:
    """The ties of these pages to all others, anew."""
    profiles = _near(joins, tied)
    order = joins.in_order(profiles)
    pages = [profiles[n] for n in order]
    at = {at for at, n in enumerate(order) if n in tied}
    days = _days_of(joins, (pages[i] for i in at))
    copies = copies_touching(joins, _undated_or(joins, tied))
    joins.among(
        "DELETE FROM ties WHERE a IN (SELECT value FROM json_each(?1)) "
        "OR b IN (SELECT value FROM json_each(?1))",
        tied,
    )
    found = ((*sorted((order[a], order[b])), tie) for a, b, tie in ties(pages, copies, at, days))
    joins.db.executemany("INSERT OR REPLACE INTO ties VALUES (?, ?, ?)", found)


def _undated_or(joins: Joins, tied: set[int]) -> set[int]:
    """Of these pages, those whose copies decide a tie: all, where any page has no date."""
    (open_pages,) = joins.db.execute(
        "SELECT COUNT(*) FROM joined_pages WHERE hour IS NULL"
    ).fetchone()
    return tied if open_pages else set()


def _near(joins: Joins, tied: set[int]) -> dict[int, Profile]:
    """The pages with which these are compared, these among them: those of the days around, and undated ones."""
    hours = [
        hour
        for (hour,) in joins.among(
            "SELECT hour FROM joined_pages WHERE page IN (SELECT value FROM json_each(?1)) "
            "ORDER BY hour",
            tied,
        )
    ]
    query, spans = "SELECT page FROM joined_pages", _spans(hours)
    if None not in hours:
        tests = " OR ".join(["hour IS NULL", *("hour BETWEEN ? AND ?" for _ in spans)])
        query = f"{query} WHERE {tests}"
    else:
        spans = []
    rows = joins.db.execute(query, [end for span in spans for end in span])
    return joins.profiles([n for (n,) in rows])


def _spans(hours: Sequence[object]) -> list[tuple[float, float]]:
    """The hours within the window of any of these, as spans apart from each other."""
    out: list[tuple[float, float]] = []
    for hour in hours:
        if isinstance(hour, float):
            first, last = hour - WINDOW, hour + WINDOW
            if out and first <= out[-1][1]:
                out[-1] = (out[-1][0], last)
            else:
                out.append((first, last))
    return out


def _strong_ends(joins: Joins, pages: Collection[int]) -> set[int]:
    """The pages that strong ties lead to from these."""
    threshold = model().threshold
    rows = joins.db.execute(
        "SELECT a, b FROM ties WHERE tie >= ?2 AND a IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT a, b FROM ties WHERE tie >= ?2 AND b IN (SELECT value FROM json_each(?1))",
        (json.dumps(sorted(pages)), threshold),
    )
    return {page for row in rows for page in row} - set(pages)


def _component(joins: Joins, pages: set[int]) -> set[int]:
    """All pages that strong ties lead to from these, step by step."""
    out = set(pages)
    edge = out
    while edge:
        edge = _strong_ends(joins, edge) - out
        out |= edge
    return out


def _edges(joins: Joins, pages: Collection[int]) -> Edges:
    """Every tie that one of these pages has."""
    rows = joins.among(
        "SELECT a, b, tie FROM ties WHERE a IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT a, b, tie FROM ties WHERE b IN (SELECT value FROM json_each(?1))",
        pages,
    )
    return {(a, b): tie for a, b, tie in rows}


# ---------------------------------------------------------------- stories


@dataclass(slots=True)
class _Group:
    """A story as its page numbers, in the order of their ids."""

    id: str
    pages: tuple[int, ...]


def _hours(joins: Joins, pages: Collection[int]) -> dict[int, float | None]:
    rows = joins.among(
        "SELECT page, hour FROM joined_pages WHERE page IN (SELECT value FROM json_each(?1))", pages
    )
    return dict(rows)


def _groups(joins: Joins, component: set[int], edges: Edges) -> list[_Group]:
    """The stories of whole components; undated pages near to them have their say."""
    around = {page for pair in edges for page in pair} - component
    hours = _hours(joins, component | around)
    known = joins.in_order(page for page in hours if page in component or hours[page] is None)
    at = {n: i for i, n in enumerate(known)}
    own = {
        (min(at[a], at[b]), max(at[a], at[b])): tie
        for (a, b), tie in edges.items()
        if a in at and b in at
    }
    found = grouped([hours[n] for n in known], own)
    groups = ([known[i] for i in group] for group in found)
    return [
        _Group(story_id(joins.ids[group[0]]), tuple(group))
        for group in groups
        if group[0] in component
    ]


def _put_stories(
    joins: Joins, groups: Sequence[_Group], edges: Edges, tied: set[int]
) -> list[_Group]:
    """Write the stories that changed; these are also those whose pages have other ties now."""
    before = _stories_of(joins, {n for group in groups for n in group.pages})
    now = {group.id: group for group in groups}
    for story, pages in sorted(before.items()):
        if story not in now:
            joins.changes.gone_stories[story] = tuple(joins.ids[n] for n in pages)
            (hood,) = joins.db.execute(
                "DELETE FROM stories WHERE id = ? RETURNING hood", (story,)
            ).fetchone()
            joins.changes.gone_hoods |= {hood} - {None}
    changed = [
        group
        for group in groups
        if before.get(group.id) != group.pages or not tied.isdisjoint(group.pages)
    ]
    for group in changed:
        _put_story(joins, group, edges)
        if before.get(group.id) != group.pages:
            joins.changes.stories.add(group.id)
    return changed


def _stories_of(joins: Joins, pages: Collection[int]) -> dict[str, tuple[int, ...]]:
    """The stories that the file has of these pages, as page numbers in order."""
    rows = joins.among(
        "SELECT story, page FROM story_pages WHERE story IN (SELECT story FROM story_pages WHERE "
        "page IN (SELECT value FROM json_each(?1))) ORDER BY story, position",
        pages,
    )
    out: dict[str, list[int]] = defaultdict(list)
    for story, page in rows:
        out[story].append(page)
    return {story: tuple(own) for story, own in out.items()}


def _put_story(joins: Joins, group: _Group, edges: Edges) -> None:
    dates = sorted(
        date
        for (date,) in joins.among(
            "SELECT published FROM pages WHERE published IS NOT NULL AND "
            "n IN (SELECT value FROM json_each(?1))",
            group.pages,
        )
    )
    named = title([joins.profile(n) for n in group.pages], within(group.pages, edges))
    joins.db.execute(
        "INSERT INTO stories (id, title, pages, first, last, follows) VALUES (?, ?, ?, ?, ?, '[]') "
        "ON CONFLICT DO UPDATE SET title = excluded.title, pages = excluded.pages, "
        "first = excluded.first, last = excluded.last",
        (
            group.id, named, len(group.pages), dates[0] if dates else None,
            dates[-1] if dates else None,
        ),
    )  # fmt: skip
    _infer_dates(joins, group, dates)
    joins.db.execute("DELETE FROM story_pages WHERE story = ?", (group.id,))
    joins.db.executemany(
        "INSERT INTO story_pages VALUES (?, ?, ?)",
        [(group.id, page, position) for position, page in enumerate(group.pages)],
    )


def _infer_dates(joins: Joins, group: _Group, dates: Sequence[str]) -> None:
    """Of pages without a date: between which days the others of their story lie."""
    joins.among(
        "DELETE FROM inferred_dates WHERE page IN (SELECT value FROM json_each(?1))", group.pages
    )
    if dates:
        joins.db.execute(
            "INSERT INTO inferred_dates SELECT n, ?2, ?3, ?4 FROM pages WHERE published IS NULL AND "
            "n IN (SELECT value FROM json_each(?1))",
            (json.dumps(group.pages), group.id, dates[0][:10], dates[-1][:10]),
        )


# ---------------------------------------------------------------- what follows what


def _put_links(joins: Joins, changed: Sequence[_Group], edges: Edges) -> None:
    """The links of the stories that changed, and whom each story follows after that."""
    stale = {group.id for group in changed} | joins.changes.gone_stories.keys()
    rows = joins.among(
        "SELECT later, earlier, followed FROM story_links WHERE "
        "later IN (SELECT value FROM json_each(?1)) OR earlier IN (SELECT value FROM json_each(?1))",
        stale,
    ).fetchall()
    later = {group.id for group in changed} | {row[0] for row in rows}
    joins.changes.near_stories |= {end for row in rows if row[2] for end in row[:2]}
    joins.among(
        "DELETE FROM story_links WHERE later IN (SELECT value FROM json_each(?1)) "
        "OR earlier IN (SELECT value FROM json_each(?1))",
        stale,
    )
    found = _links(joins, changed, edges)
    joins.db.executemany("INSERT INTO story_links VALUES (?, ?, ?, 0)", found)
    later |= {link.later for link in found}
    _follow(joins, later)


def _links(joins: Joins, changed: Sequence[_Group], edges: Edges) -> list[Link]:
    """The links between these stories and any others."""
    own = {n for group in changed for n in group.pages}
    found = {pair: tie for pair, tie in edges.items() if not own.isdisjoint(pair)}
    whole = _stories_of(joins, {n for pair in found for n in pair} | own)
    ids = sorted(whole)
    hours = _hours(joins, {n for pages in whole.values() for n in pages})
    first = [first_hour(hours[n] for n in whole[story]) for story in ids]
    return links(ids, [whole[story] for story in ids], first, found)


def _follow(joins: Joins, stories: set[str]) -> None:
    """Whom these stories follow, by their links."""
    rows = joins.among(
        "SELECT later, earlier, mean FROM story_links WHERE later IN "
        "(SELECT value FROM json_each(?1))",
        stories,
    )
    now = followed(Link(*row) for row in rows)
    before: dict[str, str] = dict(
        joins.among(
            "SELECT id, follows FROM stories WHERE id IN (SELECT value FROM json_each(?1))", stories
        )
    )
    for story, known in before.items():
        earlier = now.get(story, ())
        told = json.dumps(earlier)
        if told != known:
            joins.db.execute("UPDATE stories SET follows = ? WHERE id = ?", (told, story))
            joins.changes.stories.add(story)
            joins.changes.near_stories.update(json.loads(known))
        joins.db.execute("UPDATE story_links SET followed = 0 WHERE later = ?", (story,))
        joins.db.executemany(
            "UPDATE story_links SET followed = 1 WHERE later = ? AND earlier = ?",
            [(story, one) for one in earlier],
        )
