"""The tagger: a linear-chain CRF over words, affixes, clusters and gazetteer hits.

Trained by training/names_train.py; models/ner.md is the model's card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from threading import Lock

import numpy as np

from riwaya.names import crf
from riwaya.names.crf import Floats
from riwaya.names.ensemble import best_labels, embeddings, mixed, reader
from riwaya.names.features import EDGES, PLACES, beside, marks, own, pair
from riwaya.names.hints import hints, town_hints

LONGEST = 400
"""Words tagged in one go; longer runs are cut."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words ``[first, last]`` are one name of ``label`` (PERS, LOC, ORG, MISC), this surely (0 to 1)."""

    first: int
    last: int
    label: str
    score: float


class _Remembered:
    """What words say, each as a few rows of label scores: made when first met, and kept.

    ``empty`` is what "" says.
    """

    most = 50_000
    """Words kept by a process."""

    def __init__(self, make: Callable[[str], list[Floats]], empty: list[Floats]) -> None:
        self._make, self._empty = make, np.array(empty, np.float32)
        self._lock = Lock()
        self._forget()

    def _forget(self) -> None:
        self._rows = {"": 0}
        self._table = np.zeros((256, *self._empty.shape), np.float32)
        self._table[0] = self._empty

    def of(self, words: Sequence[str]) -> Floats:
        """Words × rows × labels."""
        with self._lock:
            try:
                rows = [self._rows[word] for word in words]
            except KeyError:
                if len(self._rows) > self.most:
                    self._forget()
                rows = [self._row(word) for word in words]
            out: Floats = self._table[rows]
        return out

    def _row(self, word: str) -> int:
        row = self._rows.get(word)
        if row is None:
            row = len(self._rows)
            if row == len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._table[row] = self._make(word)
            self._rows[word] = row
        return row


class CrfTagger:
    """A model, and what it says of the words that it has met."""

    def __init__(self, model: crf.Model) -> None:
        self.model = model
        nothing = model.scores(())
        edges = [nothing, *(model.scores(EDGES[place]) for place in PLACES)]
        self._words = _Remembered(self._word, edges)
        self._marks = _Remembered(lambda x: [model.scores(m) for m in marks(x)], [nothing] * 3)
        self._pairs = _Remembered(lambda name: [model.scores((name,))], [nothing])
        self._towns = any(name.startswith("g=T") for name in model.rows)
        self._paired = any(name.startswith(("npc=", "ncn=")) for name in model.rows)

    def _word(self, word: str) -> list[Floats]:
        scores = self.model.scores
        return [scores(own(word)), *(scores(beside(word, place)) for place in PLACES)]

    def scores(self, texts: Sequence[Sequence[str]]) -> Floats:
        """Label scores of the words of texts, each by itself, one behind another."""
        gap = [""] * max(PLACES)
        run = [*gap, *(word for text in texts for word in (*text, *gap))]
        real = np.array([k for k, word in enumerate(run) if word], np.intp)
        said = self._words.of(run)
        out: Floats = said[real, 0]
        for row, place in enumerate(PLACES, 1):
            out += said[real + place, row]
        for lists in (hints, town_hints) if self._towns else (hints,):
            labels = [*gap, *(label for text in texts for label in (*lists(text), *gap))]
            said = self._marks.of(labels)
            out += said[real, 0] + said[real + 1, 1] + said[real - 1, 2]
        if self._paired:
            self._add_pairs(out, texts)
        return out

    def _add_pairs(self, out: Floats, texts: Sequence[Sequence[str]]) -> None:
        at = 0
        for text in texts:
            for k in range(at + 1, at + len(text)):
                both = pair(text[k - at - 1], text[k - at])
                if both is not None:
                    said = self._pairs.of(both)
                    out[k] += said[0, 0]
                    out[k - 1] += said[1, 0]
            at += len(text)

    def probabilities(self, texts: Sequence[Sequence[str]]) -> list[Floats]:
        """The probability of each of the model's labels at each word, a text; no text is empty."""
        if not texts:
            return []
        lengths = [len(text) for text in texts]
        found = crf.probabilities(self.scores(texts), lengths, self.model)
        return np.split(found, np.cumsum(lengths)[:-1])


@cache
def tagger() -> CrfTagger:
    """The tagger as it ships."""
    resource = files("riwaya") / "data" / "names" / "models" / "ner.npz"
    with as_file(resource) as path:
        return CrfTagger(crf.load(path))


def posteriors(words: Sequence[str], labels: Sequence[str]) -> Floats:
    """The probability of each label at each word, by the CRF; words × ``labels``."""
    found = tagger().probabilities([words])[0]
    order = tagger().model.labels
    return np.stack([found[:, order.index(label)] for label in labels], axis=1)


def tag_texts(texts: Sequence[Sequence[str]]) -> list[list[Tagged]]:
    """The names in each of a page's sentences or paragraphs, given as words and marks."""
    pieces = [
        (number, at, text[at : at + LONGEST])
        for number, text in enumerate(texts)
        for at in range(0, len(text), LONGEST)
    ]
    runs = [piece for _, _, piece in pieces]
    if embeddings():
        order: Sequence[str] = reader().labels
        scores = [np.exp(mixed(words, posteriors)) for words in runs]
    else:
        order = tagger().model.labels
        scores = tagger().probabilities(runs)
    out: list[list[Tagged]] = [[] for _ in texts]
    for (number, at, _), found in zip(pieces, scores, strict=True):
        out[number] += _names(found, order, at)
    return out


def tag_words(words: Sequence[str]) -> list[Tagged]:
    """The names in one sentence or paragraph, given as words and marks."""
    return tag_texts([words])[0]


def _names(found: Floats, order: Sequence[str], at: int) -> Iterator[Tagged]:
    """The names by the likeliest label of each word, where those make a sequence, and else by the best sequence.

    A name is as sure as the least sure of its words is of the name's type, whether it begins there or goes on.
    """
    labels = decoded(found, order)
    for first, last in _runs(labels):
        kind = labels[first][2:]
        columns = [k for k, label in enumerate(order) if label[2:] == kind and label != "O"]
        score = found[first : last + 1, columns].sum(axis=1).min()
        yield Tagged(at + first, at + last, kind, min(float(score), 1.0))


def decoded(found: Floats, order: Sequence[str]) -> list[str]:
    """A label a word, from probabilities."""
    labels = [order[k] for k in found.argmax(axis=1).tolist()]
    before = "O"
    for label in labels:
        if label[0] == "I" and before[2:] != label[2:]:
            return best_labels(np.log(np.maximum(found, 1e-9)), order)
        before = label
    return labels


def _runs(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last place of each name of a label sequence."""
    first = -1
    for i, label in enumerate([*labels, "O"]):
        if first >= 0 and (label[:1] != "I" or label[2:] != labels[first][2:]):
            yield first, i - 1
            first = -1
        if first < 0 and label != "O":
            first = i
