"""Who said what: the list, and one claim with its wordings."""

from __future__ import annotations

from litestar import Response, get

from riwaya.web.queries.entities import resolve_entity
from riwaya.web.queries.sources import outlet_names
from riwaya.web.queries.statements import (
    ACTS,
    VOICES,
    StatementFilter,
    list_statements,
    speakers_of,
    view_claim,
)
from riwaya.web.shapes import Saying
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, Visit, visiting


@get("/statements", sync_to_thread=True)
def statements(request: AnyRequest) -> Response[bytes]:
    """Who said what, by speaker, addressee, act, voice and period."""
    with visiting(request) as visit:
        asked = visit.asked
        typed = {name: asked.id(name) for name in ("speaker", "addressee", "about")}
        found_ids = {k: resolve_entity(visit.db, v) if v else None for k, v in typed.items()}
        wanted = StatementFilter(
            speaker=found_ids["speaker"] or typed["speaker"],
            addressee=found_ids["addressee"] or typed["addressee"],
            about=found_ids["about"] or typed["about"],
            act=asked.choice("act", ACTS) or None,
            voice=asked.choice("voice", VOICES) or None,
            story=asked.id("story"),
            outlet=asked.id("outlet"),
            since=asked.day("since"),
            until=asked.day("until"),
            words=asked.text("words"),
        )
        found = list_statements(visit.db, wanted, cut_of(asked))
        load_sayings(visit, found.items)
        speakers = speakers_of(visit.db, limit=16)
        visit.names.load(s.value for s in speakers)
        return visit.html(
            "statements.html", found=found, wanted=wanted, resolved=found_ids, typed=typed,
            acts=ACTS, outlets=outlet_names(visit.db), speakers=speakers,
        )  # fmt: skip


@get("/claim", sync_to_thread=True)
def claim(request: AnyRequest) -> Response[bytes]:
    """One claim as several pages have it."""
    with visiting(request) as visit:
        found = view_claim(visit.db, visit.asked.wanted())
        load_sayings(visit, found.wordings)
        visit.names.load(found.origins)
        return visit.html("claim.html", claim=found)


def load_sayings(visit: Visit, found: tuple[Saying, ...]) -> None:
    """Look up every id that statements show, at once."""
    visit.names.load(key for s in found for key in (*s.chain, s.speaker, s.addressee))


HANDLERS = [statements, claim]
