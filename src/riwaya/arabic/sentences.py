"""Sentences: cut at full stops, question and exclamation marks and line ends, never inside a number,
an initial or a URL, and never at a full stop that a closing mark follows without a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# A run of final marks, with any closing quotation mark or bracket behind it, then blank or end.
_END = re.compile(r"(?<![\W_]\w)(?:[.!?؟…]+)[\"»”’')\]]*(?=\s|$)|\n+|[!?؟]+[\"»”’')\]]*")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in ``text[start:end]``, blanks trimmed, their final mark included."""
    stop = len(text) if end is None else min(end, len(text))
    at = start
    for match in _END.finditer(text, start, stop):
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, stop)


@lru_cache(maxsize=64)
def all_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of a whole text; of the last few texts they are kept."""
    return tuple(sentences(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
