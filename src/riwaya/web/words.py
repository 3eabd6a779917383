"""The desk's own words in Arabic and English, and dates, lengths and counts written for a reader."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date

from riwaya.export.report.labels import Language

__all__ = ["LANGUAGES", "Language", "Words"]

LANGUAGES: tuple[Language, ...] = ("ar", "en")
_PLURALS = ("zero", "one", "two", "few", "many", "other")
_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = ("weeks", "days", "hours", "minutes")
_SHAPES = {
    "short": {"ar": "d MMM y", "en": "d MMM y"},
    "full": {"ar": "EEEE d MMMM y", "en": "EEEE d MMMM y"},
    "day": {"ar": "EEEE d MMMM", "en": "EEEE d MMMM"},
    "month": {"ar": "MMMM y", "en": "MMMM y"},
    "weekday": {"ar": "EEEE", "en": "EEE"},
}


@cache
def _table() -> dict[str, dict[str, Any]]:
    """Both tables: what the desk says itself goes before what it shares with the report."""
    merged: dict[str, dict[str, Any]] = {}
    for folder, name in (("export", "labels.toml"), ("web", "desk.toml")):
        text = files("riwaya").joinpath("data", folder, name).read_text("utf-8")
        for group, entries in tomllib.loads(text).items():
            merged.setdefault(group, {}).update(entries)
    return merged


_locale = cache(Locale)
"""A language's formats: reading them takes longer than writing a date."""


@dataclass(frozen=True, slots=True)
class Words:
    """Labels and formats of one language; an unknown code is shown as it is."""

    language: Language

    def __call__(self, code: str | None, group: str = "interface") -> str:
        if code is None:
            return ""
        pair = _table().get(group, {}).get(code)
        return str(pair[self.language == "en"]) if pair else code.replace("_", " ")

    def count(self, number: int, things: str) -> str:
        """``3 pages``, ``صفحتان``: a number with its noun in the right form."""
        entry = _table()["count"][things]
        forms = entry[self.language]
        written = f"{number:,}"
        if self.language == "en":
            return f"{written} {forms[number != 1]}"
        form = forms[_PLURALS.index(_locale("ar").plural_form(number))]
        return str(form).replace("#", written)

    def date(self, value: str | None, shape: str = "short") -> str:
        """The day of an ISO date or date-time, or a month, in words; as it stands where it is none."""
        if not value:
            return self("undated")
        try:
            if len(value) == 7:
                day, shape = date.fromisoformat(f"{value}-01"), "month"
            else:
                day = date.fromisoformat(value[:10])
        except ValueError:
            return value
        return str(format_date(day, _SHAPES[shape][self.language], locale=_locale(self.language)))

    def clock(self, value: str | None) -> str:
        """``18:15`` with its zone, or nothing where the value is a whole day."""
        if not value or len(value) < 16 or value[10] != "T":
            return ""
        try:
            moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError:
            return ""
        offset = moment.strftime("%z")
        zone = f" UTC{offset[:3]}:{offset[3:5]}" if offset else ""
        return f"{moment:%H:%M}{zone.replace('UTC+00:00', 'UTC')}"

    def time(self, value: str | None, shape: str = "short") -> str:
        """Day and clock time of a TIMEX3 value."""
        clock = self.clock(value)
        comma = "، " if self.language == "ar" else ", "
        return self.date(value, shape) + (comma + clock if clock else "")

    def duration(self, value: str) -> str:
        """An ISO 8601 duration in words; as it stands where it is another."""
        match = _DURATION.fullmatch(value)
        if not match or not any(match.groups()):
            return value
        parts = [
            self.count(int(number), unit)
            for number, unit in zip(match.groups(), _UNITS, strict=True)
            if number
        ]
        return (" و" if self.language == "ar" else " ").join(parts)

    def delay(self, minutes: float | None) -> str:
        """A delay in the largest unit that tells enough; a dash where it is not known."""
        if minutes is None:
            return "–"
        if minutes < 90:
            return self.count(round(minutes), "minutes")
        if minutes < 36 * 60:
            return self.count(round(minutes / 60), "hours")
        return self.count(round(minutes / 1440), "days")

    def listed(self, items: list[str]) -> str:
        """Items with the comma of the language."""
        return ("، " if self.language == "ar" else ", ").join(items)
