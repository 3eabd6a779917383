"""Fetching by address: politeness, bounds, redirects, and what may never be connected to."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_server import Headers, Reply, Site, serving

from riwaya.reading.web import guard
from riwaya.reading.web.fetcher import Fetcher, retry_after, split
from riwaya.reading.web.guard import is_public
from riwaya.reading.web.shapes import FetchError, Settings, Validators

PAGE = "<html><body><p>افتتح المحافظ معرض الكتاب.</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}
HERE = Settings(allow_private=True, delay=0, backoff=0.01, timeout=2, deadline=5)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 1000.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fetcher(clock: Clock | None = None, **changes: object) -> Fetcher:
    clock = clock or Clock()
    settings = replace(HERE, **changes)  # type: ignore[arg-type]
    return Fetcher(settings, sleep=clock.sleep, clock=lambda: clock.now)


def refused(site: Site, path: str = "/", **changes: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher(**changes).fetch(site.url(path))
    return caught.value


def test_a_page_comes_with_what_its_headers_say(site: Site) -> None:
    site.pages["/a"] = (200, {"Content-Type": "Text/HTML; Charset='windows-1256'"}, PAGE)
    answer = fetcher().fetch(site.url("/a#part"))
    assert (answer.data, answer.content_type, answer.charset) == (PAGE, "text/html", "windows-1256")
    assert answer.final_url == site.url("/a")
    assert answer.redirects == ()
    path, headers = site.asked[-1]
    assert path == "/a"
    assert headers["user-agent"].startswith("riwaya/")


def test_arabic_addresses_are_encoded(site: Site) -> None:
    site.pages["/%D8%AE%D8%A8%D8%B1?q=%D8%A3"] = (200, HTML, PAGE)
    assert fetcher().fetch(site.url("/خبر?q=أ")).data == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "http://", "http:///a", "http://[broken", "http://a:b@example.org/",
        "http://example.org:99999/", "file:///etc/passwd", "http://exa mple.org\x00/", "http://" + "a" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        Fetcher().fetch(url)
    assert caught.value.reason in ("bad_address", "unreachable")


# ---------------------------------------------------------------- what may be connected to


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::", "::1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "2002:7f00:1::",
        "64:ff9b::7f00:1", "2001:db8::1", "not an address",
    ],
)  # fmt: skip
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1"])
def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site, host: str) -> None:
    site.pages["/a"] = (200, HTML, PAGE)
    with pytest.raises(FetchError) as caught:
        Fetcher(replace(HERE, allow_private=False)).fetch(site.url("/a", host))
    assert caught.value.reason == "forbidden_address"
    assert site.asked == []


def test_a_name_that_resolves_anew_to_a_private_address_is_not_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: public at the first look, this machine at the second."""
    looked = list[str]()
    real = socket.getaddrinfo

    def rebinding(host: str, port: int, **kwargs: object) -> list[object]:
        looked.append(host)
        address = "203.0.114.7" if len(looked) == 1 else "127.0.0.1"
        return list(real(address, port, type=socket.SOCK_STREAM))

    def connected(sock: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == "203.0.114.7", "only what was checked may be connected to"
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(guard.socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(guard.socket.socket, "connect", connected)
    with pytest.raises(FetchError) as caught:
        Fetcher(replace(HERE, allow_private=False, retries=1)).fetch(
            f"http://rebind.example:{site.port}/"
        )
    assert caught.value.reason == "forbidden_address"
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the first host is let through; what it redirects to is checked by itself."""
    site.pages["/a"] = (302, {"Location": f"http://localhost:{site.port}/secret"}, b"")
    site.pages["/secret"] = (200, HTML, PAGE)
    monkeypatch.setattr(guard, "is_public", lambda address: False)
    real = guard.connect

    def connect(host: str, port: int, timeout: float, *, allow_private: bool) -> socket.socket:
        return real(host, port, timeout, allow_private=host == "127.0.0.1")

    monkeypatch.setattr("riwaya.reading.web.exchange.connect", connect)
    assert refused(site, "/a").reason == "forbidden_address"
    assert "/secret" not in site.paths()


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_told(site: Site) -> None:
    site.pages["/a"] = (301, {"Location": "/b?x=1"}, b"")
    site.pages["/b?x=1"] = (307, {"Location": site.url("/c")}, b"")
    site.pages["/c"] = (200, HTML, PAGE)
    answer = fetcher().fetch(site.url("/a"))
    assert answer.final_url == site.url("/c")
    assert answer.redirects == (site.url("/a"), site.url("/b?x=1"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "javascript:x"])
def test_a_redirect_out_of_the_web_is_refused(site: Site, target: str) -> None:
    site.pages["/a"] = (302, {"Location": target}, b"")
    assert refused(site, "/a").reason == "bad_address"


def test_redirects_in_a_circle_or_without_end_are_refused(site: Site) -> None:
    site.pages["/a"] = (302, {"Location": "/b"}, b"")
    site.pages["/b"] = (302, {"Location": "/a"}, b"")
    assert "circle" in refused(site, "/a").why
    for n in range(20):
        site.pages[f"/{n}"] = (302, {"Location": f"/{n + 1}"}, b"")
    assert "more than 10" in refused(site, "/0").why
    site.pages["/c"] = (302, {}, b"")
    assert "nowhere" in refused(site, "/c").why


# ---------------------------------------------------------------- robots.txt


def test_what_robots_txt_forbids_is_not_asked_for(site: Site) -> None:
    site.pages["/robots.txt"] = (
        200,
        {},
        b"User-agent: *\nDisallow: /private/\nAllow: /private/open",
    )
    site.pages["/private/a"] = site.pages["/private/open"] = (200, HTML, PAGE)
    assert refused(site, "/private/a").reason == "robots"
    assert site.paths() == []
    assert fetcher().fetch(site.url("/private/open")).status == 200


def test_robots_txt_is_read_once_a_site_and_holds_for_redirects(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: riwaya\nDisallow: /no")
    site.pages["/a"] = (302, {"Location": "/no"}, b"")
    site.pages["/b"] = (200, HTML, PAGE)
    one = fetcher()
    for _ in range(2):
        assert one.fetch(site.url("/b")).status == 200
    with pytest.raises(FetchError, match="robots"):
        one.fetch(site.url("/a"))
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    site.pages["/a"] = (200, HTML, PAGE)
    assert refused(site, "/a", retries=1).reason == "robots"
    assert site.paths() == []


def test_the_delay_that_a_site_asks_for_is_kept(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7")
    site.pages["/a"] = (200, HTML, PAGE)
    clock = Clock()
    one = fetcher(clock)
    for _ in range(2):
        one.fetch(site.url("/a", "0.0.0.0"))  # reaches this machine, and is no name of it
    assert sum(clock.slept) >= 7


# ---------------------------------------------------------------- retries


def failing(times: int, status: int, headers: Headers) -> object:
    left = [times]

    def answer(_: Headers) -> Reply:
        left[0] -= 1
        return (status, headers, b"") if left[0] >= 0 else (200, HTML, PAGE)

    return answer


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again_ever_later(site: Site, status: int) -> None:
    site.pages["/a"] = failing(3, status, {})  # type: ignore[assignment]
    clock = Clock()
    assert fetcher(clock, backoff=1.0).fetch(site.url("/a")).status == 200
    assert len(clock.slept) == 3
    assert clock.slept[0] < clock.slept[1] < clock.slept[2]
    assert site.paths() == ["/a"] * 4


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_what_will_not_change_is_not_asked_again(site: Site, status: int) -> None:
    site.pages["/a"] = (status, HTML, PAGE)
    error = refused(site, "/a")
    assert (error.reason, error.why) == ("http_status", f"status {status}")
    assert site.paths() == ["/a"]


def test_retry_after_is_obeyed(site: Site) -> None:
    site.pages["/a"] = failing(1, 429, {"Retry-After": "40"})  # type: ignore[assignment]
    clock = Clock()
    assert fetcher(clock).fetch(site.url("/a")).status == 200
    assert clock.slept == [40.0]


def test_a_server_that_asks_to_wait_too_long_is_left(site: Site) -> None:
    site.pages["/a"] = (503, {"Retry-After": "7200"}, b"")
    clock = Clock()
    with pytest.raises(FetchError, match="asks to wait 7200 s"):
        fetcher(clock).fetch(site.url("/a"))
    assert clock.slept == []


def test_retry_after_is_read_in_both_forms() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert retry_after("12") == 12
    assert 90 < (retry_after(later) or 0) <= 100
    assert retry_after("Fri, 31 Dec 1999 23:59:59 GMT") == 0
    assert retry_after("soon") is retry_after(None) is retry_after("") is None


def test_a_server_that_is_not_there_is_told(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError) as caught:
        fetcher(retries=1).fetch(f"http://127.0.0.1:{port}/")
    assert caught.value.reason == "unreachable"


# ---------------------------------------------------------------- conditional requests


def test_a_page_that_did_not_change_is_not_sent_again(site: Site) -> None:
    def answer(headers: Headers) -> Reply:
        same = headers.get("if-none-match") == '"v1"'
        return (304, {"ETag": '"v1"'}, b"") if same else (200, {**HTML, "ETag": '"v1"'}, PAGE)

    site.pages["/a"] = answer
    one = fetcher()
    first = one.fetch(site.url("/a"))
    assert first.validators == Validators(site.url("/a"), '"v1"', None)
    again = one.fetch(site.url("/a"), first.validators)
    assert again.not_modified
    assert again.data == b""


def test_validators_are_sent_only_to_the_address_that_gave_them(site: Site) -> None:
    site.pages["/a"] = (302, {"Location": "/b"}, b"")
    site.pages["/b"] = (200, HTML, PAGE)
    moment = "Thu, 20 Mar 2025 10:00:00 GMT"
    fetcher().fetch(site.url("/a"), Validators(site.url("/b"), None, moment))
    sent = {path: headers.get("if-modified-since") for path, headers in site.asked}
    assert (sent["/a"], sent["/b"]) == (None, moment)


# ---------------------------------------------------------------- bounds


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw"])
def test_compressed_answers_are_read(site: Site, encoding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(PAGE),
        "deflate": zlib.compress(PAGE),
        "raw": raw.compress(PAGE) + raw.flush(),
    }[encoding]
    name = "deflate" if encoding == "raw" else encoding
    site.pages["/a"] = (200, {**HTML, "Content-Encoding": name}, packed)
    assert fetcher().fetch(site.url("/a")).data == PAGE


def test_an_endless_or_announced_giant_is_cut_off(site: Site) -> None:
    site.pages["/a"] = (200, HTML, b"x" * 2_000_000)
    assert refused(site, "/a", limit=100_000).reason == "too_large"
    site.pages["/b"] = (200, {**HTML, "Content-Length": "99999999"}, b"x")
    assert refused(site, "/b").reason == "too_large"


def test_a_decompression_bomb_is_cut_off(site: Site) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    site.pages["/a"] = (200, {**HTML, "Content-Encoding": "gzip"}, bomb)
    start = time.process_time()
    assert refused(site, "/a", limit=1_000_000).reason == "too_large"
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, b"no gzip at all"),
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE, mtime=0)[:-12]),
        ({"Content-Encoding": "br"}, b"x"),
        ({"Content-Length": "500"}, PAGE[:50]),
    ],
)
def test_damaged_answers_are_told(site: Site, headers: Headers, body: bytes) -> None:
    site.pages["/a"] = (200, {**HTML, **headers}, body)
    assert refused(site, "/a", retries=0, timeout=0.5).reason == "unreachable"


def _dripping(server: socket.socket, every: float) -> None:
    """Answer each connection with a header without end, a byte now and then."""
    while True:
        try:
            client, _ = server.accept()
        except OSError:
            return
        with client:
            try:
                client.recv(4096)
                client.sendall(b"HTTP/1.1 200 OK\r\nX: ")
                while True:
                    client.sendall(b"x")
                    time.sleep(every)
            except OSError:
                continue


def test_a_slow_drip_ends_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_dripping, args=(server, 0.05), daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        start = time.monotonic()
        with pytest.raises(FetchError) as caught:
            fetcher(deadline=0.4, retries=0).fetch(url)
        assert caught.value.reason == "robots", "its robots.txt never came"
        assert "within 0.4 s" in caught.value.why
        assert time.monotonic() - start < 3


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}"):
        with contextlib.suppress(FetchError):
            parts = split(url)
            assert parts.geturl().isascii()
            assert parts.scheme in ("http", "https")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]  # fmt: skip
    subprocess.run(
        [*made, "-keyout", tmp_path / "key", "-out", tmp_path / "cert"],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")

    def accept(listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            client, _ = listening.accept()
            with client, context.wrap_socket(client, server_side=True):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = threading.Thread(target=accept, args=(listening,))
        server.start()
        with pytest.raises(FetchError) as caught:
            fetcher(retries=3).fetch(f"https://localhost:{listening.getsockname()[1]}/")
        server.join()
    assert caught.value.reason == "unreachable"
    assert "certificate" in caught.value.why
    assert not caught.value.passing, "asking again would not help"
