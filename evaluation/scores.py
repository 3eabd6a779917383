"""Score the page steps on a gold set.

    python -m evaluation.scores seeds|dev [--given LAYERS] [--only PREFIX] [--shared DIR]

``--given mentions,times`` takes those layers from the gold instead of from riwaya, to see what a
later step makes of perfect input.  The judge is ``score/score.py`` beside the gold.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.gold import GoldLayers, gold_pages, to_json
from riwaya.engine.pipeline import PAGE_STEPS, annotate, assemble


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=("seeds", "dev"))
    parser.add_argument("--given", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--keep", type=Path, help="write the output here as well")
    args = parser.parse_args()
    gold_dir = args.shared / "gold" / args.set
    given = frozenset(filter(None, args.given.split(",")))
    steps = [step for step in PAGE_STEPS if step.name not in given]
    layers = GoldLayers(gold_dir) if given else None
    lines = []
    for page in gold_pages(gold_dir, args.shared / "seeds"):
        found = layers.found(page.id, given) if layers else None
        lines.append(to_json(assemble(page, annotate(page, steps, found))))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write("\n".join(lines))
        out.flush()
        if args.keep:
            args.keep.write_text("\n".join(lines), "utf-8")
        judge = [str(args.shared / "score" / "score.py"), "pages", str(gold_dir), out.name]
        return subprocess.run([sys.executable, *judge, "--only", args.only], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
