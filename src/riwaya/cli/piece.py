"""A piece of text given on the command line, analysed as a page without any metadata."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import typer

from riwaya.cli import exits
from riwaya.cli.output import isolate, json_line, out, rows
from riwaya.engine.pipeline import analyse
from riwaya.model import Analysed
from riwaya.reading.page import page_from_text


def piece(text: str) -> str:
    """``text``, or what stands on standard input for ``-``."""
    return sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text


def analyse_piece(text: str) -> Analysed:
    """``text``, or standard input for ``-``, with every layer."""
    return analyse(page_from_text("-", piece(text)))


def show_piece(
    text: str, layer: str, cells: Callable[[Any], tuple[str, ...]], *, json: bool
) -> None:
    """Print one layer: the cells of each annotation and, last, its words. Exit code 1 for none."""
    page = analyse_piece(text)
    found = getattr(page, layer)
    if json:
        for item in found:
            json_line(item)
    else:
        lines = [
            (f"{item.start}–{item.end}", *cells(item), isolate(page.text[item.start : item.end]))
            for item in found
        ]
        rows(out(), lines, indent=0)
    if not found:
        raise typer.Exit(exits.NOTHING)
