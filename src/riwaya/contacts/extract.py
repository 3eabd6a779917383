"""Contacts between parties that one page reports or announces."""

from __future__ import annotations

from riwaya.model import Contact, Found, Page


def find_contacts(page: Page, found: Found) -> list[Contact]:
    """Contacts between parties that one page reports or announces."""
    return []
