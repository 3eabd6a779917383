"""Neighbourhoods of stories, read again where they changed: contacts, claims and disputes of their pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
import zstandard

from riwaya.corpus.record import hood_record
from riwaya.corpus.record_facts import ContactFact
from riwaya.corpus.record_hoods import neighbourhoods
from riwaya.engine.joins.copies import copies_among
from riwaya.engine.joins.pages import StoredPage
from riwaya.engine.joins.state import Joins
from riwaya.engine.pool import Pool, Workers
from riwaya.errors import RiwayaError
from riwaya.model import Claim, Copy, Story

_CHUNK_PAGES = 48


@dataclass(slots=True)
class HoodTask:
    """A neighbourhood to be read. Can be sent to a worker."""

    id: str
    story_of: dict[str, str]
    pages: list[StoredPage]
    copies: list[Copy]


@dataclass(slots=True)
class FactRow:
    """A contact of a page as it lies in the file."""

    page: str
    contact: str
    story: str
    sides: str
    parties: str
    data: bytes


@dataclass(slots=True)
class HoodRows:
    """What a neighbourhood gave, as it lies in the file."""

    id: str
    facts: list[FactRow]
    claims: list[tuple[Claim, str]]
    """Each with its JSON."""
    disputes: list[tuple[str, str, str | None, str]]
    """Kind, field, story, JSON."""
    upstreams: dict[str, str]


def read_hoods(tasks: Sequence[HoodTask]) -> list[HoodRows]:
    """Read neighbourhoods: pure of the record, so that workers can do it."""
    from riwaya.corpus.independence_sides import registry_sides

    out = []
    for task in tasks:
        pages = [page.read() for page in task.pages]
        made = hood_record(pages, task.copies, task.story_of, registry_sides())
        out.append(
            HoodRows(
                id=task.id,
                facts=[_fact_row(fact) for fact in made.facts],
                claims=[(claim, _json(claim)) for claim in made.claims],
                disputes=[(d.kind, d.field, d.story, _json(d)) for d in made.disputes],
                upstreams={page: _json(sorted(own)) for page, own in made.upstreams.items()},
            )
        )
    return out


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _fact_row(fact: ContactFact) -> FactRow:
    plain = msgspec.json.encode(fact, order="deterministic")
    return FactRow(
        page=fact.page,
        contact=fact.contact.id,
        story=fact.story,
        sides=_json(sorted(fact.sides)),
        parties=_json(sorted(fact.parties)),
        data=zstandard.compress(plain, 3),
    )


_fact_decoder = msgspec.json.Decoder(ContactFact)


def unpack_fact(data: bytes) -> ContactFact:
    """A contact of a page, from the file."""
    return _fact_decoder.decode(zstandard.decompress(data))


def update_hoods(joins: Joins, workers: Workers, meanwhile: Callable[[], None]) -> None:
    """Read the neighbourhoods again whose stories changed or that have fresh pages.

    ``meanwhile`` is called while workers read them, where workers do.
    """
    changes = joins.changes
    dirty = joins.fresh | changes.copied
    seeds = changes.stories | changes.near_stories | _stories_of(joins, dirty)
    stories = _stories(joins, _reached(joins, seeds))
    hoods = {hood[0].id: hood for hood in neighbourhoods(stories)}
    known = _known_hoods(joins, [story.id for story in stories])
    dirty_ids = {joins.ids[n] for n in dirty}
    stale = {
        own: hood
        for own, hood in hoods.items()
        if known.get(own) != _state(hood)
        or any(not dirty_ids.isdisjoint(story.pages) for story in hood)
    }
    for gone in sorted(changes.gone_hoods | (known.keys() - hoods.keys()) | stale.keys()):
        for table in ("claims", "disputes"):
            joins.db.execute(f"DELETE FROM {table} WHERE hood = ?", (gone,))  # noqa: S608
        joins.db.execute("DELETE FROM hoods WHERE id = ?", (gone,))
    for rows in Pool(read_hoods, workers, _died, meanwhile).run(_chunks(joins, stale)):
        for one in rows:
            _put(joins, one, stale[one.id])


def _died(task: HoodTask) -> list[HoodRows]:
    raise RiwayaError("join_failed", task.id, why="a worker process died on its story")


def _stories_of(joins: Joins, pages: Iterable[int]) -> set[str]:
    rows = joins.among(
        "SELECT DISTINCT story FROM story_pages WHERE page IN (SELECT value FROM json_each(?1))",
        pages,
    )
    return {story for (story,) in rows}


def _reached(joins: Joins, seeds: set[str]) -> set[str]:
    """The stories that following leads to from these, either way."""
    out, edge = set(seeds), set(seeds)
    while edge:
        rows = joins.among(
            "SELECT earlier FROM story_links WHERE followed AND later IN "
            "(SELECT value FROM json_each(?1)) UNION SELECT later FROM story_links WHERE followed "
            "AND earlier IN (SELECT value FROM json_each(?1))",
            edge,
        )
        edge = {story for (story,) in rows} - out
        out |= edge
    return out


def _stories(joins: Joins, wanted: Iterable[str]) -> list[Story]:
    """Stories by id, those that there are."""
    members: dict[str, list[str]] = {}
    asked = sorted(wanted)
    for story, page in joins.among(
        "SELECT story, page FROM story_pages WHERE story IN (SELECT value FROM json_each(?1)) "
        "ORDER BY story, position",
        asked,
    ):
        members.setdefault(story, []).append(joins.ids[page])
    return [
        Story(
            id=story, title=title, pages=tuple(members[story]),
            follows=msgspec.json.decode(follows, type=tuple[str, ...]),
        )
        for story, title, follows in joins.among(
            "SELECT id, title, follows FROM stories WHERE id IN "
            "(SELECT value FROM json_each(?1)) ORDER BY id",
            asked,
        )
    ]  # fmt: skip


def _known_hoods(joins: Joins, stories: Sequence[str]) -> dict[str, str]:
    """The neighbourhoods that these stories stood in, and what they were."""
    rows = joins.among(
        "SELECT DISTINCT h.id, h.state FROM stories s JOIN hoods h ON h.id = s.hood "
        "WHERE s.id IN (SELECT value FROM json_each(?1))",
        stories,
    )
    return dict(rows)


def _state(hood: Sequence[Story]) -> str:
    told = msgspec.json.encode([(story.id, story.pages) for story in hood])
    return hashlib.sha256(told).hexdigest()[:16]


def _chunks(joins: Joins, hoods: dict[str, list[Story]]) -> Iterator[list[HoodTask]]:
    """Tasks of about as many pages; the largest neighbourhoods first, so that none is waited for."""
    chunk: list[HoodTask] = []
    for own, hood in sorted(hoods.items(), key=lambda item: (-_pages(item[1]), item[0])):
        story_of = {page: story.id for story in hood for page in story.pages}
        numbers = [joins.numbers[page] for page in story_of]
        chunk.append(
            HoodTask(
                own,
                story_of,
                [joins.pages.get(page) for page in story_of],
                copies_among(joins, numbers) if len(numbers) > 1 else [],
            )
        )
        if sum(len(task.pages) for task in chunk) >= _CHUNK_PAGES:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _pages(hood: Sequence[Story]) -> int:
    return sum(len(story.pages) for story in hood)


def _put(joins: Joins, rows: HoodRows, hood: Sequence[Story]) -> None:
    db = joins.db
    joins.changes.retold |= {story.id for story in hood}
    db.execute("INSERT INTO hoods VALUES (?, ?)", (rows.id, _state(hood)))
    db.executemany(
        "UPDATE stories SET hood = ? WHERE id = ?", [(rows.id, story.id) for story in hood]
    )
    for claim, data in rows.claims:
        db.execute(
            "INSERT INTO claims (id, independent, independent_max, data, hood) "
            "VALUES (?, ?, ?, ?, ?)",
            (claim.id, claim.independent, claim.independent_max, data, rows.id),
        )
        db.executemany(
            "INSERT OR IGNORE INTO claim_wordings VALUES (?, ?, ?, ?, ?)",
            [
                (claim.id, joins.numbers[w.page], w.statement, w.start, w.end)
                for w in claim.wordings
            ],
        )
    db.executemany(
        "INSERT INTO disputes (kind, field, story, data, hood) VALUES (?, ?, ?, ?, ?)",
        [(*row, rows.id) for row in rows.disputes],
    )
    db.executemany(
        "UPDATE joined_pages SET upstreams = ? WHERE page = ?",
        [(told, joins.numbers[page]) for page, told in rows.upstreams.items()],
    )
    _put_facts(joins, rows.facts, [joins.numbers[p] for story in hood for p in story.pages])


def _put_facts(joins: Joins, facts: Sequence[FactRow], pages: Sequence[int]) -> None:
    """The contacts of these pages; only those that differ are to be merged again."""
    changes = joins.changes
    before = {
        (page, contact): (told, merged)
        for page, contact, *told, merged in joins.among(
            "SELECT page, contact, story, sides, parties, data, merged FROM contact_facts "
            "WHERE page IN (SELECT value FROM json_each(?1))",
            pages,
        )
    }
    now = {(joins.numbers[row.page], row.contact): row for row in facts}
    for key, (told, merged) in before.items():
        row = now.get(key)
        if row is not None and told == [row.story, row.sides, row.parties, row.data]:
            if key[0] in joins.fresh or key[0] in changes.copied:
                changes.facts.add(key)  # what it rests on may be another
            continue
        changes.fact_keys |= {told[1], told[2]}
        changes.split |= {merged} - {None}
        joins.db.execute("DELETE FROM contact_facts WHERE page = ? AND contact = ?", key)
        before[key] = ([], None)
    for key, row in now.items():
        if before.get(key, ([],))[0]:
            continue
        joins.db.execute(
            "INSERT INTO contact_facts VALUES (?, ?, ?, ?, ?, NULL, ?)",
            (*key, row.story, row.sides, row.parties, row.data),
        )
        changes.facts.add(key)
