"""What the joins over many pages need of each, without its text: some five kilobytes.

:func:`digest` is a pure function of one analysed page, run where the page steps run; the joins in
this room take digests and only the record of contacts reads pages again.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from riwaya.corpus.body import BodyWord, Words, body_tokens, body_words, term_hash
from riwaya.corpus.terms import ZONES, stem
from riwaya.model import Analysed, Contact, ContactKind, ContactStatus, Mention

DIGEST_VERSION = 3
"""Stored with every digest: one of another version must be made again."""

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MONTH_DAY = re.compile(r"[\dX]{4}-(\d\d)-(\d\d)")


class ContactKey(msgspec.Struct, frozen=True):
    """A contact of the page, condensed: what kind, whose, when, in what state."""

    id: str
    kind: ContactKind
    status: ContactStatus
    parties: tuple[str, ...]
    start: str | None
    """The actual start, else the scheduled one, as a time's value."""
    zone: int
    """Where the page first tells of it, an index in :data:`ZONES`."""
    details: tuple[str, ...]
    """What of a contact tells it from another of the same parties: its length, and that somebody sought it."""


class Digest(msgspec.Struct, frozen=True):
    """One page, condensed for the joins. Arrays are little-endian NumPy buffers, read by the methods."""

    page: str
    sha256: str
    outlet: str | None
    published: str | None
    published_range: tuple[str | None, str | None] | None
    title: str
    word_keys: bytes
    """uint32 hashes of the folded words of the paragraphs."""
    word_starts: bytes
    """int32, where each word begins in the text."""
    word_ends: bytes
    """int32"""
    word_blocks: bytes
    """uint16, the body block that each stands in."""
    terms: bytes
    """uint32 hashes of stems (even) and of pairs of neighbouring stems (odd), sorted."""
    term_zones: bytes
    """uint8, ``len(terms)`` by ``len(ZONES)``: how often a term stands in title, lead and rest."""
    entities: tuple[str, ...]
    """Ids of people, bodies and events that the page names."""
    entity_zones: bytes
    """uint8, as ``term_zones``."""
    places: tuple[str, ...]
    place_zones: bytes
    actors: tuple[str, ...]
    """The entities that the title and the first paragraph name first: who acts."""
    days: bytes
    """uint16, month times 100 plus day, of the dates in the body and of the page's own; sorted."""
    contacts: tuple[ContactKey, ...]
    sources: tuple[str, ...]
    """Entity ids of the page's upstreams (agency, other outlet) and of the relays it names."""

    def words(self) -> Words:
        """The words of the page's paragraphs."""
        return Words(
            keys=np.frombuffer(self.word_keys, "<u4"),
            starts=np.frombuffer(self.word_starts, "<i4"),
            ends=np.frombuffer(self.word_ends, "<i4"),
            paragraphs=np.frombuffer(self.word_blocks, "<u2").astype(np.int32),
        )

    def body_length(self) -> int:
        """Code points of the paragraphs' words, a blank with each."""
        words = self.words()
        return int((words.ends - words.starts + 1).sum())

    def story_terms(self) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
        """Term hashes, and their counts by zone (terms by zones)."""
        counts = np.frombuffer(self.term_zones, "u1").reshape(-1, len(ZONES))
        return np.frombuffer(self.terms, "<u4"), counts

    def month_days(self) -> npt.NDArray[np.uint16]:
        """Month times 100 plus day of each date that the page tells of."""
        return np.frombuffer(self.days, "<u2")

    def entity_counts(self) -> tuple[tuple[str, ...], npt.NDArray[np.uint8]]:
        """Ids of entities and places, and their counts by zone."""
        return self.entities + self.places, np.frombuffer(
            self.entity_zones + self.place_zones, "u1"
        ).reshape(-1, len(ZONES))


def digest(page: Analysed) -> Digest:
    """The digest of one page. Pure; never raises on any text."""
    body = body_tokens(page)
    words = body_words(body)
    terms, term_zones = _terms(body)
    entities, entity_zones = _entities(body, (m for m in page.mentions if m.type not in _PLACES))
    places, place_zones = _entities(body, (m for m in page.mentions if m.type in _PLACES))
    ranged = page.published_range
    return Digest(
        page=page.id,
        sha256=page.sha256 or "",
        outlet=page.outlet.entity or page.outlet.name if page.outlet else None,
        published=page.published.value if page.published else None,
        published_range=(ranged.earliest, ranged.latest) if ranged else None,
        title=" ".join((page.title or _first_line(page)).split()),
        word_keys=words.keys.astype("<u4").tobytes(),
        word_starts=words.starts.astype("<i4").tobytes(),
        word_ends=words.ends.astype("<i4").tobytes(),
        word_blocks=np.minimum(words.paragraphs, 0xFFFF).astype("<u2").tobytes(),
        terms=terms,
        term_zones=term_zones,
        entities=entities,
        entity_zones=entity_zones,
        places=places,
        place_zones=place_zones,
        actors=_actors(page, body),
        days=np.array(sorted(_days(page)), "<u2").tobytes(),
        contacts=tuple(_contacts(page, body)),
        sources=tuple(sorted(_sources(page))),
    )


