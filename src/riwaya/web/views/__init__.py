"""The desk's pages: a handler a page, and what its template needs."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from riwaya.web.views import entrance, stories

ENTRANCE: list[ControllerRouterHandler] = [*entrance.HANDLERS]
"""What stands outside the languages."""
VIEWS: list[ControllerRouterHandler] = [*stories.HANDLERS]
"""What stands under each language."""
