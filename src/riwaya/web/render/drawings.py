"""Drawings, worked out here and written as SVG by the templates: bars by time, who copied whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from riwaya.web.shapes import DayCount

_BAR_GAP = 1.5
_LANE = 34.0
_STEP = 46.0
_TOP = 26.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands, and the day or month that it counts."""

    x: float
    y: float
    width: float
    height: float
    day: str
    pages: int


@dataclass(frozen=True, slots=True)
class Bars:
    """A row of bars over time, from the reading side on."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    first: str
    last: str
    most: int


def bars(
    counts: Sequence[DayCount], *, rtl: bool, width: float = 240, height: float = 40
) -> Bars | None:
    """Bars for every day (or month) from the first to the last, also those without pages."""
    if not counts:
        return None
    every = _filled(counts)
    step = width / max(len(every), 14)
    most = max(one.pages for one in every)
    made = []
    for place, one in enumerate(every):
        tall = max(2.0, one.pages / most * height) if one.pages else 0.0
        x = width - (place + 1) * step if rtl else place * step
        gap = min(_BAR_GAP, step / 4)
        made.append(
            Bar(
                round(x + gap / 2, 2),
                round(height - tall, 2),
                round(step - gap, 2),
                round(tall, 2),
                one.day,
                one.pages,
            )
        )
    return Bars(width, height, tuple(b for b in made if b.pages), every[0].day, every[-1].day, most)


def _filled(counts: Sequence[DayCount]) -> list[DayCount]:
    known = {one.day: one.pages for one in counts}
    first, last = min(known), max(known)
    try:
        if len(first) == 7:
            return _months(known, first, last)
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return [DayCount(day=day, pages=pages) for day, pages in sorted(known.items())]
    if (end - start).days > 400:
        return [DayCount(day=day, pages=pages) for day, pages in sorted(known.items())]
    days = ((start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1))
    return [DayCount(day=day, pages=known.get(day, 0)) for day in days]


def _months(known: dict[str, int], first: str, last: str) -> list[DayCount]:
    year, month = int(first[:4]), int(first[5:7])
    out: list[DayCount] = []
    while (label := f"{year:04d}-{month:02d}") <= last and len(out) < 600:
        out.append(DayCount(day=label, pages=known.get(label, 0)))
        year, month = year + month // 12, month % 12 + 1
    return out


# ---------------------------------------------------------------- who copied whom


@dataclass(frozen=True, slots=True)
class Node:
    """A page in the drawing, or a source that pages name (``page`` blank)."""

    x: float
    y: float
    page: str
    label: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """From the earlier to the later; ``known`` tells that something says which is which.

    ``weight`` are code points shared, 0 for a source that a page names.
    """

    path: str
    weight: int
    known: bool
    left: str
    right: str


@dataclass(slots=True)
class Graph:
    """Lanes of outlets, pages along them by time, and what was taken from where."""

    width: float = 0
    height: float = 0
    lanes: list[tuple[float, str, bool]] = field(default_factory=list)
    """Height, name, and whether it is a source that pages name."""
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A page to be drawn: in the order of time."""

    page: str
    lane: str
    label: str
    sources: tuple[str, ...] = ()


def copy_graph(
    pages: Sequence[Told],
    copies: Sequence[tuple[str, str, str | None, int, str]],
    *,
    rtl: bool,
    most: int = 40,
) -> Graph | None:
    """The drawing of a story's copies; None where nothing was taken from anywhere.

    ``copies`` are pairs of pages, the earlier one or None, code points shared, the kind.  Of more than
    ``most`` pages those without a link are left out first.
    """
    linked = {page for a, b, *_ in copies for page in (a, b)} | {p.page for p in pages if p.sources}
    if not linked:
        return None
    shown = list(pages)
    if len(shown) > most:
        shown = [p for p in shown if p.page in linked][:most]
    graph = Graph(left_out=len(pages) - len(shown))
    sources = list(dict.fromkeys(s for p in shown for s in p.sources))
    lanes = [(name, True) for name in sources] + [
        (name, False) for name in dict.fromkeys(p.lane for p in shown)
    ]
    height = {key: _TOP + place * _LANE for place, key in enumerate(lanes)}
    graph.lanes = [(height[key], *key) for key in lanes]
    graph.width = 40 + (len(shown) + 1) * _STEP
    graph.height = _TOP + len(lanes) * _LANE

    def across(column: int) -> float:
        x = 20 + column * _STEP
        return graph.width - x if rtl else x

    places: dict[str, tuple[float, float]] = {}
    for name in sources:
        places[f"source:{name}"] = (across(0), height[name, True])
        graph.nodes.append(Node(*places[f"source:{name}"], "", name))
    for column, told in enumerate(shown, start=1):
        places[told.page] = (across(column), height[told.lane, False])
        graph.nodes.append(Node(*places[told.page], told.page, told.label, column))
    order = {told.page: n for n, told in enumerate(shown)}
    for a, b, earlier, weight, _ in copies:
        if a in order and b in order:
            first, second = (a, b) if order[a] <= order[b] else (b, a)
            if earlier is not None and earlier in (a, b):
                first, second = (a, b) if earlier == a else (b, a)
            path = _arc(places[first], places[second])
            graph.edges.append(Edge(path, weight, earlier is not None, first, second))
    for told in shown:
        for name in told.sources:
            path = _arc(places[f"source:{name}"], places[told.page])
            graph.edges.append(Edge(path, 0, known=True, left="", right=told.page))
    return graph


def _arc(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A curve that ends just before its node, so that its head shows."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        middle, lift = (x1 + x2) / 2, y1 - min(22.0, abs(x2 - x1) / 3)
        return f"M{x1:.1f} {y1:.1f} Q{middle:.1f} {lift:.1f} {x2:.1f} {y2 - 8:.1f}"
    side = 8 if x2 > x1 else -8
    return f"M{x1:.1f} {y1:.1f} C{(x1 + x2) / 2:.1f} {y1:.1f} {(x1 + x2) / 2:.1f} {y2:.1f} {x2 - side:.1f} {y2:.1f}"
