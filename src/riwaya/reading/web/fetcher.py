"""The fetcher: from an address to its bytes, through redirects, robots.txt, retries and validators."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from riwaya.reading.web.exchange import Answer, exchange
from riwaya.reading.web.robots import Robots
from riwaya.reading.web.shapes import Fetched, FetchError, Settings, Validators

_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml;q=0.9,"
    "application/feed+json;q=0.9,application/json;q=0.8,*/*;q=0.5"
)
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_LONGEST_URL = 4000
_OWN_MACHINE = re.compile(r"(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$")
"""Hosts that need no pause between two requests."""
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.%a-z]+")


class Fetcher:
    """Fetches addresses one after the other, politely: made once, used for many.

    ``sleep`` and ``clock`` are for tests.  Not to be shared by threads.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings or Settings()
        self._sleep, self._clock = sleep, clock
        self._robots = Robots(self._rules_file, clock)
        self._last: dict[str, float] = {}

    def fetch(self, url: str, known: Validators | None = None) -> Fetched:
        """The answer to GET ``url``. With ``known`` it may be ``not_modified``, without data.

        Raises :class:`FetchError`: ``bad_address``, ``forbidden_address``, ``robots``,
        ``unreachable``, ``slow``, ``http_status``, ``too_large``.
        """
        address = split(url)
        passed: list[str] = []
        while True:
            answer = self._ask(address, known)
            if answer.status not in _REDIRECTS:
                return self._fetched(url, address, passed, answer)
            address = self._next(address, answer, passed)

    def _next(self, address: SplitResult, answer: Answer, passed: list[str]) -> SplitResult:
        """Where a redirect leads; what leads in a circle, or too far, is refused."""
        here = address.geturl()
        target = answer.headers.get("location", "").strip()
        if not target:
            raise FetchError("http_status", f"a redirect ({answer.status}) that leads nowhere")
        passed.append(here)
        following = split(urljoin(here, _as_utf8(target)))
        if following.geturl() in passed:
            raise FetchError("http_status", "its redirects lead in a circle")
        if len(passed) > self.settings.redirects:
            raise FetchError("http_status", f"more than {self.settings.redirects} redirects")
        return following

    def _fetched(
        self, url: str, address: SplitResult, passed: list[str], answer: Answer
    ) -> Fetched:
        if answer.status not in (200, 304):
            raise FetchError(
                "http_status", f"status {answer.status}", passing=answer.status in _AGAIN,
                wait=retry_after(answer.headers.get("retry-after")) or 0.0, status=answer.status,
            )  # fmt: skip
        kind, charset = _content_type(answer.headers.get("content-type", ""))
        validators = Validators(
            address.geturl(), answer.headers.get("etag"), answer.headers.get("last-modified")
        )
        return Fetched(
            url=url,
            final_url=address.geturl(),
            status=answer.status,
            fetched_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            data=answer.data,
            content_type=kind,
            charset=charset,
            redirects=tuple(passed),
            validators=validators if validators else None,
        )

    def _ask(self, address: SplitResult, known: Validators | None) -> Answer:
        """One address that robots.txt permits, retried where that may help."""
        agent = self.settings.user_agent
        rules = self._robots.rules(address)
        if rules.closed:
            raise FetchError("robots", rules.closed, passing=True)
        if not rules.permits(address.geturl(), agent):
            raise FetchError("robots", "its robots.txt does not permit it")
        return self._with_retries(address, known, max(self.settings.delay, rules.delay(agent)))

    def _rules_file(self, url: str) -> tuple[int, bytes]:
        """A robots.txt, its redirects followed; itself not subject to rules."""
        address, passed = split(url), list[str]()
        while True:
            answer = self._with_retries(address, None, 0.0)
            if answer.status not in _REDIRECTS:
                return answer.status, answer.data
            address = self._next(address, answer, passed)

    def _with_retries(self, address: SplitResult, known: Validators | None, delay: float) -> Answer:
        headers = self._headers(address, known)
        for tried in range(self.settings.retries + 1):
            last = tried == self.settings.retries
            self._keep_distance(address.netloc, delay)
            try:
                answer = exchange(address, headers, self.settings)
            except FetchError as error:
                if last or not error.passing:
                    raise
                wait = self._backoff(tried)
            else:
                if last or answer.status not in _AGAIN:
                    return answer
                asked = retry_after(answer.headers.get("retry-after"))
                if asked is not None and asked > self.settings.longest_wait:
                    why = f"status {answer.status}, it asks to wait {asked:.0f} s"
                    raise FetchError(
                        "http_status", why, passing=True, wait=asked, status=answer.status
                    )
                wait = max(asked or 0.0, self._backoff(tried))
            self._sleep(wait)
        raise AssertionError("unreachable")  # the last try returns or raises

    def _backoff(self, tried: int) -> float:
        """Twice as long each time, spread by half, so that many clients do not come at once."""
        whole = self.settings.backoff * 2.0**tried
        return min(self.settings.longest_wait, whole * random.uniform(0.75, 1.25))  # noqa: S311

    def _keep_distance(self, host: str, delay: float) -> None:
        before = self._last.get(host)
        if _OWN_MACHINE.match(host):
            return
        if before is not None and (wait := before + delay - self._clock()) > 0:
            self._sleep(wait)
        self._last[host] = self._clock()

    def _headers(self, address: SplitResult, known: Validators | None) -> dict[str, str]:
        headers = {
            "User-Agent": self.settings.user_agent,
            "Accept": _ACCEPT,
            "Accept-Language": "ar,*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if known and known.url == address.geturl():
            if known.etag and known.etag.isprintable():
                headers["If-None-Match"] = known.etag
            if known.last_modified and known.last_modified.isprintable():
                headers["If-Modified-Since"] = known.last_modified
        return headers


def split(url: str) -> SplitResult:
    """A web address in parts, its host and path in ASCII, without fragment.

    Raises :class:`FetchError` ``bad_address``.

    >>> split("HTTP://مثال.إختبار/خبر?q=1#top").geturl()
    'http://xn--mgbh0fb.xn--kgbechtv/%D8%AE%D8%A8%D8%B1?q=1'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        ascii_host = (host or "").encode("idna").decode("ascii") if not _is_ip(host) else host or ""
    except (ValueError, UnicodeError) as error:
        raise FetchError("bad_address", "it is malformed") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError("bad_address", f"the scheme is {parts.scheme or 'missing'}, not http(s)")
    if ascii_host and not _HOST.fullmatch(ascii_host):
        raise FetchError("bad_address", "its host is malformed")
    if not ascii_host or len(url) > _LONGEST_URL:
        raise FetchError("bad_address", "it names no host" if not ascii_host else "it is too long")
    if parts.username or parts.password:
        raise FetchError("bad_address", "it has a user name or password in it")
    bare = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    default = {"http": 80, "https": 443}[parts.scheme]
    return SplitResult(
        scheme=parts.scheme,
        netloc=bare if port in (None, default) else f"{bare}:{port}",
        path=quote(parts.path or "/", safe=_SAFE),
        query=quote(parts.query, safe=_SAFE),
        fragment="",
    )


def _is_ip(host: str | None) -> bool:
    return bool(host) and (":" in str(host) or str(host).replace(".", "").isdecimal())


def _as_utf8(header: str) -> str:
    """A header's bytes, which come as Latin-1, read as the UTF-8 that sites send in them."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def retry_after(value: str | None) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3); None where it cannot be read."""
    if not value:
        return None
    text = value.strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _content_type(header: str) -> tuple[str, str | None]:
    """The media type in small letters, and the charset that the header names."""
    kind, *parameters = header.split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and (charset := value.strip().strip("\"' ")):
            return kind.strip().lower(), charset[:40]
    return kind.strip().lower(), None
