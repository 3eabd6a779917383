"""One builder a record: a lock beside the file, which the system drops when its holder dies.

The lock is an advisory ``flock`` on ``RECORD-lock``; the file says who holds it.  It cannot be on
the record itself: closing any other handle of that file would drop SQLite's own locks.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from riwaya.errors import RiwayaError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock: SQLite's own write lock remains
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def builder_lock(record: Path) -> Iterator[None]:
    """Hold the builder's lock of ``record``; :class:`RiwayaError` ``locked`` names who has it."""
    with _hold(record, "-lock", "locked"):
        yield


@contextlib.contextmanager
def watcher_lock(record: Path) -> Iterator[None]:
    """Be the one watcher of ``record``; :class:`RiwayaError` ``watched`` names who is."""
    with _hold(record, "-watch", "watched"):
        yield


@contextlib.contextmanager
def _hold(record: Path, suffix: str, code: str) -> Iterator[None]:
    if fcntl is None:  # pragma: no cover
        yield
        return
    path = record.with_name(record.name + suffix)
    try:
        handle = _acquire(path)
    except OSError as error:
        raise RiwayaError("output_failed", str(record), why=error.strerror or error) from error
    if handle is None:
        raise RiwayaError(code, str(record), **_holder(path))
    try:
        yield
    finally:
        # Removed while still held: one who opened it meanwhile sees in _acquire that it is gone.
        path.unlink(missing_ok=True)
        os.close(handle)


def _acquire(path: Path) -> int | None:
    """The locked handle, or None where someone else has it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        except BaseException:
            os.close(handle)
            raise
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_ino == os.fstat(handle).st_ino:
                break
        os.close(handle)
    holder = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
    }
    with contextlib.suppress(OSError):  # a full disk must not keep us from a lock
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps(holder).encode(), 0)
    return handle


def _holder(path: Path) -> dict[str, object]:
    unknown: dict[str, object] = {
        "pid": "unknown",
        "host": "this machine",
        "since": "an unknown time",
    }
    try:
        return {**unknown, **json.loads(path.read_text("utf-8"))}
    except (OSError, ValueError):
        return unknown
