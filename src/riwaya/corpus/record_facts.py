"""What the record keeps of a page once its story has been read: its contacts with who says so.

The rest of a page is used while its story is at hand and let go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from riwaya.corpus.accounts import SideTelling, side_tellings
from riwaya.corpus.independence import Telling
from riwaya.corpus.independence_origins import (
    UNATTRIBUTED,
    Origin,
    Sides,
    covering,
    origin,
    span_origin,
    statement_origin,
)
from riwaya.corpus.initiatives import Initiative, initiatives, side_ref
from riwaya.corpus.values import ACTUAL, FIELDS, ref_key, value_of
from riwaya.corpus.values_time import Moment, later, moment
from riwaya.model import Analysed, Contact, Ref, Span

_ANOTHER = re.compile(
    r"(?<!\w)[وبل]*(?:ال)?(?:سابق|أخير|ماض|ثان|ثالث|مقبل|قادم|آخر|أول|جديد|منفصل|مماثل)\w{0,2}(?!\w)"
)
_AROUND = 25
"""Code points around the word for a contact in which the page may say that it is another one."""
_TWINS = {"scheduled_start": "start"}
"""A page may give the evidence of either time under one name."""


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A contact of one page, ready to be merged with those of others."""

    page: str
    story: str
    contact: Contact
    published: Moment
    start: Moment
    """The actual start, else the scheduled one."""
    parties: frozenset[str]
    sides: frozenset[str]
    """The parties' sides; a party of no known side stands for itself."""
    shown: dict[str, str]
    """The sides of its parties and initiator, by id, as the story shows them."""
    tellings: dict[str, Telling]
    """By field, for every field given."""
    accounts: tuple[SideTelling, ...]
    """What the parties say of it on this page."""
    initiatives: tuple[Initiative, ...]
    """Who says at whose initiative it was."""

    @property
    def key(self) -> tuple[str, str]:
        """What orders contacts, whatever the order of the pages."""
        return self.page, self.contact.id


def contact_facts(
    page: Analysed, story: str, published: str | None, sides: Sides
) -> list[ContactFact]:
    """The contacts of a page, with who says each field."""
    lead = _lead_end(page)
    facts = []
    told = [_settled(_canonical(one, sides), published, sides) for one in page.contacts]
    for found in _once(page, told):
        asked = initiatives(page, found, sides)
        contact = _as_told(found, asked, sides)
        parties = frozenset(key for ref in contact.parties if (key := ref_key(ref)))
        if not parties:
            continue
        tellings = {
            field: _telling(page, contact, field, lead, sides)
            for field in FIELDS
            if value_of(contact, field) is not None
        }
        if contact.status in ("held", "under_way"):
            tellings["status"] = _attested(page, tellings)
        facts.append(
            ContactFact(
                page=page.id,
                story=story,
                contact=contact,
                published=moment(published),
                start=moment(contact.start or contact.scheduled_start),
                parties=parties,
                sides=frozenset(
                    (sides.side_of(ref.entity) if ref.entity else None) or ref_key(ref)
                    for ref in contact.parties
                ),
                shown=_shown(contact, sides),
                tellings=tellings,
                accounts=side_tellings(page, contact, sides),
                initiatives=asked,
            )
        )
    return facts


def _as_told(contact: Contact, asked: Sequence[Initiative], sides: Sides) -> Contact:
    """The contact with the initiator whom the page names as such, not the one who rang (أجرى اتصالا)."""
    named = {one.side for one in asked}
    if contact.initiator is None or len(named) != 1:
        return contact
    key = ref_key(contact.initiator)
    if {sides.side_of(key) or key} == named:
        return contact
    evidence = contact.evidence | {"initiator": tuple((one.start, one.end) for one in asked)}
    return msgspec.structs.replace(contact, initiator=side_ref(named.pop()), evidence=evidence)


def _once(page: Analysed, contacts: Sequence[Contact]) -> list[Contact]:
    """Without those that the page tells again: the same parties, kind and state, and no time of their own."""
    title = max((block.end for block in page.blocks if block.role == "title"), default=0)
    kept: list[Contact] = []
    for contact in sorted(contacts, key=lambda c: (-_fullness(c), c.id)):
        spans = contact.evidence.get("kind", ())
        summed_up = bool(spans) and all(end <= title for _, end in spans)
        if not any(
            _alike(contact, other)
            and (summed_up or (_timeless(other) and not _another(page, contact, other)))
            for other in kept
        ):
            kept.append(contact)
    return sorted(kept, key=lambda c: c.id)


def _fullness(contact: Contact) -> int:
    return sum(value_of(contact, field) is not None for field in FIELDS)


def _alike(contact: Contact, other: Contact) -> bool:
    return (
        _timeless(contact)
        and contact.kind == other.kind
        and contact.status == other.status
        and {ref_key(ref) for ref in contact.parties} == {ref_key(ref) for ref in other.parties}
    )


def _timeless(contact: Contact) -> bool:
    return contact.start is None and contact.scheduled_start is None


