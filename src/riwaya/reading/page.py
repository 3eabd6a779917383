"""Making a :class:`~riwaya.model.Page`: from decoded text, or from a record's fields."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from riwaya.model import Hint, Page

RECORD_HINTS = ("title", "outlet", "published", "author", "url", "section", "updated")


def page_from_text(page_id: str, text: str, *, language: str = "ar", **extra: Any) -> Page:
    """A page of plain text: ``text`` is kept exactly as decoded."""
    fields: dict[str, Any] = {"format": "text", **extra}
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Page(id=page_id, text=text, language=language, sha256=digest, **fields)


def page_from_record(page_id: str, record: Mapping[str, Any], *, language: str = "ar") -> Page:
    """A page of a record: its title, a blank line, and its text; the other fields become hints."""
    title = str(record.get("title") or "").strip()
    text = str(record.get("text") or "")
    whole = f"{title}\n\n{text}" if title else text
    hints = tuple(
        Hint(kind=kind, value=str(record[kind]), basis="metadata")
        for kind in RECORD_HINTS
        if record.get(kind)
    )
    url = record.get("url")
    return page_from_text(
        page_id,
        whole,
        language=language,
        format="record",
        hints=hints,
        url=str(url) if url else None,
    )
