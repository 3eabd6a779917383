"""Sums over the record for lists that must answer at once: by story, by outlet, who copies whom.

A *telling* is a group of a story's pages of which one has it from another, or all from one source: pages of
one outlet, with copied passages, or under one named upstream.  Ten copies of a dispatch are one telling.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median

from riwaya.store.later_rows import fill_page_rows
from riwaya.store.sums_names import sum_names

_MOST_OUTLETS = 8
_CHOSEN = "(?1 IS NULL OR story IN (SELECT value FROM json_each(?1)))"
_SHARED = ("copy", "update")


@dataclass(slots=True)
class _Page:
    outlet: str | None
    name: str | None
    published: str | None
    statements: int
    sources: list[str] = field(default_factory=list)


def sum_record(db: sqlite3.Connection) -> None:
    """Fill all tables of sums from the record as it stands. Call inside a transaction."""
    sum_stories(db)
    sum_names(db)


def sum_stories(
    db: sqlite3.Connection,
    stories: Collection[str] | None = None,
    renamed: Collection[str] | None = None,
) -> None:
    """Fill the tables of sums by story and by outlet. Call inside a transaction.

    Of ``stories``, where given, only these may have changed since the last
    time, and of these only ``renamed`` ones may have other pages or name others.
    """
    fill_page_rows(db)
    for table in ("outlet_sums", "outlet_links", "outlet_sources", "outlet_months"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
    whole = stories is None or not db.execute("SELECT 1 FROM story_sums").fetchone()
    chosen = None if whole else json.dumps(sorted(stories or ()))
    of_names = None if whole else json.dumps(sorted(renamed or ()))
    for table, own in (
        ("story_sums", chosen),
        ("story_outlets", chosen),
        ("story_entities", of_names),
    ):
        db.execute(f"DELETE FROM {table} WHERE {_CHOSEN}", (own,))  # noqa: S608
    pages = _pages(db)
    members: dict[str, list[int]] = defaultdict(list)
    for story, page in db.execute("SELECT story, page FROM story_pages ORDER BY story, position"):
        members[story].append(page)
    copies = _copies(db)
    changed = members if whole else {s: members[s] for s in sorted(stories or ()) if s in members}
    _sum_stories(db, pages, changed, copies)
    _sum_story_entities(db, of_names)
    _sum_outlets(db, pages, members, copies)


def needs_sums(db: sqlite3.Connection) -> bool:
    """Whether the record was joined before there were sums, or has rows of pages to fill."""
    row = db.execute(
        "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'rows_to_fill') OR "
        "(EXISTS (SELECT 1 FROM stories) AND NOT EXISTS (SELECT 1 FROM story_sums)) OR "
        "(EXISTS (SELECT 1 FROM entities) AND NOT EXISTS (SELECT 1 FROM entity_months)) OR "
        "(EXISTS (SELECT 1 FROM outlet_sums WHERE since IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM outlet_months))"
    ).fetchone()
    return bool(row[0])


def _pages(db: sqlite3.Connection) -> dict[int, _Page]:
    pages = {
        n: _Page(outlet, name, published, statements)
        for n, outlet, name, published, statements in db.execute(
            "SELECT n, outlet_entity, outlet, published, statements FROM pages"
        )
    }
    for page, source in db.execute(
        "SELECT page, COALESCE(entity, name) FROM page_sources WHERE kind <> 'unnamed' "
        "AND COALESCE(entity, name) IS NOT NULL"
    ):
        pages[page].sources.append(source)
    return pages


def _copies(db: sqlite3.Connection) -> list[tuple[int, int, int | None, int, str]]:
    """Pairs of pages with a copied passage: both, the earlier one, the passage's length, the kind."""
    return db.execute(
        "SELECT a, b, earlier, a_end - a_start, kind FROM copies ORDER BY n"
    ).fetchall()


# ---------------------------------------------------------------- stories


