"""A linear-chain CRF (Lafferty et al. 2001) as it is read: what attributes say, and the labels' probabilities.

A model is a row of weights an attribute, in eight bits, and weights between neighbouring labels.
training/names_crf.py makes it.  Labels are read off the probabilities (posterior decoding): that finds
more than the best path does, and the probabilities are needed anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_NEVER = np.float32(-1e4)
_LEVEL_EVERY = 4
"""Steps after which the running products are brought back to one."""


@dataclass(frozen=True, slots=True)
class Model:
    """``weights``: attributes × labels in eight bits, each row in units of its ``scales``; O is the first label."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    weights: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float16]
    transitions: Floats
    """From a label to the next; forbidden ones far below zero."""

    def scores(self, attributes: Iterable[str]) -> Floats:
        """The sum of the attributes' weights, a label; an attribute without weights counts nothing."""
        rows = [row for name in attributes if (row := self.rows.get(name)) is not None]
        out: Floats = self.scales[rows].astype(np.float32) @ self.weights[rows].astype(np.float32)
        return out


def save(path: Path, names: Sequence[str], weights: Floats, transitions: Floats, labels: Sequence[str]) -> None:  # fmt: skip
    """Write a model; attributes that weigh nothing are left out."""
    order = [k for k in sorted(range(len(names)), key=names.__getitem__) if weights[k].any()]
    table = weights[order]
    scales = np.maximum((np.abs(table).max(axis=1) / 127).astype(np.float16), np.float16(1e-6))
    steps = np.rint(table / scales[:, None].astype(np.float32)).clip(-127, 127).astype(np.int8)
    with path.open("wb") as out:
        np.savez_compressed(
            out,
            labels=np.array(labels),
            attributes=np.frombuffer("\n".join(names[k] for k in order).encode(), np.uint8),
            weights=np.ascontiguousarray(steps.T),
            scales=scales,
            transitions=transitions.astype(np.float32),
        )


def load(path: Path) -> Model:
    """Read what :func:`save` wrote."""
    with np.load(path) as stored:
        labels = tuple(str(label) for label in stored["labels"])
        names = stored["attributes"].tobytes().decode().split("\n")
        between = np.where(may_follow(labels), stored["transitions"], _NEVER).astype(np.float32)
        rows = {name: row for row, name in enumerate(names)}
        weights = np.ascontiguousarray(stored["weights"].T)
        return Model(labels, rows, weights, stored["scales"], between)


def may_follow(labels: Sequence[str]) -> npt.NDArray[np.bool_]:
    """From a label × to a label: an I- only continues a name of its type."""
    return np.array(
        [[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in labels] for a in labels], np.bool_
    )


def probabilities(scores: Floats, lengths: Sequence[int], model: Model) -> Floats:
    """The probability of each label at each word of texts one behind another, by forward and backward.

    ``scores``: words × labels; ``lengths``: words a text, none of them 0.  All texts go on together, step by
    step, the longer ones first, so that those still going on are the first ones.
    """
    sizes = np.array(lengths)
    firsts = np.cumsum(sizes) - sizes
    order = np.argsort(-sizes, kind="stable")
    first, last = firsts[order], (firsts + sizes - 1)[order]
    going = np.searchsorted(-sizes[order], -np.arange(sizes.max()), side="left").tolist()
    likely = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64))
    odds = np.exp(model.transitions.astype(np.float64))
    begins = np.array([label[0] != "I" for label in model.labels], np.float64)

    ahead, behind = np.empty_like(likely), np.empty_like(likely)
    left = right = np.empty(0)
    for step, count in enumerate(going):
        at, back = first[:count] + step, last[:count] - step
        left = likely[at] * (left[:count] @ odds if step else begins)
        behind[back] = right = right[:count] @ odds.T if step else np.ones_like(left)
        right = right * likely[back]
        if step % _LEVEL_EVERY == 0:
            left /= left.sum(axis=1, keepdims=True)
            right /= right.sum(axis=1, keepdims=True)
        ahead[at] = left
    both = ahead * behind
    out: Floats = (both / both.sum(axis=1, keepdims=True)).astype(np.float32)
    return out
