"""The public doors: one page, or a record of many."""

from __future__ import annotations

from riwaya.engine.pipeline import analyse

__all__ = ["analyse"]
