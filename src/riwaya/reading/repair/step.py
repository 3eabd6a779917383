"""The page step ``repairs``: what could be repaired in a page's text, and its segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.model import BODY_ROLES, Block, Found, Page, Repair, Segment
from riwaya.reading.repair.breaks import breaks, doubled
from riwaya.reading.repair.mojibake import mojibake
from riwaya.reading.repair.quotes import marks_of, outside_proclitics, unbalanced
from riwaya.reading.repair.segments import find_segments
from riwaya.reading.repair.words import glued_words

_READ = (*BODY_ROLES, "caption")
_REACH = 3
"""A quotation may go on over this many paragraphs."""


def find_repairs(page: Page, found: Found) -> list[Repair | Segment]:
    """The proposals in the order of the text, then the segments where the page has more than one."""
    text, blocks = page.text, found.blocks
    proposals = [
        *_bylines(text, blocks),
        *breaks(text, blocks),
        *doubled(text, blocks),
        *_inside(text, blocks),
    ]
    proposals.sort(key=lambda repair: (repair.start, repair.end))
    return [*proposals, *find_segments(text, blocks)]


def _bylines(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """A byline and its paragraph without a blank between: وكالاتأعرب."""
    for before, after in pairwise(blocks):
        if before.role == "byline" and before.end == after.start and text[before.end - 1].isalpha():
            yield Repair(
                kind="glued_words", start=after.start, end=after.start, replacement=" ",
                reason="a byline is glued to the paragraph",
            )  # fmt: skip


def _inside(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    paragraphs = [block for block in blocks if block.role == "paragraph"]
    for block in blocks:
        if block.role in _READ:
            wrong = list(mojibake(text, block.start, block.end))
            yield from wrong
            if not wrong:
                yield from glued_words(text, block.start, block.end)
                yield from outside_proclitics(text, block.start, block.end)
    marks = [marks_of(text, block.start, block.end) for block in paragraphs]
    for at, block in enumerate(paragraphs):
        if marks[at].balance:
            before, after = marks[max(0, at - _REACH) : at], marks[at + 1 : at + 1 + _REACH]
            yield from unbalanced(text, block, marks[at], before, after)
