"""The main job: sources in, a record out; run again, it adds what is new and makes stale layers again.

Expand the sources, leave out what was read before, analyse in workers, store in short
transactions, then join.  Killed at any moment it leaves a whole file, and the next run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from riwaya.engine.ahead import Ahead
from riwaya.engine.joining import bring_up_to_date
from riwaya.engine.layers import layer_versions
from riwaya.engine.pool import Pool, Workers
from riwaya.engine.timing import Seconds
from riwaya.engine.work import (
    ChunkResult,
    RefreshResult,
    StalePage,
    Worked,
    failed,
    refresh_chunk,
    work_chunk,
)
from riwaya.model import SetAside, Struct
from riwaya.reading.items import Item, expand
from riwaya.reading.web.source import Web
from riwaya.store.file import check_ours, translated
from riwaya.store.lock import builder_lock
from riwaya.store.prepare import PreparedPage
from riwaya.store.reader import RecordReader
from riwaya.store.shapes import Counts
from riwaya.store.writer import RecordWriter

if TYPE_CHECKING:
    from riwaya.reading.web.fetcher import Fetcher

Progress = Callable[[str, int], None]
"""Told the stage (``reading pages``, ``joining`` …) and how many pages it has done."""

_CHUNK_ITEMS = 8
_CHUNK_BYTES = 512_000
_DIED = "the worker process died: out of memory, or a crash in native code"


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build did. ``seconds`` are by stage, summed over workers; ``elapsed`` is by the clock."""

    record: str
    added: int
    unchanged: int
    changed: tuple[str, ...]
    """Ids that were read before with another text; the new text has an id of its own beside it."""
    refreshed: int
    set_aside: tuple[SetAside, ...]
    set_aside_before: int
    joined: bool
    counts: Counts
    corroborated: int
    """Contacts of which some value comes from two or more independent origins."""
    disputed: int
    """Contacts with a disputed field."""
    seconds: dict[str, float]
    elapsed: float


@dataclass(slots=True)
class _Tally:
    added: int = 0
    unchanged: int = 0
    unchanged_aside: int = 0
    refreshed: int = 0
    changed: list[str] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    seconds: Seconds = field(default_factory=Seconds)


def build(  # noqa: PLR0913 - all but two are optional
    sources: Sequence[str],
    record: Path,
    *,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    items: Iterable[Item | SetAside] = (),
    again: bool = False,
    progress: Progress = lambda stage, done: None,
) -> BuildReport:
    """Build or extend the record at ``record`` from ``sources``; with none, bring it up to date.

    Web addresses are asked for through ``fetcher`` (a polite one where None), with what their last
    answer told, so that what did not change is not sent again.
    ``items`` are pages that the caller has read, taken after those of the sources.
    ``again`` makes the joins again though nothing changed.  Raises
    :class:`~riwaya.errors.RiwayaError`: ``locked``, ``not_a_record``, ``newer_record``,
    ``write_failed``.  ``KeyboardInterrupt`` passes through once the file is whole.
    """
    start = perf_counter()
    check_ours(record)  # before anything is made beside a file of another program
    tally, ahead = _Tally(), Ahead()
    with builder_lock(record), Workers(jobs) as workers:
        writer = RecordWriter(record)
        try:
            with writer.transaction():
                writer.use_layers(layer_versions())
                writer.renew_search()
            _refresh(writer, workers, tally, progress)
            web = Web(fetcher, writer.validators)
            _read(
                writer,
                _Source(writer, chain(expand(list(sources), stdin=stdin, web=web), items), tally),
                workers,
                tally,
                progress,
                meanwhile=lambda: _load(ahead, writer),
            )
            _note_answers(writer, web, tally)
            joined = bring_up_to_date(
                writer, tally.seconds, progress, workers=workers, again=again, ahead=ahead
            )
            report = _report(record, writer, tally, joined=joined)
        finally:
            writer.close()
    return msgspec.structs.replace(report, elapsed=round(perf_counter() - start, 3))


def _report(record: Path, writer: RecordWriter, tally: _Tally, *, joined: bool) -> BuildReport:
    """What the build did and what the record now holds; how long it took is told once it is shut."""
    corroborated, disputed = writer.db.execute(
        "SELECT COUNT(*) FILTER (WHERE independent > 1), COALESCE(SUM(disputed), 0) "
        "FROM merged_contacts"
    ).fetchone()
    return BuildReport(
        record=str(record),
        added=tally.added,
        unchanged=tally.unchanged,
        changed=tuple(tally.changed),
        refreshed=tally.refreshed,
        set_aside=tuple(tally.set_aside),
        set_aside_before=tally.unchanged_aside,
        joined=joined,
        counts=RecordReader(record, writer.db).counts(),
        corroborated=corroborated,
        disputed=disputed,
        seconds={stage: round(took, 3) for stage, took in tally.seconds.items()},
        elapsed=0.0,
    )


