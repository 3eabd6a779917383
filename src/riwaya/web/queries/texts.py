"""The texts of pages, without decoding their layers; the last few hundred stay in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec
import zstandard

from riwaya.model import PageSpan, Struct

_AT_ONCE = 400


class _Text(Struct, frozen=True, kw_only=True):
    text: str


class _Stored(Struct, frozen=True, kw_only=True):
    page: _Text


_decoder = msgspec.json.Decoder(_Stored)


def page_texts(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The texts of pages by id; one that the record lacks is left out."""
    wanted = sorted(set(ids))
    found: dict[str, str] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        rows = db.execute(
            "SELECT id, data FROM pages JOIN page_data ON page = n "
            f"WHERE id IN ({', '.join('?' * len(some))})",
            some,
        )
        for page, data in rows:
            found[page] = text_of(data)
    return found


def text_of(data: bytes) -> str:
    """The text in a page's blob."""
    return _decoder.decode(zstandard.decompress(data)).page.text


class Quotes:
    """The words at spans of pages, from texts loaded at once."""

    def __init__(
        self, db: sqlite3.Connection, spans: Iterable[PageSpan], most_pages: int = 60
    ) -> None:
        pages = list(dict.fromkeys(span.page for span in spans))[:most_pages]
        self._texts = page_texts(db, pages)

    def __call__(self, span: PageSpan, longest: int = 280) -> str:
        """The words, on one line, shortened where they are many; blank where their page was not loaded."""
        text = self._texts.get(span.page, "")[span.start : span.end]
        if len(text) > longest:
            text = text[:longest].rsplit(" ", 1)[0] + " …"
        return " ".join(text.split())

    def context(self, span: PageSpan, around: int = 60) -> tuple[str, str, str]:
        """What stands before the words on their line, the words, and what follows."""
        text = self._texts.get(span.page, "")
        before = text[max(0, span.start - around) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + around].partition("\n")[0]
        return before, text[span.start : span.end], after