def renamed_digest(made: Digest, table: Mapping[str, str]) -> Digest:
    """The digest with every entity id replaced by the one that stands for it."""
    if not table:
        return made

    def one(entity: str) -> str:
        return table.get(entity, entity)

    def zoned(ids: Sequence[str], zones: bytes) -> tuple[tuple[str, ...], bytes]:
        counts: dict[str, npt.NDArray[np.int64]] = {}
        rows = np.frombuffer(zones, "u1").reshape(-1, len(ZONES)).astype(np.int64)
        for entity, row in zip(map(one, ids), rows, strict=True):
            counts[entity] = counts[entity] + row if entity in counts else row
        kept = sorted(counts)
        return tuple(kept), _zoned([counts[entity].tolist() for entity in kept])

    entities, entity_zones = zoned(made.entities, made.entity_zones)
    places, place_zones = zoned(made.places, made.place_zones)
    return msgspec.structs.replace(
        made,
        outlet=one(made.outlet) if made.outlet else None,
        entities=entities,
        entity_zones=entity_zones,
        places=places,
        place_zones=place_zones,
        actors=tuple(sorted(set(map(one, made.actors)))),
        contacts=tuple(
            msgspec.structs.replace(c, parties=tuple(sorted(set(map(one, c.parties)))))
            for c in made.contacts
        ),
        sources=tuple(sorted(set(map(one, made.sources)))),
    )


def _first_line(page: Analysed) -> str:
    return page.text.strip().split("\n", 1)[0][:200]


def _terms(body: Sequence[BodyWord]) -> tuple[bytes, bytes]:
    """Stems, and pairs of neighbouring stems, with how often each stands in which zone."""
    counts: dict[int, list[int]] = {}
    before, before_block = "", -1
    for token, block, zone in body:
        word = stem(token.key) if token.is_word else token.key
        if word:
            found = [term_hash(word)]
            if before and before_block == block:
                found.append(term_hash(word, after=before))
            for term in found:
                counts.setdefault(term, [0] * len(ZONES))[zone] += 1
        before, before_block = word, block
    keys = sorted(counts)
    return np.array(keys, "<u4").tobytes(), _zoned([counts[key] for key in keys])


def _entities(
    body: Sequence[BodyWord], mentions: Iterable[Mention]
) -> tuple[tuple[str, ...], bytes]:
    """Entity ids in alphabetical order, and how often each stands in which zone."""
    zone_at = _Zones(body)
    counts: dict[str, list[int]] = {}
    for mention in mentions:
        zone = zone_at(mention.start)
        if mention.entity is not None and zone is not None:
            counts.setdefault(mention.entity, [0] * len(ZONES))[zone] += 1
    ids = sorted(counts)
    return tuple(ids), _zoned([counts[i] for i in ids])


class _Zones:
    """The zone of any place in the body."""

    def __init__(self, body: Sequence[BodyWord]) -> None:
        self._starts = [word.token.start for word in body]
        self._zones = [word.zone for word in body]

    def __call__(self, at: int) -> int | None:
        before = bisect.bisect_right(self._starts, at) - 1
        return self._zones[before] if before >= 0 else None


def _actors(page: Analysed, body: Sequence[BodyWord]) -> tuple[str, ...]:
    """The first entity of the title and of the first paragraph."""
    zone_at = _Zones(body)
    first: dict[bool, str] = {}
    for mention in sorted(page.mentions, key=lambda m: m.start):
        zone = zone_at(mention.start)
        if mention.entity is not None and zone in (0, 1, 2):
            first.setdefault(zone == 0, mention.entity)
    return tuple(sorted(set(first.values())))


def _zoned(rows: Sequence[Sequence[int]]) -> bytes:
    zones = np.array(rows, np.int64).reshape(-1, len(ZONES))
    return np.minimum(zones, 255).astype("u1").tobytes()


def _days(page: Analysed) -> set[int]:
    values = [time.value for time in page.times if time.type in ("DATE", "TIME")]
    if page.published is not None:
        values.append(page.published.value)
    found = (_MONTH_DAY.match(value) for value in values)
    return {int(match[1]) * 100 + int(match[2]) for match in found if match}


def _contacts(page: Analysed, body: Sequence[BodyWord]) -> Iterable[ContactKey]:
    zone_at = _Zones(body)
    for contact in page.contacts:
        starts = [start for spans in contact.evidence.values() for start, _ in spans]
        zone = zone_at(min(starts)) if starts else None
        yield ContactKey(
            id=contact.id,
            kind=contact.kind,
            status=contact.status,
            parties=tuple(sorted({party.key for party in contact.parties if party.key})),
            start=contact.start or contact.scheduled_start,
            zone=len(ZONES) - 1 if zone is None else zone,
            details=tuple(_details(contact)),
        )


def _details(contact: Contact) -> Iterable[str]:
    if contact.initiator is not None:
        yield "initiator"
    if contact.duration is not None:
        yield contact.duration


def _sources(page: Analysed) -> set[str]:
    named = {s.entity for s in page.sources if s.entity}
    relays = {
        link.entity
        for statement in page.statements
        for link in statement.chain[:-1]
        if link.entity is not None
    }
    return named | relays
