"""Operations and meetings in marks, wars, tribes, teams, courts and agencies by what they are called."""

from __future__ import annotations

import pytest

from riwaya.names import tag


def names(text: str) -> dict[str, str]:
    return {m.text: m.type for m in tag(text) if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ('أطلق التحالف عملية "النسر الأزرق" فجرا', "النسر الأزرق", "EVENT"),
        ('بدأت المناورات البحرية "فجر 2018" أمس', "فجر 2018", "EVENT"),
        ("قتل جده في الحرب الكورية", "الحرب الكورية", "EVENT"),
        ("اجتمع شيوخ قبيلة الدليم أمس", "الدليم", "ORG"),
        ("اجتمع شيوخ عشيرة بني لام أمس", "بني لام", "ORG"),
        ("فاز منتخب بولندا لكرة القدم", "منتخب بولندا لكرة القدم", "ORG"),
        ("أصدرت المحكمة الجنائية العراقية حكما", "المحكمة الجنائية العراقية", "ORG"),
        ("قضت المحكمة الإدارية العليا بحله", "المحكمة الإدارية العليا", "ORG"),
        ("نقلت وكالة أنباء كازاخستان عن مصدر", "وكالة أنباء كازاخستان", "ORG"),
        ('انضم إلى كتلة " #راسخون" النيابية', "راسخون", "ORG"),
    ],
)  # fmt: skip
def test_they_are_called_by_what_stands_behind_their_word(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    ['يرفض ما سماه "حملة" كبيرة تستهدفه منذ أسابيع"', "شنت القوات عملية واسعة فجرا", "اجتمع شيوخ قبيلة كبيرة أمس",
     "فاز منتخب قوي أمس", "مثل المتهم أمام المحكمة العسكرية أمس"],
)  # fmt: skip
def test_descriptions_name_no_event_and_no_body(text: str) -> None:
    assert names(text) == {}


def test_a_youth_team_is_not_the_state_s_team() -> None:
    assert names("لعب لمنتخب بولندا تحت 20 عاما") == {"بولندا": "GPE"}


def test_words_without_a_blank_between_are_read_too() -> None:
    assert names("أعلن بدء العملية2018 في الجنوب") == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("نقل الجرحى إلى مستشفى الملك فيصل أمس", "مستشفى الملك فيصل", "FAC"),
        ("درس في جامعة الأمير سطام بن عبد العزيز", "جامعة الأمير سطام بن عبد العزيز", "ORG"),
        ("وقالت وكالة مواجهة الكوارث إن الوضع صعب", "وكالة مواجهة الكوارث", "ORG"),
    ],
)
def test_what_is_called_after_a_king_is_not_he(text: str, name: str, kind: str) -> None:
    assert names(text) == {name: kind}


def test_what_manoeuvres_are_like_is_not_their_name() -> None:
    assert names('سيوقف المناورات البحرية "المكلفة والمتعبة" غدا') == {}
