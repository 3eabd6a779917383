"""Bodies of a state that the page leaves without its nationality: ministries, courts, chambers (قالت وزارة الصحة).

Whose they are the page tells (ministries.py).
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.names.headed import Phrases, group
from riwaya.names.match import Span

_LONGEST = 6


def court(page: Phrases, i: int, stem: str) -> Span | None:
    """الديوان الملكي, whose is told elsewhere."""
    if stem not in group("ministries", "courts") or not page.next_to(i + 1) or i + 1 in page.firm:
        return None
    named = page.words[i + 1].key in group("ministries", "of_courts")
    return replace(page.span(i, i + 1, "ORG"), origin="ministry") if named else None


def chamber(page: Phrases, i: int, stem: str) -> Span | None:
    """مجلس النواب, المحكمة العليا: one of the house that every state has, where nothing else describes it."""
    at = i + 1
    if not page.next_to(at) or at in page.firm:
        return None
    house = stem == "مجلس" and page.words[at].key in group("ministries", "chambers")
    high = stem == "المحكمه" and page.words[at].key in group("ministries", "of_high_courts")
    if not house and not high:
        return None
    return replace(page.span(i, at, "ORG"), origin="ministry")


def ministry(page: Phrases, i: int, stem: str) -> Span | None:
    """وزارة FIELD, with what is joined to the field and describes it (وزارة التربية والتعليم)."""
    at = i + 1
    if stem not in group("ministries", "heads") or not page.next_to(at) or at in page.firm:
        return None
    if page.words[at].key not in group("ministries", "fields"):
        return None
    more = group("ministries", "joined") | group("ministries", "described")
    while page.next_to(at + 1) and page.words[at + 1].key in more and at - i < _LONGEST:
        at += 1
    return replace(page.span(i, at, "ORG"), origin="ministry")


__all__ = ["chamber", "court", "ministry"]
