"""The registry against the news, and how much of it is filled.

    python -m evaluation.registry_check news NEWS.jsonl.gz [--sample N]
    python -m evaluation.registry_check coverage

``news`` reads every office + nationality + full name of somebody in the registry (الرئيس الفرنسي NAME)
that stands in dated articles, and tells which the table has so on that date, which it has no holder
for, and which it contradicts: each of the last with how often and when, for a reader to judge.

``coverage`` prints, as a Markdown table, in how many of the years 2011–2026 an office of a state has
a holder known on 1 July (2026: 1 February).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.arabic import tokens
from riwaya.names.match import registry_spans
from riwaya.names.offices import Reader
from riwaya.names.registry import registry
from riwaya.names.signals import BODY, NAME, OFFICE, signals

YEARS = range(2011, 2027)
HEADS = ("president", "king", "emir", "sultan", "supreme-leader", "leader", "emperor", "queen", "pope",
         "sovereign-council-head", "presidential-council-head", "army-commander")  # fmt: skip
GOVERNMENT = ("prime-minister", "chancellor")
COLUMNS = (
    ("head of state", HEADS), ("head of government", GOVERNMENT),
    ("foreign", ("foreign-minister",)), ("defence", ("defence-minister",)),
)  # fmt: skip
GROUPS = {
    "Arab League": "algeria bahrain comoros djibouti egypt iraq jordan kuwait lebanon libya mauritania"
    " morocco oman palestine qatar saudi-arabia somalia sudan syria tunisia united-arab-emirates yemen",
    "Security Council": "united-states russia china france united-kingdom",
    "G20": "argentina australia brazil canada germany india indonesia italy japan mexico south-africa"
    " south-korea turkey european-union",
    "Iran, Israel, Ukraine and neighbours": "iran israel ukraine afghanistan pakistan armenia azerbaijan"
    " turkmenistan belarus poland slovakia hungary romania moldova",
}


@dataclass(slots=True)
class Tally:
    """What the pairs of the news say of the table."""

    agree: int = 0
    unfilled: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    against: dict[tuple[str, str, str, str], list[str]] = field(default_factory=dict)


def pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """(side, office, person) for each office phrase with a nationality before a full name known."""
    for line in text.split("\n"):
        words = [t for t in tokens(line) if t.kind != "mark"]
        may = [signals(w.key) for w in words]
        spans = [s for s in registry_spans(line, words, may, NAME | BODY) if not s.weak]
        first = {s.first: s for s in spans}
        reader = Reader(line, words, first)
        covered = -1  # نائب [الرئيس] is no president
        for i, flags in enumerate(may):
            if not flags & OFFICE or i in first or i <= covered:
                continue
            phrase = reader.at(i)
            covered = phrase.last if phrase is not None and not phrase.bare else covered
            if phrase is None or not phrase.side or not phrase.office or phrase.former:
                continue
            name = first.get(phrase.last + 1)
            if name is None or name.type != "PER" or name.short or name.prefix:
                continue
            gap = line[phrase.end : name.start]
            if gap.strip(" ،,#") == "" and len(gap) <= 2:
                yield phrase.side, phrase.office, name.candidates[0]


def check(records: Iterator[dict[str, str]]) -> Tally:
    tally = Tally()
    for record in records:
        date = (record.get("published") or "")[:10]
        if len(date) != 10:
            continue
        for side, office, person in pairs(f"{record['title']}\n{record['text']}"):
            holder = registry().holder(side, office, date)
            if holder == person:
                tally.agree += 1
            elif holder is None:
                tally.unfilled[side, office, person] += 1
            else:
                tally.against.setdefault((side, office, person, holder), []).append(date)
    return tally


def tell(tally: Tally, most: int) -> None:
    against = sum(map(len, tally.against.values()))
    unfilled = sum(tally.unfilled.values())
    print(f"{tally.agree} as in the table, {unfilled} without a holder in it, {against} against it")
    for (side, office, person, holder), dates in sorted(
        tally.against.items(), key=lambda item: -len(item[1])
    )[:most]:
        when = f"{min(dates)}..{max(dates)}"
        print(f"  {len(dates):4}  {side} {office}: {person}; the table has {holder}  {when}")
    for (side, office, person), n in tally.unfilled.most_common(most):
        print(f"  {n:4}  {side} {office}: {person}; the table has nobody then")


def filled(side: str, offices: tuple[str, ...]) -> int:
    """Years of :data:`YEARS` in which one of these offices has a holder known."""
    days = [f"{year}-07-01" if year < 2026 else "2026-02-01" for year in YEARS]
    return sum(any(registry().holder(side, office, day) for office in offices) for day in days)


def coverage() -> None:
    print("| state | " + " | ".join(name for name, _ in COLUMNS) + " |")
    print("| --- |" + " ---: |" * len(COLUMNS))
    for group, states in GROUPS.items():
        print(f"| **{group}** |" + " |" * len(COLUMNS))
        for side in states.split():
            entity = registry().entity(side)
            assert entity is not None, side
            cells = [filled(side, offices) or "–" for _, offices in COLUMNS]
            print(f"| {entity.en[0]} | " + " | ".join(map(str, cells)) + " |")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    news = commands.add_parser("news")
    news.add_argument("path", type=Path)
    news.add_argument("--sample", type=int, help="so many articles, drawn at random")
    news.add_argument("--most", type=int, default=40)
    commands.add_parser("coverage")
    wanted = parser.parse_args()
    if wanted.command == "coverage":
        coverage()
        return 0
    with gzip.open(wanted.path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    if wanted.sample:
        records = random.Random(0).sample(records, wanted.sample)  # noqa: S311 - no secret
    tell(check(iter(records)), wanted.most)
    return 0


if __name__ == "__main__":
    sys.exit(main())
