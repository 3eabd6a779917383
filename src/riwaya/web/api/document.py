"""The OpenAPI 3.1 document, made from the handlers and the model (https://spec.openapis.org/oas/v3.1.0)."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from litestar import Litestar, Response, get
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Contact, License
from litestar.types import ControllerRouterHandler, Method
from litestar.types.internal_types import PathParameterDefinition

from riwaya import __version__
from riwaya.web.api import PREFIX, lists, things, writes
from riwaya.web.api.finish import finished

ROUTES: list[ControllerRouterHandler] = [
    *things.HANDLERS, *lists.HANDLERS, *writes.HANDLERS
]  # fmt: skip
"""Everything that the document describes."""
_DESCRIPTION = """\
A sourced record of Arabic news: who said what to whom, when, and through whom we know it.

Lists come in pages: `limit` rows, and `next`, the cursor to give as `after`; the `Link` header says the same.
Every answer has a strong `ETag`: send it back as `If-None-Match`, and what did not change is not sent again.
Errors are problem details (RFC 9457) with a stable `type`. Offsets are Unicode code points, half-open.
"""


def _operation_id(
    _: HTTPRouteHandler, method: HttpMethod | Method, path: list[str | PathParameterDefinition]
) -> str:
    """``get_stories``, ``delete_corrections_n``: a generated client's names follow from it."""
    parts = [part if isinstance(part, str) else part.name for part in path]
    return "_".join(
        [HttpMethod(method).value.lower(), *(p for p in parts if p not in ("api", "v1"))]
    ).replace("-", "_")


@cache
def document() -> dict[str, Any]:
    """The document, the same for every record."""
    app = Litestar(
        path=PREFIX,
        route_handlers=ROUTES,
        openapi_config=OpenAPIConfig(
            title="riwaya",
            version=__version__,
            description=_DESCRIPTION,
            license=License(name="Apache-2.0", identifier="Apache-2.0"),
            contact=Contact(name="riwaya"),
            use_handler_docstrings=True,
            operation_id_creator=_operation_id,
            path="/schema",
            render_plugins=[JsonRenderPlugin()],
        ),
        logging_config=None,
    )
    return finished(app.openapi_schema.to_schema())


@cache
def _encoded() -> bytes:
    return msgspec.json.encode(document())


@get("/openapi.json", sync_to_thread=True, include_in_schema=False)
def openapi() -> Response[bytes]:
    """The document itself."""
    return Response(_encoded(), media_type="application/vnd.oai.openapi+json")
