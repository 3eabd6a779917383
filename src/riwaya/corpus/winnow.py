"""Winnowed fingerprints of a sequence of words.

Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
SIGMOD 2003: of every window of consecutive gram hashes the least is kept, so that two texts that
share ``GRAM + WINDOW - 1`` words in a row are sure to share a fingerprint.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from riwaya.corpus.body import Hashes

Grams = npt.NDArray[np.uint64]

GRAM = 5
"""Words in a gram."""
WINDOW = 3
"""Grams in a window, of which the least is kept."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


def gram_hashes(keys: Hashes, width: int = GRAM) -> Grams:
    """A hash of every ``width`` consecutive word hashes: ``max(0, len(keys) - width + 1)`` of them."""
    count = max(0, len(keys) - width + 1)
    grams = np.zeros(count, np.uint64)
    for offset in range(width):
        grams = grams * _MULTIPLIER + keys[offset : offset + count].astype(np.uint64)
    grams = (grams ^ (grams >> _HALF)) * _MIX
    return np.asarray(grams ^ (grams >> _HALF), np.uint64)


def winnow(keys: Hashes) -> tuple[Grams, npt.NDArray[np.int32]]:
    """The fingerprints of a page's words and the word at which each gram begins."""
    grams = gram_hashes(keys)
    if len(grams) == 0:
        return grams, np.zeros(0, np.int32)
    if len(grams) <= WINDOW:
        at = np.array([int(np.argmin(grams))])
    else:
        windows = np.lib.stride_tricks.sliding_window_view(grams, WINDOW)
        least = np.arange(len(windows)) + np.argmin(windows, axis=1)  # never goes back
        at = least[np.r_[True, np.diff(least) > 0]]
    return grams[at], at.astype(np.int32)
