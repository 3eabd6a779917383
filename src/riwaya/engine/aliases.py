"""Joining provisional entities over pages: the alias table, and pages and digests under joined ids.

Stored pages keep the ids that their steps gave; only what the joins see is renamed.  What a user
joined by hand are rows of the same table and stand above the corpus's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from riwaya.corpus.entities import EntityUse, alias_table
from riwaya.store.moment import now
from riwaya.store.writer import RecordWriter

T = TypeVar("T")

_USES = "SELECT p.id, m.entity, m.type, m.name FROM mentions m JOIN pages p ON p.n = m.page"


def find_aliases(writer: RecordWriter) -> tuple[dict[str, str], set[str]]:
    """``{provisional id: the id that stands for it}``, and the pages that have one of the former."""
    from riwaya.names.registry import registry

    uses = [EntityUse(*row) for row in writer.db.execute(_USES)]
    table = alias_table(uses, lambda entity: registry().entity(entity) is not None)
    table.update(writer.db.execute("SELECT alias, entity FROM aliases WHERE origin = 'user'"))
    table = {alias: _end(alias, table) for alias in table}
    return table, {use.page for use in uses if use.entity in table}


def user_choices(writer: RecordWriter) -> str:
    """A short hash of what users merged and split; ``""`` where they did not."""
    rows = writer.db.execute(
        "SELECT alias, entity FROM aliases WHERE origin = 'user' ORDER BY alias"
    ).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:16] if rows else ""


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
    writer.db.execute("DELETE FROM aliases WHERE origin = 'corpus'")
    moment = now()
    writer.db.executemany(
        "INSERT OR IGNORE INTO aliases VALUES (?, ?, 'corpus', ?)",
        [(alias, entity, moment) for alias, entity in sorted(table.items()) if alias != entity],
    )


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
