"""Sums by name: on how many pages of which month somebody is named, how much he says, what he is called."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from riwaya.arabic.folding import fold_key
from riwaya.names.registry import registry
from riwaya.store.later_rows import fill_page_rows


@dataclass(frozen=True, slots=True)
class Counts:
    """What is to be counted where pages came to a record that was summed before."""

    added: Collection[int]
    """Pages that are new to the record."""
    anew: Collection[str]
    """Entities that are to be counted over all pages: others name them now, or pages changed."""
    replaced: bool
    """Whether pages have other layers than the last time."""


def sum_names(
    db: sqlite3.Connection,
    entities: Collection[str] | None = None,
    counts: Counts | None = None,
) -> None:
    """Fill the tables of sums by name. Call inside a transaction.

    Of ``entities``, where given, only these may have changed since the last time; ``counts`` tells
    which of these only gained pages.
    """
    fill_page_rows(db)
    whole = entities is None or not db.execute("SELECT 1 FROM entity_months").fetchone()
    _put_names(db, None if whole else entities)
    if whole or counts is None:
        _sum_speakers(db)
        _sum_months(db, None if whole else entities)
        return
    _sum_months(db, counts.anew)
    _add_months(db, counts)
    if counts.replaced:
        _sum_speakers(db)
    else:
        _add_speakers(db, counts)


def _put_names(db: sqlite3.Connection, entities: Collection[str] | None) -> None:
    """Every name from each of its words on, folded; of registry entities the English ones too."""
    known = registry()
    rows: dict[tuple[str, str], int] = {}
    chosen = None if entities is None else json.dumps(sorted(entities))
    of_chosen = "WHERE ?1 IS NULL OR {} IN (SELECT value FROM json_each(?1))"
    db.execute(f"DELETE FROM entity_names {of_chosen.format('entity')}", (chosen,))  # noqa: S608
    for entity, names in db.execute(
        f"SELECT id, names FROM entities {of_chosen.format('id')}",  # noqa: S608
        (chosen,),
    ).fetchall():
        listed = known.entity(entity)
        for name in (*json.loads(names), *(listed.names if listed else ())):
            words = fold_key(name).split()
            for at in range(len(words)):
                rest = " ".join(words[at:])
                for form in (rest, rest.removeprefix("ال")):
                    rows[form, entity] = max(rows.get((form, entity), 0), int(at == 0))
    db.executemany(
        "INSERT INTO entity_names VALUES (?, ?, ?)",
        ((folded, entity, whole) for (folded, entity), whole in sorted(rows.items())),
    )


def _sum_speakers(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM speakers")
    db.execute(
        "INSERT INTO speakers SELECT COALESCE(a.entity, s.speaker), COUNT(*) FROM statements s "
        "LEFT JOIN aliases a ON a.alias = s.speaker WHERE s.speaker IS NOT NULL GROUP BY 1"
    )


def _add_speakers(db: sqlite3.Connection, counts: Counts) -> None:
    """The statements of new pages, and all of those whose name is joined otherwise now."""
    anew, added = json.dumps(sorted(counts.anew)), json.dumps(sorted(counts.added))
    db.execute("DELETE FROM speakers WHERE entity IN (SELECT value FROM json_each(?))", (anew,))
    db.execute(
        "INSERT INTO speakers SELECT COALESCE(a.entity, s.speaker) AS head, COUNT(*) FROM statements s "
        "LEFT JOIN aliases a ON a.alias = s.speaker WHERE s.speaker IN (SELECT value FROM json_each(?1) "
        "UNION SELECT alias FROM aliases WHERE entity IN (SELECT value FROM json_each(?1))) "
        "GROUP BY 1 HAVING head IN (SELECT value FROM json_each(?1))",
        (anew,),
    )
    db.execute(
        "INSERT INTO speakers SELECT COALESCE(a.entity, s.speaker) AS head, COUNT(*) FROM statements s "
        "LEFT JOIN aliases a ON a.alias = s.speaker WHERE s.speaker IS NOT NULL "
        "AND s.page IN (SELECT value FROM json_each(?2)) GROUP BY 1 "
        "HAVING head NOT IN (SELECT value FROM json_each(?1)) "
        "ON CONFLICT DO UPDATE SET statements = statements + excluded.statements",
        (anew, added),
    )


def _add_months(db: sqlite3.Connection, counts: Counts) -> None:
    """The new pages of entities that are not counted anew."""
    db.execute(
        "INSERT INTO entity_months SELECT COALESCE(a.entity, m.entity) AS head, "
        "COALESCE(substr(p.published, 1, 7), '') AS month, COUNT(DISTINCT m.page) FROM mentions m "
        "JOIN pages p ON p.n = m.page LEFT JOIN aliases a ON a.alias = m.entity "
        "WHERE m.page IN (SELECT value FROM json_each(?2)) GROUP BY 1, 2 "
        "HAVING head NOT IN (SELECT value FROM json_each(?1)) "
        "ON CONFLICT DO UPDATE SET pages = pages + excluded.pages",
        (json.dumps(sorted(counts.anew)), json.dumps(sorted(counts.added))),
    )


def _sum_months(db: sqlite3.Connection, entities: Collection[str] | None) -> None:
    """On how many pages of each month an entity is named; month blank: pages without a date."""
    chosen, of_chosen = None, ""
    if entities is not None:
        chosen = json.dumps(sorted(entities))
        of_chosen = (
            "WHERE m.entity IN (SELECT value FROM json_each(?1) UNION "
            "SELECT alias FROM aliases WHERE entity IN (SELECT value FROM json_each(?1))) "
        )
    db.execute(
        "DELETE FROM entity_months WHERE ?1 IS NULL OR entity IN (SELECT value FROM json_each(?1))",
        (chosen,),
    )
    db.execute(
        "INSERT OR REPLACE INTO entity_months SELECT COALESCE(a.entity, m.entity), "  # noqa: S608
        "COALESCE(substr(p.published, 1, 7), ''), COUNT(DISTINCT m.page) FROM mentions m "
        f"JOIN pages p ON p.n = m.page LEFT JOIN aliases a ON a.alias = m.entity {of_chosen}GROUP BY 1, 2",
        (chosen,) if chosen is not None else (),
    )
