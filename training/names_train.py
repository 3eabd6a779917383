"""Train the tagger, and measure it on the held-out tenth or on ANERcorp's test split.

    nice python -m training.names_train NER_FOLDER --silver SILVER.npz -o src/riwaya/data/names/models/ner.npz

``--dev`` holds out the last tenth of ANERcorp's training part and measures on that instead: the
choices (which text, which features, which weights) were made so, with silver text whose teacher had
not seen that tenth either.  The test file is only ever read to measure, with ``--test``.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from riwaya.names import crf
from riwaya.names.features import EDGES, PLACES, beside, marks, own, pair
from riwaya.names.hints import hints, town_hints
from riwaya.names.tagger import CrfTagger, decoded
from training import names_corpora as corpora
from training.names_corpora import Sentence
from training.names_crf import LABELS, Corpus, Example, Unit, certain, train
from training.names_scores import measured
from training.names_silver import stored


def units_of(words: Sequence[str]) -> list[list[Unit]]:
    """What each word's scores are made of, as ``CrfTagger.scores`` adds it up."""
    made: list[list[Unit]] = [[(0, word)] for word in words]
    for k, units in enumerate(made):
        for place in PLACES:
            seen = 0 <= k + place < len(words)
            units.append((place, words[k + place]) if seen else ("edge", place))
    for labels in (hints(words), town_hints(words)):
        for k, label in enumerate(labels):
            if not label:
                continue
            for row, place in enumerate((0, -1, 1)):
                if 0 <= k + place < len(words):
                    made[k + place].append(("mark", label, row))
    for k in range(1, len(words)):
        if both := pair(words[k - 1], words[k]):
            made[k].append(("name", both[0]))
            made[k - 1].append(("name", both[1]))
    return made


def attributes_of(unit: Unit) -> Iterable[str]:
    kind, value, *row = unit
    if kind == "name":
        return [str(value)]
    if kind == "edge":
        return EDGES[int(str(value))]
    if kind == "mark":
        return marks(str(value))[int(str(row[0]))]
    return beside(str(value), int(str(kind))) if kind else own(str(value))


def read(args: argparse.Namespace) -> tuple[list[Example], list[Sentence]]:
    data = [corpora.repaired(s) for s in corpora.anercorp(args.ner / "anercorp_train.txt")]
    held: list[Sentence] = []
    if args.dev:
        cut = len(data) * 9 // 10
        data, held = data[:cut], data[cut:]
    made = [Example([w for w, _ in s], certain(label for _, label in s)) for s in data]
    for path in args.silver:
        made += [Example(w, t, args.weight) for w, t in stored(path, args.words)]
    if args.test:
        held = corpora.anercorp(args.ner / "anercorp_test.txt")
    return made, held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--silver", type=Path, action="append", default=[])
    parser.add_argument("--words", type=int, default=10**9, help="of the silver text")
    parser.add_argument("--weight", type=float, default=0.3, help="of a word of silver text")
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--test", action="store_true")
    parser.add_argument(
        "--squares", type=float, default=0.3, help="what half a squared weight costs"
    )
    parser.add_argument("--iterations", type=int, default=90)
    parser.add_argument("--least", type=int, default=2, help="words that an attribute is seen at")
    parser.add_argument(
        "--prune", type=float, default=0.02, help="weights nearer nothing than this"
    )
    args = parser.parse_args()
    examples, held = read(args)
    began = time.process_time()
    corpus = Corpus(examples, units_of, attributes_of, args.least)
    print(f"{len(corpus.weights):,} words, {len(corpus.names):,} attributes", flush=True)
    weights, between = train(corpus, args.squares, args.iterations)
    weights[np.abs(weights).max(axis=1) < args.prune] = 0
    crf.save(args.out, corpus.names, weights, between, LABELS)
    kept = int(weights.any(axis=1).sum())
    took = time.process_time() - began
    print(f"{kept:,} attributes kept, {args.out.stat().st_size:,} bytes, {took:.0f} CPU seconds")
    if held:
        tagger = CrfTagger(crf.load(args.out))
        found = tagger.probabilities([[word for word, _ in sentence] for sentence in held])
        print(measured([decoded(one, LABELS) for one in found], held))


if __name__ == "__main__":
    main()
