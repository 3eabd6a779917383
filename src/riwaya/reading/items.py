"""From what the user names to items: one page's bytes each, found, opened and cut, not yet decoded.

Nothing here raises for bad input: what cannot be taken comes out as a
:class:`~riwaya.model.SetAside` in its place, and the rest goes on.  Memory stays within a few
times ``Limits.page`` whatever the size of a file.
"""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from riwaya.model import SetAside
from riwaya.reading import containers
from riwaya.reading.chunks import Chunks, CorruptError, OversizeError
from riwaya.reading.item import Item, Kind
from riwaya.reading.reasons import set_aside
from riwaya.reading.sniffing import HEAD, Content, binary_format, content
from riwaya.reading.web.source import Web, is_web, kind_of

__all__ = ["DEFAULT_LIMITS", "Item", "Kind", "Limits", "expand"]


@dataclass(frozen=True, slots=True)
class Limits:
    """``page``: the most bytes that one page, line or record may have, after decompression."""

    page: int = 20_000_000


DEFAULT_LIMITS = Limits()

_BY_SUFFIX: dict[str, Content] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "records", ".ndjson": "records",
    ".json": "json", ".parquet": "parquet", ".warc": "warc",
}  # fmt: skip
_COMPRESSED = (".gz", ".zst")


def expand(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT_LIMITS,
    web: Web | None = None,
) -> Iterator[Item | SetAside]:
    """Every page named by ``sources``: files, folders (hidden entries left out), globs, URLs, ``-``.

    Folders and globs come out sorted by path; what several sources name comes once.
    ``-`` reads ``stdin`` (the process's own where None).  URLs are asked for through ``web``; one
    that has not changed since gives nothing, and stands in ``web.answers``.
    """
    seen: set[str] = set()
    for source in sources:
        if source == "-":
            yield from _stream("-", stdin or sys.stdin.buffer, None, limits)
            continue
        if is_web(source):
            if source not in seen:
                seen.add(source)
                web = web or Web()
                yield from _fetched(source, web, limits)
            continue
        for path in _paths(source):
            if path in seen:
                continue
            seen.add(path)
            yield from _file(path, limits)


def _paths(source: str) -> Iterator[str]:
    """The files that one source names, sorted; a path that does not exist comes out as it is."""
    if os.path.lexists(source) or not glob.has_magic(source):
        yield from _walk(source)
        return
    matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - keeps the spelling given
    for match in matches or [source]:
        yield from _walk(match)


def _walk(source: str) -> Iterator[str]:
    if not Path(source).is_dir():
        yield source
        return
    for folder, folders, files in os.walk(source):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(folder, name)  # noqa: PTH118 - keeps the spelling that was given
            if not name.startswith(".") and (os.path.isfile(path) or os.path.islink(path)):  # noqa: PTH113, PTH114
                yield path


def _kind(path: str) -> Content | None:
    """What a name says, its compression suffix aside."""
    name = path.lower()
    for suffix in _COMPRESSED:
        name = name.removesuffix(suffix)
    return _BY_SUFFIX.get(Path(name).suffix)


def _file(path: str, limits: Limits) -> Iterator[Item | SetAside]:
    name = _printable(path)
    try:
        with Path(path).open("rb") as file:
            yield from _stream(name, file, _kind(path), limits)
    except FileNotFoundError:
        yield set_aside(name, "missing")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        why = getattr(error, "strerror", None) or str(error)
        yield set_aside(name, "unreadable", why=why)


def _fetched(url: str, web: Web, limits: Limits) -> Iterator[Item | SetAside]:
    """What an address gives: a page, or the pages of a feed, list or archive."""
    answer = web.open(url)
    if isinstance(answer, SetAside):
        yield answer
        return
    if answer.not_modified:
        return
    kind = kind_of(answer) or _kind(answer.final_url.partition("?")[0])
    for one in _stream(url, io.BytesIO(answer.data), kind, limits):
        if isinstance(one, Item) and one.id == url and one.kind != "record":
            yield replace(one, url=answer.final_url, charset=answer.charset)
        else:
            yield one


def _printable(path: str) -> str:
    """A path as an id: bytes of its name that are not UTF-8 read as U+FFFD."""
    return path.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _stream(
    name: str, file: BinaryIO, kind: Content | None, limits: Limits
) -> Iterator[Item | SetAside]:
    chunks = Chunks(file)
    try:
        head = chunks.peek(HEAD)
        if not head:
            yield set_aside(name, "empty", what="file")
            return
        if head.startswith(b"PAR1"):
            kind = "parquet"
        elif what := binary_format(head):
            yield set_aside(name, "binary", what=what)
            return
        kind = kind or content(head)
        if kind == "records":
            yield from _lines(name, chunks, limits)
        elif kind in ("text", "html"):
            yield _whole(name, chunks, "html" if kind == "html" else "text", limits)
        else:
            yield from containers.open_container(name, chunks, kind, limits.page)
    except OversizeError:
        yield set_aside(name, "too_large", what="the file", limit=limits.page)
    except CorruptError as error:
        yield set_aside(name, "corrupt", why=str(error))


def _whole(name: str, chunks: Chunks, kind: Kind, limits: Limits) -> Item | SetAside:
    data = chunks.read_all(limits.page)
    if not data.strip():
        return set_aside(name, "empty", what="file")
    return Item(name, data, kind, name)


def _lines(name: str, chunks: Chunks, limits: Limits) -> Iterator[Item | SetAside]:
    """A record a line, blank lines left out; an overlong line is set aside and skipped."""
    number, found = 0, False
    try:
        for number, line in enumerate(chunks.lines(limits.page), 1):
            where = f"{name}#{number}"
            if line is None:
                found = True
                yield set_aside(where, "too_large", what="the line", limit=limits.page)
            elif line.strip():
                found = True
                yield Item(where, line, "record", name)
    except CorruptError as error:
        found = True
        yield set_aside(f"{name}#{number + 1}", "corrupt", why=str(error))
    if not found:
        yield set_aside(name, "empty", what="file")
