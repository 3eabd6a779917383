"""Chambers, high courts and ministries that a page leaves without their nationality."""

from __future__ import annotations

import pytest

from riwaya.names import tag


def names(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("وصل الوزير إلى بيروت. وأقر مجلس النواب القانون في لبنان", "مجلس النواب", "lebanese-parliament"),
        ("قالت واشنطن إن مجلس الشيوخ سيصوت غدا على القرار", "مجلس الشيوخ", "us-senate"),
        ("أبطلت المحكمة العليا في كينيا نتيجة الاقتراع", "المحكمة العليا", "kenyan-supreme-court"),
        ("رفع محاموه شكوى للمحكمة العليا في كينيا", "لمحكمة العليا", "kenyan-supreme-court"),
        ("حذرت وزارة الزراعة الكولومبية من الجفاف", "وزارة الزراعة الكولومبية", "colombian-agriculture-ministry"),
    ],
)  # fmt: skip
def test_a_state_s_bodies_are_told_by_the_page(text: str, name: str, entity: str) -> None:
    assert names(text).get(name) == entity


def test_a_chamber_named_in_full_is_the_same_one_in_short() -> None:
    text = "رفض مجلس الشيوخ الفرنسي النص. وفي روما قال نائب إن مجلس الشيوخ محق"
    assert names(text)["مجلس الشيوخ"] == names(text)["مجلس الشيوخ الفرنسي"]


@pytest.mark.parametrize(
    "text", ["عقد مجلس الإدارة جلسته أمس", "قال القاضي إن المحكمة رفضت الدعوى", "دعا إلى مجلس وطني جديد"]
)  # fmt: skip
def test_a_council_and_a_court_alone_are_no_names(text: str) -> None:
    assert names(text) == {}
