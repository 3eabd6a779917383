"""Statements that had nothing near: a study that shows a deed, reports that are heard of, what is left open."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أظهرت نتائج أولية، الخميس، تقدم حزب الصيادين على خصومه.", "تقدم حزب الصيادين على خصومه"),
        ("وكانت مؤشرات أولية قد أظهرت ضعف الطلب على القمح.", "ضعف الطلب على القمح"),
        ("أظهرت بيانات حكومية تجاوز الدين حاجز المليار.", "تجاوز الدين حاجز المليار"),
        ("أظهرت بيانات حكومية نموا في صادرات التمر.", "نموا في صادرات التمر"),
        ("وسجلت الإحصائيات وقوع تسعين حريقا في الغابات.", "وقوع تسعين حريقا في الغابات"),
        ("ازداد القلق وسط تقارير تفيد بإغلاق المرفأ.", "إغلاق المرفأ"),
    ],
)
def test_what_a_study_shows_and_reports_tell(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        "أظهرت الصور تقدم الدبابات نحو الميناء.",
        "أظهر اللاعب تقدما كبيرا في التدريب.",
        "وسجل الفريق تقدما في الشوط الأول.",
    ],
)
def test_what_shows_and_is_no_study(text: str) -> None:
    assert read(text).contents == []


def test_reports_that_are_denied_are_not_told_again() -> None:
    assert read("نفت وزارة الزراعة تقارير تقول إن المحصول تلف.").contents == [
        "تقارير تقول إن المحصول تلف"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ولم تحدد وزارة الزراعة المكان الذي ستقام فيه السوق.", "المكان الذي ستقام فيه السوق"),
        ("ولم يحدد سالم العمري ما إذا كان السد سيبنى.", "ما إذا كان السد سيبنى"),
        ("ولم تشرح ليلى حداد سبب القرار.", "سبب القرار"),
        ("لكن أرمادا وسلوان لم تعلقا على خبر الهدنة.", "خبر الهدنة"),
    ],
)
def test_what_is_left_open(text: str, content: str) -> None:
    got = read(text).one()
    assert read(text).contents == [content]
    assert got.polarity == "withheld"


def test_what_is_fixed_is_no_statement() -> None:
    assert read("وحددت وزارة الزراعة المكان الذي ستقام فيه السوق.").contents == []
