"""The REST application: its routes, and what is the same for every answer."""

from __future__ import annotations

from litestar import Litestar
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.exceptions import ValidationException
from litestar.types import ASGIApp, Receive, Scope, Send

from riwaya.web.api import PREFIX
from riwaya.web.api.conditional import Conditional
from riwaya.web.api.document import ROUTES, openapi
from riwaya.web.api.problems import as_problem
from riwaya.web.settings import MOST_BODY
from riwaya.web.visit import AnyRequest, Desk


async def _known_parameters_only(request: AnyRequest) -> None:
    """A filter that does not exist must not silently give everything."""
    known = request.route_handler.parsed_fn_signature.parameters
    for name in request.query_params:
        if name not in known:
            extra = [{"key": name, "message": "there is no such parameter"}]
            raise ValidationException(detail="unknown parameter", extra=extra)


def litestar_api(desk: Desk) -> Litestar:
    """The routes under ``/api/v1``."""
    return Litestar(
        path=PREFIX,
        route_handlers=[openapi, *ROUTES],
        state=State({"desk": desk}),
        exception_handlers={Exception: as_problem},
        before_request=_known_parameters_only,
        request_max_body_size=MOST_BODY,
        openapi_config=None,
        logging_config=None,
    )


class WithApi:
    """The desk's pages, and the interface beside them under its own path."""

    def __init__(self, pages: ASGIApp, desk: Desk) -> None:
        self.pages = pages
        self.api = Conditional(litestar_api(desk))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        under = path == PREFIX or path.startswith(PREFIX + "/")
        await (self.api if scope["type"] == ScopeType.HTTP and under else self.pages)(
            scope, receive, send
        )
