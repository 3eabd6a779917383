"""``riwaya export``: a record in other programs' formats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from riwaya.cli.options import Quiet, Record


class Format(StrEnum):
    """The formats."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ICS = "ics"
    ANNOTATIONS = "annotations"
    PROV = "prov"
    SCHEMA_ORG = "schema-org"
    GRAPHML = "graphml"
    SITE = "site"


class Language(StrEnum):
    """The languages of the export's own words."""

    AR = "ar"
    EN = "en"


def export(
    record: Record,
    format: Annotated[  # noqa: A002 - the option's name
        Format,
        typer.Option(
            "--format",
            "-f",
            help="json: one object; jsonl: a line a thing; csv, parquet: tables; ics: planned contacts for a"
            " calendar; annotations: W3C Web Annotation; prov: the chains in PROV-O; schema-org: quotations;"
            " graphml: who draws on whom; site: web pages that open from disk.",
        ),
    ] = Format.JSON,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="PARTS",
            help="Some parts, with commas between. json, jsonl: pages, stories, copies, contacts, disputes,"
            " claims; csv, parquet: also statements, entities, mentions, set_aside; ics: planned, held;"
            " annotations: statements, contacts, mentions, times, quantities, warnings; graphml: names, copies,"
            " relays, quotes.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file; for several tables, or a site, a folder.",
        ),
    ] = None,
    story: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only this story (ics, annotations, prov, schema-org)."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Under which address linked data names things, as https://desk.example/api/v1/;"
            " urn:riwaya: without it.",
        ),
    ] = None,
    language: Annotated[
        Language, typer.Option("--language", "-l", help="Of the words of ics and site.")
    ] = Language.AR,
    quiet: Quiet = False,
) -> None:
    """Write a record for other programs."""
    from riwaya.cli.output import err, write_bytes
    from riwaya.export.formats import Job
    from riwaya.export.formats import export as write
    from riwaya.store.reader import RecordReader

    with RecordReader(record) as reader:
        job = Job(
            reader, output, write_bytes, only=only, story=story, base=base, language=language.value,
            note=(lambda line: None) if quiet else (lambda line: err().print(line)),
        )  # fmt: skip
        write(format.value, job)
