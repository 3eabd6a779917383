"""Quotation marks, paired: every glyph in use, across paragraphs, opened or closed once too few.

A mark is judged by its neighbours first (what stands open to the left opens, what stands close
to it closes) and by its glyph second: Arabic pages type “ and ” in either direction.  A mark
without a partner is kept as such and never shifts the pairing of the marks after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.model import Span

_MARK = re.compile(r"[\"«»“”„‟‹›＂]|(?<!\w)'(?=\w)|(?<=[\w.!?؟،])'(?!\w)|[‘’](?!\w)|(?<!\w)[‘’]|''")
_OPENING, _CLOSING = "«“„‹‘", "»”›’"
_PROCLITIC = re.compile(r"(?:^|[\s(\[«“\"])[وف]?[بلكـو]ـ?$")
_NEXT_REPORT = re.compile(
    r"\.\s+و(?:قال|قالت|أضاف|أضافت|تابع|تابعت|أكد|أكدت|أوضح|أوضحت|أشار|أشارت|ذكر|ذكرت|كرر|أردف|شدد|لفت)\b"
)
_REACH = 3
"""A quotation that a paragraph leaves open may close this many paragraphs on."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start`` at its opening mark, ``end`` past its closing one (or where it is taken to end)."""

    start: int
    end: int
    opened: bool = True
    closed: bool = True

    @property
    def inner(self) -> Span:
        """The words inside the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


@dataclass(slots=True)
class Marks:
    """The quotations of a page, outer ones first, and the closing marks that nothing opens."""

    quotes: list[Quote] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)


def pair_marks(text: str, blocks: Sequence[Span]) -> Marks:
    """Pair the marks of ``blocks`` (paragraph spans, in order)."""
    marks = Marks()
    pending: list[tuple[int, int]] = []  # openers still open, with the number of their block
    for number, (start, end) in enumerate(blocks):
        pending = [(at, of) for at, of in pending if number - of <= _REACH]
        _pair_block(text, (start, end), number, pending, marks)
        marks.quotes.extend(
            Quote(at, _block_end(text, at, blocks[of]), closed=False)
            for at, of in pending
            if number - of == _REACH
        )
        pending = [(at, of) for at, of in pending if number - of < _REACH]
    marks.quotes.extend(
        Quote(at, _block_end(text, at, blocks[of]), closed=False) for at, of in pending
    )
    marks.quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return marks


def _pair_block(
    text: str, span: Span, number: int, pending: list[tuple[int, int]], marks: Marks
) -> None:
    """Pair within one paragraph; what it leaves open joins ``pending``, what closes an older one leaves it."""
    found = [(m.start(), m.end()) for m in _MARK.finditer(text, *span)]
    if not found:
        return
    stack: list[int] = []
    closed: list[Quote] = []
    stray: list[int] = []
    carried = list(pending)
    for at, end in found:
        if _direction(text, at, span, bool(stack)) == "open":
            stack.append(at)
        elif stack:
            closed.append(Quote(stack.pop(), end))
        elif _is_single(text[at]):
            continue
        elif carried:
            closed.append(Quote(carried.pop()[0], end))
        else:
            stray.append(at)
    left = [at for at in stack if not _is_single(text[at])]
    if (left or stray) and not pending and _alternate(text, found):
        closed, left, stray = (
            [Quote(i[0], j[1]) for i, j in zip(found[::2], found[1::2], strict=True)],
            [],
            [],
        )
    if not left and _two_in_a_row(text, found, stray):
        closed.append(Quote(stray[0], stray[1] + 1))
        stray = []
    marks.quotes.extend(closed)
    marks.unopened.extend(stray)
    pending[:] = [*(carried if not stack else []), *((at, number) for at in left)]


def _two_in_a_row(text: str, found: list[Span], stray: list[int]) -> bool:
    """Whether two straight marks that nothing opens stand next to each other, with words between (البلاد،" كذا وكذا" عندما)."""
    starts = [at for at, _ in found]
    if len(stray) != 2 or any(text[at] not in '"＂' for at in stray):
        return False
    beside = starts.index(stray[1]) - starts.index(stray[0]) == 1
    return beside and "." not in text[stray[0] : stray[1]]


def _alternate(text: str, found: list[Span]) -> bool:
    """Whether the marks can only be paired in turn: straight ones, an even number, blanks misplaced
    (``"كذا "في``, ``مجلة" كذا"``).
    """
    return len(found) % 2 == 0 and all(text[at] in '"＂' for at, _ in found)


def _direction(text: str, at: int, span: Span, inside: bool) -> str:  # noqa: PLR0911 - one guard, one line
    """Whether the mark at ``at`` opens or closes, by its neighbours, then its glyph, then parity."""
    before = text[at - 1] if at > span[0] else " "
    after = text[at + 1] if at + 1 < span[1] else " "
    glyph = text[at]
    if glyph in "«„‹":
        return "open"
    if glyph in "»›":
        return "close"
    if before == ":" and not inside:
        return "open"
    opens = (before.isspace() or before in '([:؛،-–—_/«“"' or _proclitic(text, at, span)) and (
        not after.isspace() and after not in ".،؛:!؟?)"
    )
    closes = not before.isspace() and (after.isspace() or not (after.isalnum() or after in "#«“"))
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    if inside:
        return "close"
    if before.isalnum() and after.isalnum() and glyph not in _CLOSING:
        return "open"  # a blank is missing: عن"كذا"
    if glyph in _CLOSING and not opens and not before.isspace():
        return "close"
    return "open" if opens or glyph in _OPENING or before.isspace() else "close"


def _proclitic(text: str, at: int, span: Span) -> bool:
    return bool(_PROCLITIC.search(text, max(span[0], at - 5), at))


def _is_single(glyph: str) -> bool:
    return glyph in "'‘’"


def _block_end(text: str, at: int, span: Span) -> int:
    """Where a quotation that opens at ``at`` and never closes is taken to end: before the next report
    (. وقال), else at the paragraph's end; its full stop left out.
    """
    following = _NEXT_REPORT.search(text, at, span[1])
    end = following.start() + 1 if following is not None else span[1]
    while end > span[0] and (text[end - 1].isspace() or text[end - 1] in ".،"):
        end -= 1
    return end
