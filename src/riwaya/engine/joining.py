"""Joining what the pages hold into the record, where pages came or changed since the last time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import msgspec

from riwaya import __version__
from riwaya.corpus.digest import Digest, digest
from riwaya.engine.aliases import find_aliases, renamed, store_aliases, user_choices
from riwaya.engine.corrections import apply_corrections
from riwaya.engine.layers import DIGEST, layer_versions
from riwaya.engine.timing import Seconds
from riwaya.engine.work import decode_digest
from riwaya.errors import RiwayaError
from riwaya.model import Analysed, Copy
from riwaya.store.reader import RecordReader
from riwaya.store.record import read_copies, write_record
from riwaya.store.writer import RecordWriter

_JOINED_WITH = "joined_with"
_JOINED_CHOICES = "joined_choices"
_LOADED_PAGES = 512  # kept decoded while joining: some 20 MB


def bring_up_to_date(
    writer: RecordWriter,
    seconds: Seconds,
    progress: Callable[[str, int], None],
    *,
    again: bool = False,
) -> bool:
    """Make the record again where it does not cover every page; False where nothing had changed.

    Pages are given to the joins sorted by id, so that the order in which they were read plays no part.
    """
    version = f"{__version__}:{layer_versions()[DIGEST]}"
    afresh = again or _meta(writer, _JOINED_WITH) != version
    with writer.transaction():
        corrected = apply_corrections(writer)
    new = writer.unjoined()
    choices = user_choices(writer)
    if not new and not afresh and (_meta(writer, _JOINED_CHOICES) or "") == choices:
        return False
    from riwaya.corpus.join import join  # only now: SciPy and its like load slowly

    progress("joining", 0)
    with seconds.stage("load digests"):
        aliases, affected = find_aliases(writer)
        load = _loader(writer, aliases, affected)
        digests = _digests(writer, load, affected | corrected)
        everything = afresh or len(new) == len(digests)
        known = () if everything else _copies_between_others(writer, set(new))
    try:
        with seconds.stage("join"):
            record = join(digests, load, new=None if everything else set(new), known_copies=known)
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise RiwayaError("join_failed", str(writer.path), why=why) from error
    with seconds.stage("store record"), writer.transaction():
        store_aliases(writer, aliases)
        write_record(writer.db, record)
        writer.db.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            [(_JOINED_WITH, version), (_JOINED_CHOICES, choices)],
        )
    progress("joining", len(digests))
    return True


def _loader(
    writer: RecordWriter, aliases: dict[str, str], affected: set[str]
) -> Callable[[str], Analysed]:
    """Pages by id, under joined entity ids; the last few hundred are kept."""
    reader = RecordReader(writer.path, writer.db)

    def load(page_id: str) -> Analysed:
        page = reader.page(page_id)
        return renamed(page, aliases) if page_id in affected else page

    return lru_cache(maxsize=_LOADED_PAGES)(load)


def _digests(
    writer: RecordWriter, load: Callable[[str], Analysed], affected: set[str]
) -> list[Digest]:
    """Every page's digest, by id; made again where its entities have other ids now."""
    rows = writer.db.execute("SELECT id, digest FROM pages JOIN page_data ON page = n ORDER BY id")
    return [
        digest(load(page)) if page in affected else _named(decode_digest(data), page)
        for page, data in rows.fetchall()
    ]


def _named(made: Digest, page: str) -> Digest:
    """The digest under the id that the page has here (a second text of one id has a new one)."""
    return made if made.page == page else msgspec.structs.replace(made, page=page)


def _copies_between_others(writer: RecordWriter, new: set[str]) -> list[Copy]:
    return [c for c in read_copies(writer.db) if c.a.page not in new and c.b.page not in new]


def _meta(writer: RecordWriter, key: str) -> str | None:
    row = writer.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None
