"""From token ranges to spans of the text: cut at breaks and stray marks, trimmed."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Span
from riwaya.statements.lexicon import cues, words
from riwaya.statements.view import QUOTES, View

_DANGLING = words("content.dangling")
_WAS, _ALREADY = words("clauses.was"), fold_key("قد")
_TRIM = " \t\r\n\u00a0،,.؛;:!-–—…"


def spans(
    view: View, start: int, stop: int, *, speech: bool, conjunction: bool = False
) -> list[Span]:
    """The spans of tokens ``[start, stop)``: cut at paragraph breaks and at a closing mark that
    is not opened inside, trimmed; a stray و of a broken line, and with ``conjunction`` a leading و, left out.
    """
    out: list[Span] = []
    j = start
    while j < stop:
        k = j
        while (
            k < stop
            and view.block_of[k] == view.block_of[j]
            and not _lone_mark(view, k, start, stop)
        ):
            k += 1
        last = _last(view, j, k)
        if k > j:
            strip = (conjunction and j == start) or (
                bool(out) and not speech and view.block_of[j] != view.block_of[j - 1]
            )
            out.extend(_trimmed(view, j, last, strip=strip))
        j = max(k, j + 1) if k < stop and view.block_of[k] != view.block_of[j] else k + 1
    return out


def _last(view: View, j: int, k: int) -> int:
    """Before a conjunction that what was said does not go on from: كذا، لكن | دون أن يوضح, وإن كان | قد قال."""
    while k > j + 2 and (
        view.key(k - 1) in _DANGLING or (view.key(k - 1) in _WAS and view.key(k) == _ALREADY)
    ):
        k -= 1
        while k > j + 2 and view.is_comma(k - 1):
            k -= 1
    return k


def _lone_mark(view: View, k: int, start: int, stop: int) -> bool:
    """A quotation mark whose partner is outside the tokens ``[start, stop)``."""
    if view.char(k) not in QUOTES or not view.char(k):
        return False
    quote = view.quote_of[k]
    if quote is None:
        return view.tokens[k].start in view.marks.unopened
    token = view.tokens[k]
    if quote.start == token.start:
        return not quote.closed or quote.end > view.tokens[stop - 1].end
    return quote.end == token.end and quote.start < view.tokens[start].start


def _trimmed(view: View, j: int, k: int, *, strip: bool) -> list[Span]:
    start, end = view.span(j, k)
    if strip and view.text[start] == "و" and view.key(j) != "و" and _conjoined(view, j):
        start += 1
    elif strip and view.key(j) == "و" and j + 1 < k:
        start = view.tokens[j + 1].start
    while start < end and view.text[start] in _TRIM:
        start += 1
    while end > start and view.text[end - 1] in _TRIM:
        end -= 1
    return [(start, end)] if start < end else []


OWN_W = tuple(map(fold_key, (
    "وزي", "وزا", "وكال", "وصف", "وصل", "وقع", "واش", "وفد", "وفق", "وافق", "واصل", "وسا", "وجه", "وقت", "ولاي", "وعد", "وضع",
    "وحد", "وثي",
)))  # fmt: skip
"""Beginnings of words whose first و is their own."""


def _conjoined(view: View, j: int) -> bool:
    key = view.key(j)
    told = any(f.form.tense == "past" and not f.verb.clause for f in cues().forms.get(key[1:], ()))
    return told or (not key.startswith(OWN_W) and len(key) > 2)  # وأشار, and not واشنطن
