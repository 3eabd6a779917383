"""Sources of many kinds: unknown nouns, offices, texts, agencies between a verb and its clause."""

from __future__ import annotations

import pytest
from statements_support import read


def test_an_unknown_plural_in_the_nominative_is_the_subject() -> None:
    got = read("وأبدى المزارعون قلقهم من تأخر الأمطار.")
    assert got.speakers == ["المزارعون"]
    assert got.contents == ["قلقهم من تأخر الأمطار"]


def test_a_noun_that_cannot_describe_the_subject_is_the_object() -> None:
    got = read("طلب الأساقفة العفو من أهل القرية.")
    assert (got.speakers, got.contents) == (["الأساقفة"], ["العفو من أهل القرية"])


def test_a_participle_as_object_is_no_speaker() -> None:
    assert read("كان الحريق قد بدأ ليلا، ورفضا الرحيل عن المكان.").statements == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال سالم العمري، الذي نال الجائزة أمس، إن الميناء سيفتح غدا.", "الميناء سيفتح غدا"),
        ("دعا سالم العمري، الذي نال جائزة لجنة التحكيم، إلى فتح الميناء.", "فتح الميناء"),
        ("رحبت وكالة النسيم، وهي من أقدم الوكالات، بهذه الخطوة.", "هذه الخطوة"),
        ('أعلن الناطق باسم قوة "درع الساحل"، العقيد سالم العمري، أن الميناء آمن.', "الميناء آمن"),
        ('صرحت "وكالة النسيم" في بيان أمس أنها توسع مكاتبها.', "توسع مكاتبها"),
        ("أفادت وكالة النسيم نقلا عن بيان للوزارة أن الميناء سيفتح غدا.", "الميناء سيفتح غدا"),
        ("أفاد مسؤول غير مخول له بالحديث إلى الصحافة، أن الميناء مغلق.", "الميناء مغلق"),
    ],
)
def test_asides_between_cue_and_clause_are_passed(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_a_dropped_subject_goes_on_through_a_second_verb_of_saying() -> None:
    got = read("قال سالم العمري إن الميناء مغلق. ومضى يقول: «سنفتحه غدا صباحا».")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]
    assert got.cue(got.statements[1]) == "مضى يقول"


def test_an_office_in_a_headline_is_who_holds_it_later_on_the_page() -> None:
    got = read(
        "رئيس الجمعية البحرية: الميناء آمن\nوقال رئيس الجمعية البحرية سالم العمري إن العمل بدأ.",
        {0: "title"},
    )
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_another_envoy_is_not_the_one_of_before() -> None:
    got = read("قال المندوب الأرمادي إن الميناء مغلق. وقال المندوب السلواني إن الميناء مفتوح.")
    assert got.speakers[0] != got.speakers[1]


@pytest.mark.parametrize(
    "text",
    [
        "فتح الميناء صباحا، على ما أفادت وكالة النسيم.",
        "فتح الميناء صباحا، حسبما أعلنت اليوم وكالة النسيم.",
        "فتح الميناء صباحا، كما أفادت وكالة النسيم المتخصصة في شؤون البحر.",
    ],
)
def test_attributions_of_agencies(text: str) -> None:
    statement = read(text).one()
    assert statement.speaker is not None
    assert statement.speaker.entity == "naseem-agency"
    assert read(text).words(statement) == ["فتح الميناء صباحا"]


def test_a_text_of_two_says_what_both_say() -> None:
    got = read("نشرت وكالة النسيم بيانا مشتركا بين أرمادا وسلوان يؤكد أن الحدود ستفتح.")
    assert got.by_content("الحدود ستفتح").speaker is not None
    assert got.by_content("الحدود ستفتح").speaker.entity == "armada-and-silwan"  # type: ignore[union-attr]
    assert got.by_content("الحدود ستفتح").chain[0].entity == "naseem-agency"


def test_who_is_written_to_did_not_write() -> None:
    got = read("وجه سالم العمري خطابا لوكالة النسيم يطالب بالتحقيق في الحادث.")
    assert got.speakers == ["salem-al-omari"]


def test_in_his_own_words_they_are_others() -> None:
    got = read("قال سالم العمري: «يقولون إن الميناء لن يفتح أبدا».")
    assert got.speakers[1] != "salem-al-omari"


@pytest.mark.parametrize(
    "text",
    [
        "وقالوا إن الحكومة سترد على من يعلنون الحرب عليها.",
        "أقر البرلمان القانون بأغلبية كبيرة.",
        "يشجع ذلك على فتح الميناء.",
        "وتمت الصفقة وفقا للقانون الجديد.",
        "وصل إلى القرية دعاة لفتح الميناء.",
    ],
)
def test_what_only_looks_like_a_report(text: str) -> None:
    cues = [read(text).cue(s) for s in read(text).statements]
    assert not set(cues) & {"يعلنون", "أقر", "يشجع", "وفقا", "دعاة"}


def test_a_full_stop_inside_the_closing_mark_ends_the_sentence_with_the_mark() -> None:
    got = read('قال سالم العمري إن الميناء "آمن ومفتوح للسفن."\nوأضافت ليلى حداد أن العمل بدأ.')
    assert got.statements[0].type == "mixed"
    assert got.words(got.statements[0]) == ['الميناء "آمن ومفتوح للسفن."']


@pytest.mark.parametrize(
    "text",
    [
        "وافق سالم العمري على وصف الوضع بأنه خطير.",
        "في مقابلة، اتفق سالم العمري مع صحفي وصف الوضع بـ«الخطير».",
    ],
)
def test_another_s_words_are_endorsed_and_not_his_own(text: str) -> None:
    statement = read(text).statements[0]
    assert statement.voice == "endorsed"
    assert statement.speaker is not None
    assert statement.speaker.entity == "salem-al-omari"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أبرز سالم العمري، أمس، أن الميناء مفتوح.", "الميناء مفتوح"),
        ("وبين سالم العمري أن الميناء مفتوح.", "الميناء مفتوح"),
        ("بحث سالم العمري مع السفير الأرمادي سبل تعزيز التعاون.", "سبل تعزيز التعاون"),
        ("زار سالم العمري الميناء، مجددا رفضه إغلاقه.", "رفضه إغلاقه"),
        ("امتنع سالم العمري عن التعليق على الحادث.", "التعليق على الحادث"),
    ],
)
def test_frames_of_agencies(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_between_two_is_no_verb() -> None:
    assert read("وبين أرمادا وسلوان حدود طويلة، وإن الطريق إليها وعر.").statements == []


def test_an_agency_in_marks_carries_words() -> None:
    got = read("ونقلت «وكالة النسيم» عن سالم العمري قوله إن الميناء مفتوح.")
    assert [ref.entity for ref in got.one().chain] == ["naseem-agency", "salem-al-omari"]
