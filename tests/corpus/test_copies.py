from __future__ import annotations

import random

import pytest
from corpus_pages import DAM, FIRE, analysed, page
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus.align import passages
from riwaya.corpus.body import body_tokens, body_words
from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import digest
from riwaya.corpus.postings import pairs, postings
from riwaya.corpus.winnow import GRAM, WINDOW, winnow
from riwaya.model import Analysed, PageSpan


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(part), text.index(part) + len(part)) for part in words]


def test_a_copied_paragraph_is_found_with_its_edges() -> None:
    a = analysed("a", "جسر جديد", DAM)
    b = analysed("b", "حريق ثم جسر", (FIRE[0], f"وفي خبر آخر {DAM[0]} كما علمنا"))
    (copy,) = find_copies([digest(a), digest(b)])
    assert (copy.a.page, copy.b.page) == ("a", "b")
    assert [(copy.a.start, copy.a.end)] == spans(a.text, DAM[0])
    assert [(copy.b.start, copy.b.end)] == spans(b.text, DAM[0])
    assert copy.verbatim
    assert copy.similarity == 1.0


def test_spelling_marks_and_quotation_marks_do_not_hide_a_copy() -> None:
    vowelled = (
        DAM[0].replace("محافظ", "مُحافظ").replace("جديدا", "«جديدا»").replace("أعوام", "اعوام")
    )
    (copy,) = find_copies([page("a", "عنوان", DAM[:1]), page("b", "آخر", (vowelled,))])
    assert copy.verbatim


def test_a_changed_word_is_bridged_and_lowers_the_similarity() -> None:
    changed = DAM[0].replace("ثلاثة أعوام", "سنين")
    (copy,) = find_copies([page("a", "عنوان", DAM[:1]), page("b", "آخر", (changed,))])
    assert not copy.verbatim
    assert 0.8 <= copy.similarity < 1.0


def test_a_passage_is_cut_where_either_page_ends_a_paragraph() -> None:
    a = analysed("a", "عنوان", (f"{DAM[0]} {DAM[1]}",))
    b = analysed("b", "آخر", DAM[:2])
    copies = find_copies([digest(a), digest(b)])
    assert [(c.a.start, c.a.end) for c in copies] == spans(a.text, *DAM[:2])


@pytest.mark.parametrize("words", [4, 8, 11])
def test_fewer_than_twelve_equal_words_are_no_copy(words: int) -> None:
    short = " ".join(DAM[0].split()[:words])
    assert not find_copies([page("a", "عنوان", DAM), page("b", "آخر", (f"{FIRE[0]} {short}",))])


def test_titles_and_link_blocks_are_no_copies() -> None:
    a = page("a", DAM[0], FIRE, links=DAM)
    b = page("b", DAM[0], DAM[1:], links=FIRE)
    assert not find_copies([a, b])


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [
        page("c", "أول", DAM, published="2024-03-01"),
        page("a", "ثان", (FIRE[0], DAM[1], DAM[0]), published="2024-03-02"),
        page("b", "ثالث", (*FIRE, DAM[0]), published="2024-03-01"),
    ]
    wanted = find_copies(pages)
    assert len(wanted) > 3
    shuffled = pages[:]
    random.Random(5).shuffle(shuffled)
    assert find_copies(shuffled) == wanted


def test_pairs_of_some_pages_are_those_of_all_that_touch_them() -> None:
    words = [(at, page(name, name, DAM).words()) for at, name in enumerate("abc")]
    found = postings(words)
    assert pairs(found) == [(0, 1), (0, 2), (1, 2)]
    assert pairs(found, {2}) == [(0, 2), (1, 2)]
    assert pairs(found.of(postings(words[2:]).grams), {2}) == [(0, 2), (1, 2)]


def test_the_page_dated_before_is_the_earlier() -> None:
    first = page("z", "أ", DAM, published="2024-03-01T08:00+03:00")
    second = page("a", "ب", DAM, published="2024-03-01T09:00+03:00")
    assert {c.earlier for c in find_copies([first, second])} == {"z"}


def test_no_page_is_called_earlier_without_evidence() -> None:
    same_day = [
        page("a", "أ", DAM, published="2024-03-01"),
        page("b", "ب", DAM, published="2024-03-01"),
    ]
    assert {c.earlier for c in find_copies(same_day)} == {None}
    assert {c.earlier for c in find_copies([page("a", "أ", DAM), page("b", "ب", DAM)])} == {None}


