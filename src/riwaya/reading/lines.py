"""A page's lines: the trimmed pieces between line ends, each with its folded form."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from riwaya.arabic import fold
from riwaya.reading.lexicon import MARKS

# Every line end that an editor, a browser or a scraper may leave.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
FINAL = ".؟?!…"
"""Marks that end a sentence."""
_CLOSING = "\"»”’'“)]* \u200f\u200e"


@dataclass(frozen=True, slots=True)
class Line:
    """One trimmed line: its span, its text, its folded form, and that form's words and key."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def key(self) -> str:
        return " ".join(self.folded.split()).strip(MARKS)

    @property
    def final(self) -> str:
        """The sentence mark that ends the line, closing marks aside, or ``""``."""
        bare = self.text.rstrip(_CLOSING)
        return bare[-1] if bare and bare[-1] in FINAL else ""


def cut(text: str) -> list[Line]:
    """The non-blank lines of ``text``. Every non-blank character lies in exactly one."""
    folded = fold(text)
    lines = []
    for match in _LINE.finditer(text):
        piece = match.group()
        bare = piece.strip()
        if not bare:
            continue
        start = match.start() + len(piece) - len(piece.lstrip())
        end = start + len(bare)
        first, last = np.searchsorted(folded.offsets, (start, end))
        lines.append(Line(start, end, bare, folded.text[first:last]))
    return lines
