"""A lazy list as users hold it: iterate, count, index, slice, look at it, make a data frame of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from riwaya.client.display import html_table
from riwaya.client.frames import columns_of, pandas_frame, polars_frame
from riwaya.store.lists import Listing

if TYPE_CHECKING:
    import pandas
    import polars

T = TypeVar("T")
_SHOWN = 20


class Rows(Sequence[T], Generic[T]):
    """Rows of a record, read as they are asked for: a million cost nothing until they are iterated.

    A slice is a list.  Each pass reads the record anew, so that what a build adds meanwhile shows.
    """

    def __init__(self, listing: Listing[T]) -> None:
        self._listing = listing

    def __iter__(self) -> Iterator[T]:
        return iter(self._listing)

    def __len__(self) -> int:
        return len(self._listing)

    def __bool__(self) -> bool:
        return bool(self._listing)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        return self._listing[at]

    def first(self) -> T | None:
        """The first row, or None."""
        return self._listing.first()

    def pages(self, size: int = 100) -> Iterator[tuple[T, ...]]:
        """The rows in pages of ``size``; no read of the record stays open between two."""
        after: str | None = None
        while True:
            cut = self._listing.page(size, after)
            if cut.rows:
                yield cut.rows
            if (after := cut.after) is None:
                return

    def to_polars(self) -> polars.DataFrame:
        """All rows as a polars data frame: typed columns, lists as lists.

        Error ``missing_part`` where polars is not installed (``pip install 'riwaya[polars]'``).
        """
        frame: polars.DataFrame = polars_frame(self, self._listing.table.shape)
        return frame

    def to_pandas(self) -> pandas.DataFrame:
        """All rows as a pandas data frame.

        Error ``missing_part`` where pandas is not installed (``pip install 'riwaya[pandas]'``).
        """
        frame: pandas.DataFrame = pandas_frame(self, self._listing.table.shape)
        return frame

    def __repr__(self) -> str:
        count = len(self)
        name = self._listing.table.name.replace("_", " ")
        return f"<riwaya {name}: {count:,}>"

    def _repr_html_(self) -> str:
        count = len(self)
        columns, flat = columns_of(self._listing.table.shape)
        rows: list[Any] = [flat(row) for row in self._listing[:_SHOWN]]
        note = f"{min(count, _SHOWN):,} of {count:,}"
        return html_table(list(columns), rows, note)
