"""Web addresses as sources: each asked for once, what came kept for whoever stores it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from riwaya.model import SetAside
from riwaya.reading.reasons import set_aside
from riwaya.reading.sniffing import Content
from riwaya.reading.web.shapes import Fetched, FetchError, Validators

if TYPE_CHECKING:
    from riwaya.reading.web.fetcher import Fetcher

_BY_TYPE: dict[str, Content] = {
    "text/html": "html", "application/xhtml+xml": "html",
    "application/rss+xml": "feed", "application/atom+xml": "feed",
    "application/feed+json": "json", "application/x-ndjson": "records", "application/jsonl": "records",
    "application/vnd.apache.parquet": "parquet", "application/warc": "warc",
}  # fmt: skip


class Web:
    """``known`` gives what an earlier answer told, so that what did not change is not sent again.

    A polite fetcher of its own where None is given.  ``answers`` has every answer so far, without its data; store them once the pages are stored.
    """

    def __init__(
        self,
        fetcher: Fetcher | None = None,
        known: Callable[[str], Validators | None] = lambda url: None,
    ) -> None:
        self._given = fetcher
        self._known = known
        self.answers: list[Fetched] = []

    @property
    def _fetcher(self) -> Fetcher:
        if self._given is None:
            from riwaya.reading.web.fetcher import Fetcher  # loads an HTTP library: only when asked

            self._given = Fetcher()
        return self._given

    def open(self, url: str) -> Fetched | SetAside:
        """The answer to ``url``, or why there is none. Never raises for what a server does."""
        try:
            answer = self._fetcher.fetch(url, self._known(url))
        except FetchError as error:
            if error.reason == "too_large":
                limit = self._fetcher.settings.limit
                return set_aside(url, "too_large", what="the answer", limit=limit)
            return set_aside(url, error.reason, why=error.why)
        self.answers.append(replace(answer, data=b""))
        return answer


def is_web(source: str) -> bool:
    """Whether a source is a web address rather than a path."""
    return source[:8].lower().startswith(("http://", "https://"))


def kind_of(answer: Fetched) -> Content | None:
    """What the media type says; None where only the bytes can tell (XML, JSON, plain text)."""
    return _BY_TYPE.get(answer.content_type)
