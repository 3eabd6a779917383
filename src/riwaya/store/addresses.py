"""By what pages and their texts are known in a record. Web addresses: :mod:`riwaya.reading.addresses`."""

from __future__ import annotations

import hashlib
from pathlib import Path


def file_address(path: str) -> str:
    """A file's absolute path; what comes through standard input has none of its own."""
    return "file://" + str(Path(path).absolute())


def version_id(page_id: str, text_sha256: str) -> str:
    """The id of a page whose id was taken by another text: the first eight digits of its own hash."""
    return f"{page_id}@{text_sha256[:8]}"


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8: what corrections and ``same_as`` address a text by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
