"""``riwaya times``: the times in a piece of text."""

from __future__ import annotations

from riwaya.cli.options import Json, Text


def times(text: Text, json: Json = False) -> None:
    """Show the times in a text.

    Dates, clock times, durations and sets, with their TIMEX3 values.
    """
    from riwaya.cli.piece import show_piece

    show_piece(text, "times", lambda t: (t.type, t.value, t.zone or ""), json=json)
