"""The light rows that a record is listed by; the full shapes are in :mod:`riwaya.model`."""

from __future__ import annotations

from riwaya.model import Span, Struct


class PageRow(Struct, frozen=True, kw_only=True):
    """A page without its text: what a list of pages shows."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str
    format: str
    chars: int
    statements: int
    contacts: int
    warnings: int
    story: str | None = None


class StatementRow(Struct, frozen=True, kw_only=True):
    """A statement with its words. Only where ``voice`` is ``own`` are they the speaker's own."""

    page: str
    id: str
    type: str
    voice: str
    polarity: str
    act: str
    speaker: str | None
    speaker_name: str | None
    addressee: str | None
    chain: tuple[str, ...]
    inside: str | None
    start: int
    end: int
    content: str


class EntityRow(Struct, frozen=True, kw_only=True):
    """Someone or something named in the record, by how many pages and how often."""

    id: str
    name: str
    type: str
    names: tuple[str, ...]
    pages: int
    mentions: int


class StoryRow(Struct, frozen=True, kw_only=True):
    """A story in a list: how many pages, and the first and last date among them."""

    id: str
    title: str
    pages: int
    first: str | None
    last: str | None
    contacts: int = 0
    disputes: int = 0


class Hit(Struct, frozen=True, kw_only=True):
    """A page that a search found: ``spans`` of the words in its text, and a snippet around the first.

    ``snippet_at`` is the snippet's offset in the page's text; the spans that lie inside it can be marked.
    """

    page: PageRow
    spans: tuple[Span, ...]
    snippet: str
    snippet_at: int


class InferredDate(Struct, frozen=True, kw_only=True):
    """Of a page without a date of its own: the days between which its story's other pages lie."""

    page: str
    earliest: str
    latest: str
    story: str
    basis: str = "story"
    inferred: bool = True


class CircularReport(Struct, frozen=True, kw_only=True):
    """Two outlets that give each other as the source in one story: which pages of each name the other."""

    outlets: tuple[str, str]
    pages: tuple[tuple[str, ...], tuple[str, ...]]


class AliasRow(Struct, frozen=True, kw_only=True):
    """An id that stands for another entity, or for itself where a user said so.

    ``origin`` is ``corpus`` or ``user``.
    """

    alias: str
    entity: str
    origin: str
    made_at: str


class SetAsideRow(Struct, frozen=True, kw_only=True):
    """Something that was read and not taken, when last seen."""

    id: str
    reason: str
    language: str | None
    detail: str
    seen_at: str


class Counts(Struct, frozen=True, kw_only=True):
    """How much a record holds."""

    pages: int
    set_aside: int
    statements: int
    stories: int
    copies: int
    contacts: int
    disputes: int
    claims: int
    entities: int
