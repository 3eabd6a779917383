"""The named-entity corpora, as sentences of (word, label) in ANERcorp's labels PERS LOC ORG MISC.

ANERcorp, CAMeL split (Benajiba et al. 2007; Obeid et al. 2020; CC BY-SA 4.0), CAraNER, the Wojood
sample (Jarrar et al. 2022; MIT) and AQMAR (Mohit et al. 2012; CC BY-SA 3.0).  Texts are read where
they lie and nothing of them is written.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

Sentence = list[tuple[str, str]]
FINAL = frozenset(".؟?!")

_WOJOOD = {"PERS": "PERS", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
_AQMAR = {"PER": "PERS", "LOC": "LOC", "ORG": "ORG"}
_CARANER = {"PER": "PERS", "LOC": "LOC", "ORG": "ORG"}


def _mapped(label: str, names: dict[str, str], separator: str) -> str:
    kind, _, name = label.partition(separator)
    target = names.get(name)
    return f"{kind}-{target}" if target and kind in "BI" else "O"


def repaired(sentence: Sentence) -> Sentence:
    """An I- that continues nothing becomes B-."""
    out: Sentence = []
    before = "O"
    for word, label in sentence:
        fixed = "B" + label[1:] if label[:1] == "I" and before[2:] != label[2:] else label
        out.append((word, fixed))
        before = fixed
    return out


def columns(lines: Iterable[str]) -> Iterator[Sentence]:
    """Sentences of a two-column file: cut at blank lines, or at final marks where there are none."""
    sentence: Sentence = []
    for line in lines:
        word, _, label = line.rstrip("\n").rpartition(" ")
        if word:
            sentence.append((word, label))
        if sentence and (not word or word in FINAL):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def anercorp(path: Path) -> list[Sentence]:
    with path.open(encoding="utf-8") as lines:
        return list(columns(lines))


def wojood(folder: Path) -> list[Sentence]:
    out: list[Sentence] = []
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            for sentence in columns(lines):
                out.append(repaired([(w, _mapped(x, _WOJOOD, "-")) for w, x in sentence]))
    return out


def aqmar(folder: Path) -> list[Sentence]:
    out: list[Sentence] = []
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            for sentence in columns(lines):
                out.append(repaired([(w, _mapped(x, _AQMAR, "-")) for w, x in sentence]))
    return out


def caraner(path: Path) -> list[Sentence]:
    """Rows without a revised label hold a comma as word, or were cut: they are O."""
    sentences: dict[str, Sentence] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            label = _mapped(row["Revised_Label"] or "O", _CARANER, "_")
            sentences.setdefault(row["Sentence_ID"], []).append((row["Word"], label))
    return [repaired(s) for s in sentences.values()]


def spans(labels: Iterable[str]) -> set[tuple[int, int, str]]:
    """Entities of a label sequence, as ``(first, last + 1, type)``, conlleval's way."""
    found: set[tuple[int, int, str]] = set()
    start, kind = 0, ""
    at = 0
    for at, label in enumerate([*labels, "O"]):
        if kind and (label[:1] in "BO" or label[2:] != kind):
            found.add((start, at, kind))
            kind = ""
        if not kind and label != "O":
            start, kind = at, label[2:]
    return found
