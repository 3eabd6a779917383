"""Accounts: what each side says of a contact, told by both or by one of them only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from riwaya.corpus.body import word_hash
from riwaya.corpus.claims_text import hull, stems
from riwaya.corpus.independence_origins import Sides, statement_origin
from riwaya.corpus.values import ref_key
from riwaya.model import Account, Analysed, Contact, MergedContact, PageSpan, Ref, Statement

TOLD_BY_BOTH = 0.25
"""Shared stems (Jaccard) above which a statement of the other side tells the same."""


@dataclass(frozen=True, slots=True)
class SideTelling:
    """A statement of a party about the contact: whose, where, and the hashes of its stems."""

    side: str
    start: int
    end: int
    words: bytes


def side_tellings(page: Analysed, contact: Contact, sides: Sides) -> tuple[SideTelling, ...]:
    """What the parties say of a contact on a page.

    A statement is about the contact where it stands over its evidence or names a party of another side.
    """
    parties = {
        (sides.side_of(ref.entity) if ref.entity else None) or ref_key(ref)
        for ref in contact.parties
    }
    if len(parties) < 2:
        return ()
    return tuple(_tellings(page, contact, parties, sides))


def _tellings(
    page: Analysed, contact: Contact, parties: set[str], sides: Sides
) -> Iterable[SideTelling]:
    evidence = [span for spans in contact.evidence.values() for span in spans]
    for statement in page.statements:
        if statement.inside is not None or not statement.content:
            continue
        origin = statement_origin(statement, sides)
        if not origin.known or origin.key not in parties:
            continue
        about = any(s < e2 and s2 < e for s, e in statement.content for s2, e2 in evidence)
        if about or _names_other(page, statement, origin.key, parties, sides):
            start, end = hull(statement.content)
            hashes = sorted(word_hash(word) for word in stems(page, statement.content))
            yield SideTelling(origin.key, start, end, np.array(hashes, np.uint32).tobytes())


def _names_other(
    page: Analysed, statement: Statement, own: str, parties: set[str], sides: Sides
) -> bool:
    start, end = hull(statement.content)
    for mention in page.mentions:
        if start <= mention.start and mention.end <= end and mention.entity:
            side = sides.side_of(mention.entity) or mention.entity
            if side != own and side in parties:
                return True
    return False


def accounts(
    contact: MergedContact, told: Sequence[tuple[str, SideTelling]], sides: Sides
) -> MergedContact:
    """The contact with each side's account, where a side gives one: ``told`` is by page."""
    refs = _party_refs(contact, sides)
    by_side: dict[str, list[tuple[PageSpan, frozenset[int]]]] = defaultdict(list)
    for page, one in told:
        words = frozenset(np.frombuffer(one.words, np.uint32).tolist())
        by_side[one.side].append((PageSpan(page=page, start=one.start, end=one.end), words))
    out = []
    for side in sorted(by_side):
        others = [words for s, rows in by_side.items() if s != side for _, words in rows]
        rows = by_side[side]
        out.append(
            Account(
                side=refs.get(side) or Ref(entity=side),
                statements=tuple(dict.fromkeys(span for span, _ in rows)),
                only=tuple(dict.fromkeys(span for span, words in rows if not _told(words, others))),
            )
        )
    return msgspec.structs.replace(contact, accounts=tuple(out)) if out else contact


def _party_refs(contact: MergedContact, sides: Sides) -> dict[str, Ref]:
    """A side by the party that stands for it, where that is the side itself."""
    refs: dict[str, Ref] = {}
    for value in contact.parties.values:
        if isinstance(value.value, Ref):
            key = ref_key(value.value)
            side = (sides.side_of(value.value.entity) if value.value.entity else None) or key
            if side == key:
                refs[side] = value.value
    return refs


def _told(words: frozenset[int], others: Iterable[frozenset[int]]) -> bool:
    for other in others:
        both = len(words & other)
        if both and both / (len(words) + len(other) - both) >= TOLD_BY_BOTH:
            return True
    return False
