"""Heads of names that no table knows, and the words of a block as rules read them behind a head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.arabic import Token, fold_key
from riwaya.model import MentionType
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.load import table
from riwaya.names.match import Span
from riwaya.names.merge import verb_like
from riwaya.names.nationality import adjectives

_RARE = 150
"""A word rarer than this in the news sample may be a name that no list has."""

_QUOTED, _WIDEST = 5, 3
OPENING = frozenset('"«“„')
_CLOSING = frozenset('"»”“')


@cache
def group(section: str, name: str) -> frozenset[str]:
    """The folded words of one group of organisations.toml."""
    return frozenset(fold_key(word) for word in str(table_of()[section][name]).split())


@cache
def table_of() -> Mapping[str, Mapping[str, str]]:
    return table("organisations")


@cache
def head_words() -> frozenset[str]:
    """Every word that a rule of this module begins with."""
    sections = (("outlets", "sure"), ("outlets", "loose"), ("topics", "heads"), ("topics", "defined"), ("parties", "heads"),
                ("academies", "heads"), ("marks", "organisations"), ("marks", "facilities"),
                ("marks", "places"), ("nature", "heads"),
                ("settled", "heads"), ("facilities", "heads"), ("facilities", "named"),
                ("institutes", "heads"), ("ministries", "heads"), ("ministries", "courts"), ("festivals", "heads"), ("national", "heads"), ("named_for", "heads"),
                ("nature", "saints"), ("nature", "shrines"), ("firms", "tails"), ("firms", "malls"),
                ("firms", "heads"), ("place_lists", "heads"), ("called", "events"), ("called", "tribes"),
                ("called", "teams"), ("named_for", "founded"), ("named_for", "built"))  # fmt: skip
    return frozenset().union(*(group(*section) for section in sections))


class Phrases:
    """Reads the names behind heads in one block, given the names found in it so far."""

    def __init__(self, text: str, words: Sequence[Token], spans: Sequence[Span]) -> None:
        self.text, self.words = text, words
        self.firm = {i: s for s in spans if not s.weak for i in range(s.first, s.last + 1)}

    def span(self, first: int, last: int, kind: MentionType) -> Span:
        """A name over words ``[first, last]``, whose entity nobody knows."""
        start, end = self.words[first].start, self.words[last].end
        return Span(first, last, start, end, kind, (), "pattern", score=0.8)

    def name_behind(self, i: int, kind: MentionType) -> Span | None:
        """The name of a kind, without a proclitic, that begins right behind word ``i``."""
        inner = self.firm.get(i + 1) if self.next_to(i + 1) else None
        whole = inner is not None and inner.first == i + 1 and not inner.prefix
        return inner if whole and inner is not None and inner.type == kind else None

    def next_to(self, i: int) -> bool:
        """Whether word ``i`` is there and follows the one before it with a blank between, or a hashtag's low line."""
        if not 0 < i < len(self.words):
            return False
        gap = self.text[self.words[i - 1].end : self.words[i].start]
        return gap == "_" or (gap.isspace() and "\n" not in gap)

    def ends_a_tag(self, i: int) -> bool:
        """Whether word ``i`` is the last of a hashtag of several (#صحيفة_المدى)."""
        if i < 1 or i + 1 >= len(self.words):
            return False
        tagged = self.text[self.words[i - 1].end : self.words[i].start] == "_"
        return tagged and self.text[self.words[i].end : self.words[i + 1].start] != "_"

    def in_marks(self, first: int) -> int | None:
        """The last of up to five words that marks enclose, the first of them word ``first``; None where none do."""
        if not 0 < first < len(self.words):
            return None
        gap = self.text[self.words[first - 1].end : self.words[first].start].replace("#", "")
        if len(gap) > _WIDEST or not gap.strip() or gap.strip() not in OPENING:
            return None
        for last in range(first, min(first + _QUOTED, len(self.words))):
            key = self.words[last].key
            if verb_like(key) or key in words_of("particles"):
                return None
            after = self.text[self.words[last].end : self.words[last].end + 2].strip()
            if after[:1] and after[0] in _CLOSING:
                return last
            if last + 1 < len(self.words) and not self.next_to(last + 1):
                gap = self.text[self.words[last].end : self.words[last + 1].start]
                if gap.strip() not in ("", "-", "_"):
                    return None
        return None

    def namely(self, i: int) -> bool:
        """Whether word ``i`` may be (part of) a name that no list has: Latin, or rare, or a name's part."""
        word = self.words[i].key
        if i in self.firm or not word[0].isalpha() or verb_like(word):
            return i in self.firm
        if word.isascii():
            return self.words[i].text[:1].isupper()
        if (word,) in adjectives() or word in words_of("particles") or word.startswith("لل"):
            return False
        if self.words[i].text.endswith(("\u064b", "\u064bا")):
            return False
        return frequency(word) < _RARE and not word.endswith(("يه", "ين", "ون", "ات"))


__all__ = ["OPENING", "Phrases", "group", "head_words", "table_of"]
