"""An open record: lists with filters, single things by id, and the search."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Literal

from riwaya.client.display import html_table
from riwaya.client.rows import Rows
from riwaya.model import (
    Act,
    Analysed,
    Claim,
    ContactKind,
    ContactStatus,
    Copy,
    CopyKind,
    Dispute,
    DisputeKind,
    MentionType,
    MergedContact,
    Voice,
)
from riwaya.model import Record as Joined
from riwaya.store.corrected import Correction
from riwaya.store.lists import queries
from riwaya.store.lists.tables import StorySummary
from riwaya.store.reader import RecordReader
from riwaya.store.shapes import Counts, EntityRow, Hit, PageRow, SetAsideRow, StatementRow

DisputeField = Literal[
    "parties", "kind", "status", "initiator", "start", "scheduled_start", "duration", "place",
    "agenda", "date", "number", "claim", "speaker", "role",
]  # fmt: skip


class Record:
    """A record made by ``riwaya build``, for reading.  A context manager; or :meth:`close` it.

    Each list takes filters, all of which a row must meet.  Days are ISO (``2023-02-06``), both ends
    included.  Somebody is given by an id (``vladimir-putin``), any that stands for them.  Errors are
    :class:`~riwaya.errors.RiwayaError`: ``usage`` for a day that is none, ``nothing_such`` for an id.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = RecordReader(path)
        self._db = self.reader.db

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.reader.close()

    # ------------------------------------------------------------ lists

    def stories(
        self, *, outlet: str | None = None, entity: str | None = None, since: str | None = None,
        until: str | None = None, min_pages: int | None = None, disputed: bool | None = None,
        words: str | None = None,
    ) -> Rows[StorySummary]:  # fmt: skip
        """Stories: that an outlet carries, that name somebody, that reach into a period, of some size,
        with or without disputes, of which a page has some words (in any spelling).
        """
        return Rows(
            queries.stories(
                self._db, outlet=outlet, entity=entity, since=since, until=until,
                min_pages=min_pages, disputed=disputed, words=words,
            )
        )  # fmt: skip

    def contacts(
        self, *, party: str | None = None, story: str | None = None, kind: ContactKind | None = None,
        status: ContactStatus | None = None, since: str | None = None, until: str | None = None,
        disputed: bool | None = None, min_independent: int | None = None,
    ) -> Rows[MergedContact]:  # fmt: skip
        """Contacts over all pages, by time: of a party, in a story, of the kind or status that leads, of
        a period, with or without a disputed field, with a value of so many independent origins.
        """
        return Rows(
            queries.contacts(
                self._db, party=party, story=story, kind=kind, status=status, since=since,
                until=until, disputed=disputed, min_independent=min_independent,
            )
        )  # fmt: skip

    def statements(
        self, *, speaker: str | None = None, addressee: str | None = None, act: Act | None = None,
        voice: Voice | None = None, page: str | None = None, story: str | None = None,
        outlet: str | None = None, since: str | None = None, until: str | None = None,
        about: str | None = None,
    ) -> Rows[StatementRow]:  # fmt: skip
        """Statements by page and place: of a speaker, to an addressee, of an act, about somebody whom
        their words name.  Only where ``voice`` is ``own`` are the words the speaker's.
        """
        return Rows(
            queries.statements(
                self._db, speaker=speaker, addressee=addressee, act=act, voice=voice, page=page,
                story=story, outlet=outlet, since=since, until=until, about=about,
            )
        )  # fmt: skip

    def claims(
        self, *, page: str | None = None, story: str | None = None,
        min_independent: int | None = None,
    ) -> Rows[Claim]:  # fmt: skip
        """Statements and numbers as several pages have them, with so many independent origins."""
        return Rows(
            queries.claims(self._db, page=page, story=story, min_independent=min_independent)
        )

    def disputes(
        self, *, story: str | None = None, kind: DisputeKind | None = None,
        field: DisputeField | None = None,
    ) -> Rows[Dispute]:  # fmt: skip
        """Values that cannot all be true."""
        return Rows(queries.disputes(self._db, story=story, kind=kind, field=field))

    def copies(
        self, *, page: str | None = None, story: str | None = None, kind: CopyKind | None = None,
        verbatim: bool | None = None,
    ) -> Rows[Copy]:  # fmt: skip
        """Passages that stand in two pages: of a page, within a story."""
        return Rows(queries.copies(self._db, page=page, story=story, kind=kind, verbatim=verbatim))

    def entities(
        self, *, type: MentionType | None = None, min_pages: int | None = None,  # noqa: A002
    ) -> Rows[EntityRow]:  # fmt: skip
        """Who and what is named, the most mentioned first."""
        return Rows(queries.entities(self._db, type=type, min_pages=min_pages))

    def pages(
        self, *, outlet: str | None = None, story: str | None = None, entity: str | None = None,
        since: str | None = None, until: str | None = None, words: str | None = None,
    ) -> Rows[PageRow]:  # fmt: skip
        """Pages by date, without their text (:meth:`page` and :meth:`analysed` have it): of an outlet, of
        a story, that name somebody, of a period, that have some words.
        """
        return Rows(
            queries.pages(
                self._db, outlet=outlet, story=story, entity=entity, since=since, until=until,
                words=words,
            )
        )  # fmt: skip

    def set_aside(self, *, reason: str | None = None) -> Rows[SetAsideRow]:
        """What was read and not taken, and why."""
        return Rows(queries.set_aside(self._db, reason=reason))

    def search(
        self, words: str, *, outlet: str | None = None, story: str | None = None,
        entity: str | None = None, since: str | None = None, until: str | None = None,
    ) -> Rows[Hit]:  # fmt: skip
        """The pages that have all the words, best first: any spelling, any proclitics, phrases in
        quotation marks.  Error ``bad_query`` where there is no word.
        """
        return Rows(
            queries.search(
                self._db, words, outlet=outlet, story=story, entity=entity, since=since,
                until=until,
            )
        )  # fmt: skip

    # ------------------------------------------------------------ single things

    def page(self, page_id: str) -> Analysed:
        """One page with its text and every layer, as users corrected it."""
        return self.reader.page(page_id)

    def analysed(self, *, story: str | None = None) -> Iterator[Analysed]:
        """Pages with text and layers, one at a time: all, or those of a story."""
        return self.reader.pages(None if story is None else self.reader.story(story).pages)

    def story(self, story_id: str) -> StorySummary:
        """One story, by its id or one that it had before."""
        found = queries.stories(self._db).where("s.id = ?", self.reader.story(story_id).id).first()
        assert found is not None
        return found

    def contact(self, contact_id: str) -> MergedContact:
        """One contact, by its id or one that it had before."""
        return self.reader.contact(contact_id)

    def entity(self, wanted: str) -> EntityRow:
        """Somebody by an id, or by a name in any spelling, whole or in part (then the most mentioned)."""
        return self.reader.entity(wanted)

    def corrections(self, page: str | None = None, *, undone: bool = False) -> list[Correction]:
        """What users corrected, oldest first; on one page where asked."""
        return self.reader.corrections(page, undone=undone)

    def counts(self) -> Counts:
        """How much there is of everything."""
        return self.reader.counts()

    def record(self) -> Joined:
        """Everything that the joins made, at once: for small records."""
        return self.reader.record()

    # ------------------------------------------------------------ looking at it

    def __repr__(self) -> str:
        counts = self.counts()
        return (
            f"<riwaya record {self.path}: {counts.pages} pages, {counts.stories} stories, "
            f"{counts.contacts} contacts, {counts.statements} statements, {counts.disputes} disputes>"
        )

    def _repr_html_(self) -> str:
        counts = self.counts()
        names = counts.__struct_fields__
        sums = html_table(names, [[getattr(counts, name) for name in names]])
        largest = Rows(queries.stories(self._db).ordered("-s.pages", "s.id"))[:10]
        shown = [(len(s.pages), s.title, s.first, s.last, s.disputes) for s in largest]
        stories = html_table(("pages", "story", "first", "last", "disputes"), shown)
        return f"<b>{escape(str(self.path))}</b>{sums}{stories}"
