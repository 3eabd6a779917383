"""The roles of a page's lines, decided together: scores of each line, and of each role after another.

The scores stand in ``data/reading/roles.toml``: a weight for a feature and a role, and one for a
role after a role.  The best sequence is found by the Viterbi algorithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.model import Role
from riwaya.reading.lexicon import table

_ROLES: tuple[Role, ...] = (
    "title", "repeated_title", "section", "byline", "caption", "paragraph", "subheading",
    "related", "source", "form", "navigation", "end",
)  # fmt: skip
# Before the title, a date line or a menu may stand and the title still come; behind it, no second title does.
_STATES: tuple[str, ...] = (*_ROLES, "head_byline", "head_navigation")
_SCORED_AS: tuple[int, ...] = tuple(_ROLES.index(state.removeprefix("head_")) for state in _STATES)
_IMPOSSIBLE = -1e9
_BEAM = 12.0
"""Roles that score this far under a line's best are not followed."""


@cache
def _weights() -> dict[str, tuple[tuple[int, float], ...]]:
    """By feature, the weight of each role that it speaks for or against."""
    at = {role: i for i, role in enumerate(_ROLES)}
    return {
        feature: tuple((at[role], float(weight)) for role, weight in weights.items())
        for feature, weights in table("roles")["feature"].items()
    }


@cache
def _follows() -> tuple[tuple[float, ...], ...]:
    """The weight of each state (second index) after each state (first index)."""
    return tuple(_row(state) for state in _STATES)


@cache
def _row(state: str) -> tuple[float, ...]:
    weights = table("roles")["after"][state]
    other, head = float(weights.get("other", 0.0)), float(weights.get("head", _IMPOSSIBLE))
    return tuple(
        float(weights.get(to, head if to.startswith("head_") else other)) for to in _STATES
    )


def _scores(found: set[str]) -> list[float]:
    out = [0.0] * len(_ROLES)
    weights = _weights()
    for feature in found:
        for role, weight in weights.get(feature, ()):
            out[role] += weight
    return [out[role] for role in _SCORED_AS]


def decide(found: Sequence[set[str]]) -> list[Role]:
    """The best role of each line, given the features of all. Linear in the number of lines."""
    if not found:
        return []
    follows = _follows()
    best = [a + b for a, b in zip(_row("start"), _scores(found[0]), strict=True)]
    alive = _alive(best)
    back: list[dict[int, int]] = []
    for features in found[1:]:
        scores = _scores(features)
        wanted = _alive(scores)
        reached, came = [_IMPOSSIBLE] * len(_STATES), {}
        for state in wanted:
            source = max(alive, key=lambda before: best[before] + follows[before][state])
            reached[state] = best[source] + follows[source][state] + scores[state]
            came[state] = source
        back.append(came)
        best, alive = reached, wanted
    state = max(alive, key=lambda one: best[one])
    path = [state]
    for came in reversed(back):
        path.append(state := came[state])
    return [_ROLES[_SCORED_AS[state]] for state in reversed(path)]


def _alive(scores: Sequence[float]) -> list[int]:
    """The states that may still win. Never empty."""
    floor = max(scores) - _BEAM
    return [state for state, score in enumerate(scores) if score >= floor]
