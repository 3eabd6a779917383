"""The model: everything riwaya finds, typed, frozen, and as JSON.

The JSON shapes are the project's public output format (docs/output-format.md).
Offsets are half-open ``[start, end)`` spans in Unicode code points of a page's stored ``text``,
which no step ever changes.  All structs are immutable; lists are tuples.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Span = tuple[int, int]
"""A half-open range of code points into a page's text."""

Role = Literal[
    "title", "repeated_title", "section", "byline", "caption", "paragraph", "subheading",
    "related", "source", "form", "navigation", "end",
]  # fmt: skip
BODY_ROLES: frozenset[str] = frozenset({"title", "paragraph", "subheading"})
"""The roles that make up the article's own words."""

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "OTHER"]
MentionKind = Literal["name", "nominal"]
StatementType = Literal["direct", "indirect", "mixed"]
Voice = Literal["own", "told", "endorsed"]
Polarity = Literal["affirmed", "denied", "withheld"]
Stance = Literal["neutral", "distanced", "conceding"]
Certainty = Literal["certain", "probable", "possible", "conditional"]
Act = Literal[
    "assert", "announce", "warn", "threaten", "demand", "request", "propose", "promise", "agree",
    "deny", "reject", "praise", "criticise", "ask", "other",
]  # fmt: skip
ContactKind = Literal[
    "phone_call", "video_call", "meeting", "summit", "visit", "talks", "letter", "contact"
]
ContactStatus = Literal[
    "held", "under_way", "planned", "proposed", "postponed", "declined", "cancelled", "denied"
]
WarningKind = Literal[
    "weekday_mismatch", "date_mismatch", "impossible_time", "zone_mismatch", "self_contradiction",
    "garbled", "headline_beyond_body", "machine_translated", "unclosed_quote", "repeated_text",
    "unopened_quote", "unbalanced_quote",
]  # fmt: skip
SourceKind = Literal["agency", "outlet", "official", "unnamed"]
SourceVia = Literal["byline", "source_line", "metadata"]
DetailKind = Literal["author", "section", "dateline", "updated", "canonical"]
Hedge = Literal["about", "at_least", "at_most", "exact"]
Named = Literal["named", "role", "unnamed"]


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every shape here: immutable, built by keyword."""


class Block(Struct, frozen=True, kw_only=True):
    """One trimmed line of the page and the part it plays. ``path`` is the element path in HTML."""

    start: int
    end: int
    role: Role
    path: str | None = None


class Outlet(Struct, frozen=True, kw_only=True):
    """Who published the page."""

    name: str
    entity: str | None = None
    evidence: tuple[Span, ...] = ()


class Source(Struct, frozen=True, kw_only=True):
    """An upstream of the page as a whole; an unnamed one (وكالات) has no entity."""

    entity: str | None
    kind: SourceKind
    via: SourceVia
    evidence: tuple[Span, ...] = ()
    name: str | None = None


class Published(Struct, frozen=True, kw_only=True):
    """The page's own date: an ISO date or date-time, and how it is known."""

    value: str
    basis: str
    evidence: tuple[Span, ...] = ()
    stood: str | None = None
    """Where metadata had it: ``json-ld``, ``opengraph``, ``meta``, ``microdata``, ``markup`` …"""


class Detail(Struct, frozen=True, kw_only=True):
    """What else the page tells of itself, and where it stood.

    ``basis`` is ``json-ld``, ``opengraph``, ``meta``, ``metadata`` (a record's), ``byline``, ``section``;
    ``dateline`` is the town that the report is from, ``updated`` an ISO date or date-time.
    """

    kind: DetailKind
    value: str
    basis: str
    evidence: tuple[Span, ...] = ()


class PublishedRange(Struct, frozen=True, kw_only=True):
    """Where the day is not known: the earliest and latest that it can be."""

    earliest: str | None
    latest: str | None
    basis: str
    evidence: tuple[Span, ...] = ()
    inferred: bool = True


class Time(Struct, frozen=True, kw_only=True):
    """A date, clock time, duration or set. ``value`` is a TIMEX3 value, open parts as ``X``.

    ``mod`` is TIMEX3's: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS.  A Hijri date is
    APPROX: a sighted moon may lie a day from the Umm al-Qura tables.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    anchor: str | None = None
    zone: str | None = None
    mod: str | None = None


class Ref(Struct, frozen=True, kw_only=True):
    """Someone or something named: a stable id where known, and the written forms."""

    entity: str | None
    name: str | None = None
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What two references are compared by: the entity id, else the written name, else ``""``."""
        return self.entity or self.name or ""


