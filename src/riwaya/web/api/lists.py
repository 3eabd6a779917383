"""The lists of a record, each with its filters: the same ones as in the Python client."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from riwaya.model import (
    Act,
    Claim,
    ContactKind,
    ContactStatus,
    Copy,
    CopyKind,
    MergedContact,
    Voice,
)
from riwaya.store.lists import queries
from riwaya.store.shapes import EntityRow, PageRow, SetAsideRow, StatementRow
from riwaya.web.api import parameters as ask
from riwaya.web.api.access import reading
from riwaya.web.api.listing import Listed, by_key, by_number
from riwaya.web.queries.sources import list_outlets
from riwaya.web.queries.stories import StoryFilter, StoryOrder, list_stories
from riwaya.web.queries.story import list_disputes
from riwaya.web.shapes import DisputeRow, OutletRow, StoryCard
from riwaya.web.visit import AnyRequest


@get("/stories", sync_to_thread=True)
def stories(
    request: AnyRequest, order: FromQuery[StoryOrder] = "time", outlet: ask.Outlet = None,
    entity: ask.Somebody = None, since: ask.Since = None, until: ask.Until = None,
    disputed: FromQuery[bool] = False, words: ask.Words = None, limit: ask.Limit = 50,
    after: ask.After = None,
) -> Response[Listed[StoryCard]]:  # fmt: skip
    """Stories.

    What happened: by time, size, growth on the last day, or independent tellings.
    """
    wanted = StoryFilter(
        order=order, outlet=outlet, entity=entity, since=ask.day(since), until=ask.day(until),
        disputed=disputed, words=words,
    )  # fmt: skip
    with reading(request) as reader:
        return by_number(request, lambda cut: list_stories(reader.db, wanted, cut), limit, after)


@get("/statements", sync_to_thread=True)
def statements(
    request: AnyRequest, speaker: ask.Somebody = None, addressee: ask.Somebody = None,
    about: ask.Somebody = None, act: FromQuery[Act | None] = None, voice: FromQuery[Voice | None] = None,
    page: ask.Page = None, story: ask.Story = None, outlet: ask.Outlet = None,
    since: ask.Since = None, until: ask.Until = None, limit: ask.Limit = 50,
    after: ask.After = None, count: ask.Count = False,
) -> Response[Listed[StatementRow]]:  # fmt: skip
    """Statements.

    Who said what, by page and place.  Only where `voice` is `own` are the words the speaker's; the rest is
    what another tells that the speaker said.  `chain` runs from the outermost teller to the speaker.
    """
    with reading(request) as reader:
        rows = queries.statements(
            reader.db, speaker=speaker, addressee=addressee, about=about, act=act, voice=voice,
            page=page, story=story, outlet=outlet, since=ask.day(since), until=ask.day(until),
        )  # fmt: skip
        return by_key(request, rows, limit, after, count=count)


@get("/contacts", sync_to_thread=True)
def contacts(
    request: AnyRequest, party: ask.Somebody = None, story: ask.Story = None,
    kind: FromQuery[ContactKind | None] = None, status: FromQuery[ContactStatus | None] = None,
    since: ask.Since = None, until: ask.Until = None, disputed: ask.Disputed = None,
    min_independent: ask.AtLeast = None, limit: ask.Limit = 50, after: ask.After = None,
    count: ask.Count = False,
) -> Response[Listed[MergedContact]]:  # fmt: skip
    """Contacts.

    Contacts between parties over all pages, by time: each value of each field with its evidence, who says
    so, and from how many independent origins at least and at most.
    """
    with reading(request) as reader:
        rows = queries.contacts(
            reader.db, party=party, story=story, kind=kind, status=status, since=ask.day(since),
            until=ask.day(until), disputed=disputed, min_independent=min_independent,
        )  # fmt: skip
        return by_key(request, rows, limit, after, count=count)


@get("/disputes", sync_to_thread=True)
def disputes(
    request: AnyRequest,
    field: Annotated[str | None, QueryParameter(max_length=40, description="`number`, `claim`, `start` …")] = None,
    limit: ask.Limit = 50, after: ask.After = None,
) -> Response[Listed[DisputeRow]]:  # fmt: skip
    """Disputes.

    Values that cannot all be true, those of the latest stories first; `/dispute?n=` has all sides.
    """
    with reading(request) as reader:
        return by_number(request, lambda cut: list_disputes(reader.db, field, cut), limit, after)


@get("/claims", sync_to_thread=True)
def claims(
    request: AnyRequest, page: ask.Page = None, story: ask.Story = None,
    min_independent: ask.AtLeast = None, limit: ask.Limit = 50, after: ask.After = None,
    count: ask.Count = False,
) -> Response[Listed[Claim]]:  # fmt: skip
    """Claims.

    One statement, or one number, as several pages have it.
    """
    with reading(request) as reader:
        rows = queries.claims(reader.db, page=page, story=story, min_independent=min_independent)
        return by_key(request, rows, limit, after, count=count)


@get("/copies", sync_to_thread=True)
def copies(
    request: AnyRequest, page: ask.Page = None, story: ask.Story = None,
    kind: FromQuery[CopyKind | None] = None, verbatim: FromQuery[bool | None] = None, limit: ask.Limit = 50,
    after: ask.After = None, count: ask.Count = False,
) -> Response[Listed[Copy]]:  # fmt: skip
    """Copied passages.

    Passages that stand in two pages; `earlier` is the page that had it first, where anything tells.
    """
    with reading(request) as reader:
        rows = queries.copies(reader.db, page=page, story=story, kind=kind, verbatim=verbatim)
        return by_key(request, rows, limit, after, count=count)


@get("/entities", sync_to_thread=True)
def entities(
    request: AnyRequest, type: FromQuery[ask.MentionType | None] = None, min_pages: ask.AtLeast = None,
    limit: ask.Limit = 50, after: ask.After = None, count: ask.Count = False,
) -> Response[Listed[EntityRow]]:  # fmt: skip
    """People, bodies, places.

    Who and what is named, the most mentioned first.
    """
    with reading(request) as reader:
        rows = queries.entities(reader.db, type=type, min_pages=min_pages)
        return by_key(request, rows, limit, after, count=count)


@get("/pages", sync_to_thread=True)
def pages(
    request: AnyRequest, outlet: ask.Outlet = None, story: ask.Story = None,
    entity: ask.Somebody = None, since: ask.Since = None, until: ask.Until = None,
    words: ask.Words = None, limit: ask.Limit = 50, after: ask.After = None,
    count: ask.Count = False,
) -> Response[Listed[PageRow]]:  # fmt: skip
    """Pages.

    By date, without their text, which `/page?id=` has.
    """
    with reading(request) as reader:
        rows = queries.pages(
            reader.db, outlet=outlet, story=story, entity=entity, since=ask.day(since),
            until=ask.day(until), words=words,
        )  # fmt: skip
        return by_key(request, rows, limit, after, count=count)


@get("/set-aside", sync_to_thread=True)
def set_aside(
    request: AnyRequest,
    reason: Annotated[str | None, QueryParameter(max_length=40)] = None, limit: ask.Limit = 50,
    after: ask.After = None, count: ask.Count = False,
) -> Response[Listed[SetAsideRow]]:  # fmt: skip
    """What was set aside.

    What was read and not taken, and why.
    """
    with reading(request) as reader:
        rows = queries.set_aside(reader.db, reason=reason)
        return by_key(request, rows, limit, after, count=count)


@get("/outlets", sync_to_thread=True)
def outlets(
    request: AnyRequest, order: FromQuery[ask.OutletOrder] = "pages", limit: ask.Limit = 50,
    after: ask.After = None,
) -> Response[Listed[OutletRow]]:  # fmt: skip
    """Outlets.

    How much each publishes, how often it was first, how much of it others had earlier.
    """
    with reading(request) as reader:
        return by_number(request, lambda cut: list_outlets(reader.db, order, cut), limit, after)


HANDLERS = [
    stories, statements, contacts, disputes, claims, copies, entities, pages, set_aside, outlets,
]  # fmt: skip
