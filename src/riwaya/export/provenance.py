"""Through whom we know it: the chains of a record in PROV-O (https://www.w3.org/TR/prov-o/), as JSON-LD.

A statement on a page *was quoted from* the page, and *was derived from* the report of the outermost
teller whom the words name, which was derived from the next one's, down to what the speaker said.  Each
of these *was attributed to* who made it.  A page was attributed to its outlet, and derived from the
dispatch of each upstream that it names, and from the earlier pages whose passages it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from riwaya.export.iris import NAMESPACE, Iris, web_address
from riwaya.export.jsonld import document
from riwaya.model import Analysed, Ref, Statement
from riwaya.store.reader import RecordReader

Node = dict[str, Any]

_LINK = {"@type": "@id"}
CONTEXT: dict[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "riwaya": NAMESPACE,
    "Entity": "prov:Entity", "Agent": "prov:Agent", "Person": "prov:Person",
    "Organization": "prov:Organization",
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", **_LINK},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_LINK},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", **_LINK},
    "specializationOf": {"@id": "prov:specializationOf", **_LINK},
    "atLocation": {"@id": "prov:atLocation", **_LINK},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "issued": {"@id": "dcterms:issued"},
    "value": "prov:value", "label": "rdfs:label", "title": "dcterms:title",
    "sha256": "riwaya:sha256", "act": "riwaya:act", "voice": "riwaya:voice",
    "polarity": "riwaya:polarity", "quotation": "riwaya:quotation", "kind": "riwaya:sourceKind",
}  # fmt: skip

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def provenance(record: RecordReader, iris: Iris, pages: Iterable[str]) -> Iterator[bytes]:
    """The chains of the pages named, a node a line; whoever is named in them comes last."""
    return document({"@context": CONTEXT}, "@graph", _Chains(record, iris).nodes(pages))


class _Chains:
    def __init__(self, record: RecordReader, iris: Iris) -> None:
        self.record = record
        self.iris = iris
        self.agents: dict[str, tuple[str, str]] = {}

    def nodes(self, pages: Iterable[str]) -> Iterator[Node]:
        for page in self.record.pages(pages):
            yield from self._page(page)
            for statement in page.statements:
                yield from self._statement(page, statement)
        yield from self._agents()

    def _agent(self, key: str, name: str | None, kind: str = "Agent") -> str:
        key = self.iris.joined.get(key, key)
        if key not in self.agents:
            self.agents[key] = (name or key, kind)
        return self.iris.of("entity", key)

    def _page(self, page: Analysed) -> Iterator[Node]:
        iri = self.iris.of("page", page.id)
        node: Node = {"@id": iri, "@type": "Entity", "sha256": page.sha256}
        if page.title:
            node["title"] = page.title
        if address := web_address(page.url):
            node["atLocation"] = address
        if page.published:
            node |= _moment(page.published.value)
        if page.outlet:
            key = page.outlet.entity or page.outlet.name
            node["wasAttributedTo"] = self._agent(key, page.outlet.name, "Organization")
        derived = [self.iris.of("page", earlier) for earlier in self._earlier(page.id)]
        for number, source in enumerate(page.sources):
            dispatch = self.iris.of("page", page.id, f"source.{number}")
            derived.append(dispatch)
            made: Node = {"@id": dispatch, "@type": "Entity", "kind": source.kind}
            upstream = source.entity or (source.name if source.kind != "unnamed" else None)
            if upstream:
                made["wasAttributedTo"] = self._agent(upstream, source.name, "Organization")
            yield made
        if derived:
            node["wasDerivedFrom"] = derived
        yield node

    def _earlier(self, page: str) -> list[str]:
        """The pages of which this one has a passage and that are known to be earlier."""
        rows = self.record.db.execute(
            "SELECT DISTINCT e.id FROM pages p JOIN copies c ON c.a = p.n OR c.b = p.n "
            "JOIN pages e ON e.n = c.earlier WHERE p.id = ? AND c.earlier <> p.n ORDER BY 1",
            (page,),
        )
        return [earlier for (earlier,) in rows]

    def _statement(self, page: Analysed, s: Statement) -> Iterator[Node]:
        if not s.content:
            return
        node: Node = {
            "@id": self.iris.of("statement", page.id, s.id),
            "@type": "Entity",
            "value": " … ".join(page.text[start:end] for start, end in s.content),
            "quotation": s.type,
            "voice": s.voice,
            "act": s.act,
            "polarity": s.polarity,
            "wasQuotedFrom": self.iris.of("page", page.id),
        }
        links = [link for link in s.chain if link.key]
        if not links and s.speaker and s.speaker.key:
            links = [s.speaker]
        reports = [
            self.iris.of("statement", page.id, f"{s.id}.{number}") for number in range(len(links))
        ]
        if reports:
            node["wasDerivedFrom"] = reports[0]
        yield node
        for number, (report, link) in enumerate(zip(reports, links, strict=True)):
            made: Node = {"@id": report, "@type": "Entity"}
            made["wasAttributedTo"] = self._agent(link.key, _name(link))
            if number + 1 < len(reports):
                made["wasDerivedFrom"] = reports[number + 1]
            yield made

    def _agents(self) -> Iterator[Node]:
        known = {
            key: (name, kind)
            for key, name, kind in self.record.db.execute("SELECT id, name, type FROM entities")
            if key in self.agents
        }
        types = {"PER": "Person", "ORG": "Organization", "GPE": "Organization"}
        for key, (name, kind) in sorted(self.agents.items()):
            called, type_ = known.get(key, (name, ""))
            # PROV-O has Person and Organization below Agent; a reader without inference wants both.
            both = dict.fromkeys(("Agent", types.get(type_, kind)))
            yield {"@id": self.iris.of("entity", key), "@type": list(both), "label": called}


def _name(ref: Ref) -> str | None:
    return ref.name or (ref.names[0] if ref.names else None)


def _moment(value: str) -> Node:
    """The time of publication, typed as exactly as it is known."""
    if _INSTANT.fullmatch(value):
        whole = value if len(value) > 22 or value.endswith("Z") else f"{value[:16]}:00{value[16:]}"
        return {"generatedAtTime": whole}
    if _DAY.fullmatch(value):
        return {"issued": {"@value": value, "@type": "xsd:date"}}
    return {"issued": value}
