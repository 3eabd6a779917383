"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from riwaya.reading.web.fetcher import Fetcher

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files (text, HTML, JSON lines, also .gz), folders, globs, URLs, or - for standard input.",
        show_default=False,
    ),
]
Record = Annotated[Path, typer.Argument(metavar="DB", help="A record made by riwaya build.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="Arabic text, or - for standard input.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes.")]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Let URLs lead to this machine or the local network."),
]
Registry = Annotated[
    Path | None,
    typer.Option(
        "--registry", metavar="FILE", envvar="RIWAYA_REGISTRY", show_envvar=True,
        help="Your own people, bodies and places: a TOML file (docs/names.md).",
    ),
]  # fmt: skip

Embeddings = Annotated[
    bool,
    typer.Option(
        "--embeddings", envvar="RIWAYA_EMBEDDINGS", show_envvar=True,
        help="Find names with the fine-tuned encoder too: better, and many times slower. "
        "Needs pip install 'riwaya\\[embeddings]'.",
    ),
]  # fmt: skip


def fetcher(allow_private: bool) -> Fetcher:
    """The fetcher that a command asks for web addresses with."""
    from riwaya.reading.web.fetcher import Fetcher
    from riwaya.reading.web.shapes import Settings

    return Fetcher(Settings(allow_private=allow_private))
