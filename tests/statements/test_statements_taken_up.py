"""What this or that, as an object, takes up: another's words before it; and what only looks like a report."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    "text",
    [
        "قال سالم العمري إن الجسر مغلق، لكن ليلى حداد تنفي ذلك.",
        "قال سالم العمري إن الجسر مغلق. ونفت ليلى حداد ذلك أمس.",
    ],
)
def test_a_denial_of_that_denies_what_was_said_before(text: str) -> None:
    got = read(text)
    assert got.contents == ["الجسر مغلق", "الجسر مغلق"]
    assert got.speakers == ["salem-al-omari", "layla-haddad"]
    assert got.statements[1].polarity == "denied"


def test_that_alone_tells_nothing() -> None:
    assert read("شجعت البلدية رامي شاهين على ذلك.").contents == []
    assert read("لدى سلوان معلومات تؤكد ذلك.").contents == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("اعتبرت ليلى حداد ذلك خطأ كبيرا.", "ذلك خطأ كبيرا"),
        ("رفض سالم العمري ذلك المقترح.", "ذلك المقترح"),
        ("وافق سالم العمري على ذلك.", "ذلك"),
        ("بني السوق في عام قديم. وتنفي ليلى حداد ذلك.", "ذلك"),  # nobody has said it
    ],
)
def test_that_with_more_or_agreed_to_is_the_content(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("سلوان توقع اتفاقية لبيع القطارات.", []),
        ("توقع سالم العمري هبوط الأسعار.", ["هبوط الأسعار"]),
        ("عرض الحراس أنفسهم للخطر.", []),
        ("عرضت البلدية مساعدة السكان.", ["مساعدة السكان"]),
        ("عرض بعض السكان فيديو قصيرا للجسر.", []),
        ("لم يتوقع سالم العمري أن يغلق الجسر.", []),
        ("كانت هذه ثالث مرة يتم فيها رفض الطلب القديم.", []),
        ("تنظر اللجنة في حالة عجز أو رفض الشركات دفع الأجور.", []),
        ("حوكم الرجال الذين يتهمون بجرائم كثيرة وبسرقة الميناء.", []),
        ("اتهمت ليلى حداد الشركة بسرقة الميناء.", ["الشركة بسرقة الميناء"]),
        ("أصدرت البلدية تحذيرات عدة، وعاد الهدوء.", []),
        ("أصدرت البلدية تحذيرا من عاصفة قوية.", ["تحذيرا من عاصفة قوية"]),
        ("تبحث شركة نقل في سلوان، عن سائقين جدد.", []),
        ("قال سالم العمري إنها رد على الحريق.", ["رد على الحريق"]),
        ("أعلن سالم العمري بدء العمل في الميناء.", ["بدء العمل في الميناء"]),
        ('أغلق السوق، وجاء في حساب البلدية الرسمي على موقع الأخبار المحلي "سلوان".', []),
    ],
)
def test_deeds_and_nouns_spelt_like_cues_are_no_reports(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وجهت ليلى حداد انتقادات حادة إلى شركة القطارات.", "شركة القطارات"),
        ("وجه سالم العمري نداء عاجلا للسكان لإخلاء الميناء.", "إخلاء الميناء"),
        ("وجهت ليلى حداد نداء إلى السكان.", "نداء إلى السكان"),
    ],
)
def test_a_criticism_is_of_whom_it_hits_and_a_call_of_what_it_asks(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_what_a_deed_rests_on_is_no_source() -> None:
    got = read("قال سالم العمري إن الحملة جرت استنادا إلى معلومات موثقة جمعت أمس.").one()
    assert got.speaker is not None
    assert got.speaker.entity == "salem-al-omari"
