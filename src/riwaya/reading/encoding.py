"""From bytes to text: what the bytes are, whatever they are declared to be.

UTF-8 is tried first, since no other encoding of Arabic passes for it by chance; then UTF-16 by its
pattern of bytes; then the one-byte encodings, by how Arabic the outcome reads.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from riwaya.reading.sniffing import HEAD, utf16_flavour

_ONE_BYTE = ("windows-1256", "iso-8859-6")
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.I,
)
_COMMON = (" في ", " من ", " على ", " إلى ", " أن ", "ال", "ات ", "ية ", " و")
_DAMAGED_MOST = 0.02
"""The share of unreadable places up to which bytes still count as UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many places in the bytes could not be read (U+FFFD)."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """``data`` as text. Never raises; line ends, blanks and marks stay as they are."""
    if (flavour := utf16_flavour(data[:HEAD])) is not None:
        text = data.decode(flavour, "replace")
        return Decoded(text.removeprefix("\ufeff"), flavour, text.count("\ufffd"))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    letters = sum(1 for char in text[:50_000] if "\u0620" <= char <= "\u06ff")
    if damaged <= max(3, _DAMAGED_MOST * len(text)) and letters > damaged:
        return Decoded(text, "utf-8", damaged)
    return _one_byte(data, declared)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page's own markup declares, if Python knows it."""
    match = _META.search(data[:HEAD])
    name = (match.group(1) or match.group(2)).decode("ascii", "ignore") if match else None
    return name if name and _known(name) else None


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name if codecs.lookup(name)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def _one_byte(data: bytes, declared: str | None) -> Decoded:
    names = list(_ONE_BYTE)
    if declared and _known(declared) and _known(declared) not in ("utf-8", "utf-16", "utf-32"):
        names.insert(0, declared)
    tried = [(data.decode(name, "replace"), name) for name in names]
    text, name = max(tried, key=lambda one: _arabic_likeness(one[0]))
    return Decoded(text, codecs.lookup(name).name, text.count("\ufffd"))


def _arabic_likeness(text: str) -> float:
    sample = text[:20_000]
    odd = sample.count("\ufffd") + sum(1 for char in sample if "\x80" <= char <= "\x9f")
    return sum(sample.count(part) for part in _COMMON) - 2.0 * odd
