"""Quotation marks that do not pair."""

from __future__ import annotations

from riwaya.model import Block, Found, Page, PageWarning
from riwaya.statements.marks import Marks, pair_marks
from riwaya.statements.view import READ_ROLES, STOPS, line_blocks

LONG_ENOUGH = 25
"""Code points of words in a quotation that is worth a warning when a mark is missing."""


def check_quotations(page: Page, found: Found) -> list[PageWarning]:
    """Warn of quotations that open and never close, or close and never opened.

    ``found`` gives the blocks and the statements; only marks in the body count, and of a
    quotation broken over paragraphs only a missing mark, not the break.
    """
    blocks = [b for b in found.blocks if b.role in READ_ROLES] or (
        [] if found.blocks else line_blocks(page.text)
    )
    marks = pair_marks(page.text, [(b.start, b.end) for b in blocks])
    return [*_unclosed(page.text, marks), *_unopened(page.text, marks, blocks, found)]


def _unclosed(text: str, marks: Marks) -> list[PageWarning]:
    out = []
    for quote in marks.quotes:
        if quote.closed or quote.end - quote.start < LONG_ENOUGH:
            continue
        if text[quote.start] in "'‘’" or _is_measure(text, quote.start):
            continue
        out.append(
            PageWarning(
                kind="unclosed_quote",
                spans=((quote.start, quote.end),),
                message="A quotation opens and is never closed; the end of its paragraph is taken as its end.",
                message_ar="علامة تنصيص تُفتح ولا تُغلق؛ عُدّت نهاية الفقرة نهايةً لها.",
            )
        )
    return out


def _unopened(text: str, marks: Marks, blocks: list[Block], found: Found) -> list[PageWarning]:
    """A closing mark that nothing opens, spanned from the statement that it closes or its sentence."""
    out = []
    for at in marks.unopened:
        if _is_measure(text, at):
            continue
        start = next(
            (s.content[0][0] for s in found.statements if s.content and s.content[0][0] < at <= s.content[-1][1] + 1
             and s.type == "direct"),
            _sentence_start(text, blocks, at),
        )  # fmt: skip
        if at - start < LONG_ENOUGH:
            continue
        out.append(
            PageWarning(
                kind="unopened_quote",
                spans=((start, at + 1),),
                message="A closing quotation mark stands here, but no mark opens the quotation.",
                message_ar="علامة تنصيص تُغلق ولا علامة تفتحها.",
            )
        )
    return out


def _is_measure(text: str, at: int) -> bool:
    """Inches or minutes after a number: 6.1"."""
    return at > 0 and text[at - 1].isdigit() and text[at] in "\"'”’"


def _sentence_start(text: str, blocks: list[Block], at: int) -> int:
    start = 0
    for block in blocks:
        if block.start <= at < block.end:
            start = block.start
    for i in range(start, at):
        if text[i] in STOPS and i + 1 < at and text[i + 1].isspace():
            start = i + 1
    while start < at and text[start].isspace():
        start += 1
    return start
