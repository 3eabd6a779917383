"""Tables for a notebook: everything escaped, each cell laid out in its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_LONGEST = 160


def html_table(header: Sequence[str], rows: Iterable[Sequence[object]], note: str = "") -> str:
    """A table; Arabic cells run from the right whatever the notebook's language."""
    head = "".join(f'<th style="text-align:start">{escape(_words(name))}</th>' for name in header)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    foot = f"<div>{escape(note)}</div>" if note else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}"


def _cell(value: object) -> str:
    if value is None or value == ():
        return "<td></td>"
    if isinstance(value, bool):
        return f"<td>{'yes' if value else 'no'}</td>"
    if isinstance(value, (int, float)):
        return f'<td style="text-align:end">{value:,}</td>'
    text = "; ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f'<td dir="auto" style="text-align:start">{escape(cut)}</td>'


def _words(name: str) -> str:
    return name.replace("_", " ")
