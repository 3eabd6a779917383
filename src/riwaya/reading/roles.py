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
    """The weight of each role (second index) after each role (first index)."""
    after = table("roles")["after"]
    return tuple(
        tuple(float(after[a].get(b, after[a].get("other", 0.0))) for b in _ROLES) for a in _ROLES
    )


@cache
def _opens() -> tuple[float, ...]:
    start = table("roles")["after"]["start"]
    return tuple(float(start.get(role, start.get("other", 0.0))) for role in _ROLES)


def _scores(found: set[str]) -> list[float]:
    out = [0.0] * len(_ROLES)
    weights = _weights()
    for feature in found:
        for role, weight in weights.get(feature, ()):
            out[role] += weight
    return out


def decide(found: Sequence[set[str]]) -> list[Role]:
    """The best role of each line, given the features of all. Linear in the number of lines."""
    if not found:
        return []
    follows = _follows()
    best = [a + b for a, b in zip(_opens(), _scores(found[0]), strict=True)]
    alive = _alive(best)
    back: list[dict[int, int]] = []
    for features in found[1:]:
        scores = _scores(features)
        wanted = _alive(scores)
        reached, came = [_IMPOSSIBLE] * len(_ROLES), {}
        for role in wanted:
            source = max(alive, key=lambda before: best[before] + follows[before][role])
            reached[role] = best[source] + follows[source][role] + scores[role]
            came[role] = source
        back.append(came)
        best, alive = reached, wanted
    role = max(alive, key=lambda r: best[r])
    path = [role]
    for came in reversed(back):
        path.append(role := came[role])
    return [_ROLES[r] for r in reversed(path)]


def _alive(scores: Sequence[float]) -> list[int]:
    floor = max(scores) - _BEAM
    return [role for role, score in enumerate(scores) if score >= floor]