def test_a_page_that_names_the_other_as_its_source_is_the_later() -> None:
    origin = page("a", "أ", DAM, outlet="sahel-press")
    relay = page("b", "ب", DAM, outlet="wadi-news", source="sahel-press")
    assert {c.earlier for c in find_copies([origin, relay])} == {"a"}


@pytest.mark.parametrize(
    ("outlets", "dates", "kind"),
    [
        (("x", "y"), ("2024-03-01", "2024-03-02"), "copy"),
        (("x", "x"), ("2024-03-01", "2024-03-02"), "update"),
        (("x", "y"), ("2024-03-01", "2024-05-02"), "background"),
        (("x", "x"), (None, None), "copy"),
    ],
)
def test_kinds_of_copies_are_told_apart(
    outlets: tuple[str, str], dates: tuple[str | None, str | None], kind: str
) -> None:
    a, b = (
        page(name, name, DAM, outlet=outlet, published=date)
        for name, outlet, date in zip("ab", outlets, dates, strict=True)
    )
    assert {c.kind for c in find_copies([a, b])} == {kind}


def test_a_paragraph_that_recurs_for_weeks_is_background_on_one_day_too() -> None:
    pages = [
        page("a", "أ", (FIRE[0], DAM[0]), published="2024-03-01", outlet="x"),
        page("b", "ب", (FIRE[0], DAM[1], DAM[0]), published="2024-03-01", outlet="y"),
        page("c", "ج", DAM[:1], published="2024-01-05", outlet="z"),
    ]
    kinds = {(c.a.page, c.b.page, c.kind) for c in find_copies(pages)}
    assert kinds == {
        ("a", "b", "copy"), ("a", "b", "background"), ("a", "c", "background"),
        ("b", "c", "background"),
    }  # fmt: skip


def test_runs_of_enough_words_are_sure_to_share_a_fingerprint() -> None:
    shared = DAM[0].split()[: GRAM + WINDOW - 1]
    a = body_words(body_tokens(analysed("a", "أ", (" ".join(["قبلها", *shared, "بعدها"]),))))
    b = body_words(body_tokens(analysed("b", "ب", (" ".join([*FIRE[0].split(), *shared]),))))
    assert set(winnow(a.keys)[0].tolist()) & set(winnow(b.keys)[0].tolist())


def test_a_formula_of_very_many_pages_finds_no_pairs() -> None:
    words = [page(f"{n}", "عنوان", (DAM[0],)).words() for n in range(250)]
    assert pairs(postings(enumerate(words))) == []


def test_pages_without_words_are_no_trouble() -> None:
    assert find_copies([]) == []
    assert find_copies([page("a", "", ()), page("b", "", ("",)), page("c", "؟", ("!",))]) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["قال", "وزير", "مدينة", "سوق", "نهر", "جسر", "قمح", "تمر"]), max_size=150
    ),
    st.lists(
        st.sampled_from(["قال", "وزير", "مدينة", "سوق", "نهر", "جسر", "قمح", "تمر"]), max_size=150
    ),
)
def test_passages_lie_in_both_pages_and_are_mostly_equal(a: list[str], b: list[str]) -> None:
    pages = [
        Analysed(id=n, text="عنوان\n" + " ".join(words), language="ar")
        for n, words in (("a", a), ("b", b))
    ]
    words = [body_words(body_tokens(p)) for p in pages]
    for passage in passages(words[0], words[1]):
        for own, (start, end) in zip(words, (passage.a, passage.b), strict=True):
            assert 0 <= start < end <= len(own)
        for run in passage.runs:
            assert (
                words[0].keys[run.a : run.a + run.length].tolist()
                == words[1].keys[run.b : run.b + run.length].tolist()
            )


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_digested_and_compared_with_itself(text: str) -> None:
    pages = [digest(Analysed(id=name, text=text, language="ar")) for name in "ab"]
    for copy in find_copies(pages):
        assert isinstance(copy.a, PageSpan)
        assert 0 <= copy.a.start < copy.a.end <= len(text)


def test_a_page_of_one_word_over_and_over_takes_no_time() -> None:
    pages = [page(name, "عنوان", (" ".join(["تكرار"] * 20_000),)) for name in "ab"]
    assert find_copies(pages) == []
