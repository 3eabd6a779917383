"""Numbers that a story can dispute, with unit and hedge."""

from __future__ import annotations

from riwaya.model import Found, Page, Quantity


def find_quantities(page: Page, found: Found) -> list[Quantity]:
    """Numbers that a story can dispute, with unit and hedge."""
    return []
