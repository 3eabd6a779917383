"""Writing pages into a record: one writer, short transactions, nothing half written."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from riwaya.arabic.folding import FOLDING_VERSION, fold
from riwaya.model import Analysed, SetAside
from riwaya.reading.web.shapes import Fetched, Validators
from riwaya.store.addresses import version_id
from riwaya.store.codec import unpack_page
from riwaya.store.file import open_to_write, translated
from riwaya.store.moment import now
from riwaya.store.prepare import ROW_TABLES, PreparedPage, Row, rows

Outcome = Literal["added", "known", "changed"]
"""``known``: this text is there under this id; ``changed``: the id had another text, which stays."""

_COLUMNS = (
    "address", "url", "format", "language", "title", "outlet", "outlet_entity", "published",
    "chars", "statements", "contacts", "warnings",
)  # fmt: skip
_INSERT_PAGE = (
    f"INSERT INTO pages (id, sha256, layer_set, {', '.join(_COLUMNS)}) "  # noqa: S608 - constants
    f"VALUES (?, ?, ?, {', '.join('?' * len(_COLUMNS))})"
)
_UPDATE_PAGE = (
    f"UPDATE pages SET joined = 0, layer_set = ?, {', '.join(f'{c} = ?' for c in _COLUMNS[2:])} "  # noqa: S608
    "WHERE n = ?"
)


class RecordWriter:
    """The one writer of a record; the caller holds the builder's lock.

    Every method belongs inside :meth:`transaction`.  SQLite's errors come out as
    :class:`~riwaya.errors.RiwayaError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = open_to_write(path)
        self.layer_set: int | None = None

    def close(self) -> None:
        """Fold the log into the file, so that one file is all there is, and close.

        Where someone reads the record just now the log stays beside it, which does no harm.
        """
        with contextlib.suppress(sqlite3.Error):
            self.db.execute("PRAGMA optimize")
        with contextlib.suppress(sqlite3.Error):
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.db.execute("PRAGMA journal_mode = DELETE")
        self.db.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or none of it."""
        with translated(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        self.db.execute("ROLLBACK")
                raise

    # ------------------------------------------------------------ what was read

    def seen(self) -> dict[tuple[str, str], bool]:
        """``(item id, SHA-256 of its bytes)`` of all that need not be read again: did it give a page.

        What failed inside riwaya is tried again each time: a new version may manage it.
        """
        rows = self.db.execute(
            "SELECT item, raw_sha256, page IS NOT NULL FROM readings r WHERE page IS NOT NULL OR NOT "
            "EXISTS (SELECT 1 FROM set_aside s WHERE s.id = r.item AND s.reason = 'step_failed')"
        )
        return {(item, raw): bool(is_page) for item, raw, is_page in rows}

    def use_layers(self, layers: Mapping[str, str]) -> int:
        """Name the step versions and lexicon hashes that pages put from now on were made with."""
        text = json.dumps(dict(layers), sort_keys=True)
        self.db.execute("INSERT OR IGNORE INTO layer_sets (layers) VALUES (?)", (text,))
        row = self.db.execute("SELECT n FROM layer_sets WHERE layers = ?", (text,)).fetchone()
        self.layer_set = int(row[0])
        return self.layer_set

    def put_page(self, page: PreparedPage) -> tuple[Outcome, int]:
        """Insert a page; an id keeps the text that it was first read with."""
        outcome: Outcome = "added"
        for page_id in (page.id, version_id(page.id, page.sha256)):
            row = self.db.execute("SELECT n, sha256 FROM pages WHERE id = ?", (page_id,)).fetchone()
            if row is None:
                return outcome, self._insert(page_id, page)
            if row[1] == page.sha256:
                return "known", int(row[0])
            outcome = "changed"
        raise ValueError(f"two texts of one hash: {page.id}")

    def _insert(self, page_id: str, page: PreparedPage) -> int:
        values = [page.columns[c] for c in _COLUMNS]
        cursor = self.db.execute(_INSERT_PAGE, (page_id, page.sha256, self.layer_set, *values))
        n = int(cursor.lastrowid or 0)
        self.db.execute("INSERT INTO page_data VALUES (?, ?, ?)", (n, page.data, page.digest))
        self.db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (n, page.folded))
        self._put_rows(n, _rows(page))
        self.db.execute("DELETE FROM set_aside WHERE id = ?", (page.id,))  # it is a page now
        return n

    def replace_layers(self, n: int, page: PreparedPage) -> None:
        """A page's layers made again; its text, and so its place in the search, is the same."""
        values = [page.columns[c] for c in _COLUMNS[2:]]
        self.db.execute(_UPDATE_PAGE, (self.layer_set, *values, n))
        self.db.execute(
            "UPDATE page_data SET data = ?, digest = ? WHERE page = ?", (page.data, page.digest, n)
        )
        self.db.execute("DELETE FROM corrected_pages WHERE page = ?", (n,))
        self._replace_rows(n, _rows(page))

    def correct_rows(self, n: int, page: Analysed, state: str) -> None:
        """The rows of a page as a user corrected it, whose corrections' state is ``state``."""
        self.db.execute(
            "UPDATE pages SET joined = 0, title = ?, statements = ?, contacts = ? WHERE n = ?",
            (page.title, len(page.statements), len(page.contacts), n),
        )
        self._replace_rows(n, rows(page))
        self.db.execute("INSERT OR REPLACE INTO corrected_pages VALUES (?, ?)", (n, state))

    def _replace_rows(self, n: int, tables: Mapping[str, Sequence[Row]]) -> None:
        self.db.execute(
            "INSERT OR IGNORE INTO stale_entities SELECT entity FROM mentions WHERE page = ?", (n,)
        )
        for table in tables:
            self.db.execute(f"DELETE FROM {table} WHERE page = ?", (n,))  # noqa: S608
        self._put_rows(n, tables)

    def _put_rows(self, n: int, tables: Mapping[str, Sequence[Row]]) -> None:
        for table, own in tables.items():
            if own:
                marks = ", ".join("?" * (len(own[0]) + 1))
                self.db.executemany(
                    f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
                    [(n, *row) for row in own],
                )

    def put_reading(
        self, item: str, raw_sha256: str, origin: str, page: int | None,
        raw: tuple[int, bytes] | None = None,
    ) -> None:  # fmt: skip
        """Note that an item was read; ``raw`` is its size and its compressed bytes."""
        if raw is not None:
            self.db.execute("INSERT OR IGNORE INTO raws VALUES (?, ?, ?)", (raw_sha256, *raw))
        self.db.execute(
            "INSERT INTO readings VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "read_at = excluded.read_at, page = excluded.page",
            (item, raw_sha256, now(), origin, page),
        )
        if page is not None:  # what was set aside once and is a page now
            self.db.execute("DELETE FROM set_aside WHERE id = ?", (item,))

    def put_set_aside(self, aside: SetAside, raw_sha256: str | None = None) -> None:
        """Note what was not taken, and why."""
        self.db.execute(
            "INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?, ?, ?, ?)",
            (aside.id, aside.reason, aside.language, aside.detail, raw_sha256, now()),
        )

    # ------------------------------------------------------------ what was fetched

    def validators(self, url: str) -> Validators | None:
        """What the last answer of an address told for asking again.

        None where it gave nothing, or where something of it failed inside riwaya.
        """
        return read_validators(self.db, url)

    def put_fetch(self, answer: Fetched) -> None:
        """Note an answer; one of "not modified" keeps the validators that it confirms."""
        write_fetch(self.db, answer)

    def pages_from(self, origin: str) -> int:
        """How many pages were read from one file or address."""
        query = "SELECT COUNT(DISTINCT page) FROM readings WHERE origin = ?"
        return int(self.db.execute(query, (origin,)).fetchone()[0])

    # ------------------------------------------------------------ what must be made again

    def stale(self) -> list[int]:
        """The pages whose layers other step versions or lexicons made."""
        rows = self.db.execute(
            "SELECT n FROM pages WHERE layer_set <> ? ORDER BY n", (self.layer_set,)
        )
        return [int(n) for (n,) in rows]

    def layers_of(self, n: int) -> tuple[str, bytes, dict[str, str], str | None]:
        """A page's id, its blob, what its layers were made with, and its address."""
        page_id, data, layers, address = self.db.execute(
            "SELECT id, data, layers, address FROM pages JOIN page_data ON page = pages.n "
            "JOIN layer_sets l ON l.n = layer_set WHERE pages.n = ?",
            (n,),
        ).fetchone()
        return page_id, data, json.loads(layers), address

    def renew_search(self) -> bool:
        """Index every text again where another folding made the index; whether it did."""
        known = self.db.execute("SELECT value FROM meta WHERE key = 'folding_version'").fetchone()
        if known and known[0] == str(FOLDING_VERSION):
            return False
        self.db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        for n, data in self.db.execute("SELECT page, data FROM page_data ORDER BY page"):
            folded = fold(unpack_page(data).page.text).text
            self.db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (n, folded))
        self.db.execute(
            "INSERT OR REPLACE INTO meta VALUES ('folding_version', ?)", (str(FOLDING_VERSION),)
        )
        return True

    def unjoined(self) -> list[str]:
        """The ids of the pages that the stored record does not cover yet, sorted."""
        return sorted(i for (i,) in self.db.execute("SELECT id FROM pages WHERE joined = 0"))


def read_validators(db: sqlite3.Connection, url: str) -> Validators | None:
    """As :meth:`RecordWriter.validators`."""
    row = db.execute(
        "SELECT final_url, etag, last_modified FROM fetches WHERE url = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM readings JOIN set_aside ON id = item "
        "WHERE origin = ?1 AND reason = 'step_failed')",
        (url,),
    ).fetchone()
    return Validators(*row) if row else None


def write_fetch(db: sqlite3.Connection, answer: Fetched) -> None:
    """Note an answer, inside a transaction; one of "not modified" keeps the validators that it confirms."""
    told = answer.validators or Validators(answer.final_url)
    db.execute(
        "INSERT INTO fetches VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "final_url = excluded.final_url, redirects = excluded.redirects, "
        "status = excluded.status, fetched_at = excluded.fetched_at, "
        "etag = CASE excluded.status WHEN 304 THEN COALESCE(excluded.etag, etag) "
        "ELSE excluded.etag END, "
        "last_modified = CASE excluded.status WHEN 304 "
        "THEN COALESCE(excluded.last_modified, last_modified) ELSE excluded.last_modified END",
        (
            answer.url, answer.final_url, json.dumps(answer.redirects), answer.status,
            answer.fetched_at, told.etag, told.last_modified,
        ),
    )  # fmt: skip


def _rows(page: PreparedPage) -> dict[str, list[Row]]:
    return {table: getattr(page, table) for table in ROW_TABLES}
