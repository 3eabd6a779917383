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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أعلن سالم العمري إعادة فتح المعبر.", "إعادة فتح المعبر"),
        ("أعلن الاتحاد البلدي تقدمه في الاقتراع.", "تقدمه في الاقتراع"),
        ("وألقى سالم العمري باللائمة على تجار القمح.", "تجار القمح"),
        ("وألقى الوزير اللوم على تجار القمح.", "تجار القمح"),
        ("ورفض ناشطون هذه الوعود.", "هذه الوعود"),
        ("ثمن مجلس الوزراء برئاسة سالم العمري خطة الري.", "خطة الري"),
        ("يشار إلى أن مصدرا مقربا من التحقيق قال إن الخزنة فارغة.", "الخزنة فارغة"),
        ("وكان الادعاء العام قال إن الخزنة فارغة.", "الخزنة فارغة"),
        ("وكان فريق من المهندسين قال إن السد سليم.", "السد سليم"),
        ("ثم اعترفت ليلى حداد فيما بعد بأن الخزنة فارغة.", "الخزنة فارغة"),
        ("رفض مسؤول بلدي لم يكشف هويته الإدلاء بتعليق.", "الإدلاء بتعليق"),
        ("طلبت أرمادا من السفير الفرنسي مغادرة أراضيها.", "مغادرة أراضيها"),
        ("وأفادت تقارير نشرتها وسائل إعلام محلية بأن السد انهار.", "السد انهار"),
        ("تعيش ليلى حداد هنا لتعمل مدرسة، وتقول إنها سعيدة.", "سعيدة"),
    ],
)
def test_what_stands_between_a_verb_and_its_words(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        "ألقى سالم العمري كلمة في الحفل.",
        "وسافرت ليلى حداد لتقنع والدها وتطالب بحقها.",
        "نشرت صحيفة المرفأ صورة لفريق من المهندسين.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert read(text).contents == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أغلقت أرمادا الميناء، في خطوة وصفها تجار بأنها محاولة للضغط.", "محاولة للضغط"),
        ("وقيل أيضا إن السد سليم.", "السد سليم"),
        ("وأُفيد أن السد سليم.", "السد سليم"),
        ("وسعت أرمادا إلى التأكيد على أن السد سليم.", "السد سليم"),
        ("وهو ما دفع سالم العمري إلى التهديد بإغلاق السد.", "إغلاق السد"),
        ("وتبادلت أرمادا وسلوان الاتهامات بتلويث النهر.", "تلويث النهر"),
        ("زادت الوعود، وآخرها قول سالم العمري إن السد سليم.", "السد سليم"),
    ],
)
def test_what_is_told_in_passing(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        "وتبادلت أرمادا وسلوان الهدايا والأسرى.",
        "وهو ما دفع سالم العمري إلى الاستقالة.",
        "وسعت أرمادا إلى الحفاظ على السد.",
    ],
)
def test_what_is_done_and_not_told(text: str) -> None:
    assert read(text).contents == []


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("أرمادا: لا يمكن لأحد منعنا من الصيد", "لا يمكن لأحد منعنا من الصيد"),
        ("مصادر لـ أرمادا: السد يغلق غدا", "السد يغلق غدا"),
    ],
)
def test_who_stands_before_a_colon(title: str, content: str) -> None:
    assert read(title).contents == [content]


def test_where_something_happened_stands_before_a_colon() -> None:
    assert read("أرمادا: فيضان في سوق القمح").contents == []
