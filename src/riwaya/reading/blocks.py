"""The page step ``blocks``: every line of the page, and the part it plays.

A page whose reader already laid it out (HTML) keeps that layout; plain text and records are cut
into lines whose roles are decided together.  Each non-blank character lies in exactly one block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.model import Block, Found, Page, Role
from riwaya.reading.dateline import glued_head
from riwaya.reading.features import Given, features
from riwaya.reading.lines import Line, cut
from riwaya.reading.roles import decide
from riwaya.reading.teasers import trailing_teasers

_DATELINE_LINES = 3
"""How many paragraphs may open with a dateline of their own."""


def find_blocks(page: Page, found: Found) -> list[Block]:
    """The blocks of a page and their roles, in page order. ``found`` is not used: this is the first step."""
    if page.layout:
        return list(page.layout)
    lines = cut(page.text)
    shown = features(lines, Given.of(page))
    roles = decide(shown)
    for at in trailing_teasers(lines, shown, roles):
        roles[at] = "related"
    return list(_blocks(lines, roles))


def _blocks(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Block]:
    paragraphs = 0
    for line, role in zip(lines, roles, strict=True):
        if role == "paragraph":
            paragraphs += 1
            if paragraphs <= _DATELINE_LINES and (head := glued_head(line.folded)):
                yield from _halves(line, head)
                continue
        yield Block(start=line.start, end=line.end, role=role)


def _halves(line: Line, head: int) -> Iterator[Block]:
    """A byline and the paragraph glued to it, both trimmed; ``head`` counts folded characters."""
    cut_at = line.start + _original(line, head)
    first, rest = line.text[: cut_at - line.start], line.text[cut_at - line.start :]
    yield Block(start=line.start, end=line.start + len(first.rstrip()), role="byline")
    yield Block(start=line.end - len(rest.lstrip()), end=line.end, role="paragraph")


def _original(line: Line, head: int) -> int:
    """The offset in the line's text of an offset in its folded form."""
    from riwaya.arabic import fold

    return fold(line.text).start(head)
