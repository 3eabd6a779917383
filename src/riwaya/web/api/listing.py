"""Lists in pages: the rows, a cursor for the next page, and the same as a Link header (RFC 8288)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Generic, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Response

from riwaya.model import Struct
from riwaya.store.lists import Listing
from riwaya.store.lists.listing import BadCursorError
from riwaya.web.queries.paging import Cut, Paged
from riwaya.web.visit import AnyRequest

T = TypeVar("T")
_MOST_PAGES = 1_000_000


class Listed(Struct, Generic[T], frozen=True, kw_only=True):
    """One page of a list. ``next`` is the cursor of the page behind it (``after=``), null at the end.

    ``total`` is how many rows the whole list has, null where counting would cost more than it tells.
    """

    items: tuple[T, ...]
    next: str | None = None
    total: int | None = None


def by_key(
    request: AnyRequest, rows: Listing[T], limit: int, after: str | None, *, count: bool = False
) -> Response[Listed[T]]:
    """A page of a list that is cut by key."""
    cut = rows.page(limit, after)
    total = len(rows) if count else None
    return _linked(request, Listed(items=cut.rows, next=cut.after, total=total))


def by_number(
    request: AnyRequest, find: Callable[[Cut], Paged[T]], limit: int, after: str | None
) -> Response[Listed[T]]:
    """A page of a list that is cut by number: the cursor holds the number and the size."""
    cut = Cut(1, limit) if after is None else _opened(after)
    found = find(cut)
    following = _closed(Cut(cut.page + 1, cut.size)) if found.more else None
    return _linked(request, Listed(items=found.items, next=following, total=found.total))


def _closed(cut: Cut) -> str:
    plain = msgspec.json.encode((cut.page, cut.size))
    return base64.urlsafe_b64encode(plain).decode("ascii").rstrip("=")


def _opened(cursor: str) -> Cut:
    try:
        plain = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        page, size = msgspec.json.decode(plain, type=tuple[int, int])
    except (UnicodeError, binascii.Error, msgspec.DecodeError, ValueError) as error:
        raise BadCursorError(cursor) from error
    if not (1 <= page <= _MOST_PAGES and 1 <= size <= 200):
        raise BadCursorError(cursor)
    return Cut(page, size)


def _linked(request: AnyRequest, found: Listed[T]) -> Response[Listed[T]]:
    asked = [(k, v) for k, v in request.query_params.multi_items() if k != "after"]
    path = request.scope["path"]

    def address(**more: str) -> str:
        query = urlencode([*asked, *more.items()])
        return f"{path}?{query}" if query else path

    links = [f'<{address()}>; rel="first"']
    if found.next is not None:
        links.append(f'<{address(after=found.next)}>; rel="next"')
    return Response(found, headers={"link": ", ".join(links)})
