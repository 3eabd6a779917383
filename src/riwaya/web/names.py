"""What ids are called in the reader's language: the registry's name, else the record's own."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from riwaya.model import Ref
from riwaya.names.registry import registry
from riwaya.web.words import Words

_ARABIC = re.compile(r"[\u0621-\u064A]")
_AT_ONCE = 500


@dataclass(slots=True)
class Names:
    """Names by id, read from the record in one query for all that a page shows."""

    db: sqlite3.Connection
    words: Words
    known: dict[str, str | None] = field(default_factory=dict)
    """By id: the name in the record, None where the record has no such entity."""
    written: dict[str, str] = field(default_factory=dict)
    """By id that is no entity of the record: how a page has it."""

    def load(self, ids: Iterable[str | None]) -> None:
        """Look up ids that are not known yet."""
        wanted = sorted({i for i in ids if i} - self.known.keys())
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self.db.execute(
                f"SELECT id, name FROM entities WHERE id IN ({marks}) "  # noqa: S608 - marks only
                "UNION ALL SELECT a.alias, e.name FROM aliases a JOIN entities e ON e.id = a.entity "
                f"WHERE a.alias IN ({marks})",
                (*some, *some),
            )
            self.known.update(dict.fromkeys(some))
            self.known.update(rows)
            if unnamed := [one for one in some if self.known[one] is None]:
                marks = ", ".join("?" * len(unnamed))
                self.written.update(
                    self.db.execute(
                        f"SELECT key, MIN(name) FROM page_refs WHERE key IN ({marks}) GROUP BY key",  # noqa: S608
                        unnamed,
                    )
                )

    def name(self, key: str | None, written: str | None = None) -> str:
        """What to call an id. ``written`` is how the page has it, used where nothing better is known."""
        if not key:
            return written or self.words("nobody")
        if key == "unattributed":
            return self.words("unattributed")
        entity = registry().entity(key)
        if entity is not None:
            forms = entity.en if self.words.language == "en" else entity.ar
            if forms:
                return forms[0]
        if key not in self.known:
            self.load([key])
        return self.known[key] or written or self.written.get(key) or _plain(key)

    def ref(self, ref: Ref | None) -> str:
        """A reference by name."""
        if ref is None:
            return self.words("nobody")
        wanted = self.words.language == "ar"
        forms = [form for form in (*ref.names, ref.name) if form]
        fitting = [form for form in forms if bool(_ARABIC.search(form)) == wanted]
        return self.name(ref.entity, next(iter(fitting or forms), None))

    def is_entity(self, key: str | None) -> bool:
        """Whether there is a page about an id."""
        if not key or key == "unattributed":
            return False
        if key not in self.known:
            self.load([key])
        return self.known[key] is not None


def _plain(key: str) -> str:
    return key if _ARABIC.search(key) else key.partition("@")[0].replace("-", " ")
