"""Who speaks in a title: before a colon, or by its second verb."""

from __future__ import annotations

import pytest
from statements_support import Reading, read


def _title(text: str) -> Reading:
    return read(text, {0: "title"})


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("سالم العمري لأنصاره: شكرا لكم جميعا", "شكرا لكم جميعا"),
        ("سالم العمري من أرمادا: نتذكر موقفكم الكريم", "نتذكر موقفكم الكريم"),
        ("سالم العمري مخاطبا رامي شاهين: من أنت لتقرر عنا؟", "من أنت لتقرر عنا"),
        ("سالم العمري عن إغلاق الميناء الكبير في الشمال بعد العاصفة: صدمة قوية", "صدمة قوية"),
        ("أرمادا: تعرضنا لخديعة كبرى", "تعرضنا لخديعة كبرى"),
        ("أرمادا تتحدى جيرانها في المجلس: لن نخضع لأحد", "لن نخضع لأحد"),
    ],
)
def test_the_words_behind_a_colon_are_the_speakers(text: str, content: str) -> None:
    assert _title(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    ["أرمادا: مقتل خمسة جنود في كمين", "أرمادا: نتائج الانتخابات تعلن غدا"],
)
def test_a_country_before_a_colon_is_where_it_happened(text: str) -> None:
    assert _title(text).contents == []


def test_a_titles_second_verb_has_its_first_ones_subject() -> None:
    got = _title("أرمادا تغلق حدودها الشمالية.. وتتوعد بالرد")
    assert got.contents == ["الرد"]
    assert got.speakers == ["armada"]
