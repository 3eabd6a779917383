"""How a page and its layers lie in the file: zstd of JSON, one blob a page."""

from __future__ import annotations

from typing import Any

import msgspec
import zstandard

from riwaya.model import Found, Page, Struct

_LEVEL = 3


class Stored(Struct, frozen=True, kw_only=True):
    """A page, its layers, and which step gave what.

    ``trace`` has, in the order of the steps, each step's name and how many annotations it added to
    each layer: with it a page is analysed again from the first stale step on, not from the start.
    """

    page: Page
    layers: Found
    trace: tuple[tuple[str, dict[str, int]], ...] = ()


_stored_decoder = msgspec.json.Decoder(Stored)


def pack(value: Any) -> bytes:
    """``value`` as compressed JSON."""
    return zstandard.compress(msgspec.json.encode(value), _LEVEL)


def unpack_page(data: bytes) -> Stored:
    """A page's blob."""
    return _stored_decoder.decode(zstandard.decompress(data))


def pack_raw(data: bytes) -> bytes:
    """Bytes as read, compressed."""
    return zstandard.compress(data, _LEVEL)


def unpack_raw(data: bytes) -> bytes:
    """What :func:`pack_raw` made."""
    return zstandard.decompress(data)
