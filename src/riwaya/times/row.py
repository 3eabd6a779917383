"""A text's tokens with the lexicon at hand: what the rules of the grammar read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.arabic.numerals import NumberRead, letters_offset, read_number, read_ordinal
from riwaya.arabic.words import Token
from riwaya.times.lexicon import ARTICLES, Entry, Lexicon
from riwaya.times.symbols import Match, Reading, Symbol

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Controls that no reader sees: direction marks, joiners, the byte order mark."""
_SLASHES = frozenset("/\\")
_DASHES = frozenset("-–—−ـ")


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a text. All indices are of tokens; beyond the end there is nothing."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon

    def key(self, at: int) -> str:
        """The folded word at ``at``, or the empty string."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """``word``, ``number`` or ``mark``; the empty string beyond the ends."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def is_digits(self, at: int, longest: int = 4) -> bool:
        """Whether a plain run of at most ``longest`` digits stands at ``at``."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "number":
            return False
        key = self.tokens[at].key
        return len(key) <= longest and key.isdecimal() and key.isascii()

    def find(self, at: int, kind: str, *, prefixes: str | None = "") -> tuple[Entry, int] | None:
        """An entry of ``kind`` at ``at`` and the index behind it.

        ``prefixes`` are the proclitics that may be written onto it; None allows any.
        """
        tokens = self.tokens
        if not 0 <= at < len(tokens):
            return None
        for entry in self.lexicon.entries.get(tokens[at].key, ()):
            if entry.kind != kind or (
                prefixes is not None and entry.prefix.strip(prefixes or "\0")
            ):
                continue
            if not entry.rest or self.keys(at + 1, len(entry.rest)) == entry.rest:
                return entry, at + 1 + len(entry.rest)
        return None

    def keys(self, at: int, count: int) -> tuple[str, ...]:
        """The folded words ``[at, at + count)``."""
        return tuple(token.key for token in self.tokens[at : at + count])

    def is_article(self, at: int) -> bool:
        """Whether the article of a number in digits stands at ``at``: الـ15، الـ 24."""
        return self.key(at) in ARTICLES and self.kind(at + 1) == "number"

    def within(self, at: int, name: str) -> bool:
        """Whether the word at ``at`` is in a plain set of the lexicon."""
        return self.key(at) in self.lexicon.sets[name]

    def number(self, at: int) -> NumberRead | None:
        """A number at ``at``."""
        return read_number(self.tokens, at)

    def ordinal(self, at: int) -> NumberRead | None:
        """An ordinal, or a definite cardinal, at ``at``."""
        return read_ordinal(self.tokens, at)

    def is_slash(self, at: int) -> bool:
        """Whether a slash stands at ``at``."""
        return self.key(at) in _SLASHES

    def is_dash(self, at: int) -> bool:
        """Whether a dash stands at ``at``."""
        return self.key(at) in _DASHES

    def is_comma(self, at: int) -> bool:
        """Whether a comma stands at ``at``."""
        return self.key(at) in ("،", ",")

    def glued(self, at: int) -> bool:
        """Whether no blank stands between the tokens ``at`` and ``at + 1``."""
        if not 0 <= at < len(self.tokens) - 1:
            return False
        end, start = self.tokens[at].end, self.tokens[at + 1].start
        return end == start or not self.text[end:start].strip(INVISIBLE)

    def same_line(self, first: int, last: int) -> bool:
        """Whether no line end stands between the tokens ``first`` and ``last``."""
        return "\n" not in self.text[self.tokens[first].end : self.tokens[last].start]

    def start(self, at: int, letters: int = 0) -> int:
        """The text offset of the token ``at``, its first ``letters`` letters left out."""
        return letters_offset(self.tokens[at], letters)

    def reading(self, first: int, last: int, symbol: Symbol, letters: int = 0) -> Reading:
        """A reading over the tokens ``[first, last)``."""
        return Reading(self.start(first, letters), self.tokens[last - 1].end, first, last, symbol)

    def match(self, first: int, last: int, symbol: Symbol, letters: int = 0) -> Match:
        """A match of one reading."""
        return Match(last, (self.reading(first, last, symbol, letters),))

    def entry_number(self, at: int) -> int:
        """How many letters of a number word at ``at`` are proclitics."""
        read = self.number(at)
        return 0 if read is None else read.start - self.tokens[at].start
