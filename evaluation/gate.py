"""The score gate: every set is scored, and no measure may fall under its floor.

    python -m evaluation.gate                 score all sets that are there, exit 1 under a floor
    python -m evaluation.gate --raise         lift the floors to what was measured (never lowers one)
    python -m evaluation.gate --lower METRIC  lower one floor, by name, on purpose

Sets: ``examples`` always (gold of our own, measured by ``riwaya.scoring``); ``seeds``, ``dev`` and
``stories`` where the shared gold lies beside the checkout, ``tune`` and ``test`` (articles annotated
blind, kept here without their texts) where the corpus of their texts does; those are measured by
the judge that comes with the gold; ``rounds``, statements alone, by :mod:`evaluation.rounds`: its unread
articles are shown and have no floors, so that no rule is chosen by them.  Floors stand in
``evaluation/floors.json`` with the hash of each set's gold, so that a score cannot rise because the
gold changed unnoticed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.example_gold import GOLD, load
from evaluation.gold import gold_pages, to_json
from evaluation.news import NEWS, SHARED, news_records
from evaluation.rounds import ROUNDS
from evaluation.rounds import score as score_rounds
from riwaya.corpus.digest import digest
from riwaya.corpus.join import join
from riwaya.engine.pipeline import analyse
from riwaya.model import Analysed, Page, SetAside
from riwaya.reading.items import expand
from riwaya.reading.page import page_from_record
from riwaya.reading.read import read_item
from riwaya.scoring import score_corpus, score_pages

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "evaluation" / "floors.json"
EXAMPLES = ROOT / "examples" / "pages"
HELD_OUT = ROOT / "evaluation" / "gold-statements"
SLACK = 0.0005  # scores are written with four digits

Scores = dict[str, float]


def _record(pages: Iterable[Page]) -> tuple[list[Analysed], dict[str, Any]]:
    """The pages analysed, and their record as ``riwaya export --format json`` gives it."""
    analysed = [analyse(page) for page in pages]
    by_id = {page.id: page for page in analysed}
    record = join([digest(page) for page in analysed], by_id.__getitem__)
    return analysed, json.loads(to_json(record))


def score_examples() -> Scores:
    """The bundled examples, by our own gold and measures."""
    read = [
        item if isinstance(item, SetAside) else read_item(item) for item in expand([str(EXAMPLES)])
    ]
    pages = [page for page in read if isinstance(page, Page)]
    analysed, record = _record(pages)
    gold, cross, names = load({Path(page.id).name: page.text for page in pages})
    rows = score_pages(gold, [json.loads(to_json(page)) for page in analysed], names)
    return rows | score_corpus(cross, record, names)


def _judge(what: str, gold: Path, lines: str) -> Scores:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as out:
        out.write(lines)
        out.flush()
        command = [sys.executable, str(SHARED / "score" / "score.py"), what, str(gold), out.name]
        done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    scores: Scores = json.loads(done.stdout)
    return scores


def score_shared(name: str) -> Scores:
    """One shared gold set, by its judge."""
    gold = SHARED / "gold" / name
    analysed, record = _record(gold_pages(gold, SHARED / "seeds"))
    rows: Scores = {}
    if name != "stories":
        rows |= _judge("pages", gold, "\n".join(map(to_json, analysed)))
    return rows | _judge("corpus", gold, json.dumps(record, ensure_ascii=False))


def score_held_out(name: str) -> Scores:
    """Articles that were annotated without any output in view: ``tune`` was read since, ``test`` not."""
    gold = HELD_OUT / name
    wanted = {path.stem for path in gold.glob("*.json")}
    pages = [page_from_record(r["id"], r) for r in news_records(NEWS, wanted)]
    return _judge("pages", gold, "\n".join(to_json(analyse(page)) for page in pages))


def folder_of(name: str) -> Path:
    """Where the gold of a set stands."""
    if name == "examples":
        return GOLD
    return HELD_OUT / name if name in ("tune", "test") else SHARED / "gold" / name


def gold_hash(name: str) -> str:
    """The hash of a set's gold files, names and bytes, in order."""
    files = [ROUNDS] if name == "rounds" else sorted(folder_of(name).iterdir())
    digest_of_all = hashlib.sha256()
    for path in files:
        digest_of_all.update(path.name.encode() + path.read_bytes())
    return digest_of_all.hexdigest()


def sets() -> list[str]:
    """The sets that can be scored here."""
    shared = [n for n in ("seeds", "dev", "stories") if (SHARED / "gold" / n).is_dir()]
    held_out = ["tune", "test", "rounds"] if NEWS.exists() else []
    return ["examples", *shared, *held_out]


def score(name: str) -> Scores:
    """All measures of one set."""
    if name == "examples":
        return score_examples()
    if name == "rounds":
        return score_rounds()
    return score_held_out(name) if name in ("tune", "test") else score_shared(name)


def under(name: str, scores: Scores, floors: dict[str, Any]) -> list[str]:
    """What a set is short of, a line each: changed gold, or a measure under its floor."""
    mine = floors.get(name, {"floors": {}})
    if "gold" in mine and mine["gold"] != gold_hash(name):
        return [f"{name}: its gold is not the one that the floors were measured on"]
    return [
        f"{name}: {metric} is {scores.get(metric)}, its floor is {floor}"
        for metric, floor in mine["floors"].items()
        if scores.get(metric, -1.0) < floor - SLACK
    ]


def raise_floors(name: str, scores: Scores, floors: dict[str, Any]) -> None:
    """Lift each floor of a set to what was measured; none is lowered. New gold needs new floors."""
    mine = floors.setdefault(name, {"gold": gold_hash(name), "floors": {}})
    if mine["gold"] != gold_hash(name):
        mine.update(gold=gold_hash(name), floors={})
    for metric, value in scores.items():
        measured_on = scores.get(f"{metric.removesuffix('.f1')}.n", 1)
        if metric.endswith((".n", ".p", ".r")) or not measured_on:
            continue  # a measure of nothing holds nothing
        if metric.startswith("unread."):
            continue  # what a score keeps out is no longer unseen by it
        mine["floors"][metric] = max(mine["floors"].get(metric, 0.0), round(value, 4))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="METRIC", help="SET/METRIC")
    parser.add_argument(
        "--only", choices=("examples", "seeds", "dev", "stories", "tune", "test", "rounds")
    )
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    short: list[str] = []
    for name in [args.only] if args.only else sets():
        scores = score(name)
        print(f"# {name}")
        for metric, value in scores.items():
            if not metric.endswith(".n"):
                print(f"{metric:36}{value:8.4f}")
        if args.lower and args.lower.startswith(f"{name}/"):
            metric = args.lower.partition("/")[2]
            floors[name]["floors"][metric] = round(scores[metric], 4)
        short += under(name, scores, floors)
        if args.lift:
            raise_floors(name, scores, floors)
    if args.lift or args.lower:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    for line in short:
        print("under its floor:", line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
