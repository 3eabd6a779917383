"""The fields of a merged contact: values grouped, counted, ordered, and the field's status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from riwaya.corpus.independence import Count, Relays, Telling, count
from riwaya.corpus.independence_origins import Sides
from riwaya.corpus.record_facts import ContactFact
from riwaya.corpus.values import (
    ACTUAL,
    KIND_DETAIL,
    STATUS_ORDER,
    duration_seconds,
    ref_key,
    text_key,
)
from riwaya.corpus.values_time import GRANULARITIES, closed, moment, same
from riwaya.model import Field, FieldStatus, FieldValue, MergedContact, PageSpan, Ref

Value = str | Ref


@dataclass(frozen=True, slots=True)
class Told:
    """A value as one page tells it."""

    value: Value
    telling: Telling
    ahead: bool
    """Told before it happened."""


Key = Callable[[Value], str]
Rank = Callable[[Value], tuple[float, ...]]


def merged_contact(group: Sequence[ContactFact], relays: Relays, sides: Sides) -> MergedContact:
    """One contact from the pages that report it, least member first.

    Its id is its least member's: ``PAGE#CONTACT``.
    """
    least = group[0]
    parties = least_sides(group)
    field = _FieldMaker(group, relays, parties)
    story = Counter(fact.story for fact in group)
    kind = field.make("kind", rank=lambda v: (min(_detail(v), 1.0),), tie=_detail, plans_last=False)
    last = _last_told(group)
    status = field.make("status", rank=lambda v: (v in ACTUAL, last[v]), tie=_status_rank)
    assert kind is not None
    assert status is not None
    return MergedContact(
        id=f"{least.page}#{least.contact.id}",
        pages=tuple(dict.fromkeys(fact.page for fact in group)),
        story=min(story, key=lambda s: (-story[s], s)),
        parties=_parties(group, relays, parties),
        kind=kind,
        status=status,
        initiator=field.make(
            "initiator", key=_side_key(sides), rank=lambda v: (_person(v, sides),)
        ),
        start=_starts(group, field),
        scheduled_start=_scheduled(group, field),
        duration=field.make("duration", key=_duration_key),
        place=field.make("place"),
        agenda=field.make("agenda"),
    )


def least_sides(group: Sequence[ContactFact]) -> frozenset[str]:
    """The sides that are party to the contact."""
    return frozenset(side for fact in group for side in fact.sides)


class _FieldMaker:
    """Builds the fields of one contact."""

    def __init__(
        self, group: Sequence[ContactFact], relays: Relays, parties: frozenset[str]
    ) -> None:
        self.group, self.relays, self.parties = group, relays, parties

    def told(self, name: str) -> list[Told]:
        out = []
        for fact in self.group:
            value = getattr(fact.contact, name)
            for one in value if isinstance(value, tuple) else (value,):
                if one:
                    ahead = fact.contact.status not in ACTUAL
                    out.append(Told(one, fact.tellings[name], ahead))
        return out

    def make(
        self,
        name: str,
        key: Key | None = None,
        rank: Rank = lambda _: (),
        tie: Callable[[Value], float] = lambda _: 0,
        plans_last: bool = True,
    ) -> Field | None:
        """The field, or ``None`` where no page tells it. ``tie`` decides between values that equally many tell."""
        groups: dict[str, list[Told]] = defaultdict(list)
        for one in self.told(name):
            groups[(key or _plain_key)(one.value)].append(one)
        return self.field(list(groups.values()), rank, tie, plans_last)

    def field(
        self,
        groups: list[list[Told]],
        rank: Rank,
        tie: Callable[[Value], float] = lambda _: 0,
        plans_last: bool = True,
    ) -> Field | None:
        """A field of grouped tellings: the leading value first."""
        if not groups:
            return None
        made = [(self._value(told, rank), told) for told in groups]
        made.sort(
            key=lambda m: (
                plans_last and all(one.ahead for one in m[1]),
                [-r for r in rank(m[0].value)],
                -m[0].independent,
                -len(m[0].pages),
                -tie(m[0].value),
                _plain_key(m[0].value),
            )
        )
        values = tuple(value for value, _ in made)
        return Field(values=values, status=field_status(values[0], self.parties))

    def _value(self, told: list[Told], rank: Rank) -> FieldValue:
        spellings = Counter(_plain_key(one.value) for one in told)
        best = min(
            told,
            key=lambda one: (
                [-r for r in rank(one.value)], one.ahead, -spellings[_plain_key(one.value)],
                _plain_key(one.value),
            ),
        )  # fmt: skip
        return field_value(best.value, [one.telling for one in told], self.relays)


def field_value(value: Value, tellings: Sequence[Telling], relays: Relays) -> FieldValue:
    """A value with its pages, spans and origins."""
    counted: Count = count(tellings, relays)
    evidence = {PageSpan(page=t.page, start=s, end=e): None for t in tellings for s, e in t.spans}
    return FieldValue(
        value=value,
        pages=tuple(dict.fromkeys(t.page for t in tellings)),
        evidence=tuple(evidence),
        according_to=counted.according_to,
        origins=counted.origins,
        independent=counted.independent,
        independent_max=counted.independent_max,
    )


def field_status(leading: FieldValue, parties: frozenset[str]) -> FieldStatus:
    """How well the leading value stands: see ``FieldStatus`` in docs/output-format.md."""
    interested = set(leading.origins) & parties
    if leading.independent >= 2:
        return "corroborated" if set(leading.origins) - parties else "both_sides"
    if interested:
        return "one_side"
    return "repeated" if len(leading.pages) > 1 else "single"


def _plain_key(value: Value) -> str:
    return ref_key(value) if isinstance(value, Ref) else text_key(value)


def _side_key(sides: Sides) -> Key:
    def key(value: Value) -> str:
        if isinstance(value, Ref) and value.entity:
            return sides.side_of(value.entity) or value.entity
        return _plain_key(value)

    return key


def _person(value: Value, sides: Sides) -> float:
    """A person at whose initiative it was tells more than their state."""
    if not isinstance(value, Ref) or not value.entity:
        return 0
    return float(sides.side_of(value.entity) not in (None, value.entity))


def _duration_key(value: Value) -> str:
    seconds = duration_seconds(value) if isinstance(value, str) else None
    return str(seconds) if seconds is not None else str(value)


def _detail(kind: Value) -> float:
    return KIND_DETAIL.get(kind, 0) if isinstance(kind, str) else 0  # type: ignore[call-overload]


def _status_rank(status: Value) -> float:
    return -STATUS_ORDER.index(status)


def _last_told(group: Sequence[ContactFact]) -> Counter[Value]:
    """How many of the latest day's pages tell a status: a plan is cancelled, and may be taken up again."""
    days = [fact.published.date for fact in group if fact.published.date is not None]
    latest = max(days, default=None)
    return Counter(
        fact.contact.status for fact in group if latest is None or fact.published.date == latest
    )


