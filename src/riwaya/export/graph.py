"""Who draws on whom, as a directed graph in GraphML (http://graphml.graphdrawing.org/).

Nodes are outlets, agencies and whoever passes something on.  An edge leads from who draws to who is drawn
on; ``kind`` says how it is known: ``names`` (the page names it as its source), ``copies`` (a passage that
the other had earlier), ``relays`` (a statement that a teller has from the next one in its chain), and
``quotes`` (a statement that an outlet has from its outermost teller or speaker).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from riwaya.store.reader import RecordReader

Edge = tuple[str, str, int, int, int, float | None]
"""From, to, how often, on how many pages, code points copied, median delay in minutes."""

_KEYS = (
    ("name", "node", "string"), ("type", "node", "string"), ("pages", "node", "long"),
    ("kind", "edge", "string"), ("weight", "edge", "long"), ("on_pages", "edge", "long"),
    ("chars", "edge", "long"), ("minutes", "edge", "double"),
)  # fmt: skip
_OUTLET = "COALESCE(p.outlet_entity, p.outlet)"


def _names(db: sqlite3.Connection) -> Iterator[Edge]:
    yield from db.execute(
        f"SELECT {_OUTLET}, COALESCE(s.entity, s.name), COUNT(*), COUNT(DISTINCT p.n), 0, NULL "  # noqa: S608
        "FROM page_sources s JOIN pages p ON p.n = s.page WHERE s.kind <> 'unnamed' "
        f"AND COALESCE(s.entity, s.name) IS NOT NULL AND {_OUTLET} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )


def _copies(db: sqlite3.Connection) -> Iterator[Edge]:
    yield from db.execute(
        "SELECT later, earlier, passages, pages, chars, minutes FROM outlet_links ORDER BY 1, 2"
    )


def _relays(db: sqlite3.Connection) -> Iterator[Edge]:
    """From each link of a chain to the next."""
    yield from db.execute(
        "SELECT a.value, b.value, COUNT(*), COUNT(DISTINCT s.page), 0, NULL FROM statements s, "
        "json_each(s.chain) a JOIN json_each(s.chain) b ON b.key = a.key + 1 "
        "WHERE a.value <> '' AND b.value <> '' GROUP BY 1, 2 ORDER BY 1, 2"
    )


def _quotes(db: sqlite3.Connection) -> Iterator[Edge]:
    """From the outlet to the first link of a chain."""
    yield from db.execute(
        f"SELECT {_OUTLET}, json_extract(s.chain, '$[0]'), COUNT(*), COUNT(DISTINCT p.n), 0, NULL "  # noqa: S608
        f"FROM statements s JOIN pages p ON p.n = s.page WHERE {_OUTLET} IS NOT NULL "
        "AND COALESCE(json_extract(s.chain, '$[0]'), '') <> '' GROUP BY 1, 2 ORDER BY 1, 2"
    )


EDGES: dict[str, Callable[[sqlite3.Connection], Iterator[Edge]]] = {
    "names": _names, "copies": _copies, "relays": _relays, "quotes": _quotes,
}  # fmt: skip
"""The kinds of edges, by name."""


def source_graph(record: RecordReader, kinds: tuple[str, ...] | list[str]) -> Iterator[bytes]:
    """The graph as GraphML: the nodes first, and each only where an edge has it."""
    db = record.db
    joined: dict[str, str] = dict(db.execute("SELECT alias, entity FROM aliases"))
    edges: dict[tuple[str, str, str], Edge] = {}
    for kind in kinds:
        for edge in EDGES[kind](db):
            _add(edges, kind, joined, edge)
    ends = sorted({end for key in edges for end in key[1:]})
    yield _head().encode()
    numbers = {end: f"n{number}" for number, end in enumerate(ends)}
    told = _told(db)
    for end in ends:
        name, kind, pages = told.get(end, (end, "", 0))
        data = _data({"name": name, "type": kind or "unknown", "pages": pages})
        yield f'  <node id="{numbers[end]}">{data}</node>\n'.encode()
    for (kind, source, target), edge in sorted(edges.items()):
        _, _, weight, pages, chars, minutes = edge
        data = _data(
            {
                "kind": kind, "weight": weight, "on_pages": pages, "chars": chars or None,
                "minutes": minutes,
            }
        )  # fmt: skip
        ends_ = f'source="{numbers[source]}" target="{numbers[target]}"'
        yield f"  <edge {ends_}>{data}</edge>\n".encode()
    yield b" </graph>\n</graphml>\n"


def _add(
    edges: dict[tuple[str, str, str], Edge], kind: str, joined: dict[str, str], edge: Edge
) -> None:
    """Edges of ids that are one are one; nobody draws on himself."""
    source, target = (joined.get(end, end) for end in edge[:2])
    if source == target:
        return
    key = (kind, source, target)
    if (known := edges.get(key)) is not None:
        edge = (*edge[:2], known[2] + edge[2], known[3] + edge[3], known[4] + edge[4], None)
    edges[key] = edge


def _told(db: sqlite3.Connection) -> dict[str, tuple[str, str, int]]:
    """By id: name, type, and how many pages it has (an outlet) or is named on."""
    told = {
        key: (name, kind, pages)
        for key, name, kind, pages in db.execute("SELECT id, name, type, pages FROM entities")
    }
    told |= {
        key: (name, "outlet", pages)
        for key, name, pages in db.execute("SELECT outlet, name, pages FROM outlet_sums")
    }
    return told


def _head() -> str:
    keys = "".join(
        f' <key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
        for name, of, kind in _KEYS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'{keys} <graph id="sources" edgedefault="directed">\n'
    )


def _data(values: dict[str, Any]) -> str:
    return "".join(
        f"<data key={quoteattr(key)}>{escape(_legal(str(value)))}</data>"
        for key, value in values.items()
        if value is not None
    )


def _legal(text: str) -> str:
    """Without the characters that XML 1.0 does not have."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r"
        or ("\x20" <= c <= "\ud7ff")
        or ("\ue000" <= c <= "\ufffd")
        or c >= "\U00010000"
    )
