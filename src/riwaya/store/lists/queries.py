"""One function a list, with its filters. A filter that is None narrows nothing.

Days are ISO (``2023-02-06``), both ends included.  Somebody is asked for by any id that stands for them,
or by the name where no id is known.
"""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from riwaya.errors import RiwayaError
from riwaya.model import Claim, Copy, Dispute, MergedContact
from riwaya.store import search as fulltext
from riwaya.store.lists import tables
from riwaya.store.lists.listing import Listing, T
from riwaya.store.lists.tables import StorySummary
from riwaya.store.redirects import follow
from riwaya.store.shapes import EntityRow, Hit, PageRow, SetAsideRow, StatementRow

_SAME = (
    "IN (WITH chief (id) AS (SELECT COALESCE((SELECT entity FROM aliases WHERE alias = ?1), ?1)) "
    "SELECT id FROM chief UNION SELECT ?1 UNION SELECT alias FROM aliases JOIN chief ON entity = chief.id)"
)
IS_ENTITY = _SAME.replace("?1", "?")
"""``column IS_ENTITY`` with the id three times: it is that entity under any of its ids."""
_NAMES_IT = f"SELECT page FROM mentions WHERE entity {IS_ENTITY}"
_TELLS_IT = (
    f"SELECT p.n FROM pages p WHERE COALESCE(p.outlet_entity, p.outlet) {IS_ENTITY} OR p.outlet = ?"
)


def _three(value: str) -> tuple[str, str, str]:
    return value, value, value


