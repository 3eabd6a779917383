"""Time the tagger beside other libraries that read Arabic dates, on the same texts, in one run.

    python -m evaluation.times_speed [--shared DIR] [--articles N] [--others dateparser,puckling]

dateparser and puckling are measured where they are installed; neither is needed by riwaya.
Speed is characters a CPU second on one core; found is how many expressions each gives.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import time
from collections.abc import Callable
from pathlib import Path

from riwaya.times.tagger import tag

DATE = "2018-05-05"


def articles(shared: Path, count: int) -> list[str]:
    """The seed pages and evenly spaced articles of the news corpus."""
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    with gzip.open(shared / "data" / "news" / "ant.jsonl.gz", "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i % 58 == 0 and len(texts) < count + 5:
                record = json.loads(line)
                texts.append(f"{record['title']}\n\n{record['text']}")
    return texts


def _dateparser() -> Callable[[str], int]:
    search = importlib.import_module("dateparser.search").search_dates
    return lambda text: len(search(text, languages=["ar"]) or ())


def _puckling() -> Callable[[str], int]:
    module = importlib.import_module("puckling")
    return lambda text: len(module.parse(text, "ar", dims=("time", "duration")))


OTHERS = {"dateparser": _dateparser, "puckling": _puckling}


def measure(name: str, read: Callable[[str], int], texts: list[str], limit: float = 60.0) -> None:
    """Print one row: characters a CPU second, and expressions found; at most ``limit`` seconds."""
    read(texts[0])
    start = time.process_time()
    found = done = 0
    for text in texts:
        found += read(text)
        done += len(text)
        if time.process_time() - start > limit:
            break
    seconds = time.process_time() - start
    print(
        f"{name:<12}{done / seconds:>12,.0f} characters/s  {found:>7} found in {done:,} characters"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--others", default=",".join(OTHERS))
    args = parser.parse_args()
    texts = articles(args.shared, args.articles)
    measure("riwaya", lambda text: len(tag(text, DATE)), texts)
    for name in filter(None, args.others.split(",")):
        try:
            measure(name, OTHERS[name](), texts)
        except ImportError as error:
            print(f"{name:<12}not measured: {error}")


if __name__ == "__main__":
    main()
