"""What the word for its kind calls by what stands behind: an operation, a tribe, a team (عملية "…", قبيلة NAME, منتخب STATE)."""

from __future__ import annotations

from riwaya.names.headed import Phrases, group
from riwaya.names.lexicon import frequency
from riwaya.names.match import Span
from riwaya.names.nationality import adjectives

_MOST = 4
"""A head and the adjectives before the marks."""

_COMMON = 1500
"""A word oftener than this in the news sample is what no tribe is called by."""


def event(page: Phrases, i: int, stem: str) -> Span | None:
    """عملية "NAME", المناورات البحرية "NAME": an operation or a meeting by the words in marks behind it."""
    if stem not in group("called", "events"):
        return None
    at = i + 1
    while page.next_to(at) and page.words[at].key.startswith("ال") and at - i < _MOST:
        at += 1
    if at >= len(page.words):
        return None
    gap = page.text[page.words[at - 1].end : page.words[at].start]
    if not gap[:1].isspace() and gap[-1:].isspace():
        return None  # "حملة" كبيرة
    key = page.words[at].key
    if page.words[i].key.startswith("ال") and key.startswith("ال") and key.endswith("ه"):
        return None  # المناورات "المكلفة"
    last = page.in_marks(at)
    return page.span(at, last, "EVENT") if last is not None else None


def tribe(page: Phrases, i: int, stem: str) -> Span | None:
    """قبيلة NAME, عشيرة آل NAME: a tribe by one definite word, or two where the first is آل or بني."""
    at = i + 1
    if stem not in group("called", "tribes") or not page.next_to(at):
        return None
    if page.words[at].key in group("called", "of_tribes") and page.next_to(at + 1):
        return page.span(at, at + 1, "ORG")
    key = page.words[at].key
    named = key.startswith("ال") and (key,) not in adjectives() and not key.endswith(("يه", "ين"))
    return page.span(at, at, "ORG") if named and frequency(key) < _COMMON else None


def team(page: Phrases, i: int, stem: str) -> Span | None:
    """منتخب STATE لكرة القدم: a team by the state whose it is, with its sport."""
    state = page.name_behind(i, "GPE") if stem in group("called", "teams") else None
    if state is None:
        return None
    last = state.last
    sport = [page.words[k].key for k in (last + 1, last + 2) if page.next_to(k)]
    if (
        len(sport) > 1
        and sport[0] in group("called", "at_ball")
        and sport[1] in group("called", "balls")
    ):
        last += 2  # لكرة القدم
    if page.next_to(last + 1) and page.words[last + 1].key in group("called", "of_an_age"):
        return None  # منتخب بولندا | تحت 20 عاما
    return page.span(i, last, "ORG")


__all__ = ["event", "team", "tribe"]
