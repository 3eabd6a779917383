"""Quotation marks: a proclitic left outside one, and one whose other half is missing.

Of straight marks (``"``) the blanks beside them tell the side; where they do not, nothing is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.model import Block, Repair
from riwaya.reading.lexicon import table
from riwaya.reading.repair.words import is_word

_PROCLITIC = re.compile(
    r"(?<![\w])(?P<and>[وف]?)(?P<clitic>[بلك])ـ?(?P<mark>[\"“«„”])(?P<al>ال)?(?=[\u0621-\u064a])"
)
_LETTERS = re.compile(r"[\u0621-\u0652]+")
_MARK = re.compile(r"[\u064b-\u0652]")
_OPENING, _CLOSING = {"“": "”", "«": "»"}, {"”": "“", "»": "«"}
_PLAIN = "\"'’‘″"
_ANY = re.compile(r"[“”«»\"'’‘″]")
_PLAIN_OPENS = re.compile(r"(?:^|[\s(\[:ـ،]|(?:^|\s)[وف]?[بلك])$")
_PLAIN_CLOSES = re.compile(r"[\w\u064b-\u0652.،!؟?…)]$")
_WORD = re.compile(r"[\w#@(\[]")
_SHORTEST, _LONGEST, _CUE = 12, 350, 30
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


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of one paragraph that have no other half there, by their places.

    ``plain``: they are straight ones, whose side the blanks beside them tell.  ``unclear``: marks of
    several kinds, or one that may be either side.
    """

    opened: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()
    plain: bool = False
    unclear: bool = False

    @property
    def balance(self) -> int:
        return len(self.opened) - len(self.unopened)


def marks_of(text: str, start: int, end: int) -> Marks:
    """The marks of ``text[start:end]`` that stand alone."""
    found = [match.start() for match in _ANY.finditer(text, start, end)]
    kinds = {text[at] in _PLAIN for at in found}
    if len(kinds) == 2 or any(text[at] in _PLAIN and text[at] != '"' for at in found):
        return Marks(unclear=True)
    opened: list[int] = []
    unopened: list[int] = []
    for at in found:
        side = _side(text, at, start, end)
        if not side:
            return Marks(plain=True, unclear=True)
        if side > 0:
            if text[at] == '"' and opened:
                return Marks(plain=True, unclear=True)  # one inside another, or two left open
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            unopened.append(at)
    return Marks(tuple(opened), tuple(unopened), plain=kinds == {True})


def _side(text: str, at: int, start: int, end: int) -> int:
    """1 where a mark opens, -1 where it closes, 0 where nothing tells."""
    if text[at] != '"':
        return 1 if text[at] in _OPENING else -1
    opens = _PLAIN_OPENS.search(text[max(start, at - 4) : at]) and _WORD.match(text[at + 1 : end])
    closes = _PLAIN_CLOSES.search(text[max(start, at - 1) : at]) and not _WORD.match(
        text[at + 1 : end]
    )
    return bool(opens) - bool(closes)


def unbalanced(
    text: str, block: Block, marks: Marks, before: Sequence[Marks], after: Sequence[Marks]
) -> Iterator[Repair]:
    """A proposal for the one mark of a paragraph without its half.

    ``before`` and ``after`` are the marks of the paragraphs beside it, so far as a quotation may reach:
    one over several paragraphs is no mistake.
    """
    start, end = block.start, block.end
    if marks.unclear or text[end:].lstrip()[:1] in (*_OPENING, '"'):
        return  # each paragraph of a long quotation opens, only the last one closes
    if marks.plain and any(other.unclear or other.balance for other in (*before, *after)):
        return
    if len(marks.opened) == 1 and not marks.unopened and not any(m.balance < 0 for m in after):
        at = marks.opened[0]
        if _is_one(text, at, end) and (
            not marks.plain or _speech().search(text[max(start, at - _CUE) : at])
        ):
            place = end - (text[end - 1] in ".،")
            yield Repair(
                kind="unbalanced_quote", start=place, end=place, replacement=_OPENING.get(text[at], text[at]),
                reason="a quotation opens in this paragraph and does not close",
            )  # fmt: skip
    elif len(marks.unopened) == 1 and not marks.opened and not any(m.balance > 0 for m in before):
        at = marks.unopened[0]
        cue = _speech_colon(text, start, at)
        if cue is not None and (not marks.plain or text[at + 1 : end].strip() in ("", ".")):
            yield Repair(
                kind="unbalanced_quote", start=cue, end=cue, replacement=_CLOSING.get(text[at], text[at]),
                reason="a quotation closes in this paragraph and does not open",
            )  # fmt: skip


@cache
def _speech() -> re.Pattern[str]:
    """What stands right before a quotation: a colon, or a word that leads to what was said."""
    words = "|".join(map(re.escape, table("repair")["quotes"]["before"]))
    return re.compile(rf"(?::\s*|(?:^|\s)[وف]?(?:{words})\s+)$")


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether what a mark opens is one sentence with no marks inside: its end is the paragraph's."""
    inside = text[start + 1 : end].rstrip(".،؟!")
    marks = any(mark in inside for mark in (*_OPENING, *_CLOSING))
    return _SHORTEST < len(inside) < _LONGEST and not marks and not _STOP.search(inside)


def _speech_colon(text: str, start: int, end: int) -> int | None:
    """The place behind the last colon before an unopened mark, where the quotation begins."""
    colon = text.rfind(":", start, end)
    if colon < 0 or end - colon < _SHORTEST or any(mark in text[colon:end] for mark in '.؟!"'):
        return None
    place = colon + 1
    while text[place].isspace():
        place += 1
    return place
