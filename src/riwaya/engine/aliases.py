"""Joining provisional entities over pages: the alias table, and pages and digests under joined ids.

Stored pages keep the ids that their steps gave; only what the joins see is renamed.  What a user
joined by hand are rows of the same table and stand above the corpus's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from riwaya.corpus.entities import block_pairs, name_keys, settled
from riwaya.store.moment import now
from riwaya.store.writer import RecordWriter

T = TypeVar("T")

_NAMES = (
    "SELECT DISTINCT entity, type, name FROM mentions "
    "WHERE type IN ('PER', 'ORG') AND instr(name, ' ')"
)
_NEW = " AND page IN (SELECT n FROM pages WHERE joined = 0)"


def find_aliases(writer: RecordWriter, *, afresh: bool = True) -> dict[str, str]:
    """``{provisional id: the id that stands for it}``, of the corpus and of users, chains followed.

    What a user split leads to itself.  Only names of pages that are not joined yet are compared, with
    all others; ``afresh`` all are, and where pages may have names no more.
    """
    from riwaya.names.registry import registry

    def pages_of(entity: str) -> set[int]:
        rows = writer.db.execute("SELECT page FROM mentions WHERE entity = ?", (entity,))
        return {page for (page,) in rows}

    _compare_names(writer, afresh=afresh)
    pairs = (
        (a, b, bool(sure)) for a, b, sure in writer.db.execute("SELECT a, b, sure FROM name_pairs")
    )
    table = settled(pairs, pages_of, lambda entity: registry().entity(entity) is not None)
    table.update(writer.db.execute("SELECT alias, entity FROM aliases WHERE origin = 'user'"))
    return {alias: _end(alias, table) for alias in table}


def _compare_names(writer: RecordWriter, *, afresh: bool) -> None:
    """Bring ``name_keys`` and ``name_pairs`` up to the names of new pages."""
    db = writer.db
    if afresh or db.execute("SELECT 1 FROM stale_entities").fetchone():
        afresh = True
        db.execute("DELETE FROM name_keys")
        db.execute("DELETE FROM name_pairs")
    touched = set()
    for entity, kind, name in db.execute(_NAMES if afresh else _NAMES + _NEW).fetchall():
        for key, word in name_keys(kind, name):
            put = db.execute(
                "INSERT OR IGNORE INTO name_keys VALUES (?, ?, ?)", (key, entity, word)
            )
            if put.rowcount:
                touched.add(key)
    for key in sorted(touched):
        block = db.execute("SELECT entity, word FROM name_keys WHERE key = ?", (key,)).fetchall()
        if len(block) > 1:
            db.execute("DELETE FROM name_pairs WHERE key = ?", (key,))
            db.executemany(
                "INSERT OR IGNORE INTO name_pairs VALUES (?, ?, ?, ?)",
                [(key, *pair) for pair in block_pairs(key, block)],
            )


def pages_with(writer: RecordWriter, entities: Iterable[str]) -> dict[int, str]:
    """The number and id of every page that names one of these."""
    rows = writer.db.execute(
        "SELECT DISTINCT p.n, p.id FROM mentions m JOIN pages p ON p.n = m.page WHERE m.entity IN "
        "(SELECT value FROM json_each(?))",
        (json.dumps(sorted(entities)),),
    )
    return dict(rows)


def changed_aliases(writer: RecordWriter, table: Mapping[str, str]) -> set[str]:
    """The ids that stand for another now than the file has it."""
    known: dict[str, str] = dict(writer.db.execute("SELECT alias, entity FROM joined_aliases"))
    return {
        alias
        for alias in known.keys() | table.keys()
        if known.get(alias, alias) != table.get(alias, alias)
    }


def left_behind(writer: RecordWriter, changed: Iterable[str]) -> set[str]:
    """Whom the changed ids stood for the last time: they may have fewer pages now."""
    known: dict[str, str] = dict(writer.db.execute("SELECT alias, entity FROM joined_aliases"))
    return {known[alias] for alias in changed if alias in known}


def _end(alias: str, table: Mapping[str, str]) -> str:
    """Where a chain of aliases ends; one that runs in a circle ends where it began."""
    seen = {alias}
    entity = table[alias]
    while entity in table and entity not in seen:
        seen.add(entity)
        entity = table[entity]
    return entity


def store_aliases(writer: RecordWriter, table: Mapping[str, str]) -> None:
    """Replace the corpus's aliases by ``table``; the user's stay. Call inside a transaction."""
    rows = [(alias, entity) for alias, entity in sorted(table.items()) if alias != entity]
    moment = now()
    writer.db.execute("DELETE FROM aliases WHERE origin = 'corpus'")
    writer.db.executemany(
        "INSERT OR IGNORE INTO aliases VALUES (?, ?, 'corpus', ?)",
        [(*row, moment) for row in rows],
    )
    writer.db.execute("DELETE FROM joined_aliases")
    writer.db.executemany("INSERT INTO joined_aliases VALUES (?, ?)", rows)


def renamed(value: T, table: Mapping[str, str]) -> T:
    """``value`` with every entity id in it replaced by the one that stands for it."""
    out: Any = value
    if isinstance(value, msgspec.Struct):
        changes: dict[str, Any] = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            new = table.get(old, old) if name == "entity" and old else renamed(old, table)
            if new is not old:
                changes[name] = new
        out = msgspec.structs.replace(value, **changes) if changes else value
    elif isinstance(value, tuple):
        items = tuple(renamed(item, table) for item in value)
        out = items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    elif isinstance(value, dict):  # according_to: {field: (statement, entity)}
        out = {key: _said_by(item, table) for key, item in value.items()}
    return out  # type: ignore[no-any-return]


def _said_by(item: Any, table: Mapping[str, str]) -> Any:
    match item:
        case (str() | None as statement, str() as entity):
            return statement, table.get(entity, entity)
    return item
