"""Cues that another word of the same spelling, or a rare form, hides."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("واستهدفت الغارات مواقع قيل إنها تابعة للمسلحين.", "تابعة للمسلحين"),
        ("وقيل لها إنها ستفصل من عملها قريبا.", "ستفصل من عملها قريبا"),
    ],
)
def test_it_is_said_is_from_nobody(text: str, content: str) -> None:
    got = read(text)
    assert got.contents == [content]
    assert got.one().speaker is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قالت مصادر مطلعة إن العرض انتهى أمس.", "العرض انتهى أمس"),
        (
            "وكانت تقارير إعلامية ذكرت في وقت سابق أن قوات دخلت المدينة.",
            "قوات دخلت المدينة",
        ),
        (
            "ولطالما كررت الحكومة أن الحدود مغلقة.",
            "الحدود مغلقة",
        ),
    ],
)
def test_a_cue_is_read_behind_an_adjective_or_an_adverb(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        'وعرضت القناة فيلما عن أبرز معالم المدينة باعتبار أنها "لؤلؤة الشمال".',
        "وسحبت الشركة بعض السيارات التي تبين أنها معيبة.",
        "ويتضمن المشروع شق قناة على طول الحدود، كما قيل لنا».",
        'والقوات ترد على الهجمات "بضربات دقيقة".',
        'لاحظ السكان ارتفاعا في الأسعار و"تقصيرا في الرقابة".',
    ],
)
def test_other_words_are_no_cues(text: str) -> None:
    assert read(text).contents == []


def test_again_is_no_repetition_in_words() -> None:
    got = read('وقال العمري إن الطرفين اتفقا على اللقاء مجددا "عند الضرورة".')
    assert got.contents[0] == 'الطرفين اتفقا على اللقاء مجددا "عند الضرورة"'
    assert "عند الضرورة" not in got.contents


def test_a_pronoun_of_women_joins_a_verb() -> None:
    got = read("وقال العمري إن الجنود أوقفوا المسافرات وأخبروهن بأن الطريق مغلق.")
    assert "الطريق مغلق" in got.contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "كما استقبلهم سالم العمري بعبارة «أهلا بكم جميعا في بيتكم الثاني».",
            "أهلا بكم جميعا في بيتكم الثاني",
        ),
        ("هذا وكتب سالم العمري «لم أر مثل هذا الجمع منذ أعوام».", "لم أر مثل هذا الجمع منذ أعوام"),
        (
            "«إما اتفاق كامل أو لا اتفاق أبدا».. هكذا يرى سالم العمري نتائج القمة.",
            "إما اتفاق كامل أو لا اتفاق أبدا",
        ),
        (
            "«شكرا لكم على هذه الكأس الجميلة»، بهذه الكلمات شكر سالم العمري الفريق.",
            "شكرا لكم على هذه الكأس الجميلة",
        ),
        ("وجه سالم العمري بتشكيل لجنة للتحقيق.", "تشكيل لجنة للتحقيق"),
        ("وتنص المادة (55) من الدستور على أن ينتخب المجلس رئيسه.", "ينتخب المجلس رئيسه"),
        ("فيما رد عليه سائق الحافلة «لا مكان لك هنا أبدا يا رجل».", "لا مكان لك هنا أبدا يا رجل"),
        ("وأفادت قناتا تلفزيون محليتان أن السد امتلأ.", "السد امتلأ"),
    ],
)
def test_rarer_frames_of_saying_are_read(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_a_blow_is_no_order() -> None:
    assert read("وجه الجيش ضربة بصواريخ للمدينة.").contents == []


def test_what_a_thing_shows_is_told_by_who_spoke_before() -> None:
    got = read("أعلنت ليلى حداد مقتل جندي.\nوبثت لقطات قالت إنها لتقدم القوات.")
    assert got.contents == ["مقتل جندي", "لتقدم القوات"]


def test_his_own_words_are_a_source() -> None:
    got = read("قال سالم العمري إن السد آمن.\nوحسب تصريحاته فإن الأهالي سيعودون غدا.")
    assert got.contents == ["السد آمن", "الأهالي سيعودون غدا"]
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_somebody_goes_on_to_affirm() -> None:
    got = read("قال سالم العمري إن السد آمن. وعاد ليؤكد أن الميزانية كافية.")
    assert got.contents == ["السد آمن", "الميزانية كافية"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وهاجم سالم العمري سياسة جيرانه في الشمال.", "سياسة جيرانه في الشمال"),
        ("ونشرت وكالة النسيم تقريرا أفاد بأن السد امتلأ.", "السد امتلأ"),
        (
            "جاء ذلك في مقابلة مع العمري، حيث نقلت الصحيفة قوله: «لن أرحل قبل أن أتم العمل».",
            "لن أرحل قبل أن أتم العمل",
        ),
    ],
)
def test_an_attack_a_text_and_a_carried_saying_are_read(text: str, content: str) -> None:
    assert content in read(text).contents


def test_a_study_goes_on_to_show() -> None:
    got = read("أظهرت دراسة جديدة أن نصف السكان مدينون.\nكما أظهرت أن ربعهم بلا عمل.")
    assert got.contents == ["نصف السكان مدينون", "ربعهم بلا عمل"]


@pytest.mark.parametrize(
    "text",
    ["وهي وثيقة اطلعت عليها وكالة النسيم بناء على طلبها.", "وهاجم الجيش مواقع المسلحين في الشمال."],
)
def test_reading_and_fighting_are_no_speech(text: str) -> None:
    assert read(text).contents == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وجاء في صحيفة المرفأ أن السد امتلأ.", "السد امتلأ"),
        ("وعلق مسؤولون محليون إن السد امتلأ.", "السد امتلأ"),
        ("واحتج المحامون بأن موكلهم بريء.", "موكلهم بريء"),
        ("فيما تظهر استطلاعات الرأي أن العمري يتقدم.", "العمري يتقدم"),
        ("وأعاد سالم العمري التأكيد على أن السد آمن.", "السد آمن"),
        ("وأعاد سالم العمري تأكيد دعم بلاده للخطة.", "دعم بلاده للخطة"),
        ('ووصف الاتحاد البلدي "العقاب الجماعي" بأنه غير مقبول.', '"العقاب الجماعي" بأنه غير مقبول'),
        ("انتقد سالم العمري المستشار النمسوي رامي شاهين.", "المستشار النمسوي رامي شاهين"),
    ],
)
def test_what_papers_protests_and_polls_tell_is_read(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        "ووجد 12 ألف طالب وأسرهم أنفسهم بلا مأوى.",
        "وأعاد الجيش فتح الطريق أمس.",
    ],
)
def test_students_and_reopened_roads_are_no_speech(text: str) -> None:
    assert read(text).contents == []


def test_what_we_bear_is_no_others_charge() -> None:
    got = read("قال سالم العمري: «لم نتخل عن أهلنا، وتحملنا المسؤولية كاملة».")
    assert len(got.statements) == 1


def test_an_answer_is_no_part_of_the_question() -> None:
    got = read("وعندما سئل سالم العمري أمس إن كان سيرحل، أجاب الوزير: «سوف نرى ما يجري».")
    assert got.cue(got.one()) == "أجاب"


def test_the_news_of_a_body_is_a_noun() -> None:
    text = "ومنذ أمس وكشف صحيفة المرفأ هذه القضية، لم يهدأ الشارع."
    assert read(f"وقال سالم العمري إن السد آمن.\n{text}").contents == ["السد آمن"]


@pytest.mark.parametrize("subject", ["فالاتحاد البلدي", "فسالم العمري"])
def test_a_subject_has_so_on_it(subject: str) -> None:
    got = read(f"ولم تنته الأزمة، {subject} تعهد ببناء جسر جديد.")
    assert got.contents == ["بناء جسر جديد"]


def test_words_that_another_says_are_not_the_first_cues() -> None:
    got = read("وسجل سالم العمري الوقائع كلها، والتي يقول رامي شاهين إنها «من صنع خياله».")
    assert [got.cue(one) for one in got.statements] == ["يقول"]
