"""Words without the blank between them, by what no Arabic word has inside and by a list of words.

Ta marbuta and alif maqsura end a word, so letters behind them begin another.  Elsewhere a word is
split only where it is unknown in every form that clitics could make of it, and both parts are
common.  The list was counted in news (``training/reading_words.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import zstandard

from riwaya.model import Repair
from riwaya.reading.lexicon import table

_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0640]{6,30}")
_MARK = re.compile(r"[\u064b-\u0652\u0640]")
_FINAL = re.compile(r"(?<=[ةى])(?=[\u0621-\u064a]{2,})")
_DOT = re.compile(
    r"(?<=[\u0621-\u064a]{4}[.؟!])(?!كوم\s|نت\s|تي\s)(?=[\u0621-\u064a]{3,}\s)|(?<=[\u0621-\u064a]{3}\"\.)(?=[\u0621-\u064a]{3,}\s)"
)
_LAST = re.compile(r"([\u0621-\u064a]+)\W+\Z")
_SPLIT_LEAST, _PART_LEAST, _SHORT_PART = 8, 4, 3


@cache
def _group(name: str) -> tuple[str, ...]:
    return tuple(table("repair")["glued"][name])


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that the list knows, and the common ones among them."""
    data = (files("riwaya") / "data" / "reading" / "words.txt.zst").read_bytes()
    rows = zstandard.decompress(data).decode("utf-8").split("\n")
    known = frozenset(row.partition("\t")[0] for row in rows)
    return known, frozenset(row[:-2] for row in rows if row.endswith("\t+"))


def glued_words(text: str, start: int, end: int) -> Iterator[Repair]:
    """Proposals of a blank inside the words of ``text[start:end]``, and behind its full stops."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        at = _cut(_MARK.sub("", word))
        if at:
            place = match.start() + _with_marks(word, at)
            yield Repair(
                kind="glued_words", start=place, end=place, replacement=" ",
                reason=f"«{word[: place - match.start()]}» and «{word[place - match.start() :]}» are two words",
            )  # fmt: skip
    for match in _DOT.finditer(text, start, end):
        last = _LAST.search(text[max(start, match.start() - 12) : match.start()])
        if last and last.group(1) in _group("letters"):
            continue
        yield Repair(
            kind="glued_words", start=match.start(), end=match.start(), replacement=" ",
            reason="a sentence ends here and the next begins without a blank",
        )  # fmt: skip


def _with_marks(word: str, at: int) -> int:
    """The place in a word with vowel marks behind its first ``at`` letters."""
    letters = 0
    for place, char in enumerate(word):
        if letters == at and not _MARK.match(char):
            return place
        letters += not _MARK.match(char)
    return len(word)


@lru_cache(maxsize=1 << 14)
def _cut(word: str) -> int:
    """Where a word falls into two, or 0."""
    known, common = _words()
    if word in known:
        return 0
    for match in _FINAL.finditer(word):
        left, right = word[: match.start()], word[match.start() :]
        if left in known and right in common and right not in _group("not_second"):
            return match.start()
    if len(word) < _SPLIT_LEAST or _is_form(word, known):
        return 0
    ends = range(_SHORT_PART, len(word) - _SHORT_PART)
    cuts = [at for at in ends if _splits(word[:at], word[at:], common)]
    # A part of three letters counts only before the article: يوم|الأحد and not يوما|لأحد.
    articles = [at for at in cuts if word.startswith("ال", at)]
    longer = [at for at in cuts if _PART_LEAST <= at <= len(word) - _PART_LEAST]
    best = articles if len(articles) == 1 else longer
    return best[0] if len(best) == 1 else 0


def _splits(left: str, right: str, common: frozenset[str]) -> bool:
    return (
        left in common
        and right in common
        and left != right  # a foreign name: توليتولي
        and right not in _group("not_second")
        and left not in _group("heads")
    )


def _is_form(word: str, known: frozenset[str]) -> bool:
    """Whether a word is a known one with clitics or endings."""
    for before in ("", *_group("proclitics")):
        if not word.startswith(before):
            continue
        rest = word[len(before) :]
        if rest in known:
            return True
        for behind in _group("enclitics"):
            stem = rest[: -len(behind)]
            if rest.endswith(behind) and len(stem) > 2 and (stem in known or f"{stem}ة" in known):
                return True
    return False


def is_word(word: str) -> bool:
    """Whether the list knows a word as it is written, without vowel marks."""
    return word in _words()[0]
