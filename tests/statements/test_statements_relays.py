"""Attributions before, amid and behind a sentence, and what an agency only relays."""

from __future__ import annotations

import pytest
from statements_support import read


def _chain(got_statement: object) -> list[str | None]:
    chain = got_statement.chain  # type: ignore[attr-defined]
    return [ref.entity for ref in chain]


def test_an_agency_behind_a_report_relays_it_and_says_nothing_itself() -> None:
    got = read("أكد سالم العمري أن الميناء سيفتح غدا، وفق ما نقلته وكالة النسيم.")
    assert got.contents == ["الميناء سيفتح غدا"]
    assert _chain(got.one()) == ["naseem-agency", "salem-al-omari"]


def test_an_agency_before_a_report_relays_it() -> None:
    got = read("وبحسب وكالة النسيم، قال سالم العمري إن الميناء سيفتح غدا.")
    assert got.contents == ["الميناء سيفتح غدا"]
    assert _chain(got.one()) == ["naseem-agency", "salem-al-omari"]


def test_a_body_that_tells_of_talks_speaks_itself() -> None:
    got = read("بحث سالم العمري مع ليلى حداد إصلاح الجسر، بحسب الاتحاد البلدي.")
    assert "municipal-union" in got.speakers


def test_an_attribution_amid_a_sentence_governs_both_its_parts() -> None:
    got = read("وبدأ العمال، بحسب الاتحاد البلدي، بإصلاح الجسر القديم في المدينة.")
    assert got.contents == ["بدأ العمال | بإصلاح الجسر القديم في المدينة"]


def test_the_day_behind_an_attribution_is_not_content() -> None:
    got = read("أغلق الجسر القديم، حسب ما أفاد الاتحاد البلدي، الأربعاء.")
    assert got.contents == ["أغلق الجسر القديم"]


def test_an_attribution_that_is_a_sentence_goes_back_to_the_one_before() -> None:
    got = read("أغلق الجسر القديم أمام السيارات. بحسب الاتحاد البلدي.")
    assert got.contents == ["أغلق الجسر القديم أمام السيارات"]
    assert got.speakers == ["municipal-union"]


def test_a_source_that_a_speaker_appeals_to_stays_in_his_words() -> None:
    got = read('وأشار العمري إلى أنه "وفقا للأرقام الجديدة، زاد عدد الزوار كثيرا".')
    assert got.speakers == ["salem-al-omari"]


def test_what_is_left_untold_is_the_tellers_own() -> None:
    got = read("أكد العمري أن الجسر سيغلق دون أن يحدد موعدا لذلك.")
    assert got.contents[0] == "الجسر سيغلق"


def test_behind_a_quotation_the_teller_explains() -> None:
    got = read('قال العمري إن السفينة "وصلت إلى الميناء سالمة"، والتي تعد الأكبر في البلاد.')
    assert "تعد" not in got.contents[0]


def test_by_saying_is_a_statement_of_the_same_speaker() -> None:
    got = read("نفت ليلى حداد أن يكون الجسر مغلقا، بقولها إن السيارات تعبره كل يوم.")
    assert got.speakers == ["layla-haddad"] * 2
    assert got.contents == ["يكون الجسر مغلقا", "السيارات تعبره كل يوم"]


def test_a_report_in_one_sentence_of_a_quotation_ends_with_it() -> None:
    got = read("وقال العمري: «أعلن رامي شاهين استقالته. سنختار مديرا جديدا هذا الشهر».")
    assert got.statements[1].inside == "s1"
    assert got.contents[1] == "استقالته"


def test_a_name_in_marks_is_a_subject() -> None:
    got = read('وقالت "صحيفة المرفأ" إن السوق أغلق.')
    assert got.speakers == ["marfa-newspaper"]
    assert got.contents == ["السوق أغلق"]


@pytest.mark.parametrize(
    "text",
    [
        "وبحسب عدد من سكان القرية، فإن العمل بدأ.",
        "العمل بدأ، بحسب عدد من سكان القرية.",
        "العمل بدأ، وفقا لعدد من سكان القرية.",
        "وذكرت وكالة النسيم نقلا عن عدد من سكان القرية أن العمل بدأ.",
    ],
)
def test_some_of_many_are_a_source(text: str) -> None:
    said = read(text).one()
    assert said.speaker is not None
    assert said.speaker.name == "عدد من سكان القرية"


def test_a_number_is_no_source() -> None:
    assert read("فازت الشركة بالعقد، بحسب عدد الأصوات.").contents == []
