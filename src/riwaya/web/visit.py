"""One request to the desk: the record open for it, what was asked, and the page that answers."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response
from litestar.exceptions import NotFoundException
from litestar.template.base import csrf_token

from riwaya.web.asked import Asked
from riwaya.web.database import Database, DeskReader
from riwaya.web.kept import OfState
from riwaya.web.names import Names
from riwaya.web.settings import Settings
from riwaya.web.ui import THEMES, Ui, render
from riwaya.web.words import LANGUAGES, Words

HTML = "text/html; charset=utf-8"
THEME_COOKIE = "riwaya-theme"
AnyRequest = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Visit:
    """What a view works with."""

    reader: DeskReader
    asked: Asked
    ui: Ui

    @property
    def db(self) -> sqlite3.Connection:
        return self.reader.db

    @property
    def kept(self) -> OfState:
        return self.reader.kept

    @property
    def names(self) -> Names:
        assert self.ui.names is not None
        return self.ui.names

    def html(self, template: str, **view: object) -> Response[bytes]:
        """The answer: a whole page, or the part of it that htmx asked for."""
        return answer(render(template, self.ui, **view))


@dataclass(frozen=True, slots=True)
class Desk:
    """The running desk: its settings and its record."""

    settings: Settings
    database: Database


def desk_of(request: AnyRequest) -> Desk:
    """The desk that a request came to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


@contextlib.contextmanager
def visiting(request: AnyRequest) -> Iterator[Visit]:
    """The record, the words and the query of a request for a page of the desk."""
    desk = desk_of(request)
    ui = make_ui(request, str(request.path_params["language"]), desk.settings)
    asked = Asked(dict(request.query_params.items()))
    with desk.database.reading() as reader:
        ui.names = Names(reader.db, ui.words)
        yield Visit(reader, asked, ui)


def make_ui(request: AnyRequest, language: str, settings: Settings) -> Ui:
    """The words and addresses of a request; 404 where there is no such language."""
    if language not in LANGUAGES:
        raise NotFoundException
    theme = request.cookies.get(THEME_COOKIE, "auto")
    return Ui(
        words=Words(language),
        names=None,
        path=request.scope["path"].removeprefix(f"/{language}") or "/",
        query=dict(request.query_params.items()),
        theme=theme if theme in THEMES else "auto",
        read_only=settings.read_only,
        csrf=csrf_token({"request": request}),
        partial=request.headers.get("hx-request") == "true"
        and request.headers.get("hx-boosted") != "true",
    )


def answer(body: bytes, status: int = 200) -> Response[bytes]:
    """A page of the desk. It differs by cookie (theme) and by whether htmx asks."""
    return Response(
        body, status_code=status, media_type=HTML, headers={"vary": "Cookie, HX-Request"}
    )
