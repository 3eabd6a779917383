"""Every error that a user can meet: a stable code, what happened, where, and what to do.

A page that cannot be used is no error: it is a :class:`~riwaya.model.SetAside`
(``riwaya/reading/reasons.py``).  An error here ends the command.
"""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    # the record file
    "no_record": ("there is no record here", "build one: riwaya build SOURCE... -o {where}"),
    "not_a_record": (
        "this file is not a riwaya record ({why}); it was not touched",
        "give another path",
    ),
    "newer_record": (
        "this record was made by a newer riwaya (format {found}, this one reads up to {known})",
        "upgrade riwaya, or build the record again",
    ),
    "older_record": (
        "this record was made by an older riwaya and lacks what the desk needs",
        "bring it up to date: riwaya build -o {where}, or serve it once without --read-only",
    ),
    "locked": (
        "another build holds this record: process {pid} on {host}, since {since}",
        "wait for it, or build into another file",
    ),
    "watched": (
        "another riwaya watch adds to this record: process {pid} on {host}, since {since}",
        "give it these feeds too, or stop it first",
    ),
    "busy": ("the record is in use and stayed locked", "try again in a moment"),
    "damaged": ("the record cannot be read ({why})", "restore a copy, or build it again"),
    "join_failed": (
        "the pages are stored, but joining them failed ({why}); this is a fault of riwaya",
        "please report it; with a version that mends it, run riwaya build -o {where}",
    ),
    # writing
    "write_failed": (
        "a write failed ({why}); the record holds everything up to the last whole batch",
        "make room or check permissions, then run the same command again: it goes on",
    ),
    "output_failed": ("the output cannot be written ({why})", "give another path"),
    # asking
    "nothing_such": ("no {kind} {wanted}", "list them: riwaya show {where} {kind}"),
    "bad_correction": (
        "this correction cannot be made ({why})",
        "give an annotation by its layer and span, and fields that it has",
    ),
    "bad_query": ("nothing to search for in {wanted}", "give at least one word"),
    "bad_gold": ("the gold or the output cannot be read ({why})", "check the two paths"),
    "bad_registry": ("this registry of names cannot be used ({why})", "see docs/names.md"),
    "usage": ("{why}", "see --help"),
    "missing_part": ("this needs {what}, which is not installed", "{todo}"),
}


class RiwayaError(Exception):
    """An error with a stable ``code``; ``str()`` is the one line that a person reads.

    ``where`` is the path or thing concerned; ``values`` fill the message of :data:`ERRORS`.
    """

    def __init__(self, code: str, where: str = "", **values: object) -> None:
        what, todo = ERRORS[code]
        filled = {"where": where, **values}
        self.code = code
        self.where = where
        self.what = what.format(**filled)
        self.todo = todo.format(**filled)
        super().__init__(
            f"{where}: {self.what}; {self.todo}" if where else f"{self.what}; {self.todo}"
        )
