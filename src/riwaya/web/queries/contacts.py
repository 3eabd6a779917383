"""Contacts: by month for the calendar, by party, and one whole."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

import msgspec

from riwaya.errors import RiwayaError
from riwaya.model import MergedContact, Struct
from riwaya.store.redirects import follow
from riwaya.web.queries.entities import one_of
from riwaya.web.queries.paging import Cut, Paged, Where, paged
from riwaya.web.shapes import ContactRow

PLANNED = ("planned", "proposed", "postponed")
STATUSES = ("held", "under_way", *PLANNED, "declined", "cancelled", "denied")
KINDS = ("phone_call", "video_call", "meeting", "summit", "visit", "talks", "letter", "contact")
_COLUMNS = (
    "c.id, c.kind, c.status, c.start, c.pages, c.disputed, c.independent, c.story, "
    "(SELECT json_group_array(party) FROM contact_parties WHERE contact = c.id) "
)


class ContactFilter(Struct, frozen=True, kw_only=True):
    """Which contacts; days are ISO, ``until`` not included."""

    party: str | None = None
    kind: str | None = None
    status: str | None = None
    story: str | None = None
    since: str | None = None
    before: str | None = None
    disputed: bool = False
    newest_first: bool = False


def list_contacts(db: sqlite3.Connection, asked: ContactFilter, cut: Cut) -> Paged[ContactRow]:
    """Contacts by time, with the total."""
    where = Where.none()
    if asked.party:
        test, values = one_of(db, "party", asked.party)
        mine = f"SELECT DISTINCT contact FROM contact_parties WHERE {test}"
        where.add(f"c.id IN ({mine})", *values)
    for column, value in (("kind", asked.kind), ("status", asked.status), ("story", asked.story)):
        if value:
            where.add(f"c.{column} = ?", value)
    if asked.since:
        where.add("c.start >= ?", asked.since)
    if asked.before:
        where.add("c.start < ?", asked.before)
    if asked.disputed:
        where.add("c.disputed = 1")
    if asked.party and len(where.tests) == 1:
        # Counted without a look at the contacts, whose rows are long.
        total = db.execute(f"SELECT COUNT(*) FROM ({mine})", where.values).fetchone()
    else:
        total = db.execute(
            f"SELECT COUNT(*) FROM merged_contacts c {where.clause}", where.values
        ).fetchone()
    order = "c.start DESC, c.id" if asked.newest_first else "c.start IS NULL, c.start, c.id"
    rows = db.execute(
        f"SELECT {_COLUMNS}FROM merged_contacts c {where.clause}ORDER BY {order} LIMIT ? OFFSET ?",
        (*where.values, cut.limit, cut.offset),
    )
    return paged([_row(row) for row in rows], cut, total[0])


def _row(row: tuple[object, ...]) -> ContactRow:
    *plain, parties = row
    fields = dict(zip(ContactRow.__struct_fields__, plain, strict=False))
    return ContactRow(
        **{**fields, "disputed": bool(fields["disputed"])},  # type: ignore[arg-type]
        parties=tuple(json.loads(str(parties))),
    )


def find_contact(db: sqlite3.Connection, wanted: str) -> MergedContact:
    """A contact by its id or one that it had before; error ``nothing_such``."""
    row = db.execute(
        "SELECT data FROM merged_contacts WHERE id = ?", (follow(db, "contact", wanted),)
    ).fetchone()
    if row is None:
        raise RiwayaError("nothing_such", kind="contact", wanted=wanted)
    return msgspec.json.decode(row[0], type=MergedContact)


def months(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """The months that have contacts, and how many."""
    return db.execute(
        "SELECT substr(start, 1, 7), COUNT(*) FROM merged_contacts "
        "WHERE start GLOB '[12][0-9][0-9][0-9]-[01][0-9]-*' GROUP BY 1 ORDER BY 1"
    ).fetchall()


def next_month(month: str) -> str:
    """The month after ``YYYY-MM``."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year + number // 12, number % 12 + 1, 1).isoformat()[:7]


def last_month(month: str) -> str:
    """The month before ``YYYY-MM``."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year - (number == 1), (number - 2) % 12 + 1, 1).isoformat()[:7]
