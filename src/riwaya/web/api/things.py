"""Single things by their ids, with what their pages show; and the search."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from riwaya import __version__
from riwaya.errors import RiwayaError
from riwaya.model import Analysed, Dispute, MergedContact, Struct
from riwaya.store.shapes import Counts
from riwaya.web.api import parameters as ask
from riwaya.web.api.access import reading
from riwaya.web.api.listing import Listed, by_number
from riwaya.web.queries.contacts import find_contact
from riwaya.web.queries.entities import counterparts, resolve_entity, view_entity, written_offices
from riwaya.web.queries.pages import hints, metadata
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.searching import Facets, SearchFilter, SearchOrder, facets, search_pages
from riwaya.web.queries.sources import view_outlet
from riwaya.web.queries.statements import acts_of, speakers_of, view_claim
from riwaya.web.queries.story import find_story, full_dispute, story_disputes, story_pages
from riwaya.web.shapes import (
    ClaimView,
    Counterpart,
    EntityView,
    Facet,
    FoundPage,
    MetaLine,
    OutletView,
    StoryCard,
    StoryPage,
)
from riwaya.web.visit import AnyRequest

_MOST_STORY_PAGES = 200
Query = Annotated[
    str,
    QueryParameter(
        min_length=1, max_length=400,
        description='Words, all of which are to be there: any spelling, any proclitics; "a phrase" in quotes.',
    ),
]  # fmt: skip


class Index(Struct, frozen=True, kw_only=True):
    """What this is, and how much it holds."""

    software: str
    version: str
    record: str
    read_only: bool
    counts: Counts
    unjoined: int
    """Pages that the joins have not seen yet: a build is at work, or was stopped."""
    openapi: str = "/api/v1/openapi.json"


class StoryView(Struct, frozen=True, kw_only=True):
    """A story: its card, the stories that it follows, its pages by time, and its disputes."""

    card: StoryCard
    follows: tuple[str, ...]
    pages: tuple[StoryPage, ...]
    disputes: tuple[Dispute, ...]


class PageView(Struct, frozen=True, kw_only=True):
    """A page with its text and layers, and what is known of it and how."""

    page: Analysed
    metadata: tuple[MetaLine, ...]
    """From its words."""
    hints: tuple[MetaLine, ...]
    """From outside its text: markup, its address, the record that it came in."""


class Profile(Struct, frozen=True, kw_only=True):
    """Somebody or something: in numbers, offices as pages write them, acts, and whom they deal with."""

    view: EntityView
    written_offices: tuple[Facet, ...]
    acts: tuple[Facet, ...]
    counterparts: tuple[Counterpart, ...]


@get("/", sync_to_thread=True)
def index(request: AnyRequest) -> Index:
    """The record.

    What this is, and how much it holds.
    """
    from riwaya.web.visit import desk_of

    settings = desk_of(request).settings
    with reading(request) as reader:
        return Index(
            software="riwaya", version=__version__, record=settings.record.stem,
            read_only=settings.read_only, counts=reader.kept("counts", reader.counts), unjoined=reader.unjoined(),
        )  # fmt: skip


@get("/story", sync_to_thread=True)
def story(request: AnyRequest, id: ask.Id) -> StoryView:
    """A story.

    By its id, or one that it had before.
    """
    with reading(request) as reader:
        card = find_story(reader.db, id)
        found = story_pages(reader.db, card.id, Cut(1, _MOST_STORY_PAGES))
        return StoryView(
            card=card, follows=reader.story(card.id).follows, pages=found.items,
            disputes=tuple(story_disputes(reader.db, card.id)),
        )  # fmt: skip


@get("/story/pages", sync_to_thread=True)
def pages_of_story(
    request: AnyRequest,
    id: ask.Id,
    limit: ask.Limit = 50,
    after: ask.After = None,
) -> Response[Listed[StoryPage]]:
    """The pages of a story.

    By time: each with its upstream, and the earlier pages of which it has a passage.
    """
    with reading(request) as reader:
        card = find_story(reader.db, id)
        return by_number(request, lambda cut: story_pages(reader.db, card.id, cut), limit, after)


@get("/contact", sync_to_thread=True)
def contact(request: AnyRequest, id: ask.Id) -> MergedContact:
    """A contact.

    By its id, or one that it had before.
    """
    with reading(request) as reader:
        return find_contact(reader.db, id)


@get("/dispute", sync_to_thread=True)
def dispute(request: AnyRequest, n: ask.Number) -> Dispute:
    """A dispute.

    By its number in the record as it stands, with all sides and their evidence.
    """
    with reading(request) as reader:
        return full_dispute(reader.db, n)


@get("/claim", sync_to_thread=True)
def claim(request: AnyRequest, id: ask.Id) -> ClaimView:
    """A claim.

    One statement with its wordings, the earliest page first.
    """
    with reading(request) as reader:
        return view_claim(reader.db, id)


@get("/page", sync_to_thread=True)
def page(request: AnyRequest, id: ask.Id) -> PageView:
    """A page.

    Its text and every layer, as users corrected it. Offsets are code points into `text`.
    """
    with reading(request) as reader:
        found = reader.page(id)
        return PageView(
            page=found, metadata=tuple(metadata(found)), hints=tuple(hints(reader, found.id))
        )


@get("/entity", sync_to_thread=True)
def entity(request: AnyRequest, id: ask.Id) -> Profile:
    """Somebody or something.

    By any id that stands for them, or by a name in any spelling.
    """
    with reading(request) as reader:
        known = resolve_entity(reader.db, id)
        if known is None:
            raise RiwayaError("nothing_such", kind="entity", wanted=id)
        view = view_entity(reader.db, known)
        return Profile(
            view=view, written_offices=tuple(written_offices(reader.db, known)),
            acts=tuple(acts_of(reader.db, known)), counterparts=tuple(counterparts(reader.db, known)),
        )  # fmt: skip


@get("/outlet", sync_to_thread=True)
def outlet(request: AnyRequest, id: ask.Id) -> OutletView:
    """An outlet.

    What it originates, what it takes from whom and how fast, and whom it names as its source.
    """
    with reading(request) as reader:
        return view_outlet(reader.db, id)


@get("/speakers", sync_to_thread=True)
def speakers(request: AnyRequest, limit: ask.Limit = 50) -> list[Facet]:
    """Who speaks most.

    By the number of statements.
    """
    with reading(request) as reader:
        return speakers_of(reader.db, limit=limit)


def _filter(
    q: str, order: SearchOrder, outlet: str | None, entity: str | None, since: str | None,
    until: str | None,
) -> SearchFilter:  # fmt: skip
    return SearchFilter(
        words=q, order=order, outlet=outlet, entity=entity, since=since, until=until
    )


@get("/search", sync_to_thread=True)
def search(
    request: AnyRequest, q: Query, order: FromQuery[SearchOrder] = "best", outlet: ask.Outlet = None,
    entity: ask.Somebody = None, since: ask.Since = None, until: ask.Until = None,
    limit: ask.Limit = 20, after: ask.After = None,
) -> Response[Listed[FoundPage]]:  # fmt: skip
    """Search.

    Pages that have all the words. `marks` are the words in the snippet, `first` is the first in the page's
    text; both in code points.
    """
    wanted = _filter(q, order, outlet, entity, ask.day(since), ask.day(until))
    with reading(request) as reader:
        found = partial(search_pages, reader.db, wanted, kept=reader.kept)
        return by_number(request, found, limit, after)


@get("/search/facets", sync_to_thread=True)
def search_facets(
    request: AnyRequest, q: Query, outlet: ask.Outlet = None, entity: ask.Somebody = None,
    since: ask.Since = None, until: ask.Until = None,
) -> Facets:  # fmt: skip
    """Facets of a search.

    Outlets, months and entities of what is found, by which it can be narrowed.
    """
    wanted = _filter(q, "best", outlet, entity, ask.day(since), ask.day(until))
    with reading(request) as reader:
        return facets(reader.db, wanted, reader.kept)


HANDLERS = [
    index, story, pages_of_story, contact, dispute, claim, page, entity, outlet, speakers, search,
    search_facets,
]  # fmt: skip
