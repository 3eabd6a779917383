"""The desk's pages: a handler a page, and what its template needs."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from riwaya.web.views import (
    contacts,
    corrections,
    disputes,
    entities,
    entrance,
    front,
    pages,
    record,
    search,
    sources,
    statements,
    stories,
)

ENTRANCE: list[ControllerRouterHandler] = [*entrance.HANDLERS]
"""What stands outside the languages."""
VIEWS: list[ControllerRouterHandler] = [
    handler
    for room in (
        front, stories, statements, entities, pages, contacts, disputes, sources, search,
        corrections, record,
    )
    for handler in room.HANDLERS
]  # fmt: skip
"""What stands under each language."""
