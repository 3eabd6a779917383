"""What the contacts of two pages say of whether they tell one story.

Two calls of the same two leaders on different days are two stories, however alike their words are.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.corpus.digest import ContactKey, Digest
from riwaya.corpus.values import same_family
from riwaya.corpus.values_time import compatible, known_same_day, moment

_FOCAL_ZONE = 2  # told of in title, opening or lead


class ContactEvidence:
    """The focal contacts of pages, ready to compare pair by pair."""

    def __init__(self, pages: Sequence[Digest]) -> None:
        self._focal = [_focal(page) for page in pages]

    def conflict(self, a: int, b: int) -> bool:
        """Whether both pages tell above all of a contact of the same parties at different times."""
        pairs = self._pairs(a, b)
        apart = [not compatible(moment(x.start), moment(y.start)) for x, y in pairs]
        return bool(apart) and all(apart)

    def support(self, a: int, b: int) -> int:
        """How many contacts both tell of: those of one day, and beyond the first those just alike.

        That two leaders spoke is no evidence by itself; they speak often.
        """
        pairs = [(x, y) for x, y in self._pairs(a, b) if x.kind == y.kind]
        dated = sum(known_same_day(moment(x.start), moment(y.start)) for x, y in pairs)
        alike = len({x.id for x, y in pairs if x.status == y.status})
        return dated or max(0, alike - 1)

    def _pairs(self, a: int, b: int) -> list[tuple[ContactKey, ContactKey]]:
        return [
            (x, y)
            for x in self._focal[a]
            for y in self._focal[b]
            if x.parties == y.parties and same_family(x.kind, y.kind)
        ]


def _focal(page: Digest) -> tuple[ContactKey, ...]:
    return tuple(
        contact
        for contact in page.contacts
        if contact.zone <= _FOCAL_ZONE and len(contact.parties) > 1
    )
