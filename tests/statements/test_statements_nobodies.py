"""Objects, adverbs and adjectives behind a verb of saying that nobody says anything by."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('وصل سالم العمري أمس. ورفض المقارنة بين الجسرين، قائلا: "هذا أقدم من ذاك".', "المقارنة بين الجسرين"),
        ("وصل سالم العمري أمس. وأكد إصرار النقابة على إصلاح الجسر.", "إصرار النقابة على إصلاح الجسر"),
        ("وصل سالم العمري أمس. وأكد وقوع حادث على الجسر.", "وقوع حادث على الجسر"),
        ("وصل سالم العمري أمس. وأنكر الاتهامات الموجهة إليه.", "الاتهامات الموجهة إليه"),
        ('وصل سالم العمري أمس. وقال لمحبي المشي: "أغلقنا الجسر".', "أغلقنا الجسر"),
        ("وصل سالم العمري أمس. وطالب مرارا وتكرارا بإغلاق الجسر.", "إغلاق الجسر"),
    ],
)  # fmt: skip
def test_what_is_acted_on_is_no_subject(text: str, content: str) -> None:
    got = read(text)
    assert got.contents[0] == content
    assert set(got.speakers) == {"salem-al-omari"}


@pytest.mark.parametrize(
    "text",
    [
        "وزاد عدد الزوار بعد تعهد محلي بإصلاح الجسر.",
        "وكانت الطريق خالية بعدما أبلغ السكان الشرطة بذلك.",
    ],
)
def test_an_adjective_is_no_subject(text: str) -> None:
    assert not {"محلي", "خالية"} & set(read(text).speakers)


def test_a_name_that_begins_like_a_deed_still_speaks() -> None:
    assert read("وقالت إيتا إن الجسر أغلق.").speakers == ["إيتا"]
