"""Ranks between an office and a name, words in marks right behind an office, and when a text was sent out."""

from __future__ import annotations

import msgspec
import pytest
from statements_support import blocks_of, mentions_in, page_of, read

from riwaya.model import Found
from riwaya.statements import find_statements
from riwaya.times.tagger import find_times


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد وزير المناجم بالجنوب المهندس رامي شاهين أهمية السد.", "rami-shaheen"),
        ("أكدت وزيرة الثقافة والفنون بالخارج السفيرة ليلى حداد أهمية السد.", "layla-haddad"),
        ("أكد وزير الزراعة أهمية السد.", "وزير الزراعة"),
    ],
)
def test_a_name_behind_a_rank_is_whose_the_office_is(text: str, speaker: str) -> None:
    got = read(text)
    assert got.contents == ["أهمية السد"]
    assert got.speakers == [speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأضاف الوزير ‹سنزرع معا›.", "سنزرع معا"),
        ("وقال المدير ‹لن نغلق أبوابنا› و‹سنعمل غدا›.", "‹لن نغلق أبوابنا› و‹سنعمل غدا›"),
    ],
)
def test_marks_right_behind_an_office_hold_what_was_said(text: str, content: str) -> None:
    text, content = (t.replace("‹", '"').replace("›", '"') for t in (text, content))
    got = read(text)
    assert got.contents == [content]
    assert '"' not in str(got.speakers)


def test_marks_behind_an_office_in_construct_hold_a_name() -> None:
    got = read('قال رئيس تحرير "الأفق الجديد" إن الصحيفة ستغلق.')
    assert got.contents == ["الصحيفة ستغلق"]


@pytest.mark.parametrize(
    "text",
    [
        "نفى رامي شاهين في وقت سابق الثلاثاء، أنباء انهيار السد.",
        "نفى رامي شاهين في بيان نشرته الخميس، أنباء انهيار السد.",
        "نفى رامي شاهين في بيان مقتضب، أنباء انهيار السد.",
    ],
)
def test_when_it_was_said_is_no_part_of_it(text: str) -> None:
    page, found = page_of(text), Found(blocks=blocks_of(text), mentions=mentions_in(text))
    found = msgspec.structs.replace(found, times=tuple(find_times(page, found)))
    (said,) = find_statements(page, found)
    assert [text[a:b] for a, b in said.content] == ["أنباء انهيار السد"]


@pytest.mark.parametrize(
    "text",
    [
        "وأكدت البلدية، على لسان رامي شاهين، أن الجسر متين.",
        "وأكدت البلدية على لسان مديرها رامي شاهين أن الجسر متين.",
        "وأكدت البلدية على أن الجسر متين.",
    ],
)
def test_through_whose_mouth_somebody_speaks_is_no_part_of_it(text: str) -> None:
    assert read(text).contents == ["الجسر متين"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "وهتف الصيادون ‹لا نريد السد ولا نريد المرفأ› و‹البحر لنا›.",
            "‹لا نريد السد ولا نريد المرفأ› و‹البحر لنا›",
        ),
        (
            "وهتف الصيادون ‹لا نريد السد ولا نريد المرفأ› ورفعوا أعلاما.",
            "لا نريد السد ولا نريد المرفأ",
        ),
    ],
)
def test_words_in_marks_go_on_in_other_marks(text: str, content: str) -> None:
    text, content = (t.replace("‹", '"').replace("›", '"') for t in (text, content))
    assert read(text).contents == [content]


def test_words_in_several_marks_are_quoted_whole() -> None:
    got = read('وهتف الصيادون "لا نريد السد ولا نريد المرفأ" و"البحر لنا".')
    assert got.one().type == "direct"
    got = read('وهتف الصيادون "لا للسد" و"البحر لنا".')
    assert got.one().type == "mixed"
