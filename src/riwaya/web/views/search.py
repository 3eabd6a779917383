"""Search: words in any spelling, narrowed by facets; searches that the user keeps."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from riwaya.web.asked import Asked, BadAskedError
from riwaya.web.queries.entities import resolve_entity
from riwaya.web.queries.searching import (
    SEARCH_ORDERS,
    SearchFilter,
    facets,
    forget_search,
    save_search,
    saved_searches,
    search_pages,
    terms_of,
)
from riwaya.web.render.layers import runs
from riwaya.web.views.entrance import Form
from riwaya.web.views.stories import cut_of
from riwaya.web.visit import AnyRequest, desk_of, visiting

_KEPT = ("words", "outlet", "entity", "since", "until", "order")


@get("/search", sync_to_thread=True)
def search(request: AnyRequest) -> Response[bytes]:
    """Pages that have the words, with the words marked where they stand."""
    with visiting(request) as visit:
        asked = visit.asked
        words = asked.text("words")
        typed = asked.id("entity")
        wanted = SearchFilter(
            words=words or "",
            order=asked.choice("order", SEARCH_ORDERS, "best"),  # type: ignore[arg-type]
            outlet=asked.id("outlet"),
            entity=(resolve_entity(visit.db, typed) or typed) if typed else None,
            since=asked.day("since"),
            until=asked.day("until"),
        )
        saved = saved_searches(visit.db)
        query = kept_query(visit.ui.query)
        view = {
            "wanted": wanted, "saved": saved, "query": query, "runs": runs, "orders": SEARCH_ORDERS,
            "is_saved": next((s for s in saved if s.query == query), None),
        }  # fmt: skip
        if not words:
            return visit.html("search.html", found=None, facets=None, **view)
        found = search_pages(visit.db, wanted, cut_of(asked, 20), visit.kept)
        narrow = facets(visit.db, wanted, visit.kept)
        visit.names.load(f.value for f in narrow.entities)
        return visit.html("search.html", found=found, facets=narrow, **view)


def kept_query(query: Mapping[str, str]) -> str:
    """The query string that names a search, its parameters in one order, blanks left out."""
    return urlencode({k: query[k].strip() for k in _KEPT if query.get(k, "").strip()})


@post("/search/save", sync_to_thread=True)
def save(request: AnyRequest, data: Form) -> Redirect:
    """Keep a search."""
    asked = Asked(data)
    words, name = asked.text("words"), asked.text("name", 80)
    if not words:
        raise BadAskedError("words")
    terms_of(words)
    query = kept_query({k: v for k, v in data.items() if k in _KEPT})
    with desk_of(request).database.writing() as db:
        save_search(db, name or words, query)
    return Redirect(
        f"/{request.path_params['language']}/search?{query}", status_code=HTTP_303_SEE_OTHER
    )


@post("/search/forget", sync_to_thread=True)
def forget(request: AnyRequest, data: Form) -> Redirect:
    """Drop a kept search."""
    number = Asked(data).number("n", 0, most=10**9)
    with desk_of(request).database.writing() as db:
        forget_search(db, number)
    return Redirect(f"/{request.path_params['language']}/search", status_code=HTTP_303_SEE_OTHER)


HANDLERS = [search, save, forget]
