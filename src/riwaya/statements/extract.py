"""Every statement, with speaker, addressee, nesting and chain."""

from __future__ import annotations

from riwaya.model import Found, Page, Statement


def find_statements(page: Page, found: Found) -> list[Statement]:
    """Every statement, with speaker, addressee, nesting and chain."""
    return []
