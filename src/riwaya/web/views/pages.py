"""Pages: the list, one with its layers, two side by side."""

from __future__ import annotations

from litestar import Response, get

from riwaya.errors import RiwayaError
from riwaya.web.queries.pages import (
    PageFilter,
    hints,
    list_pages,
    metadata,
    page_copies,
    pages_by_id,
    readings,
)
from riwaya.web.queries.sources import outlet_names
from riwaya.web.queries.texts import page_texts
from riwaya.web.render.aligned import compare_pages
from riwaya.web.views.page_layers import LAYERS, Reading, picked, statement_tree
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, visiting

_MOST_COPIES = 200


@get("/pages", sync_to_thread=True)
def pages(request: AnyRequest) -> Response[bytes]:
    """The pages of the record."""
    with visiting(request) as visit:
        asked = visit.asked
        wanted = PageFilter(
            outlet=asked.id("outlet"), since=asked.day("since"), until=asked.day("until"),
            warned=asked.flag("warned"), undated=asked.flag("undated"),
        )  # fmt: skip
        found = list_pages(visit.db, wanted, cut_of(asked, 50))
        return visit.html("pages.html", found=found, wanted=wanted, outlets=outlet_names(visit.db))


@get("/page", sync_to_thread=True)
def page(request: AnyRequest) -> Response[bytes]:
    """A page: its text as it stands under its layers, and what is known of it and how."""
    with visiting(request) as visit:
        asked = visit.asked
        found = visit.reader.page(asked.wanted())
        copies = page_copies(visit.db, found.id, _MOST_COPIES)
        others = pages_by_id(visit.db, {side.page for c in copies for side in (c.a, c.b)})
        visit.names.load(m.entity for m in found.mentions)
        visit.names.load(
            ref.entity
            for s in found.statements
            for ref in (s.speaker, s.addressee, *s.chain)
            if ref is not None
        )
        at = asked.span("at")
        reading = Reading(visit.ui, visit.names, found, copies, others, at)
        return visit.html(
            "page.html",
            page=found,
            row=others.get(found.id) or pages_by_id(visit.db, {found.id})[found.id],
            blocks=reading.blocks(),
            layers=LAYERS,
            statements=statement_tree(found),
            copies=copies,
            others=others,
            meta=metadata(found),
            hints=hints(visit.reader, found.id),
            readings=readings(visit.db, found.id),
            corrections=visit.reader.corrections(found.id, undone=True),
            pick=picked(found, asked.text("pick")),
            at=at,
        )


@get("/pair", sync_to_thread=True)
def pair(request: AnyRequest) -> Response[bytes]:
    """Two pages side by side, copied passages aligned and their differences marked."""
    with visiting(request) as visit:
        left, right = (visit.reader.resolve(visit.asked.wanted(name)) for name in ("a", "b"))
        if left == right:
            raise RiwayaError("nothing_such", kind="pair", wanted=left)
        texts = page_texts(visit.db, (left, right))
        shared = [c for c in page_copies(visit.db, left, 5000) if right in (c.a.page, c.b.page)]
        return visit.html(
            "pair.html",
            rows=pages_by_id(visit.db, {left, right}),
            left=left,
            right=right,
            chars=len(texts[left]),
            made=compare_pages(texts[left], texts[right], left, shared),
        )


HANDLERS = [pages, page, pair]