def next_day(day: str) -> str:
    """The ISO day after ``day``; error ``usage`` where it is none."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError) as error:
        raise RiwayaError("usage", why=f"no ISO day: {day!r}") from error


def _within(
    rows: Listing[T], first: str, last: str, since: str | None, until: str | None
) -> Listing[T]:
    """Those whose ``last`` is not before ``since`` and whose ``first`` is not after ``until``."""
    if since is not None:
        next_day(since)
        rows = rows.where(f"{last} >= ?", since)
    if until is not None:
        rows = rows.where(f"{first} < ?", next_day(until))
    return rows


def pages(
    db: sqlite3.Connection, *, outlet: str | None = None, story: str | None = None,
    entity: str | None = None, since: str | None = None, until: str | None = None,
    words: str | None = None,
) -> Listing[PageRow]:  # fmt: skip
    """Pages by date; of an outlet, a story, that name somebody, of a period, that have some words."""
    rows = Listing(db, tables.PAGES)
    if words is not None:
        rows = rows.where("p.n IN (SELECT rowid FROM search WHERE search MATCH ?)", _match(words))
    return _of_page(rows, db, outlet=outlet, story=story, entity=entity, since=since, until=until)


def _of_page(
    rows: Listing[T], db: sqlite3.Connection, *, outlet: str | None, story: str | None,
    entity: str | None, since: str | None, until: str | None,
) -> Listing[T]:  # fmt: skip
    """Narrowed by what the page ``p`` is."""
    if outlet is not None:
        rows = rows.where(f"p.n IN ({_TELLS_IT})", *_three(outlet), outlet)
    if story is not None:
        rows = rows.where(
            "p.n IN (SELECT page FROM story_pages WHERE story = ?)", follow(db, "story", story)
        )
    if entity is not None:
        rows = rows.where(f"p.n IN ({_NAMES_IT})", *_three(entity))
    return _within(rows, "p.published", "p.published", since, until)


def _match(words: str) -> str:
    if not (terms := fulltext.parse(words)):
        raise RiwayaError("bad_query", wanted=words or "an empty query")
    return fulltext.match_expression(terms)


def search(
    db: sqlite3.Connection, words: str, *, outlet: str | None = None, story: str | None = None,
    entity: str | None = None, since: str | None = None, until: str | None = None,
) -> Listing[Hit]:  # fmt: skip
    """The pages that have all the words, best first; narrowed as :func:`pages`. Error ``bad_query``."""
    terms = fulltext.parse(words)
    rows = Listing(db, tables.hits(terms)).where("search MATCH ?", _match(words))
    return _of_page(rows, db, outlet=outlet, story=story, entity=entity, since=since, until=until)


def stories(
    db: sqlite3.Connection, *, outlet: str | None = None, entity: str | None = None,
    since: str | None = None, until: str | None = None, min_pages: int | None = None,
    disputed: bool | None = None, words: str | None = None,
) -> Listing[StorySummary]:  # fmt: skip
    """Stories that an outlet carries, that name somebody, that reach into a period, of some size, with
    or without disputes, of which a page has some words.
    """
    rows = Listing(db, tables.STORIES)
    member = "s.id IN (SELECT story FROM story_pages WHERE page IN ({}))"
    if outlet is not None:
        rows = rows.where(member.format(_TELLS_IT), *_three(outlet), outlet)
    if entity is not None:
        rows = rows.where(member.format(_NAMES_IT), *_three(entity))
    if words is not None:
        found = "SELECT rowid FROM search WHERE search MATCH ?"
        rows = rows.where(member.format(found), _match(words))
    if min_pages is not None:
        rows = rows.where("s.pages >= ?", min_pages)
    if disputed is not None:
        exists = "EXISTS (SELECT 1 FROM disputes d WHERE d.story = s.id)"
        rows = rows.where(exists if disputed else f"NOT {exists}")
    return _within(rows, "s.first", "s.last", since, until)


def statements(
    db: sqlite3.Connection, *, speaker: str | None = None, addressee: str | None = None,
    act: str | None = None, voice: str | None = None, page: str | None = None,
    story: str | None = None, outlet: str | None = None, since: str | None = None,
    until: str | None = None, about: str | None = None,
) -> Listing[StatementRow]:  # fmt: skip
    """Statements by page and place: of a speaker, to an addressee, of an act (``warn`` …), of a voice,
    on a page, in a story, in an outlet, of a period, whose words name somebody.
    """
    rows = Listing(db, tables.STATEMENTS)
    if about is not None:
        naming = f"SELECT page, statement FROM statement_mentions WHERE entity {IS_ENTITY}"
        rows = rows.where(f"(s.page, s.id) IN ({naming})", *_three(about))
    for column, who in (("s.speaker", speaker), ("s.addressee", addressee)):
        if who is not None:
            rows = rows.where(f"{column} {IS_ENTITY}", *_three(who))
    for column, value in (("s.act", act), ("s.voice", voice)):
        if value is not None:
            rows = rows.where(f"{column} = ?", value)
    if page is not None:
        rows = rows.where("s.page = (SELECT n FROM pages WHERE id = ?)", page)
    if story is not None:
        rows = rows.where(
            "s.page IN (SELECT page FROM story_pages WHERE story = ?)", follow(db, "story", story)
        )
    if outlet is not None:
        rows = rows.where(f"s.page IN ({_TELLS_IT})", *_three(outlet), outlet)
    of_day = "s.page IN (SELECT n FROM pages WHERE published {} ?)"
    if since is not None:
        next_day(since)
        rows = rows.where(of_day.format(">="), since)
    if until is not None:
        rows = rows.where(of_day.format("<"), next_day(until))
    return rows


def contacts(
    db: sqlite3.Connection, *, party: str | None = None, story: str | None = None,
    kind: str | None = None, status: str | None = None, since: str | None = None,
    until: str | None = None, disputed: bool | None = None, min_independent: int | None = None,
) -> Listing[MergedContact]:  # fmt: skip
    """Merged contacts by time: of a party, in a story, of a kind (``phone_call`` …) or status (``held``
    …) that leads, of a period, with or without a disputed field, of which some value has so many origins.
    """
    rows = Listing(db, tables.CONTACTS)
    if party is not None:
        rows = rows.where(
            f"c.id IN (SELECT contact FROM contact_parties WHERE party {IS_ENTITY})", *_three(party)
        )
    if story is not None:
        rows = rows.where("c.story = ?", follow(db, "story", story))
    for column, value in (("c.kind", kind), ("c.status", status)):
        if value is not None:
            rows = rows.where(f"{column} = ?", value)
    if disputed is not None:
        rows = rows.where("c.disputed = ?", int(disputed))
    if min_independent is not None:
        rows = rows.where("c.independent >= ?", min_independent)
    return _within(rows, "c.start", "c.start", since, until)


def disputes(
    db: sqlite3.Connection, *, story: str | None = None, kind: str | None = None,
    field: str | None = None,
) -> Listing[Dispute]:  # fmt: skip
    """Disputes in the order of their evidence: of a story, of a kind, of a field (``number``, ``claim`` …)."""
    rows = Listing(db, tables.DISPUTES)
    if story is not None:
        rows = rows.where("d.story = ?", follow(db, "story", story))
    for column, value in (("d.kind", kind), ("d.field", field)):
        if value is not None:
            rows = rows.where(f"{column} = ?", value)
    return rows


def claims(
    db: sqlite3.Connection, *, page: str | None = None, story: str | None = None,
    min_independent: int | None = None,
) -> Listing[Claim]:  # fmt: skip
    """Claims that several pages have: of a page, of a story, with so many independent origins."""
    rows = Listing(db, tables.CLAIMS)
    worded = "c.id IN (SELECT claim FROM claim_wordings WHERE page IN ({}))"
    if page is not None:
        rows = rows.where(worded.format("SELECT n FROM pages WHERE id = ?"), page)
    if story is not None:
        members = "SELECT page FROM story_pages WHERE story = ?"
        rows = rows.where(worded.format(members), follow(db, "story", story))
    if min_independent is not None:
        rows = rows.where("c.independent >= ?", min_independent)
    return rows


def copies(
    db: sqlite3.Connection, *, page: str | None = None, story: str | None = None,
    kind: str | None = None, verbatim: bool | None = None,
) -> Listing[Copy]:  # fmt: skip
    """Copied passages: of a page, within a story, of a kind (``copy``, ``background``, ``update``)."""
    rows = Listing(db, tables.COPIES)
    if page is not None:
        own = "(SELECT n FROM pages WHERE id = ?)"
        rows = rows.where(f"c.a = {own} OR c.b = {own}", page, page)
    if story is not None:
        members = "(SELECT page FROM story_pages WHERE story = ?)"
        chosen = follow(db, "story", story)
        rows = rows.where(f"c.a IN {members} AND c.b IN {members}", chosen, chosen)
    if kind is not None:
        rows = rows.where("c.kind = ?", kind)
    if verbatim is not None:
        rows = rows.where("c.verbatim = ?", int(verbatim))
    return rows


def entities(
    db: sqlite3.Connection, *, type: str | None = None, min_pages: int | None = None,  # noqa: A002
) -> Listing[EntityRow]:  # fmt: skip
    """Who and what is named, the most mentioned first: of a type (``PER`` …), on so many pages."""
    rows = Listing(db, tables.ENTITIES)
    if type is not None:
        rows = rows.where("e.type = ?", type)
    if min_pages is not None:
        rows = rows.where("e.pages >= ?", min_pages)
    return rows


def set_aside(db: sqlite3.Connection, *, reason: str | None = None) -> Listing[SetAsideRow]:
    """What was read and not taken; for one reason."""
    rows = Listing(db, tables.SET_ASIDE)
    return rows if reason is None else rows.where("x.reason = ?", reason)
