"""A record as Parquet files, one a table, written row group by row group."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from riwaya.errors import RiwayaError
from riwaya.export.files import whole_file
from riwaya.export.tables import TABLES, Kind
from riwaya.store.reader import RecordReader

_ROW_GROUP = 20_000
"""Rows held in memory at once, and so of one row group."""


def parquet_table(record: RecordReader, table: str, output: Path) -> int:
    """Write one table; how many rows. Errors ``missing_part`` (no pyarrow), ``output_failed``."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise RiwayaError(
            "missing_part", what="pyarrow", todo="pip install 'riwaya[parquet]'"
        ) from error
    shape = TABLES[table]
    schema = pa.schema([(name, _types(pa)[kind]) for name, kind in shape.columns.items()])
    schema = schema.with_metadata({"riwaya": table, "offsets": "Unicode code points"})
    rows, count = shape.rows(record), 0
    with whole_file(output) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(rows, _ROW_GROUP)):
            columns = [
                pa.array([_cell(value, kind) for value in cells], _types(pa)[kind])
                for cells, kind in zip(
                    zip(*group, strict=True), shape.columns.values(), strict=True
                )
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            count += len(group)
    return count


def _types(pa: Any) -> dict[Kind, Any]:
    return {
        "text": pa.string(), "int": pa.int64(), "real": pa.float64(), "flag": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }  # fmt: skip


def _cell(value: object, kind: Kind) -> object:
    """Text with half a surrogate pair, which a broken page may have, cannot stand in UTF-8."""
    if kind == "text" and isinstance(value, str):
        return _whole(value)
    if kind == "texts" and isinstance(value, tuple):
        return [_whole(str(one)) for one in value]
    return value


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
