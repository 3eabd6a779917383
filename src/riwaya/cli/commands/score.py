"""``riwaya score``: output against gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from riwaya.cli.options import Json


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="A folder: one JSON a gold page; names.json for written forms; cross.json for a corpus.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Argument(
            metavar="OUTPUT", help="Lines of riwaya read --json, or what riwaya export printed."
        ),
    ],
    only: Annotated[str, typer.Option(metavar="PREFIX", help="Only measures that begin so.")] = "",
    json: Json = False,
) -> None:
    """Score output against your own gold.

    Pages: blocks, dates, times, names, statements, contacts. A corpus: stories, copies, the
    merged record, disputes.
    """
    from riwaya.cli.output import json_line, out, rows

    measures = {k: v for k, v in _measure(gold, output).items() if k.startswith(only)}
    if json:
        json_line(measures)
    else:
        rows(out(), [(f"{value:.4f}", name) for name, value in measures.items()], indent=0)


def _measure(gold: Path, output: Path) -> dict[str, float]:
    from riwaya.errors import RiwayaError
    from riwaya.scoring import score_corpus, score_pages

    try:
        special = {name: _load(gold / name) for name in ("names.json", "cross.json")}
        wanted = [_load(path) for path in sorted(gold.glob("*.json")) if path.name not in special]
        corpus, pages = _output(output)
    except (OSError, ValueError) as error:
        raise RiwayaError("bad_gold", str(gold), why=error) from error
    if not (wanted or special["cross.json"]):
        raise RiwayaError("bad_gold", str(gold), why="no gold in this folder")
    try:
        rows = score_pages(wanted, pages, special["names.json"]) if wanted else {}
        if corpus and special["cross.json"]:
            rows |= score_corpus(special["cross.json"], corpus, special["names.json"])
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        why = f"not in the documented shape: {error!r}"
        raise RiwayaError("bad_gold", str(gold), why=why) from error
    return {name: round(value, 4) for name, value in sorted(rows.items())}


def _load(path: Path) -> Any:
    import json

    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def _output(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What riwaya printed: the whole of an export, and its pages; or lines of pages."""
    import json

    text = path.read_text("utf-8")
    try:
        whole = json.loads(text)
    except ValueError:
        return {}, [json.loads(line) for line in text.split("\n") if line.strip()]
    return ({}, [whole]) if "id" in whole else (whole, whole.get("pages", []))
