"""What answers hold: a feed's entries, each as a record, and whether that is all of the article; a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urljoin

from riwaya.model import SetAside
from riwaya.reading.item import Item
from riwaya.reading.items import expand
from riwaya.reading.reasons import set_aside
from riwaya.reading.web.shapes import Fetched
from riwaya.reading.web.source import Web, is_web

PagesWanted = Literal["auto", "always", "never"]
"""Whether to fetch the pages that entries link to: where the feed gives only a summary, all, or none."""

FULL = 600
"""Characters of text from which an entry counts as the whole article: summaries are a paragraph at most."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
"""Ids that are addresses, tags or URNs: nobody else has them."""
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: a record to read, or, where ``link`` is given, a page to fetch."""

    item: Item
    link: str | None = None


class _Given(Web):
    """An answer that is there already, for :func:`expand`."""

    def __init__(self, answer: Fetched) -> None:
        super().__init__()
        self._answer = answer

    def open(self, url: str) -> Fetched | SetAside:
        return self._answer


class NoFeedError(Exception):
    """The address answers with something else."""


def entries(answer: Fetched, wanted: PagesWanted) -> Iterator[Entry | SetAside]:
    """The entries of an answer; :class:`NoFeedError` where it is a page or plain text.

    The id of an item is the feed's address and the entry's own id, which stay the same when entries
    before it go.
    """
    readable = unreadable = 0
    for one in expand([answer.url], web=_Given(answer)):
        if isinstance(one, SetAside):
            if one.id == answer.url:
                if one.reason == "empty" and answer.data.strip():
                    return  # a feed without entries is a quiet one
                raise NoFeedError(one.detail)
            yield one
        elif one.kind != "record":
            raise NoFeedError("it answers with a page, not with a feed")
        else:
            record = _record(one)
            readable, unreadable = readable + (record is not None), unreadable + (record is None)
            yield Entry(one) if record is None else _entry(one, record, answer, wanted)
    if unreadable and not readable:
        raise NoFeedError("its JSON is cut off or malformed")


def page(answer: Fetched) -> Item | SetAside:
    """The page that an entry links to, of whatever kind; a feed, list or archive is set aside."""
    one = next(expand([answer.url], web=_Given(answer)), None)
    if isinstance(one, SetAside) and one.id == answer.url:
        return one
    if isinstance(one, Item) and one.id == answer.url and one.kind != "record":
        return one
    what = f"{answer.content_type or 'what the address gives'}, no page,"
    return set_aside(answer.url, "unsupported", what=what, todo="give it to riwaya build")


def _record(item: Item) -> dict[str, Any] | None:
    try:
        record = json.loads(item.data)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _entry(item: Item, record: dict[str, Any], answer: Fetched, wanted: PagesWanted) -> Entry:
    links = (_absolute(answer.final_url, record.get(key)) for key in ("url", "link"))
    link = next(filter(None, links), None)
    key = record.get("id") or link or item.raw_sha256  # its place in the feed changes
    if "id" in record and not _SCHEME.match(str(key)):  # a bare number is another feed's too
        record["id"] = f"{answer.url}#{key}"
        item = replace(item, data=json.dumps(record, ensure_ascii=False).encode("utf-8", "replace"))
    item = replace(item, id=f"{answer.url}#{key}", origin=answer.url)
    whole = max(_length(record.get(name)) for name in ("html", "text", "content_html", "summary"))
    if link and wanted != "never" and (wanted == "always" or whole < FULL):
        return Entry(item, link)
    return Entry(item)


def _absolute(base: str, link: object) -> str | None:
    """A link as a web address; None where it is none."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        address = urljoin(base, link.strip())
    except ValueError:
        return None
    return address if is_web(address) else None


def _length(value: object) -> int:
    return len(" ".join(_TAG.sub(" ", value).split())) if isinstance(value, str) else 0
