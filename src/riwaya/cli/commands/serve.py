"""``riwaya serve``: the record in a browser."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from riwaya.cli.options import Quiet, Record

_SHORTEST_TOKEN = 16


def serve(
    record: Record,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0: any free one.")
    ] = 8765,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="No corrections, no saved searches.")
    ] = False,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            envvar="RIWAYA_TOKEN",
            show_envvar=True,
            help="What readers must give. Where other machines can reach the desk, one is made if none is given.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            help="Another name that browsers know this machine by; may be repeated.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Serve a record to a browser: stories, who said what, people, pages, search.

    Only this machine can reach it unless --host says otherwise; then a token is asked for.
    """
    from riwaya.errors import RiwayaError

    try:
        from riwaya.web.serving import run
        from riwaya.web.settings import LOOPBACK_NAMES, Settings, is_loopback
    except ModuleNotFoundError as error:
        raise RiwayaError(
            "missing_part", what=error.name or "litestar", todo="pip install 'riwaya[web]'"
        ) from error
    from riwaya.cli.output import err

    if token is not None and len(token) < _SHORTEST_TOKEN:
        raise RiwayaError(
            "usage",
            why=f"--token: at least {_SHORTEST_TOKEN} characters, so that it cannot be guessed",
        )
    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(24)
        err().print(f"The token: {token}")
    names = {n.lower() for n in (host, *(name or ())) if n not in ("0.0.0.0", "::")}  # noqa: S104
    settings = Settings(
        record=record, read_only=read_only, token=token,
        hosts=LOOPBACK_NAMES | {f"[{n}]" if ":" in n and n[0] != "[" else n for n in names},
    )  # fmt: skip
    told = (
        (lambda address: None)
        if quiet
        else (lambda address: err().print(f"The desk: {address}  (Ctrl-C stops it)"))
    )
    run(settings, host, port, told)
