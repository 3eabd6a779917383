"""Contacts as a calendar: iCalendar (RFC 5545, with RFC 7986), for any calendar program.

An event has the day or the instant that leads among the sources; what they say otherwise, and how many
independent origins stand behind each value, is in its description.  A contact whose day no page tells
has no place in a calendar: it is left out, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vDuration
from icalendar.prop import vCategory

from riwaya import __version__
from riwaya.export.iris import Iris, web_address
from riwaya.export.report.labels import Labels, Language
from riwaya.model import Field, MergedContact
from riwaya.store.reader import RecordReader
from riwaya.store.record import fields, leading

PLANNED = frozenset({"planned", "proposed", "postponed", "under_way", "cancelled", "declined"})
HELD = frozenset({"held"})
GROUPS = {"planned": PLANNED, "held": HELD}
"""The groups of contacts that can be asked for, by the status that leads."""

_STATUS = {
    "planned": "CONFIRMED", "under_way": "CONFIRMED", "held": "CONFIRMED", "proposed": "TENTATIVE",
    "postponed": "TENTATIVE", "cancelled": "CANCELLED", "declined": "CANCELLED",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")


@dataclass(slots=True)
class CalendarFile:
    """The calendar of some contacts; ``undated`` counts those that it leaves out, once it is written."""

    record: RecordReader
    iris: Iris
    language: Language = "ar"
    made_at: datetime | None = None
    written: int = 0
    undated: int = 0

    def pieces(self, contacts: Iterable[MergedContact]) -> Iterator[bytes]:
        """The file, event by event."""
        labels = Labels(self.language)
        calendar = Calendar()
        calendar.add("prodid", f"-//riwaya//{__version__}//{self.language.upper()}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("name", f"{labels('contacts')}: {self.record.path.stem}")
        head, _, tail = calendar.to_ical().rpartition(b"END:VCALENDAR")
        yield head
        stamp = (self.made_at or datetime.now(UTC)).replace(microsecond=0)
        for contact in contacts:
            when = _when(contact)
            if when is None:
                self.undated += 1
                continue
            self.written += 1
            yield self._event(contact, when, stamp, labels).to_ical()
        yield b"END:VCALENDAR" + tail

    def _event(
        self, contact: MergedContact, when: date | datetime, stamp: datetime, labels: Labels
    ) -> Event:
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, self.iris.of("contact", contact.id))))
        event.add("dtstamp", stamp)
        event.add("dtstart", when)
        length = _length(contact.duration)
        if isinstance(when, datetime) and length:
            event.add("duration", length)
        status = leading(contact.status) or ""
        if status in _STATUS:
            event.add("status", _STATUS[status])
        event.add("transp", "TRANSPARENT")
        parties = [labels.value(value.value, "parties") for value in contact.parties.values]
        kind = labels(leading(contact.kind) or "contact", "kind")
        event.add("summary", f"{kind}: {' – '.join(_plain(party) for party in parties)}")
        event.add("description", "\n".join(_lines(contact, labels)))
        event.add("categories", vCategory([kind, labels(status, "status")]))
        if contact.place and contact.place.values:
            event.add("location", _plain(labels.value(contact.place.values[0].value, "place")))
        if url := self._url(contact):
            event.add("url", url)
        event.add("x-riwaya-contact", contact.id)
        return event

    def _url(self, contact: MergedContact) -> str | None:
        """The first page of it on the web."""
        marks = ", ".join("?" * min(len(contact.pages), 500))
        row = self.record.db.execute(
            f"SELECT url FROM pages WHERE id IN ({marks}) AND url LIKE 'http%' "  # noqa: S608
            "ORDER BY published IS NULL, published, id LIMIT 1",
            contact.pages[:500],
        ).fetchone()
        return web_address(row[0]) if row else None


def _when(contact: MergedContact) -> date | datetime | None:
    """When it is, or is to be: an instant, else a day; None where no day is known."""
    values = [
        value.value
        for field in (contact.start, contact.scheduled_start)
        if field is not None
        for value in field.values
        if isinstance(value.value, str)
    ]
    for value in values:
        try:
            if _INSTANT.fullmatch(value):
                moment = datetime.fromisoformat(value)
                return moment.astimezone(UTC) if moment.tzinfo else moment
            if match := _DAY.match(value):
                return date.fromisoformat(match.group())
        except ValueError:
            continue
    return None


def _length(field: Field | None) -> timedelta | None:
    value = leading(field)
    if value is None:
        return None
    try:
        length: object = vDuration.from_ical(value)  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    return length if isinstance(length, timedelta) and timedelta(0) < length else None


def _lines(contact: MergedContact, labels: Labels) -> Iterator[str]:
    """Every value with the number of its pages and independent origins; what is disputed is said."""
    for name, field in fields(contact):
        disputed = f" [{labels('disputed', 'field_status')}]" if field.status == "disputed" else ""
        for value in field.values:
            least, most = value.independent, value.independent_max
            count = f"{least}" if least == most else f"{least}–{most}"
            shown = _plain(labels.value(value.value, name))
            yield (
                f"{labels(name, 'field')}{disputed}: {shown} "
                f"({labels('pages')}: {len(value.pages)}, {labels('origins')}: {count})"
            )


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
