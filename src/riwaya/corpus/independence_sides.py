"""Sides from the registry of names; without one, every entity stands for itself."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.corpus.independence_origins import Sides


class NoSides:
    """Knows no entity: nobody speaks for anybody."""

    def side_of(self, entity_id: str) -> str | None:
        """Always ``None``."""
        del entity_id
        return None


def registry_sides() -> Sides:
    """The registry of names as this room asks of it."""
    from riwaya import names

    registry: Callable[[], Sides] | None = getattr(names, "registry", None)
    return registry() if registry is not None else NoSides()
