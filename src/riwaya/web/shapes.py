"""What the queries give: typed rows that pages lay out and REST prints."""

from __future__ import annotations

from riwaya.model import Struct


class OutletCount(Struct, frozen=True, kw_only=True):
    """An outlet and how many pages it has of something."""

    outlet: str
    name: str
    pages: int


class DayCount(Struct, frozen=True, kw_only=True):
    """A day (ISO) and how many pages fall on it."""

    day: str
    pages: int


class StoryCard(Struct, frozen=True, kw_only=True):
    """A story in a list. ``tellings`` are its pages less those known to share an outlet, a passage or a
    source: an upper bound on how many tell it independently.  ``growth`` is the number of its pages in the
    last day of the period asked for.
    """

    id: str
    title: str
    pages: int
    first: str | None
    last: str | None
    outlets: int
    tellings: int
    statements: int
    contacts: int
    disputes: int
    growth: int
    by_outlet: tuple[OutletCount, ...]
    by_day: tuple[DayCount, ...]