class _Source:
    """Chunks of items not read before; what expanding sets aside is noted on the way."""

    def __init__(
        self,
        writer: RecordWriter,
        items: Iterator[Item | SetAside],
        tally: _Tally,
    ) -> None:
        self._seen = writer.seen()
        self._items = items
        self._tally = tally
        self.pending: list[SetAside] = []

    def chunks(self) -> Iterator[list[Item]]:
        chunk: list[Item] = []
        size = 0
        start = perf_counter()
        for item in self._items:
            if isinstance(item, SetAside):
                self.pending.append(item)
            elif (is_page := self._seen.get((item.id, item.raw_sha256))) is not None:
                self._tally.unchanged += is_page
                self._tally.unchanged_aside += not is_page
            else:
                chunk.append(item)
                size += len(item.data)
            if len(chunk) >= _CHUNK_ITEMS or size >= _CHUNK_BYTES:
                self._tally.seconds.add("expand", perf_counter() - start)
                yield chunk
                chunk, size, start = [], 0, perf_counter()
        self._tally.seconds.add("expand", perf_counter() - start)
        if chunk:
            yield chunk

    def take_pending(self) -> list[SetAside]:
        pending, self.pending = self.pending, []
        return pending


def _read(
    writer: RecordWriter,
    source: _Source,
    workers: Workers,
    tally: _Tally,
    progress: Progress,
    meanwhile: Callable[[], None],
) -> None:
    done = 0
    pool = Pool(work_chunk, workers, _died_reading, meanwhile)
    for result in pool.run(source.chunks()):
        _store(writer, result, source.take_pending(), tally)
        done += len(result.worked)
        progress("reading pages", done)
    _store(writer, ChunkResult([]), source.take_pending(), tally)


def _load(ahead: Ahead, writer: RecordWriter) -> None:
    with translated(writer.path):
        ahead.load(writer.db)


def _note_answers(writer: RecordWriter, web: Web, tally: _Tally) -> None:
    """Keep what the answers told, now that every page of theirs is stored."""
    with writer.transaction():
        for answer in web.answers:
            writer.put_fetch(answer)
            if answer.not_modified:
                tally.unchanged += writer.pages_from(answer.url)


def _died_reading(item: Item) -> ChunkResult:
    aside = failed(item.id, "worker", _DIED)
    return ChunkResult([Worked(item.id, item.raw_sha256, item.origin, aside)])


def _store(
    writer: RecordWriter, result: ChunkResult, asides: Sequence[SetAside], tally: _Tally
) -> None:
    """One chunk, one transaction; the tally only once it is committed."""
    if not (result.worked or asides):
        return
    start = perf_counter()
    added, changed = 0, []
    set_aside = list(asides)
    with writer.transaction():
        for worked in result.worked:
            if isinstance(worked.result, SetAside):
                writer.put_set_aside(worked.result, worked.raw_sha256)
                writer.put_reading(worked.item, worked.raw_sha256, worked.origin, None)
                set_aside.append(worked.result)
                continue
            outcome, n = writer.put_page(worked.result)
            writer.put_reading(worked.item, worked.raw_sha256, worked.origin, n, worked.raw)
            added += outcome != "known"
            if outcome == "changed":
                changed.append(worked.result.id)
        for aside in asides:
            writer.put_set_aside(aside)
    tally.added += added
    tally.unchanged += sum(isinstance(w.result, PreparedPage) for w in result.worked) - added
    tally.changed += changed
    tally.set_aside += set_aside
    tally.seconds.merge(result.seconds)
    tally.seconds.add("store", perf_counter() - start)


def _refresh(writer: RecordWriter, workers: Workers, tally: _Tally, progress: Progress) -> None:
    """Make again the layers that other step versions or lexicons made."""
    stale = writer.stale()
    if not stale:
        return
    pool = Pool(refresh_chunk, workers, _died_refreshing)
    for result in pool.run(_stale_chunks(writer, stale)):
        start = perf_counter()
        with writer.transaction():
            for n, page in result.pages:
                if isinstance(page, SetAside):
                    writer.put_set_aside(page)  # its old layers stay
                    tally.set_aside.append(page)
                else:
                    writer.replace_layers(n, page)
                    tally.refreshed += 1
        tally.seconds.merge(result.seconds)
        tally.seconds.add("store", perf_counter() - start)
        progress("analysing pages again", tally.refreshed)


def _stale_chunks(writer: RecordWriter, stale: Sequence[int]) -> Iterator[list[StalePage]]:
    for at in range(0, len(stale), _CHUNK_ITEMS):
        yield [StalePage(n, *writer.layers_of(n)) for n in stale[at : at + _CHUNK_ITEMS]]


def _died_refreshing(page: StalePage) -> RefreshResult:
    return RefreshResult([(page.n, failed(page.id, "worker", _DIED))])
