"""Who speaks: set before the verb by أما, described at length before a name, a number with what is counted."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أما الحكومة فتؤكد أن الميناء آمن.", "الحكومة"),
        ("أما سالم العمري، وهو بحار من الشمال، فقال إن الميناء آمن.", "salem-al-omari"),
        ("أما المعارضة الجديدة فرفضت الخطة كلها.", "المعارضة الجديدة"),
        ("أما أرمادا فقال رئيسها إن الميناء آمن.", "leader@page-7"),
        ("أما أرمادا فقالت وزارة خارجيتها إن الميناء آمن.", "uzarh-kharjitha"),
    ],
)
def test_who_is_set_before_the_verb_speaks_unless_it_has_its_own(text: str, speaker: str) -> None:
    assert read(text).speakers == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الناطق باسمه سالم العمري إن العمل بدأ.",
        'وقال الناشط بمنظمة "صوت البحر"، سالم العمري، إن العمل بدأ.',
        "وقال المسؤول بالحزب الأخضر الجديد سالم العمري إن العمل بدأ.",
        "وقال وزير المالية الجديد المكلف بتنفيذ الخطة سالم العمري إن العمل بدأ.",
    ],
)
def test_a_role_described_at_length_is_whoever_is_named_behind_it(text: str) -> None:
    assert read(text).speakers == ["salem-al-omari"]


def test_a_noble_title_stands_before_a_name_behind_its_comma() -> None:
    text = 'وقالت رئيسة لجنة مبادرة "بيت البحر"، الشيخة ليلى حداد، إن الحفل تأجل.'
    assert read(text).speakers == ["layla-haddad"]


def test_a_name_in_marks_may_be_described_behind_them() -> None:
    assert read('وقالت "مرساة" المصنعة للقوارب إنها ستغلق المصنع.').speakers == ["مرساة"]
    got = read('قال سالم العمري "القوارب" المعروضة للبيع قديمة.')
    assert got.speakers == ["salem-al-omari"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأيد 120 نائبا خطة الميناء.", "120 نائبا"),
        ("وقال نحو 50 خبيرا اقتصاديا إن الميناء خاسر.", "نحو 50 خبيرا اقتصاديا"),
        ("وأعلنت 27 دولة رفضها للخطة.", "27 دولة"),
        ("وأكد أكثر من ربع النساء أن العمل بدأ.", "أكثر من ربع النساء"),
        ("وقال ثلثا السكان إن الميناء قديم.", "ثلثا السكان"),
    ],
)
def test_a_number_or_a_share_speaks_with_what_is_counted(text: str, speaker: str) -> None:
    assert read(text).speakers == [speaker]


@pytest.mark.parametrize("text", ["وطلب 20 طبيبا.", "وعرض ربع القوارب."])
def test_what_is_asked_for_is_no_subject_by_its_number(text: str) -> None:
    assert read(text).speakers == []


def test_a_medium_behind_somebody_unnamed_is_told_and_tells_nothing() -> None:
    got = read("أبلغ مصدر طبي وكالة النسيم بأن الجرحى وصلوا.")
    assert got.statements[0].speaker is not None
    assert got.statements[0].speaker.name == "مصدر طبي"
    assert got.statements[0].addressee is not None
    assert got.statements[0].addressee.entity == "naseem-agency"


def test_where_a_survey_was_made_has_not_issued_it() -> None:
    got = read("كشف استطلاع للرأي في أرمادا أن نصف السكان يرون الميناء خطرا.")
    assert got.statements[0].speaker is not None
    assert got.statements[0].speaker.entity != "armada"
    got = read("كشف استطلاع أجرته وكالة النسيم أن نصف السكان يرون الميناء خطرا.")
    assert got.speakers == ["naseem-agency"]


def test_a_description_ends_before_its_object() -> None:
    got = read("ورفض قادة الاتحاد الوطني خطة أرمادا لبناء الميناء.")
    assert got.contents == ["خطة أرمادا لبناء الميناء"]
    assert read("وجهت نساء أخريات اتهامات للبحار بالسرقة.").speakers == ["people@page-7"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أما الاتحاد البلدي ومقره سلوان فأكد أن الميناء آمن.", "municipal-union"),
        ("واعتبر بيان للمتحدث باسم القوات سالم العمري أن القصف مستمر.", "salem-al-omari"),
        ("وبحسب بيان صادر عن وزير الموانئ سالم العمري، فإن السفن تدخل.", "salem-al-omari"),
    ],
)
def test_where_a_body_sits_and_whose_a_text_is(text: str, speaker: str) -> None:
    assert read(text).speakers == [speaker]


def test_officials_with_their_rank_announce_a_deed() -> None:
    got = read("وتوقع مسؤولون رفيعون إعلان تغييرات في الميناء.")
    assert got.contents == ["إعلان تغييرات في الميناء"]


def test_and_that_he_goes_back_to_who_told_of_both() -> None:
    text = "أعلن سالم العمري أنه اتفق مع ليلى حداد على أن الميناء خطر، وأنه حث حداد على الرحيل."
    assert read(text).speakers[-1] == "salem-al-omari"
