"""The bundled examples, through the real joins: the record does not depend on how it came about."""

from __future__ import annotations

from pathlib import Path

from riwaya.engine.build import build
from riwaya.export.as_json import json_object
from riwaya.export.parts import PARTS
from riwaya.store import forget_choice, merge_entities
from riwaya.store.reader import RecordReader

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def _export(path: Path) -> bytes:
    with RecordReader(path) as reader:
        return b"".join(json_object(reader, list(PARTS)))


_SUMS = (
    "entities", "speakers", "entity_months", "entity_names", "story_sums", "story_entities", "story_outlets",
    "outlet_sums", "outlet_links", "outlet_months",
)  # fmt: skip


def _sums(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with RecordReader(path) as reader:
        return {t: sorted(reader.db.execute(f"SELECT * FROM {t}"), key=repr) for t in _SUMS}


def test_all_at_once_in_any_order_or_bit_by_bit_is_one_record(tmp_path: Path) -> None:
    sources = sorted(map(str, EXAMPLES.iterdir()))
    build(sources, tmp_path / "a.db")
    build(sources[::-1], tmp_path / "b.db")
    for part in (sources[9:], sources[2:5], sources[:3], sources):
        build(part, tmp_path / "c.db")
    once = _export(tmp_path / "a.db")
    assert once == _export(tmp_path / "b.db")
    assert once == _export(tmp_path / "c.db")
    sums = _sums(tmp_path / "a.db")
    assert sums == _sums(tmp_path / "b.db")
    assert sums == _sums(tmp_path / "c.db")


def test_page_by_page_the_sums_are_those_of_all(tmp_path: Path) -> None:
    for source in sorted(map(str, EXAMPLES.iterdir())):
        build([source], tmp_path / "a.db")
    grown = _sums(tmp_path / "a.db")
    build([], tmp_path / "a.db", again=True)
    assert _sums(tmp_path / "a.db") == grown


def test_who_is_joined_and_parted_again_is_counted_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    build([str(EXAMPLES)], path)
    before = _sums(path)
    with RecordReader(path) as reader:
        one, other = reader.db.execute(
            "SELECT a.id, b.id FROM entities a JOIN entities b ON a.type = 'PER' AND b.type = 'PER' AND a.id <> b.id "
            "WHERE NOT EXISTS (SELECT 1 FROM mentions m JOIN mentions n USING (page) "
            "WHERE m.entity = a.id AND n.entity = b.id) ORDER BY a.pages + b.pages DESC, a.id, b.id"
        ).fetchone()
    merge_entities(path, one, other)
    build([], path)
    assert _sums(path)["entities"] != before["entities"]
    forget_choice(path, one)
    build([], path)
    assert _sums(path) == before


def test_joining_again_changes_nothing(tmp_path: Path) -> None:
    build([str(EXAMPLES)], tmp_path / "a.db")
    before = _export(tmp_path / "a.db")
    assert build([], tmp_path / "a.db", again=True).joined
    assert _export(tmp_path / "a.db") == before
