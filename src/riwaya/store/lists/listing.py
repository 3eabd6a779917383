"""A lazy list of rows: nothing is read until it is asked for, and never more than that.

Pages are cut by key (the values of the last row that was seen), not by number, so that the hundredth
costs what the first does and a row that comes in between shifts nothing.
https://use-the-index-luke.com/no-offset
"""

from __future__ import annotations

import base64
import binascii
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, cast, overload

import msgspec

T = TypeVar("T")
Value = str | int | float | None


class BadCursorError(ValueError):
    """A cursor that this list did not give."""


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What a list is read from.

    ``columns`` are selected from ``source`` and made into rows by ``make``.  ``order`` are expressions,
    never null and together unique, by which rows are sorted; one that begins with ``-`` descends.
    """

    name: str
    columns: str
    source: str
    order: tuple[str, ...]
    make: Callable[[Sequence[Any]], T]
    shape: type[T]
    alone: tuple[str, str] | None = None
    """A source that counts the same rows where no test names an alias, and that alias: ``("statements s", "p")``."""


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """One page of a list; ``after`` is the cursor of what comes next, None at the end."""

    rows: tuple[T, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """Rows of a record that meet ``tests``.  Iterate it, take its length, index or slice it.

    >>> for statement in record.statements(act="warn"):  # doctest: +SKIP
    ...     print(statement.content)
    """

    db: sqlite3.Connection
    table: Table[T]
    tests: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()

    def where(self, test: str, *values: Value) -> Listing[T]:
        """Narrower by an SQL condition with ``?`` for each value."""
        return replace(self, tests=(*self.tests, test), values=(*self.values, *values))

    def ordered(self, *order: str) -> Listing[T]:
        """In another order (as :attr:`Table.order`)."""
        return replace(self, table=replace(self.table, order=order))

    # ------------------------------------------------------------ reading

    def __iter__(self) -> Iterator[T]:
        for row in self._select(self.tests, self.values):
            yield self.table.make(row)

    def __len__(self) -> int:
        source = self.table.source
        if self.table.alone is not None:
            alone, other = self.table.alone
            if not any(re.search(rf"\b{other}\.", test) for test in self.tests):
                source = alone
        count = self.db.execute(
            f"SELECT COUNT(*) FROM {source}{_clause(self.tests)}",
            self.values,
        ).fetchone()
        return int(count[0])

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, int):
            place = at if at >= 0 else len(self) + at
            found = self._slice(place, 1) if place >= 0 else []
            if not found:
                raise IndexError(f"{self.table.name} index out of range")
            return found[0]
        start, stop, step = at.start or 0, at.stop, at.step or 1
        if step < 1 or start < 0 or (stop is not None and stop < 0):
            whole = list(self)
            return whole[at]
        return self._slice(start, -1 if stop is None else max(0, stop - start))[::step]

    def first(self) -> T | None:
        """The first row, or None."""
        return next(iter(self), None)

    def page(self, size: int, after: str | None = None) -> Cut[T]:
        """Up to ``size`` rows behind the cursor ``after``; :class:`BadCursorError` for a foreign one."""
        tests, values = list(self.tests), list(self.values)
        if after is not None:
            key = self._opened(after)
            test, more = _behind(self.table.order, key)
            tests.append(test)
            values += more
        rows = list(self._select(tests, values, f" LIMIT {size + 1}", keyed=True))
        width = len(self.table.order)
        made = tuple(self.table.make(row[:-width]) for row in rows[:size])
        return Cut(made, self._closed(rows[size - 1][-width:]) if len(rows) > size else None)

    def _slice(self, start: int, count: int) -> list[T]:
        rows = self._select(self.tests, self.values, f" LIMIT {count:d} OFFSET {start:d}")
        return [self.table.make(row) for row in rows]

    def _select(
        self, tests: Sequence[str], values: Sequence[Value], tail: str = "", *, keyed: bool = False
    ) -> sqlite3.Cursor:
        table = self.table
        columns = table.columns
        if keyed:
            columns += "".join(f", {_bare(one)}" for one in table.order)
        order = ", ".join(f"{_bare(one)} DESC" if one[0] == "-" else one for one in table.order)
        return self.db.execute(
            f"SELECT {columns} FROM {table.source}{_clause(tests)} ORDER BY {order}{tail}",
            tuple(values),
        )

    # ------------------------------------------------------------ cursors

    def _closed(self, key: Sequence[Value]) -> str:
        """A key as text that says nothing to who reads it, with the list's order, so that it fits no other."""
        plain = msgspec.json.encode([self._mark(), *key])
        return base64.urlsafe_b64encode(plain).decode("ascii").rstrip("=")

    def _opened(self, cursor: str) -> list[Value]:
        try:
            plain = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
            mark, *key = msgspec.json.decode(plain, type=list[Value])
        except (UnicodeError, binascii.Error, msgspec.DecodeError, ValueError) as error:
            raise BadCursorError(cursor) from error
        fits = all(not isinstance(v, int) or abs(v) < 2**63 for v in key)
        if mark != self._mark() or len(key) != len(self.table.order) or not fits:
            raise BadCursorError(cursor)
        return key

    def _mark(self) -> int:
        return binascii.crc32("|".join((self.table.name, *self.table.order)).encode())


def _clause(tests: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(f'({test})' for test in tests)}" if tests else ""


def _bare(expression: str) -> str:
    return expression.removeprefix("-")


def _behind(order: Sequence[str], key: Sequence[Value]) -> tuple[str, list[Value]]:
    """The condition that a row sorts behind ``key``: a OR (a = ? AND b), from the last column on."""
    test, values = "", cast("list[Value]", [])
    for column, value in reversed(list(zip(order, key, strict=True))):
        name, sign = _bare(column), "<" if column[0] == "-" else ">"
        if not test:
            test, values = f"{name} {sign} ?", [value]
        else:
            test = f"{name} {sign}= ? AND ({name} {sign} ? OR {test})"
            values = [value, value, *values]
    return test, values
