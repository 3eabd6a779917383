"""Training of the linear-chain CRF over lines, with the hand-set weights as its prior.

The loss is the negative log-likelihood of the labelled pages plus ``pull`` times half the squared
distance to the prior: weights that the pages say nothing about stay as they were set by hand
(maximum a posteriori with a Gaussian prior around the hand-set weights; Chelba & Acero 2006 adapt
a maximum-entropy model so).  Expectations come from the scaled forward-backward recursion, many
pages at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from riwaya.reading.roles import IMPOSSIBLE, STATES, Weights, by_hand

Array = npt.NDArray[np.float64]
_BATCH = 256
_LONGEST = 220
_SIZE = len(STATES)
_HEADS = frozenset(state.removeprefix("head_") for state in STATES if state.startswith("head_"))


@dataclass(frozen=True, slots=True)
class Example:
    """A page's features, a set a line, and its states."""

    found: Sequence[set[str]]
    states: tuple[int, ...]


def states_of(roles: Sequence[str]) -> tuple[int, ...]:
    """The states of a page's roles: what stands above the title is told apart."""
    title = roles.index("title") if "title" in roles else 0
    return tuple(
        STATES.index(f"head_{role}" if at < title and role in _HEADS else role)
        for at, role in enumerate(roles)
    )


@dataclass(slots=True)
class _Batch:
    """Pages of like length: rows of their lines by position, and which are there."""

    rows: npt.NDArray[np.intp]
    there: npt.NDArray[np.bool_]


