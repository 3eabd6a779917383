"""Compile the word list by which glued words are known, for ``data/reading/words.txt.zst``.

    python -m training.reading_words NEWS.jsonl.gz src/riwaya/data/reading/words.txt.zst

A word a line, without vowel marks, sorted: those that stand in FEWEST articles or more, behind a
tab a ``+`` for those in COMMON or more.  Counts of words are facts; no text of the articles is kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path

import zstandard

FEWEST, COMMON = 5, 100
_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    pages: Counter[str] = Counter()
    with gzip.open(args.news, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pages.update(set(_WORD.findall(_MARKS.sub("", f"{row['title']} {row['text']}"))))
    kept = sorted(word for word, count in pages.items() if count >= FEWEST)
    text = "\n".join(word + ("\t+" if pages[word] >= COMMON else "") for word in kept)
    args.out.write_bytes(zstandard.compress(text.encode(), 19))
    print(f"{len(kept):,} words, {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
