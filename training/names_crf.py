"""Train a linear-chain CRF on sentences whose words have a probability of each label, by L-BFGS.

A hand-labelled word has one label of probability 1.  A word that a teacher labelled has the teacher's
probabilities (distillation, Hinton et al. 2015): the model learns how sure to be, too.  What is
minimised is the cross entropy to the chain that these give, and the squares of the weights.

Attributes hang on *units* (a word at a place, a gazetteer's label at a place), words of running text
repeat, and so scores are made a unit and gathered a word: a step over a million words takes two seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize

from riwaya.names.crf import may_follow

Floats = npt.NDArray[np.float32]
Unit = tuple[object, ...]

LABELS = ("O", *(f"{p}-{t}" for t in ("PERS", "LOC", "ORG", "MISC") for p in "BI"))
_BEGINS = np.array([label[0] != "I" for label in LABELS], np.float32)
_FOLLOWS = may_follow(LABELS)
_NEVER = -1e4
_FURTHEST = 15.0
"""Weights between labels are kept within this while the search tries steps that are too long."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: its words, the probability of each label at each word, and how much it counts."""

    words: Sequence[str]
    targets: Floats
    weight: float = 1.0


def certain(labels: Iterable[str]) -> Floats:
    """Probabilities of hand-made labels."""
    rows = [LABELS.index(label) for label in labels]
    return np.eye(len(LABELS), dtype=np.float32)[rows]


class Corpus:
    """Sentences made ready: words of all sentences by their place in the sentence, long sentences first.

    ``steps``: how many sentences have a word at each place; the words of a place stand together.
    """

    def __init__(
        self,
        examples: Sequence[Example],
        units_of: Callable[[Sequence[str]], list[list[Unit]]],
        attributes_of: Callable[[Unit], Iterable[str]],
        least: int,
    ) -> None:
        order = sorted(range(len(examples)), key=lambda k: -len(examples[k].words))
        lengths = np.array([len(examples[k].words) for k in order])
        self.steps = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left").tolist()
        self.at = np.concatenate([[0], np.cumsum(self.steps)])
        targets = np.zeros((self.at[-1], len(LABELS)), np.float32)
        self.weights = np.zeros(self.at[-1], np.float32)
        units: dict[Unit, int] = {}
        rows: list[npt.NDArray[np.int64]] = []
        columns: list[int] = []
        for row, k in enumerate(order):
            example = examples[k]
            places = self.at[: len(example.words)] + row
            targets[places], self.weights[places] = example.targets, example.weight
            made = units_of(example.words)
            rows.append(np.repeat(places, [len(one) for one in made]))
            columns += [units.setdefault(unit, len(units)) for one in made for unit in one]
        self.places = _ones(np.concatenate(rows), columns, (self.at[-1], len(units)))
        counts = np.asarray(self.places.sum(axis=0)).ravel()
        lists = [list(attributes_of(unit)) for unit in units]
        self.names, self.attributes = _attributes(lists, counts, least)
        self.places_back, self.attributes_back = (
            matrix.T.tocsr() for matrix in (self.places, self.attributes)
        )
        chain = Chain(self, np.log(np.maximum(targets, 1e-9)), np.zeros((len(LABELS),) * 2))
        self.expected = self.gathered(chain.words())
        self.expected_pairs = chain.pairs()

    def scores(self, weights: Floats) -> Floats:
        out: Floats = self.places @ (self.attributes @ weights)
        return out

    def gathered(self, values: Floats) -> Floats:
        """What values of words (weighted) come to, an attribute."""
        out: Floats = self.attributes_back @ (self.places_back @ (values * self.weights[:, None]))
        return out


def _ones(rows: npt.ArrayLike, columns: npt.ArrayLike, shape: tuple[int, int]) -> sparse.csr_matrix:
    ones = np.ones(len(np.asarray(columns)), np.float32)
    return sparse.csr_matrix((ones, (np.asarray(rows), np.asarray(columns))), shape)


