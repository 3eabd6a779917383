"""A search cut into pages: one order, nothing twice, the total and the facets of the whole result."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.desk_addresses import addresses
from riwaya.store import search as fulltext
from riwaya.web.database import Database
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.searching import SEARCH_ORDERS, SearchFilter, facets, search_pages


@pytest.mark.parametrize("order", SEARCH_ORDERS)
def test_pages_of_a_result_are_one_list(record: Path, order: str) -> None:
    database = Database(record, readers=1, max_seconds=5, read_only=True)
    asked = SearchFilter(words="في", order=order)  # type: ignore[arg-type]
    with database.reading() as reader:
        whole = search_pages(reader.db, asked, Cut(size=200), reader.kept)
        pieces = [search_pages(reader.db, asked, Cut(n, 4), reader.kept) for n in range(1, 6)]
        matched = reader.db.execute(
            "SELECT COUNT(*) FROM search WHERE search MATCH ?",
            (fulltext.match_expression(fulltext.parse("في")),),
        ).fetchone()[0]
        narrow = facets(reader.db, asked, reader.kept)
    database.close()
    ids = [found.page.id for found in whole.items]
    assert len(ids) == whole.total == matched > 12
    assert [found.page.id for piece in pieces for found in piece.items] == ids[:20]
    assert [piece.more for piece in pieces] == [n * 4 < matched for n in range(1, 6)]
    assert all(found.marks for found in whole.items)
    dates = [found.page.published or "" for found in whole.items]
    if order != "best":
        known = [day for day in dates if day]
        assert known == sorted(known, reverse=order == "latest")
    named = sum(1 for found in whole.items if found.page.outlet)
    assert sum(facet.count for facet in narrow.outlets) == named
    assert sum(facet.count for facet in narrow.months) == sum(map(bool, dates))


def test_the_addresses_of_the_benchmark_all_answer(record: Path, desk) -> None:  # type: ignore[no-untyped-def]
    found = addresses(record, 24)
    assert {"search", "a story", "REST: lists", "two pages"} <= found.keys()
    for paths in found.values():
        for path in paths:
            answer = desk.get(path if path.startswith("/api") else f"/en{path}")
            assert answer.status_code == 200, path
