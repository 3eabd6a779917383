from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_pages import OTHER, prepared

from riwaya.errors import RiwayaError
from riwaya.model import (
    Claim,
    Copy,
    Dispute,
    DisputeValue,
    Field,
    FieldValue,
    MergedContact,
    PageSpan,
    Record,
    Ref,
    Story,
    Wording,
)
from riwaya.store.reader import RecordReader
from riwaya.store.record import write_record
from riwaya.store.writer import RecordWriter


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[RecordWriter]:
    made = RecordWriter(tmp_path / "a.db")
    with made.transaction():
        made.use_layers({})
        for name in ("a", "b", "c"):
            made.put_page(prepared(name, f"{OTHER}{name}\n"))
    yield made
    made.close()


def _span(page: str) -> PageSpan:
    return PageSpan(page=page, start=0, end=7)


def _field(*values: str | Ref, status: str = "single") -> Field:
    made = tuple(
        FieldValue(
            value=v, pages=("a",), evidence=(_span("a"),), according_to=(), origins=(), independent=1,
            independent_max=2,
        )
        for v in values
    )  # fmt: skip
    return Field(values=made, status=status)  # type: ignore[arg-type]


def _record(story: str = "s-a", pages: tuple[str, ...] = ("a", "b")) -> Record:
    contact = MergedContact(
        id="c-" + story,
        pages=pages,
        story=story,
        parties=_field(Ref(entity="salma-duri"), Ref(entity=None, name="وزير الري")),
        kind=_field("meeting"),
        status=_field("held"),
        start=_field("2024-03-02", status="disputed"),
    )
    return Record(
        stories=(Story(id=story, title="افتتاح المعرض", pages=pages, follows=("x",)),),
        copies=(Copy(a=_span("a"), b=_span("b"), verbatim=True, similarity=1.0, earlier="a"),),
        contacts=(contact,),
        disputes=(
            Dispute(
                kind="conflict", field="date", message="They differ.", story=story,
                values=(DisputeValue(value="1", evidence=(_span("a"),)),),
            ),
        ),
        claims=(
            Claim(
                id="k1", wordings=(Wording(page="a", statement="s1", start=0, end=7),), origins=(),
                independent=1, independent_max=1,
            ),
        ),
    )  # fmt: skip


def _put(writer: RecordWriter, record: Record) -> RecordReader:
    with writer.transaction():
        write_record(writer.db, record)
    return RecordReader(writer.path, writer.db)


def test_a_record_comes_back_as_it_was(writer: RecordWriter) -> None:
    reader = _put(writer, _record())
    assert reader.record() == _record()
    assert reader.contacts(party="salma-duri")[0].id == "c-s-a"
    assert reader.contacts(story="other") == []
    assert reader.copies(page="b")[0].earlier == "a"
    assert reader.claims(page="c") == []
    assert reader.disputes(story="s-a")[0].message == "They differ."
    assert [row.story for row in reader.page_rows(story="s-a")] == ["s-a", "s-a"]


def test_writing_a_record_again_replaces_it(writer: RecordWriter) -> None:
    _put(writer, _record())
    reader = _put(writer, Record())
    assert reader.record() == Record()
    assert writer.unjoined() == []


def test_an_id_that_was_superseded_leads_to_what_took_its_place(writer: RecordWriter) -> None:
    _put(writer, _record("s-a"))
    _put(writer, _record("s-0", ("a", "b", "c")))
    reader = _put(writer, _record("s-1", ("a", "c")))
    assert reader.story("s-a").id == reader.story("s-0").id == "s-1"
    assert reader.contact("c-s-a").id == "c-s-1"
    reader = _put(writer, _record("s-a"))
    assert reader.story("s-a").id == "s-a"
    assert reader.story("s-1").id == "s-a"


def test_an_unknown_id_is_a_clear_error(writer: RecordWriter) -> None:
    reader = _put(writer, _record())
    for ask in (reader.story, reader.contact, reader.entity, reader.page):
        with pytest.raises(RiwayaError) as error:
            ask("none")
        assert error.value.code == "nothing_such"


def test_entities_are_counted_over_pages(writer: RecordWriter) -> None:
    reader = _put(writer, _record())
    (person,) = reader.entities(type="PER")
    assert (person.id, person.pages, person.mentions) == ("salma-duri", 3, 3)
    assert reader.entity(person.name) == person


def test_outlets_that_give_each_other_as_the_source_are_told(tmp_path: Path) -> None:
    writer = RecordWriter(tmp_path / "a.db")
    with writer.transaction():
        writer.use_layers({})
        for n, name in enumerate("ab", 1):
            writer.put_page(prepared(name, f"عنوان الصفحة {name}\n\nنص الصفحة {name}.\n"))
            writer.db.execute("UPDATE pages SET outlet = ?, outlet_entity = ?", (name, name))
            writer.db.execute(
                "INSERT INTO stories (id, title, pages, follows) VALUES ('s', 's', 2, '[]') ON CONFLICT DO NOTHING"
            )
            writer.db.execute("INSERT INTO story_pages VALUES ('s', ?, ?)", (n, n))
        writer.db.execute("UPDATE pages SET outlet = id, outlet_entity = id")
        for n, other in ((1, "b"), (2, "a")):
            writer.db.execute(
                "INSERT INTO page_sources VALUES (?, 9, ?, ?, 'outlet', 'byline')",
                (n, other, other),
            )
    reader = RecordReader(writer.path, writer.db)
    (one,) = reader.circular("s")
    assert (one.outlets, one.pages) == (("a", "b"), (("a",), ("b",)))
    writer.close()
