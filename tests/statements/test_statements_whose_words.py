"""Who speaks behind هذا, in the oblique behind لكن, behind a time, and of what the sentence's subject is told to have said."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقالت هذه المصادر إن الجسر أغلق.", "المصادر"),
        ("وترى هذه المنظمات أن الجسر قديم.", "المنظمات"),
        ("وأعلن خلال الليل مصدر مطلع أن الجسر أغلق.", "مصدر مطلع"),
        ("لكن مناصريه يعتبرون أن الجسر قديم.", "مناصريه"),
        ("لكن المطالبين بالإصلاح يزعمون أن الجسر قديم.", "المطالبين بالإصلاح"),
        ("وقال أهلها إن الجسر أغلق.", "أهلها"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    one = read(text).one()
    assert one.speaker is not None
    assert one.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال سالم العمري ذلك. وشنت أرمادا غارات على مواقع قالت إنها مخازن سلاح.", "armada"),
        ("وزار سالم العمري الجسر. ونشرت صحيفة المرفأ صورا قالت إنها للجسر.", "marfa-newspaper"),
    ],
)
def test_the_sentences_subject_says_what_a_thing_is(text: str, speaker: str) -> None:
    assert read(text).speakers[-1] == speaker


def test_what_this_is_done_to_is_no_subject() -> None:
    got = read("وصل سالم العمري أمس. وانتقدت أرمادا هذه الصحيفة.")
    assert got.speakers == ["armada"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وصل سالم العمري. وتشير الشكوى أيضا إلى إغلاق الجسر.", "الشكوى"),
        ("وصل سالم العمري. ويقول هؤلاء المهاجرون إنهم عبروا الجسر.", "المهاجرون"),
        ("وصل سالم العمري. واعتبر مشاركون بجلسات المنتدى أن الجسر قديم.", "مشاركون"),
        ('وصل سالم العمري. واعتبر الصندوق "أن الجسر قديم وخطر على الناس".', "الصندوق"),
        ("وصل سالم العمري. وقال المنظمة الحقوقية في بيان إن الجسر قديم.", "المنظمة الحقوقية"),
        ('وصل سالم العمري. وكتب آخر: "لا تغلقوا الجسر أبدا".', "آخر"),
        ("وصل سالم العمري. وكشفت دراسة نشرت أمس أن الجسر قديم.", "دراسة"),
    ],
)
def test_who_stands_right_behind_the_verb(text: str, speaker: str) -> None:
    got = read(text).by_content("الجسر").speaker
    assert got is not None
    assert got.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "قال سالم العمري إنه أمر مدهش بالنسبة للسكان.",
        "قال سالم العمري إن المبلغ سيبلغ حوالي 400 مليار بحلول الصيف.",
        "قال سالم العمري إن على كل فرد تحمل المسؤولية.",
    ],
)
def test_nouns_and_sums_are_no_second_report(text: str) -> None:
    read(text).one()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت ثلاث نساء إن الجسر أغلق.", "نساء"),
        ("وأشارت خمس منظمات حقوقية إلى أن الجسر أغلق.", "منظمات حقوقية"),
    ],
)
def test_how_many_they_are_is_no_part_of_who_they_are(text: str, name: str) -> None:
    speaker = read(text).one().speaker
    assert speaker is not None
    assert speaker.name == name
