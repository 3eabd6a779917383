"""What does not add up among a page's dates and clock times."""

from __future__ import annotations

from riwaya.model import Found, Page, PageWarning


def check_times(page: Page, found: Found) -> list[PageWarning]:
    """What does not add up among a page's dates and clock times."""
    return []
