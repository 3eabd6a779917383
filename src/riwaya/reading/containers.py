"""Files that hold many pages in a shape of their own: feeds, web archives, Parquet, JSON arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from riwaya.model import SetAside
from riwaya.reading.chunks import Chunks
from riwaya.reading.reasons import set_aside
from riwaya.reading.sniffing import Content

if TYPE_CHECKING:
    from riwaya.reading.items import Item


def open_container(
    name: str, chunks: Chunks, kind: Content, limit: int
) -> Iterator[Item | SetAside]:
    """The pages of a container; ``limit`` is the most bytes that one page may have."""
    yield set_aside(name, "unsupported", what=f"a file of kind {kind}", todo="give JSON lines")
