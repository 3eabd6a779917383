"""Opening a record file: is it ours, of which version, for reading or for building."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from riwaya.arabic.folding import FOLDING_VERSION
from riwaya.errors import RiwayaError
from riwaya.store.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68  # https://www.sqlite.org/fileformat2.html#the_database_header
_BUSY_MS = 5_000
# SQLite's primary result codes that mean "could not be written", not "is wrong".
_WRITE_CODES = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}  # fmt: skip
_DAMAGE_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def check_ours(path: Path) -> bool:
    """Whether ``path`` is a record (False: nothing there yet); :class:`RiwayaError` for anything else.

    Looks at the first 100 bytes only, so that a file of another program is not even opened as a
    database.
    """
    try:
        if path.is_dir():
            raise RiwayaError("not_a_record", str(path), why="it is a folder")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise RiwayaError("damaged", str(path), why=error.strerror or error) from error
    if not head:
        return False
    if not head.startswith(_MAGIC):
        raise RiwayaError("not_a_record", str(path), why="it is no SQLite database")
    if int.from_bytes(head[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4]) != APPLICATION_ID:
        raise RiwayaError("not_a_record", str(path), why="a database of another program")
    return True


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's errors as :class:`RiwayaError`: in use, damaged, or not writable."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        primary = code & 0xFF if code is not None else sqlite3.SQLITE_ERROR  # a fault of ours
        if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise RiwayaError("busy", str(path)) from error
        if primary in _WRITE_CODES:
            raise RiwayaError("write_failed", str(path), why=error) from error
        if primary in _DAMAGE_CODES:
            raise RiwayaError("damaged", str(path), why=error) from error
        raise


def open_to_read(path: Path) -> sqlite3.Connection:
    """A read-only connection; errors ``no_record``, ``not_a_record``, ``newer_record``, ``damaged``."""
    if not check_ours(path):
        raise RiwayaError("no_record", str(path))
    uri = f"file:{quote(str(path.absolute()))}?mode=ro"
    with translated(path):
        db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            _check_version(db, path)
        except sqlite3.OperationalError:
            # A folder that cannot be written to: SQLite may not make the -shm file that WAL needs.
            db.close()
            uri += "&immutable=1"
            db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            _check_version(db, path)
        db.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        db.execute("PRAGMA mmap_size = 268435456")
        return db


def open_to_write(path: Path, *, log: bool = True) -> sqlite3.Connection:
    """A connection for building: the file is made where there is none, and migrated where it is old.

    ``log`` turns the write-ahead log on, for a builder beside readers; a short write does without.
    """
    check_ours(path)
    with translated(path):
        db = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_MS / 1000)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            _check_version(db, path)
            _migrate(db)
            if log:
                # Only now: until the schema stands, a rollback journal keeps our id in the header.
                db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA cache_size = -65536")
        except BaseException:
            db.close()
            raise
        return db


def _check_version(db: sqlite3.Connection, path: Path) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise RiwayaError("newer_record", str(path), found=version, known=SCHEMA_VERSION)


def _migrate(db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            for statement in _statements(script):
                db.execute(statement)
            if number == 1:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(
                    "INSERT INTO meta VALUES ('folding_version', ?)", (str(FOLDING_VERSION),)
                )
            db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would commit before the first."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
