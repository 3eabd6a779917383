"""Answers kept for as long as the record stays as it is, bounded by bytes; the least recently asked go first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar, cast

T = TypeVar("T")
MOST_BYTES = 24 * 2**20


class Kept:
    """A cache over states of the record, numbered in the order in which they were seen. Thread-safe."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._state = 0
        self._values: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, state: int, key: Hashable, make: Callable[[], T], size: Callable[[T], int]) -> T:
        """What ``make`` gives, from memory where it was made in this state before.

        ``size`` is about how many bytes a value takes.  Two who ask at once may both make it: neither
        waits for the other.
        """
        with self._lock:
            if state > self._state:
                self._state, self.bytes = state, 0
                self._values.clear()
            if state == self._state and key in self._values:
                self._values.move_to_end(key)
                return cast("T", self._values[key][0])
        value = make()
        self._put(state, key, value, size(value))
        return value

    def _put(self, state: int, key: Hashable, value: object, size: int) -> None:
        with self._lock:
            if state != self._state or key in self._values or size > self.most_bytes // 4:
                return
            self._values[key] = value, size
            self.bytes += size
            while self.bytes > self.most_bytes:
                _, (_, freed) = self._values.popitem(last=False)
                self.bytes -= freed


@dataclass(frozen=True, slots=True)
class OfState:
    """A cache as one request has it, which sees one state of the record."""

    kept: Kept
    state: int

    def __call__(
        self, key: Hashable, make: Callable[[], T], size: Callable[[T], int] = lambda _: 8_192
    ) -> T:
        """What ``make`` gives, from memory where this state of the record was asked before."""
        return self.kept.get(self.state, key, make, size)
