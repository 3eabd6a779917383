"""The joins over many pages, in order: copies, stories, then the record made of them.

This is what a record is, at once and in memory.  The engine comes to the same record page by page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import Digest
from riwaya.corpus.record import build_record
from riwaya.corpus.stories import find_stories
from riwaya.model import Analysed, Record


def join(digests: Sequence[Digest], load: Callable[[str], Analysed]) -> Record:
    """The record of many pages, the same whatever their order. ``load`` gives a page by its id."""
    copies = find_copies(digests)
    stories = find_stories(digests, copies)
    contacts, disputes, claims = build_record(stories, copies, load)
    return Record(
        stories=tuple(stories),
        copies=tuple(copies),
        contacts=tuple(contacts),
        disputes=tuple(disputes),
        claims=tuple(claims),
    )
