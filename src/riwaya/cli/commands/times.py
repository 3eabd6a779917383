"""``riwaya times``: the times in a piece of text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from riwaya.cli.options import Json, Text


class Direction(StrEnum):
    """Which way an open weekday or month points."""

    past = "past"
    future = "future"


Date = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The day of writing, as 2021-12-31."),
]
Way = Annotated[
    Direction | None,
    typer.Option("--direction", help="Which way open times point; without it the clause decides."),
]
Xml = Annotated[bool, typer.Option("--xml", help="Print the text with TIMEX3 tags instead.")]


def times(
    text: Text,
    date: Date = None,
    direction: Way = None,
    xml: Xml = False,
    json: Json = False,
) -> None:
    """Show the times in a text.

    Dates, clock times, durations and sets, with their TIMEX3 values.
    """
    from riwaya.cli import exits
    from riwaya.cli.output import isolate, json_line, out, rows
    from riwaya.cli.piece import piece
    from riwaya.times.tagger import tag
    from riwaya.times.timex3 import to_timex3_xml

    words = piece(text)
    try:
        found = tag(words, date, direction.value if direction else None)
    except ValueError as error:
        raise typer.BadParameter(f"{date} is no date such as 2021-12-31 ({error})") from error
    if xml:
        typer.echo(to_timex3_xml(words, found))
    elif json:
        for time in found:
            json_line(time)
    else:
        lines = [
            (f"{t.start}–{t.end}", t.type, t.value, t.zone or "", isolate(t.text)) for t in found
        ]
        rows(out(), lines, indent=0)
    if not found:
        raise typer.Exit(exits.NOTHING)
