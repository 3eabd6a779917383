from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_pages import OTHER, TEXT, prepared

from riwaya.errors import RiwayaError
from riwaya.model import SetAside
from riwaya.reading.addresses import url_address
from riwaya.store.reader import RecordReader
from riwaya.store.writer import RecordWriter


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[RecordWriter]:
    made = RecordWriter(tmp_path / "a.db")
    with made.transaction():
        made.use_layers({"blocks": "1:x"})
    yield made
    made.close()


def _reader(writer: RecordWriter) -> RecordReader:
    return RecordReader(writer.path, writer.db)


def test_a_page_comes_back_as_it_was(writer: RecordWriter) -> None:
    with writer.transaction():
        assert writer.put_page(prepared()) == ("added", 1)
    page = _reader(writer).page("a.txt")
    assert page.text == TEXT
    assert page.title == "وزيرة الزراعة: المحصول جيد"
    assert page.statements[0].speaker is not None
    assert page.statements[0].speaker.entity == "salma-duri"


def test_the_same_page_twice_is_one(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.put_page(prepared())
        assert writer.put_page(prepared()) == ("known", 1)
    assert _reader(writer).counts().pages == 1


def test_an_id_keeps_its_text_and_a_later_text_gets_its_own(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.put_page(prepared("a.txt", TEXT, address="file:///a.txt"))
        assert writer.put_page(prepared("a.txt", OTHER, address="file:///a.txt"))[0] == "changed"
        assert writer.put_page(prepared("a.txt", OTHER, address="file:///a.txt"))[0] == "known"
    reader = _reader(writer)
    first, second = sorted(reader.page_ids())
    assert reader.page(first).text == TEXT
    assert reader.page(second).text == OTHER
    assert second.startswith("a.txt@")
    assert reader.same_as(first) == (second,)


def test_pages_of_one_text_or_one_address_list_each_other(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.put_page(prepared("a.txt", TEXT))
        writer.put_page(prepared("b.txt", TEXT))
        writer.put_page(prepared("c", OTHER, url="https://www.akhbar.example/7?utm_source=feed"))
        writer.put_page(prepared("d", OTHER + "\n", url="http://akhbar.example/7/#top"))
    reader = _reader(writer)
    assert reader.page("a.txt").same_as == ("b.txt",)
    assert reader.page("d").same_as == ("c",)


def test_a_page_is_found_by_every_id_that_it_was_read_under(writer: RecordWriter) -> None:
    with writer.transaction():
        _, n = writer.put_page(prepared("record-7", TEXT, url="https://akhbar.example/7"))
        writer.put_reading("dump.jsonl#3", "hash", "dump.jsonl", n, (4, b"...."))
    reader = _reader(writer)
    assert reader.resolve("dump.jsonl#3") == "record-7"
    assert reader.resolve("https://akhbar.example/7") == "record-7"
    with pytest.raises(RiwayaError, match="no page nowhere"):
        reader.resolve("nowhere")


def test_what_was_read_need_not_be_read_again_but_for_our_own_faults(writer: RecordWriter) -> None:
    with writer.transaction():
        _, n = writer.put_page(prepared())
        writer.put_reading("a.txt", "h1", "a.txt", n, (1, b"x"))
        for item, reason in (("b.txt", "not_arabic"), ("c.txt", "step_failed")):
            writer.put_set_aside(SetAside(id=item, reason=reason), "h2")
            writer.put_reading(item, "h2", item, None)
    assert writer.seen() == {("a.txt", "h1"): True, ("b.txt", "h2"): False}


def test_a_transaction_that_fails_leaves_nothing(writer: RecordWriter) -> None:
    def fail_in_the_middle() -> None:
        with writer.transaction():
            writer.put_page(prepared())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_the_middle()
    assert _reader(writer).counts().pages == 0


def test_a_full_disk_is_a_clear_line_and_a_whole_file(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.put_page(prepared())
    pages = writer.db.execute("PRAGMA page_count").fetchone()[0]
    writer.db.execute(f"PRAGMA max_page_count = {pages + 2}")

    def fill_the_disk() -> None:
        for number in range(200):
            with writer.transaction():
                writer.put_page(prepared(f"p{number}", f"{OTHER}{'كلمة ' * number}\n"))

    with pytest.raises(RiwayaError, match="a write failed") as error:
        fill_the_disk()
    assert error.value.code == "write_failed"
    assert writer.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert _reader(writer).page("a.txt").text == TEXT
    writer.db.execute("PRAGMA max_page_count = 100000")
    with writer.transaction():  # there is room again: it goes on
        assert writer.put_page(prepared("z", OTHER))[0] in ("added", "known")


def test_layers_made_again_replace_the_rows_and_keep_the_search(writer: RecordWriter) -> None:
    with writer.transaction():
        _, n = writer.put_page(prepared())
        writer.use_layers({"blocks": "2:x"})
    assert writer.stale() == [n]
    with writer.transaction():
        writer.replace_layers(n, prepared())
    assert writer.stale() == []
    assert len(list(_reader(writer).statements())) == 1
    assert [hit.page.id for hit in _reader(writer).search("المحصول")] == ["a.txt"]


def test_statements_are_found_by_who_said_them(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.put_page(prepared("a.txt"))
        writer.put_page(prepared("b.txt", OTHER))
    reader = _reader(writer)
    assert {s.page for s in reader.statements(speaker="salma-duri")} == {"a.txt", "b.txt"}
    assert [s.page for s in reader.statements(speaker="salma-duri", page="b.txt")] == ["b.txt"]
    assert list(reader.statements(speaker="somebody")) == []


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://www.a.example/x/", "http://a.example/x"),
        ("https://a.example/x?id=3&utm_medium=y", "https://a.example/x?id=3"),
        ("https://a.example/%D8%AE%D8%A8%D8%B1", "https://a.example/خبر"),
    ],
)
def test_two_spellings_of_one_address_are_one(url: str, same: str) -> None:
    assert url_address(url) == url_address(same)


@pytest.mark.parametrize(
    "url",
    ["", "خبر", "http://[", "ftp://a.example/x", "http://a.example:port/", "https://a.example/"],
)
def test_what_is_no_address_has_none(url: str) -> None:
    assert url_address(url) is None
