"""Who and what the record names: mention rows of all pages, summed under joined ids."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

_MOST_NAMES = 12


@dataclass(slots=True)
class _Entity:
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    pages: int = 0


def sum_entities(db: sqlite3.Connection, changed: Iterable[str] | None = None) -> frozenset[str]:
    """Bring ``entities`` up to ``mentions`` and ``aliases``; the ids of the entities summed again.

    Call inside a transaction.

    ``changed`` are ids, of entities or aliases, whose sums may be others; all, unless given.  The
    commonest form is the name, the commonest type the type; of equals the first by the alphabet.
    """
    joined: dict[str, str] = dict(db.execute("SELECT alias, entity FROM aliases"))
    members: defaultdict[str, list[str]] = defaultdict(list)
    for alias, entity in joined.items():
        if alias != entity:
            members[entity].append(alias)
    if changed is None:
        db.execute("DELETE FROM entities")
        heads = {joined.get(e, e) for (e,) in db.execute("SELECT DISTINCT entity FROM mentions")}
    else:
        wanted = set(changed)
        heads = {joined.get(entity, entity) for entity in wanted}
        _among(db, "DELETE FROM entities WHERE id IN", wanted | heads)
    own = {member: head for head in heads for member in (head, *members.get(head, ()))}
    found: defaultdict[str, _Entity] = defaultdict(_Entity)
    for entity, kind, name, count, pages in _among(
        db, "SELECT entity, type, name, SUM(count), COUNT(*) FROM mentions WHERE entity IN", own,
        "GROUP BY entity, type, name",
    ):  # fmt: skip
        one = found[own[entity]]
        one.names[name] += count
        one.types[kind] += count
        one.pages += pages
    for head in heads & members.keys() & found.keys():  # a page may name two of its members
        ((found[head].pages,),) = _among(
            db, "SELECT COUNT(DISTINCT page) FROM mentions WHERE entity IN",
            [head, *members[head]],
        )  # fmt: skip
    db.executemany(
        "INSERT INTO entities (id, name, type, names, pages, mentions) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                entity,
                _commonest(one.names)[0],
                _commonest(one.types)[0],
                json.dumps(_commonest(one.names)[:_MOST_NAMES], ensure_ascii=False),
                one.pages,
                one.names.total(),
            )
            for entity, one in sorted(found.items())
        ),
    )
    return frozenset(found)


def _among(
    db: sqlite3.Connection, query: str, values: Collection[str], end: str = ""
) -> sqlite3.Cursor:
    return db.execute(
        f"{query} (SELECT value FROM json_each(?)) {end}",  # noqa: S608 - our own queries
        (json.dumps(sorted(values)),),
    )


def _commonest(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))
