"""Answers that did not come, charges that are directed at somebody, and what is found."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("ولم ترد وزارة النقل على طلب للتعليق على الحادث.", ["طلب للتعليق على الحادث"]),
        ("ولم يجب سالم العمري عن أسئلة الصحيفة.", ["أسئلة الصحيفة"]),
        ("ولم يرد تعليق من الاتحاد البلدي على الخبر.", ["الخبر"]),
        ("ولم تستجب وزارة النقل حتى الآن لطلب التعليق.", ["طلب التعليق"]),
        # it hit nobody back, and "must"
        ("ولم ترد القوات على الهجوم.", []),
        ("يجب على وزارة النقل أن تغلق الجسر.", []),
        ("ولم ترد تقارير عن وقوع إصابات.", []),
        ("ولم تستجب البلدية لمطالب الصيادين.", []),
    ],
)
def test_what_was_not_answered_is_held_back(text: str, contents: list[str]) -> None:
    got = read(text)
    assert got.contents == contents
    assert all(s.polarity == "withheld" for s in got.statements)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("وجهت النيابة إلى المدير اتهامات بالرشوة والتزوير.", ["الرشوة والتزوير"]),
        ("وجهت ليلى حداد اتهاما لسالم العمري بالإهمال.", ["سالم العمري بالإهمال"]),
        ("وجهت ليلى حداد أصابع الاتهام إلى سالم العمري.", ["سالم العمري"]),
        # nobody is told to have done it
        ("ووجهت له تهمة بالسرقة.", []),
        ("وجه سالم العمري سيارته إلى الميناء.", []),
    ],
)
def test_a_charge_is_what_somebody_is_accused_of(text: str, contents: list[str]) -> None:
    got = read(text)
    assert got.contents == contents
    assert all(s.act == "criticise" for s in got.statements)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("ووجد التقرير أن ثلث العمال يعملون ليلا.", ["ثلث العمال يعملون ليلا"]),
        ("لكن التقرير انتهى إلى أن الجسر سليم.", ["الجسر سليم"]),
        ("ووجدت اللجنة أن الحارس نام.", ["الحارس نام"]),
        # what anybody finds, and what a meeting comes to
        ("ووجد سالم العمري أن الباب مفتوح.", []),
        ("وانتهت اللجنة إلى رفض الطلب.", []),
        ("ووجدها التقرير مغلقة.", []),
    ],
)
def test_an_inquiry_finds_something(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "وخرج ناشطون في مسيرة، متهمين البلدية بإهمال السوق.",
            ["البلدية بإهمال السوق"],
        ),
        ("انسحب النواب، معلنين رفضهم للقانون.", ["رفضهم للقانون"]),
        (
            "وتواصلت وزارة النقل مع النقابة مبدية استعدادها للحوار.",
            ["استعدادها للحوار"],
        ),
        ("أفرج الحرس عن أربعة متهمين بالسرقة.", []),
        ("وطبقت البلدية إجراءات مشددة على الحدود.", []),
    ],
)
def test_several_who_accuse_and_a_deed_of_hers(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


def test_a_verb_behind_a_noun_with_its_article_has_its_own_subject() -> None:
    got = read("وفي رده على سؤال حول السفن العالقة نفى المتحدث باسم البلدية أن تكون هناك خطة.")
    assert got.contents == ["تكون هناك خطة"]
    assert got.one().speaker is not None
    assert read("جاء ذلك خلال جلسة اللجنة عرض فيها فيلم.").contents == []


def test_an_amount_is_no_participle() -> None:
    got = read('وتابع سالم العمري "إنها سرقة كبيرة للمال العام" دون أن يذكر مبلغا محددا.')
    assert got.contents == ["إنها سرقة كبيرة للمال العام", "مبلغا محددا"]
