"""What the joins made, read back: stories, merged contacts, copies, disputes, claims, entities."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from pathlib import Path

import msgspec

from riwaya.arabic.folding import fold_key
from riwaya.errors import RiwayaError
from riwaya.model import Claim, Copy, Dispute, MergedContact, Record, Story
from riwaya.store.record import read_copies
from riwaya.store.redirects import follow
from riwaya.store.shapes import CircularReport, EntityRow, InferredDate, StoryRow

_STORY_ROW = (
    "SELECT s.id, s.title, s.pages, s.first, s.last, "
    "(SELECT COUNT(*) FROM merged_contacts c WHERE c.story = s.id), "
    "(SELECT COUNT(*) FROM disputes d WHERE d.story = s.id) FROM stories s "
)


class RecordViews:
    """The views of a record that the joins made; :class:`~riwaya.store.reader.RecordReader` adds pages."""

    path: Path
    db: sqlite3.Connection

    # ------------------------------------------------------------ stories

    def story_rows(self, limit: int | None = None) -> list[StoryRow]:
        """Stories in a list: the largest first, then by id."""
        rows = self.db.execute(
            f"{_STORY_ROW}ORDER BY s.pages DESC, s.id LIMIT ?", (-1 if limit is None else limit,)
        )
        keys = StoryRow.__struct_fields__
        return [StoryRow(**dict(zip(keys, row, strict=True))) for row in rows]

    def stories(self) -> list[Story]:
        """Every story, by id."""
        members: dict[str, list[str]] = {}
        for story, page in self.db.execute(
            "SELECT story, id FROM story_pages JOIN pages ON n = page ORDER BY story, position"
        ):
            members.setdefault(story, []).append(page)
        return [
            Story(
                id=i,
                title=title,
                pages=tuple(members.get(i, ())),
                follows=tuple(json.loads(follows)),
            )
            for i, title, follows in self.db.execute(
                "SELECT id, title, follows FROM stories ORDER BY id"
            )
        ]

    def story(self, story_id: str) -> Story:
        """One story, by its id or one that it had before; error ``nothing_such``."""
        row = self.db.execute(
            "SELECT id, title, follows FROM stories WHERE id = ?",
            (follow(self.db, "story", story_id),),
        ).fetchone()
        if row is None:
            raise RiwayaError("nothing_such", str(self.path), kind="story", wanted=story_id)
        pages = self.db.execute(
            "SELECT id FROM story_pages JOIN pages ON n = page WHERE story = ? ORDER BY position",
            (row[0],),
        )
        return Story(
            id=row[0],
            title=row[1],
            pages=tuple(i for (i,) in pages),
            follows=tuple(json.loads(row[2])),
        )

    def inferred_dates(
        self, *, story: str | None = None, page: str | None = None
    ) -> list[InferredDate]:
        """The days of pages without a date, as their stories show them; of a story or page where asked."""
        if not self._has("inferred_dates"):
            return []  # joined by an older riwaya
        rows = self.db.execute(
            "SELECT p.id, earliest, latest, story FROM inferred_dates i JOIN pages p ON p.n = i.page "
            "WHERE (?1 IS NULL OR story = ?1) AND (?2 IS NULL OR p.id = ?2) ORDER BY p.id",
            (story, page),
        )
        return [InferredDate(page=i, earliest=a, latest=b, story=s) for i, a, b, s in rows]

    def _has(self, table: str) -> bool:
        row = self.db.execute(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
        ).fetchone()
        return row is not None

    def circular(self, story: str) -> list[CircularReport]:
        """The outlets of a story that draw on one another, by source lines and by named relays."""
        if not self._has("page_sources"):
            return []  # joined by an older riwaya
        cites: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        own = dict(
            self.db.execute(
                "SELECT p.id, COALESCE(outlet_entity, outlet) FROM story_pages JOIN pages p ON p.n = page "
                "WHERE story = ? AND outlet IS NOT NULL",
                (story,),
            )
        )
        cited = self.db.execute(
            "SELECT p.id, COALESCE(s.entity, s.name) FROM page_sources s JOIN story_pages sp "
            "ON sp.page = s.page JOIN pages p ON p.n = s.page WHERE sp.story = ?1 UNION "
            "SELECT p.id, link.value FROM story_pages sp JOIN statements s ON s.page = sp.page "
            "JOIN pages p ON p.n = sp.page, json_each(s.chain) link WHERE sp.story = ?1",
            (story,),
        )
        for page, source in cited:
            if page in own and source and source != own[page]:
                cites[own[page], source].add(page)
        return [
            CircularReport(
                outlets=(a, b), pages=(tuple(sorted(cites[a, b])), tuple(sorted(cites[b, a])))
            )
            for a, b in sorted(cites)
            if a < b and (b, a) in cites
        ]

    # ------------------------------------------------------------ contacts, disputes, copies, claims

    def contacts(
        self, *, story: str | None = None, party: str | None = None
    ) -> list[MergedContact]:
        """Merged contacts by time; of a story or a party where asked."""
        where = "WHERE (?1 IS NULL OR story = ?1) AND (?2 IS NULL OR id IN (SELECT contact FROM contact_parties WHERE party = ?2))"
        rows = self.db.execute(
            f"SELECT data FROM merged_contacts {where} ORDER BY start IS NULL, start, id",  # noqa: S608
            (story, party),
        )
        return [msgspec.json.decode(data, type=MergedContact) for (data,) in rows]

    def contact(self, contact_id: str) -> MergedContact:
        """One merged contact, by its id or one that it had before; error ``nothing_such``."""
        row = self.db.execute(
            "SELECT data FROM merged_contacts WHERE id = ?",
            (follow(self.db, "contact", contact_id),),
        ).fetchone()
        if row is None:
            raise RiwayaError("nothing_such", str(self.path), kind="contact", wanted=contact_id)
        return msgspec.json.decode(row[0], type=MergedContact)

    def disputes(self, *, story: str | None = None) -> list[Dispute]:
        """Disputes, by where their first evidence stands; of a story where asked."""
        rows = self.db.execute(
            "SELECT data FROM disputes WHERE (?1 IS NULL OR story = ?1)", (story,)
        )
        found = (msgspec.json.decode(data, type=Dispute) for (data,) in rows)
        return sorted(found, key=lambda dispute: dispute.order)

    def copies(self, *, page: str | None = None) -> list[Copy]:
        """Passages that stand in two pages; those of one page where asked."""
        if page is None:
            return read_copies(self.db)
        return read_copies(self.db, "WHERE a.id = ?1 OR b.id = ?1", (page,))

    def claims(self, *, page: str | None = None) -> list[Claim]:
        """Statements and numbers as several pages have them; those of one page where asked."""
        rows = self.db.execute(
            "SELECT data FROM claims WHERE ?1 IS NULL OR id IN (SELECT claim FROM claim_wordings w "
            "JOIN pages p ON p.n = w.page WHERE p.id = ?1) ORDER BY id",
            (page,),
        )
        return [msgspec.json.decode(data, type=Claim) for (data,) in rows]

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id; error ``nothing_such``."""
        row = self.db.execute("SELECT data FROM claims WHERE id = ?", (claim_id,)).fetchone()
        if row is None:
            raise RiwayaError("nothing_such", str(self.path), kind="claim", wanted=claim_id)
        return msgspec.json.decode(row[0], type=Claim)

    def widest_claims(self, limit: int) -> list[Claim]:
        """The claims that most pages have first, then by id."""
        rows = self.db.execute(
            "SELECT c.data FROM claims c JOIN claim_wordings w ON w.claim = c.id GROUP BY c.id "
            "ORDER BY COUNT(DISTINCT w.page) DESC, c.id LIMIT ?",
            (limit,),
        )
        return [msgspec.json.decode(data, type=Claim) for (data,) in rows]

    def record(self) -> Record:
        """Everything that the joins made."""
        return Record(
            stories=tuple(self.stories()),
            copies=tuple(self.copies()),
            contacts=tuple(self.contacts()),
            disputes=tuple(self.disputes()),
            claims=tuple(self.claims()),
        )

    # ------------------------------------------------------------ entities

    def entities(self, *, type: str | None = None, limit: int | None = None) -> list[EntityRow]:  # noqa: A002
        """Who and what is named, the most mentioned first; of one type (``PER`` …) where asked."""
        rows = self.db.execute(
            "SELECT id, name, type, names, pages, mentions FROM entities "
            "WHERE ?1 IS NULL OR type = ?1 ORDER BY mentions DESC, id LIMIT ?2",
            (type, -1 if limit is None else limit),
        )
        return [_entity(row) for row in rows]

    def entity(self, wanted: str) -> EntityRow:
        """One entity by its id, an alias, or its name in any spelling, whole or in part (then the most
        mentioned); error ``nothing_such``.
        """
        for query in (
            "SELECT * FROM entities WHERE id = ?",
            "SELECT e.* FROM aliases a JOIN entities e ON e.id = a.entity WHERE a.alias = ?",
        ):
            if row := self.db.execute(query, (wanted,)).fetchone():
                return _entity(row)
        named = [e for e in self.entities() if _is_called(e, wanted)]
        if named:
            return named[0]
        raise RiwayaError("nothing_such", str(self.path), kind="person", wanted=wanted)


def _is_called(entity: EntityRow, wanted: str) -> bool:
    """Whether one of the names has all the words of ``wanted``, in any spelling."""
    words = set(fold_key(wanted).split())
    return bool(words) and any(words <= set(fold_key(name).split()) for name in entity.names)


def _entity(row: tuple[str, str, str, str, int, int]) -> EntityRow:
    entity_id, name, kind, names, pages, mentions = row
    return EntityRow(
        id=entity_id, name=name, type=kind, names=tuple(json.loads(names)), pages=pages,
        mentions=mentions,
    )  # fmt: skip
