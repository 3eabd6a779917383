"""Where contents end and who is meant at the edges of a clause: sentences of our own."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "قالت ليلى حداد إن الشركة ومن ورائها سلوان تؤخران العمل.",
            ["الشركة ومن ورائها سلوان تؤخران العمل"],
        ),
        (
            "وتقول الشركة إن الحريق عرضي، لكن مسؤولا في الشرطة قال إن البحث مستمر.",
            ["الحريق عرضي", "البحث مستمر"],
        ),
        (
            "قال مسؤولون إن رجلا حضر إلى الميناء واعترف بإشعال الحريق.",
            ["رجلا حضر إلى الميناء واعترف بإشعال الحريق", "إشعال الحريق"],
        ),
        ("أعلن سالم العمري فتح الميناء وذلك بعد شهر من العمل.", ["فتح الميناء"]),
        ("كما أن رفض الشركة لتوسيع الرصيف قد يكون سببا آخر.", []),
        ("وسيتم الإعلان عن الموعد لاحقا.", []),
        ("وقد تم التوصل إلى هذا الاتفاق قبل شهر.", []),
        (
            "أبحرت السفن في وقت لم تكشف فيه إدارة الميناء عن حمولتها.",
            ["حمولتها"],
        ),
        (
            'وحذرت "جمعية أهل البحر" (بحر) التي تمثل الصيادين، من أن الموسم قصير.',
            ["الموسم قصير"],
        ),
    ],
)
def test_edges_of_contents(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


def test_men_whom_words_are_told_to_do_not_tell_them() -> None:
    got = read("قال سالم العمري إن العمل بدأ. وقال لتجار من أهل السوق إن الرسوم باقية.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_a_body_in_marks_right_behind_the_verb_is_the_subject() -> None:
    got = read('وحذرت "جمعية أهل البحر" (بحر) التي تمثل الصيادين، من أن الموسم قصير.')
    assert got.one().speaker is not None
    assert got.one().speaker.name == "جمعية أهل البحر"


def test_a_clause_goes_on_behind_the_source_in_its_middle() -> None:
    got = read("قال سالم العمري إن عدد البحارة يقدر، وفق خبراء، بنحو ألفين.")
    assert got.contents[0] == "عدد البحارة يقدر، وفق خبراء، بنحو ألفين"
