"""A text with its layers as properly nested marks, made here so that no browser counts offsets.

Spans of different layers may cross.  Where one ends inside another, the inner one is closed and opened
again after it: what is written out is always well nested, and every code point stands in it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span. ``rank`` orders marks of one span: the lower stands outside.

    ``href`` makes it a link, unless it lies inside another one; ``target`` gives it the id ``at``.
    """

    span: Span
    css: str
    title: str = ""
    href: str = ""
    rank: int = 5
    target: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, or the beginning or end of a mark: of an ``a`` or a ``span``."""

    kind: str
    """``text``, ``open`` or ``close``."""
    text: str = ""
    mark: Mark | None = None
    tag: str = "span"
    first: bool = True
    """Whether a mark begins here, or goes on after a crossing."""


def nested(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """``text[start:end]`` with the marks that touch it, cut to it."""
    here = sorted(
        (m for m in marks if m.span[0] < end and m.span[1] > start and m.span[0] < m.span[1]),
        key=lambda m: (max(start, m.span[0]), -m.span[1], m.rank),
    )
    pieces: list[Piece] = []
    stack: list[tuple[Mark, str]] = []
    at = start
    waiting = iter(here)
    coming = next(waiting, None)
    while True:
        edge = min(
            [end, *(m.span[1] for m, _ in stack), *([coming.span[0]] if coming else [])],
            key=lambda place: max(place, at),
        )
        edge = max(edge, at)
        if edge > at:
            pieces.append(Piece("text", text[at:edge]))
            at = edge
        if at >= end:
            break
        _close(pieces, stack, at)
        while coming is not None and coming.span[0] <= at:
            _open(pieces, stack, coming, first=coming.span[0] == at)
            coming = next(waiting, None)
    pieces += [Piece("close", tag=tag, mark=mark) for mark, tag in reversed(stack)]
    return pieces


def _close(pieces: list[Piece], stack: list[tuple[Mark, str]], at: int) -> None:
    """End the marks that end at ``at``; those above them on the stack go on."""
    over = [i for i, (mark, _) in enumerate(stack) if mark.span[1] <= at]
    if not over:
        return
    lifted = stack[over[0] :]
    del stack[over[0] :]
    pieces += [Piece("close", tag=tag, mark=mark) for mark, tag in reversed(lifted)]
    for mark, _ in lifted:
        if mark.span[1] > at:
            _open(pieces, stack, mark, first=False)


def _open(pieces: list[Piece], stack: list[tuple[Mark, str]], mark: Mark, *, first: bool) -> None:
    in_link = any(tag == "a" for _, tag in stack)
    tag = "a" if mark.href and not in_link else "span"
    stack.append((mark, tag))
    pieces.append(Piece("open", mark=mark, tag=tag, first=first))


def plain(pieces: Sequence[Piece]) -> str:
    """The text of pieces, without their marks."""
    return "".join(piece.text for piece in pieces)


def runs(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """``text`` cut at sorted, disjoint spans: each run, and whether it lies in one."""
    at = 0
    for start, end in spans:
        if at < start:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
