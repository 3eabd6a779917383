"""``riwaya names``: who and what a piece of text names."""

from __future__ import annotations

from riwaya.cli.options import Json, Text


def names(text: Text, json: Json = False) -> None:
    """Show whom and what a text names.

    People, bodies, places; and who each is where that is known.
    """
    from riwaya.cli.piece import show_piece

    show_piece(text, "mentions", lambda m: (m.type, m.kind, m.entity or "?"), json=json)
