"""Searching a record: words in any spelling and with any proclitics, phrases in quotation marks.

The index holds the folded text.  A query's words are folded as well, and each is looked up with every
proclitic that could be written onto it (كرملين also finds الكرملين, وبالكرملين, للكرملين).
Which words matched is worked out again on the page itself, so that highlights point into its own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.folding import fold, fold_key
from riwaya.model import Span

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ك", "ل")
_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r'["“”«»]([^"“”«»]+)["“”«»]')
_ARABIC = re.compile(r"[\u0621-\u064A]")
_SNIPPET = 160

Term = tuple[str, ...]
"""The folded words of one phrase; a single word is a phrase of one."""


def parse(query: str) -> list[Term]:
    """The terms of a query, all of which a page must have.

    >>> parse('"القمة العربية" بغداد')
    [('القمه', 'العربيه'), ('بغداد',)]
    """
    terms: list[Term] = []
    at = 0
    for match in _PHRASE.finditer(query):
        terms += _words(query[at : match.start()])
        if phrase := tuple(_WORD.findall(fold_key(match.group(1)))):
            terms.append(phrase)
        at = match.end()
    return terms + _words(query[at:])


def _words(text: str) -> list[Term]:
    return [(word,) for word in _WORD.findall(fold_key(text))]


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """A folded word with every proclitic that may stand before it, itself first."""
    if not _ARABIC.search(word):
        return (word,)
    stems = [word]
    if not word.startswith("ال"):
        stems.append("ال" + word)
    out: dict[str, None] = {}
    for stem in stems:
        for conjunction in _CONJUNCTIONS:
            for preposition in _PREPOSITIONS:
                joined = preposition + stem
                if preposition == "ل" and stem.startswith("ال"):
                    joined = "لل" + stem[2:]  # the article loses its alif: للكرملين
                out[conjunction + joined] = None
    return tuple(out)


def match_expression(terms: list[Term]) -> str:
    """The FTS5 expression of a parsed query. Only quoted strings go in: nothing of a query is syntax."""
    return " AND ".join(f"({' OR '.join(_alternatives(term))})" for term in terms)


def _alternatives(term: Term) -> Iterator[str]:
    rest = " ".join(term[1:])
    for form in forms(term[0]):
        yield f'"{form} {rest}"' if rest else f'"{form}"'


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds one term in folded text: by what all forms of its first word end with, then by what stands before."""

    ending: str
    forms: frozenset[str]
    longest: int
    rest: re.Pattern[str] | None

    def __call__(self, text: str) -> Iterator[Span]:
        at = -1  # one on, not past the ending: it may overlap itself (لل in اللل)
        while (at := text.find(self.ending, at + 1)) >= 0:
            end = at + len(self.ending)
            if end < len(text) and text[end].isalnum():
                continue
            start = at
            while start and end - start <= self.longest and text[start - 1].isalnum():
                start -= 1
            if text[start:end] not in self.forms:
                continue
            if self.rest is None:
                yield start, end
            elif more := self.rest.match(text, end):
                yield start, more.end()


@lru_cache(maxsize=1024)
def _finder(term: Term) -> _Finder:
    first, *rest = term
    known = forms(first)
    # للكرملين has lost the alif of its article: with one, forms end alike from the lam on.
    ending = first[1:] if first.startswith("ال") and len(known) > 1 else first
    following = "".join(rf"[\W_]+{re.escape(word)}" for word in rest)
    return _Finder(
        ending=ending,
        forms=frozenset(known),
        longest=max(map(len, known)),
        rest=re.compile(rf"{following}(?![^\W_])") if rest else None,
    )


def spans(text: str, terms: list[Term]) -> tuple[Span, ...]:
    """Where the terms stand in ``text``, in code points, sorted, without overlaps."""
    folded = fold(text)
    found = {folded.span(*place) for term in terms for place in _finder(term)(folded.text)}
    out: list[Span] = []
    for span in sorted(found):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return tuple(out)


def snippet(text: str, found: tuple[Span, ...]) -> tuple[str, int]:
    """The words around the first span, cut at blanks, and where they begin."""
    middle = found[0][0] if found else 0
    start = max(0, middle - _SNIPPET // 2)
    end = min(len(text), start + _SNIPPET)
    if start:
        blank = text.find(" ", start, middle)
        start = blank + 1 if blank >= 0 else start
    if end < len(text):
        blank = text.rfind(" ", max(start + 1, found[0][1] if found else 0), end)
        end = blank if blank > 0 else end
    return text[start:end], start
