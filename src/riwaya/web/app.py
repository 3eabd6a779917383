"""The application: the desk's pages, the REST interface beside them, and the guard around both."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, Router
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp

from riwaya.web.api.app import WithApi
from riwaya.web.database import Database
from riwaya.web.errors import as_page
from riwaya.web.security import Guard, cookie_name
from riwaya.web.settings import MOST_BODY, READERS, Settings
from riwaya.web.ui import STATIC, assets_version
from riwaya.web.views import ENTRANCE, VIEWS
from riwaya.web.visit import Desk


def create_app(settings: Settings) -> ASGIApp:
    """The desk of a record as an ASGI application.

    Raises :class:`~riwaya.errors.RiwayaError` where the file is no record.
    """
    database = Database(
        settings.record,
        readers=READERS,
        max_seconds=settings.max_seconds,
        read_only=settings.read_only,
    )
    desk = Desk(settings, database)
    return Guard(WithApi(litestar_app(desk), desk), settings)


def litestar_app(desk: Desk) -> Litestar:
    """The desk's pages, without the guard."""
    settings = desk.settings

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        yield
        desk.database.close()

    pages = Router(path="/{language:str}", route_handlers=VIEWS)
    static = create_static_files_router(
        path=f"/static/{assets_version()}", directories=[STATIC], include_in_schema=False,
        cache_control=None, send_as_attachment=False,
    )  # fmt: skip
    return Litestar(
        route_handlers=[*ENTRANCE, pages, static],
        state=State({"desk": desk}),
        exception_handlers={Exception: as_page},
        lifespan=[lifespan],
        # A cookie of its own for each run: one of an earlier run, whose secret is gone, does no harm.
        csrf_config=CSRFConfig(
            secret=secrets.token_urlsafe(32),
            cookie_name=f"{cookie_name(settings)}-{os.getpid():x}{secrets.token_hex(2)}",
            cookie_httponly=True,
            cookie_samesite="strict",
        ),
        request_max_body_size=MOST_BODY,
        openapi_config=None,
        logging_config=None,
    )
