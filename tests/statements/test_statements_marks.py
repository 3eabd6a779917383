from __future__ import annotations

import pytest
from statements_support import blocks_of, page_of, read

from riwaya.model import Found
from riwaya.statements import check_quotations
from riwaya.statements.marks import pair_marks


def inner(text: str) -> list[str]:
    marks = pair_marks(text, [(b.start, b.end) for b in blocks_of(text)])
    return [text[slice(*q.inner)] for q in marks.quotes]


@pytest.mark.parametrize(
    "text",
    [
        'قال: "نعم هنا".', "قال: «نعم هنا».", "قال: “نعم هنا”.", "سعيه لـ”نعم هنا” مع",
        'ب"نعم هنا" ثم', "قال „نعم هنا“.", 'عن"نعم هنا" ثم', 'وقال :"نعم هنا".',
    ],
)  # fmt: skip
def test_every_pair_of_marks_in_use_is_read(text: str) -> None:
    assert inner(text) == ["نعم هنا"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('رواد "الموجة الجديدة "في السينما ومجلة "المرفأ" أيضا', ["الموجة الجديدة", "المرفأ"]),
        ('نشرت مجلة" المرفأ" الصورة', ["المرفأ"]),
    ],
)
def test_misplaced_blanks_do_not_unpair_straight_marks(text: str, words: list[str]) -> None:
    assert [quoted.strip() for quoted in inner(text)] == words


def test_marks_nest() -> None:
    assert inner("«قال أبي “نعم” ثم مضى»") == ["قال أبي “نعم” ثم مضى", "نعم"]


def test_a_quotation_may_close_some_paragraphs_on() -> None:
    assert inner("قال: «بدأنا هنا\nوانتهينا هناك».") == ["بدأنا هنا\nوانتهينا هناك"]


def test_a_missing_closing_mark_ends_with_its_paragraph_and_spares_the_next() -> None:
    text = "قال العمري: «بدأنا العمل في الصباح.\nوقالت ليلى حداد: «انتهينا في المساء»."
    got = read(text)
    assert got.contents == ["بدأنا العمل في الصباح", "انتهينا في المساء"]
    assert [s.type for s in got.statements] == ["direct", "direct"]


def test_a_missing_opening_mark_makes_the_clause_direct() -> None:
    got = read('وقال العمري إن العمل بدأ في الصباح الباكر جدا".')
    assert got.one().type == "direct"
    assert got.contents == ["العمل بدأ في الصباح الباكر جدا"]


def test_speech_that_only_closes_runs_through_its_paragraphs() -> None:
    got = read("وقال العمري ننتظر الرد منذ أيام.\nولن نغير موقفنا من المشروع”.")
    assert (
        "".join(got.contents).replace(".", "") == "ننتظر الرد منذ أيام | ولن نغير موقفنا من المشروع"
    )
    assert got.one().type == "direct"


def test_a_name_in_marks_is_no_quotation() -> None:
    got = read('قالت ليلى حداد لـ"المرفأ"، إن العمل بدأ.')
    assert got.contents == ["العمل بدأ"]


def test_a_full_stop_in_a_quotation_does_not_end_the_sentence() -> None:
    got = read('أضافت ليلى حداد أن القرار "خطأ كبير. لن نقبله أبدا".')
    assert got.contents == ['القرار "خطأ كبير. لن نقبله أبدا"']


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قال العمري: «بدأنا العمل في الصباح الباكر.", ["unclosed_quote"]),
        ("وقال العمري إن العمل بدأ في الصباح”.", ["unopened_quote"]),
        ("قال العمري: «بدأنا العمل في الصباح».", []),
        ('شاشة قياسها 6.1" بسعر جديد في الأسواق كلها.', []),
        ("قال: «بدأنا العمل في الصباح\nوانتهينا في المساء».", []),
    ],
)
def test_marks_without_a_partner_are_warned_of(text: str, kinds: list[str]) -> None:
    page = page_of(text)
    found = Found(blocks=blocks_of(text))
    assert [w.kind for w in check_quotations(page, found)] == kinds
