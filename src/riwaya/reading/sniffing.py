"""What a run of bytes is, by its first bytes: a known binary format, markup, records, or text."""

from __future__ import annotations

import re
from typing import Literal

Content = Literal["text", "html", "records", "json", "feed", "warc", "parquet"]

HEAD = 4096
"""How many bytes are looked at."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"PK\x03\x04", "ZIP archive or Office document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"Rar!", "RAR archive"),
    (b"7z\xbc\xaf", "7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "old Office document"),
    (b"RIFF", "media file"),
    (b"OggS", "media file"),
    (b"ID3", "media file"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    # What is decompressed once and is still compressed: an archive within an archive.
    (b"\x1f\x8b", "gzip data within compressed data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data within compressed data"),
)
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_PROLOGUE = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}>\s*|<!--.{0,1000}?-->\s*|<!DOCTYPE[^>]{0,300}>\s*)*"
)
"""What may stand before a document's first element."""
_FEED = re.compile(rb"^" + _PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", re.S | re.I)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|meta|title|p|script)\b", re.I)
_OPENING = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<", re.S
)
_RECORD = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{\s*"')
_ARRAY = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\[\s*\{")
_OPENINGS: tuple[tuple[Content, re.Pattern[bytes]], ...] = (
    ("warc", re.compile(rb"WARC/")),
    ("parquet", re.compile(rb"PAR1")),
    ("feed", _FEED),
    ("records", _RECORD),
    ("json", _ARRAY),
)


def compression(head: bytes) -> Literal["gz", "zst"] | None:
    """Which compression the bytes announce, if any."""
    if head.startswith(_GZIP):
        return "gz"
    return "zst" if head.startswith(_ZSTD) else None


def utf16_flavour(head: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` if the bytes look like UTF-16 text, with or without a mark.

    Without a mark: the high bytes of Arabic and ASCII letters are 0x06 and 0x00, all on one side.
    """
    if head.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if head.startswith(b"\xfe\xff"):
        return "utf-16-be"
    if len(head) < 8:
        return None
    sample = head[: HEAD - HEAD % 2]
    even, odd = sample[::2], sample[1::2]
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        plausible = high.count(0) + high.count(6) + high.count(0x20)
        if plausible > 0.9 * len(high) and high.count(0) and low.count(0) < 0.02 * len(low) + 1:
            return name
    return None


def binary_format(head: bytes) -> str | None:
    """The name of a binary format, or None where the bytes may be text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if b"\x00" in head[:HEAD] and utf16_flavour(head) is None:
        return "NUL bytes"
    controls = sum(head[:HEAD].count(code) for code in (1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18))
    if controls > 8 + len(head[:HEAD]) // 50 and utf16_flavour(head) is None:
        return "control bytes"
    return None


def content(head: bytes) -> Content:
    """What text-like bytes are: by their opening, never by a name."""
    if (flavour := utf16_flavour(head)) is not None:
        head = head[: len(head) // 2 * 2].decode(flavour, "replace").encode("utf-8", "replace")
    if _OPENING.match(head) and not _FEED.match(head):
        return "html" if _HTML.search(head) else "text"
    for kind, opening in _OPENINGS:
        if opening.match(head):
            return "json" if kind == "records" and _goes_on(head) else kind
    return "text"


def _goes_on(head: bytes) -> bool:
    """Whether the object that opens on the first line does not end there: one record, not lines."""
    first, newline, _ = head.lstrip().partition(b"\n")
    return bool(newline) and not first.rstrip().endswith(b"}")
