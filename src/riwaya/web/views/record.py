"""The record itself: how much it holds, what was set aside and why, what users corrected."""

from __future__ import annotations

from litestar import Response, get

from riwaya.store.corrections import list_aliases
from riwaya.web.queries.record import set_aside_rows, text_pages
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, visiting

_MOST_CORRECTIONS = 500


@get("/record", sync_to_thread=True)
def record(request: AnyRequest) -> Response[bytes]:
    """What is in the file."""
    with visiting(request) as visit:
        corrections = visit.reader.corrections(undone=True)[-_MOST_CORRECTIONS:]
        aliases = [a for a in list_aliases(visit.db) if a.origin == "user"]
        visit.names.load(key for a in aliases for key in (a.alias, a.entity))
        return visit.html(
            "record.html",
            name=visit.reader.path.name,
            counts=visit.reader.counts(),
            unjoined=visit.reader.unjoined(),
            aside=set_aside_rows(visit.db, cut_of(visit.asked, 50)),
            corrections=corrections,
            pages=text_pages(visit.db, {c.text_sha256 for c in corrections}),
            aliases=aliases,
        )


HANDLERS = [record]
