"""What the joins need, loaded while workers start: modules and models, and what of the record they look up."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from riwaya.corpus.postings import Postings
    from riwaya.corpus.profiles import Profile

_MOST_PROFILES = 1 << 15
"""Of the pages that came last; others are read when they are asked for."""


@dataclass(slots=True)
class Ahead:
    """Of a record that nobody else changes meanwhile. Empty until :meth:`load`, and of no effect then."""

    profiles: dict[int, Profile] = field(default_factory=dict)
    """By page number."""
    runs: dict[int, Postings] | None = None
    """The runs of fingerprints."""

    def load(self, db: sqlite3.Connection) -> None:
        """Load it all: a second that is best spent while workers start."""
        import numpy as np

        import riwaya.engine.joins.contacts
        import riwaya.engine.joins.hoods
        import riwaya.engine.joins.stories  # noqa: F401 - loaded, not used here
        from riwaya.corpus.profiles import rarity
        from riwaya.corpus.stories_pairs import model
        from riwaya.engine.joins.copies import stored_runs
        from riwaya.engine.joins.state import decode_profile
        from riwaya.names.registry import registry

        registry()
        model()
        rarity(np.zeros(0, np.uint32))
        self.runs = stored_runs(db)
        rows = db.execute(
            "SELECT page, profile FROM joined_pages ORDER BY page DESC LIMIT ?", (_MOST_PROFILES,)
        )
        self.profiles = {page: decode_profile(data) for page, data in rows}

    def forget(self) -> None:
        """Nothing of it holds any more."""
        self.profiles, self.runs = {}, None
