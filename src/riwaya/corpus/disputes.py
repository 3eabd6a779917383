"""Disputes: values of one field of one event at one time that cannot both be true.

Few and certain. Planned and actual, narrower and wider, rewording and renderings of an office are
none; what is compatible but told by one side only goes into accounts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from riwaya.corpus.disputes_claims import denial_disputes
from riwaya.corpus.disputes_messages import STATUSES, between, length
from riwaya.corpus.disputes_numbers import number_disputes
from riwaya.corpus.disputes_page import page_disputes
from riwaya.corpus.independence_origins import Sides
from riwaya.corpus.initiatives import Initiative, initiative_dispute
from riwaya.corpus.values import duration_seconds
from riwaya.model import (
    Analysed,
    Dispute,
    DisputeValue,
    Field,
    FieldValue,
    MergedContact,
    Ref,
)

Pair = tuple[str, FieldValue, FieldValue]
"""A field, and two of its values that exclude one another."""

FAR_OFF = 1.5
"""A length this many times another is no rounding of it."""


def story_disputes(
    pages: Sequence[Analysed],
    published: Mapping[str, str | None],
    sides: Sides,
    story_of: Mapping[str, str],
) -> list[Dispute]:
    """The disputes among the pages of a neighbourhood: their own contradictions, numbers, denied claims.

    Numbers are compared over stories that follow one another, denials within a story. A dispute is its first evidence's story's.
    """
    out: list[Dispute] = []
    by_story: dict[str, list[Analysed]] = defaultdict(list)
    for page in pages:
        by_story[story_of.get(page.id, "")].append(page)
        out += page_disputes(page, None)
    out += number_disputes(pages, published, story_of, sides)
    for story in sorted(by_story):
        out += denial_disputes(by_story[story], None, sides)
    return [
        msgspec.structs.replace(dispute, story=story_of.get(dispute.values[0].evidence[0].page))
        for dispute in out
    ]


def contact_disputes(
    contact: MergedContact,
    sides: Sides,
    names: Mapping[str, str] | None = None,
    asked: Sequence[Initiative] = (),
) -> list[Dispute]:
    """Where a merged contact's field has two values that origins assert and that exclude one another.

    ``names`` are the written names of those who are named in ``according_to``; ``asked`` are the
    initiatives that sources tell in so many words.
    """
    initiative = initiative_dispute(asked, contact.story)
    pairs = [_durations(contact), _denied(contact)]
    if initiative is None:
        pairs.insert(0, _initiators(contact, sides))
    found = [_between(contact, *pair, names or {}) for pair in pairs if pair is not None]
    return [initiative, *found] if initiative else found


def mark_disputed(contact: MergedContact, disputes: Iterable[Dispute]) -> MergedContact:
    """The contact with the status of its disputed fields set."""
    changes: dict[str, Field] = {}
    for dispute in disputes:
        field = getattr(contact, dispute.field, None)
        if isinstance(field, Field):
            changes[dispute.field] = msgspec.structs.replace(field, status="disputed")
    return msgspec.structs.replace(contact, **changes) if changes else contact


def _initiators(contact: MergedContact, sides: Sides) -> Pair | None:
    """Each of two parties is said, by known origins, to have taken the initiative."""
    field = contact.initiator
    if field is None:
        return None
    parties = {_side(v.value, sides) for v in contact.parties.values}
    told = [v for v in field.values if v.origins and _side(v.value, sides) in parties]
    for other in told[1:]:
        if set(told[0].origins).isdisjoint(other.origins):
            return "initiator", told[0], other
    return None


def _side(value: str | Ref, sides: Sides) -> str:
    if isinstance(value, Ref):
        return (sides.side_of(value.entity) if value.entity else None) or value.key
    return value


def _durations(contact: MergedContact) -> Pair | None:
    """Two lengths, each of a known origin, too far apart to be one rounded."""
    field = contact.duration
    if field is None:
        return None
    told = [(s, v) for v in field.values if v.origins and (s := duration_seconds(str(v.value)))]
    for seconds, value in told[1:]:
        if max(seconds, told[0][0]) >= FAR_OFF * min(seconds, told[0][0]):
            return "duration", told[0][1], value
    return None


def _denied(contact: MergedContact) -> Pair | None:
    by_value = {str(v.value): v for v in contact.status.values}
    held, denied = by_value.get("held"), by_value.get("denied")
    if held and denied and denied.origins and set(held.origins).isdisjoint(denied.origins):
        return "status", held, denied
    return None


def _between(
    contact: MergedContact, field: str, a: FieldValue, b: FieldValue, names: Mapping[str, str]
) -> Dispute:
    shown = [
        ("، ".join(names.get(who) or who for who in v.according_to), *_sentence_value(v.value))
        for v in (a, b)
    ]
    english, arabic = between(field, shown)
    one_origin = set(a.origins) & set(b.origins) or set(a.pages) == set(b.pages)
    return Dispute(
        kind="self_conflict" if one_origin else "conflict",
        field=field,
        values=tuple(
            DisputeValue(value=_shown(v.value), evidence=v.evidence, according_to=v.according_to)
            for v in (a, b)
        ),
        message=english,
        message_ar=arabic,
        story=contact.story,
    )


def _sentence_value(value: str | Ref) -> tuple[str, str]:
    """A value as a sentence says it, in English and in Arabic."""
    if isinstance(value, Ref):
        latin = next((name for name in value.names if name.isascii()), None)
        return latin or _shown(value), _shown(value)
    seconds = duration_seconds(value)
    return length(seconds) if seconds is not None else STATUSES.get(value, (value, value))


def _shown(value: str | Ref) -> str:
    return (value.name or value.key) if isinstance(value, Ref) else value
