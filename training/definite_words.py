"""Sort words with the article into adjectives and nouns by what they stand after.

    python -m training.definite_words CORPUS.jsonl.gz [OUT]

An adjective follows a noun that has the article too (الوزير الأول); a noun follows a verb, a
preposition or a noun without it.  Of each word with the article that the corpus (records with a
``text``) has often enough, the share that stands right after another such word decides: at least
``ADJECTIVE`` makes it an adjective, at most ``NOUN`` a noun, and what lies between stays
unsorted.  Only the words are kept, no text.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from riwaya.arabic import tokens

ADJECTIVE, NOUN = 0.45, 0.2
OFTEN = 15
NEVER = frozenset(
    [
        "القبض",
        "العلن",
        "الابد",
        "الاذهان",
        "الامام",
        "الخلود",
        "اللهب",
        "الوراء",
        "العمد",
        "الطلق",
        "الاعضاء",
        "العضوين",
        "الهنود",
        "اللتان",
        "اللذين",
        "الذين",
        "التقطها",
        "الحاحا",
        "اليزابيث",
        "اليكسيس",
        "اليساندرو",
        "الينا",
        "الكسيس",
        "الفريدو",
        "الكروازيت",
        "القوا",
    ]
)
"""Nouns of fixed phrases, pronouns and foreign names that stand after such words too."""
OUT = Path(__file__).parents[1] / "src" / "riwaya" / "data" / "statements" / "definite.txt"
_WITH_ARTICLE = ("ال", "وال", "بال", "كال", "لل")
_HEADER = """\
# Words with the article, folded, by what they follow in news: "+" adjectives (after a noun with the
# article), "-" nouns. Made by training/definite_words.py from the ANT corpus 2.1 (counts only).
"""


def shares(corpus: Path) -> dict[str, float]:
    """For each frequent word with the article, how often a word with the article stands before it."""
    total: Counter[str] = Counter()
    after: Counter[str] = Counter()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            before = ""
            for token in tokens(json.loads(line)["text"]):
                key = token.key if token.kind == "word" else ""
                if key.startswith("ال") and len(key) > 4:
                    total[key] += 1
                    after[key] += before.startswith(_WITH_ARTICLE)
                before = key
    return {key: after[key] / n for key, n in total.items() if n >= OFTEN}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    args = parser.parse_args()
    share = shares(args.corpus)
    adjectives = sorted(
        key for key, part in share.items() if part >= ADJECTIVE and key not in NEVER
    )
    nouns = sorted(key for key, part in share.items() if part <= NOUN)
    lines = ["+ " + " ".join(adjectives), "- " + " ".join(nouns)]
    args.out.write_text(_HEADER + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(adjectives)} adjectives, {len(nouns)} nouns, {len(share)} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
