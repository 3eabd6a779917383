"""Running the desk until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from riwaya.errors import RiwayaError
from riwaya.web.app import create_app
from riwaya.web.settings import Settings

_MOST_CONNECTIONS = 256
_BACKLOG = 128


def run(settings: Settings, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM. ``told`` gets the address once the socket is bound.

    Errors: those of opening a record, and ``output_failed`` where the address cannot be listened on.
    """
    app = create_app(settings)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, ws="none",
        limit_concurrency=_MOST_CONNECTIONS, timeout_keep_alive=15, timeout_graceful_shutdown=5,
    )  # fmt: skip
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # The protocol is named: only then does asyncio turn off Nagle's delay of 40 ms an answer.
        bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host.strip("[]"), port))
        bound.listen(
            _BACKLOG
        )  # from here on clients wait, even before the first answer can be given
    except OSError as error:
        raise RiwayaError("output_failed", f"{host}:{port}", why=error.strerror or error) from error
    shown = f"[{host.strip('[]')}]" if ":" in host else host
    told(f"http://{shown}:{bound.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[bound])
