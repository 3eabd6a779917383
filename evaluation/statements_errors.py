"""What the statements get wrong on a gold set, one line an error.

    python -m evaluation.statements_errors seeds|dev|tune [--given LAYERS] [--shared DIR] [PAGE]

Pairs found and gold statements as the judge does (``score/score.py`` beside the gold) and prints
what is missed, what is spurious, and which fields of a pair differ, then the counts by kind.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.gold import GoldLayers, gold_pages, to_json
from riwaya.engine.pipeline import PAGE_STEPS, annotate, assemble
from riwaya.model import Page
from riwaya.reading.page import page_from_record

Json = dict[str, Any]
HELD_OUT = Path(__file__).parent / "gold-statements"
FIELDS = ("type", "act", "polarity")
BEFORE = ("blocks", "provenance", "published", "times", "mentions", "statements")


def judge(shared: Path) -> Any:
    """The scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


class Pairing:
    """The gold and the found statements of one page, paired as the judge pairs them."""

    def __init__(self, score: Any, names: Any, gold: Json, found: Json) -> None:
        self.score, self.names, self.text = score, names, found["text"]
        want, got = score.required(gold["statements"], found["statements"], self._weight)
        self.pairs = [(want[g], got[p]) for g, p in score.pair_off(want, got, self._weight)]
        paired = {id(s) for pair in self.pairs for s in pair}
        self.missed = [s for s in want if id(s) not in paired]
        self.spurious = [s for s in got if id(s) not in paired]

    def overlap(self, gold: Json, found: Json) -> float:
        """The best overlap of the letters of a found content with an accepted one."""
        mine = self.score.cells([tuple(s) for s in found["content"]], self.text)
        accepted = (
            self.score.cells([tuple(s) for s in spans], self.text)
            for spans in self.score.answers(gold, "content")
        )
        return max(len(cells & mine) / max(1, len(cells | mine)) for cells in accepted)

    def _weight(self, gold: Json, found: Json) -> float:
        overlap = self.overlap(gold, found)
        return 0.0 if overlap < 0.5 else overlap + 0.2 * self.same(gold, found, "speaker")

    def same(self, gold: Json, found: Json, field: str) -> bool:
        """Whether a speaker or an addressee is one of the accepted."""
        accepted = self.score.answers(gold, field)
        return any(self.names.same(who, found.get(field)) for who in accepted)

    def differences(self, gold: Json, found: Json) -> Iterator[tuple[str, str]]:
        """What of a pair differs: the kind of error and the two values."""
        if (overlap := self.overlap(gold, found)) < 0.9:
            yield "content", f"{overlap:.2f}: {self.words(gold)} <> {self.words(found)}"
        for who in ("speaker", "addressee"):
            if not self.same(gold, found, who):
                named = found[who] and (found[who]["entity"] or found[who]["name"])
                yield who, f"{gold.get(who)} <> {named}"
        for field in FIELDS:
            accepted = self.score.answers({"polarity": "affirmed", **gold}, field)
            if found[field] not in accepted:
                yield field, f"{accepted[0]} <> {found[field]}"

    def words(self, statement: Json) -> str:
        return " | ".join(self.text[s:e] for s, e in statement["content"])


def held_out_pages(layers: GoldLayers, shared: Path) -> Iterator[Page]:
    """The articles of a held-out set, whose texts stand in the corpus only."""
    with gzip.open(shared / "data" / "news" / "ant.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in layers.pages:
                yield page_from_record(record["id"], record)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=("seeds", "dev", "tune"))
    parser.add_argument("page", nargs="?", default="")
    parser.add_argument("--given", default="")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    held_out = args.set == "tune"
    score = judge(args.shared)
    gold_dir = HELD_OUT / args.set if held_out else args.shared / "gold" / args.set
    layers = GoldLayers(gold_dir)
    names = score.Names(layers.names)
    given = frozenset(filter(None, args.given.split(",")))
    steps = [step for step in PAGE_STEPS if step.name in BEFORE and step.name not in given]
    counts: Counter[str] = Counter()
    pages = (
        held_out_pages(layers, args.shared)
        if held_out
        else gold_pages(gold_dir, args.shared / "seeds")
    )
    for page in pages:
        if args.page in page.id:
            found = json.loads(
                to_json(assemble(page, annotate(page, steps, layers.found(page.id, given))))
            )
            report(Pairing(score, names, layers.pages[page.id], found), page.id, counts)
    print(", ".join(f"{kind} {n}" for kind, n in counts.most_common()))
    return 0


def report(pairing: Pairing, page: str, counts: Counter[str]) -> None:
    """Print a page's errors and add them to ``counts``."""
    print(f"== {page}: {len(pairing.pairs)} pairs")
    for kind, statements in (("missed", pairing.missed), ("spurious", pairing.spurious)):
        counts[kind] += len(statements)
        for statement in statements:
            print(
                f"  {kind}: {statement.get('rule') or statement['id']}: {pairing.words(statement)[:120]}"
            )
    for gold, found in pairing.pairs:
        for kind, what in pairing.differences(gold, found):
            counts[kind] += 1
            print(f"  {kind}: {gold['id']}: {what[:300]}")


if __name__ == "__main__":
    sys.exit(main())
