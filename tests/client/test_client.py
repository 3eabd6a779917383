"""The Python client: lists with filters, notebooks, data frames."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest

import riwaya
from riwaya.client import Record, Rows
from riwaya.client.display import html_table
from riwaya.client.frames import columns_of
from riwaya.engine.build import build
from riwaya.errors import RiwayaError

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
LISTS = (
    "pages", "stories", "statements", "contacts", "disputes", "claims", "copies", "entities",
    "set_aside",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("client") / "a.db"
    build([str(EXAMPLES)], made)
    return made


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with riwaya.open(path) as opened:
        yield opened


def rows_of(record: Record, name: str) -> Rows[Any]:
    found: Rows[Any] = getattr(record, name)()
    return found


@pytest.mark.parametrize("name", LISTS)
def test_a_list_counts_iterates_slices_and_pages(record: Record, name: str) -> None:
    rows = rows_of(record, name)
    whole = list(rows)
    assert len(rows) == len(whole) > 0
    assert rows
    assert rows[0] == rows.first() == whole[0]
    assert rows[-1] == whole[-1]
    assert rows[1:4] == whole[1:4]
    assert [row for page in rows.pages(size=7) for row in page] == whole
    assert f"{len(whole):,}" in repr(rows)


def test_filters_are_passed_on(record: Record) -> None:
    story = record.stories(min_pages=5)[0]
    assert record.story(story.id) == story
    assert {s.page for s in record.statements(story=story.id)} <= set(story.pages)
    assert [p.id for p in record.analysed(story=story.id)] == list(story.pages)
    assert record.contacts(disputed=True)[0].story == story.id
    assert {s.act for s in record.statements(act="deny")} <= {"deny"}
    assert record.stories(words="البحيرة", disputed=True)
    assert not record.stories(since="2030-01-01")
    person = record.entities(type="PER")[0]
    assert record.statements(about=person.id)
    assert all(p.id in {q.id for q in record.pages()} for p in record.pages(entity=person.id))


def test_a_search_gives_hits_best_first_and_narrows(record: Record) -> None:
    hits = record.search("البحيره")
    assert len(hits) > 1
    for hit in hits:
        text = record.page(hit.page.id).text
        assert all(text[start:end] for start, end in hit.spans)
        assert text[hit.snippet_at :].startswith(hit.snippet)
    story = hits[0].page.story
    assert {h.page.story for h in record.search("البحيره", story=story)} == {story}
    assert [h for page in hits.pages(2) for h in page] == list(hits)
    with pytest.raises(RiwayaError) as error:
        record.search("؟!")
    assert error.value.code == "bad_query"


def test_wrong_days_and_unknown_ids_are_errors(record: Record) -> None:
    with pytest.raises(RiwayaError, match="no ISO day"):
        record.pages(since="last week")
    for wanted in (record.page, record.story, record.contact, record.entity):
        with pytest.raises(RiwayaError) as error:
            wanted("none such")
        assert error.value.code == "nothing_such"


# ---------------------------------------------------------------- data frames


@pytest.mark.parametrize("name", [*LISTS, "search"])
def test_both_data_frames_hold_the_rows(record: Record, name: str) -> None:
    rows = record.search("البحيرة") if name == "search" else rows_of(record, name)
    first, second = rows.to_polars(), rows.to_pandas()
    columns, _ = columns_of(rows._listing.table.shape)
    assert isinstance(first, polars.DataFrame)
    assert isinstance(second, pandas.DataFrame)
    assert first.columns == list(second.columns) == list(columns)
    assert first.height == len(second) == len(rows)
    for column, kind in columns.items():
        if kind != "texts":
            there = [None if pandas.isna(v) else v for v in second[column]]
            assert first[column].to_list() == there, column


def test_a_data_frame_has_types(record: Record) -> None:
    frame = record.statements(voice="own").to_polars()
    assert frame.schema["chain"] == polars.List(polars.String)
    assert frame.schema["start"] == polars.Int64
    said = frame.group_by("speaker").len().sort("len", descending=True)
    assert said.height > 3
    contacts = record.contacts().to_polars()
    assert contacts.schema["disputed"] == polars.Boolean
    assert contacts["disputed"].sum() == len(record.contacts(disputed=True))


def test_an_empty_list_is_an_empty_frame_with_its_columns(record: Record) -> None:
    rows = record.statements(page="none")
    assert rows.to_polars().columns == rows.to_pandas().columns.to_list()
    assert rows.to_polars().schema["start"] == polars.Int64
    assert rows.to_pandas().dtypes["start"] == "int64"


@pytest.mark.parametrize("what", ["polars", "pandas"])
def test_a_missing_library_is_named_with_what_to_install(
    record: Record, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setitem(sys.modules, what, None)
    with pytest.raises(RiwayaError) as error:
        getattr(record.stories(), f"to_{what}")()
    assert error.value.code == "missing_part"
    assert f"pip install 'riwaya[{what}]'" in str(error.value)


# ---------------------------------------------------------------- notebooks


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.open.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(html: str) -> set[str]:
    tags = _Tags()
    tags.feed(html)
    assert not tags.open
    return tags.seen


@pytest.mark.parametrize("name", LISTS)
def test_a_list_shows_itself_as_a_table(record: Record, name: str) -> None:
    html = rows_of(record, name)._repr_html_()
    assert checked(html) <= {"table", "thead", "tbody", "tr", "th", "td", "div"}
    assert 'dir="auto"' in html
    assert len(re.findall("<tr>", html)) == min(20, len(rows_of(record, name))) + 1


def test_a_record_shows_itself(record: Record) -> None:
    assert "17 pages" in repr(record)
    html = record._repr_html_()
    checked(html)
    assert record.stories(min_pages=5)[0].title in html


def test_text_of_a_page_is_never_markup() -> None:
    html = html_table(["<i>"], [["<script>alert(1)</script>"], [("<b>", "&")]], "<u>")
    assert checked(html) <= {"table", "thead", "tbody", "tr", "th", "td", "div"}
    assert "&lt;script&gt;" in html


def test_long_text_is_cut() -> None:
    html = html_table(["a"], [["م" * 1000]])
    assert "م" * 159 + "…" in html
    assert "م" * 160 not in html
