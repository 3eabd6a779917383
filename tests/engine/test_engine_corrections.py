"""Corrections by users, from the file through a build into the record."""

from __future__ import annotations

from pathlib import Path

from riwaya.engine.build import build
from riwaya.export.as_json import json_object
from riwaya.export.parts import PARTS
from riwaya.store import (
    RecordReader,
    add_correction,
    address,
    forget_choice,
    merge_entities,
    undo_correction,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def _export(path: Path) -> bytes:
    with RecordReader(path) as reader:
        return b"".join(json_object(reader, list(PARTS)))


def test_a_removed_contact_leaves_the_record_and_comes_back_when_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    build([str(EXAMPLES)], path)
    before = _export(path)
    with RecordReader(path) as reader:
        whole = max(reader.contacts(), key=lambda c: (len(c.pages), c.id))
        page = reader.page(whole.pages[0])
    here = [c for c in page.contacts if f"{page.id}#{c.id}" == whole.id]
    made = add_correction(path, page.id, "contacts", address(here[0]), "remove")
    assert build([], path).joined
    with RecordReader(path) as reader:
        assert here[0].id not in [c.id for c in reader.page(page.id).contacts]
        assert all(page.id not in c.pages or c.id != whole.id for c in reader.contacts())
        assert here[0].id not in [
            i for (i,) in reader.db.execute(
                "SELECT c.id FROM contacts c JOIN pages p ON p.n = c.page WHERE p.id = ?", (page.id,)
            )
        ]  # fmt: skip
    assert not build([], path).joined  # nothing changed since
    undo_correction(path, made.n)
    assert build([], path).joined
    assert _export(path) == before


def test_a_merge_joins_what_two_entities_have_and_a_later_build_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    build([str(EXAMPLES)], path)
    before = _export(path)
    with RecordReader(path) as reader:
        first, second = [e for e in reader.entities(type="PER") if e.pages > 1][:2]
    merge_entities(path, second.id, first.id)
    assert build([], path).joined
    with RecordReader(path) as reader:
        assert reader.entity(second.id).id == first.id
        assert second.id not in [e.id for e in reader.entities()]
        assert reader.entity(first.id).mentions == first.mentions + second.mentions
    build([], path, again=True)
    with RecordReader(path) as reader:
        assert reader.entity(second.id).id == first.id
    forget_choice(path, second.id)
    assert build([], path).joined
    assert _export(path) == before
