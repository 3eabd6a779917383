"""The title of an HTML page: the line that its metadata and its headings agree on.

Metadata put the outlet's name before or behind it, a logo may be the first heading, and old pages
have no headings at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.model import Hint
from riwaya.reading.lexicon import key, publishers
from riwaya.reading.tree import Piece

_TAIL = re.compile(r"\s+[|–—\-»«•/]+\s+|\s*[|»•]\s*|:\s+")
_SHORTEST, _LONGEST = 8, 300
_WHOLE_WORDS = 3
_OUTSIDE = frozenset({"nav", "footer", "comments", "card"})
_HEADINGS = {"h1": 3.0, "h2": 2.0, "h3": 1.0, "h4": 0.5}
_STRONG = frozenset({"json-ld", "opengraph", "twitter"})
_ENOUGH = 5.0
_SAME_WORDS = 0.7
_PROSE, _PARAGRAPHS, _RECURS = 80, 8, 0.4
"""From what length a line is prose, how much of it a heading is compared with, and how much must recur."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title as the page shows it; ``at`` is the piece where it was found, or None."""

    text: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """What metadata say: whole titles, and the parts of the page title; site names apart."""

    whole: frozenset[str]
    parts: frozenset[str]
    sites: frozenset[str]


def find_title(shown: Sequence[Piece], hints: Sequence[Hint]) -> Title | None:
    """The article's title, or None where neither metadata nor headings tell."""
    told = _told(hints)
    best, best_score = None, 0.0
    for at, piece in enumerate(shown):
        if not _SHORTEST <= len(piece.text) <= _LONGEST or piece.zones & _OUTSIDE:
            continue
        if (score := _score(piece, told)) > best_score:
            best, best_score = at, score
    if best is not None and best_score >= _ENOUGH:
        return Title(shown[best].text, best)
    stated = _stated(hints, told)
    if best is not None and (
        stated is None or shown[best].tag == "h1" or _fits_better(shown, best, stated)
    ):
        return Title(shown[best].text, best)
    return Title(stated) if stated else None


def _fits_better(shown: Sequence[Piece], at: int, stated: str) -> bool:
    """Whether a heading's words come again in the page's prose, and those that metadata state do less."""
    prose = [key(piece.text) for piece in shown[at + 1 :] if len(piece.text) > _PROSE]
    said = {_stem(word) for text in prose[:_PARAGRAPHS] for word in text.split()}

    def share(text: str) -> float:
        stems = {_stem(word) for word in key(text).split() if len(word) > 3}
        return len(stems & said) / len(stems) if len(stems) > 1 else 0.0

    return share(shown[at].text) >= _RECURS and share(shown[at].text) > share(stated)


def _stem(word: str) -> str:
    return word.removeprefix("و").removeprefix("ال")[:5]


def _told(hints: Sequence[Hint]) -> _Told:
    sites = {key(h.value) for h in hints if h.kind == "outlet"}
    whole = {key(h.value) for h in hints if h.kind == "title" and h.basis in _STRONG}
    parts: set[str] = set()
    for hint in hints:
        if hint.kind in ("title", "page_title"):
            parts |= set(_parts(hint.value))
    known = publishers().by_form
    sites |= {part for part in parts if part in known}
    return _Told(frozenset(whole - sites - {""}), frozenset(parts - sites), frozenset(sites))


def _parts(value: str) -> list[str]:
    """A page title whole, and without what stands before its first or behind its later separators."""
    cuts = [(m.start(), m.end()) for m in _TAIL.finditer(value)]
    pieces = [value, *(value[:start] for start, _ in cuts), *(value[end:] for _, end in cuts)]
    return [k for piece in pieces if len((k := key(piece)).split()) >= _WHOLE_WORDS]


def _score(piece: Piece, told: _Told) -> float:
    mine = key(piece.text)
    if not mine or mine in told.sites:
        return 0.0
    heading = _HEADINGS.get(piece.tag, 0.0)
    if heading < 1 and piece.link_share > 0.8:
        return 0.0
    if mine in told.whole:
        match = 9.0
    elif mine in told.parts:
        match = 7.0
    elif not heading:
        return 0.0
    else:
        match = max((_likeness(mine, one) for one in told.whole | told.parts), default=0.0)
    beside = 1.5 * bool(piece.zones & {"aside", "links", "share"})
    return match + heading - beside


def _likeness(mine: str, told: str) -> float:
    """How alike a heading and a told title are that are not the same."""
    shorter, longer = sorted((mine, told), key=len)
    if len(shorter) >= 15 and shorter in longer:
        return 3.0 + 2.0 * len(shorter) / len(longer)
    a, b = set(mine.split()), set(told.split())
    shared = len(a & b) / max(1, min(len(a), len(b)))
    return 3.5 * shared if shared >= _SAME_WORDS and min(len(a), len(b)) >= 4 else 0.0


def _stated(hints: Sequence[Hint], told: _Told) -> str | None:
    """What metadata alone tell, the outlet's name cut off where it is known or told apart by a bar."""
    for kind in ("title", "page_title"):
        for hint in hints:
            if hint.kind == kind and (value := _without_site(hint, told.sites)):
                return value
    return None


def _without_site(hint: Hint, sites: frozenset[str]) -> str:
    parts = [part.strip() for part in _TAIL.split(hint.value) if key(part)]
    own = [part for part in parts if key(part) not in sites]
    if hint.basis in _STRONG and len(own) in (0, len(parts)):
        return hint.value.strip() if own else ""
    return max(own, key=len, default="")
