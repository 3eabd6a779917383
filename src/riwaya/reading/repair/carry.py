"""Later steps read the repaired view of a page; what they find is carried back to its own text.

A step that is wrapped by :func:`on_repaired_view` sees words that are apart, sentences that are whole and
marks in their place, and layers whose spans lie in that view.  Its annotations come back with spans of
the text as it stands, and with the words that stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from typing import Any, TypeVar, get_type_hints

import msgspec

from riwaya.model import Annotation, Block, Found, Page, Repair, Span, Speaker, Struct
from riwaya.reading.repair.view import RepairedView, repaired

_VIEWED = frozenset({"glued_words", "broken_sentence", "stray_conjunction", "mojibake"})
"""The repairs that are read through: those by which words and sentences become others.  A doubled line is
told and stays: its names stand there as well.  Where a quotation begins or ends is for the reading of
statements to say, which knows the clitic before a mark (ب"نتائج) and the mark that is missing.
"""

_Move = Callable[[int, int], Span]
_Run = Callable[[Page, Found], Sequence[Annotation]]
_S = TypeVar("_S", bound=Struct)


def on_repaired_view(run: _Run) -> _Run:
    """``run``, reading the repaired view; a page without repairs is read as it stands."""

    @wraps(run)
    def read(page: Page, found: Found) -> Sequence[Annotation]:
        seen, layers, back = repaired_page(page, found)
        return [back(one) for one in run(seen, layers)]

    return read


def repaired_page(page: Page, found: Found) -> tuple[Page, Found, Callable[[_S], _S]]:
    """A page and its layers in the repaired view, and the way back for what is found there."""
    view = repaired(page.text, (r for r in found.repairs if r.kind in _VIEWED))
    if not view.repairs:
        return page, found, lambda one: one
    seen = msgspec.structs.replace(page, text=view.text)
    return seen, into_view(found, view), lambda one: moved(one, view.span, page.text)


def into_view(found: Found, view: RepairedView) -> Found:
    """The layers with their spans in the view; paragraphs that a sentence joins are one block."""
    changes: dict[str, Any] = {}
    for layer in Found.__struct_fields__:
        value = getattr(found, layer)
        if isinstance(value, tuple):
            changes[layer] = tuple(moved(one, view.forward, view.text) for one in value)
        elif value is not None:
            changes[layer] = moved(value, view.forward, view.text)
    changes["blocks"] = _joined(found.blocks, changes["blocks"], view.repairs)
    return Found(**changes)


def _joined(
    before: Sequence[Block], blocks: Sequence[Block], repairs: Iterable[Repair]
) -> tuple[Block, ...]:
    breaks = {(r.start, r.end) for r in repairs if r.kind == "broken_sentence"}
    out: list[Block] = []
    last: Block | None = None
    for block, seen in zip(before, blocks, strict=True):
        if last is not None and (last.end, block.start) in breaks and last.role == block.role:
            out[-1] = msgspec.structs.replace(out[-1], end=seen.end)
        else:
            out.append(seen)
        last = block
    return tuple(out)


def moved(thing: _S, move: _Move, text: str) -> _S:
    """``thing`` with every span moved; its ``text``, where it has one, is what ``text`` has there."""
    spans, whole, words = _fields(type(thing))
    changes: dict[str, Any] = {name: how(getattr(thing, name), move, text) for name, how in spans}
    if whole:
        changes["start"], changes["end"] = start, end = move(thing.start, thing.end)  # type: ignore[attr-defined]
        if words:
            changes["text"] = text[start:end]
    return msgspec.structs.replace(thing, **changes) if changes else thing


def _one(span: Span | None, move: _Move, text: str) -> Span | None:
    return None if span is None else move(*span)


def _several(spans: Iterable[Span], move: _Move, text: str) -> tuple[Span, ...]:
    return tuple(move(*span) for span in spans)


def _by_field(
    spans: dict[str, tuple[Span, ...]], move: _Move, text: str
) -> dict[str, tuple[Span, ...]]:
    return {name: _several(own, move, text) for name, own in spans.items()}


def _inner(thing: Struct | None, move: _Move, text: str) -> Struct | None:
    return None if thing is None else moved(thing, move, text)


_HOW: tuple[tuple[Any, Callable[[Any, _Move, str], Any]], ...] = (
    (Span, _one),
    (Span | None, _one),
    (tuple[Span, ...], _several),
    (dict[str, tuple[Span, ...]], _by_field),
    (Speaker | None, _inner),
)
_Fields = tuple[list[tuple[str, Callable[[Any, _Move, str], Any]]], bool, bool]


@lru_cache(maxsize=64)
def _fields(shape: type[Struct]) -> _Fields:
    """The fields of a shape that hold spans, and how each is moved; whether it is a span itself, of words."""
    hints = get_type_hints(shape)
    spans = [(name, how) for name, hint in hints.items() for kind, how in _HOW if hint == kind]
    return spans, {"start", "end"} <= hints.keys() and hints["end"] is int, "text" in hints
