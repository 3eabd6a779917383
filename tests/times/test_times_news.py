from __future__ import annotations

import pytest

from riwaya.times.tagger import tag

FRIDAY = "2021-03-12"


def values(text: str, date: str | None = FRIDAY) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in tag(text, date)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("يتدرب الفريق مرتين في الأسبوع", "مرتين في الأسبوع", "P1W"),
        ("تصدر النشرة ثلاث مرات يوميا", "ثلاث مرات يوميا", "P1D"),
        ("يجتمع المجلس مرة كل شهر", "مرة كل شهر", "P1M"),
        ("يمر القطار كل نصف ساعة", "كل نصف ساعة", "PT30M"),
    ],
)
def test_how_often_something_happens_is_a_set(text: str, found: str, value: str) -> None:
    [time] = tag(text, FRIDAY)
    assert (time.type, time.text, time.value) == ("SET", found, value)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("خلال الأسابيع والأشهر المقبلة", "FUTURE_REF", "FUTURE_REF"),
        ("في نوفمبر أو ديسمبر المقبلين", "2021-11", "2021-12"),
        ("السبت والأحد المقبلين", "2021-03-13", "2021-03-14"),
        ("الثلاثاء والأربعاء من الأسبوع المقبل", "2021-03-16", "2021-03-17"),
    ],
)
def test_a_modifier_holds_for_both_of_two_periods(text: str, first: str, second: str) -> None:
    assert [value for _, value in values(text)] == [first, second]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("تخوض الفرق مباراة الذهاب السبت", "2021-03-13"),
        ("لم تلعب الفرق السبت", "2021-03-06"),
        ("فاز الفريق في الدور قبل النهائي السبت", "2021-03-06"),
        ("وتتجه الأنظار إلى تصويت الأحد", "2021-03-14"),
        ("أعلن الوزير هدنة اعتبارا من الثلاثاء", "2021-03-16"),
        ("بعيد إعلان البلدية الثلاثاء أنها ستبني جسرا", "2021-03-09"),
        ("تفوق سيميوني على منافسه السبت", "2021-03-06"),
        ("تعهد الوزير بافتتاح المعبر في سبتمبر", "2021-09"),
        ("كان الوزير تعهد، في يناير، بافتتاح المعبر", "2021-01"),
        ("يستمر التمويل حتى نهاية سبتمبر", "2021-09"),
        ("بقي السفير في منصبه حتى يوليو", "2020-07"),
    ],
)
def test_what_is_planned_lies_ahead_and_what_was_lies_behind(text: str, value: str) -> None:
    assert [found for _, found in values(text)][-1] == value


def test_midnight_lies_on_the_day_told_before() -> None:
    text = "بدأت الجلسة مساء الأربعاء وانفضت عند منتصف الليل"
    assert values(text) == [
        ("مساء الأربعاء", "2021-03-10TEV"),
        ("منتصف الليل", "2021-03-10TNI"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شتاء 2021/2022", [("شتاء 2021/2022", "2021-WI")]),
        ("في موسم 2021/2022", [("2021", "2021"), ("2022", "2022")]),
        ("المادة 2021/3", []),
    ],
)
def test_a_season_or_a_year_may_run_into_the_next(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


def test_an_hour_beside_its_twin_takes_the_half_of_the_day_that_fits() -> None:
    text = "تنطلق المباراة الساعة الثامنة مساء بتوقيت باريس (السابعة بتوقيت غرينتش)"
    assert [value for _, value in values(text)] == ["2021-03-12T20:00+01:00", "2021-03-12T19:00Z"]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("1 رمضان 1442", "APPROX"),
        ("عيد الأضحى 2021", "APPROX"),
        ("مطلع العام المقبل", "START"),
        ("أواخر الشهر الماضي", "END"),
        ("استمر أكثر من ساعتين", "MORE_THAN"),
        ("استمر أقل من أسبوع", "LESS_THAN"),
        ("استمر نحو 50 دقيقة", "APPROX"),
        ("12 مارس 2021", None),
        ("كل شهر", None),
    ],
)
def test_what_bends_a_value_is_its_mod(text: str, mod: str | None) -> None:
    assert tag(text, FRIDAY)[0].mod == mod


@pytest.mark.parametrize(
    "text", ["ارتفع السعر 28 سنتا", "يبعد 4 سنوات ضوئية", "التقى الاثنين معا", "العلاقة بين الاثنين جيدة", "حقق نموا سنويا"]
)  # fmt: skip
def test_cents_light_years_and_two_of_them_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "zone",
    ["غرينتش", "غرينيتش", "جرينتش", "جرينيتش", "غرينتش الموحد", "غرنتش", "قرينتش"],
)
def test_every_spelling_of_greenwich_is_utc(zone: str) -> None:
    assert values(f"الساعة 10:00 بتوقيت {zone}") == [
        (f"الساعة 10:00 بتوقيت {zone}", "2021-03-12T10:00Z")
    ]
    assert tag("الساعة 10:00 بالتوقيت المحلي", FRIDAY)[0].zone is None


def test_the_same_month_is_the_one_named_last() -> None:
    text = (
        "قال المكتب الثلاثاء إن الأسعار ارتفعت في يناير الماضي مقارنة مع الشهر نفسه من العام السابق"
    )
    assert values(text)[1:] == [
        ("يناير الماضي", "2021-01"),
        ("الشهر نفسه من العام السابق", "2020-01"),
    ]
