"""Teasers behind the article: the leads of other articles, whole sentences without a heading.

Some sites print, below an article, the opening paragraphs of the next ones.  Each opens like a
lead, with a bare verb and full names, where an article's own paragraphs carry on from one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Role
from riwaya.reading.lines import Line

_FEWEST = 4


def trailing_teasers(
    lines: Sequence[Line], shown: Sequence[set[str]], roles: Sequence[Role]
) -> range:
    """The lines of a run of teasers that ends the page; empty where there is none."""
    end = len(lines)
    while end and roles[end - 1] != "paragraph":
        end -= 1
    at = end
    while at and roles[at - 1] == "paragraph" and _is_lead(lines[at - 1], shown[at - 1]):
        at -= 1
    carried_on = any("continues" in shown[before] for before in range(at))
    if end - at >= _FEWEST and carried_on:
        return range(at, end)
    return range(0)


def _is_lead(line: Line, found: set[str]) -> bool:
    return "verb_first" in found and "continues" not in found and len(line.text) > 80
