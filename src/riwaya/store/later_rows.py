"""Rows of pages that were stored before their tables were."""

from __future__ import annotations

import sqlite3

from riwaya.store.codec import unpack_page
from riwaya.store.prepare import rows

_LATER_ROWS = ("page_sources", "statement_mentions", "mention_offices", "page_refs")


def fill_page_rows(db: sqlite3.Connection) -> None:
    """The rows of pages that were stored before their tables were."""
    if not db.execute("SELECT 1 FROM meta WHERE key = 'rows_to_fill'").fetchone():
        return
    from riwaya.store.reader import analysed  # the reader reads through this room's tables

    for table in _LATER_ROWS:
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    for n, page_id, data in db.execute(
        "SELECT n, id, data FROM page_data JOIN pages ON n = page ORDER BY n"
    ).fetchall():
        made = rows(analysed(page_id, unpack_page(data), None, ()))
        for table in _LATER_ROWS:
            for row in made[table]:
                marks = ", ".join("?" * (len(row) + 1))
                db.execute(f"INSERT INTO {table} VALUES ({marks})", (n, *row))  # noqa: S608
    db.execute("DELETE FROM meta WHERE key = 'rows_to_fill'")
