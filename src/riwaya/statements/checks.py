"""Quotation marks that do not close, or headlines beyond their body."""

from __future__ import annotations

from riwaya.model import Found, Page, Warning


def check_quotations(page: Page, found: Found) -> list[Warning]:
    """Quotation marks that do not close, or headlines beyond their body."""
    return []
