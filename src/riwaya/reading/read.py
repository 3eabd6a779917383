"""From an item's bytes to a page, or to the reason why there is none."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from riwaya.model import Found, Hint, Page, SetAside
from riwaya.reading.blocks import find_blocks
from riwaya.reading.encoding import Decoded, declared_charset, decode
from riwaya.reading.html import MarkupError, page_from_html, page_from_html_record
from riwaya.reading.items import Item
from riwaya.reading.language import language_of, name_of
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.reasons import set_aside

MAX_TEXT = 1_000_000
"""How many code points a page's text may have: the longest articles stay under 200,000."""
MAX_LINES = 20_000
"""How many lines it may have."""
_LINE_END = re.compile(r"\n+|\r+")
_SURELY_BODY = 400
_BODY = frozenset({"paragraph", "subheading"})


def read_item(item: Item) -> Page | SetAside:
    """The page that an item's bytes are, or why it is set aside. Pure; never raises for bad input."""
    if item.kind == "record":
        return _record(item)
    declared = item.charset or (declared_charset(item.data) if item.kind == "html" else None)
    decoded = decode(item.data, declared)
    if item.kind == "html":
        try:
            page = page_from_html(item.id, decoded.text, url=item.url)
        except MarkupError as error:
            return set_aside(item.id, "bad_markup", why=str(error))
    else:
        page = page_from_text(item.id, decoded.text, url=item.url)
    return _checked(page, item, decoded)


def _checked(page: Page, item: Item, decoded: Decoded) -> Page | SetAside:
    """The page with its language and encoding, or set aside for what it is written in."""
    if len(page.text) > MAX_TEXT:
        return set_aside(page.id, "too_long", limit=MAX_TEXT, what="characters")
    if len(page.text) > MAX_LINES and len(_LINE_END.findall(page.text)) > MAX_LINES:
        return set_aside(page.id, "too_long", limit=MAX_LINES, what="lines")
    language = language_of(page.text)
    if language is None:
        why = "no letters" if page.text.strip() else "no text"
        return set_aside(page.id, "no_body", why=why)
    if language != "ar":
        return set_aside(page.id, "not_arabic", language=language, what=name_of(language))
    if not _has_body(page):
        return set_aside(page.id, "no_body", language=language, why="a title or furniture only")
    hints = page.hints
    if decoded.damaged:
        told = f"{decoded.damaged} places are not valid {decoded.encoding} and read as U+FFFD"
        hints = (*hints, Hint(kind="damage", value=told, basis="decoding"))
    return msgspec.structs.replace(
        page, language=language, encoding=decoded.encoding, raw_sha256=item.raw_sha256, hints=hints
    )


def _has_body(page: Page) -> bool:
    """Whether anything but a title and furniture stands on the page. Long pages are not asked."""
    title = next((hint.value.strip() for hint in page.hints if hint.kind == "title"), "")
    if page.format == "record" and title:
        return bool(page.text[len(title) :].strip())
    if not page.layout and len(page.text) > _SURELY_BODY:
        return True
    return any(block.role in _BODY for block in find_blocks(page, Found()))


def _record(item: Item) -> Page | SetAside:
    """A record's page: ``id``, ``title``, ``text`` (or ``html``) and the fields that become hints."""
    decoded = decode(item.data)
    try:
        record: Any = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        return set_aside(item.id, "bad_record", why=error.msg, column=error.colno)
    except (ValueError, RecursionError) as error:  # a number of many digits; nesting without end
        return set_aside(item.id, "bad_record", why=type(error).__name__, column=1)
    if not isinstance(record, dict):
        return set_aside(
            item.id, "bad_record", why=f"a {type(record).__name__}, not an object", column=1
        )
    record = {key: _sound(value) for key, value in record.items()}
    own = record.get("id")
    page_id = str(own) if isinstance(own, (str, int)) and str(own).strip() else item.id
    if not record.get("text") and isinstance(record.get("html"), str):
        return _html_record(page_id, record, item, decoded)
    return _checked(page_from_record(page_id, record), item, decoded)


def _sound(value: Any) -> Any:
    """A string without halves of surrogate pairs, which UTF-8 cannot hold; other values as they are."""
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value


def _html_record(
    page_id: str, record: dict[str, Any], item: Item, decoded: Decoded
) -> Page | SetAside:
    """A record whose body is markup (a feed's item): laid out, then read as a record."""
    try:
        page = page_from_html_record(page_id, record)
    except MarkupError as error:
        return set_aside(page_id, "bad_markup", why=str(error))
    return _checked(page, item, decoded)
