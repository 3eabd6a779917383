"""riwaya: Arabic news pages in, a sourced record out.

Two public doors: :func:`riwaya.read` and :func:`riwaya.analyse` for single pages,
:func:`riwaya.open` for a record of many.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.api import analyse, open, read  # noqa: A004 - `riwaya.open` is the door's name

__version__ = "0.1.0"
__all__ = ["__version__", "analyse", "open", "read"]

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """Load the doors on first use: `import riwaya` alone stays cheap."""
    if name in ("read", "analyse", "open"):
        from riwaya import api

        return getattr(api, name)
    raise AttributeError(f"module 'riwaya' has no attribute {name!r}")
