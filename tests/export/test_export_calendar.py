"""The calendar, read by two libraries: the one that wrote it, strictly, and another."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject
from exported import exported

from riwaya.export.calendar import _when
from riwaya.model import Field, FieldValue, MergedContact
from riwaya.store.reader import RecordReader


def events(data: bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    found = list(calendar.walk("VEVENT"))
    assert not any(event.errors for event in found)
    return found


def test_planned_contacts_stand_on_their_day(reader: RecordReader) -> None:
    found = events(exported(reader, "ics"))
    planned = [c for c in reader.contacts() if c.status.values[0].value == "planned" and _when(c)]
    assert planned
    assert {str(e["X-RIWAYA-CONTACT"]) for e in found} == {c.id for c in planned}
    (meeting,) = (e for e in found if isinstance(e.decoded("DTSTART"), datetime))
    assert meeting.decoded("DTSTART") == datetime(2010, 5, 12, 14, 30, tzinfo=UTC)
    assert str(meeting["STATUS"]) == "CONFIRMED"
    assert "موانغي" in str(meeting["SUMMARY"])


def test_another_library_reads_the_same_events(reader: RecordReader) -> None:
    data = exported(reader, "ics", only="planned,held")
    ours = {str(e["UID"]): str(e["SUMMARY"]) for e in events(data)}
    theirs = vobject.readOne(data.decode("utf-8"))
    assert {e.uid.value: e.summary.value for e in theirs.vevent_list} == ours
    assert len(ours) > 2


def test_lines_are_folded_within_75_octets_and_ended_as_the_standard_says(
    reader: RecordReader,
) -> None:
    data = exported(reader, "ics", only="planned,held")
    assert data.count(b"\n") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


def test_what_is_disputed_is_said_with_its_values(reader: RecordReader) -> None:
    found = events(exported(reader, "ics", only="held", language="en"))
    texts = [str(e["DESCRIPTION"]) for e in found]
    assert any("disputed" in text for text in texts)
    assert all("Independent origins" in text for text in texts)


def test_a_hostile_record_adds_no_event_and_no_property(reader: RecordReader) -> None:
    data = exported(reader, "ics", only="planned,held")
    assert data.count(b"BEGIN:VEVENT") == len(events(data))
    assert b"\r\nURL:javascript" not in data


def _contact(start: str | None, scheduled: str | None = None) -> MergedContact:
    def field(value: str | None) -> Field | None:
        if value is None:
            return None
        told = FieldValue(
            value=value,
            pages=("a",),
            evidence=(),
            according_to=(),
            origins=(),
            independent=0,
            independent_max=1,
        )
        return Field(values=(told,), status="single")

    kind = field("meeting")
    assert kind is not None
    return MergedContact(
        id="c", pages=("a",), story=None, parties=kind, kind=kind, status=kind,
        start=field(start), scheduled_start=field(scheduled),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "scheduled", "when"),
    [
        ("2021-12-30T23:35+03:00", None, datetime(2021, 12, 30, 20, 35, tzinfo=UTC)),
        ("2021-12-30T23:35", None, datetime(2021, 12, 30, 23, 35)),
        ("2021-12-30", None, date(2021, 12, 30)),
        ("2021-12-30TEV", None, date(2021, 12, 30)),
        (None, "2021-12-30", date(2021, 12, 30)),
        ("XXXX-12-30", "2021-12-30", date(2021, 12, 30)),
        ("2021-12", None, None),
        ("2021-02-30", None, None),
        ("XXXX-WXX-3", None, None),
        ("T23:35", None, None),
        (None, None, None),
    ],
)
def test_only_a_known_day_has_a_place(
    start: str | None, scheduled: str | None, when: date | datetime | None
) -> None:
    assert _when(_contact(start, scheduled)) == when


def test_what_has_no_day_is_told(reader: RecordReader) -> None:
    notes: list[str] = []
    undated = [
        c
        for c in reader.contacts()
        if not _when(c) and c.status.values[0].value in ("held", "planned")
    ]
    exported(reader, "ics", only="planned,held", note=notes.append)
    assert bool(notes) == bool(undated)
