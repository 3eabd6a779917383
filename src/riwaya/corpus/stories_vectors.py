"""Sparse matrices with a row a page, of the vectors and values in its profile."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from riwaya.corpus.profiles import VIEWS, Profile

Floats = npt.NDArray[np.float32]
Matrix = Any
"""A SciPy CSR matrix, which has no types."""


class Matrices:
    """The profiles of some pages, ready to compare block by block.

    The terms of a row are in ascending order: the product of two rows is the same sum in the same
    order whatever other pages are there, so that no tie depends on them.
    """

    def __init__(self, pages: Sequence[Profile]) -> None:
        self.views = {
            name: _rows(
                [np.frombuffer(page.keys[name], "<u8") for page in pages],
                [np.frombuffer(page.values[name], "<f4") for page in pages],
            )
            for name in (*VIEWS, "named")
        }
        self.actors = incidence([page.actors for page in pages])
        self.outlets = incidence([(page.outlet,) if page.outlet else () for page in pages])
        self.days = incidence([np.frombuffer(page.days, "<u2").tolist() for page in pages])
        self.accidents = incidence([page.accidents for page in pages])
        moments = [page.moment for page in pages]
        self.middle = np.array([m.middle if m else np.inf for m in moments])
        """The middle hour of each page's moment; infinite where it has none."""


def _rows(keys: Sequence[npt.NDArray[np.uint64]], values: Sequence[Floats]) -> Matrix:
    """Rows of sorted keys; keys of a single row have no column."""
    found = np.concatenate([np.zeros(0, np.uint64), *keys])
    weights = np.concatenate([np.zeros(0, np.float32), *values])
    rows = np.repeat(np.arange(len(keys), dtype=np.int32), [len(own) for own in keys])
    distinct, columns, counts = np.unique(found, return_inverse=True, return_counts=True)
    shared = counts > 1
    renumbered = np.cumsum(shared, dtype=np.int64) - 1
    kept = shared[columns]
    return sparse.csr_matrix(
        (weights[kept], (rows[kept], renumbered[columns[kept]])),
        shape=(len(keys), int(shared.sum()) if len(distinct) else 0),
    )


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
