"""How the program speaks: results on stdout, everything else on stderr, Arabic kept in its own order."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import msgspec
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from riwaya.engine.build import Progress as Report

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
# C0 and C1 controls speak to the terminal; embeddings, overrides and isolates turn the line around.
_CONTROLS = {
    code: None
    for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\n\t\x85"
}

Cell = str | Text


def out() -> Console:
    """Standard output for people; pipes get it without colour and without wrapping."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())


def err() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def isolate(text: str) -> str:
    """``text`` on one line, between U+2068 and U+2069, so that it does not turn the line around it;
    control characters are dropped.
    """
    return f"{_FIRST_STRONG_ISOLATE}{plain(text)}{_POP_ISOLATE}"


def plain(text: str) -> str:
    """``text`` on one line without control characters."""
    return " ".join(text.translate(_CONTROLS).split())


def heading(console: Console, text: str) -> None:
    """A section's heading with a blank line before it."""
    console.print()
    console.print(Text(text, style="bold"))


def rows(console: Console, lines: Iterable[tuple[Cell, ...]], indent: int = 2) -> None:
    """Lines of cells; in a terminal as columns of which the last wraps, in a pipe one line each."""
    if not console.is_terminal:
        for cells in lines:
            console.print(" " * indent + "  ".join(str(c) for c in cells if str(c)))
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=max(0, indent - 2))
    for cells in lines:
        while len(grid.columns) <= len(cells):
            grid.add_column(no_wrap=len(grid.columns) < len(cells), overflow="fold")
        grid.add_row("", *cells)
    console.print(grid)


def json_line(value: object) -> None:
    """One line of JSON on stdout, in UTF-8 whatever the locale."""
    write_bytes(msgspec.json.encode(value) + b"\n")


def write_bytes(data: bytes) -> None:
    """Bytes on stdout, after what was printed before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def progress(*, quiet: bool) -> Iterator[Report]:
    """A spinner with the stage and the number of pages done: only where someone looks at a terminal."""
    console = err()
    if quiet or not console.is_terminal:
        yield lambda stage, done: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting")

        def report(stage: str, done: int) -> None:
            bar.update(task, description=f"{stage}: {done:,}" if done else stage)

        yield report
