"""Stories: pages of one focal event.

Pages are tied by a small logistic model of their words and dates, then joined by average link.
The result is a function of the set of pages: neither their order nor when each came matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from riwaya.arabic import fold_key
from riwaya.corpus.digest import Digest
from riwaya.corpus.profiles import Profile, profile
from riwaya.corpus.stories_groups import Ties, gather
from riwaya.corpus.stories_pairs import APART, WINDOW, model, ties
from riwaya.model import Copy, Story

FOLLOWS = 0.25
"""The least mean tie at which a later story follows an earlier one."""
_MOST_FOLLOWED = 3
FEWEST_WORDS = 3
"""Words of a title that says what happened."""
_WORD = re.compile(r"[^\W_]+")


class Link(NamedTuple):
    """A later and an earlier story, and how close they are."""

    later: str
    earlier: str
    mean: float


def find_stories(digests: Sequence[Digest], copies: Sequence[Copy]) -> list[Story]:
    """Every page in one story, in order of story ids.

    A story's id derives from its least page id; its title is that of the page most like the
    others; ``follows`` names the earlier stories that it is closest to.
    """
    pages = [profile(page) for page in sorted(digests, key=lambda page: page.page)]
    found = {(a, b): tie for a, b, tie in ties(pages, copies)}
    hours = [page.hour for page in pages]
    groups = grouped(hours, found)
    ids = [story_id(pages[group[0]].page) for group in groups]
    first = [first_hour(hours[at] for at in group) for group in groups]
    follows = followed(links(ids, groups, first, found))
    return sorted(
        (
            Story(
                id=own,
                title=title([pages[at] for at in group], within(group, found)),
                pages=tuple(pages[at].page for at in group),
                follows=follows.get(own, ()),
            )
            for own, group in zip(ids, groups, strict=True)
        ),
        key=lambda story: story.id,
    )


def story_id(least_page: str) -> str:
    """A story's id, from its least page's."""
    return f"story:{least_page}"


def grouped(hours: Sequence[float | None], found: Ties) -> list[list[int]]:
    """The pages (in order of ids, by the hour of each) in stories, each as their numbers."""
    trained = model()
    return gather(hours, found, trained.threshold, trained.best_share, window=WINDOW, apart=APART)


def within(group: Sequence[int], found: Ties) -> list[float]:
    """For each page of a group the sum of its ties to the others."""
    return [
        sum(found.get((min(at, other), max(at, other)), 0.0) for other in group) for at in group
    ]


def title(pages: Sequence[Profile], centrality: Sequence[float]) -> str:
    """The title of the page with the most ties to the others; of equals, the least id's.

    A label of a live page or a gallery (تغطية مباشرة، بالصور) names the story only where nothing else does.
    """
    titled = [at for at, page in enumerate(pages) if page.title]
    titled = [at for at in titled if _tells(pages[at].title)] or titled
    return pages[max(titled, key=lambda at: (centrality[at], -at))].title if titled else ""


def _tells(title: str) -> bool:
    """Whether a title says what happened, without a label of how the page tells it."""
    folded = f" {' '.join(_WORD.findall(fold_key(title)))} "
    return folded.count(" ") > FEWEST_WORDS and not any(label in folded for label in _labels())


@cache
def _labels() -> tuple[str, ...]:
    return tuple(f" {fold_key(label)} " for label in model().labels)


def links(
    ids: Sequence[str],
    groups: Sequence[Sequence[int]],
    first: Sequence[float | None],
    found: Ties,
) -> list[Link]:
    """Which of the stories ``ids``, groups of pages, are close enough to follow one another.

    ``first`` is the hour of each story's first page; ``found`` may be the ties of some of them.
    """
    group_of = {page: number for number, group in enumerate(groups) for page in group}
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), tie in found.items():
        x, y = sorted((group_of[a], group_of[b]))
        if x != y:
            sums[x, y] += tie
    out = []
    for (x, y), total in sums.items():
        start_x, start_y = first[x], first[y]
        mean = total / (len(groups[x]) * len(groups[y]))
        if mean >= FOLLOWS and start_x is not None and start_y is not None and start_x != start_y:
            later, earlier = (x, y) if start_y < start_x else (y, x)
            out.append(Link(ids[later], ids[earlier], mean))
    return out


def first_hour(hours: Iterable[float | None]) -> float | None:
    """The first of the hours that are known."""
    return min((hour for hour in hours if hour is not None), default=None)


def followed(found: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    """For each later story the earlier ones that it is closest to, the closest first."""
    near: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for link in found:
        near[link.later].append((-link.mean, link.earlier))
    return {
        later: tuple(earlier for _, earlier in sorted(rows)[:_MOST_FOLLOWED])
        for later, rows in near.items()
    }
