"""A record as tables of CSV (RFC 4180, UTF-8), for spreadsheets and data frames.

A cell that a spreadsheet would take for a formula gets an apostrophe before it: a page's words must
never run.  https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from riwaya.export.tables import TABLES
from riwaya.store.reader import RecordReader


def csv_table(record: RecordReader, table: str) -> Iterator[str]:
    """One table, line by line, its header first."""
    shape = TABLES[table]
    yield _line(shape.columns)
    for cells in shape.rows(record):
        yield _line(_safe(cell) for cell in cells)


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + cell
    if isinstance(cell, (tuple, list, frozenset)):
        return _safe("; ".join(map(str, cell)))
    return int(cell) if isinstance(cell, bool) else cell
