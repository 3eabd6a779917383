"""Sentences that a paragraph's end breaks, the conjunction that such a break leaves, and doubled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from riwaya.arabic import fold_key
from riwaya.model import Block, Repair
from riwaya.reading.lexicon import dateline_words, table

_ENDS = ".؟?!…:؛"
_CLOSING = "\"»”’'“)]* \u200f\u200e"
_SHORTEST = 30
_STRAY = re.compile(r"و\s+(?=\w)")
_NO_PREDICATE = re.compile(r"\s(?:وإن|إن|أن|وأن|بأن)\s\w+(?:\s\w+)?$")
_VERB_WITH_WAW = re.compile(r"و(?=[أاقتشذكنل]\w{2,}\s)")
_OPENERS, _CLOSERS = "“«", "”»"


@cache
def _words(group: str) -> str:
    """The words of a group of the lexicon as alternatives of a regular expression."""
    return "|".join(map(re.escape, table("repair")["breaks"][group]))


@cache
def _carries_on() -> re.Pattern[str]:
    return re.compile(rf"(?:و\s+)?(?:{_words('carries_on')})\s")


@cache
def _hangs(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{_words(group)})$")


@cache
def _anew() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('anew')})\b")


def breaks(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Proposals to join what one sentence has on two paragraphs, and to leave a stray و out."""
    for before, after in pairwise(blocks):
        if before.role != "paragraph" or after.role != "paragraph":
            continue
        first, second = text[before.start : before.end], text[after.start : after.end]
        if not _is_open(first) or (reason := _evidence(first, second)) is None:
            continue
        yield Repair(
            kind="broken_sentence",
            start=before.end,
            end=after.start,
            replacement=" ",
            reason=reason,
        )
        stray = _STRAY.match(second) or (
            _NO_PREDICATE.search(first) and _VERB_WITH_WAW.match(second)
        )
        if stray:
            yield Repair(
                kind="stray_conjunction", start=after.start, end=after.start + stray.end(), replacement="",
                reason="a و that the broken line left",
            )  # fmt: skip


def _is_open(first: str) -> bool:
    bare = first.rstrip(_CLOSING)
    return len(first) >= _SHORTEST and bool(bare) and bare[-1] not in _ENDS


def _evidence(first: str, second: str) -> str | None:
    """Why two paragraphs are one sentence, or None: an open end alone is not enough."""
    if _NO_PREDICATE.search(first):
        return "the paragraph ends before the clause has its predicate"
    if _begins_anew(second):
        return None
    told = (
        (_carries_on().match(second), "the next paragraph carries the clause on"),
        (
            _left_open(first) and _closes_first(second),
            "a quotation opens in the one and closes in the other",
        ),
        # Many outlets end a paragraph in a comma and go on with وكان: that is another sentence.
        (second[:1] in "وف" or _anew().match(second), None),
        (first.rstrip()[-1] in "،,", "the paragraph ends in a comma"),
        (_hangs("before_clause").search(first), "the paragraph ends in a word that needs a clause"),
        (
            _hangs("before_noun").search(first) and _is_noun(second),
            "the paragraph ends in a word that needs a noun",
        ),
    )
    return next((reason for holds, reason in told if holds), None)


def _is_noun(second: str) -> bool:
    """Whether a paragraph opens with what its form or a list tells to be a noun, or with a number."""
    word = fold_key(second[:40]).lstrip("\"“«'( ").split(" ", 1)[0]
    return word[:2] == "ال" or word[:1].isdigit() or word in dateline_words("places")


def _begins_anew(second: str) -> bool:
    """Whether a paragraph opens as a report does, whatever the one before ends in: وقالت, يذكر أن."""
    word = fold_key(second[:40]).lstrip("\"“«'( ").split(" ", 1)[0]
    openers = dateline_words("openers")
    return (
        word in openers
        or (word[:1] in ("و", "ف") and word[1:] in openers)
        or word in table("repair")["breaks"]["remarks"]
    )


def _left_open(text: str) -> bool:
    return sum(map(text.count, _OPENERS)) > sum(map(text.count, _CLOSERS))


def _closes_first(text: str) -> bool:
    opens = min((at for mark in _OPENERS if (at := text.find(mark)) >= 0), default=len(text))
    closes = min((at for mark in _CLOSERS if (at := text.find(mark)) >= 0), default=len(text))
    return closes < opens


def doubled(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Proposals to leave out the second copy of the title, and of a caption right behind itself.

    Behind a paragraph the title's words are a heading in its own place: a press review's, say.
    """
    title: Block | None = None
    for before, block in pairwise(blocks):
        if before.role == "title":
            title = before
        elif before.role == "paragraph":
            title = None
        if block.role == "repeated_title" and title is not None:
            what, first = "title", title
        elif block.role == "caption" and before.role == "caption":
            what, first = "caption", before
        else:
            continue
        if _same(text, first, block):
            yield Repair(
                kind="doubled_line", start=before.end, end=block.end, replacement="",
                reason=f"the {what} stands here a second time",
            )  # fmt: skip


def _same(text: str, first: Block, second: Block) -> bool:
    return _bare(text[first.start : first.end]) == _bare(text[second.start : second.end])


def _bare(line: str) -> str:
    return re.sub(r"[\W_]+", " ", line).strip()
