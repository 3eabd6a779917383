"""When a page appeared, as an interval of hours: what ordering pages and gathering stories need."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from riwaya.corpus.digest import Digest

_ZONE_WEST, _ZONE_EAST = 0, 4  # Arabic newsrooms keep Greenwich time to Gulf time
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """Hours since 1970 UTC within which a page appeared, both ends included."""

    earliest: float
    latest: float

    @property
    def middle(self) -> float:
        return (self.earliest + self.latest) / 2

    def before(self, other: Moment) -> bool:
        """Whether this is surely the earlier."""
        return self.latest < other.earliest

    def gap(self, other: Moment) -> float:
        """The least number of hours between the two."""
        return max(0.0, other.earliest - self.latest, self.earliest - other.latest)


def moment_of(value: str) -> Moment | None:
    """The interval of an ISO date or date-time; a zone that is not told is one of the region's."""
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        hours = (moment - _EPOCH).total_seconds() / 3600
        return Moment(hours, hours)
    hours = (moment.replace(tzinfo=datetime.UTC) - _EPOCH).total_seconds() / 3600
    whole_day = 24.0 if len(value) == len("2000-01-01") else 0.0
    return Moment(hours - _ZONE_EAST, hours - _ZONE_WEST + whole_day)


def appeared(page: Digest) -> Moment | None:
    """When the page appeared, from its own date or the range that it allows; null where open."""
    if page.published is not None:
        return moment_of(page.published)
    if page.published_range is not None:
        first, last = page.published_range
        earliest = moment_of(first) if first else None
        latest = moment_of(last) if last else None
        if earliest and latest and earliest.earliest <= latest.latest:
            return Moment(earliest.earliest, latest.latest)
    return None
