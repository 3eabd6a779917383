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
    spans = []
    for match in _LINE.finditer(text):
        piece = match.group()
        if bare := piece.strip():
            start = match.start() + len(piece) - len(piece.lstrip())
            spans.append((start, start + len(bare)))
    folded = fold(text)
    # One search for all ends, in the offsets' own type: otherwise they are converted each time.
    at = np.searchsorted(folded.offsets, np.array(spans, dtype=np.int32).reshape(-1, 2)).tolist()
    return [
        Line(start, end, text[start:end], folded.text[first:last])
        for (start, end), (first, last) in zip(spans, at, strict=True)
    ]
