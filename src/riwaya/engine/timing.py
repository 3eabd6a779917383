"""How long each stage takes: seconds by name, picklable, added up over workers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


class Seconds(dict[str, float]):
    """Seconds by stage."""

    def add(self, stage: str, took: float) -> None:
        """Add to one stage."""
        self[stage] = self.get(stage, 0.0) + took

    def merge(self, other: Mapping[str, float]) -> None:
        """Add another's stages."""
        for stage, took in other.items():
            self.add(stage, took)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add what the block takes, less what it adds to other stages meanwhile."""
        start, others = perf_counter(), sum(self.values())
        try:
            yield
        finally:
            self.add(name, perf_counter() - start - (sum(self.values()) - others))
