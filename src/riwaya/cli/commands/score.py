"""``riwaya score``: output against gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riwaya.cli.options import Json


def score(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A folder with one JSON a gold page.")
    ],
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT", help="Lines printed by riwaya read --json.")
    ],
    only: Annotated[
        str, typer.Option(metavar="PREFIX", help="Only the measures that begin so.")
    ] = "",
    json: Json = False,
) -> None:
    """Score output against your own gold.

    Blocks, dates, times, names and statements.
    """
    from riwaya.cli.output import json_line, out, rows
    from riwaya.cli.scoring import score_pages

    measures = {k: v for k, v in score_pages(gold, output).items() if k.startswith(only)}
    if json:
        json_line(measures)
    else:
        rows(out(), [(f"{value:.4f}", name) for name, value in measures.items()], indent=0)
