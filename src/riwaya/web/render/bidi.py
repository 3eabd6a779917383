"""Arabic inside sentences of another direction: each run apart, so that it does not turn what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = r"\u0621-\u064A\u066E-\u06D3\u06FA-\u06FF"
_RUN = re.compile(
    rf"(?<=[“«])[^”»]*[{_LETTER}][^”»]*(?=[”»])"  # all of a quotation that has Arabic in it
    rf"|[{_LETTER}][^\n“”«»();,]*[{_LETTER}\u064B-\u0652]|[{_LETTER}]"
)


def isolated(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in runs; those that are True are Arabic and are to be isolated.

    >>> list(isolated("according to سلمى الدوري; denied"))
    [('according to ', False), ('سلمى الدوري', True), ('; denied', False)]
    """
    at = 0
    for match in _RUN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    if at < len(text):
        yield text[at:], False
