"""Files that hold many pages in a shape of their own: JSON, feeds, web archives, Parquet.

Each page comes out as an item like any other; a container that is damaged gives what can be read
and a line that says where it stopped.
"""

from __future__ import annotations

import html
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from riwaya.model import SetAside
from riwaya.reading.chunks import Chunks, OversizeError
from riwaya.reading.item import Item
from riwaya.reading.reasons import set_aside
from riwaya.reading.sniffing import Content

_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|div|span|strong|b|em|img|h[1-6]|ul|ol|li|figure|blockquote|a\s[^&<>]*href)\b",
    re.I,
)
_ROWS = 256
_SPOOLED = 100
"""How many times a page's limit a compressed Parquet file may have."""
_HTML_TYPES = ("text/html", "application/xhtml+xml")


def open_container(
    name: str, chunks: Chunks, kind: Content, limit: int
) -> Iterator[Item | SetAside]:
    """The pages of a container; ``limit`` is the most bytes that one page may have.

    JSON and feeds are documents and count as one page for the limit. Raises what ``chunks`` raises.
    """
    yield from _READERS[kind](name, chunks, limit)


def _record(name: str, number: int, record: Any, limit: int) -> Item | SetAside:
    where = f"{name}#{number}"
    data = json.dumps(record, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    if len(data) > limit:
        return set_aside(where, "too_large", what="the record", limit=limit)
    return Item(where, data, "record", name)


def _json(name: str, chunks: Chunks, limit: int) -> Iterator[Item | SetAside]:
    """A JSON array of records, a JSON feed (``items``), or one record."""
    data = chunks.read_all(limit)
    try:
        value = json.loads(data.decode("utf-8-sig", "replace"))
    except json.JSONDecodeError as error:
        why = f"{error.msg}, line {error.lineno}"
        yield set_aside(name, "bad_record", why=why, column=error.colno)
        return
    except (ValueError, RecursionError) as error:
        yield set_aside(name, "bad_record", why=type(error).__name__, column=1)
        return
    rows, site = value, None
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        rows, site = value["items"], value.get("title")
    if isinstance(rows, dict):
        yield Item(name, data, "record", name)
        return
    if not rows or not isinstance(rows, list):
        yield set_aside(name, "empty", what="JSON file")
        return
    for number, row in enumerate(rows, 1):
        yield _record(name, number, _json_feed_item(row, site), limit)


def _json_feed_item(row: Any, site: Any) -> Any:
    """A JSON feed's item as a record (jsonfeed.org, version 1.1); other rows as they are."""
    if not isinstance(row, dict) or not ("content_html" in row or "content_text" in row):
        return row
    authors = row.get("authors") or [row.get("author")]
    names = [one.get("name") for one in authors if isinstance(one, dict)]
    named = {
        "text": row.get("content_text") if not row.get("content_html") else None,
        "html": row.get("content_html"),
        "published": row.get("date_published"),
        "updated": row.get("date_modified"),
        "author": next((name for name in names if isinstance(name, str)), None),
        "outlet": site if isinstance(site, str) else None,
    }
    return {**row, **{key: value for key, value in named.items() if value}}


def _feed(name: str, chunks: Chunks, limit: int) -> Iterator[Item | SetAside]:
    """An RSS or Atom feed: a record an entry."""
    import feedparser

    data = chunks.read_all(limit)
    if b"<!ENTITY" in data:
        yield set_aside(name, "bad_markup", why="the feed declares entities of its own")
        return
    try:
        feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        yield set_aside(name, "bad_markup", why=type(error).__name__)
        return
    if not feed.entries:
        yield set_aside(name, "empty", what="feed")
        return
    for number, entry in enumerate(feed.entries, 1):
        yield _record(name, number, _entry(entry, feed.feed.get("title")), limit)


def _entry(entry: Any, feed_title: str | None) -> dict[str, Any]:
    contents = [part.get("value") for part in entry.get("content", ()) if part.get("value")]
    changed = dict.get(entry, "updated")  # feedparser's own get() answers with other dates
    published = dict.get(entry, "published") or changed or dict.get(entry, "created")
    updated = changed if dict.get(entry, "published") else None
    tags = [tag.get("term") for tag in entry.get("tags", ()) if tag.get("term")]
    fields = {
        "id": entry.get("link") or entry.get("id"),
        "url": entry.get("link"),
        "title": entry.get("title"),
        "html": _unescaped(max([*contents, entry.get("summary") or ""], key=len)),
        "published": _iso(published) if published else None,
        "updated": _iso(updated) if updated else None,
        "section": tags[0] if tags else None,
        "author": entry.get("author"),
        "outlet": feed_title,
    }
    return {key: value for key, value in fields.items() if value}


def _unescaped(markup: str) -> str:
    """Markup that a feed escaped once more than it should: ``&lt;a href=…&gt;``."""
    return html.unescape(markup) if _ESCAPED_TAG.search(markup) else markup


def _iso(stamp: str) -> str:
    """An RFC 822 date as ISO 8601 with its offset; any other form as it stands, for ``times`` to read."""
    try:
        return parsedate_to_datetime(stamp).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return stamp


class _Reader:
    """What a library that wants a file is given: the decompressed bytes, read on."""

    def __init__(self, chunks: Chunks) -> None:
        self._pieces = chunks.pieces()
        self._rest = b""
        self._told = 0

    def tell(self) -> int:
        return self._told

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._rest += piece
        out, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        self._told += len(out)
        return out


def _warc(name: str, chunks: Chunks, limit: int) -> Iterator[Item | SetAside]:
    """The HTML responses of a web archive, each under its address."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    stream: Any = _Reader(chunks)
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            number += 1
            kind = (record.http_content_type or "").lower()
            address = record.headers.get("WARC-Target-URI") or f"{name}#{number}"
            if kind and kind not in _HTML_TYPES:
                continue
            data = record.reader.read(limit + 1)
            if len(data) > limit:
                yield set_aside(address, "too_large", what="the response", limit=limit)
            elif data.strip():
                yield Item(address, data, "html", name, url=address, charset=record.http_charset)
    except Exception as error:
        yield set_aside(f"{name}#{number + 1}", "corrupt", why=str(error) or type(error).__name__)
        return
    if not number:
        yield set_aside(name, "empty", what="web archive")


def _parquet(name: str, chunks: Chunks, limit: int) -> Iterator[Item | SetAside]:
    """A record a row. Needs the extra ``parquet``; what cannot be sought in is spooled to disk."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        yield set_aside(name, "unsupported", what="a Parquet file", todo="install riwaya[parquet]")
        return
    number = 0
    try:
        with _seekable(name, chunks, _SPOOLED * limit) as file:
            for batch in pq.ParquetFile(file).iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield _record(
                        name, number, {k: v for k, v in row.items() if v is not None}, limit
                    )
    except OversizeError:
        raise
    except Exception as error:
        yield set_aside(f"{name}#{number + 1}", "corrupt", why=str(error).split("\n", 1)[0][:200])
        return
    if not number:
        yield set_aside(name, "empty", what="Parquet file")


def _seekable(name: str, chunks: Chunks, limit: int) -> BinaryIO:
    """The file itself, or a temporary copy of what comes compressed or through a pipe."""
    path = Path(name)
    if path.is_file():
        file = path.open("rb")
        if file.read(4) == b"PAR1":
            file.seek(0)
            return file
        file.close()
    spool = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the caller
    try:
        size = 0
        for piece in chunks.pieces():
            size += len(piece)
            if size > limit:
                raise OversizeError
            spool.write(piece)
        spool.seek(0)
    except BaseException:
        spool.close()
        raise
    return cast("BinaryIO", spool)


_READERS: dict[Content, Callable[[str, Chunks, int], Iterator[Item | SetAside]]] = {
    "json": _json,
    "feed": _feed,
    "warc": _warc,
    "parquet": _parquet,
}
