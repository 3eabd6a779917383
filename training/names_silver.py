"""Make silver training text: news labelled by the ensemble, to teach the CRF what the encoder knows.

    nice python -m training.names_silver NEWS.jsonl.gz NER_FOLDER --state ENCODER.pt -o SILVER.npz

Articles are read in a random order.  Of each, those paragraphs are taken in which the CRF is unsure of a
word: there the encoder has something to tell.  They are read together, as running text.  What is kept of a
word is the mixture's probability of each label.  Left out is every page of ``--without`` (gold sets: files
named by the page's id, and ``pages.jsonl``), every paragraph that such a page has too, and every paragraph that shares eight
words in a row with ANERcorp's test part.  The file is written outside the repository (the text is the
outlets').  Needs PyTorch, as training/names_encoder.py does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from riwaya.arabic import tokens
from riwaya.names import crf
from riwaya.names.ensemble import NO_NAME, SHARE, normalised
from riwaya.names.tagger import CrfTagger
from training import names_corpora as corpora
from training.names_crf import LABELS

if TYPE_CHECKING:
    from training.names_encoder import Model

Floats = npt.NDArray[np.float32]
Words = list[str]

SHORTEST, LONGEST = 6, 160
UNSURE = 0.88
"""A paragraph is taken where the CRF's best label of some word is less sure than this."""

_SHARED = 8
_AT_ONCE = 60


def written(path: Path, texts: Sequence[Words], targets: Sequence[Floats]) -> None:
    """Write labelled text; probabilities in eight bits."""
    with path.open("wb") as out:
        np.savez_compressed(
            out,
            words=np.frombuffer("\n".join(w for words in texts for w in words).encode(), np.uint8),
            lengths=np.array([len(words) for words in texts]),
            targets=np.rint(np.concatenate(targets) * 255).astype(np.uint8),
        )


def stored(path: Path, most: int) -> Iterator[tuple[Words, Floats]]:
    """Paragraphs of a silver file and their words' probabilities, up to ``most`` words."""
    with np.load(path) as file:
        words = file["words"].tobytes().decode().split("\n")
        targets = file["targets"].astype(np.float32) + 1e-3
        ends = np.cumsum(file["lengths"]).tolist()
    targets /= targets.sum(axis=1, keepdims=True)
    for first, end in zip([0, *ends], ends, strict=False):
        if end > most:
            return
        yield words[first:end], targets[first:end]


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[k : k + _SHARED]) for k in range(len(words) - _SHARED + 1))


def articles(news: Path, ner: Path, without: Set[str]) -> Iterator[list[Words]]:
    """The paragraphs of each article that may be trained on."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    random.Random(11).shuffle(records)  # a sample, no secret
    test = [word for s in corpora.anercorp(ner / "anercorp_test.txt") for word, _ in s]
    measured_on = set(runs(test))
    seen = {" ".join(p) for r in records if r["id"] in without for p in paragraphs(r)}
    for record in records:
        taken = []
        for words in paragraphs(record):
            key = " ".join(words)
            if key not in seen and not measured_on.intersection(runs(words)):
                seen.add(key)
                if SHORTEST <= len(words) <= LONGEST:
                    taken.append(words)
        if record["id"] not in without and taken:
            yield taken


def paragraphs(record: dict[str, str]) -> Iterator[Words]:
    for part in f"{record['title']}\n{record['text']}".split("\n"):
        yield [token.text for token in tokens(part)]


def pages_of(folder: Path) -> Iterator[str]:
    """The ids of the pages of gold sets, at any depth."""
    yield from (gold.stem for gold in folder.rglob("*.json"))
    for path in folder.rglob("pages.jsonl*"):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["id"] for line in lines)


def unsure(tagger: CrfTagger, texts: Sequence[Words]) -> Iterator[tuple[Words, Floats]]:
    """The paragraphs in which the CRF doubts a word, with its probabilities."""
    for words, found in zip(texts, tagger.probabilities(texts), strict=True):
        if found.max(axis=1).min() < UNSURE:
            yield words, found


def mixed(
    model: Model, texts: Sequence[Sequence[tuple[Words, Floats]]], order: Sequence[int]
) -> Iterator[Floats]:
    """The mixture's probabilities of each paragraph; paragraphs of one article share windows."""
    from training.names_encoder import predicted, windows, with_states

    data = [
        w for article in texts
        for w in windows([[(x, "O") for x in words] for words, _ in article], model.packed, "anercorp")
    ]  # fmt: skip
    encoder = np.concatenate(predicted(model, with_states(model, data)))
    at = 0
    for _, found in (one for article in texts for one in article):
        ours = np.log(np.maximum(found[:, order], 1e-6))
        scores = SHARE * encoder[at : at + len(found)] + (1 - SHARE) * ours
        scores[:, 0] -= NO_NAME
        at += len(found)
        yield np.exp(normalised(scores.astype(np.float32)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("ner", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--crf", type=Path, required=True, help="the CRF teacher")
    parser.add_argument("--state", type=Path, required=True, help="checkpoint of names_encoder")
    parser.add_argument("--first", type=int, default=6, help="as the encoder was trained")
    parser.add_argument("--words", type=int, default=1_000_000, help="to label")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--without", type=Path, action="append", default=[], help="a folder of gold"
    )
    args = parser.parse_args()
    import torch

    from riwaya.names.encoder.packed import model_path, open_packed
    from training.names_encoder import Model

    without = {page for folder in args.without for page in pages_of(folder)}
    torch.set_num_threads(args.threads)
    model = Model(open_packed(model_path()), args.first)
    model.load_state_dict(torch.load(args.state, weights_only=True)["model"])
    tagger = CrfTagger(crf.load(args.crf))
    order = [tagger.model.labels.index(label) for label in LABELS]
    texts: list[Words] = []
    targets: list[Floats] = []
    waiting: list[list[tuple[Words, Floats]]] = []
    read = taken = 0
    for article in articles(args.news, args.ner, without):
        read += sum(map(len, article))
        if found := list(unsure(tagger, article)):
            waiting.append(found)
            taken += sum(len(words) for words, _ in found)
        if len(waiting) == _AT_ONCE or taken >= args.words:
            texts += [words for one in waiting for words, _ in one]
            targets += mixed(model, waiting, order)
            waiting = []
            print(f"{read:,} words read, {taken:,} taken", flush=True)
        if taken >= args.words:
            break
    written(args.out, texts, targets)


if __name__ == "__main__":
    main()
