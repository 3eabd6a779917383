"""robots.txt (RFC 9309): what a site lets us read, and how fast. One answer a site and day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult

from protego import Protego

from riwaya.reading.web.shapes import FetchError

_LIMIT = 512_000
_LONGEST_DELAY = 30.0
_KEPT = 24 * 3600.0
"""Seconds for which rules hold at most (RFC 9309, 2.4)."""
_KEPT_CLOSED = 600.0
"""The same where they could not be read: a site that is down for a moment is not closed for a day."""

Get = Callable[[str], tuple[int, bytes]]
"""Fetches an address, redirects followed: status and body. Raises :class:`FetchError`."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A site's rules: None where it has none; ``closed`` says why where nothing may be read."""

    protego: Protego | None
    closed: str | None = None

    def permits(self, url: str, agent: str) -> bool:
        return self.protego is None or bool(self.protego.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """The least seconds between two requests that the site asks for, within reason."""
        asked = self.protego.crawl_delay(agent) if self.protego else None
        return min(float(asked or 0.0), _LONGEST_DELAY)


class Robots:
    """The rules of every site met so far."""

    def __init__(self, get: Get, clock: Callable[[], float]) -> None:
        self._get, self._clock = get, clock
        self._rules: dict[str, tuple[Rules, float]] = {}

    def rules(self, url: SplitResult) -> Rules:
        """The rules for an address. Raises what fetching them raises, but for what closes a site."""
        site = f"{url.scheme}://{url.netloc}"
        rules, until = self._rules.get(site, (None, 0.0))
        if rules is None or self._clock() >= until:
            rules = self._read(f"{site}/robots.txt")
            kept = _KEPT_CLOSED if rules.closed else _KEPT
            self._rules[site] = rules, self._clock() + kept
        return rules

    def _read(self, address: str) -> Rules:
        try:
            status, data = self._get(address)
        except FetchError as error:
            if error.reason in ("slow", "too_large", "http_status"):
                return Rules(None, closed=f"its robots.txt could not be read ({error.why})")
            raise
        if 400 <= status < 500:
            return Rules(None)
        if status != 200:
            return Rules(None, closed=f"its robots.txt could not be read (status {status})")
        return Rules(Protego.parse(data[:_LIMIT].decode("utf-8-sig", "replace")))