def _sum_stories(
    db: sqlite3.Connection,
    pages: dict[int, _Page],
    members: dict[str, list[int]],
    copies: Iterable[tuple[int, int, int | None, int, str]],
) -> None:
    linked: dict[int, list[int]] = defaultdict(list)
    for a, b, _, _, kind in copies:
        if kind in _SHARED:
            linked[a].append(b)
    contacts = dict(
        db.execute(
            "SELECT story, COUNT(*) FROM merged_contacts WHERE story IS NOT NULL GROUP BY story"
        )
    )
    disputes = dict(
        db.execute("SELECT story, COUNT(*) FROM disputes WHERE story IS NOT NULL GROUP BY story")
    )
    sums, outlets = [], []
    for story, own in members.items():
        names = {pages[n].outlet: pages[n].name for n in own}
        count = Counter(pages[n].outlet for n in own)
        days = Counter(day[:10] for n in own if (day := pages[n].published))
        ranked = sorted(count.items(), key=lambda item: (-item[1], item[0] or ""))
        by_outlet = [(key, names[key], number) for key, number in ranked if key is not None]
        sums.append(
            (
                story, len(by_outlet), tellings(own, pages, linked), sum(pages[n].statements for n in own),
                contacts.get(story, 0), disputes.get(story, 0),
                json.dumps(by_outlet[:_MOST_OUTLETS], ensure_ascii=False), json.dumps(sorted(days.items())),
            )
        )  # fmt: skip
        outlets += [(key, story, number) for key, _, number in by_outlet]
    db.executemany("INSERT INTO story_sums VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sums)
    db.executemany("INSERT INTO story_outlets VALUES (?, ?, ?)", outlets)


def tellings(own: list[int], pages: dict[int, _Page], linked: dict[int, list[int]]) -> int:
    """How many groups of pages tell a story, at most: those that are known to share are one."""
    parent: dict[object, object] = {n: n for n in own}

    def root(item: object) -> object:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(a: object, b: object) -> None:
        parent.setdefault(b, b)
        parent[root(a)] = root(b)

    for n in own:
        page = pages[n]
        for key in (page.outlet, *page.sources):
            if key:
                join(n, key)
        for other in linked.get(n, ()):
            if other in parent:
                join(n, other)
    return len({root(n) for n in own})


def _sum_story_entities(db: sqlite3.Connection, chosen: str | None) -> None:
    db.execute(
        "INSERT INTO story_entities SELECT COALESCE(a.entity, m.entity), sp.story, COUNT(DISTINCT sp.page) "
        "FROM story_pages sp JOIN mentions m ON m.page = sp.page LEFT JOIN aliases a ON a.alias = m.entity "
        "WHERE ?1 IS NULL OR sp.story IN (SELECT value FROM json_each(?1)) GROUP BY 1, 2",
        (chosen,),
    )


# ---------------------------------------------------------------- outlets


def _sum_outlets(
    db: sqlite3.Connection,
    pages: dict[int, _Page],
    members: dict[str, list[int]],
    copies: Iterable[tuple[int, int, int | None, int, str]],
) -> None:
    delays: dict[tuple[str, str], list[float]] = defaultdict(list)
    links: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    pairs: dict[tuple[str, str], set[int]] = defaultdict(set)
    copied: dict[str, set[int]] = defaultdict(set)
    for a, b, earlier, length, kind in copies:
        if earlier is None or kind != "copy":
            continue
        first, second = (a, b) if earlier == a else (b, a)
        origin, copier = pages[first].outlet, pages[second].outlet
        if origin is None or copier is None or origin == copier:
            continue
        key = (copier, origin)
        links[key][0] += 1
        links[key][1] += length
        if second not in pairs[key] and (gap := _minutes(pages[first], pages[second])) is not None:
            delays[key].append(gap)
        pairs[key].add(second)
        copied[copier].add(second)
    db.executemany(
        "INSERT INTO outlet_links VALUES (?, ?, ?, ?, ?, ?)",
        [
            (*key, passages, len(pairs[key]), chars, median(delays[key]) if delays[key] else None)
            for key, (passages, chars) in sorted(links.items())
        ],
    )
    first_of = _firsts(pages, members)
    stories = dict(db.execute("SELECT outlet, COUNT(*) FROM story_outlets GROUP BY outlet"))
    rows = db.execute(
        "SELECT outlet_entity, MIN(outlet), COUNT(*), SUM(statements), "
        "MIN(published), MAX(published) FROM pages WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 1"
    ).fetchall()
    db.executemany(
        "INSERT INTO outlet_sums VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                key, name, count, stories.get(key, 0), statements, first_of[key],
                len(copied.get(key, ())), since, until,
            )
            for key, name, count, statements, since, until in rows
        ],
    )  # fmt: skip

    db.execute(
        "INSERT INTO outlet_sources SELECT p.outlet_entity, COALESCE(s.entity, s.name), "
        "COALESCE(MIN(s.name), s.entity), COUNT(DISTINCT s.page) FROM page_sources s "
        "JOIN pages p ON p.n = s.page WHERE p.outlet_entity IS NOT NULL AND s.kind <> 'unnamed' "
        "AND COALESCE(s.entity, s.name) IS NOT NULL GROUP BY 1, 2"
    )
    db.execute(
        "INSERT INTO outlet_months SELECT outlet_entity, substr(published, 1, 7), COUNT(*) FROM pages "
        "WHERE outlet_entity IS NOT NULL AND published IS NOT NULL GROUP BY 1, 2"
    )


def _firsts(pages: dict[int, _Page], members: dict[str, list[int]]) -> Counter[str]:
    """In how many stories of several outlets an outlet is known to be first, by the clock or by the day."""
    firsts: Counter[str] = Counter()
    for own in members.values():
        moments: dict[str, list[str]] = defaultdict(list)
        for n in own:
            page = pages[n]
            if page.outlet and page.published:
                moments[page.outlet].append(page.published)
        if len(moments) < 2:
            continue
        earliest = sorted((min(times), outlet) for outlet, times in moments.items())
        (one, outlet), (two, _) = earliest[:2]
        if one[:10] < two[:10] or (_comparable(one, two) and _moment(one) < _moment(two)):
            firsts[outlet] += 1
    return firsts


def _comparable(one: str, two: str) -> bool:
    """Whether two times have a clock, and both a zone or neither: only then does a delay mean something."""
    return len(one) > 10 and len(two) > 10 and _zoned(one) == _zoned(two)


def _zoned(value: str) -> bool:
    return datetime.fromisoformat(value.replace("Z", "+00:00")).tzinfo is not None


def _moment(value: str) -> float:
    """Seconds; a time without a zone counts as UTC: only compared with others of its kind."""
    moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _minutes(first: _Page, second: _Page) -> float | None:
    one, two = first.published, second.published
    if not (one and two and _comparable(one, two)):
        return None
    return max(0.0, (_moment(two) - _moment(one)) / 60)
