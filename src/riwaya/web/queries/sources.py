"""Outlets: how much each publishes, what it originates, what it takes from whom, how fast."""

from __future__ import annotations

import sqlite3

from riwaya.errors import RiwayaError
from riwaya.web.queries.paging import Cut, Paged, paged
from riwaya.web.shapes import DayCount, Facet, OutletLink, OutletRow, OutletView

OUTLET_ORDERS = ("pages", "first", "copied", "name")
_ORDER = {
    "pages": "pages DESC, outlet", "first": "first DESC, outlet",
    "copied": "CAST(copied AS REAL) / pages DESC, outlet", "name": "name, outlet",
}  # fmt: skip
_ROW = (
    "SELECT outlet, name, pages, stories, statements, first, copied, since, until FROM outlet_sums "
)


def list_outlets(db: sqlite3.Connection, order: str, cut: Cut) -> Paged[OutletRow]:
    """The outlets of the record."""
    total = db.execute("SELECT COUNT(*) FROM outlet_sums").fetchone()[0]
    rows = db.execute(f"{_ROW}ORDER BY {_ORDER[order]} LIMIT ? OFFSET ?", (cut.limit, cut.offset))
    return paged([_row(row) for row in rows], cut, total)


def outlet_names(db: sqlite3.Connection, limit: int = 200) -> list[tuple[str, str]]:
    """Ids and names of the outlets, the largest first: what a list is narrowed by."""
    return db.execute(
        "SELECT outlet, name FROM outlet_sums ORDER BY pages DESC, outlet LIMIT ?", (limit,)
    ).fetchall()


def view_outlet(db: sqlite3.Connection, wanted: str) -> OutletView:
    """An outlet's profile; error ``nothing_such``."""
    row = db.execute(f"{_ROW}WHERE outlet = ?", (wanted,)).fetchone()
    if row is None:
        raise RiwayaError("nothing_such", kind="outlet", wanted=wanted)
    named = db.execute(
        "SELECT source, name, pages FROM outlet_sources WHERE outlet = ? ORDER BY pages DESC, source LIMIT 20",
        (wanted,),
    )
    months = db.execute(
        "SELECT month, pages FROM outlet_months WHERE outlet = ? ORDER BY month", (wanted,)
    )
    return OutletView(
        row=_row(row),
        takes=_links(db, "later", "earlier", wanted),
        gives=_links(db, "earlier", "later", wanted),
        named=tuple(Facet(value=v, name=n, count=c) for v, n, c in named),
        by_month=tuple(DayCount(day=d, pages=p) for d, p in months),
    )


def _links(db: sqlite3.Connection, own: str, far: str, outlet: str) -> tuple[OutletLink, ...]:
    rows = db.execute(
        f"SELECT l.{far}, o.name, l.passages, l.pages, l.chars, l.minutes FROM outlet_links l "
        f"JOIN outlet_sums o ON o.outlet = l.{far} WHERE l.{own} = ? ORDER BY l.pages DESC, 1 LIMIT 30",
        (outlet,),
    )
    return tuple(
        OutletLink(outlet=o, name=n, passages=passages, pages=p, chars=c, minutes=m)
        for o, n, passages, p, c, m in rows
    )


def _row(row: tuple[object, ...]) -> OutletRow:
    return OutletRow(**dict(zip(OutletRow.__struct_fields__, row, strict=True)))  # type: ignore[arg-type]
