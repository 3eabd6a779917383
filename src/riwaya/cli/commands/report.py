"""``riwaya report``: the record as web pages that open from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riwaya.cli.options import Quiet, Record


def report(
    record: Record,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write.")
    ],
    quiet: Quiet = False,
) -> None:
    """Write a record as web pages, to open from disk."""
    from riwaya.cli.output import err, out
    from riwaya.errors import RiwayaError
    from riwaya.export.report import write_report
    from riwaya.store.file import check_ours

    if not check_ours(record):
        raise RiwayaError("no_record", str(record))
    try:
        first = write_report(record, output)
    except OSError as error:
        raise RiwayaError("output_failed", str(output), why=error.strerror or error) from error
    out().print(str(first))
    if not quiet:
        err().print(f"Open it in a browser: {first.absolute().as_uri()}")
