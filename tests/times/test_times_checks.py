from __future__ import annotations

import pytest

from riwaya.model import Found, PageWarning, Published
from riwaya.reading.page import page_from_text
from riwaya.times.checks import check_times


def warnings(text: str, published: str | None = None) -> list[PageWarning]:
    found = Found(published=Published(value=published, basis="metadata") if published else None)
    return check_times(page_from_text("p", text), found)


@pytest.mark.parametrize(
    ("text", "kind", "spans"),
    [
        ("يجتمع المجلس اليوم الأحد، وكان الوزير أعلن ذلك أمس الخميس.", "weekday_mismatch", 2),
        ("عقد اللقاء الثلاثاء 10/03/2021 في المقر.", "weekday_mismatch", 1),
        ("انتهت المهلة في 30 فبراير 2020.", "date_mismatch", 1),
        ("جرى ذلك في 4 شباط/مارس 2020.", "date_mismatch", 1),
        ("تبدأ المباراة الساعة 20:00 بتوقيت موسكو (16:00 بتوقيت غرينتش).", "zone_mismatch", 2),
        ("صدر البيان في 1 رمضان 1442 هـ الموافق 20 مايو 2021.", "date_mismatch", 2),
        ("يقام المعرض من 20 مارس 2021 حتى 12 مارس 2021.", "impossible_time", 2),
        ("وصلت القافلة الساعة 15:00 صباحا.", "impossible_time", 1),
        ("بدأت الدورة في 5 يناير 2021 وانتهت في 3 يناير 2021.", "impossible_time", 2),
        ("صدر البيان في 3 رمضان 1442 هـ الموافق 13 أبريل 2021.", "date_mismatch", 2),
        (
            "انتهى الاجتماع مساء الأربعاء 10/03/2021.\nوكان الاجتماع قد بدأ في الساعة 22:30 واستمر ثلاث ساعات.",
            "impossible_time",
            3,
        ),
        (
            "انتهى الاجتماع مساء الأربعاء.\nوبدأ الاجتماع في الساعة 22:30 واستمر ثلاث ساعات.",
            "impossible_time",
            3,
        ),
    ],
)
def test_what_cannot_be_true_together_is_told_in_both_languages(
    text: str, kind: str, spans: int
) -> None:
    [warning] = warnings(text)
    assert (warning.kind, len(warning.spans)) == (kind, spans)
    assert warning.message.endswith(".")
    assert warning.message_ar.endswith(".")
    assert all(text[start:end].strip() for start, end in warning.spans)


@pytest.mark.parametrize(
    "text",
    [
        "يجتمع المجلس اليوم الأحد، وكان الوزير أعلن ذلك أمس السبت.",
        "عقد اللقاء الأربعاء 10/03/2021 في المقر.",
        "جرى ذلك في 4 آذار/مارس 2020.",
        "تبدأ المباراة الساعة 20:00 بتوقيت موسكو (17:00 بتوقيت غرينتش).",
        "تبدأ المباراة الساعة الثامنة مساء بتوقيت موسكو، الخامسة بتوقيت غرينتش.",
        "صدر البيان في 1 رمضان 1442 هـ الموافق 13 أبريل 2021.",
        "قال المدرب “سنلعب اليوم السبت”، وأكد اليوم الاثنين أنه باق.",
        "انتهى الاجتماع مساء الأربعاء 10/03/2021.\nوكان الاجتماع قد بدأ في الساعة 19:30 واستمر ثلاث ساعات.",
        "يقام المعرض من 12 مارس حتى 20 مارس.",
        "بدأت الدورة في 3 يناير 2021 وانتهت في 5 يناير 2021.",
        "بدأ الحفل الخميس 7 يناير 2021 الساعة 22:00 وانتهى الجمعة 8 يناير 2021 الساعة 01:00.",
        "صدر البيان في 2 رمضان 1442 هـ الموافق 13 أبريل 2021.",
        "مباراة السبت ثم مباراة الأحد.",
    ],
)
def test_what_agrees_is_not_warned_of(text: str) -> None:
    assert warnings(text) == []


def test_a_told_today_far_from_the_pages_date_is_told() -> None:
    text = "افتتح المعرض أمس الخميس 11/03/2021."
    assert [w.kind for w in warnings(text, "2021-03-20")] == ["date_mismatch"]
    assert warnings(text, "2021-03-12T23:10") == []


def test_two_months_of_one_series_are_two_months_not_twins() -> None:
    assert warnings("كان الموسم في مايو/يونيو 2020.") == []
