"""The exit codes: stable, so that scripts can rely on them."""

from __future__ import annotations

OK = 0
"""Everything asked was done; pages set aside among others do not change it."""
NOTHING = 1
"""Nothing was found or nothing could be read: no page was usable, no match, a score under its floor."""
USAGE = 2
"""The command line was wrong."""
RECORD = 3
"""The record file is missing, in use, damaged, newer, or of another program."""
WRITE = 4
"""A write failed: full disk, no permission."""
INTERNAL = 70
"""A fault of riwaya itself: please report it."""
PIPE = 141
"""Whoever read our output stopped reading."""
INTERRUPTED = 130
"""Stopped by Ctrl-C; what was done so far is kept."""
TERMINATED = 143
"""Stopped by SIGTERM; what was done so far is kept."""

BY_ERROR: dict[str, int] = {
    "no_record": RECORD,
    "not_a_record": RECORD,
    "newer_record": RECORD,
    "older_record": RECORD,
    "locked": RECORD,
    "watched": RECORD,
    "busy": RECORD,
    "damaged": RECORD,
    "join_failed": INTERNAL,
    "write_failed": WRITE,
    "output_failed": WRITE,
    "nothing_such": NOTHING,
    "bad_correction": USAGE,
    "bad_query": USAGE,
    "bad_gold": USAGE,
    "bad_registry": USAGE,
    "usage": USAGE,
    "missing_part": USAGE,
}
"""The exit code of each :class:`~riwaya.errors.RiwayaError`."""
