"""The tables that lists are read from: columns, order, and how a row is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from riwaya.model import Claim, Copy, Dispute, MergedContact, PageSpan, Story
from riwaya.store import search as fulltext
from riwaya.store.codec import unpack_page
from riwaya.store.lists.listing import Table
from riwaya.store.shapes import EntityRow, Hit, PageRow, SetAsideRow, StatementRow

S = TypeVar("S", bound=msgspec.Struct)


class StorySummary(Story, frozen=True, kw_only=True):
    """A story with its first and last date, and how many contacts and disputes it has."""

    first: str | None = None
    last: str | None = None
    contacts: int = 0
    disputes: int = 0


def _struct(shape: type[S], *parsed: str) -> Callable[[Sequence[Any]], S]:
    """Rows of a shape's fields, of which ``parsed`` are JSON lists."""
    names = shape.__struct_fields__

    def make(row: Sequence[Any]) -> S:
        fields = dict(zip(names, row, strict=True))
        for name in parsed:
            fields[name] = tuple(json.loads(fields[name]))
        return shape(**fields)

    return make


def _decoded(shape: type[S]) -> Callable[[Sequence[Any]], S]:
    """Rows that are a shape's JSON."""
    decoder = msgspec.json.Decoder(shape)
    return lambda row: decoder.decode(row[0])


def _copy(row: Sequence[Any]) -> Copy:
    a, a_start, a_end, b, b_start, b_end, verbatim, similarity, earlier, kind = row
    return Copy(
        a=PageSpan(page=a, start=a_start, end=a_end),
        b=PageSpan(page=b, start=b_start, end=b_end),
        verbatim=bool(verbatim),
        similarity=similarity,
        earlier=earlier,
        kind=kind,
    )


_page_row = _struct(PageRow)
PAGES = Table(
    "pages",
    "p.id, p.title, p.outlet, p.published, p.url, p.language, p.format, p.chars, p.statements, "
    "p.contacts, p.warnings, (SELECT story FROM story_pages sp WHERE sp.page = p.n LIMIT 1)",
    "pages p",
    ("COALESCE(p.published, '~')", "p.id"),  # the undated last
    _page_row,
    PageRow,
)


def hits(terms: list[fulltext.Term]) -> Table[Hit]:
    """Pages that a search for ``terms`` finds, the best first (BM25), with what to show of them."""

    def make(row: Sequence[Any]) -> Hit:
        *page, data = row
        text = unpack_page(data).page.text
        found = fulltext.spans(text, terms)
        words, at = fulltext.snippet(text, found)
        return Hit(page=_page_row(page), spans=found, snippet=words, snippet_at=at)

    return Table(
        "search",
        f"{PAGES.columns}, (SELECT data FROM page_data WHERE page = p.n)",
        "search JOIN pages p ON p.n = search.rowid",
        ("search.rank", "p.n"),
        make,
        Hit,
    )


STORIES = Table(
    "stories",
    "s.id, s.title, (SELECT json_group_array(id) FROM (SELECT p.id FROM story_pages sp JOIN pages p "
    "ON p.n = sp.page WHERE sp.story = s.id ORDER BY sp.position)), s.follows, s.first, s.last, "
    "(SELECT COUNT(*) FROM merged_contacts c WHERE c.story = s.id), "
    "(SELECT COUNT(*) FROM disputes d WHERE d.story = s.id)",
    "stories s",
    ("s.id",),
    _struct(StorySummary, "pages", "follows"),
    StorySummary,
)
STATEMENTS = Table(
    "statements",
    "p.id, s.id, s.type, s.voice, s.polarity, s.act, s.speaker, s.speaker_name, s.addressee, s.chain, "
    's.inside, s.start, s."end", s.content',
    "statements s CROSS JOIN pages p ON p.n = s.page",  # in the order of the list: s leads
    ("s.page", "s.start", "s.id"),
    _struct(StatementRow, "chain"),
    StatementRow,
    alone=("statements s", "p"),
)
CONTACTS = Table(
    "contacts",
    "c.data",
    "merged_contacts c",
    ("COALESCE(c.start, '~')", "c.id"),
    _decoded(MergedContact),
    MergedContact,
)
DISPUTES = Table("disputes", "d.data", "disputes d", ("d.n",), _decoded(Dispute), Dispute)
CLAIMS = Table("claims", "c.data", "claims c", ("c.id",), _decoded(Claim), Claim)
COPIES = Table(
    "copies",
    "a.id, c.a_start, c.a_end, b.id, c.b_start, c.b_end, c.verbatim, c.similarity, "
    "(SELECT e.id FROM pages e WHERE e.n = c.earlier), c.kind",
    "copies c JOIN pages a ON a.n = c.a JOIN pages b ON b.n = c.b",
    ("c.n",),
    _copy,
    Copy,
    alone=("copies c", "[ab]"),
)
ENTITIES = Table(
    "entities",
    "e.id, e.name, e.type, e.names, e.pages, e.mentions",
    "entities e",
    ("-e.mentions", "e.id"),
    _struct(EntityRow, "names"),
    EntityRow,
)
SET_ASIDE = Table(
    "set_aside",
    "x.id, x.reason, x.language, x.detail, x.seen_at",
    "set_aside x",
    ("x.id", "x.reason"),
    _struct(SetAsideRow),
    SetAsideRow,
)
