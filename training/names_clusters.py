"""Learn word clusters from raw news, for the tagger's features.

    python -m training.names_clusters NEWS.jsonl.gz... -o src/riwaya/data/names/models/clusters.tsv.zst

Words that stand in like places get like clusters: positive pointwise mutual information of each
word with its neighbours at -2, -1, +1, +2, reduced by a randomised SVD (Halko et al. 2011), then
k-means at four grains.  No text leaves: the table holds single folded words and cluster numbers.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import zstandard
from scipy import sparse

from riwaya.arabic import fold_key
from riwaya.names.features import WORD

FloatMatrix = npt.NDArray[np.float32]
OFFSETS = (-2, -1, 1, 2)
GRAINS = (96, 256, 768, 2048)


def sentences(paths: list[Path]) -> Iterator[list[str]]:
    """Each line of each article as folded words, digits as 0."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                for part in f"{record['title']}\n{record['text']}".split("\n"):
                    key = fold_key(part)
                    yield ["0" if w[0].isdigit() else w for w in WORD.findall(key)]


def cooccurrence(lines: list[npt.NDArray[np.int32]], rows: int, columns: int) -> sparse.csr_matrix:
    """Counts of word (row) with positioned neighbour (column); ids at or over a size are left out."""
    total = sparse.csr_matrix((rows, columns * len(OFFSETS)), dtype=np.float32)
    for at in range(0, len(lines), 100_000):
        padded = np.concatenate([np.append(x, [-1, -1]) for x in lines[at : at + 100_000]])
        for index, offset in enumerate(OFFSETS):
            left, right = padded[2:-2], padded[2 + offset : len(padded) - 2 + offset]
            kept = (left >= 0) & (left < rows) & (right >= 0) & (right < columns)
            pairs = (left[kept], right[kept] + index * columns)
            ones = np.ones(len(pairs[0]), dtype=np.float32)
            total = total + sparse.csr_matrix((ones, pairs), shape=total.shape)
    return total


def ppmi(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive PMI, context counts smoothed by the power 0.75 (Levy et al. 2015)."""
    row = np.asarray(counts.sum(axis=1)).ravel()
    column = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    column /= column.sum()
    entries = counts.tocoo()
    values = np.log(entries.data / (row[entries.row] * column[entries.col] + 1e-9))
    kept = values > 0
    return sparse.csr_matrix(
        (values[kept].astype(np.float32), (entries.row[kept], entries.col[kept])),
        shape=counts.shape,
    )


def embed(matrix: sparse.csr_matrix, size: int, seed: int = 7) -> FloatMatrix:
    """Rows as unit vectors of ``size`` numbers."""
    rng = np.random.default_rng(seed)
    probe = rng.standard_normal((matrix.shape[1], size + 20)).astype(np.float32)
    basis, _ = np.linalg.qr(matrix @ probe)
    for _ in range(2):
        basis, _ = np.linalg.qr(matrix @ (matrix.T @ basis))
    u, s, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    vectors = (basis @ u[:, :size]) * np.sqrt(s[:size])
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: FloatMatrix = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
    return unit


def kmeans(vectors: FloatMatrix, k: int, rounds: int = 20, seed: int = 7) -> npt.NDArray[np.int64]:
    """Spherical k-means."""
    rng = np.random.default_rng(seed)
    centres = vectors[rng.choice(min(len(vectors), 20_000), k, replace=False)].copy()
    labels = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(rounds):
        for at in range(0, len(vectors), 20_000):
            labels[at : at + 20_000] = (vectors[at : at + 20_000] @ centres.T).argmax(axis=1)
        sums = sparse.csr_matrix(
            (np.ones(len(labels), dtype=np.float32), (labels, np.arange(len(labels)))),
            shape=(k, len(labels)),
        )
        centres = sums @ vectors
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
    return labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--least", type=int, default=4)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    texts = list(sentences(args.news))
    for words in texts:
        counts.update(words)
    vocabulary = [w for w, n in counts.most_common() if n >= args.least]
    ids = {w: i for i, w in enumerate(vocabulary)}
    lines = [np.array([ids.get(w, 1 << 30) for w in x], dtype=np.int32) for x in texts if x]
    print(len(vocabulary), "words of", sum(counts.values()))
    vectors = embed(ppmi(cooccurrence(lines, len(vocabulary), 6000)), 100)
    grains = [kmeans(vectors, k) for k in GRAINS]
    rows = (
        "\t".join((w, *(str(g[i]) for g in grains), str(counts[w])))
        for i, w in enumerate(vocabulary)
    )
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(zstandard.compress("\n".join(rows).encode(), 19))


if __name__ == "__main__":
    main()
