"""A headline surer than the body is warned of; one that the body bears out, or that hedges itself, is not."""

from __future__ import annotations

import pytest
from statements_support import blocks_of, mentions_in, page_of

from riwaya.model import Found
from riwaya.statements import find_statements
from riwaya.statements.headline import check_headline

TITLE = "غرق سفينة شحن كبيرة قبالة ميناء سلوان"


def warned(text: str) -> bool:
    page = page_of(text)
    found = Found(blocks=blocks_of(text, {0: "title"}), mentions=mentions_in(text))
    statements = tuple(find_statements(page, found))
    warnings = check_headline(page, Found(blocks=found.blocks, statements=statements))
    for warning in warnings:
        assert warning.kind == "headline_beyond_body"
        assert warning.spans[0] == (0, text.index("\n"))
    return bool(warnings)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (TITLE, "قال مصدر أمني إن سفينة شحن كبيرة غرقت قبالة ميناء سلوان.", True),
        (TITLE, "زعم سالم العمري أن سفينة شحن كبيرة غرقت قبالة ميناء سلوان.", True),
        (TITLE, "قال سالم العمري إن سفينة شحن كبيرة غرقت قبالة ميناء سلوان.", False),
        (TITLE, "أفاد مراسلنا بغرق سفينة شحن كبيرة قبالة ميناء سلوان.", False),
        (TITLE, "غرقت سفينة شحن كبيرة قبالة ميناء سلوان. وقال مصدر إن سفينة شحن كبيرة غرقت قبالة ميناء سلوان.", False),
        ("مصادر: غرق سفينة شحن كبيرة قبالة ميناء سلوان", "قال مصدر إن سفينة شحن كبيرة غرقت قبالة ميناء سلوان.", False),
        ("هل غرقت سفينة شحن كبيرة قبالة ميناء سلوان؟", "قال مصدر إن سفينة شحن كبيرة غرقت قبالة ميناء سلوان.", False),
        (TITLE, "قال مصدر إن سفينة شحن كبيرة لم تغرق قبالة ميناء سلوان.", False),
        (TITLE, "قال مصدر إن العمل في المدينة بدأ.", False),
    ],
)  # fmt: skip
def test_the_title_is_held_against_what_the_body_ascribes(
    title: str, body: str, expected: bool
) -> None:
    assert warned(f"{title}\n{body}") is expected
