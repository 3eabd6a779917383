"""What a desk is started with, and the limits that hold for every request."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})

MOST_ASKED = 4_096
"""Bytes of a query string; a longer one is refused."""
MOST_BODY = 65_536
"""Bytes of a request's body."""
LONGEST_TEXT = 400
"""Code points of one parameter that is not an address."""
LONGEST_ID = 2_048
"""Code points of a parameter that names a page, a story, somebody."""
MOST_ROWS = 200
"""Rows on one page of a list."""
MOST_SECONDS = 10.0
"""What one request may spend in the record before it is stopped."""
READERS = 4
"""Read connections to the record."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address to listen on."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """One desk: its record, who may reach it, and whether it may write the user's own tables."""

    record: Path
    read_only: bool = False
    token: str | None = None
    """Asked of every request where it is set; :mod:`riwaya.web.security` takes it as a bearer or a cookie."""
    hosts: frozenset[str] = field(default=LOOPBACK_NAMES)
    """Names that a request's Host header may have, without the port; others are refused."""
    max_seconds: float = MOST_SECONDS
