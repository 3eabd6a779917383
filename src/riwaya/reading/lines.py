"""A page's lines: the trimmed pieces between line ends, each with its folded form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from riwaya.arabic import fold
from riwaya.reading.lexicon import MARKS

# Every line end that an editor, a browser or a scraper may leave.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
FINAL = ".؟?!…"
"""Marks that end a sentence."""
_CLOSING = "\"»”’'“)]* \u200f\u200e"


@dataclass(slots=True, eq=False)
class Line:
    """One trimmed line, never changed once made: its span, its text, its folded form, and that form's words and key.

    ``gap`` counts the line ends between it and the line before, at most 3; 0 for the first.
    ``indent``: whether blanks stand before its first letter.
    """

    start: int
    end: int
    text: str
    folded: str
    gap: int = 1
    indent: bool = False
    words: list[str] = field(init=False)
    key: str = field(init=False)
    final: str = field(init=False)
    """The sentence mark that ends the line, closing marks aside, or ``""``."""

    def __post_init__(self) -> None:
        bare = self.text.rstrip(_CLOSING)
        self.words = self.folded.split()
        self.key = " ".join(self.words).strip(MARKS)
        self.final = bare[-1] if bare and bare[-1] in FINAL else ""


def cut(text: str) -> list[Line]:
    """The non-blank lines of ``text``. Every non-blank character lies in exactly one."""
    spans: list[tuple[int, int]] = []
    around: list[tuple[int, bool]] = []
    before = 0
    for match in _LINE.finditer(text):
        piece = match.group()
        if bare := piece.strip():
            blanks = len(piece) - len(piece.lstrip())
            start = match.start() + blanks
            # Most gaps are one line end; only longer ones are counted.
            gap = match.start() - before
            if gap > 1:
                gap = _ends(text[before : match.start()])
            around.append((gap if spans else 0, blanks > 0))
            spans.append((start, start + len(bare)))
            before = match.end()
    folded = fold(text)
    # One search for all ends, in the offsets' own type: otherwise they are converted each time.
    at = np.searchsorted(folded.offsets, np.array(spans, dtype=np.int32).reshape(-1, 2)).tolist()
    return [
        Line(start, end, text[start:end], folded.text[first:last], gap, indent)
        for (start, end), (first, last), (gap, indent) in zip(spans, at, around, strict=True)
    ]


def _ends(blank: str) -> int:
    """How many line ends a stretch without letters holds, at most 3."""
    return min(3, len(blank.replace("\r\n", "\n").splitlines()))
