"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files (text, HTML, JSON lines, also .gz), folders, globs, or - for standard input.",
        show_default=False,
    ),
]
Record = Annotated[Path, typer.Argument(metavar="DB", help="A record made by riwaya build.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="Arabic text, or - for standard input.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes.")]
