"""Measure the models as they ship on ANERcorp: the CRF, the encoder alone, and both together.

    python -m training.names_scores NER_FOLDER [--embeddings] [--dev]

Exact spans, and words a CPU second.  The CRF reads each sentence by itself.  The encoder reads it so, and
among its neighbours, as many whole sentences as a window holds: news is running text.  The test part is
read; with ``--dev`` the last tenth of the training part, which only models trained with ``--dev`` have not seen.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from riwaya.names.encoder.reader import MOST_PIECES
from riwaya.names.ensemble import Floats, best_labels, mixture, reader
from riwaya.names.tagger import posteriors, tag_words
from training import names_corpora as corpora
from training.names_corpora import Sentence

Reading = Callable[[Sequence[list[str]]], list[Floats]]


def by_crf(words: list[str]) -> list[str]:
    labels = ["O"] * len(words)
    for name in tag_words(words):
        labels[name.first : name.last + 1] = [
            f"{'B' if k == name.first else 'I'}-{name.label}"
            for k in range(name.first, name.last + 1)
        ]
    return labels


def alone(sentences: Sequence[list[str]]) -> list[Floats]:
    """The encoder's log probabilities, each sentence by itself."""
    return [reader().log_probabilities(words) for words in sentences]


def among_neighbours(sentences: Sequence[list[str]]) -> list[Floats]:
    """The encoder's log probabilities, whole sentences together while a window holds them."""
    runs: list[list[list[str]]] = []
    room = 0
    for words in sentences:
        taken = reader().pieces(words)
        if not runs or taken >= room:
            runs.append([])
            room = MOST_PIECES - 1
        runs[-1].append(words)
        room -= taken
    out: list[Floats] = []
    for run in runs:
        scores = reader().log_probabilities([word for words in run for word in words])
        ends = list(accumulate(map(len, run)))
        out += [scores[end - len(words) : end] for end, words in zip(ends, run, strict=True)]
    return out


def with_crf(sentences: Sequence[list[str]], encoder: Sequence[Floats]) -> list[Floats]:
    return [mixture(w, e, posteriors) for w, e in zip(sentences, encoder, strict=True)]


def decoded(scores: Sequence[Floats]) -> list[list[str]]:
    return [best_labels(one, reader().labels) for one in scores]


def measured(made: Sequence[Sequence[str]], gold: list[Sentence]) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for sentence, labels in zip(gold, made, strict=True):
        got = corpora.spans(labels)
        want = corpora.spans(label for _, label in sentence)
        for what, spans in (("right", got & want), ("said", got), ("wanted", want)):
            for _, _, kind in spans:
                counts[what, kind] += 1
                counts[what, "all"] += 1
    cells = []
    for kind in ("PERS", "LOC", "ORG", "MISC", "all"):
        right, said, wanted = (counts[what, kind] for what in ("right", "said", "wanted"))
        cells.append(f"{kind} {200 * right / max(1, said + wanted):.1f}")
    right, said, wanted = (counts[what, "all"] for what in ("right", "said", "wanted"))
    exact = f"P {100 * right / max(1, said):.1f} R {100 * right / max(1, wanted):.1f}"
    return f"{' '.join(cells)} {exact}"


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
    sentences = [[word for word, _ in sentence] for sentence in gold]
    count = sum(map(len, sentences))
    began = time.process_time()
    made = [by_crf(words) for words in sentences]
    took = time.process_time() - began
    print("CRF", measured(made, gold), f"{count / took:,.0f} words/s")
    if args.embeddings:
        for how, read in (("among neighbours", among_neighbours), ("by sentence", alone)):
            began = time.process_time()
            scores = read(sentences)
            took = time.process_time() - began
            print(
                f"encoder, {how}:", measured(decoded(scores), gold), f"{count / took:,.0f} words/s"
            )
            both = decoded(with_crf(sentences, scores))
            print(f"together, {how}:", measured(both, gold), flush=True)


if __name__ == "__main__":
    main()
