"""The source graph, read by networkx."""

from __future__ import annotations

import io

import networkx
import pytest
from exported import exported
from lxml import etree

from riwaya.export.graph import EDGES
from riwaya.store.reader import RecordReader


def graph(reader: RecordReader, only: str | None = None) -> networkx.MultiDiGraph:
    data = exported(reader, "graphml", only=only)
    return networkx.read_graphml(io.BytesIO(data), force_multigraph=True)


def test_every_kind_of_edge_is_there_and_nobody_draws_on_himself(reader: RecordReader) -> None:
    found = graph(reader)
    assert found.is_directed()
    kinds = {kind for _, _, kind in found.edges(data="kind")}
    assert kinds == set(EDGES)
    assert not list(networkx.selfloop_edges(found))
    assert all(weight > 0 for _, _, weight in found.edges(data="weight"))


def test_relays_are_the_links_of_the_chains(reader: RecordReader) -> None:
    found = graph(reader, "relays")
    total = sum(weight for _, _, weight in found.edges(data="weight"))
    links = [
        (a, b)
        for s in reader.statements()
        for a, b in zip(s.chain, s.chain[1:], strict=False)
        if a and b and a != b
    ]
    assert total == len(links)


def test_one_kind_alone(reader: RecordReader) -> None:
    found = graph(reader, "copies")
    assert {kind for _, _, kind in found.edges(data="kind")} == {"copies"}
    assert all(chars > 0 for _, _, chars in found.edges(data="chars"))


def test_names_are_text(reader: RecordReader) -> None:
    found = graph(reader)
    names = set(dict(found.nodes(data="name")).values())
    assert "<img src=x>" in names
    assert any("\u0621" <= name[0] <= "\u064a" for name in names)


@pytest.mark.parametrize("only", [None, "names"])
def test_it_is_well_formed(reader: RecordReader, only: str | None) -> None:
    root = etree.fromstring(exported(reader, "graphml", only=only))
    assert root.tag == "{http://graphml.graphdrawing.org/xmlns}graphml"
