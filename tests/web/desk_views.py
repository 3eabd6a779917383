"""Every view of the desk over the example record, and a desk running in a thread for a real browser."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from riwaya.web.app import create_app
from riwaya.web.settings import LOOPBACK_NAMES, Settings

CALL = "examples/pages/difaf-call-march.txt"


def at(path: str, **query: str) -> str:
    return path + (f"?{urlencode(query)}" if query else "")


VIEWS: dict[str, str] = {
    "front": "/",
    "stories": "/stories",
    "stories-narrowed": at("/stories", order="independent", disputed="1"),
    "story": at("/story", id=f"story:{CALL}"),
    "statements": "/statements",
    "statements-of": at("/statements", speaker="لارس بيركلاند"),
    "claim": at("/claim", id=f"{CALL}#s4"),
    "names": "/names",
    "name": at("/name", id="lars-birkland"),
    "name-state": at("/name", id="kenya", tab="about"),
    "pages": "/pages",
    "page": at("/page", id=CALL),
    "page-at": at("/page", id=CALL, at="345-384"),
    "page-pick": at("/page", id=CALL, pick="mentions:19-27"),
    "pair": at(
        "/pair", a="examples/pages/mirsal-call-march.txt", b="examples/pages/rasif-call-march.txt"
    ),
    "calendar": at("/calendar", month="2010-03"),
    "contact": at("/contact", id=f"{CALL}#c1"),
    "disputes": "/disputes",
    "sources": "/sources",
    "source": at("/source", id="جريدة الرصيف"),
    "search": at("/search", words="البحيره"),
    "search-empty": "/search",
    "record": "/record",
    "nothing": "/nothing-here",
}
"""By name: the path below the language."""


def chromium() -> str | None:
    """The system's Chromium, or one that ``RIWAYA_CHROMIUM`` names."""
    asked = os.environ.get("RIWAYA_CHROMIUM")
    return asked or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@contextlib.contextmanager
def running(record: Path, *, read_only: bool = False) -> Iterator[str]:
    """A desk on a free port of this machine; its address."""
    app = create_app(Settings(record=record, read_only=read_only, hosts=LOOPBACK_NAMES))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 20
    while not server.started:
        if time.monotonic() > end or not thread.is_alive():
            raise RuntimeError("the desk did not start")
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
