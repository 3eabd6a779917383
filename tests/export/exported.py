"""Exports as bytes, as the program writes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from riwaya.export.formats import Job, export
from riwaya.store.reader import RecordReader


def exported(reader: RecordReader, format_: str, **options: Any) -> bytes:
    """What goes to standard output."""
    pieces: list[bytes] = []
    export(format_, Job(reader, None, pieces.append, **options))
    return b"".join(pieces)


def exported_to(reader: RecordReader, format_: str, output: Path, **options: Any) -> None:
    def refuse(_: bytes) -> None:
        raise AssertionError("nothing goes to standard output")

    export(format_, Job(reader, output, refuse, **options))
