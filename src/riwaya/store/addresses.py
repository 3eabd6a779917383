"""One spelling of a page's address, so that two readings of one page know each other."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|xtor|amp)(?:=|$)", re.IGNORECASE)


def url_address(url: str) -> str | None:
    """Scheme, ``www.``, fragment, tracking parameters and a final slash aside; None if no URL.

    >>> url_address("https://www.Example.net/news/7/?utm_source=x#top")
    '//example.net/news/7'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    if not host or parts.scheme not in ("http", "https", ""):
        return None
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p))
    path = unquote(parts.path).rstrip("/")
    if not (path or query):  # a front page: no page's own address, though some sites say so of all
        return None
    return f"//{host}{port}{path}" + (f"?{query}" if query else "")


def file_address(path: str) -> str:
    """A file's absolute path; what comes through standard input has none of its own."""
    return "file://" + str(Path(path).absolute())


def version_id(page_id: str, text_sha256: str) -> str:
    """The id of a page whose id was taken by another text: the first eight digits of its own hash."""
    return f"{page_id}@{text_sha256[:8]}"


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8: what corrections and ``same_as`` address a text by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
