"""Numbers of one story that cannot both be true.

Few and certain: a sum that slips by a thousand, a toll that a later page puts lower, and two
counts of what cannot change. A toll that grows is an update; hedges, parts of a whole, other people and other events are
no disputes. Of several such pairs of one kind a story tells one.
"""

from __future__ import annotations

import datetime
import math
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations
from typing import NamedTuple

from riwaya.arabic import all_sentences, fold_key
from riwaya.corpus.claims_text import Stems, shared, stems
from riwaya.corpus.disputes_messages import figures, hedged, label, quoted
from riwaya.corpus.independence_origins import Sides, span_origin
from riwaya.corpus.terms import stem
from riwaya.model import Analysed, Dispute, DisputeValue, PageSpan, Quantity, Span

ABOUT = 0.1
"""How far off ``about`` may be."""
SAME_EVENT = 0.2
"""Shared stems (Jaccard) of two sentences that give a number of one event."""
SAME_THING = 0.05
"""The same, where the unit itself is rare enough in a story to name the thing; two stems are enough."""
SOONEST = datetime.timedelta(hours=1)
"""Pages published closer together than this are not earlier and later: each had its own last count."""
OTHER_LOAD = 1.15
"""How many times a load of passengers another one is at least, to be another number."""
FEWEST_SHARED = 3
AROUND = 60
"""Code points before and behind a number that tell what it is a number of."""
FEWEST_NEAR = 2
"""Stems that these have in common, where two numbers are of one thing."""
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
    near: Stems
    """Those of the words right around the number: what it is a number of."""
    where: Span
    """Its sentence."""
    since: bool
    """Counted over a time, or of something else by its own words: منذ, في هجوم منفصل."""
    part: bool
    """Said to be among others: بينهم."""
    noun: str
    """The folded word that the number counts, ``""`` where it stands alone."""
    carried: bool
    """How many were on board."""

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
    pages: Sequence[Analysed],
    published: Mapping[str, str | None],
    story_of: Mapping[str, str],
    sides: Sides,
) -> Iterable[Dispute]:
    """The disputes of the numbers in stories that follow one another, one for each thing counted.

    The evidence is of the two stories only whose pages disagree.
    """
    groups: dict[tuple[str | None, str | None], list[Number]] = defaultdict(list)
    for page in pages:
        when = _time(published.get(page.id))
        for number in _numbers(page, when):
            groups[number.quantity.unit, number.quantity.of].append(number)
    for key in sorted(groups, key=str):
        group = sorted(groups[key], key=lambda n: n.key)[:LARGEST_GROUP]
        for find in (_slips, _falls, _fixed):
            if pair := find(group):
                told = {story_of.get(numbers[0].page.id) for numbers in pair}
                one, other = (
                    [n for n in numbers if story_of.get(n.page.id) in told] for numbers in pair
                )
                yield _dispute(one, other, sides)
                break


def _numbers(page: Analysed, when: datetime.datetime | None) -> Iterable[Number]:
    if not page.quantities:
        return
    rows = all_sentences(page.text)
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
            near=stems(page, _around(page, quantity, start, end)),
            where=(start, end),
            since=not _lexicon().since.isdisjoint(fold_key(page.text[start:end]).split()),
            noun=_noun(page, quantity),
            part=any(word.strip('،,"«') in _PART for word in before[-2:]),
            carried=any(fold_key(word) in _lexicon().carrying for word in before),
        )


def _around(page: Analysed, quantity: Quantity, start: int, end: int) -> tuple[Span, Span]:
    """The words before and behind a number in its sentence, to whole words."""
    first, last = max(start, quantity.start - AROUND), min(end, quantity.end + AROUND)
    while first > start and not page.text[first - 1].isspace():
        first -= 1
    while last < end and not page.text[last].isspace():
        last += 1
    return (first, quantity.start), (quantity.end, last)


def _noun(page: Analysed, quantity: Quantity) -> str:
    words = page.text[quantity.start : quantity.end].split()
    return fold_key(words[-1]) if len(words) > 1 else ""


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


Pair = tuple[list[Number], list[Number]]


def _slips(group: Sequence[Number]) -> Pair | None:
    """One number in two magnitudes: the rarer one against the other."""
    rows: dict[float, list[Number]] = defaultdict(list)
    for number in group:
        if number.value >= 1000:
            rows[number.value].append(number)
    for low, high in combinations(sorted(rows), 2):
        if any(math.isclose(high / low, slip) for slip in SLIPS):
            rarer, others = sorted((rows[low], rows[high]), key=len)
            if any(_same_event(a, b) for a in rarer for b in others):
                return rarer, others
    return None


def _falls(group: Sequence[Number]) -> Pair | None:
    """A toll that a later page puts lower, of the same event by the words around it."""
    return _surest(
        group,
        lambda a, b: (
            a.quantity.of in _lexicon().tolls
            and _falls_between(a, b)
            and _same_kind(a, b)
            and a.since == b.since
            and len(a.near & b.near) >= FEWEST_NEAR
        ),
        SAME_EVENT,
    )


