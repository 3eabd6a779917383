"""Pages as crawlers leave them: menus, share buttons, counters, tags and comments around an article."""

from __future__ import annotations

import pytest

from riwaya.model import Found
from riwaya.reading.blocks import find_blocks
from riwaya.reading.page import page_from_text

TITLE = "متحف المدينة البحري يفتح أبوابه بعد ترميم استمر ثلاث سنوات"
LEAD = "فتح متحف المدينة البحري أبوابه صباح الأربعاء أمام الزوار بعد ترميم استمر ثلاث سنوات كاملة."
NEXT = "وقالت مديرة المتحف إن القاعات الجديدة تعرض سفنا صغيرة وأدوات صيد قديمة جمعها أهل الساحل."
LAST = "وأضافت المديرة أن الدخول مجاني حتى نهاية الشهر، وأن المتحف يغلق أبوابه يوم الاثنين."


def roles(*lines: str) -> list[str]:
    page = page_from_text("p", "\n".join(lines))
    return [block.role for block in find_blocks(page, Found())]


@pytest.mark.parametrize(
    "menu",
    [
        ["Menu", "Search"],
        ["الرئيسية", "أخبار", "اقتصاد", "رياضة"],
        ["شارك على فيسبوك", "شارك على تويتر"],
        ["RT", "مباشر"],
        ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع", "موافق"],
        ["الرئيسية > ثقافة وفنون"],
        ["0", "Facebook", "Twitter", "Print"],
    ],
)
def test_menus_and_buttons_above_the_headline_are_navigation(menu: list[str]) -> None:
    found = roles(*menu, TITLE, LEAD, NEXT, LAST)
    assert found == [*["navigation"] * len(menu), "title", *["paragraph"] * 3]


def test_the_label_between_a_menu_and_the_headline_is_its_section() -> None:
    assert roles("English", "Menu", "ثقافة", TITLE, LEAD, NEXT)[2:4] == ["section", "title"]


def test_copies_of_the_headline_are_known_with_an_outlets_name_behind_it() -> None:
    found = roles(TITLE, TITLE, f"{TITLE} | بوابة الساحل", LEAD, NEXT)
    assert found[:4] == ["title", "repeated_title", "repeated_title", "paragraph"]


def test_the_bare_headline_behind_one_with_a_suffix_is_its_copy() -> None:
    found = roles(f"{TITLE} - صحيفة الشراع", TITLE, LEAD, NEXT)
    assert found[:3] == ["title", "repeated_title", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "214 مشاهدة",
        "القراءات: 87",
        "12 مشاركة",
        "A+ A-",
        "انسخ الرابط",
        "حجم الخط",
        "20",
        "Google+",
    ],
)
def test_counters_and_buttons_under_the_headline_are_navigation(line: str) -> None:
    assert roles(TITLE, line, LEAD, NEXT)[1] == "navigation"


@pytest.mark.parametrize(
    "line",
    [
        "12 فبراير، 2022",
        "الأربعاء 15 مارس 2023 03:45 م",
        "2014-11-03 08:22 ص",
        "2022-02-12T10:15+0000",
        "تاريخ النشر: 08.10.2024 | 07:25 GMT",
        "منذ 3 ساعات",
    ],
)
def test_the_day_under_the_headline_is_a_byline(line: str) -> None:
    assert roles(TITLE, line, LEAD, NEXT)[1] == "byline"


def test_the_day_behind_a_standfirst_is_a_byline() -> None:
    assert roles(TITLE, LEAD, "12 فبراير 2022", NEXT, LAST)[2] == "byline"


def test_days_of_links_are_no_bylines() -> None:
    links = ["أخبار ذات صلة", "30 نوفمبر 2021", "حملة تشجير في الضاحية الشرقية", "28 نوفمبر 2021"]
    assert roles(TITLE, LEAD, NEXT, LAST, *links)[4:] == ["related"] * 4


def test_days_of_comments_are_no_bylines() -> None:
    comments = ["تعليقات الزوار (1)", "1 - مواطن", "الخميس 06 ماي 2021 - 19:32", "خبر جميل"]
    assert roles(TITLE, LEAD, NEXT, LAST, *comments)[4:] == ["form"] * 4


def test_tags_under_their_heading_are_navigation() -> None:
    tags = ["الكلمات المفتاحية", "متحف", "الساحل"]
    assert roles(TITLE, LEAD, NEXT, LAST, *tags)[4:] == ["navigation"] * 3


def test_a_quotation_that_breaks_over_lines_stays_text() -> None:
    broken = ["وقالت المديرة إن “المتحف بيت", "أهل الساحل جميعا ولن يغلق", "بابه أمام أحد”."]
    assert roles(TITLE, LEAD, *broken, LAST)[2:5] == ["paragraph"] * 3


def test_the_agencys_note_to_its_subscribers_is_no_text() -> None:
    note = "الأخبار المنشورة على هذه الصفحة اختصار لما يقدم للمشتركين، وللاشتراك يرجى الاتصال بالوكالة."
    assert roles(TITLE, LEAD, NEXT, LAST, note)[-1] == "form"


def test_a_slug_is_cut_off_whatever_word_it_is_glued_to() -> None:
    text = f"{TITLE}\nجريدة الميناء - وكالاتيستعد أهل الساحل لافتتاح المتحف بعد ترميم طويل.\n{NEXT}"
    blocks = find_blocks(page_from_text("p", text), Found())
    assert [(b.role, text[b.start : b.end]) for b in blocks][1] == (
        "byline",
        "جريدة الميناء - وكالات",
    )
