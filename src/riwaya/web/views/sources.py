"""Sources: the outlets of the record, and the profile of one."""

from __future__ import annotations

from litestar import Response, get

from riwaya.web.queries.pages import PageFilter, list_pages
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.sources import OUTLET_ORDERS, list_outlets, view_outlet
from riwaya.web.render.drawings import bars
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, visiting


@get("/sources", sync_to_thread=True)
def sources(request: AnyRequest) -> Response[bytes]:
    """The outlets: how much each publishes, how often it was first, how much it takes from others."""
    with visiting(request) as visit:
        order = visit.asked.choice("order", OUTLET_ORDERS, "pages")
        found = list_outlets(visit.db, order, cut_of(visit.asked, 60))
        return visit.html("sources.html", found=found, order=order, orders=OUTLET_ORDERS)


@get("/source", sync_to_thread=True)
def source(request: AnyRequest) -> Response[bytes]:
    """One outlet's profile."""
    with visiting(request) as visit:
        one = view_outlet(visit.db, visit.asked.wanted())
        return visit.html(
            "source.html",
            one=one,
            pages=list_pages(visit.db, PageFilter(outlet=one.row.outlet), Cut(size=12)),
            bars=bars(one.by_month, rtl=visit.ui.language == "ar", width=320, height=48),
        )


HANDLERS = [sources, source]
