"""Names, and nominals that stand for one known entity."""

from __future__ import annotations

from riwaya.model import Found, Mention, Page


def find_mentions(page: Page, found: Found) -> list[Mention]:
    """Names, and nominals that stand for one known entity."""
    return []
