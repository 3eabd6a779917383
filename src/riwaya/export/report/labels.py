"""The words of the views, in Arabic and English, and values written for a reader."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Literal

from babel.dates import format_date

from riwaya.model import Ref

Language = Literal["ar", "en"]

_ARABIC = re.compile(r"[\u0621-\u064A]")
_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = {"ar": ("أسبوع", "يوم", "ساعة", "دقيقة"), "en": ("weeks", "days", "hours", "minutes")}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    source = files("riwaya").joinpath("data", "export", "labels.toml")
    return tomllib.loads(source.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels and formats of one language; an unknown code is shown as it is."""

    language: Language

    def __call__(self, code: str, group: str = "interface") -> str:
        pair = _table().get(group, {}).get(code)
        return pair[self.language == "en"] if pair else code.replace("_", " ")

    def name(self, ref: Ref) -> str:
        """A reference by the name that a reader of this language knows."""
        wanted = self.language == "ar"
        forms = [form for form in (ref.name, *ref.names) if form]
        fitting = [form for form in forms if bool(_ARABIC.search(form)) == wanted]
        return (fitting or forms or [ref.entity or ""])[0]

    def value(self, value: str | Ref, field: str) -> str:
        """A contact's value: a reference, a code of the model, a time, a duration, or words."""
        if isinstance(value, Ref):
            return self.name(value)
        if field in ("kind", "status"):
            return self(value, field)
        if field in ("start", "scheduled_start", "date"):
            return self.time(value)
        if field == "duration":
            return self.duration(value)
        return value

    def time(self, value: str) -> str:
        """A TIMEX3 value in words where it is a full day or instant, as it stands otherwise."""
        try:
            if len(value) == 10:
                return str(format_date(date.fromisoformat(value), "full", locale=self.language))
            moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError:
            return value
        day = format_date(moment.date(), "full", locale=self.language)
        zone = value[16:] if len(value) > 16 else ""
        return (
            f"{day}، {moment:%H:%M} {zone}".strip()
            if self.language == "ar"
            else f"{day}, {moment:%H:%M} {zone}".strip()
        )

    def duration(self, value: str) -> str:
        """An ISO 8601 duration in words."""
        match = _DURATION.fullmatch(value)
        if not match or not any(match.groups()):
            return value
        parts = [
            f"{n} {u}" for n, u in zip(match.groups(), _UNITS[self.language], strict=True) if n
        ]
        return " ".join(parts)
