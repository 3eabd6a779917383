"""Where a content begins: behind whom the verb is directed at, asides, and nouns of saying."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وناشد سالم العمري أحزاب المعارضة التكاتف معه.", "التكاتف معه"),
        ("وناشد سالم العمري أعضاء مجلسه لكي يجتمعوا قبل الصيف.", "يجتمعوا قبل الصيف"),
        ('توعد سالم العمري "حزب الشعب" في الشمال بشن عملية جديدة.', "شن عملية جديدة"),
        (
            "دعا سالم العمري، رئيس ما يسمى بالمجلس الأعلى، أبناء المدينة للوقوف مع الجيش.",
            "لوقوف مع الجيش",
        ),
        (
            "نصح سالم العمري، المستشار بالديوان، الشباب الذين يريدون عملا بعدم التسرع.",
            "عدم التسرع",
        ),
    ],
)
def test_whom_it_is_directed_at_is_no_content(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أكد متحدث باسم شركة النسر، الشركة المالكة للمصنع، اعتقال المدير.", "اعتقال المدير"),
        ("وأعلن سالم العمري خلال لقاء مع الصحفيين إغلاق المصنع.", "إغلاق المصنع"),
        (
            "وأكد سالم العمري في ختام الاجتماع الذي عقد في العاصمة ضرورة إغلاق المصنع.",
            "ضرورة إغلاق المصنع",
        ),
        (
            "أكد المشاركون في ندوة نظمها البنك لتعزيز الوعي بين أفراد المجتمع في كل المدن"
            " والقرى البعيدة، أن نصف السكان مدينون.",
            "نصف السكان مدينون",
        ),
        ("أفاد مراسل قناة الأفق بالأراضي الشمالية بأن القوات تقدمت.", "القوات تقدمت"),
        ("وأكدت ناطقة باسم وحدة في الوزارة تشرف على المعبر أنه أغلق.", "أغلق"),
    ],
)
def test_an_aside_before_the_content_is_none_of_it(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        ("وكررت الحكومة تحذيرها من أنها لن تنتظر طويلا.", "لن تنتظر طويلا", "warn"),
        ("وجدد سالم العمري دعوته للمعارضة إلى الحوار.", "الحوار", "request"),
        ("وجدد سالم العمري تهديداته بإغلاق الحدود.", "إغلاق الحدود", "threaten"),
        ("وجدد سالم العمري رفضه للخطة.", "رفضه للخطة", "reject"),
    ],
)
def test_what_is_said_again_is_what_its_noun_governs(text: str, content: str, act: str) -> None:
    got = read(text)
    assert got.contents == [content]
    assert got.one().act == act


def test_a_noun_behind_a_verb_with_its_object_is_the_subject() -> None:
    got = read("حلت المدينة أولا، حيث اعتبرها ثلث السكان نموذجا لغيرها.")
    assert got.contents == ["نموذجا لغيرها"]


def test_words_spoken_to_somebody_follow_how_they_were_spoken() -> None:
    got = read("قال سالم العمري إن الطريق مغلق.\nوأضاف متحدثا للصحفيين «لدينا خمسون مذكرة توقيف».")
    assert got.contents == ["الطريق مغلق", "لدينا خمسون مذكرة توقيف"]


def test_two_who_bear_a_role_and_women_are_subjects() -> None:
    assert read("أنكر مسؤولان محليان بأن الموافقة صدرت عنهم.").contents == ["الموافقة صدرت عنهم"]
    got = read("وكانت سيدات محليات قد طالبن الحكومة برفع الحظر.")
    assert got.contents == ["رفع الحظر"]
    assert got.speakers != [None]


def test_a_claim_takes_a_bare_object() -> None:
    got = read("وقال سالم العمري إن الملف مغلق. وادعى رامي شاهين اختراق موقعه.")
    assert got.contents == ["الملف مغلق", "اختراق موقعه"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ندد سالم العمري بما وصفه بالهجوم الجبان على القرية.", "الهجوم الجبان على القرية"),
        ("كشف سالم العمري عما سماه خطة كبرى للمدارس.", "خطة كبرى للمدارس"),
        ("حذر سالم العمري مما وصفه الخبراء بأنه كارثة.", "كارثة"),
        ("رحب سالم العمري بما أعلنته الحكومة من خطط.", "ما أعلنته الحكومة من خطط"),
    ],
)
def test_what_it_is_called_is_the_content(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_words_follow_an_aside_behind_a_relative_clause() -> None:
    got = read(
        "وكتب سالم العمري، الذي كان أصغر النواب سنا، على فيسبوك في ذلك الوقت"
        " «أنا سعيد لأنني بينكم اليوم وكل يوم»."
    )
    assert got.contents == ["أنا سعيد لأنني بينكم اليوم وكل يوم"]


def test_a_second_verb_with_a_pronoun_is_no_object() -> None:
    got = read("واستنكر سالم العمري في بيان صادر عن مكتبه القصف ووصفه بأنه تصعيد خطير.")
    assert got.contents == ["القصف", "تصعيد خطير"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "وكان سالم العمري قد أعلن، خلال مؤتمر صحافي وقف الرحلات إلى الشمال.",
            "وقف الرحلات إلى الشمال",
        ),
        (
            "وطلب سالم العمري من مواطنيه الخروج من المدينة وحجز التذاكر.",
            "الخروج من المدينة وحجز التذاكر",
        ),
        (
            "حلت أرمادا أولا، حيث اعتبرها العمري نموذجا يريد للجيران أن يقتدوا به.",
            "نموذجا يريد للجيران أن يقتدوا به",
        ),
        ("ونفى سالم العمري بشدة وباستمرار التهم الموجهة إليه.", "التهم الموجهة إليه"),
    ],
)
def test_no_conjunction_and_no_aside_begins_an_object(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_words_behind_anothers_that_are_not_the_cues() -> None:
    got = read(
        "وهي المرة الأولى التي يذكر فيها العمري القرية، والتي يقول شاهين إنها «تؤوي الهاربين منذ سنين»."
    )
    assert "«تؤوي الهاربين منذ سنين»" not in got.contents[0]


def test_an_aside_ends_before_a_noun_of_its_own() -> None:
    got = read("كما رفض الاتحاد البلدي من القطاع الخاص التعليق على الأمر.")
    assert got.contents == ["الأمر"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("والجانبان تعهدا خلال لقائهما عقد «لقاءات كثيرة كل عام».", "عقد «لقاءات كثيرة كل عام»"),
        ("وطلب مسؤولون محليون عدة فرض عقوبة أقسى.", "فرض عقوبة أقسى"),
        ("ورفض سالم العمري التعليق بخصوص إغلاق الميناء.", "إغلاق الميناء"),
        (
            "ودعا سالم العمري، رئيس المجلس التابع للمسلحين، أبناء المدينة للوقوف معه.",
            "لوقوف معه",
        ),
        ("وتوسل سالم العمري إلى السكان للدفاع عن البلدة.", "لدفاع عن البلدة"),
    ],
)
def test_titles_numbers_and_those_begged_are_no_content(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ووصفت وسائل الإعلام ليلى حداد بأنها بطلة.", "ليلى حداد بأنها بطلة"),
        ("فيما اعتبره مراقبون غيابا كاملا للمنافسة.", "غيابا كاملا للمنافسة"),
        ("وأصدرت الشركات الثلاث بيانات تقول إنها تتعاون مع اللجنة.", "تتعاون مع اللجنة"),
        ("وأظهرت الفحوصات أن الوفاة طبيعية.", "الوفاة طبيعية"),
    ],
)
def test_an_object_is_no_part_of_the_subject(text: str, content: str) -> None:
    assert read(text).contents == [content]
