"""Score the record (merged contacts, disputes, claims) on a gold set with a ``cross.json``.

    python -m evaluation.record_scores seeds|stories [--given LAYERS|all] [--own stories,copies]
                                                     [--pages FILE] [--only PREFIX] [--keep FILE]

``--given`` takes page layers from the gold (``all`` of them: the seeds only). Stories and copies are
the gold's unless named in ``--own``. ``--pages`` takes the pages from what ``riwaya read --json`` printed. The judge is ``score/score.py`` beside the gold.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from evaluation.gold import GoldLayers, gold_pages
from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import Digest, digest
from riwaya.corpus.record import build_record
from riwaya.corpus.stories import find_stories
from riwaya.model import Analysed, Copy, Found, PageSpan, Record, Story


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=("seeds", "stories"))
    parser.add_argument("--given", default="")
    parser.add_argument("--own", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--keep", type=Path, help="write the output here as well")
    args = parser.parse_args()
    gold_dir = args.shared / "gold" / args.set
    if args.pages:
        read = [
            msgspec.json.decode(line, type=Analysed)
            for line in args.pages.read_bytes().splitlines()
        ]
    else:
        read = analysed(gold_dir, args.shared / "seeds", args.given)
    pages = {page.id: page for page in read}
    record = build(gold_dir, pages, frozenset(args.own.split(",")))
    output = msgspec.json.encode(record)
    if args.keep:
        args.keep.write_bytes(output)
    with tempfile.NamedTemporaryFile("wb", suffix=".json") as out:
        out.write(output)
        out.flush()
        judge = [str(args.shared / "score" / "score.py"), "corpus", str(gold_dir), out.name]
        return subprocess.run([sys.executable, *judge, "--only", args.only], check=False).returncode


def analysed(gold_dir: Path, seeds_dir: Path, given: str) -> list[Analysed]:
    """The pages of a gold set, the given layers from the gold, the others as riwaya finds them."""
    from riwaya.engine.pipeline import PAGE_STEPS, annotate, assemble

    layers = frozenset(
        Found.__struct_fields__ if given == "all" else filter(None, given.split(","))
    )
    gold = GoldLayers(gold_dir) if layers else None
    steps = [] if given == "all" else [step for step in PAGE_STEPS if step.name not in layers]
    out = []
    for page in gold_pages(gold_dir, seeds_dir):
        found = gold.found(page.id, layers) if gold else None
        out.append(assemble(page, annotate(page, steps, found)))
    return out


def build(gold_dir: Path, pages: dict[str, Analysed], own: frozenset[str]) -> Record:
    """The record over the gold's stories and copies, or riwaya's own."""
    cross = json.loads((gold_dir / "cross.json").read_text("utf-8"))
    digests: Sequence[Digest] = [digest(page) for page in pages.values()]
    copies = find_copies(digests) if "copies" in own else _copies(cross["copies"])
    stories = find_stories(digests, copies) if "stories" in own else _stories(cross["stories"])
    contacts, disputes, claims = build_record(stories, copies, pages.__getitem__)
    return Record(
        stories=tuple(stories),
        copies=tuple(copies),
        contacts=contacts,
        disputes=disputes,
        claims=claims,
    )


def _copies(gold: list[dict[str, Any]]) -> list[Copy]:
    return [
        Copy(
            a=PageSpan(**c["a"]),
            b=PageSpan(**c["b"]),
            verbatim=c["verbatim"],
            similarity=c.get("similarity", 1.0),
            earlier=c.get("earlier"),
        )
        for c in gold
    ]


def _stories(gold: list[list[str]]) -> list[Story]:
    return [Story(id=min(pages), title="", pages=tuple(pages)) for pages in gold]


if __name__ == "__main__":
    sys.exit(main())
