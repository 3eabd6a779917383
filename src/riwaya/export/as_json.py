"""A record as one JSON object, or as JSON lines; written piece by piece, never whole in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from riwaya.export.parts import PARTS, SINGULAR
from riwaya.store.reader import RecordReader


def json_object(record: RecordReader, parts: Sequence[str]) -> Iterator[bytes]:
    """``{"pages": […], "stories": […], …}`` in pieces; only the parts asked for."""
    yield b"{"
    for index, part in enumerate(parts):
        yield (b",\n" if index else b"\n") + msgspec.json.encode(part) + b": ["
        for number, thing in enumerate(PARTS[part](record)):
            yield (b",\n" if number else b"\n") + msgspec.json.encode(thing)
        yield b"\n]"
    yield b"\n}\n"


def json_lines(record: RecordReader, parts: Sequence[str]) -> Iterator[bytes]:
    """A line a thing; its first key, ``record``, says what it is (``page``, ``story``, ``copy`` …)."""
    for part in parts:
        head = b'{"record":' + msgspec.json.encode(SINGULAR[part]) + b","
        for thing in PARTS[part](record):
            yield head + msgspec.json.encode(thing)[1:] + b"\n"
