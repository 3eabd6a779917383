"""Stories: the list, and one with all that its pages tell."""

from __future__ import annotations

from litestar import Response, get

from riwaya.model import Dispute, MergedContact, PageSpan, Ref
from riwaya.store.record import fields
from riwaya.web.asked import Asked
from riwaya.web.queries.entities import resolve_entity
from riwaya.web.queries.paging import Cut, Paged
from riwaya.web.queries.sources import outlet_names
from riwaya.web.queries.statements import story_claims, view_claim
from riwaya.web.queries.stories import STORY_ORDERS, StoryFilter, list_stories
from riwaya.web.queries.story import (
    find_story,
    followed_by,
    story_contacts,
    story_copies,
    story_disputes,
    story_entities,
    story_pages,
)
from riwaya.web.queries.texts import Quotes
from riwaya.web.render.drawings import Told, bars, copy_graph
from riwaya.web.shapes import StoryCard, StoryPage
from riwaya.web.visit import AnyRequest, Visit, visiting

_MOST_CONTACTS = 12
_MOST_CLAIMS = 8
_MOST_NAMES = 14
_DRAWN = 200


@get("/stories", sync_to_thread=True)
def stories(request: AnyRequest) -> Response[bytes]:
    """What happened: stories by time, size, growth or independent tellings."""
    with visiting(request) as visit:
        asked = visit.asked
        typed = asked.id("entity")
        entity = resolve_entity(visit.db, typed) if typed else None
        wanted = StoryFilter(
            order=asked.choice("order", STORY_ORDERS, "time"),  # type: ignore[arg-type]
            outlet=asked.id("outlet"),
            entity=entity or typed,
            since=asked.day("since"),
            until=asked.day("until"),
            disputed=asked.flag("disputed"),
            words=asked.text("words"),
        )
        return visit.html(
            "stories.html",
            found=list_stories(visit.db, wanted, cut_of(asked)),
            wanted=wanted,
            entity=entity,
            typed=typed,
            outlets=outlet_names(visit.db),
            bars=lambda s: bars(s.by_day, rtl=visit.ui.language == "ar", width=96, height=22),
        )


def cut_of(asked: Asked, size: int = 30) -> Cut:
    """Which page of a list is asked for."""
    return Cut(asked.number("page", 1, most=1000), size)


@get("/story", sync_to_thread=True)
def story(request: AnyRequest) -> Response[bytes]:
    """One story."""
    with visiting(request) as visit:
        card = find_story(visit.db, visit.asked.wanted())
        pages = story_pages(visit.db, card.id, cut_of(visit.asked, 40))
        contacts = story_contacts(visit.db, card.id, Cut(size=_MOST_CONTACTS))
        disputes = story_disputes(visit.db, card.id)
        claims = [view_claim(visit.db, c) for c in story_claims(visit.db, card.id, _MOST_CLAIMS)]
        names = story_entities(visit.db, card.id, _MOST_NAMES)
        quotes = Quotes(visit.db, [*_spans(contacts.items, disputes)])
        load_names(visit, contacts.items, disputes)
        visit.names.load(entity for entity, _, _ in names)
        visit.names.load(source.entity for p in pages.items for source in p.sources)
        visit.names.load(
            key for c in claims for w in c.wordings for key in (*w.chain, w.speaker, w.addressee)
        )
        visit.names.load(origin for c in claims for origin in c.origins)
        return visit.html(
            "story.html",
            card=card,
            follows=followed_by(visit.db, visit.reader.story(card.id)),
            pages=pages,
            titles={p.page.id: p for p in pages.items},
            contacts=contacts,
            disputes=disputes,
            claims=claims,
            named=names,
            quotes=quotes,
            graph=_graph(visit, card, pages),
            bars=bars(card.by_day, rtl=visit.ui.language == "ar", width=320, height=48),
        )


def _graph(visit: Visit, card: StoryCard, pages: Paged[StoryPage]) -> object:
    """The drawing of who copied whom, over the first pages of the story."""
    found = pages if pages.page == 1 else story_pages(visit.db, card.id, Cut(size=_DRAWN))
    ui = visit.ui
    told = [
        Told(
            page=p.page.id,
            lane=p.page.outlet or ui.t("unknown_outlet"),
            label=p.page.title or p.page.id,
            sources=tuple(
                dict.fromkeys(ui.who(s.entity, s.name) for s in p.sources if s.kind != "unnamed")
            ),
        )
        for p in found.items
    ]
    return copy_graph(told, story_copies(visit.db, card.id), rtl=ui.language == "ar")


def _spans(contacts: tuple[MergedContact, ...], disputes: list[Dispute]) -> list[PageSpan]:
    """The spans whose words the page shows: a few of each value."""
    found = [
        span
        for contact in contacts
        for _, field in fields(contact)
        for value in field.values
        for span in value.evidence[:3]
    ]
    found += [s for c in contacts for account in c.accounts for s in account.statements]
    return found + [s for d in disputes for value in d.values for s in value.evidence[:4]]


def load_names(
    visit: Visit, contacts: tuple[MergedContact, ...], disputes: list[Dispute] | None = None
) -> None:
    """Look up every id that contacts and disputes show, at once."""
    for contact in contacts:
        for _, field in fields(contact):
            for value in field.values:
                visit.names.load(value.according_to)
                visit.names.load(value.origins)
                if isinstance(value.value, Ref):
                    visit.names.load([value.value.entity])
        visit.names.load(account.side.entity for account in contact.accounts)
    for dispute in disputes or ():
        for side in dispute.values:
            visit.names.load(side.according_to)


HANDLERS = [stories, story]
