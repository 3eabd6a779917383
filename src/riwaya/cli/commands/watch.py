"""``riwaya watch``: poll feeds, add what is new, tell what is new."""

from __future__ import annotations

import logging
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from riwaya.cli import exits
from riwaya.cli.options import AllowPrivate, Quiet, Registry

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SHORTEST = 60.0


class Pages(StrEnum):
    """Whether to fetch the pages that entries link to."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEEDS...",
            help="Addresses of RSS, Atom or JSON feeds, files with one a line, or OPML.",
            show_default=False,
        ),
    ],
    record: Annotated[Path, typer.Option("--db", "-d", metavar="DB", help="The record: one file.")],
    interval: Annotated[
        str, typer.Option(metavar="TIME", help="How often to poll a feed: 15m, 2h, 1d.")
    ] = "15m",
    once: Annotated[
        bool, typer.Option("--once", help="Poll what is due, fetch what it links to, and end.")
    ] = False,
    pages: Annotated[
        Pages,
        typer.Option(
            help="Fetch the pages that entries link to: where the feed has only a summary, always, never."
        ),
    ] = Pages.AUTO,
    atom: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write new disputes and matches of saved searches there."
        ),
    ] = None,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Send each of them there (POST, JSON).")
    ] = None,
    secret: Annotated[
        str | None,
        typer.Option(
            "--webhook-secret",
            metavar="SECRET",
            envvar="RIWAYA_WEBHOOK_SECRET",
            show_envvar=True,
            help="Sign what is sent (Standard Webhooks).",
        ),
    ] = None,
    delay: Annotated[
        float,
        typer.Option(
            min=0.0, metavar="SECONDS", help="The least time between two requests to a host."
        ),
    ] = 1.0,
    allow_private: AllowPrivate = False,
    webhook_private: Annotated[
        bool,
        typer.Option(
            "--webhook-private", help="Let the webhook be on this machine or the local network."
        ),
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Worker processes for new pages.")
    ] = 1,
    registry: Registry = None,
    json: Annotated[
        bool, typer.Option("--json", help="Log as JSON lines on standard output.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Poll feeds and add what is new to a record, until stopped.

    Politely: conditional requests, a delay for each host, robots.txt, Retry-After, back-off. What it knows
    is kept in the record, so that a restart goes on. Ctrl-C or SIGTERM ends it after the page at hand
    (exit code 0); a second one at once. With --once, exit code 1 says that no feed answered.
    """
    from riwaya.names.own import use
    from riwaya.reading.web.fetcher import Fetcher
    from riwaya.reading.web.shapes import Settings
    from riwaya.watch.feeds import feed_addresses
    from riwaya.watch.watcher import Plan, Watcher
    from riwaya.watch.webhook import secret_key

    use(registry)
    plan = Plan(
        record, tuple(feed_addresses(feeds)), seconds(interval), pages.value, atom, _address(webhook),
        secret_key(secret) if secret else None, webhook_private, jobs,
    )  # fmt: skip
    stop = threading.Event()
    settings = Settings(retries=1, longest_wait=10.0, delay=delay, allow_private=allow_private)
    with _logging(json=json, quiet=quiet), _stopping(stop):
        watcher = Watcher(plan, Fetcher(settings, sleep=lambda s: _wait(stop, s)), stop)
        watcher.run(once=once)
    if once and watcher.done["polled"] and not watcher.done["answered"]:
        raise typer.Exit(exits.NOTHING)


def _wait(stop: threading.Event, seconds: float) -> None:
    stop.wait(seconds)


def seconds(text: str) -> float:
    """``15m``, ``2h``, ``90`` as seconds; error ``usage`` for less than a minute or what is no time."""
    from riwaya.errors import RiwayaError

    match = re.fullmatch(r"(\d{1,6})\s*([smhd]?)", text.strip())
    found = int(match[1]) * _UNITS[match[2] or "s"] if match else 0.0
    if found < _SHORTEST:
        raise RiwayaError("usage", why=f"--interval: a minute at least, as 15m or 2h, not {text!r}")
    return float(found)


def _address(webhook: str | None) -> str | None:
    from riwaya.errors import RiwayaError
    from riwaya.reading.web.fetcher import split
    from riwaya.reading.web.shapes import FetchError

    if webhook is not None:
        try:
            split(webhook)
        except FetchError as error:
            raise RiwayaError("usage", why=f"--webhook: {error.why}") from error
    return webhook


@contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """The first signal asks for an end, the second forces it."""
    before: dict[signal.Signals, object] = {}

    def asked(number: int, _: FrameType | None) -> None:
        stop.set()
        for each, handler in before.items():
            signal.signal(each, handler)  # type: ignore[arg-type]
        logging.getLogger("riwaya.watch").info(
            "stopping",
            extra={"riwaya": {"event": "stopping", "signal": signal.Signals(number).name}},
        )

    for one in (signal.SIGINT, signal.SIGTERM):
        before[one] = signal.signal(one, asked)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)  # type: ignore[arg-type]


class _JsonLines(logging.Formatter):
    """``{"at", "level", "message", "event", …}``, a line each."""

    def format(self, record: logging.LogRecord) -> str:
        import msgspec

        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        fields = getattr(record, "riwaya", {})
        line = {
            "at": at,
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **fields,
        }
        return msgspec.json.encode(line).decode("utf-8")


@contextmanager
def _logging(*, json: bool, quiet: bool) -> Iterator[None]:
    """The log: lines for people on standard error, JSON on standard output where asked."""
    logger = logging.getLogger("riwaya.watch")
    handler = logging.StreamHandler(sys.stdout if json else sys.stderr)
    plain = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S")
    handler.setFormatter(_JsonLines() if json else plain)
    level, spreads = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING if quiet and not json else logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = spreads
