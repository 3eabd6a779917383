"""Clustering of a sparse graph of ties: pairs without an edge have a tie of 0.

No group reaches over two components of strong ties, whatever else ties them: each can be grouped
by itself.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

Ties = Mapping[tuple[int, int], float]
"""Ties by the two page numbers, the lesser first."""


class _Link(NamedTuple):
    """The ties between two groups: their sum, and the highest, or below 0 where any is."""

    total: float
    best: float

    def joined(self, other: _Link) -> _Link:
        least = min(self.best, other.best)
        return _Link(self.total + other.total, least if least < 0 else max(self.best, other.best))


_NONE = _Link(0.0, 0.0)


class _Graph:
    """Groups of nodes, each under its least member, and the links between them."""

    def __init__(
        self, count: int, edges: Iterable[tuple[int, int, float]], best_share: float
    ) -> None:
        self.members: list[list[int] | None] = [[node] for node in range(count)]
        self.links: list[dict[int, _Link]] = [{} for _ in range(count)]
        self._best_share = best_share
        for a, b, tie in edges:
            self.links[a][b] = self.links[b][a] = _Link(tie, tie)

    def closeness(self, a: int, b: int) -> float:
        """The mean tie of two groups, mixed with the highest where no tie holds them apart."""
        of_a, of_b = self.members[a], self.members[b]
        if of_a is None or of_b is None:
            return -1.0
        link = self.links[a].get(b, _NONE)
        mean = link.total / (len(of_a) * len(of_b))
        return mean + self._best_share * (max(0.0, link.best) - mean)

    def join(self, a: int, b: int) -> None:
        """Group ``b`` becomes part of ``a``."""
        self.members[a] = sorted((self.members[a] or []) + (self.members[b] or []))
        self.members[b] = None
        gone, self.links[b] = self.links[b], {}
        self.links[a].pop(b, None)
        for other, link in gone.items():
            if other != a:
                mine = self.links[a].get(other)
                both = mine.joined(link) if mine else link
                self.links[a][other] = self.links[other][a] = both
                self.links[other].pop(b, None)


def average_link(
    count: int,
    edges: Iterable[tuple[int, int, float]],
    threshold: float,
    best_share: float = 0.0,
) -> list[list[int]]:
    """Groups of the nodes 0 to ``count - 1``, each sorted, in order of their least members.

    The two closest groups are joined until none are as close as ``threshold``. Closeness is the mean
    tie (UPGMA, Sokal and Michener 1958); ``best_share`` of it is the highest tie instead, so that a
    story of many pages and two days holds together. Equal ones are settled by the least members:
    the result is a function of the graph alone. Time is near linear in the number of edges.
    """
    graph = _Graph(count, edges, best_share)
    heap = [
        (-closeness, a, b)
        for a, row in enumerate(graph.links)
        for b in row
        if a < b and (closeness := graph.closeness(a, b)) >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        closeness, a, b = heapq.heappop(heap)
        if -closeness != graph.closeness(a, b):
            continue  # one of the two has grown since
        graph.join(a, b)
        for other in graph.links[a]:
            if (closer := graph.closeness(a, other)) >= threshold:
                heapq.heappush(heap, (-closer, min(a, other), max(a, other)))
    return [group for group in graph.members if group is not None]


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of the nodes 0 to ``count - 1``, the least node that pairs lead to."""
    parents = list(range(count))

    def root(node: int) -> int:
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))
        parents[second] = first
    return [root(node) for node in range(count)]


def gather(
    hours: Sequence[float | None],
    ties: Ties,
    threshold: float,
    best_share: float,
    *,
    window: float,
    apart: float,
) -> list[list[int]]:
    """Pages, by the hour when each appeared, in groups: sorted, in order of their least members.

    Dated pages further apart than ``window`` hours that an undated one is near to get the tie
    ``apart``: it cannot be of both their stories.
    """
    strong = (pair for pair, tie in ties.items() if tie >= threshold)
    part = components(len(hours), strong)
    within = {pair: tie for pair, tie in ties.items() if part[pair[0]] == part[pair[1]]}
    within.update(dict.fromkeys(_parted(hours, ties, part, window), apart))
    edges = ((a, b, tie) for (a, b), tie in sorted(within.items()))
    return average_link(len(hours), edges, threshold, best_share)


def _parted(
    hours: Sequence[float | None], ties: Ties, part: Sequence[int], window: float
) -> Iterator[tuple[int, int]]:
    """Of the dated pages of one component that one undated page is near to, those too far apart."""
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (a, b), tie in ties.items():
        if tie > 0 and (hours[a] is None) != (hours[b] is None):
            undated, dated = (a, b) if hours[a] is None else (b, a)
            near[undated, part[dated]].append(dated)
    for pages in near.values():
        for a, b in combinations(sorted(pages), 2):
            first, second = hours[a], hours[b]
            if first is not None and second is not None and abs(first - second) > window:
                yield a, b
