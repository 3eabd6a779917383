"""Number words and digits: cardinals, ordinals and fractions, with proclitics and the article.

``read_number`` reads the longest number that begins at a token: ثلاثة وعشرون، الحادية عشرة،
خمسمئة ألف، 2,5 مليون، ألفان وخمسمئة، نصف مليون.  Duals of nouns (يومين) are no numbers; a
caller that knows the noun reads them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from riwaya.arabic.words import Token

NumberKind = Literal["digits", "cardinal", "ordinal"]
Number = int | float

_Class = Literal[
    "unit", "bound", "teen", "tens", "hundreds", "scale", "dual", "fraction", "ordinal", "bound_ordinal"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number in a row of tokens.

    ``next`` is the index of the first token behind it; ``[start, end)`` its span in the text,
    without a proclitic (وخمسة starts at its خ; the article belongs to it).  A definite ten
    (العشرون) is a cardinal with ``definite``: only the caller can tell it from the ordinal.
    """

    value: Number
    next: int
    kind: NumberKind
    start: int
    end: int
    definite: bool = False
    joined: bool = False
    """Whether و was written onto its first word."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One reading of a written form: what it is, and the proclitics written onto it."""

    kind: _Class
    value: int
    width: int
    definite: bool
    joined: bool
    bare: bool  # neither proclitic nor article


_GROUPS: tuple[tuple[str, _Class], ...] = (
    ("units", "unit"),
    ("colloquial_units", "unit"),
    ("bound_units", "bound"),
    ("joined_teens", "teen"),
    ("tens", "tens"),
    ("hundreds", "hundreds"),
    ("scales", "scale"),
    ("dual_scales", "dual"),
    ("fractions", "fraction"),
    ("ordinals", "ordinal"),
    ("bound_ordinals", "bound_ordinal"),
)

# Proclitics as written: letters, letters that stand before the number, article, conjunction و.
_PREFIXES: tuple[tuple[str, int, bool, bool], ...] = tuple(
    (conjunction + preposition, len(conjunction) + before, definite, conjunction == "و")
    for conjunction in ("", "و", "ف")
    for preposition, before, definite in (
        ("", 0, False), ("ب", 1, False), ("ل", 1, False), ("ك", 1, False),
        ("ال", 0, True), ("بال", 1, True), ("لل", 1, True), ("كال", 1, True),
    )
)  # fmt: skip


@cache
def _lexicon() -> tuple[Mapping[str, tuple[_Word, ...]], tuple[str, ...]]:
    """Every written form with proclitics, and the scales that alone mean a vague many."""
    path = files("riwaya").joinpath("data/arabic/numerals.toml")
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    refused = set(data["not_with_clitics"]["forms"])
    out: dict[str, list[_Word]] = {}
    for group, kind in _GROUPS:
        for value, forms in data[group].items():
            for form in forms:
                for prefix, width, definite, joined in _PREFIXES:
                    if (written := prefix + form) not in refused:
                        word = _Word(kind, int(value), width, definite, joined, not prefix)
                        out.setdefault(written, []).append(word)
    # A form that two groups share is read with the fewest proclitics first: والف is و + الف.
    words = {form: tuple(sorted(w, key=lambda x: x.width)) for form, w in out.items()}
    return words, tuple(data["vague_alone"]["forms"])


def _words(token: Token) -> tuple[_Word, ...]:
    return _lexicon()[0].get(token.key, ())


def _find(tokens: Sequence[Token], at: int, *kinds: _Class) -> _Word | None:
    if at < len(tokens) and tokens[at].kind == "word":
        for word in _words(tokens[at]):
            if word.kind in kinds:
                return word
    return None


_GROUPED = re.compile(r"\d{1,3}(?:([,٬])\d{3})(?:\1\d{3})*(?:[.٫]\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+(?:[.,٫]\d+)?")


