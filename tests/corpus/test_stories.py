from __future__ import annotations

import random

import pytest
from corpus_pages import DAM, FIRE, call, page
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import Digest
from riwaya.corpus.stories import find_stories
from riwaya.corpus.stories_groups import average_link
from riwaya.model import Story

BRIDGE = "افتتاح جسر وادي النخيل بعد ثلاثة أعوام"
BRIDGE_TOO = "محافظ وادي النخيل يفتتح الجسر الجديد"
BLAZE = "حريق كبير في مخزن للأخشاب بمدينة الساحل"


def groups(pages: list[Digest]) -> list[set[str]]:
    return [set(story.pages) for story in find_stories(pages, find_copies(pages))]


def stories(pages: list[Digest]) -> list[Story]:
    return find_stories(pages, find_copies(pages))


def day(number: int) -> str:
    return f"2024-03-{number:02d}"


def test_pages_of_one_event_are_one_story_and_others_are_not() -> None:
    pages = [
        page("a", BRIDGE, DAM, published=day(1)),
        page("b", BRIDGE_TOO, (f"قال {DAM[1]}", DAM[0]), published=day(1)),
        page("c", BLAZE, FIRE, published=day(1)),
    ]
    assert groups(pages) == [{"a", "b"}, {"c"}]


def test_every_page_is_in_one_story_even_an_empty_one() -> None:
    pages = [page("a", BRIDGE, DAM), page("b", "", ()), page("c", BLAZE, FIRE)]
    assert sorted(name for group in groups(pages) for name in group) == ["a", "b", "c"]


def test_the_same_words_months_apart_are_two_stories() -> None:
    pages = [
        page("a", BRIDGE, DAM, published="2024-03-01"),
        page("b", BRIDGE, DAM, published="2024-06-01"),
    ]
    assert groups(pages) == [{"a"}, {"b"}]


def test_the_result_does_not_depend_on_the_order() -> None:
    pages = [
        page(f"{n}", title, paragraphs, published=day(1 + n % 3))
        for n, (title, paragraphs) in enumerate(
            [(BRIDGE, DAM), (BLAZE, FIRE), (BRIDGE_TOO, DAM[1:]), (BLAZE, (FIRE[1], FIRE[0]))] * 3
        )
    ]
    wanted = stories(pages)
    for seed in range(3):
        shuffled = pages[:]
        random.Random(seed).shuffle(shuffled)
        assert stories(shuffled) == wanted


CALL = (
    "أجرى رئيس نورلاند اتصالا هاتفيا بملك سودلاند بحثا فيه ترسيم الحدود البحرية وتبادل الأسرى بين البلدين",
)


@pytest.mark.parametrize(
    ("starts", "together"),
    [
        (("2024-03-01", "2024-03-01T20:00+03:00"), True),
        (("XXXX-WXX-5", "2024-03-01"), True),
        (("2024-03-01", "2024-02-13"), False),
        (("XXXX-WXX-2", "2024-03-01"), False),
    ],
)
def test_calls_of_the_same_leaders_at_different_times_never_merge(
    starts: tuple[str, str], *, together: bool
) -> None:
    a, b = (
        page(name, "رئيس نورلاند يهاتف ملك سودلاند", CALL, contacts=(call("n", "s", start=start),))
        for name, start in zip("ab", starts, strict=True)
    )
    assert (groups([a, b]) == [{"a", "b"}]) is together


def test_an_undated_page_joins_the_call_whose_details_it_tells() -> None:
    title = "رئيس نورلاند يهاتف ملك سودلاند"
    first = call("n", "s", start="2024-03-05", duration="PT40M")
    second = call("n", "s", start="2024-04-16")
    undated = call("n", "s", start="XXXX-WXX-2", duration="PT40M")
    pages = [
        page("march", title, CALL, published="2024-03-05", contacts=(first,)),
        page("april", title, CALL, published="2024-04-16", contacts=(second,)),
        page("open", title, CALL, contacts=(undated,)),
    ]
    assert groups(pages) == [{"april"}, {"march", "open"}]


