"""Quotation marks: a proclitic left outside one, and one whose other half is missing.

Only marks that show their direction (« » “ ”) are called unbalanced: a plain ``"`` does not tell
which half is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.model import Repair
from riwaya.reading.repair.words import is_word

_PROCLITIC = re.compile(
    r"(?<![\w])(?P<and>[وف]?)(?P<clitic>[بلك])ـ?(?P<mark>[\"“«„”])(?P<al>ال)?(?=[\u0621-\u064a])"
)
_LETTERS = re.compile(r"[\u0621-\u0652]+")
_MARK = re.compile(r"[\u064b-\u0652]")
_OPENING, _CLOSING = {"“": "”", "«": "»"}, {"”": "“", "»": "«"}
_PLAIN = "\"'’‘″"
_SHORTEST, _LONGEST = 12, 350
_STOP = re.compile(r"[.؟?!…](?!\d)")


def outside_proclitics(text: str, start: int, end: int) -> Iterator[Repair]:
    """Proposals to take ب، ل، ك from before a mark into the word behind it: ب"نتائج, لـ«الوزير»."""
    for match in _PROCLITIC.finditer(text, start, end):
        clitic, article = match["clitic"], match["al"] or ""
        joined = clitic + article
        if clitic == "ل" and article:
            joined = _with_article(text[match.end() : match.end() + 30])
        yield Repair(
            kind="outside_proclitic", start=match.start(), end=match.end(),
            replacement=match["mark"] + match["and"] + joined,
            reason=f"«{clitic}» belongs to the word behind the mark",
        )  # fmt: skip


def _with_article(rest: str) -> str:
    """ل before ال and the ``rest`` of its word: للوزير, للجنة (no third lam), but لالتزام."""
    word = _LETTERS.match(rest)
    if rest[:1] == "ل":
        return "ل"
    return "لل" if word and is_word(_MARK.sub("", word.group())) else "لال"


def unbalanced(
    text: str, start: int, end: int, *, open_before: bool, closed_after: bool
) -> Iterator[Repair]:
    """A proposal for the one mark of a paragraph without its half.

    ``open_before``: a mark of an earlier paragraph is still open; ``closed_after``: a later one
    closes more than it opens.  A quotation over several paragraphs is no mistake.
    """
    open_at: list[int] = []
    unopened: list[int] = []
    for at in range(start, end):
        if text[at] in _OPENING:
            open_at.append(at)
        elif text[at] in _CLOSING:
            if open_at:
                open_at.pop()
            else:
                unopened.append(at)
    if any(mark in text[start:end] for mark in _PLAIN):
        return  # marks of two kinds: what closes with a plain one is not missing
    if text[end:].lstrip()[:1] in _OPENING:
        return  # each paragraph of a long quotation opens, only the last one closes
    if len(open_at) == 1 and not unopened and not closed_after and _is_one(text, open_at[0], end):
        place = end - (text[end - 1] in ".،")
        yield Repair(
            kind="unbalanced_quote", start=place, end=place, replacement=_OPENING[text[open_at[0]]],
            reason="a quotation opens in this paragraph and does not close",
        )  # fmt: skip
    elif len(unopened) == 1 and not open_at and not open_before:
        cue = _speech_colon(text, start, unopened[0])
        if cue is not None:
            yield Repair(
                kind="unbalanced_quote", start=cue, end=cue, replacement=_CLOSING[text[unopened[0]]],
                reason="a quotation closes in this paragraph and does not open",
            )  # fmt: skip


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether what a mark opens is one sentence with no marks inside: its end is the paragraph's."""
    inside = text[start + 1 : end].rstrip(".،؟!")
    marks = any(mark in inside for mark in (*_OPENING, *_CLOSING))
    return _SHORTEST < len(inside) < _LONGEST and not marks and not _STOP.search(inside)


def _speech_colon(text: str, start: int, end: int) -> int | None:
    """The place behind the last colon before an unopened mark, where the quotation begins."""
    colon = text.rfind(":", start, end)
    if colon < 0 or end - colon < _SHORTEST or any(mark in text[colon:end] for mark in ".؟!"):
        return None
    place = colon + 1
    while text[place].isspace():
        place += 1
    return place


def balance(text: str, start: int, end: int) -> int:
    """How many directed marks a stretch opens and leaves open; negative where it closes more."""
    opens = sum(text.count(mark, start, end) for mark in _OPENING)
    return opens - sum(text.count(mark, start, end) for mark in _CLOSING)
