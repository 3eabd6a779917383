"""How fast the blocks of plain-text pages are found, on one core.

    python -m evaluation.text_speed [NEWS] [--pages N] [--repeat N]

NEWS is a file of records (``../shared/data/news/ant.jsonl.gz``); N of its pages at even steps are read,
then the step ``blocks`` runs over them, each page once a round.  CPU seconds of this process, each
page's best of the rounds; a first round, which loads the model, is not counted.  What is kept of a
round's lines is dropped before the next, so that each round meets its pages as new.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from riwaya.arabic import fold
from riwaya.model import Found, Page, SetAside
from riwaya.reading import shape
from riwaya.reading.blocks import find_blocks
from riwaya.reading.items import expand
from riwaya.reading.read import read_item

_ASKED = 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "news", nargs="?", type=Path, default=Path("../shared/data/news/ant.jsonl.gz")
    )
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    pages, reading = _pages(args.news, args.pages)
    if not pages:
        print(f"no pages in {args.news}", file=sys.stderr)
        return 1
    best = _best(pages, args.repeat)
    letters, blocks = sum(len(page.text) for page in pages), sum(_count(page) for page in pages)
    print(
        f"{len(pages)} pages, {letters:,} characters, {blocks:,} blocks, Python {sys.version.split()[0]}: "
        f"blocks {len(pages) / best:,.0f} pages/s/core ({best / len(pages) * 1e3:.2f} ms a page; asked {_ASKED:,}); "
        f"reading them {len(pages) / reading:,.0f} pages/s/core"
    )
    return 0


def _pages(news: Path, wanted: int) -> tuple[list[Page], float]:
    """The pages at even steps, and the CPU seconds that reading these took."""
    items = [item for item in expand([str(news)]) if not isinstance(item, SetAside)]
    chosen = items[:: max(1, len(items) // wanted)][:wanted]
    start = time.process_time()
    read = [read_item(item) for item in chosen]
    return [page for page in read if isinstance(page, Page)], time.process_time() - start


def _best(pages: list[Page], rounds: int) -> float:
    """The CPU seconds that the pages take, each at its best."""
    for page in pages:
        find_blocks(page, Found())
    best = [float("inf")] * len(pages)
    for _ in range(rounds):
        shape.forget()
        fold.cache_clear()
        for at, page in enumerate(pages):
            start = time.process_time()
            find_blocks(page, Found())
            best[at] = min(best[at], time.process_time() - start)
    return sum(best)


def _count(page: Page) -> int:
    return len(find_blocks(page, Found()))


if __name__ == "__main__":
    sys.exit(main())
