"""What a worker does: a chunk of items in, pages made ready for the file out.

Pure of the record: no database handle, no configuration.  A step that raises costs its page, never
the chunk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
import zstandard

from riwaya.corpus.digest import Digest, digest
from riwaya.engine.layers import StepError, first_stale, keep_until, run_steps
from riwaya.engine.pipeline import assemble
from riwaya.engine.timing import Seconds
from riwaya.model import Analysed, Page, SetAside
from riwaya.reading.items import Item
from riwaya.reading.read import read_item
from riwaya.reading.web.source import is_web
from riwaya.store.addresses import file_address, text_hash
from riwaya.store.codec import Stored, pack_raw, unpack_page
from riwaya.store.prepare import PreparedPage, prepare

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Worked:
    """One item's outcome: a page made ready, or why it is set aside."""

    item: str
    raw_sha256: str
    origin: str
    result: PreparedPage | SetAside
    raw: tuple[int, bytes] | None = None


@dataclass(slots=True)
class ChunkResult:
    """A chunk's outcomes in its order, and the seconds that each stage took."""

    worked: list[Worked]
    seconds: Seconds = field(default_factory=Seconds)


@dataclass(slots=True)
class StalePage:
    """A stored page whose layers are to be made again."""

    n: int
    id: str
    data: bytes
    made_with: dict[str, str]
    address: str | None


@dataclass(slots=True)
class RefreshResult:
    """The row numbers of stored pages and their layers made again."""

    pages: list[tuple[int, PreparedPage | SetAside]]
    seconds: Seconds = field(default_factory=Seconds)


def work_chunk(items: Sequence[Item]) -> ChunkResult:
    """Read, analyse, digest and make ready a chunk of items."""
    out = ChunkResult([])
    for item in items:
        try:
            result = _work(item, out.seconds)
        except StepError as error:
            result = failed(item.id, error.step, str(error))
        raw = None
        if isinstance(result, PreparedPage):
            with out.seconds.stage("encode"):
                raw = (len(item.data), pack_raw(item.data))
        out.worked.append(Worked(item.id, item.raw_sha256, item.origin, result, raw))
    return out


def failed(page_id: str, step: str, error: str) -> SetAside:
    """A page that a step could not manage: our fault, said plainly."""
    detail = (
        f"{page_id}: the step '{step}' failed ({error}); "
        "this is a fault of riwaya: please report it with the page"
    )
    return SetAside(id=page_id, reason="step_failed", detail=detail)


def _work(item: Item, seconds: Seconds) -> PreparedPage | SetAside:
    with seconds.stage("read"):
        page = read_safely(item)
    if isinstance(page, SetAside):
        return page
    of_file = item.kind != "record" and item.id != "-" and not is_web(item.id)
    address = file_address(item.id) if of_file else None
    stored, analysed = _analyse(page, None, seconds)
    return _ready(stored, analysed, address, seconds)


def read_safely(item: Item) -> Page | SetAside:
    """The page of an item, its text fit for storing; :class:`StepError` ``read`` where that fails."""
    try:
        page = read_item(item)
        return page if isinstance(page, SetAside) else clean(page)
    except Exception as error:
        raise StepError("read", error) from error


def clean(page: Page) -> Page:
    """Lone surrogates, which no UTF-8 can hold, as U+FFFD: one code point for one, so offsets stand."""
    hints = page.hints
    if any(_SURROGATE.search(hint.value) for hint in hints):
        hints = tuple(
            msgspec.structs.replace(hint, value=_SURROGATE.sub("\ufffd", hint.value))
            for hint in hints
        )
        page = msgspec.structs.replace(page, hints=hints)
    if not _SURROGATE.search(page.text):
        return page
    text = _SURROGATE.sub("\ufffd", page.text)
    return msgspec.structs.replace(page, text=text, sha256=text_hash(text))


def _analyse(
    page: Page, before: tuple[Stored, int] | None, seconds: Seconds
) -> tuple[Stored, Analysed]:
    found, trace = keep_until(*before) if before else (None, ())
    layers, trace = run_steps(page, seconds.add, found=found, trace=trace)
    return Stored(page=page, layers=layers, trace=trace), assemble(page, layers)


def _ready(
    stored: Stored, analysed: Analysed, address: str | None, seconds: Seconds
) -> PreparedPage:
    try:
        with seconds.stage("digest"):
            condensed = encode_digest(digest(analysed))
    except Exception as error:
        raise StepError("digest", error) from error
    try:
        with seconds.stage("encode"):
            return prepare(stored, analysed, condensed, address)
    except Exception as error:
        raise StepError("encode", error) from error


def refresh_chunk(pages: Sequence[StalePage]) -> RefreshResult:
    """Make the stale layers of stored pages again; a :class:`SetAside` where a step fails on one."""
    out = RefreshResult([])
    for stale in pages:
        stored = unpack_page(stale.data)
        before = (stored, first_stale(stale.made_with))
        try:
            fresh, analysed = _analyse(stored.page, before, out.seconds)
            out.pages.append((stale.n, _ready(fresh, analysed, stale.address, out.seconds)))
        except StepError as error:
            out.pages.append((stale.n, failed(stale.id, error.step, str(error))))
    return out


def encode_digest(value: Digest) -> bytes:
    """A digest as it lies in the file."""
    return zstandard.compress(msgspec.msgpack.encode(value), 3)


def decode_digest(data: bytes) -> Digest:
    """What :func:`encode_digest` made."""
    return msgspec.msgpack.decode(zstandard.decompress(data), type=Digest)
