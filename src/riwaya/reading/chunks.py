"""Bytes in bounded pieces from a file or pipe, decompressed on the way (gzip, Zstandard)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

import zstandard

from riwaya.reading.sniffing import compression

_PIECE = 1 << 18
# A Zstandard block of a few bytes may stand for 128 KiB: small bites bound what one call returns.
_ZSTD_BITE = 1 << 7
_ZSTD_WINDOW = 1 << 27


class CorruptError(Exception):
    """Compressed data that is damaged or ends too early."""


class OversizeError(Exception):
    """More bytes than one page may have."""


class Chunks:
    """A file's decompressed bytes: looked at, read whole up to a limit, or line by line.

    Raises :class:`CorruptError` where compressed data is damaged, ``OSError`` as the file does.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._buffer = bytearray()
        self._pieces = _decompressed(file)

    def _fill(self) -> bool:
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._buffer += piece
        return True

    def peek(self, size: int) -> bytes:
        """Up to ``size`` first bytes, which stay to be read."""
        while len(self._buffer) < size and self._fill():
            pass
        return bytes(self._buffer[:size])

    def pieces(self) -> Iterator[bytes]:
        """Everything that is left, in pieces."""
        while self._buffer or self._fill():
            piece, self._buffer = bytes(self._buffer), bytearray()
            if piece:
                yield piece

    def read_all(self, limit: int) -> bytes:
        """Everything. Raises :class:`OversizeError` as soon as it is more than ``limit`` bytes."""
        while len(self._buffer) <= limit:
            if not self._fill():
                return bytes(self._buffer)
        raise OversizeError

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """The lines without their ends; None for a line of more than ``limit`` bytes, never held whole."""
        skipping = False
        searched = 0
        while True:
            end = self._buffer.find(b"\n", searched)
            if end >= 0:
                line = None if skipping or end > limit else bytes(self._buffer[:end])
                del self._buffer[: end + 1]
                skipping, searched = False, 0
                yield line
                continue
            if len(self._buffer) > limit:
                skipping = True
                self._buffer.clear()
            searched = len(self._buffer)
            if not self._fill():
                break
        if skipping:
            yield None
        elif self._buffer:
            yield bytes(self._buffer)
            self._buffer.clear()


def _raw(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _decompressed(file: BinaryIO) -> Iterator[bytes]:
    pieces = _raw(file)
    first = next(pieces, b"")
    kind = compression(first)
    if kind is None:
        if first:
            yield first
        yield from pieces
    elif kind == "gz":
        yield from _gunzip(first, pieces)
    else:
        yield from _unzstd(first, pieces)


def _gunzip(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Every member of a gzip stream; zero padding after the last one is passed over."""
    data, member = first, zlib.decompressobj(31)
    while True:
        try:
            out = member.decompress(data, _PIECE)
        except zlib.error as error:
            raise CorruptError(str(error)) from error
        if out:
            yield out
        if member.eof:
            data = member.unused_data.lstrip(b"\0")
            while not data:
                piece = next(pieces, None)
                if piece is None:
                    return
                data = piece.lstrip(b"\0")
            member = zlib.decompressobj(31)
            continue
        data = member.unconsumed_tail
        if not data and not out:
            data = next(pieces, b"")
            if not data:
                raise CorruptError("the gzip data ends too early")


def _unzstd(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Every frame of a Zstandard stream."""
    context = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    frame = context.decompressobj()
    piece: bytes | None = first
    while piece:
        for at in range(0, len(piece), _ZSTD_BITE):
            bite = piece[at : at + _ZSTD_BITE]
            while bite:
                if frame.eof:
                    frame = context.decompressobj()
                try:
                    out = frame.decompress(bite)
                except zstandard.ZstdError as error:
                    raise CorruptError(str(error)) from error
                if out:
                    yield out
                bite = frame.unused_data if frame.eof else b""
        piece = next(pieces, None)
    if not frame.eof:
        raise CorruptError("the Zstandard data ends too early")
