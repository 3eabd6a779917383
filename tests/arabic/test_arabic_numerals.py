from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.arabic import tokens
from riwaya.arabic.numerals import read_number, read_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خمسة وعشرون", 25),
        ("ثلاثة عشر", 13),
        ("إحدى عشرة", 11),
        ("مئتان وخمسون", 250),
        ("ثلاث مئة وأربعة", 304),
        ("ألفين وثمانية عشر", 2018),
        ("خمسة وعشرون ألفا و300", 25_300),
        ("ثلاثة ملايين و200 ألف", 3_200_000),
        ("نصف مليار", 500_000_000),
        ("مليونان ونصف المليون", 2_500_000),
        ("2,5 مليون", 2_500_000),
        ("١٬٥٠٠", 1500),
        ("٢٫٥", 2.5),
        ("1.200.000", 1_200_000),
        ("عشرة آلاف وخمسين", 10_050),
        ("متين تلاتة وستين", 263),
    ],
)
def test_a_whole_number_is_read(text: str, value: float) -> None:
    row = tokens(text)
    read = read_number(row, 0)
    assert read is not None
    assert (read.value, read.next) == (value, len(row))


def test_coordinated_numbers_stay_apart() -> None:
    row = tokens("10 و 11")
    read = read_number(row, 0)
    assert read is not None
    assert (read.value, read.next) == (10, 1)
    words = read_number(tokens("ثلاثة وأربعة"), 0)
    assert words is not None
    assert words.next == 1


def test_a_proclitic_is_left_out_of_the_span_and_the_article_is_not() -> None:
    text = "وبِخمسين"
    read = read_number(tokens(text), 0)
    assert read is not None
    assert (text[read.start : read.end], read.joined) == ("خمسين", True)
    definite = read_number(tokens("والثلاثة"), 0)
    assert definite is not None
    assert definite.definite
    assert definite.start == 1


@pytest.mark.parametrize(
    "text", ["آلاف القتلى", "لست وحدي", "الاثنين", "أحد الشهود", "30.12.2021", "وزير", ""]
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read_number(tokens(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("الحادي والعشرين", 21), ("الثالثة", 3), ("الحادية عشرة", 11), ("العشرون", 20), ("رابع", 4)],
)
def test_ordinals_are_read(text: str, value: int) -> None:
    read = read_ordinal(tokens(text), 0)
    assert read is not None
    assert read.value == value


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["و", "ألف", "مليون", "خمسة", "وعشرون", "مئة", "ونصف", "12", "عشر", "فاصلة", "1,5"]
        ),
        max_size=40,
    )
)
def test_any_row_of_number_words_ends_within_it(words: list[str]) -> None:
    row = tokens(" ".join(words))
    for at in range(len(row)):
        read = read_number(row, at)
        assert read is None or at < read.next <= len(row)
