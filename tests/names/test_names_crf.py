"""The chain: probabilities against all paths counted out, models written and read, and one trained."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.names.crf import Model, load, may_follow, probabilities, save
from riwaya.names.tagger import CrfTagger, decoded
from training.names_crf import LABELS, Corpus, Example, certain, train
from training.names_train import attributes_of, units_of

FEW = ("O", "B-PERS", "I-PERS", "B-LOC")


def model(seed: int) -> Model:
    between = np.random.default_rng(seed).normal(scale=2, size=(4, 4)).astype(np.float32)
    between[~may_follow(FEW)] = -1e4
    return Model(FEW, {}, np.zeros((0, 4), np.int8), np.zeros(0, np.float16), between)


def counted(scores: np.ndarray, between: np.ndarray) -> np.ndarray:
    """Every path's weight, summed a word and label."""
    out = np.zeros(scores.shape)
    for path in itertools.product(range(len(FEW)), repeat=len(scores)):
        if FEW[path[0]][0] == "I":
            continue
        weight = sum(scores[k, label] for k, label in enumerate(path))
        weight += sum(between[a, b] for a, b in itertools.pairwise(path))
        for k, label in enumerate(path):
            out[k, label] += np.exp(weight)
    return out / out.sum(axis=1, keepdims=True)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 1000))
def test_probabilities_are_what_all_paths_come_to(lengths: list[int], seed: int) -> None:
    chain = model(seed)
    scores = np.random.default_rng(seed).normal(scale=3, size=(sum(lengths), 4)).astype(np.float32)
    found = np.split(probabilities(scores, lengths, chain), np.cumsum(lengths)[:-1])
    for text, wanted in zip(found, np.split(scores, np.cumsum(lengths)[:-1]), strict=True):
        assert text == pytest.approx(counted(wanted, chain.transitions), abs=1e-4)


def test_a_long_text_with_far_scores_neither_overflows_nor_vanishes() -> None:
    scores = np.random.default_rng(5).normal(scale=60, size=(900, 4)).astype(np.float32)
    found = probabilities(scores, [900], model(5))
    assert np.isfinite(found).all()
    assert found.sum(axis=1) == pytest.approx(np.ones(900), abs=1e-4)


def test_a_model_is_read_as_it_was_written_but_for_what_eight_bits_lose(tmp_path: Path) -> None:
    names = ["w=سليم", "e2=ان", "w=لا"]
    weights = np.array([[0.5, -3, 2, 1], [0.01, 0, 0.02, -0.01], [0, 0, 0, 0]], np.float32)
    save(tmp_path / "m.npz", names, weights, np.ones((4, 4), np.float32), FEW)
    read = load(tmp_path / "m.npz")
    assert set(read.rows) == {"w=سليم", "e2=ان"}, "what weighs nothing is left out"
    assert read.scores(["w=سليم"]) == pytest.approx(weights[0], abs=0.02)
    assert read.scores(["e2=ان", "w=nobody"]) == pytest.approx(weights[1], abs=2e-4)
    assert read.transitions[0, 2] < -1000, "no name begins inside"


def test_a_chain_learns_from_hand_made_and_from_unsure_labels(tmp_path: Path) -> None:
    names = ("سليم", "هاني", "سميرة", "عادل")
    told = [Example(["قال", name, "الدوري", "أمس", "."], certain(["O", "B-PERS", "I-PERS", "O", "O"])) for name in names]  # fmt: skip
    told += [Example(["عاد", "أمس", "إلى", town, "."], certain(["O", "O", "O", "B-LOC", "O"])) for town in ("عمان", "مراكش")]  # fmt: skip
    half = certain(["O", "B-LOC"])
    half[1] = half[1] / 2 + certain(["B-ORG"])[0] / 2
    told += [Example(["نادي", "الساحل"], half, 2.0)] * 4
    corpus = Corpus(told, units_of, attributes_of, 1)
    weights, between = train(corpus, 0.01, 60)
    save(tmp_path / "m.npz", corpus.names, weights, between, LABELS)
    tagger = CrfTagger(load(tmp_path / "m.npz"))
    new, unsure = tagger.probabilities([["قال", "منصور", "الدوري", "."], ["نادي", "الساحل"]])
    assert decoded(new, LABELS) == ["O", "B-PERS", "I-PERS", "O"]
    assert unsure[1, LABELS.index("B-LOC")] == pytest.approx(0.5, abs=0.1)
    assert unsure[1, LABELS.index("B-ORG")] == pytest.approx(0.5, abs=0.1)
