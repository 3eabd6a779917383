"""Merging: the contacts of many pages that are one contact.

Within a story, and between stories that follow one another, contacts join best pair first; no
group may hold two contacts of one page, but of one full day. Over all stories, contacts join where the same parties have
the same kind of contact on the same full day, are both said to have met in the same month, or both
to plan it for that month; a visit or summit that nobody dates joins the only one of the days before its page. Agglomeration with cannot-link constraints, after
Wagstaff et al., "Constrained k-means clustering with background knowledge", ICML 2001; greedy.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

import msgspec

from riwaya.corpus.record_facts import ContactFact
from riwaya.corpus.values import ACTUAL, AHEAD, same_family
from riwaya.corpus.values_time import closed, compatible, known_same_day, later, tells_nothing
from riwaya.model import Story

SAME_PARTIES = 1.0
SAME_SIDES = 0.5
"""One party stands as a person in the one, as their state in the other."""
SAME_KIND = 0.5
SAME_DAY = 0.6
SAME_PART = 0.2
"""A month, or a clock time without a day, agrees."""
FRESH = 0.1
"""Only one of the two tells a time, and it is of the days when the other was published."""
FRESH_DAYS = 3

RARE = frozenset({"visit", "summit"})
"""Kinds that the same parties do not have twice within days."""

LARGEST_BLOCK = 400
"""Contacts of one story between the same parties that are compared pair by pair; a larger block is
compared within its days only."""

LARGEST_DAY = 20
"""Of the contacts of one day between the same parties, those that all others are compared with."""

Group = list[ContactFact]


def merge(facts: Iterable[ContactFact], stories: Sequence[Story]) -> list[Group]:
    """The contacts, each as the group of page contacts that report it, least member first."""
    by_story: dict[str, Group] = defaultdict(list)
    for fact in sorted(facts, key=lambda f: f.key):
        by_story[fact.story].append(fact)
    pool = _Pool([fact for story in sorted(by_story) for fact in by_story[story]])
    for story in sorted(by_story):
        if len(by_story[story]) > 1:
            pool.link(by_story[story])
            by_story[story] = pool.settle(by_story[story])
            pool.link(by_story[story])
    pool.link_stories()
    for story_after in sorted(stories, key=lambda s: s.id):
        for before in sorted(story_after.follows):
            if story_after.id in by_story and before in by_story:
                pool.link(by_story[story_after.id] + by_story[before])
    pool.link_fresh()
    pool.link_twins()
    return pool.groups()


def affinity(a: ContactFact, b: ContactFact) -> float:
    """How surely two page contacts are one; 0 where they cannot be."""
    if a.page == b.page or not same_family(a.contact.kind, b.contact.kind):
        return 0.0
    score = _parties(a, b)
    if not score or not compatible(a.start, b.start) or not _in_order((a,), (b,)):
        return 0.0
    if a.contact.kind == b.contact.kind and (_bygone(a, b) or _bygone(b, a)):
        return 0.0
    if a.contact.kind == b.contact.kind:
        score += SAME_KIND
    known = not tells_nothing(a.start) and not tells_nothing(b.start)
    if known_same_day(a.start, b.start):
        score += SAME_DAY
    elif known:
        score += SAME_PART
    elif _fresh(a, b) or _fresh(b, a):
        score += FRESH
    if score < SAME_PARTIES and not known_same_day(a.start, b.start):
        return 0.0
    return score


def _parties(a: ContactFact, b: ContactFact) -> float:
    if a.parties == b.parties:
        return SAME_PARTIES
    if len(a.parties) == len(b.parties) and len(a.parties & b.parties) == len(a.parties) - 1:
        return SAME_SIDES if a.sides == b.sides and len(a.sides) == len(a.parties) else 0.0
    return 0.0


def _fresh(dated: ContactFact, undated: ContactFact) -> bool:
    day, published = dated.start.date, undated.published.date
    if day is None or published is None or not tells_nothing(undated.start):
        return False
    return abs((day - published).days) <= FRESH_DAYS


def _bygone(dated: ContactFact, undated: ContactFact) -> bool:
    """Whether one is dated to a month that was over when the page of the other, which tells no time, appeared:
    what a page tells undated is its day's news more likely than last month's.
    """
    start, published = dated.start, undated.published.date
    if start.granularity != "month" or start.year is None or start.month is None:
        return False
    if published is None or not tells_nothing(undated.start):
        return False
    return (start.year, start.month) < (published.year, published.month)


def _in_order(a: Iterable[ContactFact], b: Iterable[ContactFact]) -> bool:
    """A plan comes before the act: a page that still expects it was not published after its day."""
    both = [*a, *b]
    planned = [f.published.date for f in both if f.contact.status in AHEAD]
    held = [f.start.date or f.published.date for f in both if f.contact.status in ACTUAL]
    last_plan = max((day for day in planned if day is not None), default=None)
    first_act = min((day for day in held if day is not None), default=None)
    return last_plan is None or first_act is None or last_plan <= first_act


class _Pool:
    """Groups of page contacts that grow by joining."""

    def __init__(self, facts: Sequence[ContactFact]) -> None:
        self._group: dict[tuple[str, str], Group] = {fact.key: [fact] for fact in facts}

    def groups(self) -> list[Group]:
        seen: dict[int, Group] = {id(group): group for group in self._group.values()}
        return sorted(
            (sorted(g, key=lambda f: f.key) for g in seen.values()), key=lambda g: g[0].key
        )

    def link(self, facts: Sequence[ContactFact]) -> None:
        """Join the contacts of one story, the surest pair first."""
        pairs: set[tuple[float, tuple[str, str], tuple[str, str]]] = set()
        for block in _blocks(facts):
            for a, b in combinations(block, 2):
                if self._group[a.key] is not self._group[b.key] and (score := affinity(a, b)) > 0:
                    pairs.add((-score, min(a.key, b.key), max(a.key, b.key)))
        for _, one, other in sorted(pairs):
            self._join(self._group[one], self._group[other])

    def settle(self, facts: Sequence[ContactFact]) -> Group:
        """These contacts, each that its group dates after its page's own day planned, whatever its verb."""
        out = []
        for fact in facts:
            group = self._group[fact.key]
            start = max((f.start for f in group), key=closed)
            if fact.contact.status in ACTUAL and later(start, fact.published):
                contact = msgspec.structs.replace(fact.contact, status="planned")
                planned = dataclasses.replace(fact, contact=contact)
                group[group.index(fact)] = planned
                out.append(planned)
            else:
                out.append(fact)
        return out

    def link_stories(self) -> None:
        """Join contacts of any stories: the same parties, one kind, and one of the times of :func:`_times`."""
        blocks: dict[tuple[frozenset[str], str, str], Group] = defaultdict(list)
        for group in self.groups():
            for fact in group:
                for time in _times(fact):
                    blocks[fact.parties, fact.contact.kind, time].append(fact)
        for _, facts in sorted(blocks.items(), key=lambda item: (sorted(item[0][0]), item[0][1:])):
            for first, other in product(facts[:LARGEST_DAY], facts):
                if affinity(first, other) > 0:
                    self._join(self._group[first.key], self._group[other.key])

    def link_fresh(self) -> None:
        """Join a visit or summit without a time to the only one of the days before its page, in whatever story."""
        alike: dict[tuple[frozenset[str], str], list[Group]] = defaultdict(list)
        for group in self.groups():
            if group[0].contact.kind in RARE:
                alike[group[0].parties, group[0].contact.kind].append(group)
        for _, groups in sorted(alike.items(), key=lambda i: (sorted(i[0][0]), i[0][1])):
            for undated in groups:
                if not all(tells_nothing(f.start) and f.contact.status in ACTUAL for f in undated):
                    continue
                near = [g for g in groups if any(_fresh(f, undated[0]) for f in g)]
                if len(near) == 1 and affinity(near[0][0], undated[0]) > 0:
                    self._join(self._group[near[0][0].key], self._group[undated[0].key])

    def link_twins(self) -> None:
        """Join groups of the same parties on one full day: a page may tell one meeting as two, a talk and a summit."""
        days: dict[tuple[frozenset[str], str], list[Group]] = defaultdict(list)
        for group in self.groups():
            dates = {f.start.date for f in group if f.start.date is not None}
            if len(dates) == 1:
                days[group[0].parties, dates.pop().isoformat()].append(group)
        for (parties, _), groups in sorted(days.items(), key=lambda i: (sorted(i[0][0]), i[0][1])):
            for a, b in combinations(groups, 2):
                same = all(f.parties == parties for f in (*a, *b))
                if same and _agree(self._group[a[0].key], self._group[b[0].key]):
                    self._unite(self._group[a[0].key], self._group[b[0].key])

    def _join(self, a: Group, b: Group) -> None:
        if a is not b and _can_join(a, b):
            self._unite(a, b)

    def _unite(self, a: Group, b: Group) -> None:
        if a is b:
            return
        a.extend(b)
        for fact in b:
            self._group[fact.key] = a


