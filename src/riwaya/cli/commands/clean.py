"""``riwaya clean``: just the articles."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from riwaya.cli import exits
from riwaya.cli.options import AllowPrivate, Quiet, Sources, fetcher


class Format(StrEnum):
    """The formats."""

    MD = "md"
    TXT = "txt"
    JSONL = "jsonl"


def clean(
    sources: Sources,
    format: Annotated[  # noqa: A002 - the option's name
        Format, typer.Option("--format", "-f", help="How to print them.")
    ] = Format.TXT,
    dedup: Annotated[
        bool, typer.Option("--dedup", help="Leave out articles that repeat an earlier one's body.")
    ] = False,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair", help="Glued words, broken sentences, doubled lines and the like put right."
        ),
    ] = False,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Print just the articles.

    Title, date, source and body; no menus, link blocks or comments.
    """
    from riwaya.cli.output import err, write_bytes
    from riwaya.engine.single import analyse_all, steps_until
    from riwaya.export.articles import FORMATS, Repeats, article
    from riwaya.model import SetAside

    notes, repeats = err(), Repeats()
    kept = 0
    for result in analyse_all(
        sources, steps=steps_until("published"), fetcher=fetcher(allow_private)
    ):
        if isinstance(result, SetAside):
            if not quiet:
                notes.print(f"riwaya: {result.detail or result.id} [{result.reason}]")
            continue
        if dedup and (earlier := repeats.of(result)):
            if not quiet:
                notes.print(f"riwaya: {result.id}: repeats {earlier}; left out")
            continue
        write_bytes(FORMATS[format.value](article(result, repair=repair), kept == 0).encode())
        kept += 1
    if not kept:
        raise typer.Exit(exits.NOTHING)
