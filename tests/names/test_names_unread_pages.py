"""What reading pages that nobody had read showed: facilities, people called so, slips, ways from and to."""

from __future__ import annotations

import pytest

from riwaya.names import tag
from riwaya.names.slips import misspelt_state


def names(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تعرض مطار الحديدة الدولي لقصف ليلا", "مطار الحديدة الدولي"),
        ("نقل السجناء إلى سجن حلب المركزي أمس", "سجن حلب المركزي"),
        ("أغلقت السلطات ميناء طرطوس شهرا", "ميناء طرطوس"),
    ],
)
def test_a_facility_is_called_by_its_place(text: str, name: str) -> None:
    assert name in names(text)


def test_whoever_is_said_to_be_called_so_is_named() -> None:
    assert list(names('أصيب القيادي المدعو زهير قطمان والمكنى "أبو لبان" في الغارة')) == [
        "زهير قطمان", "أبو لبان",
    ]  # fmt: skip


def test_an_envoy_s_name_stands_behind_his_post() -> None:
    assert "زفريل هارمون" in names("وصرح سفير إسرائيل في كراكاس زفريل هارمون بأن القرار صائب")


@pytest.mark.parametrize(
    ("word", "state"),
    [("بارغواي", "paraguay"), ("ولنيجريا", "nigeria"), ("قيرغيزستان", "kyrgyzstan")],
)
def test_a_state_is_known_one_slip_away(word: str, state: str) -> None:
    found = misspelt_state(word)
    assert (found and found[2]) == state


@pytest.mark.parametrize("word", ["البنغال", "العمارات", "الصويت", "المسرب", "باكستاني"])
def test_another_word_is_no_slip_of_a_state(word: str) -> None:
    assert misspelt_state(word) is None


def test_a_capital_on_the_way_is_the_town() -> None:
    assert names("أقلعت الطائرة من باريس إلى القاهرة")["باريس"] == "paris"


def test_a_common_word_that_is_a_given_name_too_names_nobody() -> None:
    assert names("وأضاف أن هذا قرار عادل وشجاع") == {}


def test_a_firm_has_the_rest_of_its_name() -> None:
    assert "كهرباء" not in names("أعلنت مؤسسة كهرباء لبنان زيادة الإنتاج")
    assert "مؤسسة كهرباء لبنان" in names("أعلنت مؤسسة كهرباء لبنان زيادة الإنتاج")
