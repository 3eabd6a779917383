"""Copied passages of fresh pages, found by looking their fingerprints up in the record's index."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import Any

import numpy as np

from riwaya.corpus.copies import copies_of
from riwaya.corpus.copykind import Appearance, settle_kinds
from riwaya.corpus.postings import Postings, differing, formulas, joined, pairs, postings
from riwaya.corpus.winnow import Grams
from riwaya.engine.joins.state import Joins
from riwaya.model import Copy, PageSpan

_LARGEST_RUN = 1 << 24
"""Rows of a run that is merged with no other."""
_ROW = "SELECT n, a, a_start, a_end, b, b_start, b_end, verbatim, similarity, earlier, kind FROM copies "
_TOUCHING = (
    f"{_ROW}WHERE a IN (SELECT value FROM json_each(?1)) UNION "  # noqa: S608
    f"{_ROW}WHERE b IN (SELECT value FROM json_each(?1)) ORDER BY n"
)


def update_copies(joins: Joins) -> None:
    """Find the passages that fresh pages share with any page, and what else these change.

    A fingerprint that new pages make too common proposes no pairs any more: old pairs that it
    proposed are looked at again.
    """
    ahead = joins.ahead.runs
    index = _Index(stored_runs(joins.db) if ahead is None else ahead, joins.db)
    fresh = postings((n, joins.digest(n).words()) for n in sorted(joins.fresh))
    before = index.of_pages(joins.fresh)
    looked = np.unique(np.concatenate([fresh.grams, before.grams]))
    common = formulas(index.of(looked))
    index.replace(differing(before, fresh), before, fresh)
    crossed = np.setxor1d(common, formulas(index.of(looked)))
    found = pairs(fresh if joins.everything else index.of(np.unique(fresh.grams)), joins.fresh)
    touched = set(joins.fresh) | _partners(joins, joins.fresh)
    joins.among(
        "DELETE FROM copies WHERE a IN (SELECT value FROM json_each(?1)) "
        "OR b IN (SELECT value FROM json_each(?1))",
        joins.fresh,
    )
    for a, b in found:
        _put(joins, a, b)
        touched |= {a, b}
    joins.changes.copied = _look_again(joins, index, crossed) if len(crossed) else set()
    joins.changes.recopied = touched - joins.fresh
    _settle(joins, touched | joins.changes.copied)


def stored_runs(db: sqlite3.Connection) -> dict[int, Postings]:
    """The runs of fingerprints in the file, by number."""
    return {
        n: Postings(
            np.frombuffer(grams, "<u8"), np.frombuffer(pages, "<i8"),
            np.frombuffer(places, "<i4").astype(np.int64),
        )
        for n, grams, pages, places in db.execute(
            "SELECT n, grams, pages, places FROM fingerprints ORDER BY n"
        )
    }  # fmt: skip


class _Index:
    """The runs of fingerprints in the file: one a build, merged as they grow, as in a log-structured
    merge tree (O'Neil et al. 1996).
    """

    def __init__(self, runs: dict[int, Postings], db: sqlite3.Connection) -> None:
        self.runs = runs
        self.db = db

    def of(self, grams: Grams) -> Postings:
        """Every row of these fingerprints, each given once and sorted."""
        return joined([run.of(grams) for run in self.runs.values()])

    def of_pages(self, pages: Collection[int]) -> Postings:
        """Every row of these pages."""
        return joined([run.rows(run.where(pages)) for run in self.runs.values()])

    def replace(self, pages: Collection[int], before: Postings, after: Postings) -> None:
        """Have those rows of ``after`` that are of these pages in place of those of ``before``."""
        if before.where(pages).any():
            for n, run in self.runs.items():
                if (own := run.where(pages)).any():
                    self.runs[n] = run.rows(~own)
                    self._save(n)
        if len(new := after.rows(after.where(pages))):
            self._add(new)

    def _add(self, new: Postings) -> None:
        merged = [new]
        size = len(new)
        for n in sorted(self.runs, reverse=True):
            rows = len(self.runs[n])
            if rows > 2 * size or rows + size > _LARGEST_RUN:
                break
            merged.append(self.runs.pop(n))
            self.db.execute("DELETE FROM fingerprints WHERE n = ?", (n,))
            size += rows
        number = max(self.runs, default=0) + 1
        self.runs[number] = joined(merged) if len(merged) > 1 else new
        self._save(number)

    def _save(self, n: int) -> None:
        run = self.runs[n]
        self.db.execute(
            "INSERT OR REPLACE INTO fingerprints VALUES (?, ?, ?, ?, ?)",
            (
                n, len(run), run.grams.astype("<u8").tobytes(), run.pages.astype("<i8").tobytes(),
                run.places.astype("<i4").tobytes(),
            ),
        )  # fmt: skip


def _partners(joins: Joins, pages: Iterable[int]) -> set[int]:
    return {page for row in _rows(joins, pages) for page in (row[1], row[4])}


def _rows(joins: Joins, pages: Iterable[int]) -> list[tuple[Any, ...]]:
    return joins.among(_TOUCHING, pages).fetchall()


def _put(joins: Joins, a: int, b: int) -> None:
    joins.db.executemany(
        "INSERT INTO copies (a, a_start, a_end, b, b_start, b_end, verbatim, similarity, earlier, kind) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        [
            (
                joins.numbers[c.a.page], c.a.start, c.a.end, joins.numbers[c.b.page], c.b.start,
                c.b.end, int(c.verbatim), c.similarity, joins.numbers.get(c.earlier or ""),
            )
            for c in copies_of(joins.digest(a), joins.digest(b))
        ],
    )  # fmt: skip


def _look_again(joins: Joins, index: _Index, crossed: Grams) -> set[int]:
    """Settle whether pages that have one of these fingerprints, and are not fresh, still make pairs;
    the pages of pairs that came or went.
    """
    pages = set(index.of(crossed).pages.tolist()) - joins.fresh
    grams = np.unique(index.of_pages(pages).grams)
    now = {pair for pair in pairs(index.of(grams), pages) if pages.issuperset(pair)}
    known = {
        (min(row[1], row[4]), max(row[1], row[4]))
        for row in _rows(joins, pages)
        if row[1] in pages and row[4] in pages
    }
    changed: set[int] = set()
    for a, b in sorted(known - now):
        joins.db.execute(
            "DELETE FROM copies WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)", (a, b)
        )
        changed |= {a, b}
    for a, b in sorted(now - known):
        _put(joins, a, b)  # two fingerprints are no passage yet
        changed |= {a, b}
    return changed


def _settle(joins: Joins, touched: set[int]) -> None:
    """The kinds of the copies of these pages, which depend on all copies of all pages of these."""
    own = [(row[0], row[-1], _copy(joins, row)) for row in _rows(joins, touched)]
    pages = {joins.numbers[span.page] for _, _, copy in own for span in (copy.a, copy.b)}
    around = [_copy(joins, row) for row in _rows(joins, pages)]
    seen = {
        page: _appearance(joins, page)
        for page in {span.page for copy in around for span in (copy.a, copy.b)}
    }
    settled = settle_kinds(around, seen, [copy for _, _, copy in own])
    changed = [
        (copy, n) for (n, kind, _), copy in zip(own, settled, strict=True) if copy.kind != kind
    ]
    joins.changes.recopied |= {
        joins.numbers[span.page] for copy, _ in changed for span in (copy.a, copy.b)
    }
    joins.db.executemany(
        "UPDATE copies SET kind = ? WHERE n = ?", [(copy.kind, n) for copy, n in changed]
    )


def _appearance(joins: Joins, page: str) -> Appearance:
    n = joins.numbers[page]
    made = joins.profile(n)
    (address,) = joins.db.execute("SELECT address FROM pages WHERE n = ?", (n,)).fetchone()
    return Appearance(made.outlet, made.moment, made.length, address)


def _copy(joins: Joins, row: tuple[Any, ...]) -> Copy:
    """The copy of a row; of no kind told yet."""
    a, a_start, a_end, b, b_start, b_end, verbatim, similarity, earlier = row[1:10]
    return Copy(
        a=PageSpan(page=joins.ids[a], start=a_start, end=a_end),
        b=PageSpan(page=joins.ids[b], start=b_start, end=b_end),
        verbatim=bool(verbatim),
        similarity=similarity,
        earlier=joins.ids.get(earlier),
    )


def copies_among(joins: Joins, pages: Collection[int]) -> list[Copy]:
    """The passages that two of these pages share."""
    rows = joins.among(
        f"{_ROW}WHERE a IN (SELECT value FROM json_each(?1)) AND "  # noqa: S608
        "b IN (SELECT value FROM json_each(?1)) ORDER BY n",
        pages,
    )
    return [_copy(joins, row) for row in rows]


def copies_touching(joins: Joins, pages: Iterable[int]) -> list[Copy]:
    """The passages that these pages share with any."""
    return [_copy(joins, row) for row in _rows(joins, pages)]
