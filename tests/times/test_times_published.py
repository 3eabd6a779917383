from __future__ import annotations

import pytest

from riwaya.model import Block, Found, Hint, Published, PublishedRange
from riwaya.reading.page import page_from_text
from riwaya.times.published import decide_published


def decided(text: str, *hints: Hint, byline: str = "") -> Published | PublishedRange | None:
    whole = f"{byline}\n{text}" if byline else text
    at = len(byline) + 1 if byline else 0
    blocks = [Block(start=at, end=len(whole), role="paragraph")]
    if byline:
        blocks.insert(0, Block(start=0, end=len(byline), role="byline"))
    page = page_from_text("p", whole, hints=hints)
    out = decide_published(page, Found(blocks=tuple(blocks)))
    return out[0] if out else None


def hint(value: str, kind: str = "published") -> Hint:
    return Hint(kind=kind, value=value, basis="metadata")


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2020-05-04T10:15:30+03:00", "2020-05-04T10:15+03:00"),
        ("2020-05-04", "2020-05-04"),
        ("2020-05-04 00:00:00", "2020-05-04"),
        ("Mon, 04 May 2020 10:15:00 +0300", "2020-05-04T10:15+03:00"),
        ("الاثنين 4 مايو 2020 - 10:15", "2020-05-04T10:15"),
        ("20200504T101500Z", "2020-05-04T10:15Z"),
    ],
)
def test_metadata_keeps_the_zone_it_stands_in(value: str, want: str) -> None:
    found = decided("نص", hint(value))
    assert isinstance(found, Published)
    assert (found.value, found.basis) == (want, "metadata")


def test_a_date_counted_from_today_dates_the_page() -> None:
    found = decided("انتهى الاجتماع أمس الأربعاء 10/03/2021، واليوم الخميس نشر البيان.")
    assert isinstance(found, Published)
    assert (found.value, found.basis) == ("2021-03-11", "weekday+date")
    assert len(found.evidence) == 2


def test_a_full_date_in_the_byline_dates_the_page() -> None:
    found = decided("نص الخبر", byline="العاصمة - 11 مارس 2021")
    assert isinstance(found, Published)
    assert (found.value, found.basis) == ("2021-03-11", "dateline")


def test_the_address_is_the_last_resort() -> None:
    found = decided("نص", hint("https://example.org/ar/2021/03/11/item", "url"))
    assert isinstance(found, Published)
    assert (found.value, found.basis) == ("2021-03-11", "url")


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير اليوم الخميس إن اللقاء في 10 يناير.",
        "عقد الاجتماع في 10/03/2021.",
        "انتهى أمس الأربعاء 10/03/2021، واليوم السبت نشر البيان.",
        "قال “بدأنا أمس الأربعاء 10/03/2021”.",
        "",
    ],
)
def test_what_does_not_fix_the_day_gives_nothing(text: str) -> None:
    assert not isinstance(decided(text), Published)


def test_a_change_date_alone_gives_a_latest_day() -> None:
    found = decided("نص", hint("2021-03-11", "updated"))
    assert isinstance(found, PublishedRange)
    assert found.latest == "2021-03-11"


def test_the_date_of_a_change_in_the_byline_is_not_that_of_the_page() -> None:
    found = decided("نص الخبر", byline="نشر في 10/03/2021 - آخر تحديث: 12/03/2021")
    assert isinstance(found, Published)
    assert found.value == "2021-03-10"


def test_a_past_day_that_the_text_tells_is_the_earliest() -> None:
    found = decided("أعلن الوزير في 10 مارس 2021 انتهاء الأعمال، وستفتح الطريق في 1 مايو 2021.")
    assert isinstance(found, PublishedRange)
    assert (found.earliest, found.latest, found.inferred) == ("2021-03-10", None, True)
