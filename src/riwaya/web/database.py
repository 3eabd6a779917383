"""Connections to the record: a few for reading, each request with a time limit, and short writes."""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from riwaya.arabic.folding import fold_key
from riwaya.errors import RiwayaError
from riwaya.store.file import open_to_read, open_to_write
from riwaya.store.reader import RecordReader
from riwaya.store.schema import SCHEMA_VERSION
from riwaya.store.sums import needs_sums, sum_record
from riwaya.web.kept import Kept, OfState


def _check_fit(handle: RecordReader) -> None:
    version = handle.db.execute("PRAGMA user_version").fetchone()[0]
    if version < SCHEMA_VERSION or needs_sums(handle.db):
        raise RiwayaError("older_record", str(handle.path))


_STEPS = 20_000
"""Virtual machine steps between two looks at the clock: well under a millisecond apart."""
_WAIT = 30.0


class TooSlowError(Exception):
    """A request asked more of the record than its time allows."""


class ReadOnlyError(Exception):
    """A write was asked of a desk that only reads."""


class DeskReader(RecordReader):
    """A connection lent to a request, and what is remembered of the state of the record that it sees."""

    kept: OfState
    seen: int = -1
    """SQLite's ``data_version`` when it was last lent."""


class Database:
    """The record of a desk. Thread-safe: each request borrows a connection of its own.

    Opening it raises :class:`~riwaya.errors.RiwayaError` where the file is no record.  A record of an
    older schema is brought up to date first, unless the desk only reads.
    """

    def __init__(
        self, path: Path, *, readers: int, max_seconds: float, read_only: bool = False
    ) -> None:
        self.path = path
        self.max_seconds = max_seconds
        self.read_only = read_only
        if not read_only and path.exists():
            # In use by a build, or not ours to write: it may be fit as it is, which is checked below.
            with contextlib.suppress(RiwayaError):
                self._bring_up_to_date()
        self._free: queue.LifoQueue[DeskReader] = queue.LifoQueue()
        self._all: list[DeskReader] = []
        self._kept = Kept()
        self._state = 0
        self._turn = threading.Lock()
        for _ in range(readers):
            handle = DeskReader(path, open_to_read(path))
            handle.db.execute("PRAGMA query_only = ON")
            handle.db.execute("PRAGMA cache_size = -16384")
            # Each connection would map the file anew: the system's cache serves all of them as well.
            handle.db.execute("PRAGMA mmap_size = 0")
            handle.db.create_function("fold", 1, fold_key, deterministic=True)
            self._all.append(handle)
            _check_fit(handle)
            self._free.put(handle)

    def close(self) -> None:
        """Close every connection."""
        for handle in self._all:
            handle.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[DeskReader]:
        """The record for the length of one request.

        All of it sees one state of the file. :class:`TooSlowError` once ``max_seconds`` are over.
        """
        try:
            handle = self._free.get(timeout=_WAIT)
        except queue.Empty:
            raise TooSlowError from None
        db = handle.db
        end = time.monotonic() + self.max_seconds
        db.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            self._begin(handle)
            yield handle
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise TooSlowError from error
            raise
        finally:
            db.set_progress_handler(None, 0)
            if db.in_transaction:
                db.execute("ROLLBACK")
            self._free.put(handle)

    def _begin(self, handle: DeskReader) -> None:
        """Begin to read, and number the state of the file that is read.

        One connection at a time: then states are numbered in their order, and no number is given to two.
        ``data_version`` tells each connection whether another one changed the file since it last asked.
        """
        with self._turn:
            handle.db.execute("BEGIN")
            version = handle.db.execute("PRAGMA data_version").fetchone()[0]
            if version != handle.seen:
                # The first look of each connection counts as a change as well: safe, and soon over.
                self._state += 1
                handle.seen = version
            handle.kept = OfState(self._kept, self._state)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A short transaction on the user's own tables; :class:`ReadOnlyError` on a desk that only reads.

        :class:`~riwaya.errors.RiwayaError` ``busy`` where a build is writing just now.
        """
        if self.read_only:
            raise ReadOnlyError
        db = open_to_write(self.path, log=False)
        try:
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            code = (error.sqlite_errorcode or 0) & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise RiwayaError("busy", str(self.path)) from error
            raise
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.close()

    def _bring_up_to_date(self) -> None:
        """Migrate the file and fill its sums where an older riwaya made it."""
        db = open_to_write(self.path, log=False)
        try:
            if needs_sums(db):
                db.execute("BEGIN IMMEDIATE")
                sum_record(db)
                db.execute("COMMIT")
        finally:
            db.close()
