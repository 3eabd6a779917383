"""Pages laid out in many manners: the article, its roles and its date are found in each."""

from __future__ import annotations

import pytest
from outlet_pages import PAGES, OutletPage
from outlet_pages_more import MORE_PAGES

from riwaya.engine.pipeline import PAGE_STEPS, annotate, assemble
from riwaya.model import Analysed, Page
from riwaya.reading.items import Item
from riwaya.reading.read import read_item

STEPS = [step for step in PAGE_STEPS if step.name in ("blocks", "provenance", "published")]


def analysed(outlet: OutletPage) -> Analysed:
    page = read_item(Item(outlet.url, outlet.data, "html", outlet.url, url=outlet.url))
    assert isinstance(page, Page), page
    return assemble(page, annotate(page, STEPS))


@pytest.mark.parametrize("outlet", [*PAGES, *MORE_PAGES], ids=lambda outlet: outlet.name)
def test_the_article_is_found_whole_and_alone(outlet: OutletPage) -> None:
    page = analysed(outlet)
    lines = [(block.role, page.text[block.start : block.end]) for block in page.blocks]
    assert [text for role, text in lines if role == "title"] == [outlet.title]
    assert [text for role, text in lines if role in ("paragraph", "subheading")] == outlet.body
    for role in ("caption", "source", "byline", "related"):
        wanted = getattr(outlet, {"related": "related"}.get(role, f"{role}s"))
        assert [text for text in wanted if (role, text) not in lines] == [], role


@pytest.mark.parametrize("outlet", [*PAGES, *MORE_PAGES], ids=lambda outlet: outlet.name)
def test_its_date_is_its_own(outlet: OutletPage) -> None:
    published = analysed(outlet).published
    assert (published.value if published else None) == outlet.published
