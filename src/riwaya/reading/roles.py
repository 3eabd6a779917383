"""The roles of a page's lines, decided together by a linear-chain conditional random field.

A line's features, and those of the lines before and behind it, speak for and against each role;
each role speaks for and against the next.  The best sequence is found by the Viterbi algorithm.

The weights are trained (``data/reading/models/lines.npz``, with its card): they start from the ones
set by hand in ``data/reading/roles.toml`` and move only as far as labelled pages ask for.  Features
that training has not seen, such as what markup says, keep their hand-set weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np
import numpy.typing as npt

from riwaya.model import Role
from riwaya.reading.lexicon import table

Floats = npt.NDArray[np.float32]

_ROLES: tuple[Role, ...] = (
    "title", "repeated_title", "section", "byline", "caption", "paragraph", "subheading",
    "related", "source", "form", "navigation", "end",
)  # fmt: skip
# Before the title, a date line, a menu or a list of links may stand and the title still come; behind
# it, no second title does.
_HEADS = ("byline", "navigation", "related", "form", "caption")
STATES: tuple[str, ...] = (*_ROLES, *(f"head_{role}" for role in _HEADS))
"""What the sequence runs through: a role, or a role above the title."""
ROLE_OF: tuple[Role, ...] = tuple(_ROLES[_ROLES.index(s.removeprefix("head_"))] for s in STATES)
IMPOSSIBLE = -1e9
"""The weight of a state after a state that it never follows."""
SIDES = ("own", "before", "behind")
"""Whose features a weight is for: the line's, or those of the line before or behind it."""
_NEXT = 3 * len(STATES)


@dataclass(frozen=True)
class Weights:
    """A model: ``features`` (name to row), ``emit`` (row, side and state), ``follow``, ``start``."""

    features: dict[str, int]
    emit: Floats
    follow: Floats
    start: Floats

    def scores(self, found: Sequence[set[str]]) -> Floats:
        """How well each state (column) fits each line (row), by its features and its neighbours'."""
        row_of = self.features
        rows = [[row_of[name] for name in line if name in row_of] or [0] for line in found]
        at = np.fromiter(chain.from_iterable(rows), dtype=np.intp)
        ends = np.cumsum([len(row) for row in rows])
        sums = np.add.reduceat(self.emit[at], np.concatenate(([0], ends[:-1])), axis=0)
        size = len(STATES)
        out: Floats = sums[:, :size].copy()
        out[1:] += sums[:-1, size : 2 * size]
        out[:-1] += sums[1:, 2 * size :]
        return out


@cache
def by_hand() -> Weights:
    """The weights that ``roles.toml`` sets; row 0 is that of a line without a known feature."""
    told = table("roles")["feature"]
    emit = np.zeros((len(told) + 1, _NEXT), dtype=np.float32)
    for row, weights in enumerate(told.values(), 1):
        for at, role in enumerate(ROLE_OF):
            emit[row, at] = weights.get(role, 0.0)
    follow = np.array([_follows(state) for state in STATES], dtype=np.float32)
    start = np.array(_follows("start"), dtype=np.float32)
    return Weights({name: row for row, name in enumerate(told, 1)}, emit, follow, start)


def _follows(state: str) -> list[float]:
    """The hand-set weight of each state after ``state``."""
    weights = table("roles")["after"].get(state) or table("roles")["after"]["head_navigation"]
    other, head = float(weights.get("other", 0.0)), float(weights.get("head", IMPOSSIBLE))
    return [float(weights.get(to, head if to.startswith("head_") else other)) for to in STATES]


@cache
def trained() -> Weights:
    """The trained model, with the hand-set weights of features that it does not know."""
    hand = by_hand()
    path = files("riwaya") / "data" / "reading" / "models" / "lines.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as model:
        names = [str(name) for name in model["features"]]
        emit = model["emit"].astype(np.float32)
        follow, start = model["follow"].astype(np.float32), model["start"].astype(np.float32)
    unknown = [name for name in hand.features if name not in set(names)]
    rows = [np.zeros((1, _NEXT), dtype=np.float32), emit]
    rows += [hand.emit[hand.features[name]][None] for name in unknown]
    index = {name: row for row, name in enumerate([*names, *unknown], 1)}
    return Weights(index, np.concatenate(rows), follow, start)


def decide(found: Sequence[set[str]], weights: Weights | None = None) -> list[Role]:
    """The best role of each line, given the features of all. Linear in the number of lines."""
    if not found:
        return []
    model = weights or trained()
    return [ROLE_OF[state] for state in best_path(model.scores(found), model)]


def best_path(scores: Floats, model: Weights) -> list[int]:
    """The states of the best sequence, by the Viterbi algorithm."""
    best = scores[0] + model.start
    follow = model.follow.T
    back = []
    for line in scores[1:]:
        reach = follow + best
        came = reach.argmax(axis=1)
        back.append(came)
        best = reach.max(axis=1) + line
    state = int(best.argmax())
    path = [state]
    for came in reversed(back):
        path.append(state := int(came[state]))
    return path[::-1]
