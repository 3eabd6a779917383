"""Who and what the record names: mention rows of all pages, summed under joined ids."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field

_MOST_NAMES = 12


@dataclass(slots=True)
class _Entity:
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    pages: set[int] = field(default_factory=set)


def sum_entities(db: sqlite3.Connection) -> None:
    """Fill ``entities`` from ``mentions`` and ``aliases``. Call inside a transaction, the table empty.

    The commonest form is the name, the commonest type the type; of equals the first by the alphabet.
    """
    joined: dict[str, str] = dict(db.execute("SELECT alias, entity FROM aliases"))
    found: dict[str, _Entity] = {}
    for page, entity, kind, name, count in db.execute(
        "SELECT page, entity, type, name, count FROM mentions"
    ):
        one = found.setdefault(joined.get(entity, entity), _Entity())
        one.names[name] += count
        one.types[kind] += count
        one.pages.add(page)
    db.executemany(
        "INSERT INTO entities (id, name, type, names, pages, mentions) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                entity,
                _commonest(one.names)[0],
                _commonest(one.types)[0],
                json.dumps(_commonest(one.names)[:_MOST_NAMES], ensure_ascii=False),
                len(one.pages),
                one.names.total(),
            )
            for entity, one in sorted(found.items())
        ),
    )


def _commonest(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))
