"""What cannot all be true."""

from __future__ import annotations

from litestar import Response, get

from riwaya.web.queries.paging import Cut
from riwaya.web.queries.story import dispute_fields, full_dispute, list_disputes
from riwaya.web.queries.texts import Quotes
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, visiting


@get("/disputes", sync_to_thread=True)
def disputes(request: AnyRequest) -> Response[bytes]:
    """Disputes, each with both sides' words."""
    with visiting(request) as visit:
        known = dispute_fields(visit.db)
        field = visit.asked.choice("field", [name for name, _ in known]) or None
        cut: Cut = cut_of(visit.asked, 12)
        found = list_disputes(visit.db, field, cut)
        whole = {row.n: full_dispute(visit.db, row.n) for row in found.items}
        spans = [s for d in whole.values() for value in d.values for s in value.evidence[:4]]
        for one in whole.values():
            for value in one.values:
                visit.names.load(value.according_to)
        return visit.html(
            "disputes.html", found=found, whole=whole, fields=known, field=field,
            quotes=Quotes(visit.db, spans),
        )  # fmt: skip


HANDLERS = [disputes]
