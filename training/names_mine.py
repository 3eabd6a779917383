"""Mine words of people's names from raw news: what stands behind given names, and before family names.

    python -m training.names_mine NEWS.jsonl.gz... -o src/riwaya/data/names/models/name_words.tsv.zst

Starts from our lists of given and family names.  A word of which a fair share stands right behind
a given name is a family name, one of which a fair share stands right before a family name a given
one.  ``--corpora`` adds the first and last words of people's names in three labelled corpora.  The
table holds single folded words.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections import Counter
from pathlib import Path

import zstandard

from riwaya.arabic import fold_key
from riwaya.names.lexicon import listed_name_parts
from training import names_corpora as corpora
from training.names_clusters import sentences

SHARE = 0.4
LEAST = 4
TOO_COMMON = 4_000
COMMON_SHAPE = re.compile(r"[وفبلك]?ال\w+(?:ه|ات|ين|ون)|لل\w+|[وفبك]\w+|\w+(?:ها|هم|تين)|\d+")
"""Feminine and plural nouns with the article, words with proclitics or pronouns: seldom names."""


def mined(
    pairs: Counter[tuple[str, str]], counts: Counter[str], seeds: set[str], *, behind: bool
) -> set[str]:
    """Words that stand behind (or before) the seeds in at least ``SHARE`` of their places."""
    beside: Counter[str] = Counter()
    for (left, right), n in pairs.items():
        seed, other = (left, right) if behind else (right, left)
        if seed in seeds:
            beside[other] += n
    return {
        w
        for w, n in beside.items()
        if n >= LEAST and n >= SHARE * counts[w] and len(w) > 2 and not COMMON_SHAPE.fullmatch(w)
    }


def labelled(folder: Path) -> tuple[set[str], set[str]]:
    """First and last words of the people's names in the corpora that the tagger is not trained on."""
    given: set[str] = set()
    family: set[str] = set()
    data = corpora.caraner(folder / "caraner.csv") + corpora.wojood(folder / "wojood_sample")
    for sentence in data + corpora.aqmar(folder / "aqmar"):
        for first, end, kind in corpora.spans(label for _, label in sentence):
            keys = [fold_key(word) for word, _ in sentence[first:end]]
            if kind == "PERS" and len(keys) > 1 and all(len(key) > 2 for key in keys):
                given.add(keys[0])
                family.add(keys[-1])
    return given, family


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, help="folder of CAraNER, Wojood sample and AQMAR")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for words in sentences(args.news):
        counts.update(words)
        pairs.update(itertools.pairwise(words))
    parts = listed_name_parts()
    common = {w for w in parts if counts[w] > TOO_COMMON or len(w) < 3}
    given = {w for w, places in parts.items() if "given" in places} - common
    family = {w for w, places in parts.items() if "family" in places} - common
    family |= mined(pairs, counts, given, behind=True)
    given |= mined(pairs, counts, family, behind=False) - set(parts)
    family |= mined(pairs, counts, given, behind=True)
    if args.corpora:
        more_given, more_family = labelled(args.corpora)
        given |= {w for w in more_given if counts[w] <= TOO_COMMON}
        family |= {w for w in more_family if counts[w] <= TOO_COMMON}
    rows = [f"{w}\tgiven" for w in sorted(given - set(parts))]
    rows += [f"{w}\tfamily" for w in sorted(family - set(parts))]
    args.out.write_bytes(zstandard.compress("\n".join(rows).encode(), 19))
    print(len(rows), "words")


if __name__ == "__main__":
    main()
