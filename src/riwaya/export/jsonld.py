"""JSON-LD documents written node by node, and the contexts that they need, bundled.

No reader of these files has to ask the network: :func:`bundled_context` has the terms that the exports
use of a context that they name by its address (JSON-LD 1.1, https://www.w3.org/TR/json-ld11/).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, cast

import msgspec

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BUNDLED = {ANNOTATION_CONTEXT: "anno.jsonld"}


def bundled_context(address: str) -> dict[str, Any]:
    """The document that stands for a context's address; :class:`KeyError` for one that we do not name."""
    source = files("riwaya").joinpath("data", "export", _BUNDLED[address])
    return cast("dict[str, Any]", msgspec.json.decode(source.read_bytes()))


def document(
    head: Mapping[str, Any], key: str, nodes: Iterable[Mapping[str, Any]]
) -> Iterator[bytes]:
    """``head`` and, under ``key``, the nodes, one a line."""
    yield msgspec.json.encode(head)[:-1] + b"," + msgspec.json.encode(key) + b":["
    for number, node in enumerate(nodes):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(node)
    yield b"\n]}\n"