class Mention(Struct, frozen=True, kw_only=True):
    """A name, or a definite description of one known entity. ``office`` is a title read beside it.

    ``correction`` is the known form that a misspelt name is taken for (بايدن for بادين); the text stays.
    """

    start: int
    end: int
    text: str
    type: MentionType
    kind: MentionKind
    entity: str | None
    names: tuple[str, ...] = ()
    office: str | None = None
    correction: str | None = None

    @property
    def ref(self) -> Ref:
        return Ref(entity=self.entity, name=self.text, names=self.names)


class Speaker(Ref, frozen=True, kw_only=True):
    """A reference in a statement's speaker or addressee place, and where the text has it."""

    span: Span | None = None
    named: Named = "named"


class Statement(Struct, frozen=True, kw_only=True):
    """One thing reported as said, written or meant by someone."""

    id: str
    type: StatementType
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None
    addressee: Speaker | None = None
    inside: str | None = None
    chain: tuple[Ref, ...] = ()
    voice: Voice = "own"
    polarity: Polarity = "affirmed"
    stance: Stance = "neutral"
    certainty: Certainty = "certain"
    act: Act = "assert"
    occasion: str | None = None
    rule: str | None = None
    """The rule that proposed it, for ``--why``."""


class Contact(Struct, frozen=True, kw_only=True):
    """A contact between parties that the page reports or announces."""

    id: str
    kind: ContactKind
    status: ContactStatus
    parties: tuple[Ref, ...]
    initiator: Ref | None = None
    start: str | None = None
    scheduled_start: str | None = None
    duration: str | None = None
    place: Ref | None = None
    agenda: tuple[str, ...] = ()
    evidence: dict[str, tuple[Span, ...]] = msgspec.field(default_factory=dict)
    according_to: dict[str, tuple[str | None, str]] = msgspec.field(default_factory=dict)
    """By field: the id of the statement that carries it, or null, and the entity that says so,
    or ``"unattributed"``."""


class Quantity(Struct, frozen=True, kw_only=True):
    """A number that a story can dispute: dead, hurt, sums, shares."""

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None
    of: str | None
    hedge: Hedge = "exact"


class PageWarning(Struct, frozen=True, kw_only=True):
    """What a careful reader would question inside the page. ``message`` English, ``message_ar`` Arabic."""

    kind: WarningKind
    spans: tuple[Span, ...]
    message: str
    message_ar: str = ""


RepairKind = Literal[
    "glued_words", "broken_sentence", "stray_conjunction", "doubled_line", "unbalanced_quote",
    "outside_proclitic", "mojibake",
]  # fmt: skip
SegmentBasis = Literal["start", "dateline", "turn"]


class Repair(Struct, frozen=True, kw_only=True):
    """A repair that the text could have, proposed and never made: ``replacement`` for ``[start, end)``."""

    kind: RepairKind
    start: int
    end: int
    replacement: str
    reason: str


class Segment(Struct, frozen=True, kw_only=True):
    """A part of a page that was put together from several: a dispatch, or a turn to another matter.

    ``basis``: ``start`` the page's first, ``dateline`` another dispatch, whose own day ``published``
    is where its dateline tells it, ``turn`` a phrase such as وفي سياق متصل.
    """

    start: int
    end: int
    basis: SegmentBasis
    published: str | None = None
    evidence: tuple[Span, ...] = ()


class Hint(Struct, frozen=True, kw_only=True):
    """A piece of evidence about the page from outside its text: metadata, URL, feed, record.

    ``kind`` is what it is evidence for (``title``, ``outlet``, ``published``, ``author`` …),
    ``basis`` where it stood (``json-ld``, ``opengraph``, ``record``, ``url`` …).
    """

    kind: str
    value: str
    basis: str


class Page(Struct, frozen=True, kw_only=True):
    """A page as read: its text, never changed again, and what came with it.

    ``layout`` holds the blocks that a reader already knows (HTML, records); plain text has none.
    ``sha256`` is that of ``text`` in UTF-8; ``raw_sha256`` that of the bytes as they were read.
    """

    id: str
    text: str
    language: str
    format: str
    sha256: str
    url: str | None = None
    raw_sha256: str | None = None
    encoding: str | None = None
    layout: tuple[Block, ...] = ()
    hints: tuple[Hint, ...] = ()


class SetAside(Struct, frozen=True, kw_only=True):
    """A page that was read but not taken, and why. Printed as ``{"id", "set_aside": {...}}``."""

    id: str
    reason: str
    language: str | None = None
    detail: str = ""


Annotation = (
    Block | Outlet | Source | Published | PublishedRange | Detail | Time | Mention | Statement | Contact
    | Quantity | PageWarning | Repair | Segment
)  # fmt: skip
"""Whatever a page step can find."""


class Found(Struct, frozen=True, kw_only=True):
    """What the steps have found so far on one page, layer by layer. Each step reads it and adds."""

    blocks: tuple[Block, ...] = ()
    outlet: Outlet | None = None
    sources: tuple[Source, ...] = ()
    published: Published | None = None
    published_range: PublishedRange | None = None
    details: tuple[Detail, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    warnings: tuple[PageWarning, ...] = ()
    repairs: tuple[Repair, ...] = ()
    segments: tuple[Segment, ...] = ()

    def body(self) -> tuple[Block, ...]:
        """The blocks that are the article's own words: title, paragraphs, subheadings."""
        return tuple(block for block in self.blocks if block.role in BODY_ROLES)


class Analysed(Found, frozen=True, kw_only=True):
    """One page with every layer: a line of ``riwaya read --json``."""

    id: str
    text: str
    language: str
    url: str | None = None
    address: str | None = None
    """The web address in one spelling, print, AMP and mobile versions and tracking aside."""
    title: str | None = None
    format: str | None = None
    sha256: str | None = None
    same_as: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    """In a record: the ids of all texts that the address had, oldest first, where it had several."""


class PageSpan(Struct, frozen=True, kw_only=True):
    """A span of one page."""

    page: str
    start: int
    end: int


CopyKind = Literal["copy", "background", "update"]
FieldStatus = Literal["single", "repeated", "one_side", "both_sides", "corroborated", "disputed"]
DisputeKind = Literal["conflict", "self_conflict"]


class Copy(Struct, frozen=True, kw_only=True):
    """One passage standing in two pages. ``earlier`` is a page id or null where nothing tells."""

    a: PageSpan
    b: PageSpan
    verbatim: bool
    similarity: float
    earlier: str | None = None
    kind: CopyKind = "copy"


class Story(Struct, frozen=True, kw_only=True):
    """Pages of one focal event."""

    id: str
    title: str
    pages: tuple[str, ...]
    follows: tuple[str, ...] = ()


class FieldValue(Struct, frozen=True, kw_only=True):
    """One value of a merged contact's field: where it stands, who says so, how independently."""

    value: str | Ref
    pages: tuple[str, ...]
    evidence: tuple[PageSpan, ...]
    according_to: tuple[str, ...]
    origins: tuple[str, ...]
    independent: int
    independent_max: int


class Field(Struct, frozen=True, kw_only=True):
    """A merged contact's field, the leading value first."""

    values: tuple[FieldValue, ...]
    status: FieldStatus


class Account(Struct, frozen=True, kw_only=True):
    """What one side says of a contact: its statements, and which are told by that side only."""

    side: Ref
    statements: tuple[PageSpan, ...]
    only: tuple[PageSpan, ...] = ()


class MergedContact(Struct, frozen=True, kw_only=True):
    """A contact as all pages have it; ``id`` derives from its least member."""

    id: str
    pages: tuple[str, ...]
    story: str | None
    parties: Field
    kind: Field
    status: Field
    initiator: Field | None = None
    start: Field | None = None
    scheduled_start: Field | None = None
    duration: Field | None = None
    place: Field | None = None
    agenda: Field | None = None
    accounts: tuple[Account, ...] = ()


class DisputeValue(Struct, frozen=True, kw_only=True):
    """One side of a dispute."""

    value: str
    evidence: tuple[PageSpan, ...]
    according_to: tuple[str, ...] = ()


class Dispute(Struct, frozen=True, kw_only=True):
    """Values that cannot all be true. ``message`` English, ``message_ar`` Arabic."""

    kind: DisputeKind
    field: str
    values: tuple[DisputeValue, ...]
    message: str
    message_ar: str = ""
    story: str | None = None

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """What disputes are listed by: where the first evidence stands, then what they are about."""
        spans = ((e.page, e.start) for value in self.values for e in value.evidence)
        return *min(spans, default=("", 0)), self.field, self.kind, self.message


class Wording(Struct, frozen=True, kw_only=True):
    """A claim as one page has it."""

    page: str
    statement: str | None
    start: int
    end: int


class Claim(Struct, frozen=True, kw_only=True):
    """One statement, or one number, as several pages have it."""

    id: str
    wordings: tuple[Wording, ...]
    origins: tuple[str, ...]
    independent: int
    independent_max: int


class Record(Struct, frozen=True, kw_only=True):
    """What the corpus joins make of many pages; ``pages`` are printed beside it."""

    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    contacts: tuple[MergedContact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    claims: tuple[Claim, ...] = ()
