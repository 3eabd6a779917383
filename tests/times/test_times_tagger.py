from __future__ import annotations

import pytest

from riwaya.model import Block, Found, Published
from riwaya.reading.page import page_from_text
from riwaya.times.tagger import find_times, tag

FRIDAY = "2021-03-12"


def values(text: str, date: str | None = FRIDAY) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in tag(text, date)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        (
            "وصل الوفد 7 كانون الثاني/يناير 2020 إلى المدينة",
            "7 كانون الثاني/يناير 2020",
            "2020-01-07",
        ),
        ("عقدت الجلسة في 03/02/2021 بحضور الوزراء", "03/02/2021", "2021-02-03"),
        ("نشر التقرير 3\u200f/2\u200f/2021", "3\u200f/2\u200f/2021", "2021-02-03"),
        ("نشر التقرير 2021-02-03", "2021-02-03", "2021-02-03"),
        ("افتتح المصنع في ١٤ غشت ٢٠١٩", "١٤ غشت ٢٠١٩", "2019-08-14"),
        (
            "ولد في الثاني والعشرين من تشرين الأول عام 1987",
            "الثاني والعشرين من تشرين الأول عام 1987",
            "1987-10-22",
        ),
        ("تبدأ الدورة في 9 جويلية المقبل", "9 جويلية المقبل", "2021-07-09"),
        ("غادر السفير 5 الجاري", "5 الجاري", "2021-03-05"),
        ("ينتهي العقد في 20 من الشهر المقبل", "20 من الشهر المقبل", "2021-04-20"),
        ("مونديال 2018", "2018", "2018"),
        ("في عام ألفين وثمانية عشر", "عام ألفين وثمانية عشر", "2018"),
        ("خلال النصف الأول من العام الماضي", "النصف الأول من العام الماضي", "2020-H1"),
        ("في الربع الثالث من 2019", "الربع الثالث من 2019", "2019-Q3"),
        ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "198"),
        ("خلال صيف عام 2016", "صيف عام 2016", "2016-SU"),
        ("في أواخر الشهر الماضي", "أواخر الشهر الماضي", "2021-02"),
        ("تزور الوزيرة البلاد الأسبوع المقبل", "الأسبوع المقبل", "2021-W11"),
        ("تواصلت المباريات في عطلة نهاية الأسبوع", "عطلة نهاية الأسبوع", "2021-W10-WE"),
        ("1 محرم 1442 هـ", "1 محرم 1442 هـ", "2020-08-20"),
        ("يحتفلون بعيد الفطر 2021", "عيد الفطر 2021", "2021-05-13"),
        ("قرارات عيد العمال", "عيد العمال", "2021-05-01"),
    ],
)
def test_a_calendar_date_is_found_whole_and_resolved(text: str, found: str, value: str) -> None:
    assert values(text) == [(found, value)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("أعلنت الهيئة أمس تأجيل السباق", "أمس", "2021-03-11"),
        ("أعلنت الهيئة أول من أمس تأجيل السباق", "أول من أمس", "2021-03-10"),
        ("ولليوم آثار كثيرة", "ليوم", "2021-03-12"),
        ("وغدا الجمعة يلتقي الفريقان", "غدا الجمعة", "2021-03-12"),
        ("وقع الاتفاق مساء الأربعاء في العاصمة", "مساء الأربعاء", "2021-03-10TEV"),
        ("أعلن النادي الاثنين رحيل مدربه", "الاثنين", "2021-03-08"),
        ("سيلتقي الفريقان الاثنين على أرض محايدة", "الاثنين", "2021-03-15"),
        ("يوم الثلاثاء المقبل", "يوم الثلاثاء المقبل", "2021-03-16"),
        ("اليوم (الجمعة) افتتح المعرض", "اليوم (الجمعة)", "2021-03-12"),
        ("استقال الوزير قبل يومين", "قبل يومين", "2021-03-10"),
        ("غادر النادي قبل ثلاثة أشهر", "قبل ثلاثة أشهر", "2020-12"),
        ("غادر النادي قبل عدة أشهر", "قبل عدة أشهر", "PAST_REF"),
    ],
)
def test_a_deictic_is_counted_from_the_day_of_writing(text: str, found: str, value: str) -> None:
    assert values(text) == [(found, value)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("استمر اللقاء نحو 40 دقيقة", "نحو 40 دقيقة", "PT40M"),
        ("دام الاجتماع ساعة", "ساعة", "PT1H"),
        ("دام الاجتماع ثلاث ساعات ونصف الساعة", "ثلاث ساعات ونصف الساعة", "PT210M"),
        ("منذ خمسة عشر عاما", "خمسة عشر عاما", "P15Y"),
        ("خلال السنوات الخمس الماضية", "السنوات الخمس الماضية", "P5Y"),
        ("خلال 48 ساعة الماضية", "48 ساعة الماضية", "PT48H"),
        ("بعد مفاوضات استمرت سنوات", "سنوات", "PXY"),
        ("في الأيام القليلة المقبلة", "الأيام القليلة المقبلة", "FUTURE_REF"),
        ("تجتمع اللجنة كل ثلاثة أشهر", "كل ثلاثة أشهر", "P3M"),
        ("يفتح المتحف كل جمعة", "كل جمعة", "XXXX-WXX-5"),
        ("قبل أسبوعين من الافتتاح", "أسبوعين", "P2W"),
    ],
)
def test_lengths_and_sets_are_read(text: str, found: str, value: str) -> None:
    assert values(text) == [(found, value)]


