"""Stories: pages of one focal event.

Pages are tied by a small logistic model of their words and dates, then joined by average link.
The result is a function of the set of pages: neither their order nor when each came matters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.arabic import fold_key
from riwaya.corpus.digest import Digest
from riwaya.corpus.moments import appeared
from riwaya.corpus.stories_groups import average_link
from riwaya.corpus.stories_pairs import model, ties
from riwaya.model import Copy, Story

FOLLOWS = 0.25
"""The least mean tie at which a later story follows an earlier one."""
_MOST_FOLLOWED = 3
FEWEST_WORDS = 3
"""Words of a title that says what happened."""
_WORD = re.compile(r"[^\W_]+")

Ties = Mapping[tuple[int, int], float]


def find_stories(digests: Sequence[Digest], copies: Sequence[Copy]) -> list[Story]:
    """Every page in one story, in order of story ids.

    A story's id derives from its least page id; its title is that of the page most like the
    others; ``follows`` names the earlier stories that it is closest to.
    """
    pages = sorted(digests, key=lambda page: page.page)
    found = {(min(a, b), max(a, b)): tie for a, b, tie in ties(pages, copies)}
    edges = ((a, b, tie) for (a, b), tie in sorted(found.items()))
    groups = average_link(len(pages), edges, model().threshold, model().best_share)
    before = _follows(groups, pages, found)
    return [
        Story(
            id=_id(pages, group),
            title=_title(pages, group, found),
            pages=tuple(pages[at].page for at in group),
            follows=tuple(_id(pages, groups[earlier]) for earlier in before[number]),
        )
        for number, group in enumerate(groups)
    ]


def _id(pages: Sequence[Digest], group: Sequence[int]) -> str:
    return f"story:{pages[group[0]].page}"


def _title(pages: Sequence[Digest], group: Sequence[int], found: Ties) -> str:
    """The title of the page with the most ties to the others; of equals, the least id's.

    A label of a live page or a gallery (تغطية مباشرة، بالصور) names the story only where nothing else does.
    """

    def centrality(at: int) -> float:
        return sum(found.get((min(at, other), max(at, other)), 0.0) for other in group)

    titled = [at for at in group if pages[at].title]
    titled = [at for at in titled if _tells(pages[at].title)] or titled
    return pages[max(titled, key=lambda at: (centrality(at), -at))].title if titled else ""


def _tells(title: str) -> bool:
    """Whether a title says what happened, without a label of how the page tells it."""
    folded = f" {' '.join(_WORD.findall(fold_key(title)))} "
    return folded.count(" ") > FEWEST_WORDS and not any(label in folded for label in _labels())


@cache
def _labels() -> tuple[str, ...]:
    return tuple(f" {fold_key(label)} " for label in model().labels)


def _follows(
    groups: Sequence[Sequence[int]], pages: Sequence[Digest], found: Ties
) -> list[list[int]]:
    """For each group the earlier groups that it is close to, the closest first."""
    group_of = {page: number for number, group in enumerate(groups) for page in group}
    sums: dict[tuple[int, int], float] = {}
    for (a, b), tie in found.items():
        x, y = sorted((group_of[a], group_of[b]))
        if x != y:
            sums[x, y] = sums.get((x, y), 0.0) + tie
    first = [_first_hour(pages, group) for group in groups]
    out: list[list[tuple[float, int]]] = [[] for _ in groups]
    for (x, y), total in sums.items():
        mean = total / (len(groups[x]) * len(groups[y]))
        start_x, start_y = first[x], first[y]
        if mean >= FOLLOWS and start_x is not None and start_y is not None and start_x != start_y:
            later, earlier = (x, y) if start_y < start_x else (y, x)
            out[later].append((-mean, earlier))
    return [[earlier for _, earlier in sorted(near)[:_MOST_FOLLOWED]] for near in out]


def _first_hour(pages: Sequence[Digest], group: Sequence[int]) -> float | None:
    hours = [moment.middle for at in group if (moment := appeared(pages[at])) is not None]
    return min(hours) if hours else None
