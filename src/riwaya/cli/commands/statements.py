"""``riwaya statements``: who says what in a piece of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.options import Json, Text

if TYPE_CHECKING:
    from riwaya.model import Analysed

Why = Annotated[
    bool, typer.Option("--why", help="Say of each which rule read it, and which readings lost.")
]


def statements(text: Text, json: Json = False, why: Why = False) -> None:
    """Show who says what in a text."""
    from riwaya.cli.output import json_line, out, rows
    from riwaya.cli.page_view import statement_cells
    from riwaya.cli.piece import analyse_piece

    page = analyse_piece(text)
    if why:
        _explained(page, json=json)
        return
    if json:
        for statement in page.statements:
            json_line(statement)
        return
    rows(out(), [statement_cells(s, page.text) for s in page.statements], indent=0)


def _explained(page: Analysed, *, json: bool) -> None:
    """Each statement with its rule, its frame, its bounds, its speaker's way and what lost."""
    from riwaya.cli.output import json_line, out, rows
    from riwaya.cli.page_view import statement_cells
    from riwaya.model import Found
    from riwaya.reading.page import page_from_text
    from riwaya.reading.repair.carry import repaired_page
    from riwaya.statements.explain import explain

    found = Found(
        blocks=page.blocks, times=page.times, mentions=page.mentions, repairs=page.repairs
    )
    seen, layers, back = repaired_page(page_from_text("-", page.text), found)
    for explanation in explain(seen, layers):
        statement = back(explanation.statement)
        lines = explanation.lines()
        if json:
            why = {"statement": statement, "why": [list(line) for line in lines]}
            json_line(why)
            continue
        rows(out(), [statement_cells(statement, page.text)], indent=0)
        rows(out(), [(f"{label}:", text) for label, text in lines], indent=4)
