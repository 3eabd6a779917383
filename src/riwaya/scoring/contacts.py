"""Contacts, of one page or merged: matched by parties, kind and start; then field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from riwaya.scoring.tally import Item, Names, Tally, answers, assign, same_value

FIELDS = ("kind", "status", "initiator", "start", "duration", "place")
ENTITY_FIELDS = ("initiator", "place")


def parties_share(gold: Sequence[str], got: Sequence[object], names: Names) -> float:
    """The Jaccard share of two sets of parties, each answering for one only."""
    hits = len(
        assign(
            [{"id": g} for g in gold],
            [{"ref": p} for p in got],
            lambda g, p: float(names.same(g["id"], p["ref"])),
        )
    )
    return hits / (len(gold) + len(got) - hits) if gold or got else 0.0


def contact_weight(gold: Item, got: Item, names: Names) -> float:
    """How well two contacts fit: 0 where fewer than half of the parties are shared."""
    parties = parties_share(gold["parties"], got.get("parties") or [], names)
    if parties < 0.5:
        return 0.0
    weight = parties + 0.5 * (got.get("kind") in answers(gold, "kind"))
    days = {str(v)[:10] for v in answers(gold, "start") if v}
    if days and got.get("start"):
        weight += 0.5 if str(got["start"])[:10] in days else -0.6
    return max(weight, 0.0)


def contact_pairs(
    gold: Sequence[Item], got: Sequence[Item], names: Names, tally: Tally, metric: str
) -> list[tuple[Item, Item]]:
    """Matched contacts, and their precision and recall."""
    got = [{**c, "start": c.get("start") or c.get("scheduled_start")} for c in got]
    ordered = sorted(gold, key=lambda c: bool(c.get("optional")))
    pairs = assign(ordered, got, lambda g, p: contact_weight(g, p, names))
    hits = sum(not g.get("optional") for g, _ in pairs)
    wanted = sum(not g.get("optional") for g in gold)
    tally.found(metric, hits, len(got) - (len(pairs) - hits), wanted)
    return pairs


def score_contact(gold: Item, got: Item, names: Names, tally: Tally, metric: str) -> None:
    """One matched contact, field by field; a value that nothing supports is an error."""
    for field in FIELDS:
        value: Any = got.get(field)
        if gold.get(field) is not None:
            accepted = answers(gold, field)
            right = (
                any(names.same(a, value) for a in accepted)
                if field in ENTITY_FIELDS
                else same_value(value, accepted)
            )
            tally.right(f"{metric}.{field}", right)
            tally.right(f"{metric}.filled", right)
        elif not gold.get(f"{field}_also"):
            tally.right(f"{metric}.abstains", not value)
    whole = parties_share(gold["parties"], got.get("parties") or [], names) == 1.0
    tally.right(f"{metric}.parties", whole)
