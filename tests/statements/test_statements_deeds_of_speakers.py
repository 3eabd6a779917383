"""Whose words they are, by what a sentence's own verb tells that he did; and who is spoken to, though he could be the subject."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وألقت الشرطة القبض على ثلاثة رجال أمس واتهمتهم بسرقة القارب.", "الشرطة"),
        ("كما تقدمت امرأة ثانية بشكوى ضده واتهمته بسرقة القارب.", "person@page-7"),
        ("ومشطت الشرطة المرفأ بعد أن أعلنت سرقة القارب.", "الشرطة"),
        (
            "ومنذ عودته إلى المدينة، بدا سالم العمري متفائلا، مشددا على أن العمل بدأ.",
            "salem-al-omari",
        ),
    ],
)
def test_whoever_did_something_goes_on_with_his_words(text: str, speaker: str) -> None:
    assert read(text).speakers == [speaker]


def test_a_thing_that_happened_says_nothing() -> None:
    got = read("قال سالم العمري إن العمل بدأ. وارتفعت الأسعار أمس وأكدت الشرطة أن المرفأ مغلق.")
    assert got.speakers == ["salem-al-omari", "الشرطة"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وتجمع نحو خمسة آلاف شخص قرب المرفأ هاتفين «العمل حق».", "نحو خمسة آلاف شخص"),
        ("هتف المحتجون في المرفأ ضد أرمادا وسلوان ونددوا بالخطة.", "المحتجون"),
        (
            "أنهى وزراء خارجية أرمادا وسلوان اجتماعهم، وشددوا على أهمية المرفأ.",
            "وزراء خارجية أرمادا وسلوان",
        ),
        ("وتداول رواد مواقع التواصل الصورة، وانتقدوا إغلاق المرفأ.", "people@page-7"),
    ],
)
def test_several_who_did_something_go_on_with_their_words(text: str, speaker: str) -> None:
    assert read(text).speakers == [speaker]


def test_two_states_that_acted_speak_together() -> None:
    got = read("وقعت أرمادا وسلوان اتفاقا، وأكدوا أن المرفأ مفتوح.")
    assert got.speakers == ["armada-and-silwan"]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت سلوان إن العمل بدأ، وحضت أرمادا على فتح المرفأ.",
        "وقالت سلوان إن العمل بدأ، ودعت أرمادا إلى فتح المرفأ.",
        "وقالت سلوان إن العمل بدأ، وطالبت أرمادا بفتح المرفأ.",
    ],
)
def test_whom_a_joined_verb_is_directed_at_does_not_speak(text: str) -> None:
    got = read(text)
    assert got.speakers == ["silwan", "silwan"]
    addressee = got.statements[1].addressee
    assert addressee is not None
    assert addressee.entity == "armada"


@pytest.mark.parametrize(
    "text",
    [
        "وقال سالم العمري إن العمل بدأ، ودعت أرمادا إلى فتح المرفأ.",
        "وقالت سلوان إن العمل بدأ، ودعت ليلى حداد إلى فتح المرفأ.",
        "ودعت أرمادا إلى فتح المرفأ.",
    ],
)
def test_whoever_cannot_be_spoken_to_speaks(text: str) -> None:
    assert read(text).speakers[-1] in ("armada", "layla-haddad")


def test_who_is_told_right_behind_the_verb_at_the_head_of_a_sentence_is_no_speaker() -> None:
    got = read("وقالت ليلى حداد إن العمل بدأ. وأخبرت صحيفة المرفأ أن العمل صعب.")
    assert got.speakers == ["layla-haddad", "layla-haddad"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وجاء القرار بعد التقارير التي تحدثت عن إغلاق المرفأ.", "التقارير"),
        (
            "وقالت سلوان إن العمل بدأ رغم التقارير الأولية التي تحدثت عن إغلاق المرفأ.",
            "التقارير الأولية",
        ),
    ],
)
def test_texts_speak_before_their_relative_pronoun(text: str, speaker: str) -> None:
    assert speaker in read(text).speakers


def test_a_report_within_what_is_told_of_the_subject_is_not_gone_on_with() -> None:
    got = read(
        "قال سالم العمري، المدير الذي أعلن رامي شاهين عن تعيينه أمس، إن العمل بدأ. وتساءل: «متى يصل القارب؟»."
    )
    assert got.by_content("متى").speaker == got.by_content("العمل").speaker
