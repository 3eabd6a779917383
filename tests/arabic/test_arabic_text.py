"""The folded view, words, clitics and sentences: every offset leads back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic import fold, fold_key, proclitic_splits, sentences, strip_enclitic, tokens

ANY = st.text(max_size=80)
ARABIC = st.text(
    'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئء ،.\u064b\u0651\u0640\u0661\u06f2 \n«»"', max_size=80
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُسْرَة", "اسره"),
        ("إلى", "الي"),
        ("مسؤول", "مسوول"),
        ("الـــقمة", "القمه"),
        ("١٢ و۳۴", "12 و34"),
        ("کابل", "كابل"),
        ("NATO", "nato"),
        ("ﻻ", "ﻻ"),  # a ligature of two letters stays as it is: one code point, one key
    ],
)
def test_spellings_of_one_word_fold_to_one(written: str, folded: str) -> None:
    assert fold(written).text == fold_key(written) == folded


@given(st.one_of(ANY, ARABIC))
def test_a_folded_span_leads_back_to_what_folds_to_it(text: str) -> None:
    view = fold(text)
    assert view.text == fold_key(text)
    assert len(view.offsets) == len(view.text)
    for at in range(len(view.text)):
        start, end = view.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert fold_key(text[start:end]) == view.text[at]


@given(st.one_of(ANY, ARABIC))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


@given(st.one_of(ANY, ARABIC))
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        at = token.end


def test_words_numbers_and_marks_are_told_apart() -> None:
    kinds = [(t.text, t.kind) for t in tokens("قال: 3.5 بالمئة، و12 يومًا!")]
    assert kinds == [
        ("قال", "word"), (":", "mark"), ("3.5", "number"), ("بالمئة", "word"), ("،", "mark"),
        ("و", "word"), ("12", "number"), ("يومًا", "word"), ("!", "mark"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "prefix", "stem"),
    [
        ("وللوزاره", "ول", "الوزاره"),
        ("للوزير", "ل", "الوزير"),
        ("بالقاهره", "ب", "القاهره"),
        ("ولندن", "و", "لندن"),
        ("كوزير", "ك", "وزير"),
        ("فبيروت", "فب", "يروت"),
    ],
)
def test_proclitics_are_offered_with_the_article_kept_on_the_stem(
    word: str, prefix: str, stem: str
) -> None:
    assert (prefix, stem) in [(s.prefix, s.stem) for s in proclitic_splits(word)]


@given(ARABIC)
def test_the_letters_of_a_split_are_those_of_the_word(text: str) -> None:
    for split in proclitic_splits(fold_key(text)):
        rest = fold_key(text)[split.width :]
        assert split.stem in (rest, "ا" + rest)


def test_a_pronoun_comes_off_with_the_ta_that_it_opened() -> None:
    assert ("زيارت", "ه") in list(strip_enclitic("زيارته"))
    assert ("زياره", "ه") in list(strip_enclitic("زيارته"))


@given(st.one_of(ANY, ARABIC))
def test_sentences_are_disjoint_and_hold_every_letter(text: str) -> None:
    spans = list(sentences(text))
    held = [i for start, end in spans for i in range(start, end)]
    assert held == sorted(set(held))
    assert {i for i, char in enumerate(text) if char.isalnum()} <= set(held)


def test_sentences_do_not_end_in_numbers_or_initials() -> None:
    text = "بلغت النسبة 3.5 بالمئة. وقال د. سامي إن ذلك جيد! أليس كذلك؟ نعم"
    found = [text[start:end] for start, end in sentences(text)]
    assert found == [
        "بلغت النسبة 3.5 بالمئة.", "وقال د. سامي إن ذلك جيد!", "أليس كذلك؟", "نعم",
    ]  # fmt: skip
