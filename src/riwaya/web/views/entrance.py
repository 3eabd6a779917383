"""The way in: the language a browser asks for, the token, the theme."""

from __future__ import annotations

import hmac
from typing import Annotated
from urllib.parse import urlsplit

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_403_FORBIDDEN

from riwaya.web.security import cookie_name, cookie_value
from riwaya.web.ui import THEMES, render
from riwaya.web.visit import THEME_COOKIE, AnyRequest, answer, desk_of, make_ui
from riwaya.web.words import LANGUAGES

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]
_YEAR = 365 * 24 * 3600


def wanted_language(request: AnyRequest) -> str:
    """Arabic unless the browser asks for English and not for Arabic."""
    asked = [
        part.split(";")[0].strip()[:2]
        for part in request.headers.get("accept-language", "").split(",")
    ]
    return next((language for language in asked if language in LANGUAGES), LANGUAGES[0])


def local(address: str) -> str:
    """A path of this desk; the front page for anything that leads elsewhere."""
    parts = urlsplit(address)
    plain = not parts.scheme and not parts.netloc and address.startswith("/")
    return (
        address
        if plain and not address.startswith(("//", "/\\")) and address.isprintable()
        else "/"
    )


@get("/", sync_to_thread=False)
def first(request: AnyRequest) -> Redirect:
    """To the front page in the browser's language."""
    return Redirect(f"/{wanted_language(request)}/")


@get("/enter", sync_to_thread=False)
def ask(request: AnyRequest) -> Response[bytes]:
    """Asks for the token."""
    ui = make_ui(request, wanted_language(request), desk_of(request).settings)
    return answer(
        render("enter.html", ui, next=local(request.query_params.get("next", "/")), wrong=False)
    )


@post("/enter", sync_to_thread=False)
def enter(request: AnyRequest, data: Form) -> Response[bytes] | Redirect:
    """Takes the token and gives a cookie for it."""
    token = desk_of(request).settings.token
    where = local(data.get("next", "/"))
    if token is None:
        return Redirect(where, status_code=HTTP_303_SEE_OTHER)
    if not hmac.compare_digest(data.get("token", "").strip().encode(), token.encode()):
        ui = make_ui(request, wanted_language(request), desk_of(request).settings)
        return answer(render("enter.html", ui, next=where, wrong=True), HTTP_403_FORBIDDEN)
    cookie = Cookie(
        key=cookie_name(desk_of(request).settings), value=cookie_value(token), httponly=True, samesite="lax",
        secure=request.scope["scheme"] == "https",
    )  # fmt: skip
    return Redirect(where, status_code=HTTP_303_SEE_OTHER, cookies=[cookie])


@post("/theme", sync_to_thread=False)
def theme(data: Form) -> Redirect:
    """Keeps the theme that a reader chose."""
    chosen = data.get("theme", "auto")
    cookie = Cookie(
        key=THEME_COOKIE, value=chosen if chosen in THEMES else "auto", max_age=_YEAR,
        httponly=True, samesite="lax",
    )  # fmt: skip
    return Redirect(local(data.get("next", "/")), status_code=HTTP_303_SEE_OTHER, cookies=[cookie])


HANDLERS = [first, ask, enter, theme]
