"""The bundled examples, through the real joins: the record does not depend on how it came about."""

from __future__ import annotations

from pathlib import Path

from riwaya.engine.build import build
from riwaya.export.as_json import json_object
from riwaya.export.parts import PARTS
from riwaya.store.reader import RecordReader

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def _export(path: Path) -> bytes:
    with RecordReader(path) as reader:
        return b"".join(json_object(reader, list(PARTS)))


def test_all_at_once_in_any_order_or_bit_by_bit_is_one_record(tmp_path: Path) -> None:
    sources = sorted(map(str, EXAMPLES.iterdir()))
    build(sources, tmp_path / "a.db")
    build(sources[::-1], tmp_path / "b.db")
    for part in (sources[9:], sources[2:5], sources[:3], sources):
        build(part, tmp_path / "c.db")
    once = _export(tmp_path / "a.db")
    assert once == _export(tmp_path / "b.db")
    assert once == _export(tmp_path / "c.db")


def test_joining_again_changes_nothing(tmp_path: Path) -> None:
    build([str(EXAMPLES)], tmp_path / "a.db")
    before = _export(tmp_path / "a.db")
    assert build([], tmp_path / "a.db", again=True).joined
    assert _export(tmp_path / "a.db") == before
