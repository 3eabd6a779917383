from __future__ import annotations

import csv
import io

import pytest

from riwaya.errors import RiwayaError
from riwaya.export.as_csv import _safe, csv_table
from riwaya.export.parts import chosen
from riwaya.export.tables import TABLES, attribution
from riwaya.store.reader import RecordReader


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_every_column(reader: RecordReader, table: str) -> None:
    header, *rows = csv.reader(io.StringIO("".join(csv_table(reader, table))))
    assert header == list(TABLES[table].columns)
    assert all(len(row) == len(header) for row in rows)


def test_statements_are_ascribed_to_those_who_tell_them(reader: RecordReader) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(csv_table(reader, "statements")))))
    assert rows
    for row in rows:
        if row["voice"] != "own" and row["speaker"]:
            assert "according to" in row["attribution"] or "as told" in row["attribution"]


@pytest.mark.parametrize(
    ("speaker", "voice", "tellers", "said"),
    [
        ("العبيدي", "own", [], "العبيدي"),
        ("العبيدي", "told", [], "العبيدي, as told by the page"),
        ("العبيدي", "told", ["الناطق"], "العبيدي, according to الناطق"),
        (
            "العبيدي",
            "told",
            ["الواحة", "الناطق"],
            "العبيدي, according to الناطق, according to الواحة",
        ),
        (None, "own", [], ""),
        (None, "told", ["الواحة"], "according to الواحة"),
    ],
)
def test_attribution_names_the_speaker_first(
    speaker: str | None, voice: str, tellers: list[str], said: str
) -> None:
    assert attribution(speaker, voice, tellers) == said


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert _safe(cell) == "'" + cell
    assert _safe((cell, "b")) == f"'{cell}; b"


@pytest.mark.parametrize("cell", [-5, 1.5, None, "خبر - عاجل", ""])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert _safe(cell) == cell


def test_parts_come_in_our_order_and_unknown_ones_are_refused() -> None:
    assert list(chosen("copies, stories")) == ["stories", "copies"]
    with pytest.raises(RiwayaError) as error:
        chosen("pages,all")
    assert error.value.code == "usage"
