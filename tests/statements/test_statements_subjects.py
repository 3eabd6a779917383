"""Who is the subject: words that cannot be, titles of several parts, names set behind an aside."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال سالم العمري إن العمل بدأ. ودعا الأحزاب إلى حضور الحفل.", "حضور الحفل"),
        ('قال سالم العمري إن العمل بدأ. وأضاف سيكون "هذا أول ميناء حديث في سلوان".', "هذا أول"),
        ('قال سالم العمري إن العمل بدأ. وقال وسط عمال الميناء: "سنفتحه غدا إن شئنا".', "سنفتحه"),
        ('قال سالم العمري إن العمل بدأ. وقال ذات مرة: "لم أر ميناء أجمل من هذا".', "لم أر"),
    ],
)
def test_what_cannot_be_the_subject_leaves_the_last_speaker(text: str, content: str) -> None:
    got = read(text)
    assert got.by_content(content).speaker is not None
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_several_bodies_speak_with_a_feminine_verb() -> None:
    got = read("ودعت الأحزاب إلى حضور الحفل.")
    assert got.speakers == ["الأحزاب"]


def test_politicians_are_no_verb_of_the_future() -> None:
    got = read("قال سياسيون كبار إن الميناء سيغلق غدا.")
    assert got.speakers == ["سياسيون كبار"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال أحد المسؤولين في مكتب الميناء لـ أرمادا، سالم العمري، إن العمل بدأ.",
        "وقال والد إحدى الفتيات، سالم العمري، إن العمل بدأ.",
        "وقال لاعب السلة السابق والسياسي المعروف، سالم العمري، إن العمل بدأ.",
        "وقال مدير الثقافة وتنمية الساحل الجديدة، سالم العمري، إن العمل بدأ.",
        "وقال المدير العام لدائرة البحار والأنهار في وزارة الزراعة، سالم العمري، إن العمل بدأ.",
    ],
)
def test_a_name_that_a_comma_sets_behind_a_long_title_is_who_holds_it(text: str) -> None:
    got = read(text)
    assert (got.speakers, got.contents) == (["salem-al-omari"], ["العمل بدأ"])
