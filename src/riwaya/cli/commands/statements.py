"""``riwaya statements``: who says what in a piece of text."""

from __future__ import annotations

from riwaya.cli.options import Json, Text


def statements(text: Text, json: Json = False) -> None:
    """Show who says what in a text."""
    from riwaya.cli.output import json_line, out, rows
    from riwaya.cli.page_view import statement_cells
    from riwaya.cli.piece import analyse_piece

    page = analyse_piece(text)
    if json:
        for statement in page.statements:
            json_line(statement)
        return
    rows(out(), [statement_cells(s, page.text) for s in page.statements], indent=0)
