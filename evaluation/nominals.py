"""How many nominals (الرئيس الروسي, نظيره الأمريكي, بلاده) are found and resolved, against a gold set.

    python -m evaluation.nominals dev|seeds|tune [--errors]

A nominal is right where its span overlaps a gold one's and both stand for one entity: one id, or a
written form in common. Optional gold nominals count neither way. The set's own texts are read as
``evaluation.gate`` reads them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.gate import HELD_OUT
from evaluation.gold import gold_pages
from evaluation.news import NEWS, SHARED, news_records
from riwaya.arabic import fold_key
from riwaya.engine.pipeline import analyse
from riwaya.model import Mention, Page
from riwaya.reading.page import page_from_record


def pages_of(name: str) -> tuple[Path, list[Page]]:
    """A gold set's folder and its pages."""
    if name == "tune":
        folder = HELD_OUT / name
        records = news_records(NEWS, {path.stem for path in folder.glob("*.json")})
        return folder, [page_from_record(r["id"], r) for r in records]
    folder = SHARED / "gold" / name
    return folder, list(gold_pages(folder, SHARED / "seeds"))


def gold_of(folder: Path, page: Page) -> dict[str, Any] | None:
    for path in (folder / f"{page.id}.json", folder / f"{Path(page.id).stem}.json"):
        if path.exists():
            return dict(json.loads(path.read_text("utf-8")))
    return None


def same(gold: str | None, found: Mention, names: dict[str, list[str]]) -> bool:
    """Whether a gold entity is the one that a mention stands for."""
    if gold == found.entity:
        return True
    forms = {fold_key(form) for form in names.get(gold or "", ())}
    return bool(forms & {fold_key(name) for name in found.names})


def compare(name: str) -> Iterator[tuple[str, str, str, str]]:
    """(verdict, page, words, detail) of each nominal: right, other entity, missed, spurious."""
    folder, pages = pages_of(name)
    names = json.loads((folder / "names.json").read_text("utf-8"))
    for page in pages:
        gold = gold_of(folder, page)
        if gold is None or "mentions" not in gold:
            continue
        want = [m for m in gold["mentions"] if m.get("kind") == "nominal"]
        got = [m for m in analyse(page).mentions if m.kind == "nominal"]
        used: set[int] = set()
        for one in want:
            over = [
                m
                for m in got
                if m.start < one["end"] and one["start"] < m.end and id(m) not in used
            ]
            right = next((m for m in over if same(one["entity"], m, names)), None)
            match = right or next(iter(over), None)
            if match is not None:
                used.add(id(match))
            if one.get("optional"):
                continue
            words = page.text[one["start"] : one["end"]]
            verdict = "right" if right else "other" if match else "missed"
            detail = f"{one['entity']} / {match.entity if match else '-'}"
            yield verdict, page.id, words, detail
        for m in got:
            if id(m) not in used:
                yield "spurious", page.id, m.text, m.entity or "?"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("set", choices=("dev", "seeds", "tune"))
    parser.add_argument("--errors", action="store_true", help="each that is not right")
    wanted = parser.parse_args()
    rows = list(compare(wanted.set))
    count = {verdict: sum(r[0] == verdict for r in rows) for verdict in ("right", "other", "missed", "spurious")}  # fmt: skip
    found = count["right"] + count["other"]
    precision = count["right"] / max(1, found + count["spurious"])
    recall = count["right"] / max(1, found + count["missed"])
    print(f"{wanted.set}: {count}; precision {precision:.3f}, recall {recall:.3f}, "
          f"entity of those found {count['right'] / max(1, found):.3f}")  # fmt: skip
    if wanted.errors:
        for verdict, page, words, detail in rows:
            if verdict != "right":
                print(f"  {verdict:8} {page} {words} [{detail}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
