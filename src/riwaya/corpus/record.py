"""The record: contacts merged over pages and stories, disputes, claims.

Works by neighbourhoods of stories that follow one another: their pages are loaded together, what the
record needs of them is kept, and they are let go, so that memory does not grow with the text of the
corpus.  :func:`hood_record` and :func:`contact_record` are its two steps; a record that grows takes
them again for what a new page touches only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from riwaya.corpus.accounts import accounts
from riwaya.corpus.claims import find_claims
from riwaya.corpus.disputes import contact_disputes, mark_disputed, story_disputes
from riwaya.corpus.independence import Relays
from riwaya.corpus.independence_origins import Sides
from riwaya.corpus.independence_sides import KnownSides, StorySides, registry_sides
from riwaya.corpus.merge import Group, merge
from riwaya.corpus.merge_fields import merged_contact
from riwaya.corpus.record_facts import ContactFact, contact_facts, upstreams
from riwaya.corpus.record_hoods import neighbourhoods
from riwaya.model import Analysed, Claim, Copy, Dispute, MergedContact, Story


class RecordParts(NamedTuple):
    """What the record is made of, beside stories and copies; each ordered by id or place."""

    contacts: tuple[MergedContact, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[Claim, ...]


class HoodRecord(NamedTuple):
    """What the record keeps of a neighbourhood."""

    facts: list[ContactFact]
    claims: list[Claim]
    disputes: list[Dispute]
    upstreams: dict[str, frozenset[str]]
    """By page, as :class:`Relays` has them."""


def hood_record(
    pages: Sequence[Analysed], copies: Sequence[Copy], story_of: dict[str, str], sides: Sides
) -> HoodRecord:
    """The contacts, claims and disputes of the pages of one neighbourhood.

    ``copies`` are those among the pages, at least; ``story_of`` has the story of each page.
    """
    ordered = sorted(pages, key=lambda page: page.id)
    relays = Relays.of(copies, {page.id: upstreams(page) for page in ordered})
    told = StorySides(sides, ordered)
    published = {p.id: p.published.value if p.published else None for p in ordered}
    facts = [
        fact
        for page in ordered
        for fact in contact_facts(page, story_of[page.id], published[page.id], told)
    ]
    return HoodRecord(
        facts=facts,
        claims=find_claims(ordered, relays, told, story_of),
        disputes=story_disputes(ordered, published, told, story_of),
        upstreams=relays.upstreams,
    )


def contact_record(
    group: Group, relays: Relays, sides: Sides
) -> tuple[MergedContact, list[Dispute]]:
    """One merged contact, and where its pages cannot all be right."""
    known = KnownSides(sides, {k: v for fact in group for k, v in fact.shown.items()})
    contact = merged_contact(group, relays, known)
    names = {o.said_by: o.name for f in group for t in f.tellings.values() for o in t.origins}
    asked = [one for fact in group for one in fact.initiatives]
    found = contact_disputes(contact, known, names, asked)
    said = [(fact.page, one) for fact in group for one in fact.accounts]
    return accounts(mark_disputed(contact, found), said, known), found


def build_record(
    stories: Sequence[Story],
    copies: Sequence[Copy],
    load: Callable[[str], Analysed],
    sides: Sides | None = None,
) -> RecordParts:
    """The record of these stories, the same whatever the order of the sequences.

    ``load`` gives a page by its id; no more than one neighbourhood's pages are held at a time.
    ``sides`` tells whom an entity speaks for (the registry of names, unless given).
    """
    sides = sides or registry_sides()
    between: dict[str, list[Copy]] = {}
    for copy in copies:
        between.setdefault(copy.a.page, []).append(copy)
    relays = Relays.of(copies)
    facts: list[ContactFact] = []
    disputes: list[Dispute] = []
    claims: list[Claim] = []
    for hood in neighbourhoods(stories):
        story_of = {page: story.id for story in hood for page in story.pages}
        own = [copy for page in story_of for copy in between.get(page, ())]
        found = hood_record([load(page) for page in story_of], own, story_of, sides)
        relays.upstreams.update(found.upstreams)
        facts += found.facts
        claims += found.claims
        disputes += found.disputes
    contacts = []
    for group in merge(facts, stories):
        contact, contested = contact_record(group, relays, sides)
        contacts.append(contact)
        disputes += contested
    return RecordParts(
        contacts=tuple(sorted(contacts, key=lambda c: c.id)),
        disputes=tuple(sorted(disputes, key=lambda d: d.order)),
        claims=tuple(sorted(claims, key=lambda c: c.id)),
    )
