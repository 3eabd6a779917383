"""How somebody goes about saying something: the noun of saying behind it leads his words in."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "وسارع سالم العمري إلى التشديد على أن الجسر سليم.",
            "الجسر سليم",
            "salem-al-omari",
        ),
        ("لكن ليلى حداد حرصت على القول إن الصيد مهم.", "الصيد مهم", "layla-haddad"),
        (
            "واكتفت أرمادا بالإعلان عن هدنة يومية.",
            "هدنة يومية",
            "armada",
        ),
        (
            "زار سالم العمري الميناء. وحرص على الإيضاح أن العمل مستمر.",
            "العمل مستمر",
            "salem-al-omari",
        ),
    ],
)
def test_a_noun_of_saying_behind_how_it_was_gone_about(
    text: str, content: str, speaker: str
) -> None:
    got = read(text).one()
    assert read(text).contents == [content]
    assert got.speaker is not None
    assert got.speaker.entity == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وعاد سالم العمري إلى الإعلان الأول.",
        "ذهب سالم العمري إلى السوق قبل الإعلان عن الأسعار.",
        "حرص سالم العمري على الحضور.",
    ],
)
def test_a_noun_of_saying_that_leads_in_no_words(text: str) -> None:
    assert read(text).contents == []
