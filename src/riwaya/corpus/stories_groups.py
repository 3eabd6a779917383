"""Average-link clustering of a sparse graph of ties: pairs without an edge have a tie of 0."""

from __future__ import annotations

import heapq
from collections.abc import Iterable


def average_link(
    count: int, edges: Iterable[tuple[int, int, float]], threshold: float
) -> list[list[int]]:
    """Groups of the nodes 0 to ``count - 1``, each sorted, in order of their least members.

    The two groups with the highest mean tie are joined until that is under ``threshold``
    (UPGMA, Sokal and Michener 1958). Equal ties are settled by the least members, so the result
    is a function of the graph alone. Time is near linear in the number of edges.
    """
    links: list[dict[int, float]] = [{} for _ in range(count)]
    for a, b, tie in edges:
        links[a][b] = links[b][a] = tie
    members: list[list[int] | None] = [[node] for node in range(count)]
    heap = [
        (-tie, a, b)
        for a, row in enumerate(links)
        for b, tie in row.items()
        if a < b and tie >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        tie, a, b = heapq.heappop(heap)
        of_a, of_b = members[a], members[b]
        if of_a is None or of_b is None or -tie != _mean(links, members, a, b):
            continue
        members[a], members[b] = sorted(of_a + of_b), None
        _merge(links, a, b)
        for other in links[a]:
            mean = _mean(links, members, a, other)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return [group for group in members if group is not None]


def _mean(links: list[dict[int, float]], members: list[list[int] | None], a: int, b: int) -> float:
    """The mean tie of two groups, whose links hold sums of ties."""
    of_a, of_b = members[a] or (), members[b] or ()
    return links[a].get(b, 0.0) / (len(of_a) * len(of_b))


def _merge(links: list[dict[int, float]], a: int, b: int) -> None:
    """Group ``b`` becomes part of ``a``: its sums are added."""
    gone, links[b] = links[b], {}
    links[a].pop(b, None)
    for other, total in gone.items():
        if other == a:
            continue
        links[a][other] = links[other][a] = links[a].get(other, 0.0) + total
        links[other].pop(b, None)
