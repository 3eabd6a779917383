"""``--why`` tells what the rules did, of the same statements that everybody gets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from statements_support import PEOPLE, blocks_of, mentions_in, page_of

from riwaya.model import Found
from riwaya.statements import find_statements
from riwaya.statements.explain import Explanation, explain

TEXT = "قال سالم العمري إن الميناء مغلق، محذرا من الزحام. وأضافت ليلى حداد: «العمل بدأ». وقال إن السفن تنتظر."


def why(text: str) -> list[Explanation]:
    found = Found(blocks=blocks_of(text), mentions=mentions_in(text))
    return explain(page_of(text), found)


def test_each_statement_says_its_frame_its_bounds_and_its_speakers_way() -> None:
    first, warned, quoted, dropped = why(TEXT)
    assert (first.frame or "").startswith("قال (say)")
    assert "another report" in first.content
    assert first.speaker == "named behind the cue"
    assert "shares the subject" in warned.rule
    assert "the closing mark" in quoted.content
    assert "the last speaker who agrees" in dropped.speaker
    assert dropped.statement.speaker is not None
    assert dropped.statement.speaker.entity == "salem-al-omari"


def test_who_else_it_could_be_is_told() -> None:
    got = why("قال سالم العمري إن العمل بدأ. ووصل رامي شاهين إلى المدينة، وقال إن السفن تنتظر.")
    assert got[-1].statement.speaker is not None
    assert got[-1].statement.speaker.entity == "rami-shaheen"
    assert any(other.startswith("سالم العمري") for other in got[-1].others)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*PEOPLE, "قال", "وأضاف", "إن", "محذرا", "من", "«", "»", "،", ".", "بحسب"]), max_size=40))  # fmt: skip
def test_explained_statements_are_those_that_are_found(words: list[str]) -> None:
    text = " ".join(words)
    page, found = page_of(text), Found(blocks=blocks_of(text), mentions=mentions_in(text))
    explained = explain(page, found)
    assert [e.statement for e in explained] == find_statements(page, found)
    for explanation in explained:
        assert all(label and line for label, line in explanation.lines())
