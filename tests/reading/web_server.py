"""A web server on this machine whose answers a test writes, and a fetcher that may ask it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]
Reply = tuple[int, Headers, bytes]
Handler = Callable[[Headers], Reply]


@dataclass
class Site:
    """``pages`` by path; ``asked`` has each request's path and headers, ``posted`` what was sent to it."""

    port: int = 0
    pages: dict[str, Reply | Handler] = field(default_factory=dict)
    asked: list[tuple[str, Headers]] = field(default_factory=list)
    posted: list[tuple[Headers, bytes]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that goes away in the middle is what some tests are about."""


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            found = site.pages.get(self.path, (404, {}, b"nothing here"))
            status, told, body = found if isinstance(found, tuple) else found(headers)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **told}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            told = {name.lower(): value for name, value in self.headers.items()}
            site.posted.append((told, self.rfile.read(int(told.get("content-length", "0")))))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with _Server(("127.0.0.1", 0), Answers) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
