"""Strong entity tags and conditional requests (RFC 9110, 8.8.3 and 13.1.2), and HEAD, for every answer.

The tag is a hash of the very bytes, so that it is right whatever changed the record: what it saves is
the transfer, not the work.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any, cast

import xxhash
from litestar.datastructures import Headers
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

_TAG = re.compile(r'(?:W/)?("[^"]*")')


class Conditional:
    """ASGI middleware: buffers an answer, tags it, and sends 304 where the client has it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        wanted = Headers.from_scope(scope).get("if-none-match")
        asked = cast("Scope", {**scope, "method": "GET"})
        start: MutableMapping[str, Any] = {}
        pieces: list[bytes] = []

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                pieces.append(message.get("body", b""))

        await self.app(asked, receive, gather)
        body = b"".join(pieces)
        if start.get("status") == 200:
            body = _tagged(start, body, wanted)
        await send(cast("Message", start))
        await send(
            {"type": "http.response.body", "body": b"" if head else body, "more_body": False}
        )


def _tagged(start: MutableMapping[str, Any], body: bytes, wanted: str | None) -> bytes:
    """The body to send, the start of the answer changed to fit it."""
    tag = f'"{xxhash.xxh3_128_hexdigest(body)}"'
    headers = [*start["headers"], (b"etag", tag.encode("ascii"))]
    if wanted is not None and matches(wanted, tag):
        start["status"] = 304
        gone = (b"content-length", b"content-type")
        headers = [(name, value) for name, value in headers if name.lower() not in gone]
        body = b""
    start["headers"] = headers
    return body


def matches(wanted: str, tag: str) -> bool:
    """Whether an If-None-Match header names ``tag``, by the weak comparison that it asks for.

    >>> matches('W/"a", "b"', '"b"'), matches("*", '"b"'), matches('"c"', '"b"')
    (True, True, False)
    """
    return wanted.strip() == "*" or tag in _TAG.findall(wanted)
