from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.brief import Brief, brief
from riwaya.brief.arabic import MINUTE, ORIGIN, OUTLET, PAGE, listed, listed_english
from riwaya.brief.moments import length, when
from riwaya.brief.said import after_preposition
from riwaya.brief.sentence import quote
from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.store.reader import RecordReader

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "a.db"
    build([str(EXAMPLES)], path)
    return path


@pytest.fixture
def reader(record: Path) -> Iterator[RecordReader]:
    with RecordReader(record) as opened:
        yield opened


def _briefs(reader: RecordReader, language: str) -> list[Brief]:
    return [brief(reader, story.id, language) for story in reader.stories()]  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_sentence_stands_on_words_of_the_storys_pages(
    reader: RecordReader, language: str
) -> None:
    for made in _briefs(reader, language):
        assert 5 <= len(made.sentences) <= 12
        for sentence in made.sentences:
            assert sentence.evidence
            assert sentence.text.endswith((".", "…."))
            assert "\n" not in sentence.text
            for span in sentence.evidence:
                assert reader.page(span.page).text[span.start : span.end].strip()


def test_a_quotation_is_words_of_a_page(reader: RecordReader) -> None:
    for made in _briefs(reader, "ar"):
        for sentence in made.sentences:
            if sentence.kind in ("independent", "repeated", "omitted"):
                said = sentence.text.partition("«")[2].partition("»")[0].rstrip("…")
                texts = (
                    quote(reader.page(s.page).text[s.start : s.end], 10**6)
                    for s in sentence.evidence
                )
                assert any(said in text for text in texts)


def test_a_contact_is_told_with_who_says_what(reader: RecordReader) -> None:
    story = next(s for s in reader.stories() if "بشأن محادثات البحيرة" in s.title)
    sentences = brief(reader, story.id, "ar").sentences
    told = {s.kind: s for s in sentences}
    call = next(s for s in sentences if s.kind == "contact" and "اتصال هاتفي" in s.text)
    assert call.text.startswith(
        "جرى اتصال هاتفي بين إنغريد هالفورسن ودانيال موانغي في 9 مارس 2010 عند الساعة 18:15 (غرينتش+3)، لمدة 40 دقيقة"
    )
    assert "جوزيف أوتينو" in call.according_to
    assert "روايتان لا تصحان معا" in told["dispute"].text
    assert "مصدر واحد هو كينيا" in told["repeated"].text
    english = [s.text for s in brief(reader, story.id, "en").sentences if s.kind == "contact"]
    when = "took place on 9 March 2010 at 18:15 (UTC+3), for 40 minutes"
    assert any(when in text for text in english)


def test_what_one_side_alone_tells_is_told_as_its_own(reader: RecordReader) -> None:
    story = next(s for s in reader.stories() if "جاكرتا" in s.title)
    omitted = [s for s in brief(reader, story.id, "ar").sentences if s.kind == "omitted"]
    assert {s.according_to for s in omitted} == {("إندونيسيا",), ("البرتغال",)}


def test_an_unknown_story_is_a_clear_error(reader: RecordReader) -> None:
    with pytest.raises(RiwayaError, match="no story"):
        brief(reader, "none")


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "صفحة واحدة"), (2, "صفحتين"), (3, "3 صفحات"), (10, "10 صفحات"), (11, "11 صفحة"),
        (99, "99 صفحة"), (100, "100 صفحة"), (102, "102 صفحة"), (103, "103 صفحات"), (111, "111 صفحة"),
    ],
)  # fmt: skip
def test_pages_are_counted_as_arabic_counts(n: int, words: str) -> None:
    assert PAGE.counted(n) == words


def test_adjectives_and_constructs_follow_their_noun() -> None:
    assert ORIGIN.counted(2) == "مصدرين مستقلين"
    assert ORIGIN.counted(2, nominative=True) == "مصدران مستقلان"
    assert ORIGIN.counted(11) == "11 مصدرا مستقلا"
    assert OUTLET.counted(2) == "جهتي نشر"
    assert MINUTE.counted(3) == "3 دقائق"


@given(st.integers(3, 10**6))
def test_a_count_begins_with_its_number(n: int) -> None:
    assert PAGE.counted(n).split()[0] == str(n)


def test_lists() -> None:
    assert listed(["سلمى", "نادر", "هدى"]) == "سلمى ونادر وهدى"
    assert listed_english(["a", "b", "c"]) == "a, b and c"
    assert listed_english(["a"]) == "a"


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2010-W11", "في الأسبوع الذي يبدأ في 15 مارس 2010", "in the week of 15 March 2010"),
        ("2010-W99", None, None),
        ("2021-12-30T23:35+03:00", "في 30 ديسمبر 2021 عند الساعة 23:35 (غرينتش+3)", "on 30 December 2021 at 23:35 (UTC+3)"),
        ("2021-12-30T20:35Z", "في 30 ديسمبر 2021 عند الساعة 20:35 (غرينتش)", "on 30 December 2021 at 20:35 (UTC)"),
        ("XXXX-12-07", "في 7 ديسمبر", "on 7 December"),
        ("2021-12", "في ديسمبر 2021", "in December 2021"),
        ("2021", "في عام 2021", "in 2021"),
        ("XXXX-WXX-3", "يوم الأربعاء", "on Wednesday"),
        ("T23:35", "عند الساعة 23:35", "at 23:35"),
        ("PAST_REF", None, None),
        (None, None, None),
    ],
)  # fmt: skip
def test_times_in_words(value: str | None, arabic: str | None, english: str | None) -> None:
    assert when(value, "ar") == arabic
    assert when(value, "en") == english


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("PT50M", "50 دقيقة", "50 minutes"),
        ("PT1H", "ساعة", "1 hour"),
        ("PT2H", "ساعتين", "2 hours"),
        ("PT3H30M", "3 ساعات و30 دقيقة", "3 hours 30 minutes"),
        ("P2D", "يومين", "2 days"),
        ("PXD", None, None),
    ],
)
def test_lengths_in_words(value: str, arabic: str | None, english: str | None) -> None:
    assert length(value, "ar") == arabic
    assert length(value, "en") == english


def test_a_plural_behind_a_preposition_is_in_the_genitive() -> None:
    assert after_preposition("مسؤولون أمنيون في الوزارة") == "مسؤولين أمنيين في الوزارة"
    assert after_preposition("التلفزيون الرسمي") == "التلفزيون الرسمي"
    assert after_preposition("سلمى الدوري") == "سلمى الدوري"


def test_quotations_are_cut_at_a_blank_and_lose_half_marks() -> None:
    assert quote('قال "نعم') == "قال نعم"
    assert quote("كلمة " * 100, 22) == "كلمة كلمة كلمة كلمة…"
    assert quote("«نعم»  ولا\nغير.") == "نعم ولا غير"
