"""Pages: lists, one page with all that was found on it, and what is known of it and how."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from riwaya.model import Analysed, Copy, PageSpan, Struct
from riwaya.store.reader import RecordReader
from riwaya.store.record import read_copies
from riwaya.store.shapes import PageRow
from riwaya.web.queries.paging import Cut, Paged, Where, paged
from riwaya.web.shapes import MetaLine

PAGE_COLUMNS = (
    "p.id, p.title, p.outlet, p.published, p.url, p.language, p.format, p.chars, "
    "p.statements, p.contacts, p.warnings, "
    "(SELECT story FROM story_pages sp WHERE sp.page = p.n LIMIT 1)"
)


class PageFilter(Struct, frozen=True, kw_only=True):
    """Which pages; days are ISO, both included."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    warned: bool = False
    """Only pages that a careful reader would question."""
    undated: bool = False


def page_row(row: Sequence[object]) -> PageRow:
    """A row of :data:`PAGE_COLUMNS`."""
    return msgspec.convert(dict(zip(PageRow.__struct_fields__, row, strict=True)), PageRow)


def list_pages(db: sqlite3.Connection, asked: PageFilter, cut: Cut) -> Paged[PageRow]:
    """Pages, the latest first."""
    where = Where.none()
    if asked.outlet:
        where.add("p.outlet_entity = ?", asked.outlet)
    if asked.since:
        where.add("p.published >= ?", asked.since)
    if asked.until:
        where.add(
            "p.published < ?", (date.fromisoformat(asked.until) + timedelta(days=1)).isoformat()
        )
    if asked.warned:
        where.add("p.warnings > 0")
    if asked.undated:
        where.add("p.published IS NULL")
    total = db.execute(f"SELECT COUNT(*) FROM pages p {where.clause}", where.values).fetchone()[0]
    rows = db.execute(
        f"SELECT {PAGE_COLUMNS} FROM pages p {where.clause}ORDER BY p.published DESC, p.n DESC LIMIT ? OFFSET ?",
        (*where.values, cut.limit, cut.offset),
    )
    return paged([page_row(row) for row in rows], cut, total)


def page_copies(db: sqlite3.Connection, page: str, most: int) -> list[Copy]:
    """Passages of a page that stand elsewhere too, in the order of the page."""
    n = db.execute("SELECT n FROM pages WHERE id = ?", (page,)).fetchone()[0]
    found = read_copies(
        db,
        "WHERE copies.n IN (SELECT n FROM copies WHERE a = ?1 UNION SELECT n FROM copies WHERE b = ?1)",
        (n,),
    )
    found.sort(key=lambda c: (mine(c, page).start, other(c, page).page))
    return found[:most]


def mine(copy: Copy, page: str) -> PageSpan:
    """The side of a copy that stands in ``page``."""
    return copy.a if copy.a.page == page else copy.b


def other(copy: Copy, page: str) -> PageSpan:
    """The side of a copy that does not."""
    return copy.b if copy.a.page == page else copy.a


def metadata(page: Analysed) -> list[MetaLine]:
    """What is known of a page and how: its date, outlet, sources, and every hint from outside its text."""
    lines = []
    if page.published:
        lines.append(
            MetaLine(
                name="published",
                value=page.published.value,
                basis=page.published.basis,
                at=page.published.evidence,
            )
        )
    elif page.published_range:
        span = page.published_range
        lines.append(
            MetaLine(
                name="published_range", value=f"{span.earliest or '…'} – {span.latest or '…'}",
                basis=span.basis, at=span.evidence,
            )
        )  # fmt: skip
    if page.outlet:
        lines.append(
            MetaLine(
                name="outlet",
                value=page.outlet.name,
                basis="text" if page.outlet.evidence else "metadata",
                at=page.outlet.evidence,
            )
        )
    lines += [
        MetaLine(name="source", value=s.name or s.entity or "", basis=s.via, at=s.evidence)
        for s in page.sources
    ]
    return lines


def hints(reader: RecordReader, page_id: str) -> list[MetaLine]:
    """The evidence from outside the page's text: metadata, its address, the record that it came in."""
    return [
        MetaLine(name=h.kind, value=h.value, basis=h.basis)
        for h in reader.stored(page_id).page.hints
    ]


def readings(db: sqlite3.Connection, page: str) -> list[tuple[str, str, str, str]]:
    """Every time that a page was read: under which id, from where, when, and the hash of the bytes."""
    return db.execute(
        "SELECT item, origin, read_at, raw_sha256 FROM readings r JOIN pages p ON p.n = r.page "
        "WHERE p.id = ? ORDER BY read_at LIMIT 50",
        (page,),
    ).fetchall()


def pages_by_id(db: sqlite3.Connection, ids: set[str]) -> dict[str, PageRow]:
    """Rows of pages by id; one that the record lacks is left out."""
    wanted = sorted(ids)
    found: dict[str, PageRow] = {}
    for at in range(0, len(wanted), 400):
        some = wanted[at : at + 400]
        for row in db.execute(
            f"SELECT {PAGE_COLUMNS} FROM pages p WHERE p.id IN ({', '.join('?' * len(some))})", some
        ):
            found[str(row[0])] = page_row(row)
    return found
