"""TIMEX3's ``mod``: how a value is bent: START, MID, END, APPROX, MORE_THAN, LESS_THAN."""

from __future__ import annotations

from functools import cache

from riwaya.arabic import fold_key
from riwaya.times.lexicon import data
from riwaya.times.symbols import Every, Reading, Reference, When


def mod_of(text: str, reading: Reading) -> str | None:
    """The modifier that the words of a reading tell.

    A Hijri day or feast is APPROX: by the sighted moon it may lie a day from the tables.
    """
    symbol = reading.symbol
    if isinstance(symbol, (Every, Reference)):
        return None
    if isinstance(symbol, When):
        if symbol.hijri or (symbol.holiday or "").startswith("H:"):
            return "APPROX"
        if symbol.edge is not None:
            return symbol.edge
        if not symbol.clock:
            return None
    words = fold_key(text[reading.start : reading.end])
    for phrase, mod in _phrases():
        if words.startswith(phrase) or words.endswith(phrase):
            return mod
    return None


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold_key(form), mod) for mod, forms in data("words")["mods"].items() for form in forms
    )
