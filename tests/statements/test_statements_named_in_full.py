"""Who is named in full: behind a title that seemed to end, in marks with what is told of it, by the text that is his."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    "text",
    [
        "وقال رئيس جمعية صيادي السواحل الشمالية، سالم العمري، إن الموسم انتهى.",
        "وقال مدير لجنة حماية الشواطئ الشمالية سالم العمري إن الموسم انتهى.",
        "وقال الأمين العام لمنظمة الموانئ والمرافئ الدولية، سالم العمري، إن الموسم انتهى.",
    ],
)
def test_a_name_goes_with_a_title_that_more_is_told_of(text: str) -> None:
    assert read(text).speakers == ["salem-al-omari"]


def test_a_name_behind_another_clause_is_no_holder_of_the_title() -> None:
    got = read("وقال مدير المرفأ إن العمل بدأ، وقالت ليلى حداد إن العمل انتهى.")
    assert got.speakers[0] != "layla-haddad"
    assert got.speakers[1] == "layla-haddad"


@pytest.mark.parametrize(
    "text",
    [
        'وقالت "الاتحاد البلدي"، ومقره سلوان، إن الموسم انتهى.',
        'وقالت "الاتحاد البلدي"، حسب صحيفة محلية، إن الموسم انتهى.',
        'وكان "الاتحاد البلدي"، أحد أبرز المنظمين للحفل، أعلن في بيان أن الموسم انتهى.',
    ],
)
def test_a_name_in_marks_speaks_with_an_aside_behind_it(text: str) -> None:
    assert read(text).speakers == ["municipal-union"]


def test_what_is_told_of_somebody_between_commas_may_begin_with_his_role() -> None:
    got = read("وكانت ليلى حداد، مديرة المرفأ القديم، قالت إن الموسم انتهى.")
    assert got.speakers == ["layla-haddad"]


def _span(text: str, number: int) -> str:
    statement = read(text).statements[number]
    assert statement.speaker is not None
    assert statement.speaker.span is not None
    return text[slice(*statement.speaker.span)]


def test_a_text_is_what_names_its_issuer_where_it_speaks() -> None:
    text = "وأفاد تقرير وكالة النسيم بأن الموسم انتهى. وقال التقرير إن المرفأ مغلق. وأضاف أن العمل توقف."
    assert read(text).speakers == ["naseem-agency"] * 3
    assert [_span(text, n) for n in range(3)] == ["تقرير وكالة النسيم", "التقرير", "التقرير"]


def test_whoever_speaks_himself_is_named_by_his_own_name() -> None:
    text = "وقال الاتحاد البلدي في تقرير إن الموسم انتهى. وأضاف أن العمل توقف."
    assert [_span(text, n) for n in range(2)] == ["الاتحاد البلدي", "الاتحاد البلدي"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال بيان النائب العام إن التحقيق مستمر.", "النائب العام"),
        ("وأوضح بيان الداخلية أن التحقيق مستمر.", "الداخلية"),
        ("وأضافت الداخلية في بيان أن التحقيق مستمر.", "الداخلية"),
    ],
)
def test_a_text_is_an_offices_or_a_ministrys_that_it_is_bound_to(text: str, name: str) -> None:
    assert read(text).speakers == [name]


def test_an_adjective_of_a_text_is_no_speaker() -> None:
    assert read("وقالت تقارير إعلامية إن التحقيق مستمر.").speakers == ["تقارير إعلامية"]
