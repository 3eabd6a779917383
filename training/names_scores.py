"""Measure the models as they ship on ANERcorp: the CRF, the encoder alone, and both together.

    python -m training.names_scores NER_FOLDER [--embeddings] [--dev]

Exact spans, each sentence by itself, and words a CPU second.  The test part is read; with ``--dev`` the
last tenth of the training part, which only models trained with ``--dev`` have not seen.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from riwaya.names.ensemble import Floats, best_labels, mixed, reader
from riwaya.names.tagger import posteriors, tag_words
from training import names_corpora as corpora
from training.names_corpora import Sentence

Tagger = Callable[[list[str]], list[str]]


def by_crf(words: list[str]) -> list[str]:
    labels = ["O"] * len(words)
    for name in tag_words(words):
        labels[name.first : name.last + 1] = [
            f"{'B' if k == name.first else 'I'}-{name.label}"
            for k in range(name.first, name.last + 1)
        ]
    return labels


def by_scores(scores: Callable[[list[str]], Floats]) -> Tagger:
    return lambda words: best_labels(scores(words), reader().labels)


def measured(tagger: Tagger, gold: list[Sentence]) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    began = time.process_time()
    for sentence in gold:
        got = corpora.spans(tagger([word for word, _ in sentence]))
        want = corpora.spans(label for _, label in sentence)
        for what, spans in (("right", got & want), ("said", got), ("wanted", want)):
            for _, _, kind in spans:
                counts[what, kind] += 1
                counts[what, "all"] += 1
    speed = sum(map(len, gold)) / (time.process_time() - began)
    cells = []
    for kind in ("PERS", "LOC", "ORG", "MISC", "all"):
        right, said, wanted = (counts[what, kind] for what in ("right", "said", "wanted"))
        cells.append(f"{kind} {200 * right / max(1, said + wanted):.1f}")
    right, said, wanted = (counts[what, "all"] for what in ("right", "said", "wanted"))
    exact = f"P {100 * right / max(1, said):.1f} R {100 * right / max(1, wanted):.1f}"
    return f"{' '.join(cells)} {exact}  {speed:,.0f} words/s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner", type=Path)
    parser.add_argument(
        "--embeddings", action="store_true", help="the encoder and both together too"
    )
    parser.add_argument("--dev", action="store_true")
    args = parser.parse_args()
    os.environ.pop("RIWAYA_EMBEDDINGS", None)
    gold = corpora.anercorp(args.ner / ("anercorp_train.txt" if args.dev else "anercorp_test.txt"))
    if args.dev:
        gold = gold[len(gold) * 9 // 10 :]
    tag_words(["."])
    print("CRF     ", measured(by_crf, gold))
    if args.embeddings:
        encoder = reader()
        print("encoder ", measured(by_scores(encoder.log_probabilities), gold))
        print("together", measured(by_scores(lambda words: mixed(words, posteriors)), gold))


if __name__ == "__main__":
    main()
