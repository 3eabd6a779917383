"""Bodies of a state that the page leaves without its nationality: ministries, courts, chambers (قالت وزارة الصحة).

Whose they are the page tells (ministries.py).
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.names.bodies import nationality_at
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
    """مجلس النواب, المحكمة العليا: one of the houses that every state has, where nothing else describes it."""
    at = i + 1
    if not page.next_to(at) or at in page.firm:
        return None
    key = page.words[at].key
    if stem == "مجلس" and key in group("ministries", "chambers"):
        return replace(page.span(i, at, "ORG"), origin="ministry")
    if stem != "المحكمه":
        return None
    high = key in group("ministries", "of_high_courts")
    if not high and key not in group("ministries", "of_other_courts"):
        return None
    last = _court_s_sort(page, at)
    if last > at:
        return page.span(i, last, "ORG")
    return replace(page.span(i, at, "ORG"), origin="ministry") if high else None


def _court_s_sort(page: Phrases, last: int) -> int:
    """The last word of a court's name with its sort and nationality behind (المحكمة الإدارية | العليا المصرية)."""
    sorts = group("ministries", "sorts_of_courts")
    while page.next_to(last + 1) and page.words[last + 1].key in sorts:
        last += 1
    read = nationality_at(page.words, last + 1) if page.next_to(last + 1) else None
    return last + read[1] if read is not None and read[0].definite else last


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
