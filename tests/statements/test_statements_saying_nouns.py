"""Nouns of saying that tell what somebody said: with their speaker behind them, or on them, or who sent a text."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "أغلقت الأسواق بعد إعلان الاتحاد البلدي أن الجسر سيهدم.",
            "الجسر سيهدم",
            "municipal-union",
        ),
        (
            "تراجع الإقبال رغم تأكيد سالم العمري، أمس، أن الطريق آمن.",
            "الطريق آمن",
            "salem-al-omari",
        ),
        (
            "جاء القرار بعد يومين من قول وزير المالية إن الرسوم ستخفض.",
            "الرسوم ستخفض",
            "salem-al-omari",
        ),
        (
            "ردت ليلى حداد على تحذير أرمادا من أن السد سينهار.",
            "السد سينهار",
            "armada",
        ),
        (
            "وصل سالم العمري متأخرا. وعلى الرغم من ادعائه أن القطار تعطل فقد غضب الجميع.",
            "القطار تعطل",
            "salem-al-omari",
        ),
        (
            "نقلت صحيفة المرفأ قول الاتحاد البلدي إن العمل سيتوقف.",
            "العمل سيتوقف",
            "municipal-union",
        ),
        (
            "بعث سالم العمري رسالة إلى النقابة مفادها أن الأجور لن تخفض.",
            "الأجور لن تخفض",
            "salem-al-omari",
        ),
        (
            "تلقت النقابة رسالة من ليلى حداد مفادها أن الأجور لن تخفض.",
            "الأجور لن تخفض",
            "layla-haddad",
        ),
        ("تلقت النقابة رسالة مفادها أن الأجور لن تخفض.", "الأجور لن تخفض", None),
        (
            "جاء ذلك بعد قول وزير المالية، سالم العمري، إن الرسوم ستخفض.",
            "الرسوم ستخفض",
            "salem-al-omari",
        ),
        (
            "والخبر الأهم هو إعلان الاتحاد البلدي أن الجسر سيهدم.",
            "الجسر سيهدم",
            "municipal-union",
        ),
    ],
)
def test_a_noun_of_saying_tells_what_was_said(text: str, content: str, speaker: str | None) -> None:
    statement = read(text).by_content(content)
    assert next(text[a:b].rstrip(".") for a, b in statement.content).startswith(content)
    assert (statement.speaker.entity if statement.speaker else None) == speaker


def test_who_carries_the_words_is_in_the_chain() -> None:
    got = read("نقلت صحيفة المرفأ قول الاتحاد البلدي إن العمل سيتوقف.").one()
    assert [link.entity for link in got.chain] == ["marfa-newspaper", "municipal-union"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # the verb's own clause
        ("قال سالم العمري في تصريحات لصحيفة المرفأ إن الجسر سليم.", ["الجسر سليم"]),
        # what a saying is called
        (
            "وصفت ليلى حداد إعلان سالم العمري بأنه متأخر.",
            ["إعلان سالم العمري بأنه متأخر"],
        ),
        # nobody who could say it, and another أن
        ("غادر رامي شاهين بعد إعلان حالة الطوارئ وقبل أن تصل السفن.", []),
        # what somebody tells of a saying that is only its subject
        (
            "قال سالم العمري إن اعتراف الحارس بأنه نام انتزع منه.",
            ["اعتراف الحارس بأنه نام انتزع منه"],
        ),
        # a wish that a text be sent
        ("لتكن هذه الخطوة رسالة واضحة مفادها أن الصيد ممنوع.", []),
    ],
)
def test_a_noun_of_saying_that_tells_nothing_of_its_own(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents
