"""Make silver training text: news labelled by the ensemble, to teach the CRF what the encoder knows.

    nice python -m training.names_silver NEWS.jsonl.gz --crf TEACHER.crfsuite --state ENCODER.pt -o SILVER.txt

Paragraphs are read in a random order, and those are taken in which the CRF is unsure of a word: there
the encoder has something to tell.  Each word is labelled by the best sequence of the two's mixture; a
paragraph in which the mixture itself is unsure is left out, and so is every page of ``--without`` (gold sets:
files named by the page's id).  Two columns in ANERcorp's manner, written
outside the repository (the text is the outlets').  Needs PyTorch, as training/names_encoder.py does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Set
from pathlib import Path

import numpy as np
import pycrfsuite
import torch

from riwaya.arabic import tokens
from riwaya.names.encoder.packed import model_path, open_packed
from riwaya.names.ensemble import best_labels, normalised
from riwaya.names.tagger import observed
from training.names_encoder import LABELS, Model, predicted, windows, with_states

SHORTEST, LONGEST = 8, 90
UNSURE = 0.85
"""A paragraph is taken where the CRF's best label of some word is less sure than this …"""

AT_LEAST = 0.4
"""… and kept where the mixture's best label of each word is surer than this."""


def paragraphs(news: Path, seed: int, without: Set[str]) -> Iterator[list[str]]:
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        records = list(lines)
    random.Random(seed).shuffle(records)  # a sample, no secret
    made = [json.loads(line) for line in records]
    seen = {p for r in made if r["id"] in without for p in f"{r['title']}\n{r['text']}".split("\n")}
    for record in made:
        for part in f"{record['title']}\n{record['text']}".split("\n"):
            words = [t.text for t in tokens(part)]
            if SHORTEST <= len(words) <= LONGEST and part not in seen:
                seen.add(part)
                yield words


def unsure(model: pycrfsuite.Tagger, words: list[str]) -> np.ndarray | None:
    """The CRF's posteriors where it doubts some word."""
    model.set(observed(words))
    best = model.tag()
    if min(model.marginal(x, k) for k, x in enumerate(best)) >= UNSURE:
        return None
    return np.array([[model.marginal(x, k) for x in LABELS] for k in range(len(words))])


def labelled(
    model: Model, taken: list[list[str]], ours: list[np.ndarray], share: float
) -> Iterator[str]:
    data = [
        w for words in taken for w in windows([[(x, "O") for x in words]], model.packed, "anercorp")
    ]
    theirs = predicted(model, with_states(model, data))
    for words, crf, encoder in zip(taken, ours, theirs, strict=True):
        scores = normalised(share * encoder + (1 - share) * np.log(np.maximum(crf, 1e-6)))
        if np.exp(scores.max(axis=-1).min()) >= AT_LEAST:
            labels = best_labels(scores.astype(np.float32), LABELS)
            yield "\n".join(f"{word} {label}" for word, label in zip(words, labels, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--crf", type=Path, required=True, help="the CRF teacher")
    parser.add_argument("--state", type=Path, required=True, help="checkpoint of names_encoder")
    parser.add_argument("--first", type=int, default=6, help="as the encoder was trained")
    parser.add_argument("--words", type=int, default=250_000, help="to label")
    parser.add_argument("--share", type=float, default=0.5, help="the encoder's weight")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--without", type=Path, action="append", default=[], help="a folder of gold"
    )
    args = parser.parse_args()
    without = {gold.stem for folder in args.without for gold in folder.rglob("*.json")}
    torch.set_num_threads(args.threads)
    model = Model(open_packed(model_path()), args.first)
    model.load_state_dict(torch.load(args.state, weights_only=True)["model"])
    crf = pycrfsuite.Tagger()
    crf.open(str(args.crf))
    taken: list[list[str]] = []
    ours: list[np.ndarray] = []
    total = read = kept = 0
    with args.out.open("w", encoding="utf-8") as out:
        for words in paragraphs(args.news, 11, without):
            read += len(words)
            posterior = unsure(crf, words)
            if posterior is not None:
                taken.append(words)
                ours.append(posterior)
                total += len(words)
            if len(taken) >= 500 or total >= args.words:
                for block in labelled(model, taken, ours, args.share):
                    out.write(block + "\n\n")
                    kept += 1
                print(f"{read} words read, {total} taken, {kept} paragraphs kept", flush=True)
                taken, ours = [], []
            if total >= args.words:
                break


if __name__ == "__main__":
    main()
