"""Quotation marks that do not close, or headlines beyond their body."""

from __future__ import annotations

from riwaya.model import Found, Page, PageWarning


def check_quotations(page: Page, found: Found) -> list[PageWarning]:
    """Quotation marks that do not close, or headlines beyond their body."""
    return []
