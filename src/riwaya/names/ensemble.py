"""The CRF and the encoder as one tagger: their probabilities mixed, the best label sequence of the mixture.

Off unless asked for: :func:`use_embeddings`, or ``RIWAYA_EMBEDDINGS=1``, which worker processes inherit.
Needs the ``[embeddings]`` extra.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from riwaya.names.encoder.reader import EncoderReader

Floats = npt.NDArray[np.float32]
Posteriors = Callable[[Sequence[str], Sequence[str]], Floats]
"""Words and labels → the probability of each label at each word."""

VARIABLE = "RIWAYA_EMBEDDINGS"
SHARE = 0.4
"""The encoder's weight in the mixture of log probabilities; chosen on the held-out tenth."""

NO_NAME = 0.4
"""What the mixture takes off the log probability of O: both models miss more than they invent. Chosen there too."""

_NEVER = np.float32(-1e9)
_LEAST = 1e-6


def use_embeddings(*, wanted: bool) -> None:
    """Have this process, and the workers it starts, tag names with the encoder too.

    Raises :class:`~riwaya.errors.RiwayaError` ``missing_part`` where the extra is not installed.
    """
    if not wanted:
        os.environ.pop(VARIABLE, None)
        return
    reader()
    os.environ[VARIABLE] = "1"


def embeddings() -> bool:
    """Whether names are tagged with the encoder too."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def reader() -> EncoderReader:
    """The encoder, loaded on first use: what reads without it does not wait for it."""
    from riwaya.names.encoder import reader as encoder

    return encoder.reader()


def mixed(words: Sequence[str], posteriors: Posteriors) -> Floats:
    """Log probabilities of the mixture, words × the encoder's labels."""
    return mixture(words, reader().log_probabilities(words), posteriors)


def mixture(words: Sequence[str], encoder: Floats, posteriors: Posteriors) -> Floats:
    """The mixture, where the encoder has read the words (in whatever company) already."""
    ours = np.log(np.maximum(posteriors(words, reader().labels), _LEAST)).astype(np.float32)
    both = SHARE * encoder + (1 - SHARE) * ours
    both[:, reader().labels.index("O")] -= NO_NAME
    return normalised(both)


def normalised(scores: Floats) -> Floats:
    """Logarithms of each row's probabilities, from scores."""
    scores = scores - scores.max(axis=-1, keepdims=True)
    out: Floats = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return out


def best_labels(scores: Floats, labels: Sequence[str]) -> list[str]:
    """The best sequence in which every I- continues a name of its type (Viterbi)."""
    allowed = _allowed(tuple(labels))
    best = scores[0] + _starts(tuple(labels))
    back = []
    for row in scores[1:]:
        steps = best[:, None] + allowed
        back.append(steps.argmax(axis=0))
        best = steps.max(axis=0) + row
    at = int(best.argmax())
    path = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        path.append(at)
    return [labels[k] for k in reversed(path)]


@cache
def _allowed(labels: tuple[str, ...]) -> Floats:
    return np.array(
        [
            [_NEVER if b[0] == "I" and (a == "O" or a[2:] != b[2:]) else 0 for b in labels]
            for a in labels
        ],
        np.float32,
    )


@cache
def _starts(labels: tuple[str, ...]) -> Floats:
    return np.array([_NEVER if label[0] == "I" else 0 for label in labels], np.float32)
