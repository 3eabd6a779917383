"""Score the corpus joins on a gold set.

    python -m evaluation.corpus_scores seeds|dev|stories [--given LAYERS] [--among PAGES] [--keep OUT]

The pages go through the page steps (``--given blocks,times,mentions`` takes those layers from the
gold, where it has them), then through the joins, and the judge beside the gold scores what
``riwaya export --format json`` would print.  ``--among news/ant.jsonl.gz`` puts the pages among
those of a file: what is right for two hundred pages must stay right among thirty thousand.
``--fast`` leaves out the steps that copies and stories do not read, and the record.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evaluation.gold import GoldLayers, gold_pages, to_json
from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import Digest, digest
from riwaya.corpus.join import join
from riwaya.corpus.stories import find_stories
from riwaya.engine.pipeline import PAGE_STEPS, annotate, assemble
from riwaya.model import Analysed, Page, Record
from riwaya.reading.page import page_from_record

FAST_STEPS = frozenset({"blocks", "provenance", "published", "times", "mentions", "contacts"})


def _analysed(page: Page, layers: GoldLayers | None, given: frozenset[str], fast: bool) -> Analysed:
    steps = [s for s in PAGE_STEPS if s.name not in given and (s.name in FAST_STEPS or not fast)]
    found = layers.found(page.id, given) if layers and page.id in layers.pages else None
    return assemble(page, annotate(page, steps, found))


def _fast_digest(page: Page) -> Digest:
    return digest(_analysed(page, None, frozenset(), fast=True))


def _others(among: Path, own: set[str]) -> Iterator[Page]:
    """The pages of a file of records that the gold does not hold."""
    opener = gzip.open if among.suffix == ".gz" else open
    with opener(among, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["id"] not in own:
                yield page_from_record(record["id"], record)


def _record(args: argparse.Namespace) -> Record:
    gold_dir = args.shared / "gold" / args.set
    given = frozenset(filter(None, args.given.split(",")))
    layers = GoldLayers(gold_dir) if given else None
    pages = {
        page.id: _analysed(page, layers, given, args.fast)
        for page in gold_pages(gold_dir, args.shared / "seeds")
    }
    digests = [digest(page) for page in pages.values()]
    if args.among:
        with ProcessPoolExecutor(args.workers) as pool:
            others = _others(args.shared / "data" / args.among, set(pages))
            digests.extend(pool.map(_fast_digest, others, chunksize=64))
    began = time.perf_counter()
    if args.fast or args.among:
        copies = find_copies(digests)
        print(f"copies: {len(copies)} in {time.perf_counter() - began:.1f} s", file=sys.stderr)
        stories = find_stories(digests, copies)
        record = Record(stories=tuple(stories), copies=tuple(copies))
    else:
        record = join(digests, pages.__getitem__)
    took = time.perf_counter() - began
    print(f"joins of {len(digests)} pages: {took:.1f} s", file=sys.stderr)
    return record


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=("seeds", "dev", "stories"))
    parser.add_argument("--given", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--among", default="", help="a file of pages under data/ to stand among")
    parser.add_argument("--fast", action="store_true", help="copies and stories only")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--keep", type=Path, help="write the output here as well")
    args = parser.parse_args()
    if args.among and not (among := args.shared / "data" / args.among).is_file():
        parser.error(f"--among: {among} is not there; name a file under {args.shared / 'data'}")
    output = to_json(_record(args))
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as out:
        out.write(output)
        out.flush()
        if args.keep:
            args.keep.write_text(output, "utf-8")
        gold_dir = args.shared / "gold" / args.set
        judge = [str(args.shared / "score" / "score.py"), "corpus", str(gold_dir), out.name]
        run = [sys.executable, *judge, "--only", args.only]
        judged = subprocess.run(run, check=False, stdout=subprocess.PIPE, text=True)
    partial = args.fast or args.among  # of what was not made the judge would print zeros
    for line in judged.stdout.splitlines(keepends=True):
        if not partial or line.startswith(("copies", "stories")):
            sys.stdout.write(line)
    return judged.returncode


if __name__ == "__main__":
    sys.exit(main())
