"""The record: contacts merged over pages and stories, disputes, claims.

Works by neighbourhoods of stories that follow one another: their pages are loaded together, what the
record needs of them is kept, and they are let go, so that memory does not grow with the text of the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from riwaya.corpus.accounts import accounts
from riwaya.corpus.claims import find_claims
from riwaya.corpus.digest import Digest
from riwaya.corpus.disputes import contact_disputes, mark_disputed, story_disputes
from riwaya.corpus.independence import Relays
from riwaya.corpus.independence_origins import Sides
from riwaya.corpus.independence_sides import KnownSides, StorySides, registry_sides
from riwaya.corpus.merge import merge
from riwaya.corpus.merge_fields import merged_contact
from riwaya.corpus.record_facts import ContactFact, contact_facts, joined_spellings, upstreams
from riwaya.corpus.record_hoods import neighbourhoods
from riwaya.model import Analysed, Claim, Copy, Dispute, MergedContact, Story


class RecordParts(NamedTuple):
    """What the record is made of, beside stories and copies; each ordered by id or page."""

    contacts: tuple[MergedContact, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[Claim, ...]


def build_record(
    stories: Sequence[Story],
    copies: Sequence[Copy],
    digests: Sequence[Digest],
    load: Callable[[str], Analysed],
    sides: Sides | None = None,
) -> RecordParts:
    """The record of these stories, the same whatever the order of the sequences.

    ``load`` gives a page by its id; no more than one neighbourhood's pages are held at a time.
    ``sides`` tells whom an entity speaks for (the registry of names, unless given).
    """
    sides = sides or registry_sides()
    published = {digest.page: digest.published for digest in digests}
    relays = Relays.of(copies)
    facts: list[ContactFact] = []
    disputes: list[Dispute] = []
    claims: list[Claim] = []
    for hood in neighbourhoods(stories):
        story_of = {page: story.id for story in hood for page in story.pages}
        pages = [load(page) for page in sorted(story_of)]
        told = StorySides(sides, pages)
        for page in pages:
            relays.upstreams[page.id] = upstreams(page)
            facts += contact_facts(page, story_of[page.id], published.get(page.id), told)
        claims += find_claims(pages, relays, told, story_of)
        disputes += story_disputes(pages, published, told, story_of)
    contacts = []
    for group in merge(joined_spellings(facts, sides.registered), stories):
        known = KnownSides(sides, {k: v for fact in group for k, v in fact.shown.items()})
        contact = merged_contact(group, relays, known)
        names = {o.said_by: o.name for f in group for t in f.tellings.values() for o in t.origins}
        asked = [one for fact in group for one in fact.initiatives]
        found = contact_disputes(contact, known, names, asked)
        disputes += found
        said = [(fact.page, one) for fact in group for one in fact.accounts]
        contacts.append(accounts(mark_disputed(contact, found), said, known))
    return RecordParts(
        contacts=tuple(sorted(contacts, key=lambda c: c.id)),
        disputes=tuple(disputes),
        claims=tuple(sorted(claims, key=lambda c: c.id)),
    )
