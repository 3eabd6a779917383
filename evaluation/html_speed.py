"""How fast HTML pages are read, with trafilatura beside it in one run.

    python -m evaluation.html_speed [PAGE...] [--repeat N]

PAGE are files or folders; without any, ``../shared/data/html``.  Both take a page's bytes as they lie on
the disk: riwaya to a page with blocks, roles, metadata and language, trafilatura to its extracted
text (``trafilatura.extract`` with its defaults).  CPU seconds of this process, the best of N rounds,
the two in turn.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import trafilatura

from riwaya.reading.items import Item
from riwaya.reading.read import read_item


@dataclass(slots=True)
class Timed:
    """One page: its name, its size, and the best CPU seconds of each reader."""

    name: str
    size: int
    ours: float = float("inf")
    theirs: float = float("inf")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=Path, default=[Path("../shared/data/html")])
    parser.add_argument("--repeat", type=int, default=7)
    args = parser.parse_args()
    pages = [(path, path.read_bytes()) for path in _files(args.pages)]
    if not pages:
        print("no HTML pages there", file=sys.stderr)
        return 1
    timed = [Timed(path.name, len(data)) for path, data in pages]
    for _ in range(args.repeat):
        for one, (path, data) in zip(timed, pages, strict=True):
            item = Item(str(path), data, "html", str(path))
            one.ours = min(one.ours, _seconds(read_item, item))
            one.theirs = min(one.theirs, _seconds(trafilatura.extract, data))
    _print(timed)
    return 0


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.htm*")) if path.is_dir() else [path]


def _seconds(read: Callable[..., object], what: object) -> float:
    start = time.process_time()
    read(what)
    return time.process_time() - start


def _print(timed: list[Timed]) -> None:
    print("| page | KiB | riwaya, ms | trafilatura, ms |")
    print("| --- | ---: | ---: | ---: |")
    for one in timed:
        print(
            f"| {one.name} | {one.size // 1024} | {one.ours * 1e3:.1f} | {one.theirs * 1e3:.1f} |"
        )
    ours, theirs = sum(one.ours for one in timed), sum(one.theirs for one in timed)
    print(
        f"\n{len(timed)} pages, Python {sys.version.split()[0]}, trafilatura {version('trafilatura')}: "
        f"riwaya {len(timed) / ours:.1f} pages/s, trafilatura {len(timed) / theirs:.1f} pages/s; "
        f"riwaya at {theirs / ours:.2f} of trafilatura's rate"
    )


if __name__ == "__main__":
    sys.exit(main())