def _attributes(
    lists: list[list[str]], counts: Floats, least: int
) -> tuple[list[str], sparse.csr_matrix]:
    """The attributes that ``least`` words have, and units × attributes."""
    total: Counter[str] = Counter()
    for names, count in zip(lists, counts.tolist(), strict=True):
        for name in names:
            total[name] += count
    kept = sorted(name for name, count in total.items() if count >= least)
    number = {name: k for k, name in enumerate(kept)}
    pairs = [(row, number[n]) for row, names in enumerate(lists) for n in names if n in number]
    rows, columns = np.array(pairs).T
    return kept, _ones(rows, columns, (len(lists), len(kept)))


class Chain:
    """Forward and backward over a corpus, all sentences at once."""

    def __init__(self, corpus: Corpus, scores: Floats, between: npt.NDArray[np.float64]) -> None:
        self._corpus = corpus
        top = scores.max(axis=1)
        self._likely = np.exp(np.maximum(scores - top[:, None], -40)).astype(np.float32)
        limited = np.where(_FOLLOWS, between.clip(-_FURTHEST, _FURTHEST), _NEVER)
        self._odds = np.exp(limited).astype(np.float32)
        self._ahead = np.empty_like(self._likely)
        self._sizes = np.empty(len(scores), np.float32)
        now = self._likely[: corpus.steps[0]] * _BEGINS
        for step in range(len(corpus.steps)):
            at = self._slice(step)
            if step:
                now = (now[: corpus.steps[step]] @ self._odds) * self._likely[at]
            size = np.maximum(now.sum(axis=1), 1e-30)
            now = now / size[:, None]
            self._ahead[at], self._sizes[at] = now, size
        self.log_sum = np.log(self._sizes) + top
        self._behind = np.ones_like(self._likely)
        for step in range(len(corpus.steps) - 2, -1, -1):
            later = self._slice(step + 1)
            first = self._slice(step).start
            into = self._likely[later] * self._behind[later] / self._sizes[later, None]
            self._behind[first : first + corpus.steps[step + 1]] = into @ self._odds.T

    def _slice(self, step: int) -> slice:
        return slice(int(self._corpus.at[step]), int(self._corpus.at[step + 1]))

    def words(self) -> Floats:
        """The probability of each label at each word."""
        out: Floats = self._ahead * self._behind
        return out

    def pairs(self) -> npt.NDArray[np.float64]:
        """How often each label is expected before each other, weighted."""
        corpus = self._corpus
        out = np.zeros((len(LABELS),) * 2)
        for step in range(1, len(corpus.steps)):
            at = self._slice(step)
            before = self._slice(step - 1).start
            into = self._likely[at] * self._behind[at]
            into *= (corpus.weights[at] / self._sizes[at])[:, None]
            out += self._ahead[before : before + corpus.steps[step]].T @ into
        return out * self._odds * _FOLLOWS


def train(corpus: Corpus, squares: float, iterations: int) -> tuple[Floats, Floats]:
    """Weights (attributes × labels) and weights between labels; ``squares``: what half of a squared weight costs."""
    shape = (len(corpus.names), len(LABELS))
    count = shape[0] * shape[1]

    def loss(x: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = x[:count].reshape(shape).astype(np.float32)
        between = x[count:].reshape(len(LABELS), -1)
        chain = Chain(corpus, corpus.scores(weights), between)
        value = float((chain.log_sum.astype(np.float64) * corpus.weights).sum())
        value -= float((corpus.expected.astype(np.float64) * weights).sum())
        value -= float((corpus.expected_pairs * between).sum())
        slope = (corpus.gathered(chain.words()) - corpus.expected).ravel()
        slope_between = (chain.pairs() - corpus.expected_pairs).ravel()
        return (
            value + squares * float(x @ x) / 2,
            np.concatenate([slope.astype(np.float64), slope_between]) + squares * x,
        )

    found = minimize(
        loss, np.zeros(count + len(LABELS) ** 2), jac=True, method="L-BFGS-B",
        options={"maxiter": iterations, "maxcor": 8, "maxfun": 2 * iterations},
    ).x  # fmt: skip
    between = found[count:].reshape(len(LABELS), -1)
    return found[:count].reshape(shape).astype(np.float32), between.astype(np.float32)
