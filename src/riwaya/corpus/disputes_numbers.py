"""Numbers of one story that cannot both be true.

Few and certain: a sum that slips by a thousand, and a toll that a later page puts lower. A toll
that grows is an update; hedges, parts of a whole and other events are no disputes.
"""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from riwaya.arabic import sentences
from riwaya.corpus.claims_text import Stems, shared, stems
from riwaya.corpus.disputes_messages import between, label, quoted
from riwaya.corpus.independence_origins import Sides, covering, statement_origin
from riwaya.model import Analysed, Dispute, DisputeValue, PageSpan, Quantity, Span

ABOUT = 0.1
"""How far off ``about`` may be."""
SAME_EVENT = 0.25
"""Shared stems (Jaccard) of two sentences that give a number of one event."""
FEWEST_SHARED = 3
SLIPS = (1e3, 1e6)
"""مليون for مليار, ألف for مليون: one number, another magnitude."""
LARGEST_GROUP = 60
"""Numbers of one unit in a story that are compared pair by pair."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a page has it."""

    page: Analysed
    quantity: Quantity
    when: datetime.datetime | None
    sentence: Stems
    part: bool
    """Said to be among others: بينهم."""

    @property
    def key(self) -> tuple[str, int]:
        return self.page.id, self.quantity.start

    @property
    def span(self) -> Span:
        return self.quantity.start, self.quantity.end

    @property
    def value(self) -> float:
        value = self.quantity.value
        return value[1] if isinstance(value, tuple) else value


_PART = frozenset({"بينهم", "بينهن", "بينها", "منهم", "منهن", "منها", "ضمنهم", "بينهما"})


def number_disputes(
    pages: Sequence[Analysed], published: Mapping[str, str | None], story: str | None, sides: Sides
) -> Iterable[Dispute]:
    """The disputes of a story's numbers, in page order."""
    groups: dict[tuple[str | None, str | None], list[Number]] = defaultdict(list)
    for page in pages:
        when = _time(published.get(page.id))
        for number in _numbers(page, when):
            groups[number.quantity.unit, number.quantity.of].append(number)
    for key in sorted(groups, key=str):
        group = sorted(groups[key], key=lambda n: n.key)[:LARGEST_GROUP]
        slips = list(_slips(group, story, sides))
        yield from slips
        if not slips:
            yield from _falls(group, story, sides)


def _numbers(page: Analysed, when: datetime.datetime | None) -> Iterable[Number]:
    if not page.quantities:
        return
    rows = list(sentences(page.text))
    for quantity in page.quantities:
        start, end = next(
            ((s, e) for s, e in rows if s <= quantity.start < e), (quantity.start, quantity.end)
        )
        before = page.text[max(start, quantity.start - 24) : quantity.start].split()
        yield Number(
            page=page,
            quantity=quantity,
            when=when,
            sentence=stems(page, ((start, end),)),
            part=any(word.strip('،,"«') in _PART for word in before[-2:]),
        )


def _time(value: str | None) -> datetime.datetime | None:
    if not value or "T" not in value:
        return None
    try:
        read = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=datetime.UTC)


def span_of(quantity: Quantity) -> tuple[float, float]:
    """The numbers that a hedged quantity admits, both ends included."""
    if isinstance(quantity.value, tuple):
        low, high = quantity.value
    else:
        low = high = quantity.value
    if quantity.hedge == "about":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    if quantity.hedge == "at_least":
        return low, math.inf
    if quantity.hedge == "at_most":
        return -math.inf, high
    return low, high


def _disjoint(a: Quantity, b: Quantity) -> bool:
    (low_a, high_a), (low_b, high_b) = span_of(a), span_of(b)
    return high_a < low_b or high_b < low_a


def _slips(group: Sequence[Number], story: str | None, sides: Sides) -> Iterable[Dispute]:
    """One number in two magnitudes: the rarer one against the others, at most once a group."""
    rows: dict[float, list[Number]] = defaultdict(list)
    for number in group:
        if number.value >= 1000:
            rows[number.value].append(number)
    for low, high in combinations(sorted(rows), 2):
        if any(math.isclose(high / low, slip) for slip in SLIPS):
            rarer, others = sorted((rows[low], rows[high]), key=len)
            within = {n.page.id for n in rarer} & {n.page.id for n in others}
            alike = any(
                len(a.sentence & b.sentence) >= FEWEST_SHARED for a in rarer for b in others
            )
            if alike:
                yield _dispute(rarer, others, story, sides, self_conflict=bool(within))


def _falls(group: Sequence[Number], story: str | None, sides: Sides) -> Iterable[Dispute]:
    """A toll that a later page puts lower, of the same event by the words around it."""
    told: set[tuple[float, float]] = set()
    for a, b in combinations(group, 2):
        if a.page.id == b.page.id or a.part or b.part or a.when is None or b.when is None:
            continue
        earlier, later = (a, b) if a.when < b.when else (b, a)
        if not _disjoint(a.quantity, b.quantity) or earlier.value <= later.value:
            continue
        if earlier.when == later.when or not _same_event(a, b):
            continue
        if (earlier.value, later.value) not in told:
            told.add((earlier.value, later.value))
            yield _dispute([later], [earlier], story, sides, self_conflict=False)


def _same_event(a: Number, b: Number) -> bool:
    if a.quantity.of is None:
        return False
    return (
        len(a.sentence & b.sentence) >= FEWEST_SHARED
        and shared(a.sentence, b.sentence) >= SAME_EVENT
    )


def _dispute(
    one: Sequence[Number],
    other: Sequence[Number],
    story: str | None,
    sides: Sides,
    *,
    self_conflict: bool,
) -> Dispute:
    values = tuple(_value(numbers, sides) for numbers in (one, other))
    english, arabic = between(
        "number", [(label(n[0].page), v.value) for n, v in zip((one, other), values, strict=True)]
    )
    return Dispute(
        kind="self_conflict" if self_conflict else "conflict",
        field="number",
        values=values,
        message=english,
        message_ar=arabic,
        story=story,
    )


def _value(numbers: Sequence[Number], sides: Sides) -> DisputeValue:
    said: set[str] = set()
    for number in numbers:
        statement = covering(number.page, number.span)
        if statement is not None:
            said.add(statement_origin(statement, sides).said_by)
    spans = [
        PageSpan(page=n.page.id, start=n.span[0], end=n.span[1])
        for n in sorted(numbers, key=lambda n: n.key)
    ]
    return DisputeValue(
        value=quoted(numbers[0].page, spans[0]) if numbers[0].page.id == spans[0].page else "",
        evidence=tuple(spans),
        according_to=tuple(sorted(said)),
    )
