"""Reading a record: pages, rows, and the search. The joined record's own views are in ``views``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from riwaya.errors import RiwayaError
from riwaya.model import Analysed
from riwaya.reading.addresses import page_address
from riwaya.store import search as fulltext
from riwaya.store.codec import Stored, unpack_page, unpack_raw
from riwaya.store.corrected import Correction, corrected
from riwaya.store.corrections import active, list_corrections
from riwaya.store.file import open_to_read, translated
from riwaya.store.shapes import Counts, Hit, PageRow, SetAsideRow, StatementRow
from riwaya.store.views import RecordViews

_PAGE_ROW = (
    "SELECT p.id, p.title, p.outlet, p.published, p.url, p.language, p.format, p.chars, "
    "p.statements, p.contacts, p.warnings, "
    "(SELECT story FROM story_pages sp WHERE sp.page = p.n LIMIT 1) FROM pages p "
)
_STATEMENT_ROW = (
    "SELECT p.id, s.id, type, voice, polarity, act, speaker, speaker_name, addressee, chain, inside, "
    's.start, s."end", content FROM statements s JOIN pages p ON p.n = s.page '
)


_ONE_OF = "IN (SELECT alias FROM aliases WHERE entity = ? UNION SELECT ?)"


class RecordReader(RecordViews):
    """A record opened for reading. Use as a context manager, or :meth:`close` it.

    Raises :class:`~riwaya.errors.RiwayaError` (``no_record``, ``not_a_record``, ``newer_record``).
    """

    def __init__(self, path: Path, db: sqlite3.Connection | None = None) -> None:
        self.path = path
        self.db = db or open_to_read(path)

    def __enter__(self) -> RecordReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def counts(self) -> Counts:
        """How much there is of everything."""
        tables = {"contacts": "merged_contacts"}
        with translated(self.path):
            return Counts(
                **{
                    name: self.db.execute(
                        f"SELECT COUNT(*) FROM {tables.get(name, name)}"  # noqa: S608
                    ).fetchone()[0]
                    for name in Counts.__struct_fields__
                }
            )

    def unjoined(self) -> int:
        """How many pages the joins have not seen yet: a build was stopped before its end."""
        return int(self.db.execute("SELECT COUNT(*) FROM pages WHERE joined = 0").fetchone()[0])

    # ------------------------------------------------------------ pages

    def page_ids(self) -> list[str]:
        """Every page's id, sorted."""
        return [i for (i,) in self.db.execute("SELECT id FROM pages ORDER BY id")]

    def resolve(self, page_id: str) -> str:
        """The id of the page that was read under ``page_id`` (its own id, its item's, its URL)."""
        for query in (
            "SELECT id FROM pages WHERE id = ?",
            "SELECT p.id FROM readings r JOIN pages p ON p.n = r.page WHERE item = ? ORDER BY read_at",
            "SELECT id FROM pages WHERE url = ? ORDER BY n",
        ):
            if row := self.db.execute(query, (page_id,)).fetchone():
                return str(row[0])
        raise RiwayaError("nothing_such", str(self.path), kind="page", wanted=page_id)

    def stored(self, page_id: str) -> Stored:
        """A page with its text, hints and layers as they lie in the file."""
        row = self.db.execute(
            "SELECT data FROM page_data JOIN pages ON n = page WHERE id = ?",
            (self.resolve(page_id),),
        ).fetchone()
        return unpack_page(row[0])

    def page(self, page_id: str) -> Analysed:
        """One page with every layer, as users corrected it; error ``nothing_such`` where it is not
        in the record.
        """
        page_id = self.resolve(page_id)
        data, title, sha256 = self.db.execute(
            "SELECT data, title, sha256 FROM page_data JOIN pages ON n = page WHERE id = ?",
            (page_id,),
        ).fetchone()
        page = analysed(page_id, unpack_page(data), title, self.same_as(page_id))
        page = msgspec.structs.replace(page, versions=self.versions(page_id))
        if not (corrections := active(self.db, sha256)):
            return page
        page = corrected(page, corrections)
        titles = (page.text[b.start : b.end] for b in page.blocks if b.role == "title")
        return msgspec.structs.replace(page, title=next(titles, None))

    def corrections(self, page: str | None = None, *, undone: bool = False) -> list[Correction]:
        """What users corrected, oldest first; of one page where asked."""
        return list_corrections(self.db, page, undone=undone)

    def pages(self, ids: Iterable[str] | None = None) -> Iterator[Analysed]:
        """Pages with every layer, one at a time, in the order of their ids."""
        for page_id in self.page_ids() if ids is None else ids:
            yield self.page(page_id)

    def same_as(self, page_id: str) -> tuple[str, ...]:
        """The other ids of the same text or the same address, sorted."""
        rows = self.db.execute(
            "SELECT o.id FROM pages p JOIN pages o ON o.sha256 = p.sha256 WHERE p.id = ?1 AND o.id <> ?1 "
            "UNION "
            "SELECT o.id FROM pages p JOIN pages o ON o.address = p.address WHERE p.id = ?1 AND o.id <> ?1",
            (page_id,),
        )
        return tuple(sorted(i for (i,) in rows))

    def versions(self, page_id: str) -> tuple[str, ...]:
        """All texts of the page's address, each by its first id, oldest reading first; none where there is one."""
        rows = self.db.execute(
            "SELECT o.id, MIN(o.n) AS first FROM pages p JOIN pages o ON o.address = p.address "
            "WHERE p.id = ? GROUP BY o.sha256 ORDER BY first",
            (page_id,),
        ).fetchall()
        return tuple(i for i, _ in rows) if len(rows) > 1 else ()

    def page_rows(self, *, story: str | None = None, outlet: str | None = None) -> list[PageRow]:
        """Pages without their text, by date and id; of one story or outlet where asked."""
        where, values = [], []
        if story is not None:
            where.append("p.n IN (SELECT page FROM story_pages WHERE story = ?)")
            values.append(story)
        if outlet is not None:
            where.append("? IN (p.outlet, p.outlet_entity)")
            values.append(outlet)
        clause = f"WHERE {' AND '.join(where)} " if where else ""
        rows = self.db.execute(
            f"{_PAGE_ROW}{clause}ORDER BY p.published IS NULL, p.published, p.id", values
        )
        return [_page_row(row) for row in rows]

    def raw(self, page_id: str) -> bytes:
        """The bytes that a page was first read from."""
        row = self.db.execute(
            "SELECT data FROM readings r JOIN pages p ON p.n = r.page JOIN raws ON sha256 = raw_sha256 "
            "WHERE p.id = ? ORDER BY read_at",
            (self.resolve(page_id),),
        ).fetchone()
        return unpack_raw(row[0]) if row else b""

    def set_aside(self) -> list[SetAsideRow]:
        """What was read and not taken."""
        rows = self.db.execute(
            "SELECT id, reason, language, detail, seen_at FROM set_aside ORDER BY id"
        )
        keys = SetAsideRow.__struct_fields__
        return [SetAsideRow(**dict(zip(keys, row, strict=True))) for row in rows]

    # ------------------------------------------------------------ rows

    def statements(
        self, *, speaker: str | None = None, addressee: str | None = None, act: str | None = None,
        page: str | None = None, story: str | None = None, voice: str | None = None,
    ) -> Iterator[StatementRow]:  # fmt: skip
        """Statements, by page and place; narrowed by what is given (ids, or names where no id is)."""
        tests = {
            f"speaker {_ONE_OF}": speaker, f"addressee {_ONE_OF}": addressee, "act = ?": act, "p.id = ?": page,
            "voice = ?": voice, "s.page IN (SELECT page FROM story_pages WHERE story = ?)": story,
        }  # fmt: skip
        where = [test for test, value in tests.items() if value is not None]
        values = [v for test, v in tests.items() if v is not None for _ in range(test.count("?"))]
        clause = f"WHERE {' AND '.join(where)} " if where else ""
        keys = StatementRow.__struct_fields__
        for row in self.db.execute(f"{_STATEMENT_ROW}{clause}ORDER BY p.id, s.start, s.id", values):
            fields = dict(zip(keys, row, strict=True))
            fields["chain"] = tuple(msgspec.json.decode(fields["chain"]))
            yield StatementRow(**fields)

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """The pages that have all the words, best first; error ``bad_query`` where there is no word."""
        terms = fulltext.parse(words)
        if not terms:
            raise RiwayaError("bad_query", wanted=words or "an empty query")
        with translated(self.path):
            rows = self.db.execute(
                f"{_PAGE_ROW}JOIN search ON search.rowid = p.n WHERE search MATCH ? "
                "ORDER BY rank, p.id LIMIT ?",
                (fulltext.match_expression(terms), limit),
            ).fetchall()
        return [self._hit(_page_row(row), terms) for row in rows]

    def _hit(self, row: PageRow, terms: list[fulltext.Term]) -> Hit:
        text = self.stored(row.id).page.text
        found = fulltext.spans(text, terms)
        words, at = fulltext.snippet(text, found)
        return Hit(page=row, spans=found, snippet=words, snippet_at=at)


def _page_row(row: Sequence[object]) -> PageRow:
    return msgspec.convert(dict(zip(PageRow.__struct_fields__, row, strict=True)), PageRow)


def analysed(page_id: str, stored: Stored, title: str | None, same_as: tuple[str, ...]) -> Analysed:
    page, layers = stored.page, stored.layers
    return Analysed(
        id=page_id,
        text=page.text,
        language=page.language,
        url=page.url,
        address=page_address(page),
        title=title,
        format=page.format,
        sha256=page.sha256,
        same_as=same_as,
        **{name: getattr(layers, name) for name in layers.__struct_fields__},
    )
