"""Who and what the record names: lists, and all that is known of one."""

from __future__ import annotations

import sqlite3


def ids_of(db: sqlite3.Connection, entity: str) -> tuple[str, ...]:
    """An entity's id, the one that it is joined to, and all that are joined to that."""
    row = db.execute("SELECT entity FROM aliases WHERE alias = ?", (entity,)).fetchone()
    chief = str(row[0]) if row else entity
    others = db.execute("SELECT alias FROM aliases WHERE entity = ? AND alias <> ?", (chief, chief))
    return tuple(dict.fromkeys((chief, entity, *(str(alias) for (alias,) in others))))


def one_of(db: sqlite3.Connection, column: str, entity: str) -> tuple[str, tuple[str, ...]]:
    """A test that a column has an entity under any of its ids, and its values."""
    ids = ids_of(db, entity)
    return f"{column} IN ({', '.join('?' * len(ids))})", ids
