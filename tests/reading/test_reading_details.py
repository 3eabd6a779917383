"""Author, section, dateline and last change: what is told, where it stood, and the words that show it."""

from __future__ import annotations

import pytest
from outlet_pages import AUTHOR, PAGES, SCHEMA, TABLES, OutletPage

from riwaya.engine.pipeline import PAGE_STEPS, annotate
from riwaya.model import Detail, Page
from riwaya.reading.items import Item
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.read import read_item

STEPS = [s for s in PAGE_STEPS if s.name in ("blocks", "provenance", "published", "details")]
TITLE = "افتتاح جسر جديد فوق النهر الكبير"
LEAD = (
    "قال محافظ الإقليم في كلمة ألقاها أمام الصحفيين إن الجسر الجديد يختصر الطريق إلى النصف تقريبا."
)
NEXT = "وأضاف أن الجسر يتسع لأربعة مسارات، وأن العمل فيه استمر ثلاث سنوات كاملة."


def details(page: Page) -> dict[str, Detail]:
    found = annotate(page, STEPS).details
    assert len({one.kind for one in found}) == len(found)
    return {one.kind: one for one in found}


def of_text(*lines: str) -> tuple[dict[str, Detail], str]:
    page = page_from_text("p", "\n\n".join((TITLE, *lines)))
    return details(page), page.text


def of_outlet(outlet: OutletPage) -> tuple[dict[str, Detail], str]:
    page = read_item(Item(outlet.url, outlet.data, "html", outlet.url, url=outlet.url))
    assert isinstance(page, Page)
    return details(page), page.text


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("كتب: سامي الطيب - القاهرة", "سامي الطيب"),
        ("بقلم: د. هالة منصور", "د. هالة منصور"),
        ("كتبت منى حجازي", "منى حجازي"),
        ("بواسطة: رامي خوري | 20 مارس 2025", "رامي خوري"),
    ],
)
def test_a_byline_names_its_author(line: str, author: str) -> None:
    found, text = of_text(line, LEAD, NEXT)
    assert found["author"].value == author
    ((start, end),) = found["author"].evidence
    assert text[start:end] == author


@pytest.mark.parametrize("author", ["admin", "وكالات", "https://x.example/a", "رويترز", "info@x.example"])  # fmt: skip
def test_who_is_no_person_is_no_author(author: str) -> None:
    page = page_from_record("r", {"title": TITLE, "text": f"{LEAD}\n\n{NEXT}", "author": author})
    assert "author" not in details(page)


@pytest.mark.parametrize(
    ("head", "town"), [("بغداد (رويترز) - ", "بغداد"), ("الخرطوم - أ ف ب: ", "الخرطوم")]
)
def test_a_dateline_names_its_town(head: str, town: str) -> None:
    found, text = of_text(head + LEAD, NEXT)
    assert found["dateline"].value == town
    ((start, end),) = found["dateline"].evidence
    assert text[start:end] == town


def test_the_day_of_a_change_is_told_beside_that_of_publication() -> None:
    found, text = of_text("نشر في 20/3/2025 - آخر تحديث: 21/3/2025 10:00", LEAD, NEXT)
    assert found["updated"].value == "2025-03-21T10:00"
    ((start, end),) = found["updated"].evidence
    assert "21/3/2025" in text[start:end]


def test_metadata_say_where_they_stood_and_the_line_that_shows_it_is_kept() -> None:
    found, text = of_outlet(SCHEMA)
    author = found["author"]
    assert (author.value, author.basis) == (AUTHOR, "json-ld")
    assert [text[s:e] for s, e in author.evidence] == [AUTHOR]
    assert (found["updated"].value, found["updated"].basis) == ("2025-03-21T09:00+02:00", "json-ld")


def test_a_sections_label_is_told_and_a_menu_is_none() -> None:
    assert of_outlet(TABLES)[0]["section"].value == "محليات"
    bare = next(one for one in PAGES if one.name == "no semantics")
    assert "section" not in of_outlet(bare)[0]


@pytest.mark.parametrize("outlet", PAGES, ids=lambda outlet: outlet.name)
def test_spans_lie_in_the_text(outlet: OutletPage) -> None:
    found, text = of_outlet(outlet)
    for one in found.values():
        assert all(0 <= start < end <= len(text) for start, end in one.evidence)
