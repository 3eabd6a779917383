"""Bodies by their short names, texts by their noun, relays of deeds and words: sentences of our own."""

from __future__ import annotations

import pytest
from statements_support import read


def test_a_town_or_a_nationality_in_b_is_no_preposition() -> None:
    got = read("وقال رئيس بلدية الساحل سالم العمري إن العمل بدأ.")
    assert got.speakers == ["salem-al-omari"]
    got = read('وصفت طبيبة جنائية بريطانية ظروف العمل بأنها "غير آمنة".')
    assert got.contents == ['ظروف العمل بأنها "غير آمنة"']


def test_the_body_that_did_it_is_who_tells_of_it() -> None:
    got = read("أوقفت الشرطة مشتبها به في الحريق. وقالت إنه من سكان الحي.")
    assert got.speakers == ["الشرطة"]


def test_a_family_may_go_on_in_the_plural() -> None:
    got = read("وقالت أسرة البحار إن الحادث مدبر. وأضافوا أن البحث مستمر.")
    assert got.speakers[0] == got.speakers[1]


def test_a_text_is_from_whom_its_noun_was_told_of() -> None:
    got = read(
        "قال الاتحاد البلدي في تقرير إن السوق آمنة. وقالت وكالة النسيم إن الأسعار ارتفعت. "
        "وأضاف التقرير أن العمل مستمر."
    )
    assert got.speakers == ["municipal-union", "naseem-agency", "municipal-union"]


def test_the_agency_after_a_name_of_its_own() -> None:
    got = read("قال الاتحاد البلدي إن السوق آمنة. وأظهرت الأرقام الرسمية أن الأسعار ارتفعت.")
    assert got.speakers[1] != "municipal-union"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "اتهم سالم العمري الشركة بالتسرع، وفق ما نقلت وكالة النسيم.",
            ["الشركة بالتسرع"],
        ),
        (
            "وأكد مسؤول في الميناء، تحدث شريطة عدم ذكر اسمه لأن البحث مستمر، إغلاق الرصيف.",
            ["إغلاق الرصيف"],
        ),
        (
            "وقال التقرير الذي استند إلى لقاءات وزيارات للمصانع إن العمل شاق.",
            ["العمل شاق"],
        ),
        ("ونشرت الشرطة تغريدة جاء فيها أن الطريق مغلق.", ["الطريق مغلق"]),
        (
            'وجاء في خطة العمل التي أعلنها الاتحاد البلدي "نبدأ بالرصيف القديم ثم الجسر".',
            ["نبدأ بالرصيف القديم ثم الجسر"],
        ),
        ("واتهمت العملاء الخمسة المسلحين بترويع البحارة.", []),
        ("وأقيمت مراسم لجنود ذكرت أنهم غرقوا قبل شهر.", ["غرقوا قبل شهر"]),
        ("وارتفعت الرسوم، ما دعا التجار إلى إغلاق متاجرهم.", []),
        ('والجيش سيرد بـ"قوة كبيرة" على أي هجوم.', []),
    ],
)
def test_asides_texts_and_relays(text: str, contents: list[str]) -> None:
    assert [c for c in read(text).contents if c] == contents


def test_whom_words_are_told_to_is_no_subject() -> None:
    got = read(
        'قال سالم العمري إن العمل بدأ. وقال لوسائل إعلام محلية "لدينا الوقت كله لإتمام العمل".'
    )
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_a_relay_of_words_makes_no_second_statement() -> None:
    got = read("اتهم سالم العمري الشركة بالتسرع، وفق ما نقلت وكالة النسيم.")
    assert [link.entity for link in got.one().chain] == ["naseem-agency", "salem-al-omari"]


def test_a_title_goes_on_with_the_same_words() -> None:
    title = "العمري: الميناء آمن.. والعمل مستمر"
    assert read(title, {0: "title"}).contents == ["الميناء آمن.. والعمل مستمر"]
    two = read("العمري: الميناء آمن.. حداد: العمل مستمر", {0: "title"})
    assert two.contents == ["الميناء آمن", "العمل مستمر"]


def test_what_nothing_came_out_on_is_withheld() -> None:
    got = read("ولم يصدر أي تعليق رسمي عن الاتحاد البلدي حول الحريق.")
    assert (got.contents, got.speakers) == (["الحريق"], ["municipal-union"])
    assert got.one().polarity == "withheld"


def test_she_whom_a_man_tells_of_has_an_opinion_of_her_own() -> None:
    got = read("قال سالم العمري إنه قدم للمديرة اقتراحا لكنها رأت أنه متسرع.")
    assert got.contents == ["قدم للمديرة اقتراحا لكنها رأت أنه متسرع", "متسرع"]
    assert got.speakers[1] != got.speakers[0]
