"""The joins over many pages, in order: copies, stories, then the record made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from riwaya.corpus.copies import find_copies
from riwaya.corpus.copykind import settle_kinds
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
    pages = {digest.page: digest for digest in digests}
    places = {_place(c): c for c in known_copies if c.a.page in pages and c.b.page in pages}
    places |= {_place(c): c for c in find_copies(digests, new=new)}
    copies = settle_kinds([places[place] for place in sorted(places)], pages)
    stories = find_stories(digests, copies)
    contacts, disputes, claims = build_record(stories, copies, digests, load)
    return Record(
        stories=tuple(stories),
        copies=tuple(copies),
        contacts=tuple(contacts),
        disputes=tuple(disputes),
        claims=tuple(claims),
    )


def _place(copy: Copy) -> tuple[str, str, int, int, int, int]:
    return copy.a.page, copy.b.page, copy.a.start, copy.b.start, copy.a.end, copy.b.end
