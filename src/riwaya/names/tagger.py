"""The tagger: a linear-chain CRF over words, affixes, clusters and gazetteer hits.

Trained by training/names_train.py; models/ner.md is the model's card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import pycrfsuite

from riwaya.names.ensemble import Floats, best_labels, embeddings, mixed, reader
from riwaya.names.entities import Form
from riwaya.names.features import Features, features, restrict, sees
from riwaya.names.gazetteer import splits
from riwaya.names.lexicon import compressed, frequency, words_of
from riwaya.names.load import lines
from riwaya.names.registry import form_key, registry

LONGEST = 400
"""Words tagged in one go; longer runs are cut."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words ``[first, last]`` are one name of ``label`` (PERS, LOC, ORG, MISC), this surely (0 to 1)."""

    first: int
    last: int
    label: str
    score: float


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First folded word → forms and the label that they hint at."""
    grouped: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    labels = {"PER": "P", "GPE": "L", "LOC": "L", "FAC": "L", "ORG": "O"}
    for key, forms in registry().forms.items():
        form: Form = forms[0]
        entity = registry().entity(form.entity)
        if entity is not None and (label := labels.get(entity.type)):
            grouped[key[0]].append((key, label + ("w" if form.weak else "")))
    for _, arabic in lines("people_more"):
        key = form_key(arabic)
        grouped[key[0]].append((key, "P"))
    for group, label in (("clubs", "C"), ("firms", "F")):
        for word in words_of(group):
            key = tuple(word.split("_"))
            grouped[key[0]].append((key, label))
    return {k: sorted(v, key=lambda entry: -len(entry[0])) for k, v in grouped.items()}


def hints(words: Sequence[str]) -> list[str]:
    """A gazetteer label a word: begin or inside, the kind, and whether the form is of one word."""
    keys = [form_key(w)[0] if w else w for w in words]
    found = [""] * len(words)
    known = _forms()
    i = 0
    while i < len(keys):
        width = 1
        for split in splits(keys[i]):
            hit = next(
                (
                    (form, label)
                    for form, label in known.get(split.stem, ())
                    if tuple(keys[i + 1 : i + len(form)]) == form[1:]
                ),
                None,
            )
            if hit is not None and (not split.prefix or len(split.stem) > 2):
                form, label = hit
                width = len(form)
                size = "" if width > 1 else "1"
                clitic = "c" if split.prefix else ""
                found[i] = f"B{label}{size}{clitic}"
                for k in range(1, width):
                    found[i + k] = f"I{label}"
                break
        i += width
    return found


@cache
def _towns() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First folded word → towns' forms, the longer first, and their size with how common the word is."""
    grouped: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for form, size in compressed("towns.tsv.zst"):
        key = tuple(form.split())
        common = sum(frequency(key[0]) >= least for least in _COMMON) if len(key) == 1 else "m"
        grouped[key[0]].append((key, f"{size}{common}"))
    return {k: sorted(v, key=lambda entry: -len(entry[0])) for k, v in grouped.items()}


_COMMON = (5, 100, 1000)
"""Places in the news sample from which a town's single word is seldom, at times, often something else."""


def town_hints(words: Sequence[str]) -> list[str]:
    """A label a word from the long list of towns, "" for none."""
    keys = [form_key(w)[0] if w else w for w in words]
    found = [""] * len(words)
    known = _towns()
    i = 0
    while i < len(keys):
        hit = next(
            (
                (form, label, bool(split.prefix))
                for split in splits(keys[i])
                for form, label in known.get(split.stem, ())
                if tuple(keys[i + 1 : i + len(form)]) == form[1:]
            ),
            None,
        )
        width = 1
        if hit is not None:
            form, label, joined = hit
            width = len(form)
            found[i] = f"T{label}{'c' if joined else ''}"
            found[i + 1 : i + width] = ["IT"] * (width - 1)
        i += width
    return found


def observed(words: Sequence[str]) -> list[Features]:
    """What the model sees of each word."""
    return features(words, hints(words), town_hints(words) if sees("g=T") else ())


@cache
def _model() -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    resource = files("riwaya") / "data" / "names" / "models" / "ner.crfsuite"
    with as_file(resource) as path:
        model.open(str(path))
    restrict(frozenset(row[0].encode() for row in compressed("ner.attributes.zst")))
    return model


def posteriors(words: Sequence[str], labels: Sequence[str]) -> Floats:
    """The probability of each label at each word, by the CRF; words × ``labels``."""
    model = _model()
    model.set(observed(words))
    known = frozenset(model.labels())
    return np.array(
        [[model.marginal(x, k) if x in known else 0.0 for x in labels] for k in range(len(words))],
        np.float32,
    )


def tag_words(words: Sequence[str]) -> list[Tagged]:
    """The names in one sentence or paragraph, given as words and marks."""
    tag = _tag_mixed if embeddings() else _tag
    return [
        Tagged(at + name.first, at + name.last, name.label, name.score)
        for at in range(0, len(words), LONGEST)
        for name in tag(words[at : at + LONGEST])
    ]


def _tag(words: Sequence[str]) -> Iterator[Tagged]:
    model = _model()
    model.set(observed(words))
    labels = model.tag()
    for first, last in _runs(labels):
        score = min(model.marginal(labels[k], k) for k in range(first, last + 1))
        yield Tagged(first, last, labels[first][2:], score)


def _tag_mixed(words: Sequence[str]) -> Iterator[Tagged]:
    scores = mixed(words, posteriors)
    order = reader().labels
    labels = best_labels(scores, order)
    for first, last in _runs(labels):
        least = min(scores[k, order.index(labels[k])] for k in range(first, last + 1))
        yield Tagged(first, last, labels[first][2:], float(np.exp(least)))


def _runs(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last place of each name of a label sequence."""
    first = -1
    for i, label in enumerate([*labels, "O"]):
        if first >= 0 and (label[:1] != "I" or label[2:] != labels[first][2:]):
            yield first, i - 1
            first = -1
        if first < 0 and label != "O":
            first = i
