from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_pages import OTHER, found, prepared

from riwaya.errors import RiwayaError
from riwaya.model import Contact, Found, Ref
from riwaya.store import (
    RecordReader,
    RecordWriter,
    add_correction,
    address,
    forget_choice,
    list_aliases,
    list_corrections,
    merge_entities,
    split_entity,
    undo_correction,
)
from riwaya.store.corrected import Correction, corrected

MENTION = found().mentions[0]
STATEMENT = found().statements[0]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    writer = RecordWriter(path)
    with writer.transaction():
        writer.use_layers({})
        writer.put_page(prepared())
        writer.put_page(prepared("other.txt", OTHER))
    writer.close()
    return path


def correction(layer: str, span: tuple[int, int], action: str, **value: Any) -> Correction:
    return Correction(
        n=1, text_sha256="", layer=layer, start=span[0], end=span[1], action=action,  # type: ignore[arg-type]
        value=value, made_at="",
    )  # fmt: skip


def test_a_page_is_read_as_corrected_at_once_and_as_it_was_when_undone(record: Path) -> None:
    made = add_correction(
        record, "a.txt", "statements", address(STATEMENT), "set", {"speaker": None}
    )
    with RecordReader(record) as reader:
        assert reader.page("a.txt").statements[0].speaker is None
        assert reader.stored("a.txt").layers.statements[0].speaker == STATEMENT.speaker
        assert reader.corrections("a.txt") == [made]
        assert reader.corrections("other.txt") == []
    undo_correction(record, made.n)
    with RecordReader(record) as reader:
        assert reader.page("a.txt").statements[0] == STATEMENT
        assert reader.corrections() == []
        assert [c.undone_at is None for c in list_corrections(reader.db, undone=True)] == [False]
    with pytest.raises(RiwayaError, match="no correction"):
        undo_correction(record, made.n)


def test_every_page_of_one_text_is_corrected(record: Path) -> None:
    writer = RecordWriter(record)
    with writer.transaction():
        writer.use_layers({})
        writer.put_page(prepared("again.txt"))
    writer.close()
    add_correction(record, "a.txt", "mentions", address(MENTION), "remove")
    with RecordReader(record) as reader:
        assert reader.page("again.txt").mentions == ()


def test_what_was_read_from_a_name_follows_it() -> None:
    span = (MENTION.start, MENTION.end)
    speaker = STATEMENT.speaker
    assert speaker is not None
    said = Found(
        mentions=(MENTION,),
        statements=(_with_span(STATEMENT, span),),
        contacts=(
            Contact(
                id="c1", kind="meeting", status="held",
                parties=(Ref(entity="salma-duri", name="x"), Ref(entity="b", name="y")),
                evidence={"kind": ((0, 3),), "parties": (span,)},
            ),
        ),
    )  # fmt: skip
    none = corrected(said, [correction("mentions", span, "remove")])
    assert none.mentions == ()
    assert none.statements[0].speaker is None
    assert [ref.entity for ref in none.contacts[0].parties] == ["b"]
    other = corrected(said, [correction("mentions", span, "set", entity="salma-two")])
    assert other.mentions[0].entity == "salma-two"
    assert other.statements[0].speaker.entity == "salma-two"  # type: ignore[union-attr]
    assert [ref.entity for ref in other.contacts[0].parties] == ["salma-two", "b"]


def _with_span(statement: Any, span: tuple[int, int]) -> Any:
    import msgspec

    speaker = msgspec.structs.replace(statement.speaker, span=span)
    return msgspec.structs.replace(statement, speaker=speaker)


def test_two_annotations_of_one_span_are_told_apart_by_what_they_were() -> None:
    evidence = {"kind": ((0, 3),)}
    both = Found(
        contacts=(
            Contact(id="c1", kind="meeting", status="held", parties=(), evidence=evidence),
            Contact(id="c2", kind="visit", status="held", parties=(), evidence=evidence),
        )
    )
    one = corrected(both, [correction("contacts", (0, 3), "remove", was={"kind": "visit"})])
    assert [c.id for c in one.contacts] == ["c1"]


@pytest.mark.parametrize(
    ("layer", "action", "value"),
    [
        ("mentions", "set", {}),
        ("mentions", "set", {"start": 3}),
        ("mentions", "set", {"type": "nonsense"}),
        ("mentions", "paint", {"type": "PER"}),
        ("nonsense", "remove", {}),
        ("statements", "remove", {}),  # nothing stands at a mention's span there
    ],
)
def test_a_correction_that_cannot_be_made_is_refused(
    record: Path, layer: str, action: Any, value: dict[str, Any]
) -> None:
    with pytest.raises(RiwayaError, match="cannot be made"):
        add_correction(record, "a.txt", layer, address(MENTION), action, value)
    with RecordReader(record) as reader:
        assert reader.corrections(undone=True) == []


def test_no_record_and_no_page(record: Path, tmp_path: Path) -> None:
    with pytest.raises(RiwayaError, match="no record"):
        add_correction(tmp_path / "none.db", "a.txt", "mentions", (0, 1), "remove")
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(RiwayaError, match="no page"):
        add_correction(record, "none", "mentions", (0, 1), "remove")


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90), st.booleans()), max_size=6))
def test_corrections_of_what_is_not_there_change_nothing(
    spans: list[tuple[int, int, bool]],
) -> None:
    made = [
        correction("mentions", (s, e), "remove" if gone else "set", entity="x")
        for s, e, gone in spans
        if (s, e) != (MENTION.start, MENTION.end)
    ]
    assert corrected(found(), made) == found()


# ---------------------------------------------------------------- entities


def _named(record: Path, *entities: str) -> None:
    writer = RecordWriter(record)
    with writer.transaction():
        for entity in entities:
            writer.db.execute("INSERT INTO mentions VALUES (2, ?, 'PER', ?, 1)", (entity, entity))
    writer.close()


def _aliases(record: Path) -> dict[str, tuple[str, str]]:
    with RecordReader(record) as reader:
        return {row.alias: (row.entity, row.origin) for row in list_aliases(reader.db)}


def test_merges_and_splits_are_the_users_rows(record: Path) -> None:
    _named(record, "a", "b")
    merge_entities(record, "a", "b")
    assert _aliases(record) == {"a": ("b", "user")}
    merge_entities(record, "b", "a")  # the other way round: the former gives way
    assert _aliases(record) == {"b": ("a", "user")}
    split_entity(record, "b")
    assert _aliases(record) == {"b": ("b", "user")}
    forget_choice(record, "b")
    assert _aliases(record) == {}
    with pytest.raises(RiwayaError, match="no merge"):
        forget_choice(record, "b")


def test_an_entity_that_nothing_names_is_not_merged(record: Path) -> None:
    _named(record, "a")
    with pytest.raises(RiwayaError, match="no entity"):
        merge_entities(record, "a", "nobody")
    with pytest.raises(RiwayaError, match="itself"):
        merge_entities(record, "a", "a")


def test_a_short_write_leaves_one_file(record: Path) -> None:
    add_correction(record, "a.txt", "mentions", address(MENTION), "set", {"type": "ORG"})
    assert [path.name for path in record.parent.iterdir()] == [record.name]
