"""The values of a contact's fields: what is the same, what tells more, what leads.

Normalising comes before comparing: two spellings of one value are one value (a duration in other
units, an instant in another zone), and a narrower value refines a wider one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.arabic import fold_key
from riwaya.model import Contact, ContactKind, ContactStatus, Ref

FIELDS: tuple[str, ...] = (
    "kind", "status", "parties", "initiator", "start", "scheduled_start", "duration", "place",
    "agenda",
)  # fmt: skip

FAMILIES: tuple[frozenset[ContactKind], ...] = (
    frozenset({"phone_call", "video_call", "contact"}),
    frozenset({"meeting", "summit", "talks", "contact"}),
    frozenset({"visit", "contact"}),
    frozenset({"letter", "contact"}),
)
"""Kinds that two pages may give one contact: اتصال is any call. A visit is not the meeting held during it."""

KIND_DETAIL: dict[ContactKind, int] = {
    "contact": 0, "meeting": 1, "talks": 2, "letter": 2, "visit": 2, "phone_call": 2,
    "video_call": 2, "summit": 2,
}  # fmt: skip
"""How much a kind tells: a summit is a meeting, a meeting is a contact."""

STATUS_ORDER: tuple[ContactStatus, ...] = (
    "held", "under_way", "cancelled", "postponed", "declined", "denied", "planned", "proposed",
)  # fmt: skip
"""The actual over the planned."""

AHEAD: frozenset[ContactStatus] = frozenset({"planned", "proposed", "postponed"})
ACTUAL: frozenset[ContactStatus] = frozenset({"held", "under_way"})

_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_SECONDS = (604800, 86400, 3600, 60, 1)


def same_family(a: ContactKind, b: ContactKind) -> bool:
    """Whether two pages can mean one contact by these kinds."""
    return a == b or any(a in family and b in family for family in FAMILIES)


def duration_seconds(value: str) -> float | None:
    """The length of an ISO 8601 duration of weeks to seconds, or ``None``."""
    match = _DURATION.fullmatch(value)
    if match is None or not any(match.groups()):
        return None
    return sum(float(n) * unit for n, unit in zip(match.groups(), _SECONDS, strict=True) if n)


@lru_cache(maxsize=1 << 14)
def text_key(text: str) -> str:
    """A short text as compared: folded, letters and digits only."""
    return " ".join(re.findall(r"[^\W_]+", fold_key(text)))


def ref_key(ref: Ref) -> str:
    """What two references are compared by: the id, else the folded name."""
    return ref.entity or text_key(ref.name or "")


def value_of(contact: Contact, field: str) -> str | Ref | tuple[Ref, ...] | tuple[str, ...] | None:
    """A field's value on a page, ``None`` where it is not told."""
    value: str | Ref | tuple[Ref, ...] | tuple[str, ...] | None = getattr(contact, field)
    return value or None
