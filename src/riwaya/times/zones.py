"""Time zones as texts name them (بتوقيت موسكو، ت.غ، بالتوقيت المحلي) and their offsets on a date.

Names come from CLDR (cities and one-zone countries) and from this room's own list; offsets from
the IANA time zone database.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.core import get_global

from riwaya.times.lexicon import data, phrase
from riwaya.times.row import Row

LOCAL = "local"
"""Told as the local time of a place that is not named: the offset stays open."""

UNKNOWN = "?"
"""Told, but of a place whose zone is not known or not one."""

_LEADS = frozenset({"بتوقيت", "توقيت", "بالتوقيت", "التوقيت", "وبتوقيت", "لتوقيت"})
_BEFORE_LEAD = frozenset({"بحسب", "حسب", "وفق", "وفقا", "ل"})


@cache
def _names() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Folded first word → (further words, zone), longest first; own list over CLDR."""
    out: dict[tuple[str, ...], str] = {}
    locale = Locale.parse("ar")
    for country, zones in get_global("territory_zones").items():
        name = locale.territories.get(country)
        if name and len(zones) == 1:
            out[phrase(name)] = zones[0]
    for zone, names in locale.time_zones.items():
        if city := names.get("city"):
            out[phrase(city)] = zone
    lists = data("zones")
    for group in ("zones", "abbreviations"):
        for zone, forms in lists[group].items():
            out.update({phrase(form): zone for form in forms})
    out.update({phrase(form): LOCAL for form in lists["local"]["forms"]})
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, zone in out.items():
        if words:
            table.setdefault(words[0], []).append((words[1:], zone))
    return {k: tuple(sorted(v, key=lambda rest: -len(rest[0]))) for k, v in table.items()}


@cache
def _bare() -> frozenset[tuple[str, ...]]:
    """Names that need no بتوقيت before them: غرينتش، ت.غ، GMT، EST."""
    lists = data("zones")
    long = [f for f in lists["zones"]["UTC"] if len(f) > 1 and not f.startswith("ال")]
    short = [f for forms in lists["abbreviations"].values() for f in forms]
    return frozenset(map(phrase, [*long, *short]))


def _name_at(row: Row, at: int) -> Iterator[tuple[tuple[str, ...], str, int]]:
    for rest, zone in _names().get(row.key(at), ()):
        if not rest or row.keys(at + 1, len(rest)) == rest:
            yield (row.key(at), *rest), zone, at + 1 + len(rest)


def read_zone(row: Row, at: int) -> tuple[str, int] | None:
    """The zone told at token ``at``, and the index behind it."""
    start = at
    while row.key(at) in _BEFORE_LEAD:
        at += 1
    if row.key(at) in _LEADS:
        for _, zone, behind in _name_at(row, at + 1):
            return _shifted(row, zone, behind)
        if at + 1 < len(row.tokens) and (row.kind(at + 1) == "word"):
            return UNKNOWN, at + 2
        return None
    if at != start:
        return None
    for words, zone, behind in _name_at(row, at):
        if words in _bare():
            return _shifted(row, zone, behind)
    return None


def _shifted(row: Row, zone: str, at: int) -> tuple[str, int]:
    """GMT+3, غرينتش +3: a fixed offset from the zone."""
    if zone == "UTC" and row.key(at) in ("+", "-") and row.is_digits(at + 1, 2):
        hours = int(row.key(at + 1))
        if hours <= 14:
            return f"{row.key(at)}{hours:02d}:00", at + 2
    return zone, at


@lru_cache(maxsize=256)
def _zone(name: str) -> dt.tzinfo | None:
    if name[:1] in "+-":
        sign = -1 if name[0] == "-" else 1
        return dt.timezone(sign * dt.timedelta(hours=int(name[1:3]), minutes=int(name[4:6])))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


_PROBED_YEARS = range(2017, 2027)


@lru_cache(maxsize=256)
def _constant(name: str) -> dt.timedelta | None:
    """The offset that a zone has had all year through for ten years, or ``None``."""
    zone = _zone(name)
    moments = (dt.datetime(y, m, 15, 12, tzinfo=zone) for y in _PROBED_YEARS for m in (1, 4, 7, 10))
    offsets = {moment.utcoffset() for moment in moments}
    return offsets.pop() if len(offsets) == 1 else None


def offset(zone: str | None, moment: dt.datetime | None) -> dt.timedelta | None:
    """The zone's offset from UTC at a local moment, or where it is constant; ``None`` if unknown."""
    if zone in (None, LOCAL, UNKNOWN):
        return None
    assert zone is not None
    found = _zone(zone)
    if found is None:
        return None
    if moment is None:
        return _constant(zone)
    return moment.replace(tzinfo=found).utcoffset()


def written(delta: dt.timedelta | None) -> str:
    """An offset as ISO 8601 has it: ``+03:00``, ``Z``, or nothing where it is unknown."""
    if delta is None:
        return ""
    minutes = round(delta.total_seconds() / 60)
    if minutes == 0:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
