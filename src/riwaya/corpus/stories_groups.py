"""Clustering of a sparse graph of ties: pairs without an edge have a tie of 0."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import NamedTuple


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
