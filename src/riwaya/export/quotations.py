"""Who said what, as schema.org has it, in JSON-LD (https://schema.org/Quotation, https://schema.org/Claim).

Only what stands as the speaker's own: ``direct`` statements are Quotations, word for word; reported
ones (``indirect``, ``mixed``) are Claims by the speaker that appear in the page.  What somebody else
tells that the speaker said (voice ``told``, ``endorsed``) is left out: schema.org could only show it
as the speaker's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from riwaya.export.iris import Iris, web_address
from riwaya.export.jsonld import document
from riwaya.model import Analysed, Ref, Statement
from riwaya.store.reader import RecordReader

Node = dict[str, Any]
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
}
_TYPES = {"PER": "Person", "ORG": "Organization", "GPE": "AdministrativeArea"}


def quotations(record: RecordReader, iris: Iris, pages: Iterable[str]) -> Iterator[bytes]:
    """The quotations and claims of the pages named, a node a line; each page is a NewsArticle."""
    return document({"@context": CONTEXT}, "@graph", _nodes(record, iris, pages))


def _nodes(record: RecordReader, iris: Iris, pages: Iterable[str]) -> Iterator[Node]:
    types = dict(record.db.execute("SELECT id, type FROM entities"))
    for page in record.pages(pages):
        own = [
            s
            for s in page.statements
            if s.voice == "own" and s.content and s.speaker and s.speaker.key
        ]
        if own:
            yield _article(page, iris)
        for statement in own:
            yield _said(page, statement, iris, types)


def _article(page: Analysed, iris: Iris) -> Node:
    node: Node = {
        "@type": "NewsArticle",
        "@id": iris.of("page", page.id),
        "inLanguage": page.language,
    }
    if page.title:
        node["headline"] = page.title
    if address := web_address(page.url):
        node["url"] = address
    if page.published:
        node["datePublished"] = page.published.value
    if page.outlet:
        key = page.outlet.entity or page.outlet.name
        node["publisher"] = {
            "@type": "NewsMediaOrganization",
            "@id": iris.entity(key),
            "name": page.outlet.name,
        }
    return node


def _said(page: Analysed, s: Statement, iris: Iris, types: dict[str, str]) -> Node:
    assert s.speaker is not None
    text = " … ".join(page.text[start:end] for start, end in s.content)
    node: Node = {
        "@type": "Quotation" if s.type == "direct" else "Claim",
        "@id": iris.of("statement", page.id, s.id),
        "text": text,
        "inLanguage": page.language,
        "author": _somebody(s.speaker, iris, types),
    }
    article = {"@id": iris.of("page", page.id)}
    node["isPartOf" if s.type == "direct" else "appearance"] = article
    if tellers := [link for link in s.chain[:-1] if link.key]:
        node["isBasedOn"] = [
            {"@type": "CreativeWork", "author": _somebody(link, iris, types)} for link in tellers
        ]
    return node


def _somebody(ref: Ref, iris: Iris, types: dict[str, str]) -> Node:
    name = ref.name or (ref.names[0] if ref.names else ref.key)
    node: Node = {"@id": iris.entity(ref.key), "name": name}
    if kind := _TYPES.get(types.get(ref.entity or "", "")):
        node["@type"] = kind
    return node
