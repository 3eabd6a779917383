"""What was set aside, and which pages a text is."""

from __future__ import annotations

import sqlite3

from riwaya.store.shapes import SetAsideRow
from riwaya.web.queries.paging import Cut, Paged, paged


def set_aside_rows(db: sqlite3.Connection, cut: Cut) -> Paged[SetAsideRow]:
    """What was read and not taken."""
    total = db.execute("SELECT COUNT(*) FROM set_aside").fetchone()[0]
    rows = db.execute(
        "SELECT id, reason, language, detail, seen_at FROM set_aside ORDER BY id LIMIT ? OFFSET ?",
        (cut.limit, cut.offset),
    )
    keys = SetAsideRow.__struct_fields__
    return paged([SetAsideRow(**dict(zip(keys, row, strict=True))) for row in rows], cut, total)


def text_pages(db: sqlite3.Connection, hashes: set[str]) -> dict[str, tuple[str, str | None]]:
    """By hash of a text: the id and title of a page that has it."""
    return {
        sha: row
        for sha in hashes
        if (
            row := db.execute(
                "SELECT id, title FROM pages WHERE sha256 = ? ORDER BY n", (sha,)
            ).fetchone()
        )
    }