def test_days_that_share_a_month_are_an_entry_each() -> None:
    assert values("تعقد الجلسات في 3 و 4 و 5 أيار/مايو 2020") == [
        ("3", "2020-05-03"),
        ("4", "2020-05-04"),
        ("5 أيار/مايو 2020", "2020-05-05"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بدأت الجلسة اليوم الساعة 14:30 بتوقيت موسكو", "2021-03-12T14:30+03:00"),
        (
            "بدأت الجلسة اليوم عند الساعة الثالثة والنصف عصرا بتوقيت القاهرة",
            "2021-03-12T15:30+02:00",
        ),
        ("أغلق السوق أمس في الساعة 16:00 ت.غ", "2021-03-11T16:00Z"),
        ("أغلق السوق أمس في الساعة 16:00 بالتوقيت المحلي", "2021-03-11T16:00"),
        ("في الساعة 09:00 بتوقيت نيويورك", "2021-03-12T09:00-05:00"),
    ],
)
def test_a_clock_time_has_the_offset_of_its_zone_on_its_day(text: str, value: str) -> None:
    assert tag(text, FRIDAY)[-1].value == value


def test_an_ordinal_of_a_noun_is_no_hour() -> None:
    assert values("فاز للمرة الثانية مساء الخميس") == [("مساء الخميس", "2021-03-11TEV")]
    assert values("استمرت حتى الثانية فجر أمس") == [("الثانية فجر أمس", "2021-03-11T02:00")]


def test_summer_time_is_that_of_the_day() -> None:
    assert tag("الساعة 09:00 بتوقيت نيويورك", "2021-07-01")[0].value == "2021-07-01T09:00-04:00"


def test_a_clock_time_takes_the_day_of_its_event_not_of_the_page() -> None:
    text = "زار الوفد المصنع مساء الأربعاء.\n\nوبدأت الجولة في الساعة 19:15 بتوقيت بغداد."
    assert [time.value for time in tag(text, FRIDAY)] == ["2021-03-10TEV", "2021-03-10T19:15+03:00"]


def test_what_the_page_does_not_tell_stays_open() -> None:
    assert values("قال الخميس إن اللقاء في 7 ديسمبر الساعة 10:15 بتوقيت موسكو", None) == [
        ("الخميس", "XXXX-WXX-4"),
        ("7 ديسمبر الساعة 10:15 بتوقيت موسكو", "XXXX-12-07T10:15+03:00"),
    ]
    assert values("منذ الشهر الماضي", None) == [("الشهر الماضي", "XXXX-XX")]


def test_a_weekday_beside_today_dates_the_other_days_of_an_undated_page() -> None:
    text = "قال المتحدث اليوم الخميس إن الرحلة ألغيت. وأضاف أنها أجلت أمس"
    assert values(text, None) == [("اليوم الخميس", "XXXX-WXX-4"), ("أمس", "XXXX-WXX-3")]


