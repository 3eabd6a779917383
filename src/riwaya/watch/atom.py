"""Events as an Atom feed (RFC 4287), a file that any feed reader takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from riwaya import __version__
from riwaya.brief.moments import length
from riwaya.export.files import write_file
from riwaya.export.iris import web_address
from riwaya.store.moment import now
from riwaya.watch.state import Event

MOST_ENTRIES = 200
_ATOM = "http://www.w3.org/2005/Atom"


def write_feed(output: Path, record: str, watch_id: str, events: Sequence[Event]) -> None:
    """Write the events, the newest first; the file appears only when it is whole.

    Error ``output_failed``.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item] # the stubs know no default
    _add(feed, "id", f"urn:uuid:{watch_id}")
    _add(feed, "title", f"رواية: {record}")
    _add(feed, "updated", events[0].made_at if events else now())
    _add(_add(feed, "author"), "name", "riwaya")
    _add(feed, "generator", "riwaya", version=__version__)
    for event in events:
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:uuid:{event_id(watch_id, event)}")
        _add(entry, "title", event.title)
        _add(entry, "updated", event.made_at)
        _add(entry, "category", term=event.kind)
        for address in dict.fromkeys(_addresses(event.data)):
            _add(entry, "link", rel="related", href=address)
        _add(entry, "content", "\n".join(_lines(event)), type="text")
    data = etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    write_file(output, [data])


def event_id(watch_id: str, event: Event) -> str:
    """A UUID: the same for ever, and of no other record's event."""
    return str(uuid5(UUID(watch_id), str(event.n)))


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    for key, value in attributes.items():
        child.set(key, _legal(value))
    if text is not None:
        child.text = _legal(text)
    return child


def _addresses(data: dict[str, Any]) -> Iterator[str]:
    """The web addresses of the pages that an event is about."""
    spans = [span for value in data.get("values", ()) for span in value["evidence"]]
    for page in (data.get("page", {}), *spans):
        if address := web_address(page.get("url")):
            yield address


def _lines(event: Event) -> Iterator[str]:
    data = event.data
    if event.kind == "match":
        page = data["page"]
        yield " · ".join(filter(None, (page["outlet"], page["published"], page["id"])))
        yield data["snippet"]
        return
    if data["story"]["title"]:
        yield data["story"]["title"]
    for value in data["values"]:
        who = "، ".join(data["names"].get(one, one) for one in value["according_to"])
        said = _in_words(data["field"], value["value"])
        yield f"{said} ({who})" if who else said
        for span in value["evidence"]:
            yield f"  «{span['quote']}» {span['page']}"


def _in_words(field: str, value: str) -> str:
    return (length(value, "ar") if field == "duration" else None) or value


def _legal(text: str) -> str:
    """Without the characters that XML 1.0 does not have."""
    return "".join(
        c
        for c in text
        if c in "\t\n" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
