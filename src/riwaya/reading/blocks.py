"""The page step ``blocks``: every line of the page, and the part it plays.

A page whose reader already laid it out (HTML) keeps that layout; plain text and records are cut
into lines whose roles are decided together.  Each non-blank character lies in exactly one block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from riwaya.arabic import fold
from riwaya.model import Block, Found, Page
from riwaya.reading.dateline import glued_head
from riwaya.reading.features import Given, features
from riwaya.reading.lines import Line, cut
from riwaya.reading.roles import decide
from riwaya.reading.teasers import trailing_teasers

_DATELINE_LINES = 3
"""How many paragraphs may open with a dateline of their own."""
_HEAD_MOST = 240


def find_blocks(page: Page, found: Found) -> list[Block]:
    """The blocks of a page and their roles, in page order. ``found`` is not used: this is the first step."""
    if page.layout:
        return list(_with_bylines(page.text, page.layout, {}))
    lines = cut(page.text)
    folded = {line.start: line.folded for line in lines}
    return list(_with_bylines(page.text, _read(page, lines), folded))


def _read(page: Page, lines: Sequence[Line]) -> list[Block]:
    """The lines of a page without a layout, each with its role."""
    shown = features(lines, Given.of(page))
    roles = decide(shown)
    for at in trailing_teasers(lines, shown, roles):
        roles[at] = "related"
    return [
        Block(start=line.start, end=line.end, role=role)
        for line, role in zip(lines, roles, strict=True)
    ]


def _with_bylines(text: str, blocks: Sequence[Block], folded: Mapping[int, str]) -> Iterator[Block]:
    """The blocks, with bylines that are glued to one of the first paragraphs cut off.

    ``folded`` has the folded form of lines, by their start, where it is already made.
    """
    paragraphs = 0
    for block in blocks:
        if block.role == "paragraph" and paragraphs < _DATELINE_LINES:
            paragraphs += 1
            if head := _head(text[block.start : block.end], folded.get(block.start)):
                yield from _halves(text, block, block.start + head)
                continue
        yield block


def _head(text: str, folded: str | None) -> int:
    """How many characters of a paragraph are a byline glued to it."""
    if folded is not None and not glued_head(folded[:_HEAD_MOST]):
        return 0
    opening = fold(text[:_HEAD_MOST])
    return opening.start(cut_at) if (cut_at := glued_head(opening.text)) else 0


def _halves(text: str, block: Block, at: int) -> Iterator[Block]:
    """A byline and its paragraph, both trimmed."""
    first, rest = text[block.start : at], text[at : block.end]
    if not first.strip() or not rest.strip():
        yield block
        return
    yield msgspec.structs.replace(block, end=block.start + len(first.rstrip()), role="byline")
    yield msgspec.structs.replace(block, start=block.end - len(rest.lstrip()))
