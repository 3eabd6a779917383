"""What holds for any text: offsets, stability under spelling, and an end in linear time."""

from __future__ import annotations

import time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.times.tagger import tag
from riwaya.times.timex3 import to_timex3_xml

WORDS = (
    "اليوم", "الخميس", "مساء", "30/12/2021", "10", "و", "11", "كانون", "الثاني", "/", "يناير", "الساعة", "23:35",
    "بتوقيت", "موسكو", "نحو", "50", "دقيقة", "قبل", "يومين", "من", "العام", "الماضي", "عام", "2015", "-", "الثالثة",
    "والنصف", "عصرا", "(", ")", "،", ".", "هـ", "رمضان", "كل", "شهر", "أول", "ثلاثاء", "حتى", "99999999999", "الف",
    "القرن", "\n", "عيد", "الأضحى", "31", "فبراير", "0000", "إلا", "ربعا", "ت", "غ", "منتصف", "مطلع", "صيف",
)  # fmt: skip

SENTENCES = (
    "وقع الوفدان الاتفاق مساء أمس الأربعاء 10/03/2021 في الساعة 19:30 بتوقيت عمان",
    "تستمر الدورة من 3 إلى 9 أيلول/سبتمبر المقبل",
    "استمر اللقاء نحو خمسين دقيقة قبل ثلاثة أيام",
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.sampled_from([None, "2021-03-12", "0001-01-01", "9999-12-31"]),
)
def test_any_row_of_time_words_is_read_without_error(words: list[str], date: str | None) -> None:
    text = " ".join(words)
    times = tag(text, date)
    ends = [0]
    for found in times:
        assert text[found.start : found.end] == found.text
        assert found.text == found.text.strip() != ""
        assert found.value
        assert found.start >= ends[-1]
        ends.append(found.end)
    document = ET.fromstring(to_timex3_xml(text, times))
    assert "".join(document.itertext()) == text
    assert len(document) == len(times)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_ends(text: str) -> None:
    to_timex3_xml(text, tag(text, "2021-03-12"))


@pytest.mark.parametrize("text", SENTENCES)
def test_spelling_does_not_change_what_is_read(text: str) -> None:
    plain = [(t.type, t.value) for t in tag(text, "2021-03-12")]
    assert plain
    marked = "".join(c + ("\u064e" if c in "بتسيل" else "") for c in text)
    stretched = text.replace("س", "سـ")
    hindi = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for variant in (marked, stretched, hindi, f"{text}."):
        assert [(t.type, t.value) for t in tag(variant, "2021-03-12")] == plain


@pytest.mark.parametrize("clitic", ["و", "ف", "ل", "ب", "ول"])
def test_a_clitic_stays_outside_the_span(clitic: str) -> None:
    [found] = tag(f"{clitic}رمضان 1442", "2021-03-12") or [None]  # type: ignore[list-item]
    assert found is not None
    assert found.text == "رمضان 1442"


@pytest.mark.parametrize(
    "piece", ["10 و ", "اليوم ", "الساعة ", "من ", "خمسة و", "قبل ", "/", '"', "2020 - ", "عام "]
)
def test_a_long_monotonous_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        tag(text, "2021-03-12")
        return time.process_time() - start

    seconds(1000)
    assert min(seconds(12_000), seconds(12_000)) < 0.4 + 10 * seconds(4_000)
