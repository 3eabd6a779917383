"""Cues that another word of the same spelling, or a rare form, hides."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("واستهدفت الغارات مواقع قيل إنها تابعة للمسلحين.", "تابعة للمسلحين"),
        ("وقيل لها إنها ستفصل من عملها قريبا.", "ستفصل من عملها قريبا"),
    ],
)
def test_it_is_said_is_from_nobody(text: str, content: str) -> None:
    got = read(text)
    assert got.contents == [content]
    assert got.one().speaker is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قالت مصادر مطلعة إن العرض انتهى أمس.", "العرض انتهى أمس"),
        (
            "وكانت تقارير إعلامية ذكرت في وقت سابق أن قوات دخلت المدينة.",
            "قوات دخلت المدينة",
        ),
        (
            "ولطالما كررت الحكومة أن الحدود مغلقة.",
            "الحدود مغلقة",
        ),
    ],
)
def test_a_cue_is_read_behind_an_adjective_or_an_adverb(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        'وعرضت القناة فيلما عن أبرز معالم المدينة باعتبار أنها "لؤلؤة الشمال".',
        "وسحبت الشركة بعض السيارات التي تبين أنها معيبة.",
        "ويتضمن المشروع شق قناة على طول الحدود، كما قيل لنا».",
        'والقوات ترد على الهجمات "بضربات دقيقة".',
        'لاحظ السكان ارتفاعا في الأسعار و"تقصيرا في الرقابة".',
    ],
)
def test_other_words_are_no_cues(text: str) -> None:
    assert read(text).contents == []


def test_again_is_no_repetition_in_words() -> None:
    got = read('وقال العمري إن الطرفين اتفقا على اللقاء مجددا "عند الضرورة".')
    assert got.contents[0] == 'الطرفين اتفقا على اللقاء مجددا "عند الضرورة"'
    assert "عند الضرورة" not in got.contents


def test_a_pronoun_of_women_joins_a_verb() -> None:
    got = read("وقال العمري إن الجنود أوقفوا المسافرات وأخبروهن بأن الطريق مغلق.")
    assert "الطريق مغلق" in got.contents
