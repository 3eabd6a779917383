"""The page's own date, decided by constraints over candidate days."""

from __future__ import annotations

from riwaya.model import Found, Page, Published, PublishedRange


def decide_published(page: Page, found: Found) -> list[Published | PublishedRange]:
    """The page's own date, decided by constraints over candidate days."""
    return []
