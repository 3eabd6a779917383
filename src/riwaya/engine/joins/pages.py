"""Stored pages as the joins see them: corrected by users, their entities under joined ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from riwaya.engine.aliases import renamed
from riwaya.engine.pipeline import assemble
from riwaya.model import Analysed
from riwaya.store.codec import unpack_page
from riwaya.store.corrected import Correction, corrected
from riwaya.store.corrections import active


@dataclass(slots=True)
class StoredPage:
    """A page as it lies in the file, and what changes it. Can be sent to a worker."""

    id: str
    data: bytes
    corrections: tuple[Correction, ...]
    aliases: Mapping[str, str]

    def read(self) -> Analysed:
        """The page with every layer."""
        stored = unpack_page(self.data)
        layers = corrected(stored.layers, self.corrections)
        page = assemble(stored.page, layers)
        if page.id != self.id:  # a second text of one id
            page = msgspec.structs.replace(page, id=self.id)
        return renamed(page, self.aliases) if self.aliases else page


class StoredPages:
    """The pages of a record. ``affected`` are the ids of those that name someone of ``aliases``,
    ``corrected`` of those that users corrected: the stored digest of neither is theirs any more.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        aliases: Mapping[str, str],
        affected: set[str],
        corrected: set[str],
    ) -> None:
        self.corrected = corrected
        self._db = db
        self._aliases = aliases
        self._affected = affected

    def aliases_of(self, page: str) -> Mapping[str, str]:
        """The aliases, where the page names someone of them."""
        return self._aliases if page in self._affected else {}

    def get(self, page: str) -> StoredPage:
        """One page, by its id in the record."""
        data, sha256 = self._db.execute(
            "SELECT data, sha256 FROM page_data JOIN pages ON n = page WHERE id = ?", (page,)
        ).fetchone()
        corrections = tuple(active(self._db, sha256)) if page in self.corrected else ()
        return StoredPage(page, data, corrections, self.aliases_of(page))
