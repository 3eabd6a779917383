"""What the contacts of two pages say of whether they tell one story.

Two calls of the same two leaders on different days are two stories, however alike their words are.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.corpus.digest import ContactKey, Digest
from riwaya.corpus.values import same_family
from riwaya.corpus.values_time import Moment, compatible, known_same_day, moment

_SLIP_DAYS = 1
_FOCAL_ZONE = 2  # told of in title, opening or lead


class ContactEvidence:
    """The contacts of pages, ready to compare pair by pair."""

    def __init__(self, pages: Sequence[Digest]) -> None:
        self._all = [
            tuple(contact for contact in page.contacts if len(contact.parties) > 1)
            for page in pages
        ]
        self._focal = [tuple(c for c in own if c.zone <= _FOCAL_ZONE) for own in self._all]

    def conflict(self, a: int, b: int) -> bool:
        """Whether both pages tell above all of a contact of the same parties at different times."""
        pairs = _pairs(self._focal[a], self._focal[b])
        return bool(pairs) and all(_apart(moment(x.start), moment(y.start)) for x, y in pairs)

    def elsewhere(self, a: int, b: int) -> bool:
        """Whether each page tells above all of contacts of parties that the other lacks."""
        focal_a, focal_b = self._focal[a], self._focal[b]
        if not focal_a or not focal_b:
            return False
        return not any(
            set(x.parties) <= set(y.parties)
            for own, other in ((focal_a, self._all[b]), (focal_b, self._all[a]))
            for x in own
            for y in other
        )

    def support(self, a: int, b: int) -> int:
        """How many contacts both tell of: those of one day, and beyond the first those just alike.

        That two leaders spoke is no evidence by itself; they speak often.
        """
        pairs = [(x, y) for x, y in _pairs(self._all[a], self._all[b]) if x.kind == y.kind]
        dated = sum(known_same_day(moment(x.start), moment(y.start)) for x, y in pairs)
        alike = [(x.id, y.id) for x, y in pairs if x.status == y.status]
        each = min(len({x for x, _ in alike}), len({y for _, y in alike}))
        return max(dated, each - 1)


def _apart(a: Moment, b: Moment) -> bool:
    """Whether two times cannot be one, though a page may take a quoted "today" for its own."""
    if a.date is not None and b.date is not None:
        return abs((a.date - b.date).days) > _SLIP_DAYS
    return not compatible(a, b)


def _pairs(a: Sequence[ContactKey], b: Sequence[ContactKey]) -> list[tuple[ContactKey, ContactKey]]:
    return [(x, y) for x in a for y in b if x.parties == y.parties and same_family(x.kind, y.kind)]
