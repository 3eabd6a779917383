"""A page's text cut at every edge of every layer, so that layers can be shown over one another."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.model import BODY_ROLES, Analysed, Block, Span


@dataclass(frozen=True, slots=True)
class Layer:
    """One marked span: its CSS class, and what a reader sees on pointing at it."""

    span: Span
    css: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same layers. ``start`` and ``end`` are code points."""

    start: int
    end: int
    text: str
    css: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the page, as segments."""

    role: str
    body: bool
    segments: tuple[Segment, ...]


def segments(text: str, start: int, end: int, layers: Iterable[Layer]) -> tuple[Segment, ...]:
    """Cut ``text[start:end]`` at every edge of ``layers``; each piece carries all that cover it."""
    here = [layer for layer in layers if layer.span[0] < end and layer.span[1] > start]
    edges = {start, end}
    for layer in here:
        edges |= {max(start, layer.span[0]), min(end, layer.span[1])}
    cuts = sorted(edges)
    out = []
    for left, right in itertools.pairwise(cuts):
        over = [la for la in here if la.span[0] <= left and la.span[1] >= right]
        css = " ".join(dict.fromkeys(la.css for la in over))
        title = " · ".join(dict.fromkeys(la.title for la in over if la.title))
        out.append(Segment(left, right, text[left:right], css, title))
    return tuple(out)


def lines(page: Analysed, layers: Iterable[Layer]) -> list[Line]:
    """The page block by block, each with its role and its segments."""
    marked = list(layers)

    def line(block: Block) -> Line:
        cut = segments(page.text, block.start, block.end, marked)
        return Line(block.role, block.role in BODY_ROLES, cut)

    return [line(block) for block in page.blocks]
