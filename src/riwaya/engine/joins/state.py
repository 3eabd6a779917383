"""A join under way: the file, the pages that are fresh, and what is looked up again and again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from riwaya.corpus.digest import Digest, digest, renamed_digest
from riwaya.corpus.profiles import Profile, profile
from riwaya.engine.ahead import Ahead
from riwaya.engine.joins.pages import StoredPages
from riwaya.engine.work import decode_digest

_DIGESTS_KEPT = 1 << 14  # decoded, some ten kilobytes each
_PROFILES_KEPT = 1 << 15


@dataclass(slots=True)
class Changes:
    """What the joins changed so far, for the steps behind."""

    copied: set[int] = field(default_factory=set)
    """Pages that are not fresh, between two of which passages came or went."""
    recopied: set[int] = field(default_factory=set)
    """Pages that fresh ones share passages with, or whose passages are of another kind now."""
    retold: set[str] = field(default_factory=set)
    """Stories whose contacts or disputes were made again."""
    stories: set[str] = field(default_factory=set)
    """Stories of other pages than before, or that follow others."""
    gone_stories: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Story ids that are no more, and the pages that they had."""
    near_stories: set[str] = field(default_factory=set)
    """Stories that followed one of these or were followed by it."""
    contacts: set[str] = field(default_factory=set)
    """Merged contacts that were written."""
    gone_contacts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of merged contacts that are no more, and the pages that they had."""
    gone_hoods: set[str] = field(default_factory=set)
    """Neighbourhoods that stories which are no more stood in."""
    facts: set[tuple[int, str]] = field(default_factory=set)
    """Contacts of pages that are to be merged again, by page number and id."""
    fact_keys: set[str] = field(default_factory=set)
    """Sides and parties of contacts that are no more or were others'."""
    split: set[str] = field(default_factory=set)
    """Merged contacts that lost a member."""


class Joins:
    """A join of ``fresh`` pages (by number) with a record, inside one transaction."""

    def __init__(
        self, db: sqlite3.Connection, fresh: set[int], pages: StoredPages, ahead: Ahead
    ) -> None:
        self.db = db
        self.fresh = fresh
        self.pages = pages
        self.ahead = ahead
        self.ids: dict[int, str] = dict(db.execute("SELECT n, id FROM pages"))
        self.numbers: dict[str, int] = {page: n for n, page in self.ids.items()}
        self.everything = len(fresh) == len(self.ids)
        self.changes = Changes()
        self.digest = lru_cache(_DIGESTS_KEPT)(self._digest)
        self.profile = lru_cache(_PROFILES_KEPT)(self._profile)

    def among(self, query: str, values: Iterable[int | str]) -> sqlite3.Cursor:
        """The rows of a query whose only parameter is a list: ``IN (SELECT value FROM json_each(?1))``."""
        return self.db.execute(query, (json.dumps(sorted(values)),))

    def in_order(self, pages: Iterable[int]) -> list[int]:
        """Page numbers in the order of their ids."""
        return sorted(pages, key=self.ids.__getitem__)

    def _digest(self, n: int) -> Digest:
        """A page's digest under the id that the page has here (a second text of one id has a new one)."""
        page = self.ids[n]
        if page in self.pages.corrected:
            return digest(self.pages.get(page).read())
        (data,) = self.db.execute("SELECT digest FROM page_data WHERE page = ?", (n,)).fetchone()
        made = decode_digest(data)
        if made.page != page:
            made = msgspec.structs.replace(made, page=page)
        return renamed_digest(made, self.pages.aliases_of(page))

    def profiles(self, wanted: Iterable[int]) -> dict[int, Profile]:
        """Profiles by page number, those that are not at hand read at once."""
        ahead = self.ahead.profiles
        out = {n: made for n in wanted if (made := ahead.get(n)) is not None}
        rows = self.among(
            "SELECT page, profile FROM joined_pages WHERE page IN (SELECT value FROM json_each(?1))",
            set(wanted) - out.keys(),
        )
        out.update((n, decode_profile(data)) for n, data in rows)
        return out

    def _profile(self, n: int) -> Profile:
        if (made := self.ahead.profiles.get(n)) is not None:
            return made
        row = self.db.execute("SELECT profile FROM joined_pages WHERE page = ?", (n,)).fetchone()
        return decode_profile(row[0])

    def joined_before(self) -> set[int]:
        """The fresh pages that a join took in before."""
        rows = self.among(
            "SELECT page FROM joined_pages WHERE page IN (SELECT value FROM json_each(?1))",
            self.fresh,
        )
        return {page for (page,) in rows}

    def told_anew(self) -> set[str]:
        """The stories of which something may have changed: pages, passages, contacts, disputes."""
        rows = self.among(
            "SELECT story FROM story_pages WHERE page IN (SELECT value FROM json_each(?1))",
            self.fresh | self.changes.copied | self.changes.recopied,
        )
        return self.changes.stories | self.changes.retold | {story for (story,) in rows}

    def retold_names(self) -> set[str]:
        """The stories whose pages are others now, or name others."""
        rows = self.among(
            "SELECT story FROM story_pages WHERE page IN (SELECT value FROM json_each(?1))",
            self.fresh,
        )
        return self.changes.stories | {story for (story,) in rows}

    def put_profiles(self) -> None:
        """The profiles of the fresh pages, made and kept."""
        for n in sorted(self.fresh):
            made = profile(self.digest(n))
            self.ahead.profiles.pop(n, None)
            self.db.execute(
                "INSERT INTO joined_pages VALUES (?, ?, ?, '[]') ON CONFLICT DO UPDATE SET "
                "hour = excluded.hour, profile = excluded.profile",
                (n, made.hour, encode_profile(made)),
            )


def encode_profile(value: Profile) -> bytes:
    """A profile as it lies in the file."""
    return msgspec.msgpack.encode(value)


_profile_decoder = msgspec.msgpack.Decoder(Profile)


def decode_profile(data: bytes) -> Profile:
    """What :func:`encode_profile` made."""
    return _profile_decoder.decode(data)