def _fixed(group: Sequence[Number]) -> Pair | None:
    """Two counts of what a thing has once and for all: its storeys, those who were on board."""
    return _surest(
        group,
        lambda a, b: a.quantity.unit in _lexicon().fixed or _boarded(a, b),
        SAME_THING,
        2,
    )


def _boarded(a: Number, b: Number) -> bool:
    """Two loads of one vessel, too far apart for one to count the crew and the other not."""
    (_, high), (low, _) = sorted(map(span_of, (a.quantity, b.quantity)))
    return (
        a.quantity.of == b.quantity.of == "passenger"
        and a.carried
        and b.carried
        and low >= OTHER_LOAD * high
    )


def _surest(
    group: Sequence[Number],
    excluded: Callable[[Number, Number], bool],
    alike: float,
    fewest: int = FEWEST_SHARED,
) -> Pair | None:
    """Of the pairs of pages whose numbers exclude one another, the one told in the most similar words."""
    found: list[tuple[float, int, int]] = []
    for (i, a), (j, b) in combinations(enumerate(group), 2):
        if a.page.id == b.page.id or a.part or b.part or not _disjoint(a.quantity, b.quantity):
            continue
        words = shared(a.sentence, b.sentence)
        if words >= alike and len(a.sentence & b.sentence) >= fewest and excluded(a, b):
            found.append((-words, i, j))
    if not found:
        return None
    _, i, j = min(found)
    return _like(group, group[i], alike), _like(group, group[j], alike)


def _like(group: Sequence[Number], one: Number, alike: float) -> list[Number]:
    """The tellings of one number in like words, ``one`` first."""
    same = (n for n in group if n is not one and n.quantity.value == one.quantity.value)
    return [one, *(n for n in same if not n.part and shared(n.sentence, one.sentence) >= alike)]


def _same_event(a: Number, b: Number) -> bool:
    """Whether two sentences give a number of one thing; within one sentence they are of two."""
    if a.page.id == b.page.id and a.where == b.where:
        return False
    both = a.sentence & b.sentence
    alike = len(both) >= FEWEST_SHARED and shared(a.sentence, b.sentence) >= SAME_EVENT
    return alike and len(a.near & b.near) >= FEWEST_NEAR


def _falls_between(a: Number, b: Number) -> bool:
    if a.when is None or b.when is None or abs(a.when - b.when) < SOONEST:
        return False
    earlier, later = (a, b) if a.when < b.when else (b, a)
    return earlier.value > later.value


def _same_kind(a: Number, b: Number) -> bool:
    """Whether both count people in general, or people of one kind: attackers are no victims."""
    generic = _lexicon().generic
    if not a.noun or not b.noun:
        return False
    return (a.noun in generic and b.noun in generic) or stem(a.noun) == stem(b.noun)


class _Lexicon(NamedTuple):
    generic: frozenset[str]
    """Folded nouns for people in general."""
    tolls: frozenset[str]
    """What a ``Quantity.of`` counts that only grows."""
    fixed: frozenset[str]
    """Units of what does not change."""
    since: frozenset[str]
    """Folded words of a sentence whose number is of a time, or of another event."""
    carrying: frozenset[str]
    """Folded words right before a number of those on board."""


@cache
def _lexicon() -> _Lexicon:
    path = resources.files("riwaya") / "data" / "corpus" / "numbers.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return _Lexicon(
        generic=frozenset(fold_key(noun) for noun in data["people"]["generic"].split()),
        tolls=frozenset(data["people"]["tolls"].split()),
        fixed=frozenset(data["fixed"]["units"].split()),
        since=frozenset(fold_key(word) for word in data["since"]["words"].split()),
        carrying=frozenset(fold_key(word) for word in data["fixed"]["carrying"].split()),
    )


def _dispute(one: Sequence[Number], other: Sequence[Number], sides: Sides) -> Dispute:
    values = tuple(_value(numbers, sides) for numbers in (one, other))
    shown = [(label(n[0].page), hedged(n[0].page, _span(n[0]))) for n in (one, other)]
    english, arabic = figures(one[0].quantity.of or one[0].quantity.unit, shown)
    within = {n.page.id for n in one} & {n.page.id for n in other}
    return Dispute(
        kind="self_conflict" if within else "conflict",
        field="number",
        values=values,
        message=english,
        message_ar=arabic,
    )


def _value(numbers: Sequence[Number], sides: Sides) -> DisputeValue:
    said: set[str] = set()
    for number in numbers:
        origin = span_origin(number.page, number.span, sides)
        if origin is not None:
            said.add(origin.said_by)
    return DisputeValue(
        value=quoted(numbers[0].page, _span(numbers[0])),
        evidence=tuple(_span(n) for n in sorted(numbers, key=lambda n: n.key)),
        according_to=tuple(sorted(said)),
    )


def _span(number: Number) -> PageSpan:
    return PageSpan(page=number.page.id, start=number.span[0], end=number.span[1])
