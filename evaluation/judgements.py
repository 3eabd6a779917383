"""How often voice, stance and certainty of the statements found are what the annotators wrote down.

    python -m evaluation.judgements tune|test

Only values that an annotator wrote count: 9 of the 18 articles of ``test`` carry them on every statement, those of
``tune`` in part.  A statement is found with half of its letters.  ``marked`` counts those whose gold value is not the
common one (own, neutral, certain), ``given`` those where riwaya gives such a value: few, and the ones that matter.
Sums only, so that ``test`` stays unseen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import Any

from evaluation.gate import HELD_OUT
from evaluation.news import NEWS, news_records
from evaluation.rounds import FOUND, cells, share
from riwaya.engine.pipeline import analyse
from riwaya.reading.page import page_from_record
from riwaya.scoring.tally import assign

COMMON = {"voice": "own", "stance": "neutral", "certainty": "certain"}


def _weight(gold: Any, got: Any) -> float:
    both = share(gold, got)
    return both if both >= FOUND else 0.0


def count(name: str) -> Counter[tuple[str, str]]:
    """By field: ``right`` of ``all``, ``marked right`` of ``marked``, ``given right`` of ``given``."""
    counts: Counter[tuple[str, str]] = Counter()
    folder = HELD_OUT / name
    for record in news_records(NEWS, {path.stem for path in folder.glob("*.json")}):
        page = page_from_record(record["id"], record)
        written = json.loads((folder / f"{record['id']}.json").read_text("utf-8"))
        gold = [
            {**s, "cells": cells(page.text, s["content"])} for s in written.get("statements", [])
        ]
        got = [
            {**{k: getattr(s, k) for k in COMMON}, "cells": cells(page.text, s.content)}
            for s in analyse(page).statements
        ]
        for g, p in assign(gold, got, _weight):
            for field in COMMON.keys() & g.keys():
                _compare(counts, field, g[field], p[field])
    return counts


def _compare(counts: Counter[tuple[str, str]], field: str, gold: str, got: str) -> None:
    sets = {"all": True, "marked": gold != COMMON[field], "given": got != COMMON[field]}
    for kind, counted in sets.items():
        counts[field, kind] += counted
        counts[field, f"{kind} right"] += counted and gold == got


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("set", choices=("tune", "test"))
    name = parser.parse_args().set
    if not NEWS.exists():
        parser.error(f"the corpus of their texts is not there: {NEWS}")
    counts = count(name)
    for field in COMMON:
        row = (
            f"{kind} {counts[field, f'{kind} right']} of {counts[field, kind]}"
            for kind in ("all", "marked", "given")
        )
        print(f"{field:12}{', '.join(row)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
