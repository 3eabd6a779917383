"""The views that the templates lay out, each a plain list of what a reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.export.report.segments import Layer, Line, lines
from riwaya.export.report.site import Run, Site, Words, compare
from riwaya.model import (
    Analysed,
    Contact,
    Copy,
    Dispute,
    Field,
    FieldValue,
    MergedContact,
    PageSpan,
    Ref,
    Statement,
)

CONTACT_FIELDS = (
    "status", "start", "scheduled_start", "duration", "place", "initiator", "agenda",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value of a contact: what it is, who says so, from how many origins, in which words."""

    shown: str
    according_to: list[str]
    independent: str
    words: list[Words]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of a contact, with its values and how they stand to one another."""

    name: str
    status: str
    status_code: str
    values: list[ValueView]


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one side says of a contact; ``only`` marks what the other side does not tell."""

    side: str
    words: list[tuple[Words, bool]]


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact as a card."""

    id: str
    kind: str
    status: str
    status_code: str
    parties: list[str]
    when: str
    fields: list[FieldView]
    accounts: list[AccountView]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Values that cannot all be true, each with its words."""

    kind: str
    field: str
    message: str
    values: list[ValueView]
    story_href: str
    story_title: str


@dataclass(frozen=True, slots=True)
class CopyView:
    """Two pages' copies of one passage, aligned."""

    kind: str
    verbatim: bool
    earlier: str
    sides: list[tuple[Words, list[Run]]]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: who is quoted by whom, to whom, and the words."""

    speaker: str
    speaker_key: str
    chain: list[str]
    addressee: str
    act: str
    polarity: str
    voice: str
    words: Words
    depth: int


def count_words(value: FieldValue, site: Site) -> str:
    """How many independent origins stand behind a value: "at least 1, at most 2"."""
    if value.independent == value.independent_max:
        return str(value.independent)
    label = site.labels
    comma = "، " if label.language == "ar" else ", "
    return (
        f"{label('at_least')} {value.independent}{comma}{label('at_most')} {value.independent_max}"
    )


def _value(value: FieldValue, field: str, site: Site) -> ValueView:
    return ValueView(
        shown=site.who(value.value) if isinstance(value.value, Ref) else site.labels.value(value.value, field),
        according_to=[site.who(who) for who in value.according_to],
        independent=count_words(value, site),
        words=_distinct(site.words(span) for span in value.evidence),
    )  # fmt: skip


def _distinct(words: Iterable[Words]) -> list[Words]:
    return list({w.href: w for w in words if w.text}.values())


def _field(name: str, field: Field, site: Site) -> FieldView:
    return FieldView(
        name=site.labels(name, "field"),
        status=site.labels(field.status, "field_status"),
        status_code=field.status,
        values=[_value(value, name, site) for value in field.values],
    )


def contact_view(contact: MergedContact, site: Site) -> ContactView:
    """A merged contact as a card; the kind and the parties stand in its heading."""
    label = site.labels
    fields = [
        _field(name, field, site)
        for name in ("parties", "kind", *CONTACT_FIELDS)
        if (field := getattr(contact, name)) is not None
    ]
    start = contact.start or contact.scheduled_start
    status = str(contact.status.values[0].value)
    return ContactView(
        id=contact.id,
        kind=label(str(contact.kind.values[0].value), "kind"),
        status=label(status, "status"),
        status_code=status,
        parties=[site.who(v.value if isinstance(v.value, Ref) else str(v.value)) for v in contact.parties.values],
        when=label.time(str(start.values[0].value)) if start else "",
        fields=fields,
        accounts=[
            AccountView(
                side=site.who(account.side),
                words=[(site.words(s), s in account.only) for s in account.statements],
            )
            for account in contact.accounts
        ],
    )  # fmt: skip


def dispute_view(dispute: Dispute, site: Site, story: tuple[str, str]) -> DisputeView:
    """A dispute with both sides' words; ``story`` is its address and title."""
    label = site.labels
    return DisputeView(
        kind=label(dispute.kind, "dispute_kind"),
        field=label(dispute.field, "field"),
        message=dispute.message_ar or dispute.message
        if label.language == "ar"
        else dispute.message,
        values=[
            ValueView(
                shown=label.value(value.value, dispute.field),
                according_to=[site.who(who) for who in value.according_to],
                independent="",
                words=_distinct(site.words(span) for span in value.evidence),
            )
            for value in dispute.values
        ],
        story_href=story[0],
        story_title=story[1],
    )


