from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from statements_support import PEOPLE, blocks_of, mentions_in, page_of, read

from riwaya.model import Found, Statement
from riwaya.statements import check_quotations, find_statements, tag
from riwaya.statements.lexicon import cues

WORDS = [
    *PEOPLE, "قال", "وأضاف", "إن", "أن", "بأنه", "محذرا", "من", "بحسب", "نقلا", "عن", "لكنه", "لم", "يذكر",
    "ما", "إذا", "“", "”", '"', "«", "»", ":", "،", ".", "\n", "وذلك", "قوله", "لا", "بيان", "في", "الذي",
    "مسؤول", "الطرفان", "اتفقا", "على", "سئل", "عما", "(", ")", "..", "كما", "أعلن", "تنفيه", "الأمر",
]  # fmt: skip


def check(text: str, statements: list[Statement]) -> None:
    assert len({s.id for s in statements}) == len(statements)
    ids = {s.id: s for s in statements}
    for statement in statements:
        assert statement.content
        last = 0
        for start, end in statement.content:
            assert last <= start < end <= len(text)
            last = end
        if statement.cue is not None:
            assert 0 <= statement.cue[0] < statement.cue[1] <= len(text)
        if statement.inside is not None:
            outer = ids[statement.inside]
            assert outer is not statement
            assert statement.chain[: len(outer.chain)] == outer.chain


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    check(text, tag(text))


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
@example(["أعلن", "“", "“", "إن", "سالم العمري"])
def test_no_order_of_cues_names_and_marks_makes_it_fail(words: list[str]) -> None:
    text = " ".join(words)
    found = Found(blocks=blocks_of(text), mentions=mentions_in(text))
    page = page_of(text)
    statements = find_statements(page, found)
    check(text, statements)
    for warning in check_quotations(page, Found(blocks=found.blocks, statements=tuple(statements))):
        assert all(0 <= s < e <= len(text) for s, e in warning.spans)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(['"', "«", "»", "“", "”", "„"]), st.integers(0, 30))
def test_an_odd_mark_never_loses_the_rest_of_the_page(mark: str, at: int) -> None:
    first = "قال سالم العمري إن الميناء سيفتح غدا صباحا."
    at = min(at, len(first))
    text = first[:at] + mark + first[at:] + "\n" + "وقالت ليلى حداد: «انتهى العمل كله في المساء»."
    assert read(text).contents[-1] == "انتهى العمل كله في المساء"


def seconds(text: str) -> float:
    page, found = page_of(text), Found(blocks=blocks_of(text), mentions=mentions_in(text))
    begin = time.process_time()
    find_statements(page, found)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "وقال سالم العمري إن ليلى حداد أكدت أن «العمل بدأ»، محذرا من التأخير، بحسب وكالة النسيم.\n",
        "قال إن ",
        '"قال ',
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    seconds(piece * 5)
    short, long = (min(seconds(piece * times) for _ in range(2)) for times in (200, 800))
    assert long < 10 * max(short, 0.02)  # four times the text; growth by its square would be 16


def test_the_lexicon_holds_the_breadth_of_news() -> None:
    lemmas = {form.verb.lemma for forms in cues().forms.values() for form in forms}
    assert len(lemmas) >= 250
    assert len(cues().forms) >= 5000
