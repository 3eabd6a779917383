"""Errors as pages, in the reader's language, without a word of what went on inside."""

from __future__ import annotations

import logging

from litestar import Response
from litestar.exceptions import HTTPException

from riwaya.errors import RiwayaError
from riwaya.web.asked import BadAskedError
from riwaya.web.database import ReadOnlyError, TooSlowError
from riwaya.web.ui import render
from riwaya.web.visit import AnyRequest, answer, desk_of, make_ui
from riwaya.web.words import LANGUAGES

_LOG = logging.getLogger("riwaya.web")
_BY_STATUS = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "bad_request",
    413: "bad_request",
}
_BY_CODE = {
    "nothing_such": (404, "not_found"),
    "bad_query": (400, "bad_request"),
    "busy": (503, "busy"),
    "bad_correction": (409, "bad_correction"),
}


def told(error: Exception) -> tuple[int, str, str]:
    """An error's status, the code of its message, and the name of what is wrong, if a parameter is."""
    if isinstance(error, BadAskedError):
        return 400, "bad_request", error.name
    if isinstance(error, TooSlowError):
        return 503, "too_slow", ""
    if isinstance(error, ReadOnlyError):
        return 403, "read_only", ""
    if isinstance(error, RiwayaError):
        status, code = _BY_CODE.get(error.code, (500, "fault"))
        return status, code, ""
    if isinstance(error, HTTPException) and error.status_code < 500:
        return error.status_code, _BY_STATUS.get(error.status_code, "bad_request"), ""
    return 500, "fault", ""


def as_page(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Any error of a view as a page of the desk."""
    status, code, detail = told(error)
    if status >= 500:
        _LOG.error("%s %r", request.method, request.scope["path"], exc_info=error)
    first = request.scope["path"].strip("/").partition("/")[0]
    ui = make_ui(request, first if first in LANGUAGES else LANGUAGES[0], desk_of(request).settings)
    ui.partial = False
    body = render("error.html", ui, code=code, status=status, detail=detail)
    return answer(body, status)
