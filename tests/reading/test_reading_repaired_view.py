"""Later steps read the repaired view: what they find stands in the page's own text, in its own words."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.engine.pipeline import PAGE_STEPS, analyse, annotate
from riwaya.model import (
    Analysed,
    Annotation,
    Block,
    Found,
    Repair,
    Span,
    Speaker,
    Statement,
)
from riwaya.reading.page import page_from_text
from riwaya.reading.repair.carry import into_view, moved, repaired_page
from riwaya.reading.repair.view import repaired

DATE = "الأحد 12 مايو 2024"


def read(*lines: str) -> Analysed:
    text = "\n".join(("لقاء في المرفأ", DATE, "", *lines))
    return analyse(page_from_text("p", text))


def words(page: Analysed, spans: tuple[Span, ...]) -> list[str]:
    return [page.text[start:end] for start, end in spans]


def test_a_name_that_is_glued_to_a_word_is_found_and_told_as_it_stands() -> None:
    page = read("التقى رئيسالوزراء العراقي محمد شياع السوداني أمس وفدا من تجار المرفأ في بغداد.")
    assert "glued_words" in {repair.kind for repair in page.repairs}
    found = {mention.text for mention in page.mentions}
    assert "محمد شياع السوداني" in found
    for mention in page.mentions:
        assert page.text[mention.start : mention.end] == mention.text


def test_a_statement_goes_on_over_a_broken_sentence() -> None:
    page = read(
        "قال وزير النقل العراقي رزاق محيبس السعداوي إن المرفأ سيستقبل السفن الكبيرة قبل نهاية العام الجاري وإن",
        "",
        "العمل في الرصيف الثاني يبدأ بعد شهرين.",
        "",
        "وحضر اللقاء عدد من المهندسين وممثلون عن الشركة المنفذة للمشروع.",
    )
    assert [repair.kind for repair in page.repairs] == ["broken_sentence"]
    last = page.statements[-1]
    start, end = last.content[-1]
    assert page.text[:end].endswith("يبدأ بعد شهرين")
    assert "العمل في الرصيف" in page.text[start:end]


def test_what_stands_in_the_view_is_the_own_text_of_the_page_again() -> None:
    page = read(
        "أعلنت الحكومةالعراقية أمس أن أعمال المرفأ ستنتهي قريبا.",
        'وقال وزير النقل إن ب"نتائج الفحص" ما يدعو إلى الاطمئنان.',
    )
    for statement in page.statements:
        assert statement.cue is not None
        for start, end in (*statement.content, statement.cue):
            assert 0 <= start < end <= len(page.text)
            assert page.text[start:end].strip() == page.text[start:end]


def test_every_layer_of_spans_is_carried() -> None:
    """A shape with spans that the carrying does not know would come back with spans of the view."""
    known = {Span, Span | None, tuple[Span, ...], dict[str, tuple[Span, ...]], Speaker | None}
    for shape in (*get_args(Annotation), Speaker):
        for name, hint in get_type_hints(shape).items():
            if "tuple[int, int]" in str(hint) or "Speaker" in str(hint):
                assert hint in known, (shape, name)


def test_a_statement_is_moved_with_all_its_spans() -> None:
    statement = Statement(
        id="s1", type="direct", content=((5, 7), (9, 11)), cue=(1, 3),
        speaker=Speaker(entity=None, name="x", span=(3, 4)),
    )  # fmt: skip
    shifted = moved(statement, lambda a, b: (a + 10, b + 10), "")
    assert (shifted.content, shifted.cue) == (((15, 17), (19, 21)), (11, 13))
    assert shifted.speaker is not None
    assert shifted.speaker.span == (13, 14)
    assert (shifted.id, shifted.addressee) == ("s1", None)


def test_paragraphs_that_a_sentence_joins_are_one_block_of_the_view() -> None:
    text = "aa\n\nbb\ncc"
    blocks = tuple(Block(start=a, end=b, role="paragraph") for a, b in ((0, 2), (4, 6), (7, 9)))
    repair = Repair(kind="broken_sentence", start=2, end=4, replacement=" ", reason="")
    view = repaired(text, [repair])
    seen = into_view(Found(blocks=blocks, repairs=(repair,)), view)
    assert [view.text[b.start : b.end] for b in seen.blocks] == ["aa bb", "cc"]


@pytest.mark.parametrize("kind", ["doubled_line", "unbalanced_quote", "outside_proclitic"])
def test_what_only_tells_of_a_fault_changes_no_word_that_is_read(kind: str) -> None:
    page = page_from_text("p", "سطر واحد")
    found = Found(repairs=(Repair(kind=kind, start=0, end=3, replacement="", reason=""),))  # type: ignore[arg-type]
    assert repaired_page(page, found)[0] is page


_TEXT = st.text(alphabet="ابج \n", min_size=1, max_size=40)


@given(st.data())
def test_kept_words_go_there_and_back(data: st.DataObject) -> None:
    text = data.draw(_TEXT)
    edges = st.integers(0, len(text))
    repairs = [
        Repair(kind="glued_words", start=min(a, b), end=max(a, b), replacement=words, reason="")
        for a, b, words in data.draw(
            st.lists(st.tuples(edges, edges, st.sampled_from(["", " ", "كلمة"])), max_size=4)
        )
    ]
    view = repaired(text, repairs)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = view.forward(start, end)
    assert 0 <= first <= last <= len(view.text)
    touched = any(r.start < end and r.end > start for r in view.repairs)
    inside = any(start < r.start < end and r.start == r.end for r in view.repairs)
    if not touched and not inside:
        assert view.text[first:last] == text[start:end]
        assert view.span(first, last) == (start, end)


@given(st.lists(st.sampled_from(
    ["قال الوزير إن", "أعلنت الحكومةالعراقية أمس", 'ب"نتائج الفحص"', "\n", "\n\n", " ", "، ", ".", "وأضاف:", "محمد شياع السوداني",
     "وكالاتأعرب", "في بغداد", "الأحد 12 مايو 2024"]), max_size=14))  # fmt: skip
def test_every_span_of_every_layer_lies_in_the_text(pieces: list[str]) -> None:
    page = page_from_text("p", "".join(pieces))
    found = annotate(page, PAGE_STEPS)
    for mention in found.mentions:
        assert page.text[mention.start : mention.end] == mention.text
    for one in (*found.statements, *found.contacts, *found.warnings):
        moved(one, lambda a, b: _inside(a, b, page.text), page.text)


def _inside(start: int, end: int, text: str) -> Span:
    assert 0 <= start <= end <= len(text)
    return start, end
