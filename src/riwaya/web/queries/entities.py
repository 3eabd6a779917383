"""Who and what the record names: lists, and all that is known of one."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

from riwaya.arabic.folding import fold_key
from riwaya.errors import RiwayaError
from riwaya.model import Struct
from riwaya.names.registry import registry
from riwaya.store.shapes import EntityRow
from riwaya.web.queries.paging import Cut, Paged, Where, paged
from riwaya.web.shapes import Counterpart, DayCount, EntityView, Facet, Office

ENTITY_TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "OTHER")
_ROW = "SELECT id, name, type, names, pages, mentions FROM entities "


def ids_of(db: sqlite3.Connection, entity: str) -> tuple[str, ...]:
    """An entity's id, the one that it is joined to first, and all that are joined to that."""
    row = db.execute("SELECT entity FROM aliases WHERE alias = ?", (entity,)).fetchone()
    chief = str(row[0]) if row else entity
    others = db.execute("SELECT alias FROM aliases WHERE entity = ? AND alias <> ?", (chief, chief))
    return tuple(dict.fromkeys((chief, entity, *(str(alias) for (alias,) in others))))


def one_of(db: sqlite3.Connection, column: str, entity: str) -> tuple[str, tuple[str, ...]]:
    """A test that a column has an entity under any of its ids, and its values."""
    ids = ids_of(db, entity)
    return f"{column} IN ({', '.join('?' * len(ids))})", ids


class EntityFilter(Struct, frozen=True, kw_only=True):
    """Which entities. ``words`` must all stand in one of its names, in any spelling, also in part."""

    type: str | None = None
    words: str | None = None


def list_entities(db: sqlite3.Connection, asked: EntityFilter, cut: Cut) -> Paged[EntityRow]:
    """Who and what is named, the most mentioned first."""
    where = Where.none()
    if asked.type:
        where.add("type = ?", asked.type)
    if not asked.words:
        total = db.execute(f"SELECT COUNT(*) FROM entities {where.clause}", where.values).fetchone()
        rows = db.execute(
            # Ids from an index first: rows that are passed over are never read.
            f"{_ROW}WHERE id IN (SELECT id FROM entities {where.clause}"
            "ORDER BY mentions DESC, id LIMIT ? OFFSET ?) ORDER BY mentions DESC, id",
            (*where.values, cut.limit, cut.offset),
        )
        return paged([_entity(row) for row in rows], cut, total[0])
    rows = db.execute(
        f"{_ROW}{where.clause or 'WHERE 1 '}AND id IN ({_NAMED}) "
        "ORDER BY mentions DESC, id LIMIT ? OFFSET ?",
        (*where.values, *_prefix(asked.words), cut.limit, cut.offset),
    )
    return paged([_entity(row) for row in rows], cut)


_NAMED = "SELECT entity FROM entity_names WHERE folded >= ? AND folded < ?"


def _prefix(words: str) -> tuple[str, str]:
    """The bounds of the folded names that begin with what a reader typed."""
    folded = " ".join(fold_key(words).split())
    return folded, folded + "\U0010ffff"


def resolve_entity(db: sqlite3.Connection, typed: str) -> str | None:
    """Who is meant by an id, a whole name or the beginning of one: of several the most mentioned."""
    for entity in ids_of(db, typed):
        if db.execute("SELECT 1 FROM entities WHERE id = ?", (entity,)).fetchone():
            return entity
    start, end = _prefix(typed)
    if not start:
        return None
    row = db.execute(
        "SELECT e.id FROM entity_names n JOIN entities e ON e.id = n.entity "
        "WHERE n.folded >= ? AND n.folded < ? "
        "ORDER BY (n.folded = ? AND n.whole) DESC, n.folded = ? DESC, e.mentions DESC, e.id LIMIT 1",
        (start, end, start, start),
    ).fetchone()
    return str(row[0]) if row else None


def find_entity(db: sqlite3.Connection, wanted: str) -> EntityRow:
    """One entity by its id or one joined to it; error ``nothing_such``."""
    for entity in ids_of(db, wanted):
        row = db.execute(f"{_ROW}WHERE id = ?", (entity,)).fetchone()
        if row:
            return _entity(row)
    raise RiwayaError("nothing_such", kind="entity", wanted=wanted)


