"""Neighbourhoods: stories that follow one another, in groups small enough to be held at once."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Story

MOST_PAGES = 40
"""Pages of a neighbourhood of several stories; a larger story stands alone."""


def neighbourhoods(stories: Sequence[Story]) -> list[list[Story]]:
    """The stories, those that follow one another together while they are few.

    Does not depend on the order of ``stories``; each stands in one neighbourhood.
    """
    ordered = sorted(stories, key=lambda s: s.id)
    hoods = {story.id: [story] for story in ordered}
    for story in ordered:
        for before in sorted(story.follows):
            own, other = hoods[story.id], hoods.get(before)
            if other is None or other is own:
                continue
            if sum(len(s.pages) for s in (*own, *other)) <= MOST_PAGES:
                own.extend(other)
                for moved in other:
                    hoods[moved.id] = own
    once = {id(hood): hood for hood in hoods.values()}
    return [sorted(hood, key=lambda s: s.id) for hood in once.values()]
