"""Train the tagger and measure it on ANERcorp's test split.

    nice python -m training.names_train NER_FOLDER -o src/riwaya/data/names/models/ner.crfsuite

``--dev`` holds out the last tenth of ANERcorp's training part and measures on that instead: the
choices (which corpora, which features, which regularisation) were made so.  The test file is only
ever read to measure, with ``--test``.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

import pycrfsuite
import zstandard

from riwaya.names.features import Features
from riwaya.names.tagger import observed
from training import names_corpora as corpora
from training.names_corpora import Sentence


def items(sentence: Sentence) -> list[Features]:
    return observed([word for word, _ in sentence])


def train(data: list[Sentence], out: Path, args: argparse.Namespace) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=args.verbose)
    trainer.set_params(
        {
            "c1": args.c1,
            "c2": args.c2,
            "max_iterations": args.iterations,
            "feature.possible_transitions": True,
            "feature.minfreq": args.minfreq,
        }
    )
    for sentence in data:
        trainer.append(items(sentence), [label for _, label in sentence])
    trainer.train(str(out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(out))
    attributes = sorted(tagger.info().attributes)
    out.with_suffix(".attributes.zst").write_bytes(
        zstandard.compress("\n".join(attributes).encode(), 19)
    )


def measure(model: Path, gold: list[Sentence]) -> dict[str, tuple[float, float, float]]:
    """Exact-span precision, recall and F1, a type and in all (micro)."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for sentence in gold:
        got = corpora.spans(tagger.tag(items(sentence)))
        want = corpora.spans(label for _, label in sentence)
        for counter, found in ((right, got & want), (said, got), (wanted, want)):
            counter.update(kind for _, _, kind in found)
            counter.update("all" for _ in found)
    scores = {}
    for kind in sorted(wanted):
        p, r = right[kind] / max(1, said[kind]), right[kind] / wanted[kind]
        scores[kind] = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--with", dest="more", default="")
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--test", action="store_true")
    parser.add_argument("--c1", type=float, default=0.1)
    parser.add_argument("--c2", type=float, default=0.1)
    parser.add_argument("--iterations", type=int, default=90)
    parser.add_argument("--minfreq", type=int, default=1)
    parser.add_argument("--silver", type=Path)
    parser.add_argument(
        "--bare", type=float, default=1.0, help="share of sentences without names to keep"
    )
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    data = corpora.anercorp(args.ner / "anercorp_train.txt")
    held: list[Sentence] = []
    if args.dev:
        cut = len(data) * 9 // 10
        data, held = data[:cut], data[cut:]
    for name in filter(None, args.more.split(",")):
        path = (
            args.ner / {"caraner": "caraner.csv", "wojood": "wojood_sample", "aqmar": "aqmar"}[name]
        )
        data += getattr(corpora, name)(path)
    data = [
        s for k, s in enumerate(data) if k % 100 < 100 * args.bare or any(x != "O" for _, x in s)
    ]
    if args.silver:
        data += corpora.anercorp(args.silver)
    began = time.time()
    train(data, args.out, args)
    print(
        f"{sum(map(len, data))} tokens, {time.time() - began:.0f} s, {args.out.stat().st_size:,} bytes"
    )
    if args.test:
        held = corpora.anercorp(args.ner / "anercorp_test.txt")
    if held:
        for kind, (p, r, f) in measure(args.out, held).items():
            print(f"{kind:5} P {p:.4f} R {r:.4f} F {f:.4f}")


if __name__ == "__main__":
    main()
