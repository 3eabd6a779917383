"""The record under the desk: time limits, older files, a build at the same time."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.store.sums import sum_record
from riwaya.web.database import Database, ReadOnlyError, TooSlowError
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.stories import StoryFilter, list_stories

FOREVER = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_answers(record: Path) -> None:
    database = Database(record, readers=1, max_seconds=0.1, read_only=True)
    with pytest.raises(TooSlowError), database.reading() as reader:
        reader.db.execute(FOREVER).fetchone()
    with database.reading() as reader:
        assert reader.counts().pages == 17
    database.close()


def test_readers_cannot_write(record: Path) -> None:
    database = Database(record, readers=1, max_seconds=1, read_only=True)
    with database.reading() as reader, pytest.raises(sqlite3.OperationalError):
        reader.db.execute("DELETE FROM pages")
    with pytest.raises(ReadOnlyError), database.writing():
        pass
    database.close()


def older(record: Path, path: Path) -> Path:
    """The record as a build before the sums left it."""
    shutil.copy(record, path)
    db = sqlite3.connect(path)
    for table in (
        "story_sums",
        "entity_months",
        "page_sources",
        "statement_mentions",
        "mention_offices",
    ):
        db.execute(f"DELETE FROM {table}")
    db.execute("INSERT INTO meta VALUES ('rows_to_fill', '1')")
    db.commit()
    db.close()
    return path


def test_an_older_record_is_brought_up_to_date(record: Path, tmp_path: Path) -> None:
    path = older(record, tmp_path / "older.db")
    with pytest.raises(RiwayaError) as caught:
        Database(path, readers=1, max_seconds=1, read_only=True)
    assert caught.value.code == "older_record"
    database = Database(path, readers=1, max_seconds=1)
    plain = Database(record, readers=1, max_seconds=1, read_only=True)
    for query in (
        "SELECT * FROM story_sums ORDER BY 1", "SELECT * FROM entity_months ORDER BY 1, 2",
        "SELECT * FROM page_sources ORDER BY 1, 2", "SELECT * FROM statement_mentions ORDER BY 1, 2, 3",
        "SELECT * FROM mention_offices ORDER BY 1, 2, 3", "SELECT * FROM page_refs ORDER BY 1, 2",
    ):  # fmt: skip
        with database.reading() as one, plain.reading() as two:
            assert one.db.execute(query).fetchall() == two.db.execute(query).fetchall(), query
    database.close()
    plain.close()


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    with pytest.raises(RiwayaError) as caught:
        Database(tmp_path / "nothing.db", readers=1, max_seconds=1)
    assert caught.value.code == "no_record"


def test_a_build_goes_on_under_a_desk_that_is_read(record: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(record, tmp_path / "busy.db"))
    database = Database(path, readers=2, max_seconds=5)
    page = tmp_path / "new.txt"
    page.write_text(
        "افتتاح جسر في المدينة\n\nقالت البلدية إن الجسر الجديد يفتتح غدا أمام السيارات.\n", "utf-8"
    )
    worker = threading.Thread(target=build, args=([str(page)], path))
    worker.start()
    while worker.is_alive():
        with database.reading() as reader:
            assert list_stories(reader.db, StoryFilter(), Cut()).total in (4, 5)
    worker.join()
    with database.reading() as reader:
        assert reader.counts().pages == 18
    database.close()
    db = sqlite3.connect(path)
    tables = ("speakers", "entity_months", "entity_names", "story_sums", "outlet_sums")
    grown = {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in tables}
    sum_record(db)
    assert grown == {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in tables}
    db.close()