def copy_view(copy: Copy, site: Site) -> CopyView:
    """The two sides of a copied passage, their differing words marked."""
    label = site.labels
    earlier = site.pages.get(copy.earlier or "")
    return CopyView(
        kind=label(copy.kind, "copy_kind"),
        verbatim=copy.verbatim,
        earlier=site.outlet(earlier) if earlier else "",
        sides=list(zip((site.words(copy.a), site.words(copy.b)), compare(site, copy), strict=True)),
    )


def statement_views(page: Analysed, site: Site) -> list[StatementView]:
    """A page's statements in reading order, each as deep as it is nested."""
    by_id = {s.id: s for s in page.statements}
    return [_statement(page, s, by_id, site) for s in page.statements if s.content]


def _statement(
    page: Analysed, statement: Statement, by_id: dict[str, Statement], site: Site
) -> StatementView:
    label = site.labels
    depth, outer = 0, statement.inside
    while outer in by_id and depth < len(by_id):
        depth, outer = depth + 1, by_id[outer].inside
    start, end = statement.content[0][0], statement.content[-1][1]
    speaker = statement.speaker
    return StatementView(
        speaker=site.who(speaker),
        speaker_key=speaker.key if speaker else "",
        chain=[site.outlet(page), *(site.who(link) for link in statement.chain)],
        addressee=site.who(statement.addressee) if statement.addressee else "",
        act=label(statement.act, "act"),
        polarity=label(statement.polarity, "polarity"),
        voice=statement.voice,
        words=site.words(PageSpan(page=page.id, start=start, end=end)),
        depth=depth,
    )


def page_lines(page: Analysed, copies: Iterable[Copy], site: Site) -> list[Line]:
    """The page's text with every layer: names, times, statements, copied passages."""
    layers = [Layer((m.start, m.end), "name", _title(m.entity, site)) for m in page.mentions]
    layers += [Layer((t.start, t.end), "time", t.value) for t in page.times]
    for statement in page.statements:
        title = " ← ".join(site.who(link) for link in statement.chain) or site.labels("nobody")
        layers += [Layer(span, "said", title) for span in statement.content]
        if statement.cue:
            layers.append(Layer(statement.cue, "cue"))
    for copy in copies:
        for mine, other in ((copy.a, copy.b), (copy.b, copy.a)):
            if mine.page == page.id:
                also = site.pages.get(other.page)
                title = site.outlet(also) if also else other.page
                layers.append(Layer((mine.start, mine.end), "copied", title))
    layers += [
        Layer(s, "warned", w.message_ar or w.message) for w in page.warnings for s in w.spans
    ]
    edges = [s for c in page.contacts for spans in c.evidence.values() for s in spans]
    layers += [Layer(span, "fact") for span in edges]
    return lines(page, layers)


def _title(entity: str | None, site: Site) -> str:
    return site.who(entity) if entity else ""


def page_contacts(contacts: Iterable[Contact], site: Site) -> list[str]:
    """The contacts of one page, a line each."""
    label = site.labels
    return [
        f"{label(c.kind, 'kind')} ({label(c.status, 'status')}): " + " – ".join(site.who(p) for p in c.parties)
        for c in contacts
    ]  # fmt: skip


def outlets(pages: Iterable[Analysed], site: Site) -> list[tuple[str, int]]:
    """Which outlets carry a story, and with how many pages."""
    return Counter(site.outlet(page) for page in pages).most_common()
