"""What fine-tuning changed, in four bits a weight: the file that stands beside the CRF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from riwaya.names.encoder.packed import BLOCK, Floats

_MOST = 7


@dataclass(frozen=True, slots=True)
class FineTuned:
    """Differences by tensor name (flat), and the head: labels × twice the width, with its bias."""

    deltas: dict[str, Floats]
    head: Floats
    bias: Floats
    labels: tuple[str, ...]


def quantised(values: Floats) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Blocks of 32 numbers as nibbles, and a scale a block; the count is a multiple of 32."""
    blocks = values.astype(np.float32).reshape(-1, BLOCK)
    scales = (np.abs(blocks).max(axis=1, keepdims=True) / _MOST).astype(np.float16)
    steps = np.divide(blocks, scales, out=np.zeros_like(blocks), where=scales > 0)
    nibbles = (np.clip(np.rint(steps), -_MOST, _MOST) + 8).astype(np.uint8)
    return nibbles[:, : BLOCK // 2] | nibbles[:, BLOCK // 2 :] << 4, scales[:, 0]


def restored(nibbles: npt.NDArray[np.uint8], scales: npt.NDArray[np.float16]) -> Floats:
    """The numbers of :func:`quantised`, flat, each within half a step."""
    whole = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    out: Floats = (whole * scales.astype(np.float32)[:, None]).ravel()
    return out


def save(
    path: Path, changed: Mapping[str, Floats], head: tuple[Floats, Floats], labels: Sequence[str]
) -> None:
    """Write a fine-tuned model: matrices in four bits, vectors (names ending in ``.b``, norms) in sixteen."""
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "head": head[0].astype(np.float16),
        "bias": head[1].astype(np.float32),
        "labels": np.array(labels),
    }
    for name, values in changed.items():
        if values.ndim > 1:
            arrays[f"{name}:4"], arrays[f"{name}:scales"] = quantised(values)
        else:
            arrays[name] = values.astype(np.float16)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def load(path: Path) -> FineTuned:
    """Read what :func:`save` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        deltas: dict[str, Floats] = {}
        for name in arrays.files:
            if name.endswith(":4"):
                scales = arrays[name.removesuffix("4") + "scales"]
                deltas[name.removesuffix(":4")] = restored(arrays[name], scales)
            elif name.startswith("l") and ":" not in name and name != "labels":
                deltas[name] = arrays[name].astype(np.float32)
        return FineTuned(
            deltas,
            arrays["head"].astype(np.float32),
            arrays["bias"].astype(np.float32),
            tuple(str(label) for label in arrays["labels"]),
        )
