"""Lists cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from riwaya.model import Struct

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cut:
    """Which page of a list, from 1, and how long a page is."""

    page: int = 1
    size: int = 30

    @property
    def limit(self) -> int:
        """One more than a page holds: whether there is a next one shows without counting."""
        return self.size + 1

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size


class Paged(Struct, Generic[T], frozen=True, kw_only=True):
    """One page of a list. ``total`` is null where counting would cost more than it tells."""

    items: tuple[T, ...]
    page: int
    size: int
    more: bool
    total: int | None = None


def paged(rows: list[T], cut: Cut, total: int | None = None) -> Paged[T]:
    """Rows that were read with ``cut.limit`` and ``cut.offset``."""
    return Paged(
        items=tuple(rows[: cut.size]),
        page=cut.page,
        size=cut.size,
        more=len(rows) > cut.size,
        total=total,
    )


@dataclass(slots=True)
class Where:
    """The conditions of a query, each with its values."""

    tests: list[str]
    values: list[object]

    @classmethod
    def none(cls) -> Where:
        return cls([], [])

    def add(self, test: str, *values: object) -> None:
        """A condition with ``?`` for each of ``values``."""
        self.tests.append(test)
        self.values.extend(values)

    @property
    def clause(self) -> str:
        """``WHERE … AND …``, or nothing."""
        return f"WHERE {' AND '.join(self.tests)} " if self.tests else ""
