"""The headline, by its evidence over the whole page, and what stands above it.

A scraped page may open with menus, share buttons and counters.  A headline's content words come
again in the paragraphs; a menu's do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from riwaya.reading.lexicon import furniture, key
from riwaya.reading.lines import Line

_STEM = re.compile(r"\b(?:[وبفك]?ال|لل)?([^\W\d_]{3,5})")
_STEMS_KEPT = 1 << 16
_WORD_MOST = 60
_LONGEST = 170
_LINES_READ = 12
"""How many lines of prose a headline is compared with."""
_CHARACTERS_READ = 320
_COPY_LEAST = 15
_FEWEST_WORDS = 3
_LABEL_WORDS = 5
_SENTENCE_WORDS = 6
_TAIL = re.compile(r"\s+[|–—\-»•:]+\s|\s\|")
_SECTIONS = re.compile(r"\s*[,،|/>»]\s*")
_LEXICAL = ("is_", "opens_", "has_")
_NO_HEADLINE = frozenset(
    ["dateline", "publisher_only", "breadcrumb", "digits_only", "no_letters", "no_arabic", "bullet",
     "continues", "counter", "address", "hashtags", "initials", "date_only", "credit_mark"]
)  # fmt: skip


class _Stems(dict[str, tuple[str, ...]]):
    """The stems of a word with what is glued to it, kept: news has few different words."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _STEMS_KEPT:
            self.clear()
        found = tuple(_STEM.findall(word[:_WORD_MOST]))
        self[word] = found
        return found


_stems_of = _Stems()


def stems(folded: str) -> set[str]:
    """The stems of a folded line's words: conjunction and article off, three to five letters."""
    return set(chain.from_iterable(map(_stems_of.__getitem__, folded.split())))


def said_in(lines: Sequence[Line], prose: Sequence[int]) -> set[str]:
    """The stems of the page's first lines of prose: what the page is about."""
    return stems(" ".join(lines[at].folded[:_CHARACTERS_READ] for at in prose[:_LINES_READ]))


def mark_headline(
    lines: Sequence[Line], out: list[set[str]], prose: Sequence[int], said: set[str]
) -> None:
    """Marks the headline, its copies, and the lines above it, where the paragraphs tell which it is."""
    if not prose or any("given_title" in found for found in out):
        return
    first = prose[0]
    chosen = next((at for at in range(first) if _is_headline(lines[at], out[at], said)), None)
    if chosen is None:
        return
    out[chosen].add("headline")
    for at in range(chosen):
        out[at].add("above_headline")
    _copies(lines, out, chosen, first)
    _captions(lines, out, chosen, first)
    _menu(lines, out, chosen)
    _visits(out, chosen, first)
    for at in range(chosen + 1, first):
        mine = stems(lines[at].folded)
        if len(mine) > 1 and 2 * len(mine & said) >= len(mine):
            out[at].add("echo")
        whole = "stop" in out[at] and len(lines[at].folded.split()) >= _SENTENCE_WORDS
        if whole and at == chosen + 1 and not out[at] & _NO_HEADLINE:
            out[at].add("standfirst")


def _is_headline(line: Line, found: set[str], said: set[str]) -> bool:
    if len(line.text) > _LONGEST or found & _NO_HEADLINE:
        return False
    if any(name.startswith(_LEXICAL) for name in found):
        return False
    mine = stems(line.folded)
    shared = len(mine & said)
    return len(mine) >= _FEWEST_WORDS and shared >= 2 and 5 * shared >= 2 * len(mine)


def _copies(lines: Sequence[Line], out: list[set[str]], chosen: int, end: int) -> None:
    """Marks what says the headline again before the text, an outlet's name behind it or not."""
    mine = _bare(lines[chosen])
    if len(mine) < _COPY_LEAST:
        return
    for at in range(chosen + 1, end):
        told = lines[at].key
        cut_off = len(told) > 2 * _COPY_LEAST and mine.endswith(told)
        if cut_off or _bare(lines[at]) == mine or told.startswith(lines[chosen].key):
            out[at].add("copy_of_headline")
            out[at] -= {"dateline", "dated", "credit", "opens_byline"}


def _captions(lines: Sequence[Line], out: list[set[str]], chosen: int, first: int) -> None:
    """Marks the headline inside the text: a picture's caption."""
    for at in range(first, len(lines)):
        if lines[at].key == lines[chosen].key and "within_prose" in out[at]:
            out[at].add("headline_in_text")


def _bare(line: Line) -> str:
    """A line's key, without what a site puts behind a title (``… | outlet``)."""
    head = line.folded
    for mark in _TAIL.finditer(line.folded):
        if mark.start() >= max(_COPY_LEAST, len(line.folded) // 2):
            head = line.folded[: mark.start()]
            break
    return key(head)


def _menu(lines: Sequence[Line], out: list[set[str]], chosen: int) -> None:
    """Marks the labels above the headline as a menu where they are several."""
    labels = [
        at
        for at in range(chosen)
        if len(lines[at].folded.split()) <= _LABEL_WORDS
        and not out[at] & {"dateline", "date_only", "dated", "opens_byline", "is_byline"}
    ]
    if len(labels) < 2:
        return
    last = labels[-1]
    if _is_section(lines[last].key) and not _is_section(lines[labels[-2]].key):
        labels.pop()
        out[last] -= {"breadcrumb", "is_navigation"}
        out[last].add("is_section")
    for at in labels:
        out[at].add("in_menu")


def _visits(out: list[set[str]], chosen: int, end: int) -> None:
    """Marks a date above a menu as the day of the visit, where the headline has a date behind it."""
    if not any(found & {"date_only", "dated"} for found in out[chosen + 1 : end]):
        return
    menu = [at for at in range(chosen) if out[at] & {"in_menu", "is_navigation"}]
    for at in range(menu[-1] if menu else 0):
        if "date_only" in out[at]:
            out[at].add("date_in_menu")


def _is_section(whole: str) -> bool:
    known = furniture()["section"].whole
    return any(key(part) in known for part in _SECTIONS.split(whole))
