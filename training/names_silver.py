"""Make silver training text: news sentences labelled by the room's own registry, patterns and page agreement.

    python -m training.names_silver NEWS.jsonl.gz -o SILVER.txt [--sentences 1500]

Two columns in ANERcorp's manner, written outside the repository (the text is the outlets').  Only
sentences with a person are taken, and none with half-names of bodies, treaties or events, where the
corpora's rules and ours differ.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from pathlib import Path

from riwaya.arabic import sentences, tokens
from riwaya.model import Mention
from riwaya.names import tag
from riwaya.names.bodies import body_entity
from riwaya.names.registry import registry

LABELS = {"PER": "PERS", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG"}
SHORTEST, LONGEST = 8, 60


def usable(names: list[Mention]) -> bool:
    kinds = {m.type for m in names}
    made = any(
        m.entity and registry().entity(m.entity) is None and body_entity(m.entity) for m in names
    )
    return "PER" in kinds and kinds <= set(LABELS) and not made


def rows(text: str, start: int, end: int, names: list[Mention]) -> list[str]:
    out = []
    for token in tokens(text):
        if not start <= token.start < end:
            continue
        mention = next((m for m in names if token.start < m.end and m.start < token.end), None)
        label = "O"
        if mention is not None:
            first = token.start <= mention.start
            label = f"{'B' if first else 'I'}-{LABELS[mention.type]}"
        out.append(f"{token.text} {label}")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=1500)
    args = parser.parse_args()
    with gzip.open(args.news, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    random.Random(11).shuffle(records)  # a sample, no secret
    taken: list[str] = []
    for record in records:
        text = f"{record['title']}\n{record['text']}"[:2500]
        names = [m for m in tag(text, record["published"][:10]) if m.kind == "name"]
        for start, end in sentences(text):
            here = [m for m in names if start <= m.start and m.end <= end]
            if usable(here):
                labelled = rows(text, start, end, here)
                if SHORTEST <= len(labelled) <= LONGEST:
                    taken.append("\n".join(labelled))
        if len(taken) >= args.sentences:
            break
    args.out.write_text("\n\n".join(taken) + "\n", "utf-8")


if __name__ == "__main__":
    main()