def digits_value(key: str) -> Number | None:
    """The value of a folded run of digits: 1,500 and 1٬500 are 1500; 2,5 and 2.5 two and a half.

    ``None`` for what is no single number (30.12.2021).
    """
    if len(key) > 30:
        return None
    if _GROUPED.fullmatch(key):
        key = key.replace(",", "").replace("٬", "").replace("٫", ".")
    elif _DOTTED.fullmatch(key):
        key = key.replace(".", "")
    elif _DECIMAL.fullmatch(key):
        key = key.replace(",", ".").replace("٫", ".")
    else:
        return None
    return _whole(float(key)) if "." in key else int(key)


def _whole(value: float) -> Number:
    return int(value) if value == int(value) else value


def letters_offset(token: Token, letters: int) -> int:
    """The text offset behind the first ``letters`` letters of a word, their vowel marks included."""
    if letters == 0:
        return token.start
    seen = 0
    for i, char in enumerate(token.text):
        if char.isalpha() and char != "ـ":
            if seen == letters:
                return token.start + i
            seen += 1
    return token.end


def _conjunction(tokens: Sequence[Token], at: int) -> int:
    """The index behind a و that stands alone at ``at``, else ``at``."""
    return at + 1 if at < len(tokens) and tokens[at].key == "و" else at


def _joined_word(tokens: Sequence[Token], at: int, *kinds: _Class) -> tuple[_Word, int] | None:
    """A number word joined by و (written onto it, or alone before it) and the index behind it."""
    behind = _conjunction(tokens, at)
    word = _find(tokens, behind, *kinds)
    if word is None or not (word.joined or behind > at):
        return None
    return word, behind + 1


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The value of units, teens and tens at ``at``, and the index behind them."""
    word = _find(tokens, at, "unit", "bound", "teen", "tens")
    if word is None:
        return None
    if word.kind in ("teen", "tens"):
        return word.value, at + 1
    if 0 < word.value < 10:
        ten = _find(tokens, at + 1, "unit")
        if ten is not None and ten.value == 10 and ten.bare:
            return word.value + 10, at + 2
        if joined := _joined_word(tokens, at + 1, "tens"):
            return word.value + joined[0].value, joined[1]
    return None if word.kind == "bound" else (word.value, at + 1)


def _below_thousand(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The value of a number below 1,000 in words at ``at``, and the index behind it."""
    hundreds = _find(tokens, at, "hundreds")
    if hundreds is not None:
        value, behind = hundreds.value, at + 1
    else:
        small = _below_hundred(tokens, at)
        follows = _find(tokens, small[1], "hundreds") if small else None
        if small is None or follows is None or follows.value != 100 or follows.joined:
            return small
        if not 3 <= small[0] <= 9 or not follows.bare:
            return small
        value, behind = small[0] * 100, small[1] + 1
    rest_at = _conjunction(tokens, behind)
    first = _find(tokens, rest_at, "unit", "bound", "teen", "tens")
    if first is not None and not first.definite:
        rest = _below_hundred(tokens, rest_at)
        # In speech the hundred stands before a compound without و (متين تلاتة وستين).
        spoken = rest is not None and rest[0] > 20 and rest[1] > rest_at + 1 and first.bare
        if rest is not None and (first.joined or rest_at > behind or spoken):
            return value + rest[0], rest[1]
    return value, behind


def _count(tokens: Sequence[Token], at: int) -> tuple[Number, int] | None:
    """The number before a scale, in digits or words (1 where a scale stands alone), and the index behind."""
    if tokens[at].kind == "number":
        value = digits_value(tokens[at].key)
        return None if value is None else (value, at + 1)
    if small := _below_thousand(tokens, at):
        return small
    alone = _find(tokens, at, "scale") and not tokens[at].key.endswith(_lexicon()[1])
    return (1, at) if alone else None


def _segment(tokens: Sequence[Token], at: int) -> tuple[Number, int, int] | None:
    """One segment of a number: its value, its scale (1 where it has none), the index behind it."""
    if at >= len(tokens):
        return None
    if fraction := _find(tokens, at, "fraction"):
        scale = _find(tokens, at + 1, "scale")
        return (_whole(scale.value / fraction.value), scale.value, at + 2) if scale else None
    if dual := _find(tokens, at, "dual"):
        return dual.value, dual.value // 2, at + 1
    counted = _count(tokens, at)
    if counted is None:
        return None
    count, behind = counted
    unit = 1
    while (scale := _find(tokens, behind, "scale")) is not None and (scale.bare or behind == at):
        if scale.value < unit or unit > 10**12:
            break
        unit *= scale.value
        behind += 1
    return _whole(count * unit), unit, behind


