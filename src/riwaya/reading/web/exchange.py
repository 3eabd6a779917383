"""One request and its answer: a guarded connection, a deadline, and a body of bounded size."""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import SplitResult

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError
from urllib3.response import BaseHTTPResponse
from urllib3.util import parse_url

from riwaya.reading.web.guard import connect
from riwaya.reading.web.shapes import FetchError, Settings

_PIECE = 1 << 16
_PORTS = {"http": 80, "https": 443}
_WBITS = {"gzip": 31, "x-gzip": 31, "deflate": 47}


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class _Guarded(HTTPConnection):
    """A connection whose socket is made by :func:`guard.connect`."""

    settings: Settings

    def _new_conn(self) -> socket.socket:
        return _socket(self, self.settings)


class _GuardedTLS(HTTPSConnection):
    """The same under TLS; the certificate is checked against the name."""

    settings: Settings

    def _new_conn(self) -> socket.socket:
        return _socket(self, self.settings)


def _socket(connection: HTTPConnection, settings: Settings) -> socket.socket:
    return connect(
        connection.host.strip("[]"),
        connection.port,
        settings.timeout,
        allow_private=settings.allow_private,
    )


def exchange(
    url: SplitResult, headers: Mapping[str, str], settings: Settings, body: bytes | None = None
) -> Answer:
    """GET ``url``, or POST ``body`` to it; redirects not followed.

    Raises :class:`FetchError` (``forbidden_address``, ``too_large``, ``unreachable``, and ``slow``
    where the deadline passes).  The body of an answer that is no page is not read.
    """
    kind = _GuardedTLS if url.scheme == "https" else _Guarded
    connection = kind(url.hostname or "", url.port or _PORTS[url.scheme], timeout=settings.timeout)
    connection.settings = settings
    target = parse_url(url._replace(scheme="", netloc="", fragment="").geturl() or "/").url
    with _Deadline(settings.deadline) as deadline:
        try:
            with closing(connection):
                connection.connect()
                deadline.cuts(connection.sock)
                answer = _answer(connection, target, headers, settings.limit, body)
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            deadline.check(error)
            passing = not isinstance(
                error, SSLError | ssl.SSLError
            )  # a certificate stays as bad as it is
            raise FetchError("unreachable", _told(error), passing=passing) from error
        deadline.check(None)  # what is cut off may look like an end
        return answer


def _answer(
    connection: HTTPConnection,
    target: str,
    headers: Mapping[str, str],
    limit: int,
    body: bytes | None,
) -> Answer:
    connection.request(
        "GET" if body is None else "POST", target, body, dict(headers), preload_content=False,
        decode_content=False,
    )  # fmt: skip
    response = connection.getresponse()
    with closing(response):
        told = {name.lower(): value for name, value in response.headers.items()}
        data = b"" if response.status != 200 or body is not None else _body(response, told, limit)
        return Answer(response.status, told, data)


class _Deadline:
    """Cuts a connection after ``seconds``: timeouts of single waits do not bound a slow drip."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._passed = threading.Event()
        self._sock: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def cuts(self, sock: socket.socket | None) -> None:
        self._sock = sock
        if self._passed.is_set():
            self._cut()

    def check(self, error: Exception | None) -> None:
        """Raise :class:`FetchError` ``slow`` where the time is over."""
        if self._passed.is_set():
            why = f"no whole answer within {self._seconds:g} s"
            raise FetchError("slow", why) from error

    def _cut(self) -> None:
        self._passed.set()
        if self._sock is not None:
            with suppress(OSError):
                self._sock.shutdown(socket.SHUT_RDWR)


def _told(error: Exception) -> str:
    """An error as one line for people."""
    if isinstance(error, TimeoutError) or "timed out" in str(error).lower():
        return "it did not answer in time"
    text = getattr(error, "strerror", None) or str(error).split("\n", 1)[0]
    return text.strip()[:200] or type(error).__name__


def _body(response: BaseHTTPResponse, headers: Mapping[str, str], limit: int) -> bytes:
    """The whole body, decompressed. Raises :class:`FetchError` ``too_large`` as soon as it is."""
    length = headers.get("content-length", "")
    encoding = headers.get("content-encoding", "").strip().lower()
    if not encoding and length.isdecimal() and int(length) > limit:
        raise FetchError("too_large", f"it announces {length} bytes")
    if encoding in ("", "identity"):
        pieces = _pieces(response)
    elif encoding in _WBITS:
        pieces = _inflated(response, encoding)
    else:
        raise FetchError("unreachable", f"it answers in the encoding {encoding}, not asked for")
    out = bytearray()
    for piece in pieces:
        out += piece
        if len(out) > limit:
            raise FetchError("too_large", f"more than {limit} bytes came")
    if encoding == "" and length.isdecimal() and len(out) < int(length):
        raise HTTPException(f"the answer was cut off after {len(out)} of {length} bytes")
    return bytes(out)


def _pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    while piece := response.read(_PIECE, decode_content=False):
        yield piece


def _inflated(response: BaseHTTPResponse, encoding: str) -> Iterator[bytes]:
    """The body inflated in bounded bites: a bomb is cut off by whoever counts them."""
    member = zlib.decompressobj(_WBITS[encoding])
    raw = False
    for piece in _pieces(response):
        data = piece
        while data and not member.eof:
            try:
                out = member.decompress(data, _PIECE)
            except zlib.error as error:
                if encoding != "deflate" or raw:
                    raise HTTPException(f"its {encoding} data are damaged") from error
                raw, member = True, zlib.decompressobj(-15)  # servers that leave out the wrapper
                continue
            yield out
            data = member.unconsumed_tail
    if not member.eof:
        raise HTTPException(f"its {encoding} data end too early")