SINKING = (
    "غرق مركب صيد قبالة مرفأ الساحل ومقتل تسعة من ركابه، وقال خفر المرفأ إن البحث جار عن آخرين"
)
LATER = "أعلن خفر المرفأ اليوم توقف الغواصين بعد انتشال جثث جديدة من المركب الذي غرق قبالة الساحل"
EARLY_TITLE, LATER_TITLE = "غرق مركب صيد قبالة الساحل", "الغواصون ينهون عملهم"


def test_a_later_toll_belongs_to_the_accident() -> None:
    pages = [
        page("a", EARLY_TITLE, (SINKING,), published=day(1), named=("الساحل",)),
        page("b", LATER_TITLE, (LATER,), published=day(3), named=("الساحل",)),
    ]
    assert groups(pages) == [{"a", "b"}]
    elsewhere = page("c", LATER_TITLE, (LATER,), published=day(3), named=("المركب",))
    assert groups([pages[0], elsewhere]) == [{"a"}, {"c"}]


def test_undated_pages_are_joined_by_what_one_copies_from_the_other() -> None:
    pages = [page("a", BRIDGE, DAM), page("b", BRIDGE_TOO, DAM)]
    assert groups(pages) == [{"a", "b"}]


def test_id_and_title_come_from_the_pages() -> None:
    pages = [
        page("m", BRIDGE, DAM, published=day(1)),
        page("k", BRIDGE_TOO, DAM, published=day(1)),
    ]
    (story,) = stories(pages)
    assert story.id == "story:k"
    assert story.pages == ("k", "m")
    assert story.title in (BRIDGE, BRIDGE_TOO)


def test_a_label_of_a_live_page_names_no_story() -> None:
    pages = [
        page("a", f"تغطية مباشرة.. {BRIDGE}", DAM, published=day(1)),
        page("b", BRIDGE_TOO, DAM, published=day(1)),
        page("c", f"تغطية مباشرة.. {BRIDGE}", DAM, published=day(1)),
    ]
    (story,) = stories(pages)
    assert story.title == BRIDGE_TOO


def test_a_late_page_joins_its_story_without_changing_the_others() -> None:
    pages = [
        page("b", BRIDGE, DAM, published=day(1)),
        page("c", BLAZE, FIRE, published=day(1)),
    ]
    late = page("d", BRIDGE_TOO, DAM, published=day(2))
    assert [s.id for s in stories([*pages, late])] == [s.id for s in stories(pages)]


def test_the_two_closest_groups_are_joined_first() -> None:
    ties = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.9), (0, 2, 0.1)]
    assert average_link(5, ties, 0.4) == [[0, 1], [2, 3], [4]]


def test_pages_held_apart_keep_their_groups_apart() -> None:
    ties = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.8), (0, 2, 0.8), (1, 3, 0.8), (0, 3, -1.0)]
    assert average_link(4, ties, 0.4) == [[0, 1], [2, 3]]
    assert average_link(4, ties, 0.4, best_share=0.35) == [[0, 1], [2, 3]]


def test_a_high_tie_holds_a_story_together_where_its_ends_have_none() -> None:
    ties = [(0, 1, 0.9), (1, 2, 0.6)]
    assert average_link(3, ties, 0.4) == [[0, 1], [2]]
    assert average_link(3, ties, 0.4, best_share=0.4) == [[0, 1, 2]]


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(-1, 1).map(lambda tie: round(tie, 3)),
    )
)
def test_average_link_partitions_the_nodes(ties: dict[tuple[int, int], float]) -> None:
    found = average_link(8, [(a, b, tie) for (a, b), tie in ties.items()], 0.4)
    assert sorted(node for group in found for node in group) == list(range(8))
    assert all(group == sorted(group) for group in found)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=80)), max_size=5))
def test_any_pages_can_be_gathered(texts: list[tuple[str, str]]) -> None:
    pages = [page(f"{n}", title, (body,)) for n, (title, body) in enumerate(texts)]
    assert sorted(name for group in groups(pages) for name in group) == [p.page for p in pages]