def view_entity(db: sqlite3.Connection, wanted: str) -> EntityView:
    """What the record has of an entity, in numbers."""
    entity = find_entity(db, wanted)
    ids = ids_of(db, entity.id)
    marks = ", ".join("?" * len(ids))

    def count(query: str) -> int:
        return int(db.execute(query.replace("…", marks), ids).fetchone()[0])

    return EntityView(
        entity=entity,
        ids=ids,
        offices=offices(entity.id),
        says=count("SELECT COUNT(*) FROM statements WHERE speaker IN (…) AND voice = 'own'"),
        said_to_say=count(
            "SELECT COUNT(*) FROM statements WHERE speaker IN (…) AND voice <> 'own'"
        ),
        addressed=count("SELECT COUNT(*) FROM statements WHERE addressee IN (…)"),
        about=count("SELECT COUNT(*) FROM statement_mentions WHERE entity IN (…)"),
        contacts=count("SELECT COUNT(DISTINCT contact) FROM contact_parties WHERE party IN (…)"),
        stories=count("SELECT COUNT(*) FROM story_entities WHERE entity IN (…)"),
        by_month=tuple(
            DayCount(day=month, pages=pages)
            for month, pages in db.execute(
                "SELECT month, pages FROM entity_months WHERE entity = ? AND month <> '' ORDER BY 1",
                (entity.id,),
            )
        ),
    )


def offices(entity: str) -> tuple[Office, ...]:
    """The offices that the registry knows of a person, the latest first."""
    found = [
        Office(side=t.side, office=t.office, start=t.start, end=t.end)
        for t in registry().offices_of(entity)
    ]
    return tuple(sorted(found, key=lambda o: (o.start is None, o.start or ""), reverse=True))


def written_offices(db: sqlite3.Connection, entity: str, limit: int = 12) -> list[Facet]:
    """The titles that pages give somebody, as written, the commonest first."""
    ids = ids_of(db, entity)
    rows = db.execute(
        f"SELECT office, COUNT(*) FROM mention_offices WHERE entity IN ({', '.join('?' * len(ids))}) "
        "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
        (*ids, limit),
    )
    return [Facet(value=office, name=office, count=count) for office, count in rows]


def counterparts(db: sqlite3.Connection, entity: str, limit: int = 20) -> list[Counterpart]:
    """Whom an entity deals with: who meets it, whom it speaks to, who speaks to it; the closest first."""
    ids = ids_of(db, entity)
    marks = ", ".join("?" * len(ids))
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    days: dict[str, list[str]] = defaultdict(list)
    queries = (
        "SELECT o.party, COUNT(*), MIN(c.start), MAX(c.start) FROM contact_parties m "
        "JOIN contact_parties o ON o.contact = m.contact JOIN merged_contacts c ON c.id = m.contact "
        f"WHERE m.party IN ({marks}) GROUP BY 1",
        "SELECT s.addressee, COUNT(*), MIN(p.published), MAX(p.published) FROM statements s "
        f"JOIN pages p ON p.n = s.page WHERE s.speaker IN ({marks}) AND s.addressee IS NOT NULL GROUP BY 1",
        "SELECT s.speaker, COUNT(*), MIN(p.published), MAX(p.published) FROM statements s "
        f"JOIN pages p ON p.n = s.page WHERE s.addressee IN ({marks}) AND s.speaker IS NOT NULL GROUP BY 1",
    )
    chiefs: dict[str, str] = dict(db.execute("SELECT alias, entity FROM aliases"))
    for place, query in enumerate(queries):
        for other, count, first, last in db.execute(query, ids).fetchall():
            chief = chiefs.get(other, other)
            if chief in ids:
                continue
            found[chief][place] += count
            days[chief] += [day for day in (first, last) if day]
    closest = sorted(found, key=lambda one: (-found[one][0], -sum(found[one]), one))
    return [
        Counterpart(
            entity=one, contacts=found[one][0], said_to=found[one][1], heard_from=found[one][2],
            first=min(days[one], default=None), last=max(days[one], default=None),
        )
        for one in closest[:limit]
    ]  # fmt: skip


def _entity(row: tuple[str, str, str, str, int, int]) -> EntityRow:
    entity_id, name, kind, names, pages, mentions = row
    return EntityRow(
        id=entity_id, name=name, type=kind, names=tuple(json.loads(names)), pages=pages,
        mentions=mentions,
    )  # fmt: skip
