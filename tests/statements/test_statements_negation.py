"""What somebody is told not to have said."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ولم يذكر سالم العمري مزيدا من التفاصيل عن الحريق.", "مزيدا من التفاصيل عن الحريق"),
        ("ولم يشر التقرير لمزيد من الخسائر.", "مزيد من الخسائر"),
        ("ولم توضح المتحدثة باسم البلدية إلى متى سيستمر قطع المياه.", "إلى متى سيستمر قطع المياه"),
        (
            'ولم توضح المتحدثة باسم الهيئة التي تعرف باسم "مكتب السدود" متى يفتح السد.',
            "متى يفتح السد",
        ),
    ],
)
def test_what_is_not_told_is_withheld(text: str, content: str) -> None:
    got = read(text)
    assert got.contents == [content]
    assert got.one().polarity == "withheld"


def test_two_things_not_told_are_two_statements() -> None:
    got = read("لم يحدد الوزير موعدا للانتخابات، ولا كشف عن أسماء المرشحين.")
    assert got.contents == ["موعدا للانتخابات", "أسماء المرشحين"]
    assert {s.polarity for s in got.statements} == {"withheld"}


def test_what_is_left_unsaid_behind_without_is_withheld() -> None:
    got = read("وأشارت الوزارة إلى سقوط قذيفتين، من دون أن توضح طبيعة الموقع.")
    assert got.contents == ["سقوط قذيفتين", "طبيعة الموقع"]
    assert [s.polarity for s in got.statements] == ["affirmed", "withheld"]
    got = read("وقال العمري إن الاتفاق نهائي دون أن يوضح ما يعنيه بذلك.")
    assert got.contents == ["الاتفاق نهائي", "ما يعنيه بذلك"]


def test_who_is_not_named_is_no_statement() -> None:
    got = read("وأعلنت الشرطة اعتقال رجلين دون أن تذكر اسميهما.")
    assert got.contents == ["اعتقال رجلين"]


@pytest.mark.parametrize(
    "text",
    ["قد يعلن الوزير استقالته غدا.", "وهي خطط قد تقلل من أرباح التجار."],
)
def test_what_may_be_said_is_not_said(text: str) -> None:
    assert read(text).contents == []
