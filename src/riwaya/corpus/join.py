"""The joins over many pages, in order: copies, stories, then the record made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import Digest
from riwaya.corpus.record import build_record
from riwaya.corpus.stories import find_stories
from riwaya.model import Analysed, Copy, Record


def join(
    digests: Sequence[Digest],
    load: Callable[[str], Analysed],
    *,
    new: Collection[str] | None = None,
    known_copies: Sequence[Copy] = (),
) -> Record:
    """The record of many pages, the same whatever their order.

    ``load`` gives a page by its id. To add pages to a record, give their ids as ``new`` and the
    copies found before as ``known_copies``: only pairs that touch a new page are aligned.
    """
    touched = None if new is None else frozenset(new)
    copies = find_copies(digests, new=touched, known=known_copies)
    stories = find_stories(digests, copies)
    contacts, disputes, claims = build_record(stories, copies, digests, load)
    return Record(
        stories=tuple(stories),
        copies=tuple(copies),
        contacts=tuple(contacts),
        disputes=tuple(disputes),
        claims=tuple(claims),
    )
