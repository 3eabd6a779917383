"""``riwaya report``: the record as web pages that open from disk."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from riwaya.cli.options import Quiet, Record


class Language(StrEnum):
    """The languages of the report's own words."""

    AR = "ar"
    EN = "en"


def report(
    record: Record,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write.")
    ],
    language: Annotated[
        Language, typer.Option("--language", "-l", help="Of the report's own words.")
    ] = Language.AR,
    stories: Annotated[
        int, typer.Option("--stories", "-n", min=1, help="At most so many stories, largest first.")
    ] = 200,
    quiet: Quiet = False,
) -> None:
    """Write a record as web pages, to open from disk."""
    from riwaya.cli.output import err, out, progress
    from riwaya.errors import RiwayaError
    from riwaya.export.report import write_report

    try:
        with progress(quiet=quiet) as told:
            first = write_report(
                record,
                output,
                language=language.value,
                most_stories=stories,
                progress=lambda done, _all: told("writing stories", done),
            )
    except OSError as error:
        raise RiwayaError("output_failed", str(output), why=error.strerror or error) from error
    out().print(str(first))
    if not quiet:
        err().print(f"Open it in a browser: {first.absolute().as_uri()}")
