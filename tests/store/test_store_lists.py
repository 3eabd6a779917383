from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.store import merge_entities
from riwaya.store.lists import Listing, Table, queries
from riwaya.store.lists.listing import BadCursorError
from riwaya.store.reader import RecordReader

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
LISTS = (
    "pages", "stories", "statements", "contacts", "disputes", "claims", "copies", "entities",
    "set_aside",
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "a.db"
    build([str(EXAMPLES)], path)
    return path


@pytest.fixture
def reader(record: Path) -> Iterator[RecordReader]:
    with RecordReader(record) as opened:
        yield opened


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", [1, 4, 1000])
def test_pages_by_cursor_give_every_row_once_in_order(
    reader: RecordReader, name: str, size: int
) -> None:
    listing = getattr(queries, name)(reader.db)
    seen, after = [], None
    while True:
        cut = listing.page(size, after)
        seen += cut.rows
        if (after := cut.after) is None:
            break
        assert len(cut.rows) == size
    assert seen == list(listing)
    assert len(seen) == len(listing) > 0


def numbers(rows: list[tuple[int, int]]) -> Listing[tuple[int, int]]:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t (a INTEGER, b INTEGER)")
    db.executemany("INSERT INTO t VALUES (?, ?)", rows)
    return Listing(db, Table("t", "a, b", "t", ("-a", "b"), lambda row: (row[0], row[1]), tuple))


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(-5, 5))), st.integers(1, 7))
def test_a_cursor_goes_on_behind_the_last_row_whatever_the_order(
    rows: set[tuple[int, int]], size: int
) -> None:
    listing = numbers(list(rows))
    wanted = sorted(rows, key=lambda row: (-row[0], row[1]))
    assert list(listing) == wanted
    seen, after = list(listing.page(size).rows), listing.page(size).after
    while after is not None:
        cut = listing.page(size, after)
        seen += cut.rows
        after = cut.after
    assert seen == wanted


@given(
    st.lists(st.tuples(st.integers(), st.just(0)).map(lambda p: (p[0] % 100, p[1])), unique=True),
    st.integers(-12, 12),
    st.none() | st.integers(-12, 12),
    st.sampled_from([1, 2, 3, -1]),
)
def test_slices_and_indices_are_those_of_a_list(
    rows: list[tuple[int, int]], start: int, stop: int | None, step: int
) -> None:
    listing = numbers(rows)
    whole = list(listing)
    assert listing[start:stop:step] == whole[start:stop:step]
    try:
        expected = whole[start]
    except IndexError:
        with pytest.raises(IndexError):
            listing[start]
    else:
        assert listing[start] == expected
    assert bool(listing) == bool(whole)
    assert listing.first() == (whole[0] if whole else None)


@pytest.mark.parametrize(
    "cursor", ["", "x", "é", "AAAA", "W10", "WzFd", "bnVsbA", "W251bGwsMSwyLDNd"]
)
def test_a_foreign_cursor_is_refused(reader: RecordReader, cursor: str) -> None:
    with pytest.raises(BadCursorError):
        queries.statements(reader.db).page(5, cursor)


def test_a_cursor_of_another_list_is_refused(reader: RecordReader) -> None:
    cursor = queries.pages(reader.db).page(1).after
    with pytest.raises(BadCursorError):
        queries.claims(reader.db).page(1, cursor)


def test_filters_narrow(reader: RecordReader) -> None:
    db = reader.db
    story = queries.stories(db, min_pages=5).first()
    assert story is not None
    pages = queries.pages(db, story=story.id)
    assert {p.id for p in pages} == set(story.pages)
    assert all(s.page in story.pages for s in queries.statements(db, story=story.id))
    speaker = next(s.speaker for s in queries.statements(db) if s.speaker)
    assert {s.speaker for s in queries.statements(db, speaker=speaker)} == {speaker}
    assert all(c.story == story.id for c in queries.contacts(db, story=story.id))
    assert len(queries.contacts(db, disputed=True)) + len(
        queries.contacts(db, disputed=False)
    ) == len(queries.contacts(db))
    copy = queries.copies(db, kind="copy").first()
    assert copy is not None
    assert copy in list(queries.copies(db, page=copy.a.page))
    assert all(c.independent >= 2 for c in queries.claims(db, min_independent=2))
    assert {e.type for e in queries.entities(db, type="PER")} == {"PER"}
    assert queries.pages(db, words="البحيره")
    outlet = next(p.outlet for p in queries.pages(db) if p.outlet)
    assert {p.outlet for p in queries.pages(db, outlet=outlet)} == {outlet}


def test_days_are_included_at_both_ends(reader: RecordReader) -> None:
    dated = [p for p in queries.pages(reader.db) if p.published]
    day = str(dated[0].published)[:10]
    found = list(queries.pages(reader.db, since=day, until=day))
    assert found == [p for p in dated if str(p.published)[:10] == day]
    for wrong in ("yesterday", "2020-02-30", "9999-12-31"):
        with pytest.raises(RiwayaError) as error:
            queries.pages(reader.db, until=wrong)
        assert error.value.code == "usage"


def test_somebody_is_found_under_any_id(tmp_path: Path, record: Path) -> None:
    path = tmp_path / "merged.db"
    path.write_bytes(record.read_bytes())
    with RecordReader(path) as reader:
        one, other = [
            str(e) for (e,) in reader.db.execute(
                "SELECT speaker FROM statements WHERE speaker IN (SELECT id FROM entities) "
                "GROUP BY 1 ORDER BY COUNT(*) DESC LIMIT 2"
            )
        ]  # fmt: skip
        apart = (
            len(queries.statements(reader.db, speaker=one)),
            len(queries.statements(reader.db, speaker=other)),
        )
    merge_entities(path, other, one)
    with RecordReader(path) as reader:
        for key in (one, other):
            assert len(queries.statements(reader.db, speaker=key)) == sum(apart)
