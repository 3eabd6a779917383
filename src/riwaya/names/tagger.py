"""The tagger: a linear-chain CRF over words, affixes, clusters and gazetteer hits.

Trained by training/names_train.py; models/ner.md is the model's card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from riwaya.names.entities import Form
from riwaya.names.features import features, restrict
from riwaya.names.gazetteer import splits
from riwaya.names.lexicon import compressed, words_of
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
def _model() -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    resource = files("riwaya") / "data" / "names" / "models" / "ner.crfsuite"
    with as_file(resource) as path:
        model.open(str(path))
    restrict(frozenset(row[0].encode() for row in compressed("ner.attributes.zst")))
    return model


def tag_words(words: Sequence[str]) -> list[Tagged]:
    """The names in one sentence or paragraph, given as words and marks."""
    found: list[Tagged] = []
    for at in range(0, len(words), LONGEST):
        model = _model()
        part = words[at : at + LONGEST]
        model.set(features(part, hints(part)))
        labels = model.tag()
        first = -1
        for i, label in enumerate([*labels, "O"]):
            if first >= 0 and (label[:1] != "I" or label[2:] != labels[first][2:]):
                score = min(model.marginal(labels[k], k) for k in range(first, i))
                found.append(Tagged(at + first, at + i - 1, labels[first][2:], score))
                first = -1
            if first < 0 and label != "O":
                first = i
    return found
