"""One page's bytes, as found: what worker processes are given."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["text", "html", "record"]


@dataclass(frozen=True)
class Item:
    """One page's bytes, and where they came from.

    ``id`` is the path, ``FILE#LINE`` or URL under which the page is known, ``origin`` the file;
    ``url`` and ``charset`` are what an archive tells beside the bytes.  Picklable.
    """

    id: str
    data: bytes
    kind: Kind
    origin: str
    url: str | None = None
    charset: str | None = None

    @cached_property
    def raw_sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
