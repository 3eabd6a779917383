from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_pages import prepared

from riwaya.arabic.folding import fold
from riwaya.errors import RiwayaError
from riwaya.store import search
from riwaya.store.reader import RecordReader
from riwaya.store.writer import RecordWriter

TEXT = "خبر الميناء\n\nوبالمِينَاءِ سفينةٌ وصلت للميناء سنة ٢٠٢٤، وقال مدير ميناء الشرق إنها آمنة.\n"


@pytest.fixture
def reader(tmp_path: Path) -> RecordReader:
    writer = RecordWriter(tmp_path / "a.db")
    with writer.transaction():
        writer.use_layers({})
        writer.put_page(prepared("a", TEXT))
    writer.close()
    return RecordReader(tmp_path / "a.db")


@pytest.mark.parametrize(
    "words",
    ["ميناء", "الميناء", "امنه", "آمنة", "2024", '"ميناء الشرق"', "الشرق سفينه", "ميناءُ"],
)
def test_any_spelling_finds_the_page(reader: RecordReader, words: str) -> None:
    assert [hit.page.id for hit in reader.search(words)] == ["a"]


@pytest.mark.parametrize("words", ["مطار", '"الشرق ميناء"', "ميناء مطار", "2023"])
def test_what_is_not_there_is_not_found(reader: RecordReader, words: str) -> None:
    assert reader.search(words) == []


def test_highlights_are_spans_of_the_page_itself(reader: RecordReader) -> None:
    (hit,) = reader.search("ميناء")
    assert [TEXT[s:e] for s, e in hit.spans] == ["الميناء", "وبالمِينَاءِ", "للميناء", "ميناء"]
    assert TEXT[hit.snippet_at :].startswith(hit.snippet)


def test_nothing_in_a_query_is_syntax(reader: RecordReader) -> None:
    for words in ("ميناء OR مطار", "text:ميناء", "ميناء*", 'ميناء" OR "', "NEAR(ميناء)", "-مطار"):
        reader.search(words)


@pytest.mark.parametrize("words", ["", "  ", '""', "؟!"])
def test_a_query_without_words_is_a_clear_error(reader: RecordReader, words: str) -> None:
    with pytest.raises(RiwayaError) as error:
        reader.search(words)
    assert error.value.code == "bad_query"


def test_an_index_of_another_folding_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = RecordWriter(tmp_path / "a.db")
    with made.transaction():
        made.use_layers({})
        made.put_page(prepared("a", TEXT))
        assert not made.renew_search()
    monkeypatch.setattr("riwaya.store.writer.FOLDING_VERSION", 99)
    with made.transaction():
        assert made.renew_search()
        assert not made.renew_search()
    made.close()
    with RecordReader(tmp_path / "a.db") as renewed:
        assert [hit.page.id for hit in renewed.search("ميناء")] == ["a"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet='ابلوكفي ًـ"«»ـ2٢.A\u200f\n', max_size=60), query=st.text(max_size=20))
def test_spans_lie_in_the_text_in_order(text: str, query: str) -> None:
    at = 0
    for start, end in search.spans(text, search.parse(query)):
        assert at <= start < end <= len(text)
        at = end


def spans_word_by_word(text: str, terms: list[search.Term]) -> tuple[tuple[int, int], ...]:
    """The plain way: every word looked at, every form compared."""
    folded = fold(text)
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^\W_]+", folded.text)]
    found = set()
    for first, *rest in terms:
        for at, (word, start, _) in enumerate(words):
            following = words[at + 1 : at + 1 + len(rest)]
            if word in search.forms(first) and [w for w, _, _ in following] == rest:
                found.add(folded.span(start, words[at + len(rest)][2]))
    out: list[tuple[int, int]] = []
    for span in sorted(found):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return tuple(out)


_PIECES = st.sampled_from(
    ["ميناء", "ال", "لل", "ل", "و", "ب", "ف", "ا", "الميناء", "للميناء", "شرق", " ", "\n", "، ", "_", "ـ",
     "َ", "2024", "٢", "a", "-", "الا", "أ", "ة"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(text=st.lists(_PIECES, max_size=30), query=st.lists(_PIECES, min_size=1, max_size=8))
@example(text=["ال", "لل"], query=["لل"])
def test_the_quick_way_finds_what_the_plain_way_finds(text: list[str], query: list[str]) -> None:
    joined = "".join(query)
    for asked in (joined, f'"{joined}"'):
        terms = search.parse(asked)
        assert search.spans("".join(text), terms) == spans_word_by_word("".join(text), terms)
