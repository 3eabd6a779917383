"""Teasers behind the article: the leads of other articles, whole sentences without a heading.

Some sites print, below an article, the opening paragraphs of the next ones.  Each opens like a
lead, with a bare verb and full names, where an article's own paragraphs carry on from one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Role
from riwaya.reading.lines import Line

_FEWEST = 4
_MOST = 8
_SHORTEST = 80
_MISTAKEN: frozenset[str] = frozenset({"paragraph", "subheading", "related", "caption", "form"})
"""Roles that a teaser's line may have been given."""
_NO_LEAD = frozenset({"continues", "and_first", "bullet", "policy", "under_form", "in_comments"})


def trailing_teasers(
    lines: Sequence[Line], shown: Sequence[set[str]], roles: Sequence[Role]
) -> range:
    """The lines of a run of teasers that ends the page; empty where there is none.

    A run: at least four long lines, none carrying on from the one before, half of them or more
    opening with a bare verb, behind a paragraph that does carry on.
    """
    end = len(lines)
    while end and roles[end - 1] not in _MISTAKEN:
        end -= 1
    at = end
    while at and roles[at - 1] in _MISTAKEN and _may_lead(lines[at - 1], shown[at - 1]):
        at -= 1
    verbs = sum("verb_first" in found for found in shown[at:end])
    carried_on = at > 0 and bool(shown[at - 1] & {"continues", "and_first"})
    if _FEWEST <= end - at <= _MOST and 2 * verbs >= end - at and carried_on:
        return range(at, end)
    return range(0)


def _may_lead(line: Line, found: set[str]) -> bool:
    return found.isdisjoint(_NO_LEAD) and len(line.text) > _SHORTEST
