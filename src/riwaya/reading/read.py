"""From an item's bytes to a page."""

from __future__ import annotations

import json

from riwaya.model import Page, SetAside
from riwaya.reading.items import Item
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.reasons import set_aside


def read_item(item: Item) -> Page | SetAside:
    """The page that an item's bytes are, or why it is set aside. Pure; never raises for bad input."""
    text = item.data.decode("utf-8", "replace")
    if item.kind == "record":
        try:
            record = json.loads(text)
        except ValueError as error:
            return set_aside(item.id, "bad_record", why=str(error), column=0)
        return page_from_record(str(record.get("id") or item.id), record)
    return page_from_text(item.id, text, raw_sha256=item.raw_sha256)
