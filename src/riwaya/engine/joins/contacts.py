"""Contacts merged again: those that share the parties of one that came, changed or went."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import msgspec

from riwaya.corpus.independence import Relays
from riwaya.corpus.independence_sides import registry_sides
from riwaya.corpus.merge import Group, merge
from riwaya.corpus.record import contact_record
from riwaya.corpus.record_facts import ContactFact
from riwaya.engine.joins.copies import copies_among
from riwaya.engine.joins.hoods import unpack_fact
from riwaya.engine.joins.state import Joins
from riwaya.model import Dispute, Story
from riwaya.store.record import put_contact

_FACTS = "SELECT page, contact, merged, data FROM contact_facts WHERE "


def update_contacts(joins: Joins) -> None:
    """Merge the contacts again that a change can reach: those of the same sides or parties."""
    _of_changed_stories(joins)
    keys = _keys(joins)
    facts: dict[tuple[int, str], ContactFact] = {}
    member_of: dict[tuple[int, str], str | None] = {}
    for page, contact, merged, data in joins.among(
        f"{_FACTS}sides IN (SELECT value FROM json_each(?1)) "  # noqa: S608
        "OR parties IN (SELECT value FROM json_each(?1))",
        keys,
    ):
        facts[page, contact] = unpack_fact(data)
        member_of[page, contact] = merged
    groups = merge(facts.values(), _stories(joins, {fact.story for fact in facts.values()}))
    _put(joins, [g for g in groups if _changed(joins, g, member_of)], member_of)


def _of_changed_stories(joins: Joins) -> None:
    """The contacts of stories that follow others than before may be others' too."""
    rows = joins.among(
        "SELECT page, contact FROM contact_facts WHERE story IN (SELECT value FROM json_each(?1))",
        joins.changes.stories,
    )
    joins.changes.facts.update(rows)


def _keys(joins: Joins) -> set[str]:
    """The sides and parties that lead from the changed contacts to all that can be one with them."""
    changes = joins.changes
    edge = set(changes.fact_keys)
    for sides, parties in joins.among(
        "SELECT DISTINCT sides, parties FROM contact_facts WHERE page IN "
        "(SELECT value FROM json_each(?1))",
        {page for page, _ in changes.facts},
    ):
        edge |= {sides, parties}
    out = set(edge)
    while edge:
        rows = joins.among(
            "SELECT DISTINCT sides, parties FROM contact_facts WHERE "
            "sides IN (SELECT value FROM json_each(?1)) "
            "OR parties IN (SELECT value FROM json_each(?1))",
            edge,
        )
        edge = {key for row in rows for key in row} - out
        out |= edge
    return out


def _stories(joins: Joins, wanted: Iterable[str]) -> list[Story]:
    """The stories as merging needs them: whom they follow."""
    rows = joins.among(
        "SELECT id, follows FROM stories WHERE id IN (SELECT value FROM json_each(?1))", wanted
    )
    return [
        Story(id=story, title="", pages=(), follows=tuple(json.loads(follows)))
        for story, follows in rows
    ]


def _key(joins: Joins, fact: ContactFact) -> tuple[int, str]:
    return joins.numbers[fact.page], fact.contact.id


def _id(group: Group) -> str:
    return f"{group[0].page}#{group[0].contact.id}"


def _changed(joins: Joins, group: Group, member_of: dict[tuple[int, str], str | None]) -> bool:
    """Whether the merged contact is of other members than the file has, or of changed ones."""
    keys = [_key(joins, fact) for fact in group]
    own = _id(group)
    return (
        any(member_of[key] != own for key in keys)
        or own in joins.changes.split
        or not joins.changes.facts.isdisjoint(keys)
    )


def _put(
    joins: Joins, groups: Sequence[Group], member_of: dict[tuple[int, str], str | None]
) -> None:
    keys = {_id(group): [_key(joins, fact) for fact in group] for group in groups}
    stale = {one for own in keys.values() for key in own if (one := member_of[key])}
    stale |= joins.changes.split | keys.keys()
    _keep_old_ids(joins, stale - keys.keys())
    told = joins.among(
        "SELECT story FROM merged_contacts WHERE story IS NOT NULL AND id IN "
        "(SELECT value FROM json_each(?1))",
        stale,
    )
    joins.changes.retold |= {story for (story,) in told}
    for old in sorted(stale):
        joins.db.execute("DELETE FROM merged_contacts WHERE id = ?", (old,))
        joins.db.execute("DELETE FROM disputes WHERE contact = ?", (old,))
    pages = {page for own in keys.values() for page, _ in own}
    relays = Relays.of(copies_among(joins, pages), _upstreams(joins, pages))
    sides = registry_sides()
    for group in groups:
        contact, disputes = contact_record(group, relays, sides)
        put_contact(joins.db, contact)
        joins.changes.contacts.add(contact.id)
        if contact.story is not None:
            joins.changes.retold.add(contact.story)
        joins.db.executemany(
            "INSERT INTO disputes (kind, field, story, data, contact) VALUES (?, ?, ?, ?, ?)",
            [(d.kind, d.field, d.story, _json(d), contact.id) for d in disputes],
        )
        joins.db.executemany(
            "UPDATE contact_facts SET merged = ? WHERE page = ? AND contact = ?",
            [(contact.id, *key) for key in keys[contact.id]],
        )


def number_disputes(joins: Joins) -> None:
    """Have the disputes in the order of their evidence, whatever the order in which pages came."""
    rows = joins.db.execute(
        "SELECT n, kind, field, story, data, contact, hood FROM disputes ORDER BY n"
    ).fetchall()
    ordered = sorted(rows, key=lambda row: (_dispute_decoder.decode(row[4]).order, row[4]))
    if ordered != rows:
        joins.db.execute("DELETE FROM disputes")
        joins.db.executemany(
            "INSERT INTO disputes (kind, field, story, data, contact, hood) VALUES (?, ?, ?, ?, ?, ?)",
            [row[1:] for row in ordered],
        )


_dispute_decoder = msgspec.json.Decoder(Dispute)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _keep_old_ids(joins: Joins, gone: set[str]) -> None:
    """Before they go: the pages of merged contacts whose ids may be no more."""
    for contact, data in joins.among(
        "SELECT id, data FROM merged_contacts WHERE id IN (SELECT value FROM json_each(?1))", gone
    ):
        joins.changes.gone_contacts[contact] = tuple(json.loads(data)["pages"])


def _upstreams(joins: Joins, pages: Iterable[int]) -> dict[str, frozenset[str]]:
    rows = joins.among(
        "SELECT page, upstreams FROM joined_pages WHERE page IN (SELECT value FROM json_each(?1))",
        pages,
    )
    return {joins.ids[page]: frozenset(json.loads(told)) for page, told in rows}
