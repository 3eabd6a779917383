"""Every page step, on any text at all: it ends, and every span lies inside the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.engine.pipeline import analyse
from riwaya.model import Analysed
from riwaya.reading.page import page_from_text

# Pieces that the steps look for, so that random text is not only noise to them.
PIECES = [
    "قال ", "وأضاف أن ", "إن ", "\"", "«", "»", "”", "“", ": ", "، ", ".", "\n", "\n\n", "و ",
    "الرئيس ", "وزير الخارجية ", "التركي ", "سمير العطار ", "لارا ", "موسكو ", "البيت الأبيض ",
    "أمس الثلاثاء ", "اليوم ", "الساعة 18:30 بتوقيت غرينتش ", "12 مارس 2014 ", "نحو 40 دقيقة ",
    "اتصالا هاتفيا ", "التقى ", "مع ", "بين ", "نظيره ", "بحسب ", "نقلا عن ", "وكالات", "- ",
    "14 قتيلا ", "١٢", "ـ", "\u0651", "\u200f", "\U0001f600", "لم يذكر ما إذا ", "نافيا ", "محذرا من ",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
)


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every span in a page's layers, wherever it stands."""
    if isinstance(value, msgspec.Struct):
        if hasattr(value, "start") and isinstance(value.start, int):
            yield value.start, value.end  # type: ignore[attr-defined]
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            yield value
        else:
            for part in value:
                yield from spans(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from spans(part)


def layers(page: Analysed) -> Iterator[Any]:
    """The layers that hold spans; a quantity's range of values is none."""
    for name in ("blocks", "times", "mentions", "statements", "contacts", "warnings", "sources"):
        yield getattr(page, name)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_ends_with_spans_inside_it(text: str) -> None:
    page = analyse(page_from_text("any", text))
    assert page.text == text
    for start, end in (span for layer in layers(page) for span in spans(layer)):
        assert 0 <= start <= end <= len(text)
    for mention in page.mentions:
        assert text[mention.start : mention.end] == mention.text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_each_visible_character_stands_in_one_block(text: str) -> None:
    page = analyse(page_from_text("any", text))
    held = [i for b in page.blocks for i in range(b.start, b.end) if not text[i].isspace()]
    assert sorted(held) == [i for i, char in enumerate(text) if not char.isspace()]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_the_same_text_gives_the_same_layers(text: str) -> None:
    page = page_from_text("any", text)
    assert analyse(page) == analyse(page)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_statements_nest_by_their_ids(text: str) -> None:
    page = analyse(page_from_text("any", text))
    ids = [statement.id for statement in page.statements]
    assert len(ids) == len(set(ids))
    assert all(s.inside is None or (s.inside in ids and s.inside != s.id) for s in page.statements)
    assert all(len(s.chain) <= len(ids) + 4 for s in page.statements)
