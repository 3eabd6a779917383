"""The dispatches that a page is put together from.

A second dateline in the text begins another dispatch: its اليوم is that dispatch's day, which the
page's date does not tell.  A phrase such as وفي سياق متصل only turns to another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from riwaya.arabic import fold
from riwaya.model import BODY_ROLES, Block, Segment, Span
from riwaya.reading.dateline import glued_head, parse
from riwaya.reading.lexicon import alternation, table

_OPENING = 40
_FIRST_PARAGRAPHS = 2
"""Datelines of a page's first paragraphs are its own: a standfirst may stand before the dispatch."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def _turn() -> re.Pattern[str]:
    words = table("repair")["segments"]
    matter, other = alternation(words["matter"]), alternation(words["other"])
    return re.compile(rf"و?(?:في|علي) (?:{matter}) (?:{other})(?!\w)")


def find_segments(text: str, blocks: Sequence[Block]) -> list[Segment]:
    """The page's segments in order, none where it is one dispatch without turns."""
    body = [
        block for block in blocks if block.role in (*BODY_ROLES, "byline") and block.role != "title"
    ]
    begins = list(_begins(text, body))
    if not begins:
        return []
    first = min((b.start for b in blocks if b.role in BODY_ROLES), default=0)
    end = max(block.end for block in body)
    starts = [Segment(start=first, end=end, basis="start"), *begins]
    return [
        Segment(start=one.start, end=(after.start if after else end), basis=one.basis, published=one.published, evidence=one.evidence)
        for one, after in pairwise([*starts, None])
        if one is not None
    ]  # fmt: skip


def _begins(text: str, body: Sequence[Block]) -> Iterator[Segment]:
    paragraphs = 0
    for at, block in enumerate(body):
        line = text[block.start : block.end]
        if block.role == "byline":
            inside = paragraphs > _FIRST_PARAGRAPHS and at + 1 < len(body)
            if inside and body[at + 1].role == "paragraph" and _is_dateline(line):
                yield _dateline(text, block.start, (block.start, block.end))
            continue
        paragraphs += block.role == "paragraph"
        if paragraphs <= _FIRST_PARAGRAPHS or (at and body[at - 1].role == "byline"):
            continue
        folded = fold(line[:120])
        if (head := glued_head(folded.text)) and _is_dateline(line[: folded.start(head)]):
            yield _dateline(text, block.start, (block.start, block.start + folded.start(head)))
        elif turn := _turn().match(folded.text[:_OPENING]):
            _, last = folded.span(0, turn.end())
            yield Segment(
                start=block.start,
                end=block.end,
                basis="turn",
                evidence=((block.start, block.start + last),),
            )


def _is_dateline(head: str) -> bool:
    """Whether a head tells both where and through whom, as a dispatch's does and a link's does not."""
    parsed = parse(fold(head).text)
    return parsed is not None and parsed.has("publisher") and parsed.has("place", "date")


def _dateline(text: str, start: int, head: Span) -> Segment:
    day = _day_of(text[head[0] : head[1]])
    return Segment(start=start, end=start, basis="dateline", published=day, evidence=(head,))


def _day_of(head: str) -> str | None:
    """The full day that a dateline tells, or None."""
    from riwaya.times.tagger import tag  # times/ reads segments: imported where it is needed

    return next((t.value[:10] for t in tag(head) if _DAY.match(t.value)), None)
