"""Numbers that a story can dispute: dead and hurt, sums, shares, arms, storeys; with unit and hedge.

Times and dates are no quantities.  A number counts where a counted noun, a unit or an event stands
beside it, or an indefinite noun that it can count; ranks, ordinals and names are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.arabic import Token, tokens
from riwaya.arabic.numerals import NumberRead, read_number
from riwaya.contacts.counted import (
    Counted,
    counted_at,
    dual_of,
    event_behind,
    event_of,
    hedged,
    is_word,
    opens_quantity,
)
from riwaya.contacts.lexicon import nationalities
from riwaya.model import Found, Page, Quantity

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMERIC = frozenset("$€£")
_BODILY = frozenset({"dead", "injured"})  # what befalls persons only
_PERCENT = frozenset({"percent"})
Value = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number or range of the text, and the token positions around it."""

    first: int
    next: int
    start: int
    end: int
    value: Value
    year: bool


def find_quantities(page: Page, found: Found) -> list[Quantity]:
    """The quantities of the article's own words, in page order."""
    toks = tokens(page.text)
    taken = _covered(found)
    out: list[Quantity] = []
    blocks = iter(sorted((b.start, b.end) for b in found.body()))
    block = next(blocks, None)
    at = 0
    while at < len(toks) and block is not None:
        if toks[at].start >= block[1]:
            block = next(blocks, None)
            continue
        quantity = None
        behind = at + 1
        token = toks[at]
        worth = token.kind == "number" or (token.is_word and opens_quantity(token.key))
        if worth and token.start >= block[0] and not taken(token.start):
            number = _number(toks, at, block[1])
            if number is not None:
                quantity, behind = _quantity(toks, number), number.next
            elif (dual := dual_of(toks[at].key)) is not None:
                quantity = _dual(toks, at, dual)
        if quantity is not None:
            out.append(quantity)
        at = behind
    return out


class _Spans:
    """Whether an offset lies in one of some spans; asked in rising order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def __call__(self, offset: int) -> bool:
        while self._at < len(self._spans) and self._spans[self._at][1] <= offset:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] <= offset


def _covered(found: Found) -> _Spans:
    """The page's times and names: their numbers count nothing."""
    return _Spans(
        [(t.start, t.end) for t in found.times]
        + [(m.start, m.end) for m in found.mentions if m.kind == "name"]
    )


def _number(toks: tuple[Token, ...], at: int, stop: int) -> _Number | None:
    read = read_number(toks, at)
    if read is None or read.kind == "ordinal" or read.end > stop:
        return None
    if read.start > toks[at].start and toks[at].key.startswith("ك"):
        return None  # كمية is no hundred
    if read.kind == "cardinal" and (read.definite or read.value == 1):
        return None
    last, value, behind = read, float(read.value), read.next
    joined: Value = value
    other = _upper_end(toks, behind)
    if other is not None and other.end <= stop and other.value > read.value:
        last, joined, behind = other, (value, float(other.value)), other.next
    year = read.kind == "digits" and last is read and bool(_YEAR.fullmatch(toks[at].key))
    return _Number(at, behind, read.start, last.end, joined, year)


def _upper_end(toks: tuple[Token, ...], at: int) -> NumberRead | None:
    """The second number of a range: 70 إلى 80, 10-15, بين 10 و20."""
    if at + 1 >= len(toks):
        return None
    key = toks[at].key
    if key in ("الي", "-", "–", "و", "او"):
        beside = key in ("-", "–") and toks[at].start != toks[at - 1].end
        read = None if beside else read_number(toks, at + 1)
        if key == "و" and (at < 2 or not _between(toks, at)):
            return None
        return read if read is not None and read.kind != "ordinal" else None
    if _between(toks, at) and (read := read_number(toks, at)) is not None and read.joined:
        return read
    return None


def _between(toks: tuple[Token, ...], at: int) -> bool:
    return any(toks[i].key in ("بين", "وبين") for i in range(max(0, at - 4), at))


def _quantity(toks: tuple[Token, ...], number: _Number) -> Quantity | None:
    before = toks[number.first - 1].key if number.first else ""
    after = toks[number.next].key if number.next < len(toks) else ""
    symbol = counted_at(toks, number.first - 1) if before in _NUMERIC else None
    found = symbol or counted_at(toks, number.next)
    start = toks[number.first - 1].start if symbol else number.start
    if found is None and (after == "في" and number.next + 1 < len(toks)):
        share = counted_at(toks, number.next + 1)  # 30 في المئة
        found = share if share is not None and share.unit in _PERCENT else None
    event = event_of(toks, number.first)
    if event is None and found is not None and found.unit == "person":
        event = event_behind(toks, found.next)
    if event is None and after == "عدد":  # ليرتفع إلى 117 عدد القتلى
        event = event_behind(toks, number.next + 1)
    if found is None:
        if is_word("before", before) or number.year:
            return None
        found = _plain(toks, number, event)
        if found is None:
            return None
        event = event if found.unit == "person" else None
    end = number.end if symbol or not found.end else found.end
    hedge = hedged(toks, number.first - bool(symbol), max(number.next, found.next))
    casualty = found.of in ("dead", "injured") and found.end > 0  # its noun tells
    of = event if event and found.unit in ("person", None) and not casualty else found.of
    return Quantity(start=start, end=end, value=number.value, unit=found.unit, of=of, hedge=hedge)


def _plain(toks: tuple[Token, ...], number: _Number, event: str | None) -> Counted | None:
    """A noun outside the lexicon that the number can count, or the people of an event."""
    token = toks[number.next] if number.next < len(toks) else None
    whole = isinstance(number.value, tuple) or number.value == int(number.value)
    if token is not None and whole and _countable(token) and token.start - number.end <= 2:
        if _people(token.key):  # 60 تونسيا
            return Counted("person", event, token.end, number.next + 1)
        event = event if event in _BODILY or not token.key.endswith(("ه", "ات")) else None
        return Counted("person" if event else None, event or token.text, token.end, number.next + 1)
    return Counted("person", event, number.end, number.next) if event else None


def _people(key: str) -> bool:
    """Whether a folded noun is a nationality: those of it are persons."""
    if key.endswith(("ه", "تين", "تان", "ات")):
        return False  # 3 مكسيكية: of what was told before
    bare = key[:-1] if key.endswith("ا") else key
    return bare in nationalities() or "ال" + bare in nationalities()


def _countable(token: Token) -> bool:
    """Whether a word can be an indefinite noun: no article, no verb's or preposition's shape."""
    key = token.key
    return (
        token.is_word
        and len(key) > 2
        and not key.startswith(("ال", "و", "ي", "ل", "سي", "ست"))
        and not key.endswith("وا")
        and not is_word("after", key)
        and (not key.startswith("ب") or is_word("with_b", key))
    )


def _dual(toks: tuple[Token, ...], at: int, dual: Counted) -> Quantity:
    """قتيلان: two, in the noun's ending."""
    token = toks[at]
    person = dual.unit == "person"
    event = (event_of(toks, at) or event_behind(toks, at + 1)) if person else None
    hedge = hedged(toks, at, at + 1)
    start = token.start + dual.next  # proclitics out
    return Quantity(
        start=start, end=token.end, value=2.0, unit=dual.unit, of=event or dual.of, hedge=hedge
    )
