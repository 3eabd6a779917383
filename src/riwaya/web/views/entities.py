"""People, bodies and places: the list, and one with all that the record has of it."""

from __future__ import annotations

from litestar import Response, get

from riwaya.store.corrections import list_aliases
from riwaya.web.queries.contacts import ContactFilter, list_contacts
from riwaya.web.queries.entities import (
    ENTITY_TYPES,
    EntityFilter,
    counterparts,
    list_entities,
    view_entity,
    written_offices,
)
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.statements import StatementFilter, acts_of, list_statements
from riwaya.web.queries.stories import StoryFilter, list_stories
from riwaya.web.render.drawings import bars
from riwaya.web.shapes import Counterpart, EntityView, Facet
from riwaya.web.views.statements import load_sayings
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, Visit, visiting

TABS = ("says", "told", "addressed", "about")


@get("/names", sync_to_thread=True)
def entities(request: AnyRequest) -> Response[bytes]:
    """Who and what the record names."""
    with visiting(request) as visit:
        asked = visit.asked
        wanted = EntityFilter(
            type=asked.choice("type", ENTITY_TYPES) or None, words=asked.text("words")
        )
        found = list_entities(visit.db, wanted, cut_of(asked, 60))
        return visit.html("names.html", found=found, wanted=wanted, types=ENTITY_TYPES)


@get("/name", sync_to_thread=True)
def entity(request: AnyRequest) -> Response[bytes]:
    """Somebody or something."""
    with visiting(request) as visit:
        asked = visit.asked
        one, others, acts = _profile(visit, asked.wanted())
        key = one.entity.id
        tab = asked.choice("tab", TABS) or _first_tab(one.says, one.said_to_say, one.addressed)
        said = list_statements(visit.db, _statements(tab, key), cut_of(asked, 20))
        contacts = list_contacts(
            visit.db, ContactFilter(party=key, newest_first=True), Cut(size=12)
        )
        load_sayings(visit, said.items)
        visit.names.load(o.entity for o in others)
        visit.names.load(o.side for o in one.offices)
        visit.names.load(party for c in contacts.items for party in c.parties)
        return visit.html(
            "name.html",
            one=one,
            tab=tab,
            said=said,
            acts=acts[:6],
            contacts=contacts,
            counterparts=others,
            written=written_offices(visit.db, key),
            stories=list_stories(visit.db, StoryFilter(entity=key), Cut(size=8)),
            aliases=[
                a for a in list_aliases(visit.db, key) if a.entity == key or a.origin == "user"
            ],
            bars=bars(one.by_month, rtl=visit.ui.language == "ar", width=320, height=48),
        )


def _profile(visit: Visit, wanted: str) -> tuple[EntityView, list[Counterpart], list[Facet]]:
    """What a page about somebody shows on every tab: all in numbers, whom it deals with, its acts."""
    return visit.kept(
        ("profile", wanted),
        lambda: (
            view_entity(visit.db, wanted),
            counterparts(visit.db, wanted),
            acts_of(visit.db, wanted),
        ),
    )


def _first_tab(says: int, told: int, addressed: int) -> str:
    return "says" if says else "told" if told else "addressed" if addressed else "about"


def _statements(tab: str, key: str) -> StatementFilter:
    return {
        "says": StatementFilter(speaker=key, voice="own"),
        "told": StatementFilter(speaker=key, voice="told"),
        "addressed": StatementFilter(addressee=key),
        "about": StatementFilter(about=key),
    }[tab]


@get("/suggest", sync_to_thread=True)
def suggest(request: AnyRequest) -> Response[bytes]:
    """Names that begin with what a reader types, as options of a list."""
    with visiting(request) as visit:
        typed = next((v for v in visit.ui.query.values() if v.strip()), "")[:100]
        found = (
            list_entities(visit.db, EntityFilter(words=typed), Cut(size=12)).items if typed else ()
        )
        return visit.html("suggest.html", found=found)


HANDLERS = [entities, entity, suggest]
