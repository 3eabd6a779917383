"""Sparse matrices with a row a page, of the vectors and values in its profile."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set
from functools import cached_property
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

    def __init__(self, pages: Sequence[Profile], fresh: Set[int] | None = None) -> None:
        """Of ``fresh`` pages, where given, are all pairs that will be asked for: only what these have
        is kept of the others.
        """
        self.views = {name: _rows(pages, name, fresh) for name in (*VIEWS, "named")}
        self.actors = incidence([page.actors for page in pages])
        self.outlets = incidence([(page.outlet,) if page.outlet else () for page in pages])
        self.accidents = incidence([page.accidents for page in pages])
        moments = [page.moment for page in pages]
        self.middle = np.array([m.middle if m else np.inf for m in moments])
        """The middle hour of each page's moment; infinite where it has none."""
        self._days = [page.days for page in pages]

    @cached_property
    def days(self) -> Matrix:
        """The days of the year that each page tells of: asked for only where a page has no date."""
        return incidence([np.frombuffer(days, "<u2").tolist() for days in self._days])


def _rows(pages: Sequence[Profile], view: str, fresh: Set[int] | None) -> Matrix:
    """Rows of sorted keys; keys of a single row, or that no fresh row has, have no column."""
    found = np.frombuffer(b"".join(page.keys[view] for page in pages), "<u8")
    weights = np.frombuffer(b"".join(page.values[view] for page in pages), "<f4")
    sizes = [len(page.values[view]) // 4 for page in pages]
    rows = np.repeat(np.arange(len(pages), dtype=np.int32), sizes)
    if fresh is None or len(fresh) == len(pages):
        distinct, counts = np.unique(found, return_counts=True)
        distinct = distinct[counts > 1]
    else:
        own = [np.frombuffer(pages[at].keys[view], "<u8") for at in sorted(fresh)]
        distinct = np.unique(np.concatenate([np.zeros(0, "<u8"), *own]))
    if not len(distinct):
        return sparse.csr_matrix((len(pages), 0), dtype=np.float32)
    columns = np.minimum(np.searchsorted(distinct, found), len(distinct) - 1)
    kept = distinct[columns] == found
    return sparse.csr_matrix(
        (weights[kept], (rows[kept], columns[kept])), shape=(len(pages), len(distinct))
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
