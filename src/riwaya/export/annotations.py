"""A record's layers as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD.

Each annotation points at its words twice: by TextPositionSelector and by TextQuoteSelector with the
words around.  Positions are code points into the page's text as riwaya stores it, which for HTML is
not the markup: a tool that works on the page on the web goes by the quotation, within ``scope``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from riwaya import __version__
from riwaya.export.iris import NAMESPACE, Iris, web_address
from riwaya.export.jsonld import ANNOTATION_CONTEXT, document
from riwaya.export.tables import attribution
from riwaya.model import Analysed, Contact, Ref, Span, Statement
from riwaya.store.corrected import address as place_of
from riwaya.store.reader import RecordReader

_AROUND = 32
"""Code points of prefix and suffix: enough to tell apart what a page says twice."""
Node = dict[str, Any]
Drawn = tuple[str, str, Sequence[Span], list[Node]]
"""One annotation: a name unique on the page, motivation, spans, bodies."""


def web_annotations(
    record: RecordReader, layers: Sequence[str], iris: Iris, pages: Iterable[str]
) -> Iterator[bytes]:
    """An AnnotationPage of the layers asked for, of the pages named, an annotation a line."""
    head = {
        "@context": [ANNOTATION_CONTEXT, {"riwaya": NAMESPACE}],
        "id": iris.of("page", "annotations"),
        "type": "AnnotationPage",
        "generator": f"urn:riwaya:software:{__version__}",
        "riwaya:offsetUnit": "Unicode code points, half-open, into the page's text as riwaya stores it",
        "startIndex": 0,
    }
    return document(head, "items", _items(record, layers, iris, pages))


def _items(
    record: RecordReader, layers: Sequence[str], iris: Iris, pages: Iterable[str]
) -> Iterator[Node]:
    for page in record.pages(pages):
        for layer in layers:
            for name, motivation, spans, bodies in LAYERS[layer](page, iris):
                yield {
                    "id": iris.of("page", page.id, f"{layer}.{name}"),
                    "type": "Annotation",
                    "motivation": motivation,
                    "body": bodies if len(bodies) > 1 else bodies[0],
                    "target": _target(page, spans, iris),
                }


def _target(page: Analysed, spans: Sequence[Span], iris: Iris) -> Node | list[Node]:
    targets = [_specific(page, span, iris) for span in spans]
    return targets if len(targets) > 1 else targets[0]


def _specific(page: Analysed, span: Span, iris: Iris) -> Node:
    start, end = span
    text = page.text
    found: Node = {
        "type": "SpecificResource",
        "source": iris.of("page", page.id),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }
    if address := web_address(page.url):
        found["scope"] = address
    return found


# ---------------------------------------------------------------- layers


def _text(value: str, purpose: str, language: str | None = None) -> Node:
    body: Node = {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
    }
    if language:
        body["language"] = language
    return body


def _who(ref: Ref | None, iris: Iris) -> Node | None:
    if ref is None or not ref.key:
        return None
    return {"id": iris.entity(ref.key), "label": ref.name or ref.key}


def _data(iri: str, fields: Mapping[str, object]) -> Node:
    """What the layer says, as data."""
    told = {f"riwaya:{k}": v for k, v in fields.items() if v not in (None, [], ())}
    return {"id": iri, "type": "Dataset", **told}


def _mentions(page: Analysed, iris: Iris) -> Iterator[Drawn]:
    for m in page.mentions:
        bodies = [_text(m.type, "classifying")]
        if m.entity:
            who = {"type": "SpecificResource", "purpose": "identifying"}
            bodies.insert(0, {**who, "source": iris.entity(m.entity)})
        yield f"{m.start}-{m.end}-{m.type}", "identifying", [(m.start, m.end)], bodies


def _times(page: Analysed, _: Iris) -> Iterator[Drawn]:
    for number, t in enumerate(page.times):
        bodies = [_text(t.value, "tagging"), _text(t.type, "classifying")]
        yield f"{number}", "tagging", [(t.start, t.end)], bodies


def _statements(page: Analysed, iris: Iris) -> Iterator[Drawn]:
    for s in page.statements:
        if s.content:
            iri = iris.of("statement", page.id, s.id)
            bodies = [_data(iri, _statement(s, iris)), _text(_said(s), "describing", "ar")]
            yield s.id, "describing", s.content, bodies


def _statement(s: Statement, iris: Iris) -> dict[str, object]:
    return {
        "speaker": _who(s.speaker, iris), "addressee": _who(s.addressee, iris),
        "chain": {"@list": [who for link in s.chain if (who := _who(link, iris))]},
        "quotation": s.type, "voice": s.voice, "polarity": s.polarity, "act": s.act,
        "certainty": s.certainty, "stance": s.stance,
    }  # fmt: skip


def _said(s: Statement) -> str:
    """Who says it, never as the speaker's own words where they are not."""
    speaker = (s.speaker.name or s.speaker.key) if s.speaker else None
    tellers = [link.name or link.key for link in s.chain[:-1]]
    return f"{s.act}: {attribution(speaker, s.voice, tellers)}".removesuffix(": ")


def _contacts(page: Analysed, iris: Iris) -> Iterator[Drawn]:
    for c in page.contacts:
        iri = iris.of("contact", f"{page.id}#{c.id}")
        label = f"{c.kind}, {c.status}"
        spans = c.evidence.get("kind") or (place_of(c),)
        yield c.id, "describing", spans, [_data(iri, _contact(c, iris)), _text(label, "describing")]


def _contact(c: Contact, iris: Iris) -> dict[str, object]:
    return {
        "kind": c.kind, "status": c.status,
        "party": [who for ref in c.parties if (who := _who(ref, iris))],
        "initiator": _who(c.initiator, iris), "place": _who(c.place, iris),
        "start": c.start, "scheduledStart": c.scheduled_start, "duration": c.duration,
    }  # fmt: skip


def _quantities(page: Analysed, _: Iris) -> Iterator[Drawn]:
    for number, q in enumerate(page.quantities):
        value = f"{q.value[0]:g}-{q.value[1]:g}" if isinstance(q.value, tuple) else f"{q.value:g}"
        what = " ".join(filter(None, (q.hedge if q.hedge != "exact" else "", value, q.unit, q.of)))
        yield f"{number}", "tagging", [(q.start, q.end)], [_text(what, "tagging")]


def _warnings(page: Analysed, _: Iris) -> Iterator[Drawn]:
    for number, w in enumerate(page.warnings):
        bodies = [_text(w.message, "assessing", "en")]
        if w.message_ar:
            bodies.append(_text(w.message_ar, "assessing", "ar"))
        if w.spans:
            yield f"{number}", "assessing", w.spans, bodies


LAYERS: dict[str, Callable[[Analysed, Iris], Iterator[Drawn]]] = {
    "statements": _statements, "contacts": _contacts, "mentions": _mentions, "times": _times,
    "quantities": _quantities, "warnings": _warnings,
}  # fmt: skip
"""The layers that can be exported, by name."""
