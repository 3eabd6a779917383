"""What stands between a cue and its words, and what only looks as if it spoke: sentences of our own."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("فيما أفادت مصادر محلية أن العمل بدأ.", "مصادر محلية", "العمل بدأ"),
        ("وأفادت تقارير نشرتها وكالة النسيم بأن العمل بدأ.", "naseem-agency", "العمل بدأ"),
        ("وكان مصدر أمني طلب عدم نشر اسمه قال إن العمل بدأ.", "مصدر أمني", "العمل بدأ"),
        ("مصدر مطلع على ملف الميناء قال إن العمل بدأ.", "مصدر مطلع", "العمل بدأ"),
        ("وكان سالم العمري، وهو صياد من القرية، قال إن العمل بدأ.", "salem-al-omari", "العمل بدأ"),
        ("وكانت أرمادا قالت من قبل إن العمل بدأ.", "armada", "العمل بدأ"),
        (
            'وقال سالم العمري متحدثا في القرية "بدأنا العمل في الرصيف قبل شهر من الآن".',
            "salem-al-omari",
            "بدأنا العمل في الرصيف قبل شهر من الآن",
        ),
        (
            'وأضافت ليلى حداد خلال جلسة طارئة تعقدها اللجنة: "بدأ العمل في الرصيف".',
            "layla-haddad",
            "بدأ العمل في الرصيف",
        ),
    ],
)
def test_asides_hide_neither_speaker_nor_words(text: str, speaker: str, content: str) -> None:
    said = read(text).by_content(content)
    assert said.speaker is not None
    assert speaker in (said.speaker.entity, said.speaker.name)


def test_what_is_governed_before_marks_is_said_too() -> None:
    got = read('وشدد سالم العمري في بيان على أهمية "الرصيف الجديد للميناء والبلدة القريبة منه".')
    assert got.contents[0].startswith("أهمية")


def test_a_thing_that_somebody_speaks_of_does_not_speak() -> None:
    got = read("ونشرت ليلى حداد صورا قالت إنها من الرصيف.")
    assert got.by_content("من الرصيف").cue is not None


def test_sources_go_on_with_a_verb_of_hers() -> None:
    got = read("أشارت مصادر محلية إلى أن العمل بدأ، وأوضحت أن الرصيف مفتوح.")
    assert got.contents == ["العمل بدأ", "الرصيف مفتوح"]
    assert got.speakers[0] == got.speakers[1] is not None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "وأكدت ليلى حداد في تغريدة على تويتر ضرورة فتح الطريق الساحلي.",
            "ضرورة فتح الطريق الساحلي",
        ),
        ("وأدان سالم العمري في بيان العنف في البلدة.", "العنف في البلدة"),
        ("وأدان سالم العمري خلال مؤتمر صحفي العنف في البلدة.", "العنف في البلدة"),
        ("ورحب سالم العمري بفتح الطريق الساحلي في بيان.", "فتح الطريق الساحلي"),
        ("وطلب مسؤول في وزارة النقل في وقت سابق فتح الطريق الساحلي.", "فتح الطريق الساحلي"),
        ("ونفى سالم العمري حدوث تلاعب في النتائج.", "حدوث تلاعب في النتائج"),
    ],
)
def test_an_object_begins_behind_asides_and_ends_before_them(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "front",
    ["وردا على سؤال عن موعد الافتتاح", "وعن موعد الافتتاح", "ولدى سؤاله عن موعد الافتتاح", "وعندما سئل عن الموعد"],
)  # fmt: skip
def test_a_sentence_that_begins_with_the_question_tells_the_answer(front: str) -> None:
    got = read(f'قال سالم العمري إن العمل بدأ. {front} قال "سنعلن ذلك قريبا جدا".')
    assert got.contents[-1] == "سنعلن ذلك قريبا جدا"
    assert got.speakers[-1] == "salem-al-omari"


def test_a_shortened_name_ends_no_sentence() -> None:
    got = read("قال مدير المكتب، آر. في شاندر، إن العمل بدأ.")
    assert got.contents == ["العمل بدأ"]


def test_whom_a_topic_names_does_not_speak_of_it() -> None:
    got = read("قال سالم العمري إن العمل بدأ. وعن دعوة رامي شاهين إلى وقفه، قال إنه مستمر.")
    assert got.speakers[-1] == "salem-al-omari"
