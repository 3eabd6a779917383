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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("رفض سالم العمري مغادرة الرصيف ويعرقل دخول السفن.", "مغادرة الرصيف"),
        ("وعد سالم العمري بقروض للصيادين، لكنهم ينتظرون منذ عام.", "قروض للصيادين"),
        ("أعلن سالم العمري خفض الرسوم في خطوة نادرة.", "خفض الرسوم"),
        ("رفض سالم العمري خطة الميناء، ولم يحدد موعدا آخر.", "خطة الميناء"),
        ('قال سالم العمري إن السفينة هي "الأكبر منذ عام"، التسمية التي عرفت بها العام الماضي.',
         'السفينة هي "الأكبر منذ عام'),
        ('قالت ليلى حداد إن العمال استعملوا مادة "الزرقاء"، وهي المادة المحظورة.',
         'العمال استعملوا مادة "الزرقاء'),
        ("أكد سالم العمري أن العمل بدأ، بعدما كان أعلن وقفه الأحد.", "العمل بدأ"),
        ("أفادت الوكالة بأن الرصيف تضرر، من دون إضافة أي تفاصيل.", "الرصيف تضرر"),
        ("اتهم سالم العمري الشركة بإهمال الرصيف، تهم تنفيها ليلى حداد.", "الشركة بإهمال الرصيف"),
        ("قال سالم العمري إن السفينة غرقت، ولم يتضح بعد عدد ركابها.", "السفينة غرقت"),
        ("رفض سالم العمري خطة الميناء، منهيا بذلك خلافا طويلا.", "خطة الميناء"),
        ("طالب سالم العمري بتوسيع الرصيف، ولا سيما جانبه الشرقي.",
         "توسيع الرصيف، ولا سيما جانبه الشرقي"),
        ("طالب سالم العمري بالمياه التي تحتاج إليها القرية ويعيش منها أهلها.",
         "المياه التي تحتاج إليها القرية ويعيش منها أهلها"),
    ],
)  # fmt: skip
def test_the_teller_goes_on_behind_what_was_said(text: str, content: str) -> None:
    first = read(text).contents[0]
    assert first.strip('"') == content.strip('"')


def test_a_participle_behind_a_closed_quotation_is_of_the_one_who_tells() -> None:
    got = read('قالت ليلى حداد إن سالم العمري "يرحب" بالخطة، مؤكدة أن العمل بدأ.')
    assert got.contents[0] == 'سالم العمري "يرحب" بالخطة'
    last = got.by_content("العمل بدأ")
    assert last.speaker is not None
    assert (last.speaker.entity, last.inside) == ("layla-haddad", None)


def test_so_it_is_where_who_is_told_of_agrees_as_well() -> None:
    got = read('قال سالم العمري إن رامي شاهين "رحب" بالخطة، مؤكدا أن العمل بدأ.')
    assert got.by_content("العمل بدأ").inside is None
    assert got.contents[0] == 'رامي شاهين "رحب" بالخطة'


def test_men_told_of_by_sources_ask_themselves() -> None:
    got = read("أكدت المصادر أن عمالا دخلوا الميناء وطلبوا وقف العمل.")
    assert got.contents[0] == "عمالا دخلوا الميناء وطلبوا وقف العمل"


def test_no_conjunction_dangles_at_the_end_of_what_was_said() -> None:
    got = read("أعلن سالم العمري إغلاق الجسر القديم لكن دون أن يحدد موعدا.")
    assert got.contents[0] == "إغلاق الجسر القديم"


def test_a_report_in_a_relative_clause_stands_in_what_was_said() -> None:
    got = read("قال سالم العمري إنه فحص المزاعم التي وردت في الشكوى ووجدها باطلة.")
    assert got.contents[0] == "فحص المزاعم التي وردت في الشكوى ووجدها باطلة"


def test_a_title_behind_the_name_of_a_source_ends_the_sentence() -> None:
    got = read("أغلق الجسر القديم، بحسب سالم العمري، رئيس بلدية المدينة.")
    assert got.contents == ["أغلق الجسر القديم"]
