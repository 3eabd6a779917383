"""Pages as sparse vectors: one view a zone or mixture of zones, weighted by rarity.

``ltc``-like weighting (Salton and Buckley 1988): logarithm of the zone-weighted count, times
inverse document frequency, at unit length.  The frequencies are those of the corpus at hand over
a table of Arabic news at large (``data/corpus/frequencies.npz``), so that five pages are weighed as
sanely as thirty thousand.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from riwaya.corpus.digest import Digest

Floats = npt.NDArray[np.float32]
Matrix = Any
"""A SciPy CSR matrix, which has no types."""

_UNKNOWN = 2.0  # pages of the table that an unknown term is taken to stand in
_PRIOR_PAGES = 300  # pages that a small corpus is taken to stand among when entities are weighed


@dataclass(frozen=True, slots=True)
class View:
    """How a page becomes a vector: the weight of each zone, and whether pairs of stems count."""

    zones: tuple[float, ...]
    pairs: bool


VIEWS: dict[str, View] = {
    "headline": View((1, 1, 0, 0), pairs=False),
    "lead": View((2, 1, 1, 0), pairs=True),
}


@cache
def _table() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint16], int]:
    path = resources.files("riwaya") / "data" / "corpus" / "frequencies.npz"
    with path.open("rb") as file, np.load(file) as table:
        return table["terms"], table["counts"], int(table["pages"])


def rarity(terms: npt.NDArray[np.uint32], pages: npt.NDArray[np.int64], total: int) -> Floats:
    """The inverse document frequency of sorted ``terms``, each in ``pages`` of ``total`` pages."""
    known, counts, table_pages = _table()
    at = np.minimum(np.searchsorted(known, terms), len(known) - 1)
    often = np.where(known[at] == terms, counts[at], _UNKNOWN)
    return np.asarray(np.log((table_pages + total) / (often + pages)), np.float32)


def vectors(pages: Sequence[Digest]) -> dict[str, Matrix]:
    """For each view a CSR matrix of unit rows, one a page; terms of a single page have no column.

    Beside :data:`VIEWS` there is ``named``, the entities and places of the titles.
    """
    found = [page.story_terms() for page in pages]
    lengths = [len(terms) for terms, _ in found]
    rows = np.repeat(np.arange(len(pages), dtype=np.int32), lengths)
    every = np.concatenate([np.zeros(0, np.uint32), *(terms for terms, _ in found)])
    zones = np.concatenate([np.zeros((0, 4), np.uint8), *(zones for _, zones in found)])
    terms, columns, counts = np.unique(every, return_inverse=True, return_counts=True)
    weight = rarity(terms, counts, len(pages))
    out = {"named": _named(pages)}
    for name, view in VIEWS.items():
        values = np.log1p(zones @ np.array(view.zones, np.float32)) * weight[columns]
        if not view.pairs:
            values = np.where(every & 1, np.float32(0), values)
        out[name] = _unit(rows, columns, values, (len(pages), len(terms)), counts > 1)
    return out


def _named(pages: Sequence[Digest]) -> Matrix:
    """What the titles name: entities and places, weighed by how rare they are in the corpus."""
    column_of: dict[str, int] = {}
    rows, columns, counts = [], [], []
    for row, page in enumerate(pages):
        ids, zones = page.entity_counts()
        for entity, count in zip(ids, zones[:, 0].tolist(), strict=True):
            if count:
                rows.append(row)
                columns.append(column_of.setdefault(entity, len(column_of)))
                counts.append(count)
    at = np.array(columns, np.int64)
    often = np.bincount(at, minlength=len(column_of))
    weight = np.log((len(pages) + _PRIOR_PAGES) / (often + 1))
    values = np.log1p(np.array(counts, np.float32)) * weight[at]
    shape = (len(pages), len(column_of))
    return _unit(np.array(rows, np.int64), at, values, shape, often > 1)


def incidence(values: Sequence[Sequence[Hashable]]) -> Matrix:
    """Rows by values: 1 where the row has the value."""
    column_of: dict[Hashable, int] = {}
    cells = [
        (row, column_of.setdefault(value, len(column_of)))
        for row, own in enumerate(values)
        for value in own
    ]
    at = np.array(cells, np.int64).reshape(-1, 2)
    return sparse.csr_matrix(
        (np.ones(len(at), np.float32), (at[:, 0], at[:, 1])), shape=(len(values), len(column_of))
    )


def _unit(
    rows: npt.NDArray[Any],
    columns: npt.NDArray[Any],
    values: npt.NDArray[Any],
    shape: tuple[int, int],
    shared: npt.NDArray[np.bool_],
) -> Matrix:
    """A matrix of unit rows without the columns that are not ``shared``."""
    norms = np.sqrt(np.bincount(rows, values.astype(np.float64) ** 2, shape[0]))
    values = values / np.maximum(norms, 1e-9)[rows]
    renumbered = np.cumsum(shared, dtype=np.int64) - 1
    kept = shared[columns] & (values > 0)
    return sparse.csr_matrix(
        (values[kept].astype(np.float32), (rows[kept], renumbered[columns[kept]])),
        shape=(shape[0], int(shared.sum())),
    )
