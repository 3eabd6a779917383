"""Verbs that only carry another, bare objects, bodies that watch, words directed at somebody: our own sentences."""

from __future__ import annotations

import pytest
from statements_support import read

FIRST = "قال سالم العمري إن الميناء مغلق. "


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "وكتب يقول إن العمل يبدأ غدا.",
        FIRST + "ومضى يقول إن العمل يبدأ غدا.",
        "وانبرى سالم العمري يقول إن العمل يبدأ غدا.",
        "وعاد سالم العمري ليقول إن العمل يبدأ غدا.",
        "ومضى سالم العمري يقول إن العمل يبدأ غدا.",
    ],
)
def test_a_verb_of_saying_after_another_is_never_the_speaker(text: str) -> None:
    got = read(text)
    assert got.speakers[-1] == "salem-al-omari"
    assert got.contents[-1] == "العمل يبدأ غدا"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ذكرت وكالة النسيم مقتل ثلاثة بحارة في الحريق.", "مقتل ثلاثة بحارة في الحريق"),
        ("ذكرت تقارير غرق زورق قبالة الساحل.", "غرق زورق قبالة الساحل"),
        ("ووثق المرصد البحري مقتل ثلاثة بحارة.", "مقتل ثلاثة بحارة"),
        ("أحصت وكالة النسيم 40 مخالفة في السوق.", "40 مخالفة في السوق"),
        ("وجه سالم العمري انتقادات حادة إلى الشركة.", "الشركة"),
        ("أصدر الاتحاد البلدي تحذيرا من السباحة قرب الجسر.", "تحذيرا من السباحة قرب الجسر"),
        ("ألقى سالم العمري باللوم على الشركة المشغلة.", "الشركة المشغلة"),
        ("قال سالم العمري، الميناء لن يفتح قبل الشتاء.", "الميناء لن يفتح قبل الشتاء"),
        (
            'قال سالم العمري، أحد قدامى البحارة في المدينة "لم نر موجا كهذا منذ عشرين عاما".',
            "لم نر موجا كهذا منذ عشرين عاما",
        ),
        ("أقر الاتحاد البلدي، في تصريح من الناطق باسمه، بأن العمل تأخر.", "العمل تأخر"),
        ("أقر الاتحاد البلدي، بتصريح من الناطق باسمه، بأن العمل تأخر.", "العمل تأخر"),
    ],
)
def test_what_is_told_without_a_clause(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        "ذكرت وكالة النسيم القرية في نشرتها.",
        "رصد سالم العمري السفينة من شرفته.",
        "سجل الفريق الأحمر هدفين في الشوط الأول.",
        "وجه سالم العمري السفينة إلى الرصيف.",
        "ألقى سالم العمري بحقيبته على الرصيف.",
        "يعتبر الجسر من أقدم الجسور في سلوان.",
    ],
)
def test_deeds_and_what_is_held_by_nobody_are_no_statements(text: str) -> None:
    assert read(text).contents == []


def test_what_was_announced_by_nobody_has_no_speaker() -> None:
    got = read("أعلن مقتل ثلاثة بحارة في الحريق.")
    assert (got.contents, got.speakers) == (["مقتل ثلاثة بحارة في الحريق"], [None])


def test_a_thing_called_by_a_place_does_not_speak() -> None:
    got = read("قال سالم العمري إن العمل مستمر في مفاوضات سلوان التي تقول إنها تنتهي قريبا.")
    assert got.speakers == ["salem-al-omari"]


def test_an_adjective_that_is_joined_is_no_verb_with_a_pronoun() -> None:
    got = read("قال سالم العمري إن الحريق أصاب مخازن عدة للشركة وتابعة للميناء في الشمال.")
    assert got.contents == ["الحريق أصاب مخازن عدة للشركة وتابعة للميناء في الشمال"]


def test_words_in_marks_go_on_behind_an_attribution() -> None:
    got = read('وأصابت النيران، وفق ما نقلت وكالة النسيم عن سالم العمري، "ثلاثة مخازن قرب الجسر".')
    assert got.contents == ['أصابت النيران | "ثلاثة مخازن قرب الجسر"']
    assert [link.entity for link in got.one().chain] == ["naseem-agency", "salem-al-omari"]


def test_what_an_agency_has_from_somebody_is_his() -> None:
    got = read("وبحسب ما نقلته وكالة النسيم عن سالم العمري، فإن الميناء سيفتح غدا.")
    assert (got.contents, got.speakers) == (["الميناء سيفتح غدا"], ["salem-al-omari"])


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت الرسوم، مما شجع التجار على وقف العمل.",
        "وتراجعت الحركة في الميناء، ما يهدد الصيادين بالبطالة.",
        "ويفرج عن السجناء إذا ما اعترفوا بالسرقة.",
    ],
)
def test_what_leads_to_something_and_what_is_supposed_is_not_said(text: str) -> None:
    assert read(text).contents == []
