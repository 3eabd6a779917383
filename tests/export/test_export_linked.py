"""The linked-data exports, read by rdflib and held against SHACL shapes written from the specifications."""

from __future__ import annotations

import json
import socket
from typing import Any

import pyshacl
import pytest
from exported import exported
from rdflib import PROV, RDF, Graph, Namespace, URIRef

from riwaya.errors import RiwayaError
from riwaya.export.iris import Iris
from riwaya.export.jsonld import ANNOTATION_CONTEXT, bundled_context
from riwaya.store.reader import RecordReader

# rdflib's own JSON-LD parser makes a graph of a class that rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix : <urn:test:> .
"""
# https://www.w3.org/TR/annotation-model/, 3.1, 3.2.4, 4.2.4, 4.2.5
ANNOTATION_SHAPES = """
:Annotation a sh:NodeShape ; sh:targetClass oa:Annotation ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ] ;
  sh:property [ sh:path oa:motivatedBy ; sh:minCount 1 ; sh:in (oa:assessing oa:describing oa:identifying oa:tagging) ] .
:Target a sh:NodeShape ; sh:targetObjectsOf oa:hasTarget ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2 ] ;
  sh:property [ sh:path oa:hasScope ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
:Position a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path oa:start ; sh:lessThan oa:end ] .
:Quote a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] ;
  sh:property [ sh:path oa:prefix ; sh:maxCount 1 ] ; sh:property [ sh:path oa:suffix ; sh:maxCount 1 ] .
:Textual a sh:NodeShape ; sh:targetClass oa:TextualBody ;
  sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] .
"""
# https://www.w3.org/TR/prov-o/: domains and ranges
PROV_SHAPES = """
:Quoted a sh:NodeShape ; sh:targetSubjectsOf prov:wasQuotedFrom ; sh:class prov:Entity ;
  sh:property [ sh:path prov:wasQuotedFrom ; sh:maxCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path prov:value ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:maxCount 1 ; sh:class prov:Entity ] .
:Derived a sh:NodeShape ; sh:targetSubjectsOf prov:wasDerivedFrom ; sh:class prov:Entity ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:class prov:Entity ] .
:Attributed a sh:NodeShape ; sh:targetSubjectsOf prov:wasAttributedTo ; sh:class prov:Entity ;
  sh:property [ sh:path prov:wasAttributedTo ; sh:maxCount 1 ; sh:class prov:Agent ] .
:When a sh:NodeShape ; sh:targetSubjectsOf prov:generatedAtTime ;
  sh:property [ sh:path prov:generatedAtTime ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] .
"""
# https://schema.org/Quotation, /Claim, /NewsArticle
SCHEMA_SHAPES = """
:Said a sh:NodeShape ; sh:targetClass schema:Quotation, schema:Claim ;
  sh:property [ sh:path schema:text ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path schema:author ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path [ sh:alternativePath (schema:isPartOf schema:appearance) ] ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:class schema:NewsArticle ] .
"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def parsed(data: bytes) -> Graph:
    """A graph, each context named by its address replaced by the bundled one."""
    plain = json.loads(data)
    contexts = plain["@context"]
    if isinstance(contexts, list):
        plain["@context"] = [
            bundled_context(one)["@context"] if isinstance(one, str) else one for one in contexts
        ]
    return Graph().parse(data=json.dumps(plain), format="json-ld")


def conforms(graph: Graph, shapes: str) -> None:
    held, _, text = pyshacl.validate(
        graph, shacl_graph=Graph().parse(data=PREFIXES + shapes), inference="none"
    )
    assert held, text


def largest_story(reader: RecordReader) -> str:
    return max(reader.stories(), key=lambda story: len(story.pages)).id


def test_shapes_find_what_is_wrong(reader: RecordReader) -> None:
    data = json.loads(exported(reader, "annotations", story=largest_story(reader)))
    data["items"][0]["target"]["selector"].pop()
    with pytest.raises(AssertionError):
        conforms(parsed(json.dumps(data).encode()), ANNOTATION_SHAPES)


def test_annotations_hold_the_web_annotation_model(reader: RecordReader) -> None:
    graph = parsed(exported(reader, "annotations", story=largest_story(reader)))
    conforms(graph, ANNOTATION_SHAPES)
    assert len(list(graph.subjects(RDF.type, OA.Annotation))) > 100