def _fraction_behind(tokens: Sequence[Token], at: int, scale: int) -> tuple[Number, int] | None:
    """``ونصف``، ``ونصف المليون`` behind a number of the given scale: what it adds, and the index behind."""
    joined = _joined_word(tokens, at, "fraction")
    if joined is None:
        return None
    behind = joined[1]
    again = _find(tokens, behind, "scale")
    if again is not None and again.value == scale and not again.joined:
        behind += 1
    return scale / joined[0].value, behind


def _cardinal(tokens: Sequence[Token], at: int) -> tuple[Number, int] | None:
    """The value of a cardinal at ``at`` and the index behind it."""
    segment = _segment(tokens, at)
    if segment is None:
        return None
    total, scale, behind = segment
    while scale > 1:
        if fraction := _fraction_behind(tokens, behind, scale):
            return _whole(total + fraction[0]), fraction[1]
        start = _conjunction(tokens, behind)
        if start >= len(tokens) or not (
            start > behind or any(w.joined for w in _words(tokens[start]))
        ):
            break
        if tokens[start].kind == "word" and any(w.definite for w in _words(tokens[start])):
            break
        more = _segment(tokens, start)
        if more is None or more[1] >= scale or more[0] >= scale:
            break
        total, scale, behind = total + more[0], more[1], more[2]
    if scale == 1 and (half := _fraction_behind(tokens, behind, 1)):
        return _whole(total + half[0]), half[1]
    if behind + 1 < len(tokens) and tokens[behind].key == "فاصله":
        decimals = _segment(tokens, behind + 1)
        if decimals is not None and isinstance(decimals[0], int) and decimals[0] >= 0:
            return _whole(float(f"{int(total)}.{decimals[0]}")), decimals[2]
    return total, behind


def _ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The value of an ordinal at ``at`` and the index behind it."""
    word = _find(tokens, at, "ordinal", "bound_ordinal")
    if word is None:
        return None
    if word.value < 10:
        ten = _find(tokens, at + 1, "unit")
        if ten is not None and ten.value == 10 and ten.bare:
            return word.value + 10, at + 2
        if joined := _joined_word(tokens, at + 1, "tens"):
            return word.value + joined[0].value, joined[1]
    return None if word.kind == "bound_ordinal" else (word.value, at + 1)


def read_number(tokens: Sequence[Token], at: int) -> NumberRead | None:
    """The longest number that begins with the token at index ``at``, or ``None``.

    Numbers are non-negative; a minus sign is the caller's.  Vague manies (آلاف، عشرات) are none.
    """
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind == "mark":
        return None
    words = _words(token) if token.kind == "word" else ()
    if token.kind == "word" and not words:
        return None
    kind: NumberKind = "digits" if token.kind == "number" else "cardinal"
    read: tuple[Number, int] | None = _ordinal(tokens, at)
    if read is not None:
        kind = "ordinal"
    else:
        read = _cardinal(tokens, at)
    if read is None:
        return None
    first = words[0] if words else None
    return NumberRead(
        value=read[0],
        next=read[1],
        kind=kind,
        start=letters_offset(token, first.width) if first else token.start,
        end=tokens[read[1] - 1].end,
        definite=bool(first and first.definite),
        joined=bool(first and first.joined),
    )


def read_ordinal(tokens: Sequence[Token], at: int) -> NumberRead | None:
    """A number at ``at`` that can stand as an ordinal: الثالث، الحادي والعشرين، العشرون، الواحد والثلاثين."""
    read = read_number(tokens, at)
    if read is None or read.kind == "digits" or not isinstance(read.value, int):
        return None
    return read if read.kind == "ordinal" or read.definite else None


def number_forms() -> frozenset[str]:
    """Every folded form, proclitics included, with which a number in words can begin."""
    return frozenset(_lexicon()[0])
