"""Label probabilities of words by the fine-tuned encoder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from riwaya.errors import RiwayaError
from riwaya.names.encoder.deltas import FineTuned, load
from riwaya.names.encoder.packed import INSTALL, Floats, model_path, open_packed
from riwaya.names.encoder.transformer import Encoder
from riwaya.names.ensemble import normalised

MODEL = "encoder.npz"
MOST_PIECES = 160
"""Pieces of one window, as in training."""

_LONGEST_WORD = 24
"""Pieces of one word that are read."""


class EncoderReader:
    """The encoder with its head. Windows are runs of whole words."""

    def __init__(self, encoder: Encoder, tuned: FineTuned) -> None:
        self._encoder, self._tuned = encoder, tuned
        self.labels = tuned.labels

    def pieces(self, words: Sequence[str]) -> int:
        """How many pieces of a window the words take."""
        vocabulary = self._encoder.packed.vocabulary
        return sum(len(vocabulary.pieces(word)[:_LONGEST_WORD]) for word in words)

    def log_probabilities(self, words: Sequence[str]) -> Floats:
        """Words × labels, natural logarithms."""
        vocabulary = self._encoder.packed.vocabulary
        windows: list[list[int]] = []
        ends: list[tuple[int, int]] = []
        before = 0
        for pieces in (vocabulary.pieces(word)[:_LONGEST_WORD] for word in words):
            if not windows or len(windows[-1]) + len(pieces) >= MOST_PIECES:
                before += len(windows[-1]) + 1 if windows else 0
                windows.append([vocabulary.start])
            first = before + len(windows[-1])
            windows[-1] += pieces
            ends.append((first, first + len(pieces) - 1))
        if not windows:
            return np.zeros((0, len(self.labels)), np.float32)
        states = self._encoder.states([[*window, vocabulary.end] for window in windows])
        both = np.concatenate([states[[a for a, _ in ends]], states[[b for _, b in ends]]], axis=1)
        return normalised(both @ self._tuned.head.T + self._tuned.bias)


@cache
def reader() -> EncoderReader:
    """The encoder as it ships; ``missing_part`` where the extra is not installed."""
    resource = files("riwaya") / "data" / "names" / "models" / MODEL
    if not resource.is_file():
        raise RiwayaError("missing_part", what=f"the fine-tuned encoder ({MODEL})", todo=INSTALL)
    with as_file(resource) as path:
        tuned = load(path)
    return EncoderReader(Encoder(open_packed(model_path()), tuned.deltas), tuned)
