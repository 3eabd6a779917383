"""Small places, foreign facilities, hyphenated names and what only looks like a name."""

from __future__ import annotations

import pytest

from riwaya.names.mentions import mentions_of


def names(text: str) -> list[str]:
    return [m.text for m in mentions_of(text, [(0, len(text))], None) if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال المتحدث كيم مين-سو إن الاجتماع انتهى", "كيم مين-سو"),
        ("التقى الوزير تشانغ هيون-سوك في المساء", "تشانغ هيون-سوك"),
        ("وصل بارك جونغ–هون إلى المقر", "بارك جونغ–هون"),
    ],
)
def test_a_hyphenated_name_is_one_with_its_surname(text: str, name: str) -> None:
    assert name in names(text)


def test_a_hyphen_between_common_words_makes_no_name() -> None:
    assert names("عقد الاجتماع الاقتصادي-السياسي في قاعة كبيرة") == []


@pytest.mark.parametrize("city", ["سيؤول", "واشنطون", "جينيف", "إسطمبول", "هونكونغ", "شانجهاي"])
def test_large_cities_are_known_in_rival_spellings(city: str) -> None:
    assert city in names(f"عقد الاجتماع في {city} يوم السبت")


def test_a_dual_before_two_places_names_both() -> None:
    found = names("دارت مواجهات في بلدتي كهبوب ومقبنة صباحا")
    assert {"كهبوب", "مقبنة"} <= set(found)


def test_a_place_found_behind_its_head_is_found_again() -> None:
    text = "دخلت القافلة مديرية مقبنة صباحا.\nوغادرت القافلة من مقبنة مساء."
    assert names(text).count("مقبنة") == 2


def test_an_island_is_no_broadcaster() -> None:
    assert "الجزيرة" not in names("غرقت سفينة قرب الجزيرة الصغيرة أمس")
    assert "الجزيرة" in names("وقال مراسل قناة الجزيرة إن الطريق مغلق")


def test_a_nationality_in_the_dual_names_nobody() -> None:
    assert names("كان على متنها كوريان شماليان فقط") == []
