"""IRIs for what a record holds, so that other data can refer to it.

Without a base they are ``urn:riwaya:…``: names that lead nowhere and mean something only beside the
record.  With the base of a desk's REST interface (``https://desk.example/api/v1/``) they are the
addresses under which it answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, quote, urlsplit

from riwaya.errors import RiwayaError

NAMESPACE = "urn:riwaya:terms#"
"""The terms that no published vocabulary has."""
Thing = Literal["page", "story", "contact", "claim", "entity", "statement"]


@dataclass(frozen=True, slots=True)
class Iris:
    """IRIs under one base; error ``usage`` where it is no absolute http(s) address."""

    base: str | None = None
    joined: Mapping[str, str] = field(default_factory=dict)
    """What an entity's id stands for now, where the corpus or a user joined it to another."""

    def __post_init__(self) -> None:
        if self.base is None:
            return
        if _web_parts(self.base) is None or not self.base.isprintable() or " " in self.base:
            raise RiwayaError("usage", why=f"--base: no absolute http(s) address: {self.base}")

    def of(self, thing: Thing, key: str, part: str | None = None) -> str:
        """The IRI of a thing by its id; of a part of it (a page's statement) where given."""
        whole = _quoted(key)
        if self.base is None:
            return f"urn:riwaya:{thing}:{whole}" + (f":{_quoted(part)}" if part else "")
        base = self.base.rstrip("/")
        if part:
            return f"{base}/{thing}?page={whole}&id={_quoted(part)}"
        return f"{base}/{thing}?id={whole}"

    def entity(self, key: str) -> str:
        """The IRI of somebody, under the id that stands for all of theirs."""
        return self.of("entity", self.joined.get(key, key))


def web_address(url: str | None) -> str | None:
    """A page's URL as an IRI that leads to the web: None for any other scheme (``javascript:``)."""
    if url is None or _web_parts(url) is None:
        return None
    return quote(url.strip(), safe="%/:=&?~#+!$,;'@()*")


def _web_parts(url: str) -> SplitResult | None:
    """The parts of an http(s) address."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
