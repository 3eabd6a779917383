"""``riwaya read``: one page's findings."""

from __future__ import annotations

from typing import Annotated

import typer

from riwaya.cli import exits
from riwaya.cli.options import AllowPrivate, Embeddings, Json, Quiet, Registry, fetcher


def read(
    pages: Annotated[
        list[str],
        typer.Argument(
            metavar="PAGE...",
            help="Files, folders, globs, URLs, or - for standard input; a file of records gives them all.",
            show_default=False,
        ),
    ],
    allow_private: AllowPrivate = False,
    registry: Registry = None,
    embeddings: Embeddings = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show what single pages say.

    Title, date, who says what to whom, contacts, warnings.

    With --json each page is a line (docs/output-format.md); so is each that is set aside.
    """
    from riwaya.cli.output import err, json_line, out
    from riwaya.cli.page_view import print_page
    from riwaya.engine.single import analyse_all
    from riwaya.export.lines import set_aside_line
    from riwaya.model import SetAside
    from riwaya.names.ensemble import use_embeddings
    from riwaya.names.own import use

    use(registry)
    use_embeddings(wanted=embeddings)
    usable = 0
    console, notes = out(), err()
    for result in analyse_all(pages, fetcher=fetcher(allow_private)):
        if isinstance(result, SetAside):
            if json:
                json_line(set_aside_line(result))
            if not quiet:
                notes.print(f"riwaya: {result.detail or result.id} [{result.reason}]")
            continue
        if json:
            json_line(result)
        else:
            if usable:
                console.print()
            print_page(console, result)
        usable += 1
    if not usable:
        raise typer.Exit(exits.NOTHING)
