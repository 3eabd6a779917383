"""The folded view: one spelling for the ways in which one Arabic word is written.

Alif with hamza or madda becomes bare alif, alif maqsura becomes ya, ta marbuta ha, hamza on a
carrier its carrier; Persian ya and kaf become the Arabic ones; Arabic-Indic and Persian digits
become ASCII; Latin is lower-cased; presentation forms become letters.  Vowel marks, tatweel and
invisible controls are dropped, so the view can be shorter than the text: :class:`Folded` keeps
the map back.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

FOLDING_VERSION = 1
"""Stored in every database: an index made by another folding must be made again."""

_DROPPED = -1

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۀ": "ه",
}  # fmt: skip

_INVISIBLE = (
    "\u0640"  # tatweel
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def _table() -> npt.NDArray[np.int32]:
    """A table from every BMP code point to its folded one, or ``_DROPPED``."""
    table = np.arange(0x10000, dtype=np.int32)
    for code in range(0x10000):
        char = chr(code)
        if 0x064B <= code <= 0x065F or code == 0x0670 or 0x06D6 <= code <= 0x06ED:
            table[code] = _DROPPED
            continue
        if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
            letters = unicodedata.normalize("NFKC", char).strip()
            if len(letters) == 1:
                char = letters
        char = _LETTERS.get(char, char)
        if char.isdigit() and (value := unicodedata.digit(char, None)) is not None:
            char = str(value)
        lowered = char.lower()
        table[code] = ord(lowered) if len(lowered) == 1 else ord(char)
    for char in _INVISIBLE:
        table[ord(char)] = _DROPPED
    table[0x00A0] = ord(" ")
    return table


_TABLE = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the offset in the original."""

    text: str
    offsets: npt.NDArray[np.int32]
    original_length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the folded ``[start, end)``, marks that follow its last letter included."""
        if start >= end:
            at = self.start(start)
            return at, at
        return int(self.offsets[start]), self.start(end)

    def start(self, at: int) -> int:
        """The original offset of the folded offset ``at``."""
        return int(self.offsets[at]) if at < len(self.offsets) else self.original_length


def _codes(text: str) -> npt.NDArray[np.int32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.int32)


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The folded view of ``text``, with the map back."""
    codes = _codes(text)
    folded = np.where(codes < 0x10000, _TABLE[np.minimum(codes, 0xFFFF)], codes)
    kept = np.flatnonzero(folded != _DROPPED).astype(np.int32)
    out = folded[kept].astype(np.int32).tobytes().decode("utf-32-le", "surrogatepass")
    return Folded(out, kept, len(text))


_KEY_TABLE: dict[int, int | None] = {
    code: (None if value == _DROPPED else int(value))
    for code, value in enumerate(_TABLE.tolist())
    if value != code
}


def fold_key(text: str) -> str:
    """The folded form of a short string, for lexicon keys and comparisons."""
    return text.translate(_KEY_TABLE)
