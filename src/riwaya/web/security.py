"""Who may ask, and what a browser may do with the answer.

Every answer carries a Content-Security-Policy that lets a page load nothing but the desk's own files and
run no inline script or style: text of a hostile page that slipped through would still do nothing.
A Host header that is not ours is refused (DNS rebinding), and so is a write that another site began, or
anything but a followed link that another site asks for (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import cast
from urllib.parse import urlencode

import msgspec
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from riwaya.web.settings import MOST_ASKED, Settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITES = frozenset({"same-origin", "none"})
_FRAMES = frozenset({"object", "embed", "iframe", "frame", "fencedframe"})
_FOR_EVER = "public, max-age=31536000, immutable"
"""Of the desk's own files, whose addresses change when they do."""


def cookie_name(settings: Settings) -> str:
    """A name of its own for each record: cookies know no ports."""
    return "riwaya-" + hashlib.sha256(str(settings.record.absolute()).encode()).hexdigest()[:8]


def cookie_value(token: str) -> str:
    """What the cookie holds: not the token, which a reader of the browser's store could reuse elsewhere."""
    return hmac.new(token.encode(), b"riwaya desk", hashlib.sha256).hexdigest()


class Guard:
    """ASGI middleware around everything: host, token, origin of writes, length of the query, headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return

        head = scope["method"] == "HEAD"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                lasting = scope["path"].startswith("/static/") and message["status"] in (200, 304)
                headers.setdefault("cache-control", _FOR_EVER if lasting else "private, no-cache")
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        headers = Headers.from_scope(scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(guarded, *refusal, api=_is_api(scope))
        elif not self._may_enter(scope, headers):
            await self._ask_for_token(scope, headers, guarded)
        else:
            # HEAD is GET without the body (RFC 9110, 9.3.2): handlers need not know of it.
            asked = cast("Scope", {**scope, "method": "GET"}) if head else scope
            await self.app(asked, receive, guarded)

    def _refusal(self, scope: HTTPScope, headers: Headers) -> tuple[int, str] | None:
        if host_of(headers.get("host", "")) not in self.settings.hosts:
            return 421, "This desk does not answer to that name (Host header)."
        if len(scope["query_string"]) > MOST_ASKED:
            return 414, "The query is too long."
        if scope["method"] not in SAFE_METHODS and not _own_origin(headers):
            return 403, "Another site began this request."
        if _foreign_load(scope, headers):
            return 403, "Another site may link to this desk, not load from it."
        return None

    def _may_enter(self, scope: HTTPScope, headers: Headers) -> bool:
        token = self.settings.token
        # Without the token: the desk's own files, and the page that asks for it.
        if token is None or scope["path"] == "/enter" or scope["path"].startswith("/static/"):
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and hmac.compare_digest(
            given.strip().encode(), token.encode()
        ):
            return True
        kept = _cookies(headers).get(cookie_name(self.settings), "")
        return hmac.compare_digest(kept.encode(), cookie_value(token).encode())

    async def _ask_for_token(self, scope: HTTPScope, headers: Headers, send: Send) -> None:
        if _is_api(scope) or "text/html" not in headers.get("accept", ""):
            await _answer(
                send, 401, "This desk asks for its token.", {"www-authenticate": "Bearer"},
                api=_is_api(scope),
            )  # fmt: skip
            return
        path = scope["path"]
        if scope["query_string"]:
            path += "?" + scope["query_string"].decode("latin-1")
        where = "/enter?" + urlencode({"next": path})
        await _answer(send, 303, "", {"location": where}, api=False)


def host_of(header: str) -> str:
    """The name in a Host header, lower case, without the port; an IPv6 address keeps its brackets."""
    name = header.strip().lower()
    if name.startswith("["):
        return name[: name.find("]") + 1]
    return name.partition(":")[0]


def _own_origin(headers: Headers) -> bool:
    """Whether a write comes from the desk's own pages, as far as the browser tells."""
    if headers.get("sec-fetch-site", "same-origin") not in _OWN_SITES:
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()


def _foreign_load(scope: HTTPScope, headers: Headers) -> bool:
    """Whether another site asks for something other than a page to go to: a script, a picture, a frame, data."""
    if headers.get("sec-fetch-site", "none") in _OWN_SITES:
        return False
    going = headers.get("sec-fetch-mode") == "navigate" and scope["method"] in ("GET", "HEAD")
    return not going or headers.get("sec-fetch-dest") in _FRAMES


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {k: m.value for k, m in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _is_api(scope: HTTPScope) -> bool:
    return scope["path"].startswith("/api/")


async def _answer(
    send: Send, status: int, text: str, headers: Mapping[str, str] | None = None, *, api: bool
) -> None:
    """A few words; to a program as problem details (RFC 9457)."""
    body = text.encode()
    if api:
        code = f"urn:riwaya:problem:http_{status}"
        body = msgspec.json.encode({"type": code, "title": text, "status": status})
    lines = {
        "content-type": "application/problem+json" if api else "text/plain; charset=utf-8",
        "content-length": str(len(body)),
        **(headers or {}),
    }
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(k.encode("latin-1"), v.encode("latin-1")) for k, v in lines.items()],
        }
    )
    await send({"type": "http.response.body", "body": body, "more_body": False})
