"""Errors as problem details (RFC 9457), without a word of what went on inside."""

from __future__ import annotations

import logging
import re

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException, ValidationException

from riwaya.errors import RiwayaError
from riwaya.model import Struct
from riwaya.store.lists.listing import BadCursorError
from riwaya.web.database import ReadOnlyError, TooSlowError
from riwaya.web.visit import AnyRequest

_LOG = logging.getLogger("riwaya.web")
MEDIA_TYPE = "application/problem+json"
_BY_CODE = {
    "nothing_such": (404, "Nothing such"), "bad_query": (400, "Nothing to search for"),
    "usage": (400, "A parameter cannot be read"), "busy": (503, "The record is in use"),
    "bad_correction": (422, "This correction cannot be made"),
}  # fmt: skip
_RETRY_SECONDS = "2"
_MISSING = re.compile(r"Missing required \w+ parameter '(\w+)'")


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong. ``type`` is stable: ``urn:riwaya:problem:nothing_such``, for one."""

    type: str
    title: str
    status: int
    detail: str | None = None
    parameter: str | None = None
    """The parameter that is wrong, where one is."""


def problem(
    code: str, title: str, status: int, detail: str | None = None, parameter: str | None = None
) -> Problem:
    """A problem by its stable code."""
    return Problem(
        type=f"urn:riwaya:problem:{code}", title=title, status=status, detail=detail,
        parameter=parameter,
    )  # fmt: skip


def told(error: Exception) -> Problem:
    """An error as the client may know it."""
    for kind, found in _OURS.items():
        if isinstance(error, kind):
            return found
    if isinstance(error, RiwayaError) and error.code in _BY_CODE:
        status, title = _BY_CODE[error.code]
        return problem(error.code, title, status, error.what)
    if isinstance(error, ValidationException):
        return _invalid(error)
    if isinstance(error, HTTPException) and error.status_code < 500:
        return problem(f"http_{error.status_code}", error.detail, error.status_code)
    return problem("fault", "A fault of riwaya", 500)


_OURS: dict[type[Exception], Problem] = {
    BadCursorError: problem(
        "bad_cursor", "This cursor is not of this list", 400, parameter="after"
    ),
    TooSlowError: problem("too_slow", "This asks too much of the record", 503, "narrow the query"),
    ReadOnlyError: problem("read_only", "This desk only reads", 403),
}


def _invalid(error: ValidationException) -> Problem:
    extra = error.extra if isinstance(error.extra, list) else []
    first = next((one for one in extra if isinstance(one, dict)), {})
    if not first and (missing := _MISSING.match(error.detail)):
        first = {"key": missing[1], "message": "it must be given"}
    detail = str(first.get("message", "")) or None
    return problem("invalid", "A parameter cannot be read", 400, detail, first.get("key"))


def as_problem(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Any error of the interface as problem details."""
    found = told(error)
    if found.status >= 500 and found.type.endswith("fault"):
        _LOG.error("%s %r", request.method, request.scope["path"], exc_info=error)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if found.status == 503:
        headers["retry-after"] = _RETRY_SECONDS
    body = msgspec.json.encode(found)
    return Response(body, status_code=found.status, media_type=MEDIA_TYPE, headers=headers)