def test_both_selectors_select_the_same_words(reader: RecordReader) -> None:
    items: list[dict[str, Any]] = json.loads(exported(reader, "annotations"))["items"]
    texts = {Iris().of("page", page.id): page.text for page in reader.pages()}
    assert any("🚧" in text for text in texts.values()), "code points beyond UTF-16's first plane"
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            position, quote = target["selector"]
            text = texts[target["source"]]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
    assert len({item["id"] for item in items}) == len(items)


def test_annotations_name_the_published_context(reader: RecordReader) -> None:
    data = json.loads(exported(reader, "annotations", only="times"))
    assert data["@context"][0] == ANNOTATION_CONTEXT
    assert "code points" in data["riwaya:offsetUnit"]
    assert {item["motivation"] for item in data["items"]} == {"tagging"}


def test_chains_hold_prov(reader: RecordReader) -> None:
    graph = parsed(exported(reader, "prov"))
    conforms(graph, PROV_SHAPES)


def test_a_chain_leads_from_the_page_to_the_speaker(reader: RecordReader) -> None:
    graph = parsed(exported(reader, "prov"))
    iris = Iris()
    checked = 0
    for page in reader.pages():
        for statement in page.statements:
            links = [link.key for link in statement.chain if link.key]
            if not links:
                continue
            node = URIRef(iris.of("statement", page.id, statement.id))
            assert graph.value(node, PROV.wasQuotedFrom) == URIRef(iris.of("page", page.id))
            found = []
            while (node := graph.value(node, PROV.wasDerivedFrom)) is not None:
                found.append(graph.value(node, PROV.wasAttributedTo))
            joined = dict(reader.db.execute("SELECT alias, entity FROM aliases"))
            assert found == [URIRef(Iris(None, joined).entity(link)) for link in links]
            checked += 1
    assert checked > 50
    assert any(len(s.chain) > 1 for page in reader.pages() for s in page.statements)


def test_pages_derive_from_earlier_copies(reader: RecordReader) -> None:
    graph = parsed(exported(reader, "prov"))
    known = [c for c in reader.copies() if c.earlier]
    assert known
    for copy in known:
        later = copy.b.page if copy.earlier == copy.a.page else copy.a.page
        triple = (
            URIRef(Iris().of("page", later)),
            PROV.wasDerivedFrom,
            URIRef(Iris().of("page", str(copy.earlier))),
        )
        assert triple in graph


def test_quotations_are_the_speakers_own(reader: RecordReader) -> None:
    graph = parsed(exported(reader, "schema-org"))
    conforms(graph, SCHEMA_SHAPES)
    iris = Iris()
    told = own = 0
    for page in reader.pages():
        for s in page.statements:
            node = URIRef(iris.of("statement", page.id, s.id))
            kinds = set(graph.objects(node, RDF.type))
            if s.voice != "own":
                assert not kinds, "nobody else's words are shown as the speaker's"
                told += 1
            elif s.speaker and s.speaker.key:
                assert kinds == {SCHEMA.Quotation if s.type == "direct" else SCHEMA.Claim}
                own += 1
    assert told
    assert own


def test_iris_lead_to_the_rest_interface_where_a_base_is_given(reader: RecordReader) -> None:
    data = exported(reader, "prov", base="https://desk.example/api/v1/")
    nodes = json.loads(data)["@graph"]
    assert all(node["@id"].startswith("https://desk.example/api/v1/") for node in nodes)
    with pytest.raises(RiwayaError) as error:
        Iris("javascript:alert(1)")
    assert error.value.code == "usage"


@pytest.mark.parametrize("format_", ["annotations", "prov", "schema-org"])
def test_an_unknown_story_is_an_error(reader: RecordReader, format_: str) -> None:
    with pytest.raises(RiwayaError) as error:
        exported(reader, format_, story="story:none")
    assert error.value.code == "nothing_such"


@pytest.mark.parametrize("format_", ["annotations", "prov", "schema-org"])
def test_hostile_text_stays_text(reader: RecordReader, format_: str) -> None:
    data = exported(reader, format_)
    json.loads(data)
    graph = parsed(data)
    assert not any(
        "javascript:" in str(node) for node in graph.all_nodes() if isinstance(node, URIRef)
    )
    assert not any(
        " " in str(node) or "<" in str(node)
        for node in graph.all_nodes()
        if isinstance(node, URIRef)
    )
