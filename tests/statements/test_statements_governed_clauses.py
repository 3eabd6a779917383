"""Whose clause أن begins, far behind a cue: the cue's own, or that of the word right before it."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    "text",
    [
        "ستعلق البلدية أعمال الجسر إلى أن يصل المهندسون الجدد.",
        "والأمر الثاني الذي لفت الأنظار هو أن السوق بقي مفتوحا.",
        "سجل السوق ارتفاعا صغيرا هذا العام، ويبدو أنه يتجه إلى عام هادئ.",
        "تعتبر القلعة واحدة من ألغاز سلوان بسبب أن بابها ليس معروفا.",
    ],
)
def test_the_clause_of_another_word_is_not_the_cues(text: str) -> None:
    assert read(text).contents == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أعلن سالم العمري بعد أن زار الميناء أن الجسر مغلق.", "الجسر مغلق"),
        ("أعلنت البلدية الإغلاق، لكنها أكدت فيما بعد أن الجسر سليم.", "الجسر سليم"),
        ("أشار سالم العمري في كلمة قصيرة إلى أن الجسر قديم.", "الجسر قديم"),
        ("وقال سالم العمري، وهو مهندس، إن الجسر قديم.", "الجسر قديم"),
        ("وصف سالم العمري الجسر القديم بأنه خطر.", "الجسر القديم بأنه خطر"),
    ],
)
def test_the_cues_own_clause_is_found_behind_more_words(text: str, content: str) -> None:
    assert content in read(text).contents


def test_who_holds_an_opinion_of_a_thing_told_of_tells_it() -> None:
    got = read("وتضمن التقرير عددا من النقاط ترى ليلى حداد أنها مفيدة للسكان.")
    assert set(got.speakers) <= {"layla-haddad"}
