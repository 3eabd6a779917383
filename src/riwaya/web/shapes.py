"""What the queries give: typed rows that pages lay out and REST prints."""

from __future__ import annotations

from riwaya.model import MergedContact, Span, Struct
from riwaya.store.shapes import EntityRow, PageRow


class OutletCount(Struct, frozen=True, kw_only=True):
    """An outlet and how many pages it has of something."""

    outlet: str
    name: str
    pages: int


class DayCount(Struct, frozen=True, kw_only=True):
    """A day or a month (ISO) and how many pages fall in it."""

    day: str
    pages: int


class Facet(Struct, frozen=True, kw_only=True):
    """A value that a result can be narrowed by, and how many of the result have it."""

    value: str
    name: str
    count: int


class StoryCard(Struct, frozen=True, kw_only=True):
    """A story in a list. ``tellings`` are its pages less those known to share an outlet, a passage or a
    source: an upper bound on how many tell it independently.  ``growth`` is the number of its pages in the
    last day of the period asked for.
    """

    id: str
    title: str
    pages: int
    first: str | None
    last: str | None
    outlets: int
    tellings: int
    statements: int
    contacts: int
    disputes: int
    growth: int
    by_outlet: tuple[OutletCount, ...]
    by_day: tuple[DayCount, ...]


class Upstream(Struct, frozen=True, kw_only=True):
    """A source of a page as a whole."""

    entity: str | None
    name: str | None
    kind: str
    via: str


class StoryPage(Struct, frozen=True, kw_only=True):
    """A page of a story: its upstream, and the pages of the story that have a passage of it earlier."""

    page: PageRow
    outlet: str | None
    sources: tuple[Upstream, ...]
    copies: tuple[str, ...]


class Saying(Struct, frozen=True, kw_only=True):
    """A statement with the page that has it. Only where ``voice`` is ``own`` are the words the speaker's.

    ``claim`` names what several pages have of it, ``wordings`` is how many there are.
    """

    page: str
    id: str
    title: str | None
    outlet: str | None
    outlet_id: str | None
    published: str | None
    type: str
    voice: str
    polarity: str
    act: str
    speaker: str | None
    speaker_name: str | None
    addressee: str | None
    chain: tuple[str, ...]
    inside: str | None
    start: int
    end: int
    content: str
    claim: str | None = None
    wordings: int = 1


class ClaimView(Struct, frozen=True, kw_only=True):
    """One claim with its wordings, the earliest page first."""

    id: str
    origins: tuple[str, ...]
    independent: int
    independent_max: int
    wordings: tuple[Saying, ...]


class DisputeRow(Struct, frozen=True, kw_only=True):
    """A dispute in a list. ``n`` is its number in the record as it stands."""

    n: int
    kind: str
    field: str
    story: str | None
    story_title: str | None
    day: str | None
    message: str
    message_ar: str


class ContactRow(Struct, frozen=True, kw_only=True):
    """A merged contact in a list. ``day`` is when it was, or was to be."""

    id: str
    kind: str | None
    status: str | None
    day: str | None
    pages: int
    disputed: bool
    independent: int
    story: str | None
    parties: tuple[str, ...]


class Office(Struct, frozen=True, kw_only=True):
    """An office of a person. Undated where the dates are unsure; an open ``end`` is until today."""

    side: str
    office: str
    start: str | None
    end: str | None


class Counterpart(Struct, frozen=True, kw_only=True):
    """Somebody whom an entity deals with: contacts between them, and statements from one to the other."""

    entity: str
    contacts: int
    said_to: int
    heard_from: int
    first: str | None
    last: str | None


class EntityView(Struct, frozen=True, kw_only=True):
    """All that the record has of somebody or something, in numbers; lists are queries of their own."""

    entity: EntityRow
    ids: tuple[str, ...]
    offices: tuple[Office, ...]
    says: int
    said_to_say: int
    addressed: int
    about: int
    contacts: int
    stories: int
    by_month: tuple[DayCount, ...]


class OutletRow(Struct, frozen=True, kw_only=True):
    """An outlet: how much it publishes, how often it was first, how much of it others had earlier."""

    outlet: str
    name: str
    pages: int
    stories: int
    statements: int
    first: int
    copied: int
    since: str | None
    until: str | None


class OutletLink(Struct, frozen=True, kw_only=True):
    """What one outlet has that another had earlier. ``minutes`` is the median delay, null where no clock tells."""

    outlet: str
    name: str
    passages: int
    pages: int
    chars: int
    minutes: float | None


class OutletView(Struct, frozen=True, kw_only=True):
    """An outlet's profile: whom it takes from, who takes from it, whom it names as its source, and when."""

    row: OutletRow
    takes: tuple[OutletLink, ...]
    gives: tuple[OutletLink, ...]
    named: tuple[Facet, ...]
    by_month: tuple[DayCount, ...]


class FoundPage(Struct, frozen=True, kw_only=True):
    """A page that a search found, with a snippet and the spans of the words in it, in code points."""

    page: PageRow
    snippet: str
    at: int
    marks: tuple[Span, ...]
    """Into the snippet."""
    first: Span | None
    """The first match, into the page's text."""


class SavedSearch(Struct, frozen=True, kw_only=True):
    """A search that the user keeps. ``query`` is the query string of the search page."""

    n: int
    name: str
    query: str
    made_at: str
    found: int | None = None


class MetaLine(Struct, frozen=True, kw_only=True):
    """A piece of what is known of a page, and how: a value, its basis, the words that tell it."""

    name: str
    value: str
    basis: str
    at: tuple[Span, ...] = ()


class ContactView(Struct, frozen=True, kw_only=True):
    """A merged contact, and which story it belongs to."""

    contact: MergedContact
    story_title: str | None = None
