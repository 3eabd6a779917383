"""Teasers behind the article: the leads of other articles, whole sentences without a heading.

Some sites print, below an article, the opening paragraphs of the next ones.  Each opens like a
lead, with a bare verb and full names, where an article's own paragraphs carry on from one another;
and each is about something else: few of its words stand in the article above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from riwaya.model import Role
from riwaya.reading.lines import Line

_FEWEST = 4
_MOST = 8
_SHORTEST = 80
_SHORTEST_INSIDE = 60
"""Of a line that is no lead by its looks, between others that are."""
_MISTAKEN: frozenset[str] = frozenset({"paragraph", "subheading", "related", "caption", "form"})
"""Roles that a teaser's line may have been given."""
_NO_LEAD = frozenset({"continues", "and_first", "bullet", "policy", "under_form", "in_comments"})
_CARRIED = frozenset({"continues", "and_first"})

# Shares of a line's words that stand in the article above it.
_STRANGE = 0.2
"""The most, over a run, where its verbs do not tell."""
_RELATED = 0.35
"""The most, over a run, where they do; and of each line where nothing above carries on."""
_OWN = 0.45
"""A line that shares more is the article's."""

_PAST = re.compile(r"(?!كانت|ليست|مازالت|لازالت)[\u0621-\u064a]{3,7}ت\s")
"""A verb in the past, feminine, which opens a line more often than a noun of this shape does."""
_WORD = re.compile(r"[\u0621-\u064a]{3,}")
_PROCLITIC = re.compile(r"(?:[وف]?[بكل]?ال|[وف]?لل|[وفبل])(?=[\u0621-\u064a]{3})")


def trailing_teasers(
    lines: Sequence[Line], shown: Sequence[set[str]], roles: Sequence[Role]
) -> range:
    """The lines of a run of teasers that ends the page; empty where there is none.

    A run: four to eight long lines, none but one carrying on from the one before, that open with bare
    verbs or are strange to the article, behind a paragraph that does carry on.
    """
    end = len(lines)
    while end and roles[end - 1] not in _MISTAKEN:
        end -= 1
    at = end
    while at and roles[at - 1] in _MISTAKEN and _may_lead(lines[at - 1], shown[at - 1]):
        at -= 1
    verbs = sum("verb_first" in found for found in shown[at:end])
    if _FEWEST <= end - at <= _MOST and 2 * verbs >= end - at and _carries_on(shown, at):
        return range(at, end) if _is_elsewhere(lines, at, end) else range(0)
    return _strange_run(lines, shown, roles, end)


def _is_elsewhere(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether a run of lines that look like leads is not about what the article above is about."""
    above: set[str] = set().union(*map(_words, lines[:at]))
    return sum(_share(_words(line), above) for line in lines[at:end]) < _OWN * (end - at)


def _strange_run(
    lines: Sequence[Line], shown: Sequence[set[str]], roles: Sequence[Role], end: int
) -> range:
    """A run that is known by being about other things than the article, the longest one."""
    if end <= _FEWEST or not _may_lead(lines[end - 1], shown[end - 1]):
        return range(0)
    first = max(1, end - _MOST)
    if not any("verb_first" in shown[at] or _opens(lines[at]) for at in range(first, end)):
        return range(0)
    words = [_words(line) for line in lines[:end]]
    above: set[str] = set().union(*words[: end - _FEWEST])
    shares = {
        at: _share(words[at], above if at >= end - _FEWEST else set().union(*words[:at]))
        for at in range(first, end)
    }
    for at in range(first, end - _FEWEST + 1):
        run = range(at, end)
        if all(roles[i] in _MISTAKEN for i in run) and _is_strange(lines, shown, run, shares):
            return run
    return range(0)


def _is_strange(
    lines: Sequence[Line], shown: Sequence[set[str]], run: range, shares: dict[int, float]
) -> bool:
    leads = [_may_lead(lines[i], shown[i]) for i in run]
    long = all(len(lines[i].text) > _SHORTEST_INSIDE for i in run)
    if not leads[0] or leads.count(False) > 1 or not long or max(shares[i] for i in run) > _OWN:
        return False
    verbs = sum("verb_first" in shown[i] or _opens(lines[i]) for i in run)
    mean = sum(shares[i] for i in run) / len(run)
    if _carries_on(shown, run.start):
        return (mean < _STRANGE and verbs > 0) or (
            mean < _RELATED and 2 * verbs >= len(run) and all(leads)
        )
    return (
        mean < _STRANGE
        and 5 * verbs >= 3 * len(run)
        and all(leads)
        and max(shares[i] for i in run) < _RELATED
    )


def _may_lead(line: Line, found: Set[str]) -> bool:
    return found.isdisjoint(_NO_LEAD) and len(line.text) > _SHORTEST


def _carries_on(shown: Sequence[set[str]], at: int) -> bool:
    """Whether the line before one carries on from those before it."""
    return at > 0 and not shown[at - 1].isdisjoint(_CARRIED)


def _opens(line: Line) -> bool:
    return _PAST.match(line.folded) is not None


def _words(line: Line) -> set[str]:
    return {_PROCLITIC.sub("", word, count=1) for word in _WORD.findall(line.folded)}


def _share(words: set[str], above: set[str]) -> float:
    return len(words & above) / len(words) if words else 1.0