def _parties(group: Sequence[ContactFact], relays: Relays, sides: frozenset[str]) -> Field:
    """The parties: the set that most pages give, the fuller one of two; one value for each party."""
    sets = Counter(fact.parties for fact in group)
    best = min(sets, key=lambda p: (-sets[p], -len(p), sorted(p)))
    refs: dict[str, Ref] = {}
    told: dict[str, list[Telling]] = defaultdict(list)
    for fact in group:
        for ref in fact.contact.parties:
            if (key := ref_key(ref)) in best:
                refs.setdefault(key, ref)
                told[key].append(fact.tellings["parties"])
    values = [field_value(refs[key], told[key], relays) for key in refs]
    weakest = min(values, key=lambda v: (v.independent, len(v.pages)))
    return Field(values=tuple(values), status=field_status(weakest, sides))


def _starts(group: Sequence[ContactFact], maker: _FieldMaker) -> Field | None:
    """When it was: actual over planned, finer over coarser; open values under the full ones."""
    told = maker.told("start")
    if not any(fact.contact.status in ACTUAL and fact.contact.start for fact in group):
        told += maker.told("scheduled_start")
    return maker.field(_same_moments(told), _fineness)


def _scheduled(group: Sequence[ContactFact], maker: _FieldMaker) -> Field | None:
    """When it was to be: what pages told ahead of it."""
    ahead = [one for one in maker.told("start") if one.ahead]
    return maker.field(_same_moments(maker.told("scheduled_start") + ahead), _fineness)


def _fineness(value: Value) -> tuple[float, ...]:
    read = moment(value if isinstance(value, str) else None)
    return GRANULARITIES.index(read.granularity), closed(read)


def _same_moments(told: list[Told]) -> list[list[Told]]:
    """Tellings of one moment together: in any zone, open or closed, of one granularity."""
    groups: list[list[Told]] = []
    for one in sorted(
        told, key=lambda t: (_negated(_fineness(t.value)), str(t.value), t.telling.page)
    ):
        read = moment(str(one.value))
        home = next((g for g in groups if same(moment(str(g[0].value)), read)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _negated(numbers: tuple[float, ...]) -> list[float]:
    return [-n for n in numbers]
