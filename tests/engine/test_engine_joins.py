"""A record that grows page by page is the one that joining all pages at once gives."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.corpus.digest import digest
from riwaya.corpus.join import join
from riwaya.engine.aliases import renamed
from riwaya.engine.build import build
from riwaya.engine.joining import bring_up_to_date
from riwaya.engine.timing import Seconds
from riwaya.engine.work import work_chunk
from riwaya.model import Record
from riwaya.reading.items import Item, expand
from riwaya.store.prepare import PreparedPage
from riwaya.store.reader import RecordReader
from riwaya.store.writer import RecordWriter

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def pages() -> list[PreparedPage]:
    """The examples, with copies of some paragraphs across, read once for all tests."""
    items = [item for item in expand([str(EXAMPLES)]) if isinstance(item, Item)]
    worked = work_chunk(items).worked
    return [one.result for one in worked if isinstance(one.result, PreparedPage)]


def _put(writer: RecordWriter, pages: Iterable[PreparedPage]) -> None:
    with writer.transaction():
        writer.use_layers({})
        for page in pages:
            writer.put_page(page)


def _joined(path: Path, batches: Iterable[list[PreparedPage]]) -> Record:
    path.unlink(missing_ok=True)
    writer = RecordWriter(path)
    for batch in batches:
        _put(writer, batch)
        bring_up_to_date(writer, Seconds(), lambda *_: None)
    record = RecordReader(path, writer.db).record()
    writer.close()
    return record


def _sums(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The tables that lists are made of, pages under their ids."""
    tables = (
        "entities", "story_sums", "story_entities", "story_outlets", "outlet_sums", "outlet_links",
        "entity_names",
    )  # fmt: skip
    with RecordReader(path) as reader:
        dates = [(d.page, d.earliest, d.latest, d.story) for d in reader.inferred_dates()]
        return {"dates": dates} | {
            t: sorted(reader.db.execute(f"SELECT * FROM {t}")) for t in tables
        }


def _batches(pages: list[PreparedPage], cuts: list[int]) -> Iterator[list[PreparedPage]]:
    bounds = sorted({0, len(pages), *(cut % len(pages) for cut in cuts)})
    for start, end in pairwise(bounds):
        yield pages[start:end]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 10**6), st.lists(st.integers(1, 100), max_size=4))
def test_any_order_in_any_batches_gives_one_record(
    pages: list[PreparedPage], tmp_path: Path, seed: int, cuts: list[int]
) -> None:
    shuffled = pages[:]
    random.Random(seed).shuffle(shuffled)
    once = _joined(tmp_path / "once.db", [pages])
    assert once.stories
    assert once.contacts
    assert once.claims
    assert once.copies
    assert _joined(tmp_path / "grown.db", _batches(shuffled, cuts)) == once
    assert _sums(tmp_path / "grown.db") == _sums(tmp_path / "once.db")


def test_the_record_in_the_file_is_the_one_joined_in_memory(
    pages: list[PreparedPage], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    stored = _joined(path, [[page] for page in pages])
    with RecordReader(path) as reader:
        aliases = dict(reader.db.execute("SELECT alias, entity FROM joined_aliases"))
        read = {page.id: renamed(page, aliases) for page in reader.pages()}
    whole = join([digest(page) for page in read.values()], read.__getitem__)
    assert stored.stories == whole.stories
    assert stored.copies == whole.copies
    assert sorted(stored.contacts, key=lambda c: c.id) == list(whole.contacts)
    assert stored.disputes == whole.disputes
    assert stored.claims == whole.claims


def test_a_page_that_comes_late_joins_two_stories_and_old_ids_lead_on(
    pages: list[PreparedPage], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    writer = RecordWriter(path)
    _put(writer, pages[1:])
    bring_up_to_date(writer, Seconds(), lambda *_: None)
    before = {s.id for s in RecordReader(path, writer.db).stories()}
    _put(writer, pages[:1])
    bring_up_to_date(writer, Seconds(), lambda *_: None)
    reader = RecordReader(path, writer.db)
    after = {s.id for s in reader.stories()}
    assert before - after
    assert all(reader.story(old).id in after for old in before - after)
    writer.close()


def test_workers_give_the_same_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.engine.joins.hoods._CHUNK_PAGES", 2)
    records = []
    for jobs in (1, 2):
        path = tmp_path / f"{jobs}.db"
        build([str(EXAMPLES)], path, jobs=jobs)
        with RecordReader(path) as reader:
            records.append(reader.record())
    assert records[0] == records[1]


def test_nothing_new_joins_nothing(pages: list[PreparedPage], tmp_path: Path) -> None:
    writer = RecordWriter(tmp_path / "a.db")
    _put(writer, pages[:3])
    assert bring_up_to_date(writer, Seconds(), lambda *_: None)
    changes = writer.db.total_changes
    assert not bring_up_to_date(writer, Seconds(), lambda *_: None)
    assert writer.db.total_changes == changes
    assert bring_up_to_date(writer, Seconds(), lambda *_: None, again=True)
    writer.close()


def test_a_page_without_a_date_has_that_of_its_story_as_an_inference(tmp_path: Path) -> None:
    body = "افتتح وزير الري سد الوادي الجديد في بلدة الرحبة بعد ثلاث سنوات من الأشغال المتعثرة.\n"
    lines = [
        {"id": i, "title": "افتتاح سد الوادي الجديد في الرحبة", "text": body * 2 + more, **date}
        for i, more, date in (
            ("a", "وحضر الأهالي.", {"published": "2031-03-04T10:00:00+00:00"}),
            ("b", "وحضر التجار.", {"published": "2031-03-05T10:00:00+00:00"}),
            ("c", "وحضر الطلاب.", {}),
        )
    ]
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    build([str(source)], tmp_path / "a.db")
    with RecordReader(tmp_path / "a.db") as reader:
        assert len(reader.stories()) == 1
        (day,) = reader.inferred_dates()
        assert (day.page, day.earliest, day.latest) == ("c", "2031-03-04", "2031-03-05")
        assert day.inferred
        assert reader.page("c").published is None
