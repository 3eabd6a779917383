"""Searching pages: words in any spelling, phrases, facets, and the words marked where they stand."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from datetime import date, timedelta
from typing import Literal

import msgspec

from riwaya.errors import RiwayaError
from riwaya.model import Struct
from riwaya.store import search as fulltext
from riwaya.store.moment import now
from riwaya.web.kept import OfState
from riwaya.web.queries.entities import one_of
from riwaya.web.queries.pages import PAGE_COLUMNS, page_row
from riwaya.web.queries.paging import Cut, Paged, Where, paged
from riwaya.web.queries.texts import page_texts
from riwaya.web.shapes import Facet, FoundPage, SavedSearch

SearchOrder = Literal["best", "latest", "earliest"]
SEARCH_ORDERS: tuple[SearchOrder, ...] = ("best", "latest", "earliest")
MOST_TERMS = 16
FACET_SAMPLE = 10_000
"""Outlets and months are counted over so many pages of a result at most: those read last."""
NAMES_SAMPLE = 300
"""Names are counted over so many: those read last."""
_ORDER = {
    "best": "rank",
    "latest": "p.published DESC, p.n DESC",
    "earliest": "p.published IS NULL, p.published, p.n",
}


class SearchFilter(Struct, frozen=True, kw_only=True):
    """What to look for. ``words`` are all to be there; a phrase stands in quotation marks."""

    words: str
    order: SearchOrder = "best"
    outlet: str | None = None
    entity: str | None = None
    since: str | None = None
    until: str | None = None


class Facets(Struct, frozen=True, kw_only=True):
    """What a result can be narrowed by. ``entities`` are counted over ``sampled`` pages at most."""

    outlets: tuple[Facet, ...]
    months: tuple[Facet, ...]
    entities: tuple[Facet, ...]
    sampled: int


def terms_of(words: str) -> list[fulltext.Term]:
    """The terms of a query; error ``bad_query`` where there are none, or more than can be asked at once."""
    terms = fulltext.parse(words)
    if not terms or sum(map(len, terms)) > MOST_TERMS:
        raise RiwayaError("bad_query", wanted=words or "an empty query")
    return terms


def search_pages(
    db: sqlite3.Connection, asked: SearchFilter, cut: Cut, kept: OfState
) -> Paged[FoundPage]:
    """The pages that have all the words, with snippets and the total."""
    terms = terms_of(asked.words)
    found = _hits(db, asked, kept)
    numbers = list(found[cut.offset : cut.offset + cut.limit])
    marks = ", ".join("?" * len(numbers))
    rows = {
        row[0]: page_row(row[1:])
        for row in db.execute(
            f"SELECT p.n, {PAGE_COLUMNS} FROM pages p WHERE p.n IN ({marks})", numbers
        )
    }
    pages = [rows[n] for n in numbers]
    texts = page_texts(db, [page.id for page in pages[: cut.size]])
    return paged([_found(page, texts.get(page.id, ""), terms) for page in pages], cut, len(found))


def _hits(db: sqlite3.Connection, asked: SearchFilter, kept: OfState) -> array[int]:
    """The numbers of all pages found, in the order asked for: what the list and its facets are cut from."""
    terms = terms_of(asked.words)

    def find() -> array[int]:
        where = _where(db, asked, terms)
        narrowed = len(where.tests) > 1 or asked.order != "best"
        # The index alone where it suffices.
        table = "FROM search JOIN pages p ON p.n = search.rowid " if narrowed else "FROM search "
        rows = db.execute(
            f"SELECT search.rowid {table}{where.clause}ORDER BY {_ORDER[asked.order]}", where.values
        ).fetchall()
        return array("q", (n for (n,) in rows))

    key = ("hits", tuple(terms), msgspec.structs.replace(asked, words=""))
    return kept(key, find, lambda found: 256 + 8 * len(found))


def facets(db: sqlite3.Connection, asked: SearchFilter, kept: OfState) -> Facets:
    """Outlets and months of a result, and whom its latest pages name; the commonest first."""
    narrowed = msgspec.structs.replace(asked, words="", order="best")
    key = ("facets", tuple(terms_of(asked.words)), narrowed)
    return kept(key, lambda: _facets(db, sorted(_hits(db, asked, kept), reverse=True)))


def _facets(db: sqlite3.Connection, found: list[int]) -> Facets:
    outlets: Counter[tuple[str, str]] = Counter()
    months: Counter[str] = Counter()
    rows = db.execute(
        "SELECT p.outlet_entity, MIN(p.outlet), substr(p.published, 1, 7), COUNT(*) "
        "FROM json_each(?) CROSS JOIN pages p ON p.n = value GROUP BY 1, 3",
        (json.dumps(found[:FACET_SAMPLE]),),
    ).fetchall()
    names: dict[str, str] = {}
    for outlet, name, month, count in rows:
        if outlet:
            outlets[outlet, names.setdefault(outlet, name or outlet)] += count
        if month:
            months[month] += count
    return Facets(
        outlets=tuple(
            Facet(value=one, name=name, count=count)
            for (one, name), count in outlets.most_common(12)
        ),
        months=tuple(
            Facet(value=one, name=one, count=months[one])
            for one in sorted(months, reverse=True)[:24]
        ),
        entities=_named_often(db, found[:NAMES_SAMPLE]),
        sampled=NAMES_SAMPLE,
    )


def _named_often(db: sqlite3.Connection, pages: list[int]) -> tuple[Facet, ...]:
    rows = db.execute(
        "WITH hits (n) AS MATERIALIZED (SELECT value FROM json_each(?)), "
        "often (entity, name, pages) AS (SELECT m.entity, MIN(m.name), COUNT(*) FROM hits "
        "CROSS JOIN mentions m ON m.page = hits.n WHERE m.type IN ('PER', 'ORG', 'GPE') "
        "GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 40) "
        "SELECT COALESCE(a.entity, o.entity), MIN(o.name), MAX(o.pages) FROM often o "
        "LEFT JOIN aliases a ON a.alias = o.entity GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 12",
        (json.dumps(pages),),
    )
    return tuple(Facet(value=v, name=n or v, count=c) for v, n, c in rows)


def _where(db: sqlite3.Connection, asked: SearchFilter, terms: list[fulltext.Term]) -> Where:
    where = Where.none()
    where.add("search MATCH ?", fulltext.match_expression(terms))
    if asked.outlet:
        where.add("p.outlet_entity = ?", asked.outlet)
    if asked.entity:
        test, values = one_of(db, "entity", asked.entity)
        where.add(f"p.n IN (SELECT page FROM mentions WHERE {test})", *values)
    if asked.since:
        where.add("p.published >= ?", asked.since)
    if asked.until:
        where.add(
            "p.published < ?", (date.fromisoformat(asked.until) + timedelta(days=1)).isoformat()
        )
    return where


def _found(page: object, text: str, terms: list[fulltext.Term]) -> FoundPage:
    spans = fulltext.spans(text, terms) if text else ()
    snippet, at = fulltext.snippet(text, spans)
    end = at + len(snippet)
    return FoundPage(
        page=page,  # type: ignore[arg-type]
        snippet=snippet,
        at=at,
        marks=tuple((s - at, e - at) for s, e in spans if at <= s and e <= end),
        first=spans[0] if spans else None,
    )


# ---------------------------------------------------------------- searches that the user keeps


def saved_searches(db: sqlite3.Connection) -> list[SavedSearch]:
    """The searches that the user keeps, by name."""
    rows = db.execute("SELECT n, name, query, made_at FROM saved_searches ORDER BY name, n")
    return [SavedSearch(n=n, name=name, query=query, made_at=at) for n, name, query, at in rows]


def save_search(db: sqlite3.Connection, name: str, query: str) -> None:
    """Keep a search; one of the same query gets the new name. ``db`` is open for writing."""
    db.execute(
        "INSERT INTO saved_searches (name, query, made_at) VALUES (?, ?, ?) "
        "ON CONFLICT (query) DO UPDATE SET name = excluded.name",
        (name, query, now()),
    )


def forget_search(db: sqlite3.Connection, n: int) -> None:
    """Drop a kept search. ``db`` is open for writing."""
    db.execute("DELETE FROM saved_searches WHERE n = ?", (n,))
