"""One story: its pages by time, its contacts, disputes and claims, and who copied whom."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import msgspec

from riwaya.errors import RiwayaError
from riwaya.model import Dispute, MergedContact, Story
from riwaya.store.redirects import follow
from riwaya.web.queries.pages import PAGE_COLUMNS, page_row
from riwaya.web.queries.paging import Cut, Paged, paged
from riwaya.web.queries.stories import card_of
from riwaya.web.shapes import DisputeRow, StoryCard, StoryPage, Upstream


def find_story(db: sqlite3.Connection, wanted: str) -> StoryCard:
    """A story's card, by its id or one that it had before; error ``nothing_such``."""
    card = card_of(db, follow(db, "story", wanted))
    if card is None:
        raise RiwayaError("nothing_such", kind="story", wanted=wanted)
    return card


def story_pages(db: sqlite3.Connection, story: str, cut: Cut) -> Paged[StoryPage]:
    """The pages of a story by time, the undated last."""
    rows = db.execute(
        f"SELECT p.n, p.outlet_entity, {PAGE_COLUMNS} FROM story_pages sp "
        "JOIN pages p ON p.n = sp.page WHERE sp.story = ? "
        "ORDER BY p.published IS NULL, p.published, p.id LIMIT ? OFFSET ?",
        (story, cut.limit, cut.offset),
    ).fetchall()
    numbers = [row[0] for row in rows]
    sources, copied = _sources(db, numbers), _copied_from(db, story, numbers)
    total = db.execute("SELECT pages FROM stories WHERE id = ?", (story,)).fetchone()
    made = [
        StoryPage(
            page=page_row(row[2:]),
            outlet=row[1],
            sources=tuple(sources[row[0]]),
            copies=tuple(copied[row[0]]),
        )
        for row in rows
    ]
    return paged(made, cut, total[0] if total else 0)


def _sources(db: sqlite3.Connection, pages: list[int]) -> dict[int, list[Upstream]]:
    found: dict[int, list[Upstream]] = defaultdict(list)
    for page, entity, name, kind, via in db.execute(
        "SELECT page, entity, name, kind, via FROM page_sources "
        f"WHERE page IN ({', '.join('?' * len(pages))}) ORDER BY page, position",
        pages,
    ):
        found[page].append(Upstream(entity=entity, name=name, kind=kind, via=via))
    return found


def _copied_from(db: sqlite3.Connection, story: str, pages: list[int]) -> dict[int, list[str]]:
    """By page: the pages of the story that have a passage of it earlier."""
    marks = ", ".join("?" * len(pages))
    found: dict[int, list[str]] = defaultdict(list)
    for page, earlier in db.execute(
        f"SELECT DISTINCT CASE c.earlier WHEN c.a THEN c.b ELSE c.a END, e.id FROM copies c "
        "JOIN pages e ON e.n = c.earlier JOIN story_pages sp ON sp.page = c.earlier AND sp.story = ? "
        f"WHERE (c.a IN ({marks}) OR c.b IN ({marks})) AND c.kind = 'copy'",
        (story, *pages, *pages),
    ):
        found[page].append(earlier)
    return found


def story_copies(db: sqlite3.Connection, story: str) -> list[tuple[str, str, str | None, int, str]]:
    """Pairs of pages of a story that share passages: both, the earlier, code points shared, the kind."""
    return db.execute(
        "SELECT a.id, b.id, e.id, SUM(c.a_end - c.a_start), MIN(c.kind) FROM copies c "
        "JOIN story_pages x ON x.page = c.a AND x.story = ?1 JOIN story_pages y ON y.page = c.b AND y.story = ?1 "
        "JOIN pages a ON a.n = c.a JOIN pages b ON b.n = c.b LEFT JOIN pages e ON e.n = c.earlier "
        "WHERE c.kind <> 'background' GROUP BY c.a, c.b ORDER BY 4 DESC, 1, 2 LIMIT 400",
        (story,),
    ).fetchall()


def story_contacts(db: sqlite3.Connection, story: str, cut: Cut) -> Paged[MergedContact]:
    """The contacts of a story, by time."""
    rows = db.execute(
        "SELECT data FROM merged_contacts WHERE story = ? ORDER BY start IS NULL, start, id LIMIT ? OFFSET ?",
        (story, cut.limit, cut.offset),
    )
    return paged([msgspec.json.decode(data, type=MergedContact) for (data,) in rows], cut)


def story_disputes(db: sqlite3.Connection, story: str) -> list[Dispute]:
    """The disputes of a story."""
    rows = db.execute("SELECT data FROM disputes WHERE story = ? ORDER BY n", (story,))
    return [msgspec.json.decode(data, type=Dispute) for (data,) in rows]


def list_disputes(db: sqlite3.Connection, field: str | None, cut: Cut) -> Paged[DisputeRow]:
    """Disputes, those of the latest stories first."""
    clause = "WHERE d.field = ? " if field else ""
    values = (field,) if field else ()
    total = db.execute(f"SELECT COUNT(*) FROM disputes d {clause}", values).fetchone()[0]
    rows = db.execute(
        "SELECT d.n, d.kind, d.field, d.story, s.title, s.last, d.data FROM disputes d "
        f"LEFT JOIN stories s ON s.id = d.story {clause}"
        "ORDER BY s.last DESC, d.n LIMIT ? OFFSET ?",
        (*values, cut.limit, cut.offset),
    )
    made = []
    for n, kind, name, story, title, day, data in rows:
        dispute = msgspec.json.decode(data, type=Dispute)
        made.append(
            DisputeRow(
                n=n, kind=kind, field=name, story=story, story_title=title, day=day,
                message=dispute.message, message_ar=dispute.message_ar or dispute.message,
            )
        )  # fmt: skip
    return paged(made, cut, total)


def dispute_fields(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """What the disputes are about, and how many."""
    return db.execute(
        "SELECT field, COUNT(*) FROM disputes GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()


def full_dispute(db: sqlite3.Connection, n: int) -> Dispute:
    """A dispute by its number in the record as it stands; error ``nothing_such``."""
    row = db.execute("SELECT data FROM disputes WHERE n = ?", (n,)).fetchone()
    if row is None:
        raise RiwayaError("nothing_such", kind="dispute", wanted=n)
    return msgspec.json.decode(row[0], type=Dispute)


def followed_by(db: sqlite3.Connection, story: Story) -> list[tuple[str, str]]:
    """Ids and titles of the stories that a story follows."""
    rows = [
        db.execute(
            "SELECT id, title FROM stories WHERE id = ?", (follow(db, "story", one),)
        ).fetchone()
        for one in story.follows
    ]
    return [row for row in rows if row]


def story_entities(db: sqlite3.Connection, story: str, limit: int) -> list[tuple[str, str, int]]:
    """Who and what a story names on most of its pages: id, type, pages."""
    return db.execute(
        "SELECT e.id, e.type, se.pages FROM story_entities se JOIN entities e ON e.id = se.entity "
        "WHERE se.story = ? ORDER BY se.pages DESC, e.mentions DESC, e.id LIMIT ?",
        (story, limit),
    ).fetchall()
