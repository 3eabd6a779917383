"""Titles behind and before names, bodies called by marks, verbs that agree: sentences of our own."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأكد سالم العمري رئيس نقابة بحارة الساحل أن العمل بدأ.", "العمل بدأ"),
        ('وبحسب سالم العمري رئيس مجموعة "المرفأ" التجارية فإن العمل بدأ.', "العمل بدأ"),
        ('اتهم سالم العمري، أمين عام رابطة "أهل الميناء"، الشركة بالتسرع.', "الشركة بالتسرع"),
        ('أما سالم العمري رئيس بلدية "رأس الجسر" فلقد اعتبر أن العمل تأخر.', "العمل تأخر"),
        ("وقال المشرف على صندوق الميناء سالم العمري إن العمل بدأ.", "العمل بدأ"),
        ('وقال عمدة بلدة "النور" سالم العمري إن العمل بدأ.', "العمل بدأ"),
    ],
)
def test_a_title_and_what_it_is_of_belong_to_the_name(text: str, content: str) -> None:
    got = read(text)
    assert got.contents == [content]
    assert got.speakers == ["salem-al-omari"]


def test_a_second_title_is_no_second_man() -> None:
    got = read("وقال سالم العمري رئيس بلدية الساحل وعضو مجلس الميناء إن العمل بدأ.")
    assert got.speakers == ["salem-al-omari"]


def test_a_body_called_by_a_long_name_in_marks_is_a_subject() -> None:
    got = read('قالت لجنة "حماية البحر والشاطئ والصيد" في سلوان أمس إنها تلقت شكاوى كثيرة.')
    assert got.contents == ["تلقت شكاوى كثيرة"]


def test_a_feminine_verb_has_no_masculine_body_for_its_subject() -> None:
    got = read('قالت ليلى حداد إن العمل بدأ. وسألت الوفد "متى ينتهي العمل في الميناء القديم؟".')
    assert got.speakers == ["layla-haddad", "layla-haddad"]


def test_a_plural_verb_with_its_object_is_a_report_of_its_own() -> None:
    got = read('انتقد سكان الساحل خطة الميناء واعتبروها "غير مقنعة".')
    assert got.contents[0] == "خطة الميناء"
    assert len(got.contents) == 2


def test_who_is_held_responsible_is_no_subject() -> None:
    got = read("وصفت ليلى حداد الحريق بأنه مدبر وحملت الشركة وشركاءها المسؤولية.")
    assert got.contents == ["الحريق بأنه مدبر", "الشركة وشركاءها المسؤولية"]


@pytest.mark.parametrize(
    "text",
    [
        "يبحث سالم العمري في إمكان فرض رسوم جديدة.",
        "وزاد عدد السفن، وهو ما يفسر ارتفاع الدخل.",
        "ووصل إلى الميناء ما يشبه السفينة القديمة.",
    ],
)
def test_what_is_weighed_or_shown_is_not_said(text: str) -> None:
    assert read(text).contents == []


def test_what_was_not_commented_on_is_withheld() -> None:
    got = read("ولم يدل سالم العمري بتعليق على الحريق.")
    assert (got.contents, got.one().polarity) == (["الحريق"], "withheld")


def test_the_end_of_a_session_is_when_it_was_said() -> None:
    assert read("دان الاتحاد البلدي العنف في نهاية جلسة طارئة.").contents == ["العنف"]


def test_what_a_man_tells_of_himself_within_his_words_is_no_second_report() -> None:
    got = read('قال سالم العمري "أتعهد بحماية البحر بعد أن أقسمت على حماية الساحل كله".')
    assert got.contents == ["أتعهد بحماية البحر بعد أن أقسمت على حماية الساحل كله"]


@pytest.mark.parametrize(
    "subject",
    [
        "مدير المركز الوطني للزلازل في جامعة الساحل سالم العمري",
        "النائب عن حزب الساحل سالم العمري",
        "محامي الدفاع عن المتهمين سالم العمري",
        "المشرف العام على مشروع الميناء سالم العمري",
        "مدير البرنامج في المنظمة الدولية سالم العمري",
    ],
)
@pytest.mark.parametrize("behind", ["أن", "لوكالة النسيم أن", "في بيان أن", "، الأحد، أن"])
def test_the_name_behind_a_long_title_is_whose_it_is(subject: str, behind: str) -> None:
    said = read(f"وأكد {subject} {behind} العمل بدأ.".replace(" ،", "،")).one()
    assert said.speaker is not None
    assert said.speaker.entity == "salem-al-omari"


def test_a_name_of_a_place_of_work_is_no_bearer_of_the_title() -> None:
    said = read("وأكد طبيب في مستشفى سالم العمري أن العمل بدأ.").one()
    assert said.speaker is not None
    assert said.speaker.entity != "salem-al-omari"


def test_a_rank_of_two_words_and_his_words_behind_the_name() -> None:
    got = read(
        "ونقلت وكالة النسيم عن المتحدث باسم خفر السواحل، العميد الركن سالم العمري قوله إن العمل بدأ."
    )
    said = got.by_content("العمل بدأ")
    assert said.speaker is not None
    assert said.speaker.entity == "salem-al-omari"


@pytest.mark.parametrize("some", ["أربعة من سكان القرية", "اثنان من الصيادين"])
def test_some_of_many_by_their_number_speak(some: str) -> None:
    said = read(f"وقال {some} إن العمل بدأ.").one()
    assert said.speaker is not None
    assert said.speaker.name == some
