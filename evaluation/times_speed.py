"""The time tagger beside other libraries that read Arabic dates: same texts, same run, one core.

    python -m evaluation.times_speed [--shared DIR] [--articles N] [--seconds S]

The texts are the seed pages and articles of ``data/news/ant.jsonl.gz`` at even steps.  Speed is
characters a CPU second; "found" how many expressions each gives; "spans" the F1 on the seeds, where
a span that overlaps a time of the gold is right.  Neither of the others is needed by riwaya:
``pip install --group bench`` brings them (puckling asks for Python 3.13), and one that is not
installed is told as such.  A slow one is stopped after S CPU seconds; its speed counts what it did.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import importlib
import importlib.metadata
import json
import platform
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from riwaya.times.tagger import tag

Spans = list[tuple[int, int]]
Reader = Callable[[str], Spans]

DATE = dt.datetime(2018, 5, 5)
"""The day of writing that every library is given."""
STEP = 58
"""Every so manieth article of the corpus, so that 500 of them lie all over it."""


def seeds(shared: Path) -> dict[str, str]:
    """The seed pages by name."""
    return {path.stem: path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}


def articles(shared: Path, count: int) -> Iterator[str]:
    """So many articles of the news corpus, titles included."""
    with gzip.open(shared / "data" / "news" / "ant.jsonl.gz", "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i % STEP == 0 and i // STEP < count:
                record = json.loads(line)
                yield f"{record['title']}\n\n{record['text']}"


def _riwaya() -> Reader:
    return lambda text: [(t.start, t.end) for t in tag(text, DATE.date().isoformat())]


def _dateparser() -> Reader:
    search = importlib.import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": DATE}

    def read(text: str) -> Spans:
        """It gives words without offsets: each is looked for behind the one before it."""
        out: Spans = []
        at = 0
        for words, _ in search(text, languages=["ar"], settings=settings) or ():
            start = text.find(words, at)
            start = start if start >= 0 else text.find(words)
            if start >= 0:
                out.append((start, start + len(words)))
                at = start + len(words)
        return out

    return read


def _puckling() -> Reader:
    module = importlib.import_module("puckling")
    context = module.Context(reference_time=DATE, locale=module.Locale(module.Lang.AR))
    options = module.Options()
    return lambda text: [
        (found.start, found.end)
        for found in module.parse(text, context, options, dims=("time", "duration"))
    ]


READERS: dict[str, Callable[[], Reader]] = {
    "riwaya": _riwaya,
    "dateparser": _dateparser,
    "puckling": _puckling,
}


def overlap_f1(read: Reader, pages: dict[str, str], gold: Path) -> float | None:
    """F1 of the spans on pages with gold; optional times count neither way."""
    hits = given = wanted = 0
    for name, text in pages.items():
        path = gold / f"{name}.json"
        if not path.exists():
            return None
        times = json.loads(path.read_text("utf-8"))["times"]
        spans = [(t["start"], t["end"], bool(t.get("optional"))) for t in times]
        for start, end in read(text):
            met = [s for s in spans if s[0] < end and start < s[1]]
            hits += any(not optional for *_, optional in met)
            given += not met or any(not optional for *_, optional in met)
        wanted += sum(not optional for *_, optional in spans)
    return 2 * min(hits, wanted) / (given + wanted) if given + wanted else None


def measure(read: Reader, texts: list[str], limit: float) -> tuple[float, int, int, int]:
    """CPU seconds, expressions found, characters read within ``limit`` seconds, texts that failed."""
    read(texts[0])
    start = time.process_time()
    found = done = failed = 0
    for text in texts:
        try:
            found += len(read(text))
        except Exception:  # whatever a library raises on plain text is its own failure
            failed += 1
        done += len(text)
        if time.process_time() - start > limit:
            break
    return time.process_time() - start, found, done, failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60.0)
    args = parser.parse_args()
    pages = seeds(args.shared)
    texts = [*pages.values(), *articles(args.shared, args.articles)]
    total = sum(map(len, texts))
    print(
        f"Python {platform.python_version()}, {len(texts)} texts, {total:,} characters, one core."
    )
    print("\n| library | characters/s | characters read | found | texts failed | spans F1, seeds |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, make in READERS.items():
        try:
            read, version = make(), importlib.metadata.version(name) if name != "riwaya" else ""
        except ImportError as error:
            print(f"| {name} | not measured: {error} | | | | |")
            continue
        seconds, found, done, failed = measure(read, texts, args.seconds)
        f1 = overlap_f1(read, pages, args.shared / "gold" / "seeds")
        score = "" if f1 is None else f"{f1:.3f}"
        row = f"{done / seconds:,.0f} | {done:,} | {found:,} | {failed} | {score}"
        print(f"| {name} {version} | {row} |", flush=True)


if __name__ == "__main__":
    main()
