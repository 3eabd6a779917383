"""``riwaya export``: a record in other programs' formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.options import Record

if TYPE_CHECKING:
    from riwaya.store.reader import RecordReader


class Format(StrEnum):
    """The formats."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def export(
    record: Record,
    format: Annotated[  # noqa: A002 - the option's name
        Format,
        typer.Option(
            "--format", "-f", help="json: one object; jsonl: a line a thing; csv: tables."
        ),
    ] = Format.JSON,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="PARTS",
            help="Of pages, stories, copies, contacts, disputes, claims (csv: also statements, entities,"
            " set_aside), with commas between.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="A file; for several tables of csv a folder."
        ),
    ] = None,
) -> None:
    """Write a record as JSON, JSON lines or CSV."""
    from riwaya.store.reader import RecordReader

    with RecordReader(record) as reader:
        if format is Format.CSV:
            _csv(reader, only, output)
        else:
            _json(reader, only, output, lines=format is Format.JSONL)


def _json(reader: RecordReader, only: str | None, output: Path | None, *, lines: bool) -> None:
    from riwaya.export.as_json import json_lines, json_object
    from riwaya.export.parts import chosen

    write: Callable[..., Iterable[bytes]] = json_lines if lines else json_object
    _write(output, write(reader, chosen(only)))


def _csv(reader: RecordReader, only: str | None, output: Path | None) -> None:
    from riwaya.errors import RiwayaError
    from riwaya.export.as_csv import TABLES, csv_table
    from riwaya.export.parts import chosen

    tables = chosen(only, TABLES)
    if len(tables) == 1 and (output is None or output.suffix):
        _write(output, (line.encode() for line in csv_table(reader, tables[0])), bom=True)
        return
    if output is None:
        why = "csv is one table: name it (--only statements), or give a folder for all (-o FOLDER)"
        raise RiwayaError("usage", why=why)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RiwayaError("output_failed", str(output), why=error.strerror or error) from error
    for table in tables:
        lines = (line.encode() for line in csv_table(reader, table))
        _write(output / f"{table}.csv", lines, bom=True)


def _write(output: Path | None, pieces: Iterable[bytes], *, bom: bool = False) -> None:
    """To standard output; or to a file that appears only when it is whole."""
    from riwaya.cli.output import write_bytes
    from riwaya.errors import RiwayaError

    if output is None:
        for piece in pieces:
            write_bytes(piece)
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as file:
            if bom:  # spreadsheets take a file without it for the local code page
                file.write(b"\xef\xbb\xbf")
            file.writelines(pieces)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise RiwayaError("output_failed", str(output), why=error.strerror or error) from error
