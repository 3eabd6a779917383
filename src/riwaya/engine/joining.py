"""Joining what the pages hold into the record, where pages came or changed since the last time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riwaya import __version__
from riwaya.engine.ahead import Ahead
from riwaya.engine.aliases import (
    changed_aliases,
    find_aliases,
    left_behind,
    pages_with,
    store_aliases,
)
from riwaya.engine.corrections import apply_corrections
from riwaya.engine.layers import DIGEST, layer_versions
from riwaya.engine.pool import Workers
from riwaya.engine.timing import Seconds
from riwaya.errors import RiwayaError
from riwaya.store.entities import sum_entities
from riwaya.store.redirects import keep_old_ids
from riwaya.store.sums import sum_stories
from riwaya.store.sums_names import Counts, sum_names
from riwaya.store.writer import RecordWriter

if TYPE_CHECKING:
    from riwaya.engine.joins.state import Joins

_JOINED_WITH = "joined_with"

JOIN_VERSION = 4
"""Of what the joins keep in the file between builds: another one makes all of it again."""

_KEPT = (
    "joined_pages", "fingerprints", "ties", "contact_days", "story_links", "hoods", "contact_facts",
    "claim_wordings", "claims", "disputes", "copies",
)  # fmt: skip


def bring_up_to_date(
    writer: RecordWriter,
    seconds: Seconds,
    progress: Callable[[str, int], None],
    *,
    workers: Workers | None = None,
    again: bool = False,
    ahead: Ahead | None = None,
) -> bool:
    """Make the record again where it does not cover every page; False where nothing had changed.

    Only what new pages touch is joined again; the record is what joining all pages at once makes of
    them, whatever the order in which they came.  All of it is one transaction.  ``ahead`` is what was
    loaded of the record since the builder's lock was taken.
    """
    version = f"{__version__}:{JOIN_VERSION}:{layer_versions()[DIGEST]}"
    try:
        with writer.transaction():
            return _update(
                writer,
                seconds,
                progress,
                version,
                workers or Workers(),
                ahead or Ahead(),
                again=again,
            )
    except RiwayaError:
        raise
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise RiwayaError("join_failed", str(writer.path), why=why) from error


@dataclass(slots=True)
class _Due:
    """What a join is to take in: page numbers, page ids, entity ids."""

    fresh: set[int]
    """New and changed pages, and those that name who is another now."""
    aliases: dict[str, str]
    changed: set[str]
    """Entities that stand for another than the last time, or no more."""
    corrected: set[str]
    """Pages that users corrected."""
    gone: set[str]
    """Merged contacts to be made again."""


def _update(
    writer: RecordWriter,
    seconds: Seconds,
    progress: Callable[[str, int], None],
    version: str,
    workers: Workers,
    ahead: Ahead,
    *,
    again: bool,
) -> bool:
    afresh = again or _meta(writer, _JOINED_WITH) != version
    corrected = apply_corrections(writer)
    if not (afresh or _any_news(writer)):
        return False
    with seconds.stage("aliases"):
        aliases = find_aliases(writer, afresh=afresh)
        changed = changed_aliases(writer, aliases)
    fresh = _fresh(writer, changed, afresh=afresh)
    if not (fresh or afresh or changed):
        return False
    progress("joining", 0)
    gone = set()
    if afresh:
        gone = _forget(writer)
        ahead.forget()
    _join(writer, _Due(fresh, aliases, changed, corrected, gone), seconds, workers, ahead)
    writer.db.execute("UPDATE pages SET joined = 1 WHERE joined = 0")
    writer.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_JOINED_WITH, version))
    progress("joining", len(fresh))
    return True


def _any_news(writer: RecordWriter) -> bool:
    """Whether pages came, or users merged or split entities since the last time."""
    pages, merged = writer.db.execute(
        "SELECT EXISTS (SELECT 1 FROM pages WHERE joined = 0), EXISTS ("
        "SELECT 1 FROM aliases a LEFT JOIN joined_aliases j USING (alias) WHERE "
        "COALESCE(j.entity, a.alias) <> a.entity) OR EXISTS (SELECT 1 FROM joined_aliases j "
        "LEFT JOIN aliases a USING (alias) WHERE a.alias IS NULL)"
    ).fetchone()
    return bool(pages or merged)


def _fresh(writer: RecordWriter, changed: set[str], *, afresh: bool) -> set[int]:
    """The numbers of the pages to be joined: new and changed ones, and those that name who is
    another now; all of them ``afresh``.
    """
    where = "" if afresh else "WHERE joined = 0"
    new = {n for (n,) in writer.db.execute(f"SELECT n FROM pages {where}")}  # noqa: S608
    return new | pages_with(writer, changed).keys()


def _forget(writer: RecordWriter) -> set[str]:
    """Drop what the joins kept. Stories and merged contacts stay until others take their place, so
    that their ids lead on; the ids of these contacts.
    """
    for table in _KEPT:
        writer.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
    writer.db.execute("UPDATE stories SET hood = NULL")
    return {contact for (contact,) in writer.db.execute("SELECT id FROM merged_contacts")}


def _join(
    writer: RecordWriter, due: _Due, seconds: Seconds, workers: Workers, ahead: Ahead
) -> None:
    from riwaya.engine.joins.contacts import number_disputes, update_contacts  # only now: SciPy
    from riwaya.engine.joins.copies import update_copies  # and its like load slowly
    from riwaya.engine.joins.hoods import update_hoods
    from riwaya.engine.joins.pages import StoredPages
    from riwaya.engine.joins.state import Joins
    from riwaya.engine.joins.stories import update_stories

    affected = set(pages_with(writer, due.aliases).values())
    pages = StoredPages(writer.db, due.aliases, affected, due.corrected)
    joins = Joins(writer.db, due.fresh, pages, ahead)
    joins.changes.split |= due.gone
    before = joins.joined_before()
    with seconds.stage("profiles"):
        joins.put_profiles()
    with seconds.stage("copies"):
        update_copies(joins)
    with seconds.stage("stories"):
        update_stories(joins)
    names = _Names(writer, due, before, seconds, everything=joins.everything)
    with seconds.stage("claims"):
        update_hoods(joins, workers, meanwhile=names.sum)
    with seconds.stage("contacts"):
        update_contacts(joins)
        number_disputes(joins)
        _keep_old_ids(joins)
    names.sum()
    with seconds.stage("sums"):
        if joins.everything:
            sum_stories(writer.db)
        else:
            sum_stories(writer.db, joins.told_anew(), joins.retold_names())


@dataclass(slots=True)
class _Names:
    """The sums over names. They rest on no other join, so they are made while workers read stories."""

    writer: RecordWriter
    due: _Due
    before: set[int]
    """The fresh pages that were joined before."""
    seconds: Seconds
    everything: bool
    _summed: bool = False

    def sum(self) -> None:
        """Make them, once."""
        if self._summed:
            return
        self._summed = True
        writer, due = self.writer, self.due
        with self.seconds.stage("entities"):
            changed = due.changed | left_behind(writer, due.changed)
            store_aliases(writer, due.aliases)
            if self.everything:
                sum_entities(writer.db)
                sum_names(writer.db)
            else:
                named = _named(writer, due.fresh) | changed
                counts = _counts(writer, due, changed, self.before)
                sum_names(writer.db, sum_entities(writer.db, named), counts)
            writer.db.execute("DELETE FROM stale_entities")


def _named(writer: RecordWriter, fresh: Iterable[int]) -> set[str]:
    """The entities that fresh pages name, or named before."""
    rows = writer.db.execute(
        "SELECT entity FROM mentions WHERE page IN (SELECT value FROM json_each(?)) UNION "
        "SELECT entity FROM stale_entities",
        (json.dumps(sorted(fresh)),),
    )
    return {entity for (entity,) in rows}


def _counts(writer: RecordWriter, due: _Due, changed: Iterable[str], before: set[int]) -> Counts:
    """What is counted anew, and which pages only add to what was counted."""
    replaced = before & {n for (n,) in writer.db.execute("SELECT n FROM pages WHERE joined = 0")}
    anew = _named(writer, before) | set(changed)
    heads = {due.aliases.get(entity, entity) for entity in anew}
    return Counts(due.fresh - before, anew | heads, replaced=bool(replaced))


def _keep_old_ids(joins: Joins) -> None:
    changes = joins.changes
    for kind, gone, live, query in (
        (
            "story", changes.gone_stories, changes.stories,
            "SELECT story FROM story_pages JOIN pages ON n = page WHERE id = ?",
        ),
        (
            "contact", changes.gone_contacts, changes.contacts,
            "SELECT DISTINCT merged FROM contact_facts JOIN pages ON n = page WHERE id = ?",
        ),
    ):  # fmt: skip

        def holders(page: str, query: str = query) -> Iterable[str]:
            return (thing for (thing,) in joins.db.execute(query, (page,)))

        keep_old_ids(joins.db, kind, gone, live, holders)


def _meta(writer: RecordWriter, key: str) -> str | None:
    row = writer.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None