def _another(page: Analysed, *contacts: Contact) -> bool:
    """Whether the page calls one of them an earlier, a last or a second one."""
    around = (
        page.text[max(0, start - _AROUND) : end + _AROUND]
        for contact in contacts
        for start, end in contact.evidence.get("kind", ())
    )
    return any(_ANOTHER.search(words) for words in around)


def _shown(contact: Contact, sides: Sides) -> dict[str, str]:
    out: dict[str, str] = {}
    for ref in (*contact.parties, contact.initiator):
        if ref is not None and ref.entity and (side := sides.side_of(ref.entity)) is not None:
            out[ref.entity] = side
    return out


def _canonical(contact: Contact, sides: Sides) -> Contact:
    """The contact with the ids that stand for its parties, initiator and place."""

    def one(ref: Ref | None) -> Ref | None:
        if ref is None or not ref.entity or (key := sides.canonical(ref.entity)) == ref.entity:
            return ref
        return msgspec.structs.replace(ref, entity=key)

    kept = {ref_key(ref): ref for party in contact.parties if (ref := one(party)) is not None}
    parties = tuple(kept.values())
    return msgspec.structs.replace(
        contact, parties=parties, initiator=one(contact.initiator), place=one(contact.place)
    )


def _settled(contact: Contact, published: str | None, sides: Sides) -> Contact:
    """The contact as the page can only mean it.

    What begins after the page was published is planned, whatever its verb; a state beside its own
    leader is no further party, but for a visit, whose host it may be.
    """
    if contact.status in ACTUAL and later(moment(contact.start), moment(published)):
        contact = msgspec.structs.replace(contact, status="planned")
    if contact.kind == "visit" or len(contact.parties) < 3:
        return contact
    spoken_for = {
        side
        for ref in contact.parties
        if ref.entity and (side := sides.side_of(ref.entity)) not in (None, ref.entity)
    }
    kept = tuple(ref for ref in contact.parties if ref.entity not in spoken_for)
    return msgspec.structs.replace(contact, parties=kept) if len(kept) >= 2 else contact


def upstreams(page: Analysed) -> frozenset[str]:
    """The agencies and outlets that the page as a whole draws on, its own outlet among them."""
    keys = {s.entity or s.name for s in page.sources if s.kind in ("agency", "outlet")}
    if page.outlet is not None:
        keys.add(page.outlet.entity or page.outlet.name)
    return frozenset(key for key in keys if key)


def _lead_end(page: Analysed) -> int:
    """Where the title and the first paragraph end: they summarise what the body ascribes."""
    paragraphs = [b.end for b in page.blocks if b.role == "paragraph"]
    return paragraphs[0] if paragraphs else 0


def _telling(page: Analysed, contact: Contact, field: str, lead: int, sides: Sides) -> Telling:
    spans = contact.evidence.get(field) or contact.evidence.get(_TWINS.get(field, field), ())
    if spans and spans[0][0] < lead:
        spans = (*spans, *_again(page, contact, field, lead))
    found = [span_origin(page, span, sides) for span in spans]
    named = [o for o in found if o is not None]
    if not named:
        said = _said(page, contact, field, sides)
        named = [said] if said is not None else []
    elif not _ascribed(found, spans, lead):
        named = []
    return Telling(page.id, spans, tuple(dict.fromkeys(named)))


def _again(page: Analysed, contact: Contact, field: str, lead: int) -> Iterable[Span]:
    """Where the body tells again, in a statement, the time, length or place that title or lead has.

    Title and lead summarise: who says so comes further down.
    """
    value = getattr(contact, field)
    if field in ("start", "scheduled_start", "duration"):
        told = [(t.start, t.end) for t in page.times if t.value == value]
    elif field in ("place", "initiator"):
        told = [(m.start, m.end) for m in page.mentions if m.entity and m.entity == value.entity]
    else:
        return ()
    return (span for span in told if span[0] >= lead and covering(page, span))


def _ascribed(found: list[Origin | None], spans: tuple[Span, ...], lead: int) -> bool:
    """Whether the page ascribes the value: the first evidence after title and lead decides."""
    body = [o for o, span in zip(found, spans, strict=True) if o is not None or span[0] >= lead]
    return bool(body) and body[0] is not None


def _said(page: Analysed, contact: Contact, field: str, sides: Sides) -> Origin | None:
    """The origin that the page's own layer names, where the words of the evidence show none."""
    given = contact.according_to.get(field) or contact.according_to.get(_TWINS.get(field, field))
    if given is None or given[1] == UNATTRIBUTED:
        return None
    statement_id, entity = given
    for statement in page.statements:
        if statement_id is not None and statement.id == statement_id:
            return statement_origin(statement, sides)
    return origin((Ref(entity=entity, name=entity),), sides)


def _attested(page: Analysed, tellings: dict[str, Telling]) -> Telling:
    """That a contact took place is attested by whoever tells anything of it as past."""
    status = tellings["status"]
    told = [t for field, t in tellings.items() if field != "agenda"]
    return Telling(page.id, status.spans, _all_origins(told))


def _all_origins(tellings: Iterable[Telling]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(o for t in tellings for o in t.origins))