class Crf:
    """The training problem: pages as a sparse matrix, the objective and its gradient."""

    def __init__(self, examples: Sequence[Example], *, pull: float, least: int = 3) -> None:
        counts = Counter(name for e in examples for line in e.found for name in line)
        self.names = sorted(name for name, n in counts.items() if n >= least)
        self.pull = pull
        index = {name: at for at, name in enumerate(self.names)}
        self._matrix = self._sides([e for e in examples if len(e.found) <= _LONGEST], index)
        self._prior = self._hand()

    def _sides(self, examples: Sequence[Example], index: dict[str, int]) -> sparse.csr_matrix:
        indices: list[int] = []
        ends = [0]
        self._gold: list[int] = []
        batches: list[tuple[int, int]] = []
        size, line_number = len(index), 0
        for example in examples:
            rows = [[index[name] for name in line if name in index] for line in example.found]
            for at, row in enumerate(rows):
                indices += row
                indices += [i + size for i in rows[at - 1]] if at else []
                indices += [i + 2 * size for i in rows[at + 1]] if at + 1 < len(rows) else []
                ends.append(len(indices))
            self._gold += example.states
            batches.append((line_number, len(rows)))
            line_number += len(rows)
        batches.sort(key=lambda b: b[1])
        self._batches = [
            self._batch(batches[at : at + _BATCH]) for at in range(0, len(batches), _BATCH)
        ]
        ones = np.ones(len(indices), dtype=np.float32)
        return sparse.csr_matrix((ones, indices, ends), shape=(line_number, 3 * size))

    @staticmethod
    def _batch(pages: Sequence[tuple[int, int]]) -> _Batch:
        longest = max(length for _, length in pages)
        rows = np.zeros((longest, len(pages)), dtype=np.intp)
        there = np.zeros((longest, len(pages)), dtype=bool)
        for column, (first, length) in enumerate(pages):
            rows[:length, column] = np.arange(first, first + length)
            there[:length, column] = True
        return _Batch(rows, there)

    def _hand(self) -> Array:
        hand = by_hand()
        emit = np.zeros((3, len(self.names), _SIZE))
        for at, name in enumerate(self.names):
            if name in hand.features:
                emit[0, at] = hand.emit[hand.features[name]][:_SIZE]
        self._forbidden = hand.follow <= IMPOSSIBLE / 2
        follow = np.where(self._forbidden, 0.0, hand.follow)
        self._no_start = hand.start <= IMPOSSIBLE / 2
        start = np.where(self._no_start, 0.0, hand.start)
        return np.concatenate([emit.ravel(), follow.ravel(), start])

    def _parts(self, vector: Array) -> tuple[Array, Array, Array]:
        cut = 3 * len(self.names) * _SIZE
        emit = vector[:cut].reshape(3 * len(self.names), _SIZE)
        follow = vector[cut : cut + _SIZE * _SIZE].reshape(_SIZE, _SIZE)
        return emit, follow, vector[cut + _SIZE * _SIZE :]

    def loss(self, vector: Array) -> tuple[float, Array]:
        """The objective and its gradient."""
        emit, follow, start = self._parts(vector)
        scores = np.asarray(self._matrix @ emit)
        expected = np.zeros_like(scores)
        moves, starts = np.zeros((_SIZE, _SIZE)), np.zeros(_SIZE)
        total = 0.0
        passed = np.where(self._forbidden, 0.0, np.exp(follow))
        opened = np.where(self._no_start, 0.0, np.exp(start))
        for batch in self._batches:
            total += self._expect(batch, scores, passed, opened, expected, moves, starts)
        gold = np.array(self._gold)
        total -= float(scores[np.arange(len(gold)), gold].sum())
        expected[np.arange(len(gold)), gold] -= 1.0
        for batch in self._batches:
            first, there = gold[batch.rows], batch.there
            starts -= np.bincount(first[0], minlength=_SIZE)
            total -= float(start[first[0]].sum())
            pairs = there[1:]
            a, b = first[:-1][pairs], first[1:][pairs]
            np.subtract.at(moves, (a, b), 1.0)
            total -= float(follow[a, b].sum())
        gradient = np.concatenate(
            [np.asarray(self._matrix.T @ expected).ravel(), moves.ravel(), starts]
        )
        away = vector - self._prior
        return total + 0.5 * self.pull * float(away @ away), gradient + self.pull * away

    @staticmethod
    def _expect(
        batch: _Batch,
        scores: Array,
        passed: Array,
        opened: Array,
        expected: Array,
        moves: Array,
        starts: Array,
    ) -> float:
        rows, there = batch.rows, batch.there
        shown = scores[rows]
        top = shown.max(axis=2, keepdims=True)
        local = np.exp(shown - top)
        ahead = np.empty_like(local)
        scale = np.ones(there.shape)
        total = float((top[..., 0] * there).sum())
        for at in range(len(rows)):
            step = opened * local[0] if at == 0 else (ahead[at - 1] @ passed) * local[at]
            scale[at] = np.where(there[at], step.sum(axis=1), 1.0)
            ahead[at] = np.where(
                there[at][:, None], step / scale[at][:, None], ahead[at - 1] if at else step
            )
        total += float(np.log(scale).sum())
        back = np.ones(local.shape[1:])
        for at in range(len(rows) - 1, -1, -1):
            chance = ahead[at] * back
            here = there[at]
            expected[rows[at][here]] = chance[here]
            if at == 0:
                starts += chance.sum(axis=0)
                break
            behind = local[at] * back / scale[at][:, None]
            moves += (ahead[at - 1] * here[:, None]).T @ (behind * here[:, None]) * passed
            back = np.where(here[:, None], behind @ passed.T, back)
        return total

    def fit(self, iterations: int) -> Weights:
        """Trained weights."""
        done = optimize.minimize(
            self.loss,
            self._prior,
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": iterations, "maxcor": 8},
        )
        emit, follow, start = self._parts(done.x)
        sides = (
            emit.reshape(3, len(self.names), _SIZE)
            .transpose(1, 0, 2)
            .reshape(len(self.names), 3 * _SIZE)
        )
        rows = np.concatenate([np.zeros((1, 3 * _SIZE)), sides]).astype(np.float32)
        hand = by_hand()
        unknown = [name for name in hand.features if name not in set(self.names)]
        rows = np.concatenate([rows, *(hand.emit[hand.features[name]][None] for name in unknown)])
        index = {name: at for at, name in enumerate([*self.names, *unknown], 1)}
        follow = np.where(self._forbidden, IMPOSSIBLE, follow).astype(np.float32)
        start = np.where(self._no_start, IMPOSSIBLE, start).astype(np.float32)
        return Weights(index, rows, follow, start)
