"""Who published a page, and where the page as a whole has it from."""

from __future__ import annotations

import pytest

from riwaya.model import Found, Hint, Outlet, Page, Source
from riwaya.reading.blocks import find_blocks
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.provenance import find_provenance

TITLE = "افتتاح جسر جديد فوق النهر الكبير"
LEAD = (
    "قال محافظ الإقليم في كلمة ألقاها أمام الصحفيين إن الجسر الجديد يختصر الطريق إلى النصف تقريبا."
)
NEXT = "وأضاف أن الجسر يتسع لأربعة مسارات، وأن العمل فيه استمر ثلاث سنوات كاملة."


def provenance(page: Page) -> tuple[Outlet | None, list[Source]]:
    found = find_provenance(page, Found(blocks=tuple(find_blocks(page, Found()))))
    outlets = [one for one in found if isinstance(one, Outlet)]
    return (outlets[0] if outlets else None), [one for one in found if isinstance(one, Source)]


def of_text(*lines: str) -> tuple[Outlet | None, list[Source]]:
    return provenance(page_from_text("p", "\n\n".join(lines)))


@pytest.mark.parametrize(
    ("line", "entity"),
    [
        ("المصدر: رويترز", "reuters"),
        ("المصدر: وكالة الأناضول", "anadolu"),
        ("المصدر : وكالة سبوتنيك للأنباء.", "sputnik"),
        ("المصدر: أ ف ب", "afp"),
        ("المصدر: أ ش أ", "mena"),
        ("المصدر: وكالة الأنباء القطرية (قنا)", "qna"),
        ("نقلا عن: نوفوستي", "ria-novosti"),
    ],
)
def test_a_source_line_names_its_agency(line: str, entity: str) -> None:
    outlet, sources = of_text(TITLE, LEAD, NEXT, line)
    assert outlet is None
    assert [(s.entity, s.kind, s.via) for s in sources] == [(entity, "agency", "source_line")]


def test_agencies_without_a_name_are_no_entity() -> None:
    _, sources = of_text(TITLE, LEAD, NEXT, "المصدر: وكالات")
    assert [(s.entity, s.kind) for s in sources] == [(None, "unnamed")]


def test_several_sources_of_one_line_are_told_apart() -> None:
    _, sources = of_text(TITLE, LEAD, NEXT, "المصدر: رويترز + د ب أ")
    assert [s.entity for s in sources] == ["reuters", "dpa"]


def test_a_source_nobody_knows_keeps_its_name() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\nالمصدر: صحيفة النهر الكبير"
    _, (source,) = provenance(page_from_text("p", text))
    assert (source.entity, source.name, source.via) == (None, "صحيفة النهر الكبير", "source_line")
    ((start, end),) = source.evidence
    assert text[start:end] == "صحيفة النهر الكبير"


@pytest.mark.parametrize(
    ("head", "entity"),
    [("بغداد (رويترز) - ", "reuters"), ("الرياض - واس: ", "spa"), ("وكالات", None)],
)
def test_a_dateline_names_its_agency(head: str, entity: str | None) -> None:
    _, sources = of_text(TITLE, head + LEAD, NEXT)
    assert [(s.entity, s.via) for s in sources] == [(entity, "byline")]


def test_an_outlet_in_a_dateline_is_who_published() -> None:
    outlet, sources = of_text(TITLE, "بيروت – سكاي نيوز عربية | " + LEAD, NEXT)
    assert outlet is not None
    assert outlet.entity == "sky-news-arabia"
    assert sources == []


def test_everyday_words_are_no_agencies() -> None:
    _, sources = of_text(TITLE, LEAD, NEXT, "المصدر: وزارة النقل في سبأ الجديدة")
    assert [s.entity for s in sources] == [None]


def test_the_address_tells_the_outlet() -> None:
    page = page_from_record(
        "r", {"title": TITLE, "text": LEAD, "url": "https://www.aljazeera.net/news/1"}
    )
    assert (outlet := provenance(page)[0]) is not None
    assert outlet.entity == "al-jazeera"


def test_what_the_page_says_of_itself_is_kept_where_nobody_knows_it() -> None:
    page = page_from_record(
        "r", {"title": TITLE, "text": LEAD, "outlet": "موقع النهر", "author": "النهر - فرانس برس"}
    )
    outlet, sources = provenance(page)
    assert outlet == Outlet(name="موقع النهر")
    assert [(s.entity, s.via) for s in sources] == [("afp", "metadata")]


def test_bad_addresses_do_not_matter() -> None:
    page = page_from_text(
        "p", LEAD, url="http://[broken", hints=(Hint(kind="url", value="::", basis="canonical"),)
    )
    assert provenance(page) == (None, [])


def test_an_agency_nobody_knows_has_a_name_and_no_entity() -> None:
    _, (source,) = of_text(TITLE, "نيروبي (وكالة الساحل للأنباء) - " + LEAD, NEXT)
    assert (source.entity, source.kind, source.name) == (None, "agency", "وكالة الساحل للأنباء")


@pytest.mark.parametrize(
    ("head", "name"),
    [("نيروبي – نبض الساحل | ", "نبض الساحل"), ("جريدة الميناء - وكالات", "جريدة الميناء")],
)
def test_an_outlet_nobody_knows_is_named_by_its_dateline(head: str, name: str) -> None:
    outlet, _ = of_text(TITLE, head + LEAD, NEXT)
    assert outlet is not None
    assert (outlet.entity, outlet.name) == (None, name)


def test_an_author_in_a_dateline_is_no_outlet() -> None:
    assert of_text(TITLE, "القاهرة – سامي الطيب: " + LEAD, NEXT)[0] is None


def test_an_agencys_short_name_ends_a_dateline() -> None:
    dateline = "الرياض 14 ربيع الآخر 1445 هـ الموافق 29 أكتوبر 2023 م واس"
    _, sources = of_text(TITLE, dateline, LEAD, NEXT)
    assert [(s.entity, s.kind, s.via) for s in sources] == [("spa", "agency", "byline")]
