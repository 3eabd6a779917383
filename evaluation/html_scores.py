"""Score the reading of HTML pages: title, date and body.

    python -m evaluation.html_scores [--shared DIR] [--keep FILE]

Reads every page of ``data/html``, runs the steps that the measure looks at, and asks the judge
beside the gold.  Pages that are set aside are named.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.gold import to_json
from riwaya.engine.pipeline import PAGE_STEPS, annotate, assemble
from riwaya.model import Page
from riwaya.reading.items import Item, expand
from riwaya.reading.read import read_item

STEPS = ("blocks", "provenance", "published")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--keep", type=Path, help="write the output here as well")
    args = parser.parse_args()
    folder = args.shared / "data" / "html"
    steps = [step for step in PAGE_STEPS if step.name in STEPS]
    lines = []
    for item in expand([str(folder / "*.html")]):
        page = read_item(item) if isinstance(item, Item) else item
        if isinstance(page, Page):
            lines.append(to_json(assemble(page, annotate(page, steps))))
        else:
            print(page.detail, file=sys.stderr)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write("\n".join(lines))
        out.flush()
        if args.keep:
            args.keep.write_text("\n".join(lines), "utf-8")
        judge = [
            str(args.shared / "score" / "score.py"),
            "html",
            str(folder / "gold.json"),
            out.name,
        ]
        return subprocess.run([sys.executable, *judge], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
