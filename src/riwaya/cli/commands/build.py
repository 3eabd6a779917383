"""``riwaya build``: the main job."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli import exits
from riwaya.cli.options import AllowPrivate, Embeddings, Json, Quiet, Registry, fetcher
from riwaya.engine.server import start_server

if TYPE_CHECKING:
    from riwaya.engine.build import BuildReport

# From here on there are more chunks than one process is left to do alone (``engine/pool.py``).
_MANY_FILES = 48
_MANY_BYTES = 250_000


def build(
    record: Annotated[
        Path, typer.Option("--output", "-o", metavar="DB", help="The record: one file.")
    ],
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE...]",
            help="Files (text, HTML, JSON lines, also .gz), folders, globs, URLs, or - for standard input."
            " With none, the record is only brought up to date.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: one a processor.")
    ] = 0,
    again: Annotated[
        bool, typer.Option("--again", help="Join all pages again though nothing changed.")
    ] = False,
    timings: Annotated[
        bool, typer.Option("--timings", help="Show how long each stage took.")
    ] = False,
    allow_private: AllowPrivate = False,
    registry: Registry = None,
    embeddings: Embeddings = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read pages into a record, the main job.

    Run again on the same or further sources it adds only what is new. Stopped or killed in the
    middle it leaves a whole file; the same command goes on. What cannot be used is set aside and
    listed with its reason.
    """
    if jobs != 1 and _many(sources or []):
        start_server()  # loads its lexicons while this process loads the rest

    from riwaya.cli.output import json_line, out, progress
    from riwaya.cli.summary import print_summary, print_timings
    from riwaya.engine.build import build as build_record
    from riwaya.names.ensemble import use_embeddings
    from riwaya.names.own import use

    use(registry)
    use_embeddings(wanted=embeddings)
    with progress(quiet=quiet) as report:
        result = build_record(
            sources or [],
            record,
            jobs=jobs or _processors(),
            fetcher=fetcher(allow_private),
            again=again,
            progress=report,
        )
    if json:
        json_line(result)
    else:
        print_summary(out(), result)
        if timings:
            print_timings(out(), result)
    if _nothing(result):
        raise typer.Exit(exits.NOTHING)


def _many(sources: Sequence[str]) -> bool:
    """Whether there will be work for workers, as far as a look at the sources tells."""
    for source in sources:
        path = Path(source)
        if path.is_dir() and len(list(islice(path.iterdir(), _MANY_FILES))) == _MANY_FILES:
            return True
        if path.is_file() and path.stat().st_size >= _MANY_BYTES:
            return True
    return len(sources) >= _MANY_FILES


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _nothing(result: BuildReport) -> bool:
    """Something was asked for and not one page of it could be used."""
    return bool(result.set_aside) and not (result.added or result.unchanged)
