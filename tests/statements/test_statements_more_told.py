"""More ways in which the press tells what somebody said, each with a near case that is none."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # whom somebody calls so is what he says of them
        ('انتقدت ليلى حداد من وصفتهم بـ"المتفرجين".', ["المتفرجين"]),
        ("انتقدت ليلى حداد من غادر القاعة.", []),
        # what several hold
        (
            "مسؤولون في البلدية يعتبرون القرار خطوة متأخرة.",
            ["القرار خطوة متأخرة"],
        ),
        ("ويعتبر الجسر من معالم المدينة.", []),
        # a verb joined on, by its أن
        (
            "وتشعر أرمادا بالقلق من السفن وترى أنها تهدد الصيد.",
            ["تهدد الصيد"],
        ),
        # nobody is told to have announced it
        (
            "أغلق الحرس الطريق، فيما أعلن عن وفاة أحد المصابين في المستشفى.",
            ["وفاة أحد المصابين في المستشفى"],
        ),
        # what a poll or a study shows, in the accusative
        (
            "لكن استطلاعا للرأي أظهر أن السكان راضون.",
            ["السكان راضون"],
        ),
        # two ministers
        ("طالب وزيرا النقل والصيد بفتح الميناء.", ["فتح الميناء"]),
        # where a body sits is no admission
        (
            'قالت المنظمة التي تتخذ من سلوان مقرا لها إن "الصيد سيتوقف هذا العام أيضا".',
            ["الصيد سيتوقف هذا العام أيضا"],
        ),
        # all of them
        ("لكن شركات الصيد جميعها أشارت إلى أن الموسم ضعيف.", ["الموسم ضعيف"]),
        # what happened
        ("ذكرت صحيفة المرفأ تعيين مدير جديد للميناء.", ["تعيين مدير جديد للميناء"]),
        ("ذكرت صحيفة المرفأ أسماء العمال.", []),
        # side by side
        (
            "وفيما دعا سالم العمري إلى الحوار، أشار إلى أن الوقت ضيق.",
            ["الحوار", "الوقت ضيق"],
        ),
        # what somebody had done before
        (
            "أقال سالم العمري الحارس، بعدما أنحى باللائمة على الإهمال.",
            ["الإهمال"],
        ),
        # a few words of one's own are no name
        ('فتقول المرأة "أشعر بألم شديد".', ["أشعر بألم شديد"]),
        ('فتقول صحيفة "أصداء البحر" إن الصيد ممنوع.', ["الصيد ممنوع"]),
        # an adjective that begins with ب
        (
            "قالت ليلى حداد إن موظفا بارزا قال لها إنه سيغادر.",
            ["موظفا بارزا قال لها إنه سيغادر", "سيغادر"],
        ),
        # several women
        ("ظهرت فتيات في شريط يقلن فيه إنهن بخير.", ["بخير"]),
        # what somebody takes something for
        ("ورأى مسؤولون محليون في القرار خطوة متأخرة.", ["القرار خطوة متأخرة"]),
        ("ورأى سالم العمري في مقابلة أن القرار متأخر.", ["القرار متأخر"]),
        # who is no official
        ("قال زميل للحارس إن الباب كان مفتوحا.", ["الباب كان مفتوحا"]),
        ("لكن معلما في القرية قال إن الطريق مغلق.", ["الطريق مغلق"]),
    ],
)
def test_what_is_told(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


def test_what_was_heard_is_nobodys_whom_it_was_told() -> None:
    got = read("تلقت الشرطة بلاغا يفيد بوجود حقيبة غريبة في المحطة.").one()
    assert got.speaker is not None
    assert got.speaker.name == "بلاغا"
    text = "نفت البلدية الخبر، لافتة إلى عدم وجود معلومات تشير إلى إغلاق الجسر."
    assert all(s.speaker is None or s.speaker.name != "معلومات" for s in read(text).statements)
    got = read("أصدرت وزارة المالية بيانا يدعو إلى وقف البناء.").one()
    assert got.speaker is not None
    assert got.speaker.name == "وزارة المالية"


def test_they_go_on_in_a_quotation_where_somebody_was_told_of() -> None:
    got = read('وقال الحزب: "وجدت اللجنة أن العضو أخطأ، وأوصت بعدد من الإجراءات".')
    assert got.contents[-1] == "عدد من الإجراءات"
    got = read('وقال سالم العمري: "دخلت المكتب وطالبت بالأجر".')
    assert got.contents == ["دخلت المكتب وطالبت بالأجر"]


def test_a_promise_joined_on_with_its_object() -> None:
    got = read("أكد سالم العمري أن رامي شاهين خدع العمال ووعدهم بأجور عالية.")
    assert got.contents[-1] == "أجور عالية"
    assert read("استقبل سالم العمري العمال ووعدهم القديم لم ينفذ.").contents == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # somebody with indefinite adjectives: no noun stands behind them
        ("لكن متحدثا عسكريا محليا رفض التعليق على الخبر.", ["الخبر"]),
        ("جاء ذلك بعد رفض عسكري للخطة.", []),
        (
            "لكن مسؤولا محليا تحدث شريطة عدم الكشف عن هويته نفى إغلاق الجسر.",
            ["إغلاق الجسر"],
        ),
        # a charge sheet
        ("وجاء في أمر الإحالة أن المتهمين سرقوا القارب.", ["المتهمين سرقوا القارب"]),
        # what pictures claim is not what who published them says
        ("سبق أن نشرت وزارة الدفاع لقطات تزعم أنها من الميناء.", []),
    ],
)
def test_a_verb_behind_a_description(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


def test_who_had_done_so_before_stands_behind_to() -> None:
    got = read("وسبق لأرمادا أن رفضت مرارا هذه الاتهامات.").one()
    assert got.speaker is not None
    assert got.speaker.entity == "armada"
    assert read("وسبق لأرمادا أن بنت جسرا.").contents == []
