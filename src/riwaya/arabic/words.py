"""Words: runs of letters, runs of digits, and single marks, with their folded keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from riwaya.arabic.folding import fold_key

TokenKind = Literal["word", "number", "mark"]

# A word may hold vowel marks and tatweel; digits are words of their own, with inner separators.
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u064B-\u065F\u0670\u0640\u200c\u200d])*)"
    r"|(?P<mark>[^\s\u064B-\u065F\u0670])",
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: its span in the text, its letters, and their folded form ``key``."""

    start: int
    end: int
    text: str
    key: str
    kind: TokenKind

    @property
    def is_word(self) -> bool:
        return self.kind == "word"


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return fold_key(word) or word


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[Token, ...]:
    """Every token of ``text`` in order; blanks are between them. Cached: steps share one cut."""
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        word = match.group()
        out.append(
            Token(match.start(), match.end(), word, _key(word), kind)  # type: ignore[arg-type]
        )
    return tuple(out)