@pytest.mark.parametrize(
    "text",
    [
        "ناقش الوزيران قضايا الساعة", "بشكل عام", "هذه المرة", "عقد اجتماعا", "واحد منهم", "صحيفة المصري اليوم",
        "الأمين العام السابق", "2106 مواطنين", "انتشار 2000 شرطي", "صلاة الجمعة", "تيريزا ماي", "رجب طيب",
        "مارس ضغوطا", "اليوم الثاني من الزيارة", "أهل السنة", "لعب بكرة القدم", "النتيجة 3:1", "أندرو مايو",
        "قال آلان إن", "مدينة 6 أكتوبر", "القرار 2254", "لليوم 53 على التوالي", "خلال ساعات الليل", "صلاتي الجمعة والعيد",
    ],
)  # fmt: skip
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_quoted_today_is_not_the_day_of_the_page() -> None:
    text = "وأضاف العامل: “علينا أن نعمل اليوم كثيرا”"
    assert values(text) == [("اليوم", "XXXX-XX-XX")]


def test_the_direction_of_a_caller_wins() -> None:
    assert tag("الاثنين", FRIDAY, "future")[0].value == "2021-03-15"
    assert tag("الاثنين", FRIDAY, "past")[0].value == "2021-03-08"


def test_a_bad_date_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        tag("أمس", "last week")


def test_only_the_articles_own_blocks_are_read() -> None:
    text = "عنوان الخبر\nجرى اللقاء أمس\nاقرأ أيضا: ملخص 2019"
    lines = text.split("\n")
    starts = [0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2]
    roles = ("title", "paragraph", "related")
    blocks = tuple(
        Block(start=start, end=start + len(line), role=role)  # type: ignore[arg-type]
        for start, line, role in zip(starts, lines, roles, strict=True)
    )
    found = Found(blocks=blocks, published=Published(value=FRIDAY, basis="metadata"))
    assert [time.text for time in find_times(page_from_text("p", text), found)] == ["أمس"]


def test_two_zones_of_one_instant_lie_on_their_own_days() -> None:
    text = "هبطت المركبة أمس في الساعة 01:30 بتوقيت موسكو (22:30 بتوقيت غرينتش)"
    assert [time.value for time in tag(text, FRIDAY)] == [
        "2021-03-11T01:30+03:00",
        "2021-03-10T22:30Z",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وكان من المقرر أن تبدأ الجولة الأحد", "2021-03-07"),
        ("تبدأ الجولة الأحد", "2021-03-14"),
        ("تضررت المدينة بعد سيطرتها الأحد على المطار", "2021-03-07"),
        ("قصفت من قبل مقاتلات مجهولة السبت", "2021-03-06"),
        ("يجتمع الأعضاء قبل انتخابات السبت", "2021-03-13"),
        ("يتوجه الناخبون إلى الصناديق في 24 أبريل", "2021-04-24"),
        ("فازت الكاتبة بالجائزة في أكتوبر", "2020-10"),
        ("يعاني من الإصابة منذ يوليو", "2020-07"),
        ("هجمات 11 سبتمبر", "XXXX-09-11"),
    ],
)
def test_the_clause_tells_which_way_a_bare_day_lies(text: str, value: str) -> None:
    assert tag(text, FRIDAY)[-1].value == value


def test_a_page_put_up_after_midnight_is_counted_from_the_day_it_calls_today() -> None:
    text = "افتتح الوزير اليوم الخميس المعرض الذي أجل أمس"
    assert [time.value for time in tag(text, FRIDAY)] == ["2021-03-11", "2021-03-10"]


def test_days_that_go_on_in_a_month_told_once_are_read() -> None:
    text = (
        "تعقد الجلسات في 10 مايو في المقر و12 في الجامعة و15 في المتحف بحضور 20 في المئة من الأعضاء"
    )
    assert [(t.text, t.value) for t in tag(text, FRIDAY)] == [
        ("10 مايو", "2021-05-10"),
        ("12", "2021-05-12"),
        ("15", "2021-05-15"),
    ]


def test_the_new_year_is_next_in_december_and_this_one_in_january() -> None:
    assert tag("مع حلول العام الجديد", "2020-12-20")[0].value == "2021"
    assert tag("مع حلول العام الجديد", "2021-01-05")[0].value == "2021"


def test_a_quoted_today_is_the_day_on_which_it_was_said() -> None:
    text = "قال المدرب أمس الخميس “بدأنا اليوم من جديد”"
    assert [time.value for time in tag(text, FRIDAY)] == ["2021-03-11", "2021-03-11"]
    far = "فاز الفريق في 5 مايو 2019. وقال المدرب اليوم “نبدأ اليوم من جديد”"
    assert [time.value for time in tag(far, FRIDAY)] == ["2019-05-05", FRIDAY, FRIDAY]
