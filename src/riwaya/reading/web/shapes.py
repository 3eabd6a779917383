"""What a fetch is asked, what it gives, and why it gives nothing."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya import __version__


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fetch. Times in seconds, sizes in bytes after decompression.

    ``timeout`` bounds each wait for the server, ``deadline`` one whole answer; ``retries`` come after
    ``backoff``, twice that, and so on; a server that asks to wait longer than ``longest_wait`` is left
    for the next run.  ``delay`` is the least time between two requests to one host.
    """

    timeout: float = 20.0
    deadline: float = 60.0
    limit: int = 20_000_000
    retries: int = 3
    backoff: float = 1.0
    longest_wait: float = 60.0
    redirects: int = 10
    delay: float = 1.0
    allow_private: bool = False
    user_agent: str = f"riwaya/{__version__} (reads Arabic news pages for a user; obeys robots.txt)"


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer told for asking again: RFC 9110, 8.8. ``url`` is the address that gave it."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: its decompressed bytes, or none where ``not_modified``.

    ``url`` is the address as asked, ``final_url`` where redirects led, ``redirects`` those between.
    ``fetched_at`` is ISO 8601 in UTC.
    """

    url: str
    final_url: str
    status: int
    fetched_at: str
    data: bytes = b""
    content_type: str = ""
    charset: str | None = None
    redirects: tuple[str, ...] = ()
    validators: Validators | None = None

    @property
    def not_modified(self) -> bool:
        return self.status == 304


class FetchError(Exception):
    """Nothing came. ``reason`` is a code of :mod:`riwaya.reading.reasons`, ``why`` the particulars.

    ``passing``: asking again may help; ``wait`` is how many seconds the server asks to wait before it, and
    ``status`` what it answered.
    """

    def __init__(
        self, reason: str, why: str, *, passing: bool = False, wait: float = 0.0,
        status: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"{reason}: {why}")
        self.reason = reason
        self.why = why
        self.passing = passing
        self.wait = wait
        self.status = status
