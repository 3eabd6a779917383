"""The encoder's forward pass in NumPy: BERT's layers (Devlin et al. 2019) over windows of pieces."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.special import erf

from riwaya.names.encoder.packed import Floats, Packed, Sizes

MATRICES = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "aln.w", "aln.b", "fi.b", "fo.b", "oln.w", "oln.b")


def layer_shapes(sizes: Sizes) -> dict[str, tuple[int, int]]:
    """Rows and columns of one layer's matrices."""
    square = (sizes.width, sizes.width)
    return {
        **dict.fromkeys(("q.w", "k.w", "v.w", "ao.w"), square),
        "fi.w": (sizes.inner, sizes.width),
        "fo.w": (sizes.width, sizes.inner),
    }


class Encoder:
    """multilingual-e5-small, its layers changed by ``deltas`` (tensor name → what to add)."""

    def __init__(self, packed: Packed, deltas: Mapping[str, Floats] | None = None) -> None:
        self.packed, self.sizes = packed, packed.sizes
        shapes = layer_shapes(self.sizes)
        self.layers: list[dict[str, Floats]] = []
        for number in range(self.sizes.layers):
            layer: dict[str, Floats] = {}
            for part in (*MATRICES, *VECTORS):
                name = f"l{number}.{part}"
                rows, columns = shapes.get(part, (1, packed.tensors[name][1]))
                value = packed.tensor(name, columns).reshape(rows, columns)
                if deltas and name in deltas:
                    value = value + deltas[name].reshape(rows, columns)
                layer[part] = np.ascontiguousarray(value.T) if part in shapes else value[0]
            self.layers.append(layer)
        width = self.sizes.width
        self._places = packed.tensor("emb.pos", width)
        self._type = packed.tensor("emb.type", width)[0]
        self._norm = packed.tensor("emb.ln.w", width)[0], packed.tensor("emb.ln.b", width)[0]

    def states(self, windows: Sequence[Sequence[int]]) -> Floats:
        """The last layer's state of each piece, all windows' pieces one after another."""
        x = self.embedded(windows)
        bounds = np.cumsum([0, *map(len, windows)]).tolist()
        for layer in self.layers:
            x = self._layer(x, layer, bounds)
        return x

    def embedded(self, windows: Sequence[Sequence[int]]) -> Floats:
        """What enters the first layer."""
        ids, where = np.unique([p for w in windows for p in w], return_inverse=True)
        places = np.concatenate([np.arange(len(w)) for w in windows])
        words = self.packed.rows("emb.word", ids, self.sizes.width)[where]
        return _normed(words + self._places[places] + self._type, *self._norm, self.sizes.epsilon)

    def _layer(self, x: Floats, layer: dict[str, Floats], bounds: list[int]) -> Floats:
        epsilon = self.sizes.epsilon
        q, k, v = (x @ layer[f"{n}.w"] + layer[f"{n}.b"] for n in "qkv")
        mixed = np.empty_like(x)
        for a, b in itertools.pairwise(bounds):
            mixed[a:b] = self._attended(q[a:b], k[a:b], v[a:b])
        x = _normed(
            x + mixed @ layer["ao.w"] + layer["ao.b"], layer["aln.w"], layer["aln.b"], epsilon
        )
        inner = _gelu(x @ layer["fi.w"] + layer["fi.b"])
        return _normed(
            x + inner @ layer["fo.w"] + layer["fo.b"], layer["oln.w"], layer["oln.b"], epsilon
        )

    def _attended(self, q: Floats, k: Floats, v: Floats) -> Floats:
        heads, size = self.sizes.heads, self.sizes.width // self.sizes.heads
        q, k, v = (m.reshape(-1, heads, size).transpose(1, 0, 2) for m in (q, k, v))
        scores: Floats = q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(size))
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        out: Floats = (scores @ v).transpose(1, 0, 2).reshape(-1, self.sizes.width)
        return out


def _normed(x: Floats, weight: Floats, bias: Floats, epsilon: float) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True)
    scale = np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(epsilon))
    out: Floats = x / scale * weight + bias
    return out


def _gelu(x: Floats) -> Floats:
    normal: Floats = erf(x * np.float32(np.sqrt(0.5)))
    out: Floats = x * (np.float32(0.5) * (np.float32(1.0) + normal))
    return out
