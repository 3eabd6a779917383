"""``riwaya names``: who and what a piece of text names."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from riwaya.cli.options import Embeddings, Json, Registry, Text

Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATE",
        help="The day of writing, as 2021-12-31: it tells who held an office.",
    ),
]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def names(
    text: Text,
    date: Date = None,
    registry: Registry = None,
    embeddings: Embeddings = False,
    json: Json = False,
) -> None:
    """Show whom and what a text names.

    People, bodies, places; and who each is where that is known. A name that corrects a misspelt
    one is told behind it.
    """
    from riwaya.cli import exits
    from riwaya.cli.output import isolate, json_line, out, rows
    from riwaya.cli.piece import piece
    from riwaya.names import tag, use
    from riwaya.names.ensemble import use_embeddings

    if date is not None and not _DAY.fullmatch(date):
        raise typer.BadParameter(f"{date} is no date such as 2021-12-31")
    use(registry)
    use_embeddings(wanted=embeddings)
    words = piece(text)
    found = tag(words, date)
    if json:
        for mention in found:
            json_line(mention)
    else:
        lines = [
            (
                f"{m.start}–{m.end}",
                m.type,
                m.kind,
                m.entity or "?",
                isolate(m.text) + (f" → {isolate(m.correction)}" if m.correction else ""),
            )
            for m in found
        ]
        rows(out(), lines, indent=0)
    if not found:
        raise typer.Exit(exits.NOTHING)
