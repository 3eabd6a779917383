"""The blocks of a page and their roles."""

from __future__ import annotations

from riwaya.model import Block, Found, Page


def find_blocks(page: Page, found: Found) -> list[Block]:
    """The blocks of a page and their roles."""
    return []
