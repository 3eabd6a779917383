"""What two cues tell and is one statement."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال سالم العمري إنه يعارض هدم الجسر.", "يعارض هدم الجسر"),
        ("وأكد سالم العمري أنه لا يعلق على الشائعات.", "لا يعلق على الشائعات"),
        ('أوضح سالم العمري أن بلاده "ترحب" بالاتفاق.', 'بلاده "ترحب" بالاتفاق'),
        ('كتب سالم العمري: "أعلن استقالتي من المجلس".', "أعلن استقالتي من المجلس"),
    ],
)
def test_a_stand_of_ones_own_is_one_statement(text: str, content: str) -> None:
    assert read(text).contents == [content]


@pytest.mark.parametrize(
    "text",
    [
        "قال سالم العمري إنه طلب من ليلى حداد إغلاق الجسر.",
        "قال سالم العمري إنه لا يستبعد إغلاق الجسر.",
        "قال سالم العمري إن ليلى حداد تعارض إغلاق الجسر.",
    ],
)
def test_what_one_has_said_or_another_holds_is_a_second(text: str) -> None:
    assert read(text).contents[1:] == ["إغلاق الجسر"]


def test_the_nearer_of_two_cues_tells_their_one_clause() -> None:
    got = read("نشر رامي شاهين تقارير تقول ليلى حداد فيها إن الجسر مغلق.")
    assert "الجسر مغلق" in got.contents
    assert got.by_content("الجسر مغلق").speaker.entity == "layla-haddad"  # type: ignore[union-attr]


def test_a_clause_about_the_speaker_leaves_him_his_words() -> None:
    got = read("قال سالم العمري، الذي تعتبره ليلى حداد خصما، إن الجسر مغلق.")
    assert got.by_content("الجسر مغلق").speaker.entity == "salem-al-omari"  # type: ignore[union-attr]