def _times(fact: ContactFact) -> Iterable[str]:
    """The times by which contacts of stories that nothing links can be one: see the module."""
    start, kind = fact.start, fact.contact.kind
    if start.date is not None:
        yield start.date.isoformat()
    if start.year is None or start.month is None:
        return
    month = f"{start.year}-{start.month:02}"
    if start.granularity == "month" and kind not in ("phone_call", "video_call", "contact"):
        yield month
    if fact.contact.status in AHEAD:
        yield f"planned for {month}"


def _blocks(facts: Sequence[ContactFact]) -> Iterable[Group]:
    """Contacts that share a side, in blocks small enough to compare pair by pair."""
    shared: dict[frozenset[str], Group] = defaultdict(list)
    for fact in facts:
        shared[fact.sides].append(fact)
    for block in shared.values():
        if len(block) <= LARGEST_BLOCK:
            yield block
            continue
        days: dict[str, Group] = defaultdict(list)
        for fact in block:
            days[fact.start.date.isoformat() if fact.start.date else ""].append(fact)
        yield from (day[:LARGEST_BLOCK] for day in days.values())


def _can_join(a: Group, b: Group) -> bool:
    return {f.page for f in a}.isdisjoint(f.page for f in b) and _agree(a, b)


def _agree(a: Group, b: Group) -> bool:
    """Whether kinds and times of two groups can be one contact's, and their plans come before their acts."""
    starts = product({f.start for f in a}, {f.start for f in b})
    kinds = product({f.contact.kind for f in a}, {f.contact.kind for f in b})
    return (
        all(same_family(x, y) for x, y in kinds)
        and all(compatible(x, y) for x, y in starts)
        and _in_order(a, b)
    )
