"""The roles of the lines of plain text and records."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Block, Found
from riwaya.reading.blocks import find_blocks
from riwaya.reading.page import page_from_record, page_from_text

TITLE = "وزير النقل يعلن افتتاح خط حديدي جديد بين المدينتين"
LEAD = "أعلن وزير النقل في مؤتمر صحفي عقده اليوم افتتاح خط حديدي جديد يربط العاصمة بالميناء الشمالي خلال أسبوعين."
NEXT = (
    "وأضاف الوزير أن الخط سيخدم نحو مئة ألف راكب كل يوم، وأن سعر التذكرة لن يتغير قبل نهاية العام."
)
MORE = "وأوضح أن المرحلة الثانية من المشروع تشمل ست محطات أخرى، وأن العمل فيها يبدأ مطلع الربيع المقبل."
LAST = "وختم بالقول إن الوزارة تدرس عروض ثلاث شركات لتشغيل القطارات الليلية على الخط نفسه."


def roles_of(*lines: str, gap: str = "\n\n") -> list[str]:
    return [role for role, _ in blocks_of(*lines, gap=gap)]


def blocks_of(*lines: str, gap: str = "\n\n") -> list[tuple[str, str]]:
    text = gap.join(lines)
    return [
        (b.role, text[b.start : b.end]) for b in find_blocks(page_from_text("p", text), Found())
    ]


def covered_once(text: str, blocks: list[Block]) -> bool:
    covered: set[int] = set()
    for block in blocks:
        span = set(range(block.start, block.end))
        if covered & span or not text[block.start : block.end].strip():
            return False
        covered |= span
    return all(at in covered for at, char in enumerate(text) if not char.isspace())


def test_a_plain_article_is_title_and_paragraphs() -> None:
    assert roles_of(TITLE, LEAD, NEXT, MORE) == ["title", *["paragraph"] * 3]
    assert roles_of(TITLE, LEAD, NEXT, MORE, gap="\n") == ["title", *["paragraph"] * 3]


def test_a_page_without_a_title_has_none() -> None:
    assert roles_of(LEAD, NEXT) == ["paragraph", "paragraph"]


def test_the_second_copy_of_the_title_is_told() -> None:
    assert roles_of(TITLE, TITLE, LEAD, NEXT)[:3] == ["title", "repeated_title", "paragraph"]


def test_a_section_label_stands_above_the_title() -> None:
    assert roles_of("محليات", TITLE, LEAD, NEXT)[:3] == ["section", "title", "paragraph"]


def test_the_body_resumes_behind_a_link_block() -> None:
    links = [
        "مواضيع ذات صلة",
        "- ارتفاع أسعار الخضار في الأسواق",
        "- منتخب الشباب يتأهل إلى النهائي",
        "- أمطار غزيرة على الساحل غدا",
    ]
    assert roles_of(TITLE, LEAD, *links, NEXT, MORE, gap="\n") == [
        "title",
        "paragraph",
        *["related"] * 4,
        "paragraph",
        "paragraph",
    ]


def test_links_without_a_heading_are_known_by_their_shape() -> None:
    links = ["سكان المنطقة ينتظرون القطار منذ عشر سنوات", "تقرير: النقل العام في أرقام هذا العام"]
    assert roles_of(TITLE, LEAD, NEXT, *links, MORE, LAST)[3:5] == ["related", "related"]


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضا: كيف تحجز تذكرة على الخط الجديد",
        "للمزيد - خريطة المحطات الجديدة",
        "قد يهمك/ أسعار التذاكر قبل عام",
        "شاهد.. أول رحلة على الخط",
    ],
)
def test_a_link_in_one_line_is_related(line: str) -> None:
    assert roles_of(TITLE, LEAD, line, NEXT, MORE)[2] == "related"


def test_a_heading_in_the_text_is_a_subheading() -> None:
    assert roles_of(TITLE, LEAD, NEXT, "المرحلة الثانية", MORE, LAST)[3] == "subheading"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("المصدر: وكالات", "source"),
        ("المصدر : صحيفة محلية", "source"),
        ("*نقلا عن صحيفة محلية", "source"),
        ("رويترز / أ ف ب", "source"),
        ("التعليقات مغلقة.", "form"),
        ("لن يتم نشر عنوان بريدك الإلكتروني.", "form"),
        ("نهاية الخبر", "end"),
        ("الوسوم: النقل، القطارات", "navigation"),
        ("جميع الحقوق محفوظة للموقع 2020", "navigation"),
        ("قد يعجبك أيضا", "related"),
    ],
)
def test_furniture_behind_the_article_is_named(line: str, role: str) -> None:
    assert roles_of(TITLE, LEAD, NEXT, MORE, line)[-1] == role


@pytest.mark.parametrize(
    "line",
    [
        "كتب: سامي خالد",
        "الرياض - واس",
        "الخميس 4 مارس 2021 - 10:15",
        "تاريخ النشر: 4 مارس 2021",
        "أحمد سالم",
        "وكالات",
    ],
)
def test_lines_under_the_title_that_tell_author_place_or_day_are_bylines(line: str) -> None:
    assert roles_of(TITLE, line, LEAD, NEXT)[:3] == ["title", "byline", "paragraph"]


@pytest.mark.parametrize(
    "line",
    ["محطة القطار في العاصمة (أرشيفية)", "صورة: محطة القطار في العاصمة", "محطة القطار الجديدة"],
)
def test_picture_captions_are_told(line: str) -> None:
    assert roles_of(TITLE, line, LEAD, NEXT)[1] == "caption"


@pytest.mark.parametrize(
    "head",
    [
        "القاهرة (رويترز) - ",
        "وكالات",
        "بيروت – أ ف ب | ",
        "(CNN)-- ",
        "الدوحة - قنا: ",
        "أنقرة/ الأناضول/ ",
        "بكين 4 مارس 2021 (شينخوا) -- ",
        "وكالات: ",
        "جريدة الميناء - وكالات",
        "نيروبي - نبض الساحل: ",
        "بلدة الصيادين (وكالة الساحل للأنباء) - ",
    ],
)
def test_a_byline_glued_to_the_first_paragraph_is_cut_off(head: str) -> None:
    found = blocks_of(TITLE, head + LEAD, NEXT)
    assert found[1] == ("byline", head.rstrip())
    assert found[2] == ("paragraph", LEAD)


@pytest.mark.parametrize(
    "line",
    [
        "الوزير: لن نرفع أسعار التذاكر قبل نهاية العام الجاري ولا بعده.",
        "مصر - السودان: اتفاق على الربط الكهربائي بين البلدين في اجتماع عقد اليوم.",
        "وقال لوكالة (رويترز) - وهو يغادر القاعة - إن العمل في الخط الجديد مستمر بلا توقف.",
        "وكالاتنا في الخارج تعمل منذ سنوات على جذب السياح إلى البلاد كل صيف.",
    ],
)
def test_sentences_that_look_like_datelines_stay_whole(line: str) -> None:
    assert ("paragraph", line) in blocks_of(TITLE, line, NEXT)


def test_leads_of_other_articles_behind_the_article_are_related() -> None:
    leads = [
        f"{verb} مسؤول في بلدية المدينة الساحلية، الأحد، مشروعا جديدا للمياه يخدم الأحياء الشرقية كلها قبل الصيف."
        for verb in ("أعلن", "كشف", "افتتح", "ناقش")
    ]
    assert roles_of(TITLE, LEAD, NEXT, MORE, *leads)[-4:] == ["related"] * 4


def test_a_record_knows_its_title_whatever_it_looks_like() -> None:
    page = page_from_record("r", {"title": "قال الوزير ما قاله.", "text": f"{LEAD}\n{NEXT}"})
    assert [b.role for b in find_blocks(page, Found())] == ["title", "paragraph", "paragraph"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                TITLE,
                LEAD,
                NEXT,
                "اقرأ أيضا",
                "المصدر: وكالات",
                "وكالات",
                "-----",
                ".",
                "القاهرة (رويترز) - ",
                "\u200f",
                "12:30",
                "• صورة",
            ]
        ),
        st.text(max_size=60),
        st.text(alphabet="اوكلت ()/-–:|.,،\u0640\u064b\u200f0123", max_size=120),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " \n\t"]))
def test_blocks_cover_every_character_once(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    assert covered_once(text, find_blocks(page_from_text("p", text), Found()))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "1-" * 20_000,
        "وكالات " * 8000,
        "\n".join("ا" for _ in range(3000)),
        "- : / | " * 3000,
        "12 يناير " * 4000,
    ],
)
def test_odd_text_takes_no_time(text: str) -> None:
    import time

    start = time.process_time()
    assert covered_once(text, find_blocks(page_from_text("p", text), Found()))
    assert time.process_time() - start < 3
