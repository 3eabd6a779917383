"""What users correct, merge and split: short writes, in tables that no build makes again.

Corrections are applied to a page whenever it is read from the record, and by every build before
the joins.  Merges and splits of entities are rows of ``aliases`` whose origin is ``user``; they
stand above the corpus's own, and lists show them from the next build on.

None of these needs the builder's lock: each is one short transaction.  Errors: ``no_record``,
``not_a_record``, ``busy``, ``nothing_such``, ``bad_correction``.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from riwaya.errors import RiwayaError
from riwaya.store.codec import unpack_page
from riwaya.store.corrected import Action, Correction, check_value, corrected, layer_of
from riwaya.store.file import check_ours, open_to_write, translated
from riwaya.store.moment import now
from riwaya.store.shapes import AliasRow

_COLUMNS = 'n, text_sha256, layer, start, "end", action, value, made_at, undone_at'


def add_correction(
    record: Path,
    page: str,
    layer: str,
    span: tuple[int, int],
    action: Action,
    value: Mapping[str, Any] | None = None,
) -> Correction:
    """Correct the annotation of ``layer`` at ``span`` of a page (its id in the record).

    ``action`` is ``remove``, or ``set`` with the fields to set in ``value``: ``{"speaker": None}``,
    ``{"entity": "abc"}``.  ``span`` is as :func:`riwaya.store.corrected.address` gives it.  Every page
    of the same text is corrected.  ``nothing_such`` where no annotation stands there.
    """
    fields = dict(value or {})
    where = f"{record}: {page}"
    try:
        known = layer_of(layer)
        check_value(known, fields)
    except ValueError as error:
        raise RiwayaError("bad_correction", where, why=error) from error
    if action not in ("remove", "set") or (action == "set" and not fields.keys() - {"was"}):
        raise RiwayaError("bad_correction", where, why="remove, or set with fields to set")
    with _writing(record) as db:
        row = db.execute(
            "SELECT p.sha256, data FROM pages p JOIN page_data ON page = p.n WHERE id = ?", (page,)
        ).fetchone()
        if row is None:
            raise RiwayaError("nothing_such", str(record), kind="page", wanted=page)
        made = Correction(
            n=0, text_sha256=row[0], layer=known, start=span[0], end=span[1], action=action,
            value=fields, made_at=now(),
        )  # fmt: skip
        layers = corrected(unpack_page(row[1]).layers, active(db, row[0]))
        if corrected(layers, [made]) == layers:
            raise RiwayaError(
                "bad_correction", where, why=f"it would change nothing in {layer} at {span}"
            )
        cursor = db.execute(
            'INSERT INTO corrections (text_sha256, layer, start, "end", value, action, made_at) '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row[0], known, *span, json.dumps(fields, ensure_ascii=False), action, made.made_at),
        )
        return msgspec.structs.replace(made, n=int(cursor.lastrowid or 0))


def undo_correction(record: Path, n: int) -> None:
    """Undo a correction by its number; it stays listed as undone. ``nothing_such`` where there is none."""
    with _writing(record) as db:
        done = db.execute(
            "UPDATE corrections SET undone_at = ? WHERE n = ? AND undone_at IS NULL", (now(), n)
        ).rowcount
        if not done:
            raise RiwayaError("nothing_such", str(record), kind="correction", wanted=n)


def list_corrections(
    db: sqlite3.Connection, page: str | None = None, *, undone: bool = False
) -> list[Correction]:
    """The corrections of a record (``reader.db``), oldest first; of one page where asked, ``undone``
    ones as well where asked.
    """
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM corrections WHERE (?1 OR undone_at IS NULL) AND "  # noqa: S608
        "(?2 IS NULL OR text_sha256 = (SELECT sha256 FROM pages WHERE id = ?2)) ORDER BY n",
        (undone, page),
    )
    return [_correction(row) for row in rows]


def active(db: sqlite3.Connection, text_sha256: str) -> list[Correction]:
    """The corrections of a text that are not undone, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM corrections WHERE text_sha256 = ? AND undone_at IS NULL ORDER BY n",  # noqa: S608
        (text_sha256,),
    )
    return [_correction(row) for row in rows]


def state_of(corrections: Sequence[Correction]) -> str:
    """A short hash of what these corrections say: ``""`` for none."""
    if not corrections:
        return ""
    said = [(c.layer, c.start, c.end, c.action, c.value) for c in corrections]
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()[:16]


def _correction(row: Sequence[Any]) -> Correction:
    plain = dict(zip(Correction.__struct_fields__, row, strict=True))
    return msgspec.convert({**plain, "value": json.loads(plain["value"])}, Correction)


# ---------------------------------------------------------------- entities that are one, or two


def merge_entities(record: Path, alias: str, entity: str) -> None:
    """Say that the entity ``alias`` is ``entity``; from the next build on all of the record has it so.

    What the user said of either before that would run in a circle gives way.
    """
    if alias == entity:
        raise RiwayaError("bad_correction", str(record), why="an entity is itself already")
    with _writing(record) as db:
        for one in (alias, entity):
            _check_known(db, record, one)
        chosen = dict(db.execute("SELECT alias, entity FROM aliases WHERE origin = 'user'"))
        chosen.pop(alias, None)
        at = entity
        seen = set()
        while at in chosen and at not in seen:
            seen.add(at)
            if chosen[at] == alias:
                db.execute("DELETE FROM aliases WHERE alias = ?", (at,))
            at = chosen[at]
        _put(db, alias, entity)


def split_entity(record: Path, alias: str) -> None:
    """Say that ``alias``, which the corpus or a user joined to another entity, stands for itself."""
    with _writing(record) as db:
        _check_known(db, record, alias)
        _put(db, alias, alias)


def forget_choice(record: Path, alias: str) -> None:
    """Undo what a user said of ``alias`` by a merge or a split: the corpus decides again."""
    with _writing(record) as db:
        done = db.execute("DELETE FROM aliases WHERE alias = ? AND origin = 'user'", (alias,))
        if not done.rowcount:
            raise RiwayaError("nothing_such", str(record), kind="merge", wanted=alias)


def list_aliases(db: sqlite3.Connection, entity: str | None = None) -> list[AliasRow]:
    """Which ids stand for which entity, and by whose decision; those of one entity where asked."""
    rows = db.execute(
        "SELECT alias, entity, origin, made_at FROM aliases WHERE ?1 IS NULL OR entity = ?1 OR "
        "alias = ?1 ORDER BY alias",
        (entity,),
    )
    keys = AliasRow.__struct_fields__
    return [AliasRow(**dict(zip(keys, row, strict=True))) for row in rows]


def _put(db: sqlite3.Connection, alias: str, entity: str) -> None:
    db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?, 'user', ?)", (alias, entity, now()))


def _check_known(db: sqlite3.Connection, record: Path, entity: str) -> None:
    for query in (
        "SELECT 1 FROM entities WHERE id = ?",
        "SELECT 1 FROM mentions WHERE entity = ?",
        "SELECT 1 FROM aliases WHERE alias = ?",
    ):
        if db.execute(query, (entity,)).fetchone():
            return
    raise RiwayaError("nothing_such", str(record), kind="entity", wanted=entity)


@contextlib.contextmanager
def _writing(record: Path) -> Iterator[sqlite3.Connection]:
    """One short transaction on a record that is there."""
    if not check_ours(record):
        raise RiwayaError("no_record", str(record))
    db = open_to_write(record, log=False)
    try:
        with translated(record):
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
    finally:
        db.close()
