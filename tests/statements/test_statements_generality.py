"""Ways of telling that random pages of the press brought up: each in a sentence of our own."""

from __future__ import annotations

import pytest
from statements_support import read


def test_an_adverb_of_several_words_is_no_part_of_what_was_said() -> None:
    got = read("ولم يؤكد الاتحاد البلدي حتى الآن إغلاق السوق القديم.")
    assert got.contents == ["إغلاق السوق القديم"]


def test_a_writer_may_go_by_sense_after_but_he() -> None:
    got = read("أعلنت إدارة الميناء أن السفن عادت، لكنه أقر في الوقت نفسه بوجود أضرار بالغة.")
    assert got.contents == ["السفن عادت", "وجود أضرار بالغة"]
    assert got.speakers[0] == got.speakers[1]


def test_a_source_that_is_not_named_holds_nothing_back() -> None:
    got = read("قال مسؤولون لم تذكر أسماءهم إن الجسر سيغلق غدا.")
    assert got.contents == ["الجسر سيغلق غدا"]


def test_the_judiciary_speaks_and_doing_away_with_something_does_not() -> None:
    assert read("اتهم القضاء سالم العمري بتزوير الوثائق.").contents == [
        "سالم العمري بتزوير الوثائق"
    ]
    assert read("أكد سالم العمري أن القضاء على الجراد صعب.").contents == ["القضاء على الجراد صعب"]


def test_some_of_several_are_named_with_those_they_are_of() -> None:
    got = read("أبدى عدد من الخبراء الزراعيين اعتقادهم بأن الموسم سيتأخر.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "عدد من الخبراء الزراعيين"


def test_an_agency_in_marks_carries_what_another_told() -> None:
    got = read('أغلق المصنع أبوابه، وفق ما نقلت "وكالة النسيم" عن الاتحاد البلدي.')
    assert got.contents == ["أغلق المصنع أبوابه"]
    assert [link.entity for link in got.one().chain] == ["naseem-agency", "municipal-union"]


def test_reports_that_somebody_denies_are_no_second_statement() -> None:
    got = read("نفى سالم العمري الأنباء التي تحدثت عن إغلاق الميناء.")
    assert got.contents == ["الأنباء التي تحدثت عن إغلاق الميناء"]


def test_a_proposal_after_a_comma_is_a_participle_and_else_a_noun() -> None:
    got = read("حذر سالم العمري من أن الأسعار سترتفع، مقترحا أن تخفض الرسوم.")
    assert got.contents == ["الأسعار سترتفع", "تخفض الرسوم"]
    assert read("قدم سالم العمري مقترحا بتعديل اللائحة.").contents == []


def test_what_for_in_marks_is_not_what_was_said() -> None:
    got = read('أضاف سالم العمري أنه سيخاطب إدارة النادي "لمعرفة ما جرى".')
    assert got.contents == ['سيخاطب إدارة النادي "لمعرفة ما جرى"']


def test_he_who_was_told_of_is_who_called_for_it_before() -> None:
    got = read("وأوقف سالم العمري في المدينة بعد أن دعا إلى الاحتجاج على الرسوم.")
    assert got.speakers == ["salem-al-omari"]


@pytest.mark.parametrize(
    ("title", "contents"),
    [
        ("أرمادا: لن نتنازل عن الجزيرة", ["لن نتنازل عن الجزيرة"]),
        ("أرمادا: حريق في سوق الخضار", []),
        ("العمري ينفي إغلاق الميناء: شائعات لا أساس لها", ["شائعات لا أساس لها", "إغلاق الميناء"]),
        ("خسائر كبيرة في الموسم.. العمري: سنعوض الجميع", ["سنعوض الجميع"]),
        ("العمري يرد على حداد: لن أستقيل", ["لن أستقيل"]),
    ],
)
def test_headlines_with_a_colon(title: str, contents: list[str]) -> None:
    got = read(title, roles={0: "title"})
    assert got.contents == contents
