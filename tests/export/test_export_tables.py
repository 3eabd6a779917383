"""Parquet, read by a library that did not write it; and what it shares with CSV."""

from __future__ import annotations

import sys
from pathlib import Path

import polars
import pytest
from exported import exported, exported_to

from riwaya.errors import RiwayaError
from riwaya.export.tables import TABLES
from riwaya.store.reader import RecordReader

_TYPES = {
    "text": polars.String,
    "int": polars.Int64,
    "real": polars.Float64,
    "flag": polars.Boolean,
    "texts": polars.List(polars.String),
}


def test_another_reader_finds_every_table_with_its_types_and_rows(
    reader: RecordReader, tmp_path: Path
) -> None:
    exported_to(reader, "parquet", tmp_path)
    for name, shape in TABLES.items():
        frame = polars.read_parquet(tmp_path / f"{name}.parquet")
        assert {c: _TYPES[k] for c, k in shape.columns.items()} == dict(frame.schema), name
        written = [
            tuple(tuple(v) if isinstance(v, list) else v for v in row) for row in frame.rows()
        ]
        assert written == [tuple(row) for row in shape.rows(reader)], name
    assert not list(tmp_path.glob("*.part"))


def test_the_numbers_of_the_record_come_back(reader: RecordReader, tmp_path: Path) -> None:
    exported_to(reader, "parquet", tmp_path / "s.parquet", only="statements")
    frame = polars.read_parquet(tmp_path / "s.parquet")
    counts = reader.counts()
    assert frame.height == counts.statements
    said = frame.filter(polars.col("voice") == "own").group_by("speaker").len()
    assert said.height > 3
    for page, start, end, content in frame.select("page", "start", "end", "content").rows():
        text = reader.page(page).text
        assert content == text[start:end] or " … " in content


def test_row_groups_bound_what_stands_in_memory(
    reader: RecordReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet as pq

    monkeypatch.setattr("riwaya.export.as_parquet._ROW_GROUP", 10)
    exported_to(reader, "parquet", tmp_path / "s.parquet", only="statements")
    groups = pq.ParquetFile(tmp_path / "s.parquet").metadata
    assert groups.num_row_groups == -(-reader.counts().statements // 10)


def test_without_pyarrow_the_error_says_what_to_install(
    reader: RecordReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(RiwayaError) as error:
        exported_to(reader, "parquet", tmp_path / "s.parquet", only="statements")
    assert error.value.code == "missing_part"
    assert "riwaya[parquet]" in error.value.todo


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_several_tables_need_a_folder(reader: RecordReader, format_: str) -> None:
    with pytest.raises(RiwayaError) as error:
        exported(reader, format_)
    assert error.value.code == "usage"


def test_a_file_that_cannot_be_written_leaves_nothing(reader: RecordReader, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(RiwayaError) as error:
        exported_to(reader, "csv", tmp_path / "taken" / "a.csv", only="pages")
    assert error.value.code == "output_failed"
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]
