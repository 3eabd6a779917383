"""What the watcher knows, kept in the record file: when each feed is due, which pages are yet to fetch,
and what there is to tell.  Every write is one short transaction of its own.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from riwaya.model import Struct
from riwaya.reading.addresses import url_address
from riwaya.reading.web.shapes import Fetched, Validators
from riwaya.store.file import open_to_read, open_to_write, translated
from riwaya.store.moment import now
from riwaya.store.writer import read_validators, write_fetch

GIVE_UP = 6
"""How often a page is tried before it is left."""


class Event(Struct, frozen=True, kw_only=True):
    """Something to tell. ``kind`` is ``dispute`` or ``match``; ``data`` is what the webhook is sent."""

    n: int
    kind: str
    title: str
    made_at: str
    data: dict[str, Any]
    tries: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """The watcher's tables of a record."""

    path: Path
    clock: Callable[[], float] = time.time

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A short transaction; error ``busy`` where a build is writing just now."""
        db = open_to_write(self.path, log=False)
        try:
            with translated(self.path):
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The record, for reading."""
        with contextlib.closing(open_to_read(self.path)) as db:
            yield db

    # ------------------------------------------------------------ feeds

    def follow(self, feeds: Sequence[str], within: float) -> None:
        """Watch these feeds and no others; what is known of each stays.

        Those that answered last time are due within so many seconds, the others when their back-off ends.
        """
        with self.writing() as db:
            db.execute("UPDATE watched_feeds SET followed = 0")
            db.executemany(
                "INSERT INTO watched_feeds (url) VALUES (?) ON CONFLICT (url) DO UPDATE SET followed = 1",
                [(url,) for url in feeds],
            )
            db.execute(
                "UPDATE watched_feeds SET next_at = MIN(next_at, ?) WHERE followed AND failures = 0",
                (self.clock() + within,),
            )

    def due(self) -> list[tuple[str, int]]:
        """The feeds to poll now, the longest due first, and how often each failed in a row."""
        with self.reading() as db:
            return db.execute(
                "SELECT url, failures FROM watched_feeds WHERE followed AND next_at <= ? "
                "ORDER BY next_at, url",
                (self.clock(),),
            ).fetchall()

    def feed_later(self, feed: str, at: float) -> None:
        """A feed that is not to be asked before a moment, through no fault of its own."""
        with self.writing() as db:
            db.execute("UPDATE watched_feeds SET next_at = ? WHERE url = ?", (at, feed))

    def next_due(self) -> float | None:
        """When something is to do next, in seconds since the epoch."""
        with self.reading() as db:
            (at,) = db.execute(
                "SELECT MIN(at) FROM (SELECT MIN(next_at) AS at FROM watched_feeds WHERE followed "
                "UNION ALL SELECT MIN(next_at) FROM watched_pages)"
            ).fetchone()
        return at if at is None else float(at)

    def validators(self, feed: str) -> Validators | None:
        """What the last answer of a feed told for asking again."""
        with self.reading() as db:
            return read_validators(db, feed)

    def polled(self, feed: str, answer: Fetched, wait: float) -> None:
        """A feed answered, and all that it gave is in the record or in the queue."""
        with self.writing() as db:
            write_fetch(db, answer)
            db.execute(
                "UPDATE watched_feeds SET next_at = ?, failures = 0, polled_at = ?, problem = NULL "
                "WHERE url = ?",
                (self.clock() + wait, now(), feed),
            )

    def failed(self, feed: str, problem: str, wait: float) -> None:
        """A feed gave nothing; it is asked again in ``wait`` seconds."""
        with self.writing() as db:
            db.execute(
                "UPDATE watched_feeds SET next_at = ?, failures = failures + 1, polled_at = ?, problem = ? "
                "WHERE url = ?",
                (self.clock() + wait, now(), problem, feed),
            )

    # ------------------------------------------------------------ pages to fetch

    def queue(self, feed: str, links: Iterable[str]) -> int:
        """Note pages to fetch, but for those that the record has or that were given up; how many are new."""
        added = 0
        with self.writing() as db:
            for link in links:
                if not _known(db, link):
                    added += db.execute(
                        "INSERT OR IGNORE INTO watched_pages (url, feed) VALUES (?, ?)",
                        (link, feed),
                    ).rowcount
        return added

    def pages_due(self, most: int) -> list[tuple[str, int]]:
        """Pages to fetch now and how often each was tried, those of many feeds in turn."""
        with self.reading() as db:
            return db.execute(
                "SELECT url, tries FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY feed ORDER BY next_at, url) "
                "AS place FROM watched_pages WHERE next_at <= ?) ORDER BY place, feed LIMIT ?",
                (self.clock(), most),
            ).fetchall()

    def page_later(self, url: str, at: float) -> None:
        """A page that is not to be asked for before a moment, through no fault of its own."""
        with self.writing() as db:
            db.execute("UPDATE watched_pages SET next_at = ? WHERE url = ?", (at, url))

    def waiting(self) -> int:
        """How many pages are yet to fetch."""
        with self.reading() as db:
            return int(db.execute("SELECT COUNT(*) FROM watched_pages").fetchone()[0])

    def page_done(self, urls: Iterable[str]) -> None:
        """Pages that were stored, or are given up."""
        with self.writing() as db:
            db.executemany("DELETE FROM watched_pages WHERE url = ?", [(url,) for url in urls])

    def page_failed(self, url: str, wait: float) -> None:
        """A page to be tried again in ``wait`` seconds."""
        with self.writing() as db:
            db.execute(
                "UPDATE watched_pages SET tries = tries + 1, next_at = ? WHERE url = ?",
                (self.clock() + wait, url),
            )

    # ------------------------------------------------------------ events

    def watch_id(self) -> str:
        """A name for this record that no other has, made once."""
        with self.writing() as db:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('watch_id', ?)", (str(uuid4()),))
            return str(db.execute("SELECT value FROM meta WHERE key = 'watch_id'").fetchone()[0])

    def events(self, most: int) -> list[Event]:
        """The latest events, the newest first."""
        with self.reading() as db:
            return _events(db, "ORDER BY n DESC LIMIT ?", (most,))

    def open_outbox(self) -> None:
        """From now on events wait until the webhook has them; those from before the first are left."""
        with self.writing() as db:
            first = db.execute("INSERT OR IGNORE INTO meta VALUES ('posted_since', ?)", (now(),))
            if first.rowcount:
                db.execute("UPDATE watch_events SET post = 'older' WHERE post = 'due'")

    def to_post(self, most: int) -> list[Event]:
        """Events that the webhook has not had, the oldest first; none while the oldest is to wait."""
        with self.reading() as db:
            head = db.execute(
                "SELECT next_at FROM watch_events WHERE post = 'due' ORDER BY n LIMIT 1"
            ).fetchone()
            if head is None or head[0] > self.clock():
                return []
            return _events(db, "WHERE post = 'due' ORDER BY n LIMIT ?", (most,))

    def unsent(self) -> tuple[int, int]:
        """How many events wait for the webhook, and how many it refused."""
        with self.reading() as db:
            counts = dict(
                db.execute("SELECT post, COUNT(*) FROM watch_events GROUP BY 1").fetchall()
            )
        return counts.get("due", 0), counts.get("refused", 0)

    def posted(self, n: int) -> None:
        """The webhook has an event."""
        with self.writing() as db:
            db.execute(
                "UPDATE watch_events SET post = 'taken', posted_at = ?, problem = NULL WHERE n = ?",
                (now(), n),
            )

    def not_posted(self, n: int, problem: str, wait: float) -> None:
        """The webhook did not take an event; it is sent again in ``wait`` seconds."""
        with self.writing() as db:
            db.execute(
                "UPDATE watch_events SET tries = tries + 1, problem = ?, next_at = ? WHERE n = ?",
                (problem, self.clock() + wait, n),
            )

    def refused(self, n: int, problem: str) -> None:
        """The webhook will not have this event; it stays in the record, and those after it are sent."""
        with self.writing() as db:
            db.execute(
                "UPDATE watch_events SET tries = tries + 1, post = 'refused', problem = ? WHERE n = ?",
                (problem, n),
            )


def _known(db: sqlite3.Connection, link: str) -> bool:
    """Whether a page was read under this address, or was set aside for good."""
    for query, value in (
        ("SELECT 1 FROM readings WHERE item = ?", link),
        ("SELECT 1 FROM pages WHERE address = ?", url_address(link)),
        ("SELECT 1 FROM set_aside WHERE id = ?", link),
    ):
        if value is not None and db.execute(query, (value,)).fetchone():
            return True
    return False


def _events(db: sqlite3.Connection, clause: str, values: Sequence[object]) -> list[Event]:
    rows = db.execute(
        f"SELECT n, kind, title, made_at, data, tries FROM watch_events {clause}",  # noqa: S608
        tuple(values),
    )
    return [
        Event(n=n, kind=kind, title=title, made_at=at, data=json.loads(data), tries=tries)
        for n, kind, title, at, data, tries in rows
    ]
