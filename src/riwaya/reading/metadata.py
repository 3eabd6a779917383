"""What an HTML page says about itself outside its text: titles, dates, outlet, authors, addresses.

Every statement becomes a hint with the place where it stood; which one holds is decided later.
What the page says of other pages (a list of related articles) is passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote, urljoin

from riwaya.model import Hint
from riwaya.reading.lexicon import key
from riwaya.reading.tree import Element

_META: dict[str, tuple[str, str]] = {
    "og:title": ("title", "opengraph"),
    "twitter:title": ("title", "twitter"),
    "og:site_name": ("outlet", "opengraph"),
    "application-name": ("outlet", "meta"),
    "publisher": ("outlet", "meta"),
    "dc.publisher": ("outlet", "meta"),
    "og:url": ("url", "opengraph"),
    "article:section": ("section", "opengraph"),
    "section": ("section", "meta"),
    "author": ("author", "meta"),
    "dc.creator": ("author", "meta"),
    "article:author": ("author", "opengraph"),
}
_DATES: dict[str, str] = {
    "opengraph": "article:published_time og:article:published_time og:published_time og:pubdate",
    "meta": (
        "pubdate publishdate publish-date publish_date publisheddate published-date publication_date "
        "publication-date pub_date date date-published dc.date dc.date.issued dc.date.created dc.created "
        "dc.issued dcterms.created dcterms.date dcterms.issued dc.terms.issued parsely-pub-date sailthru.date "
        "cxenseparse:recs:publishtime cxenseparse:publishtime mediator_published_time rnews:datepublished "
        "article.published article_date_original originalpublicationdate publish_time published_time"
    ),
    "microdata": "datepublished datecreated",
}  # fmt: skip
_CHANGES: dict[str, str] = {
    "opengraph": "article:modified_time og:updated_time og:article:modified_time",
    "meta": "lastmod last-modified modified_time dcterms.modified dc.date.modified revised",
    "microdata": "datemodified",
}
for _kind, _table in (("published", _DATES), ("updated", _CHANGES)):
    _META.update(
        {name: (_kind, basis) for basis, names in _table.items() for name in names.split()}
    )
_ARTICLE = re.compile(
    r"(?:News|Report|Opinion|Analysis|Reportage|Background|Review|Satirical|AskPublic|Tech)*Article"
    r"|BlogPosting|LiveBlogPosting|ReportageNewsArticle|Report"
)
_URL_DATE = re.compile(r"(?<!\d)(20[0-3]\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_STAMPED = re.compile(r"publish|posted|entry-date|pubdate|created", re.I)
_CHANGED = re.compile(r"modif|updat", re.I)
_LONGEST = 500
_MOST_JSON = 500_000
_MOST_NODES = 400


def url_date(url: str) -> str | None:
    """The ISO date that an address holds (``/2021/12/30/``, ``20211230``), or None."""
    match = _URL_DATE.search(unquote(url))
    return "-".join(match.groups()) if match else None


def hints(tree: Element, url: str | None) -> list[Hint]:
    """Every hint of a page's head, each once, in the order: JSON-LD, meta, links, address."""
    meta = list(_meta(tree, url))
    told = [h.value for h in meta if h.kind in ("title", "page_title")]
    found = [*_json_ld(tree, told), *meta]
    address = url or next((h.value for h in found if h.kind == "url"), None)
    if address and (date := url_date(address)):
        found.append(Hint(kind="published", value=date, basis="url"))
    return unique(found)


def unique(found: Sequence[Hint]) -> list[Hint]:
    """The hints, each once, blanks in their values made single; what is too long is no hint."""
    out: dict[tuple[str, str, str], Hint] = {}
    for hint in found:
        value = " ".join(hint.value.split())
        if value and len(value) <= _LONGEST:
            out.setdefault(
                (hint.kind, value, hint.basis), Hint(kind=hint.kind, value=value, basis=hint.basis)
            )
    return list(out.values())


def _meta(tree: Element, url: str | None) -> Iterator[Hint]:
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name in _META:
                kind, basis = _META[name]
                yield Hint(kind=kind, value=content, basis=basis)
                break
    for element in tree.iter("link"):
        relation, address = (element.get("rel") or "").lower(), element.get("href")
        if relation in ("canonical", "amphtml") and address:
            kind = "url" if relation == "canonical" else "amp_url"
            yield Hint(kind=kind, value=_joined(url, address), basis=relation)
    for element in tree.iter("title"):
        if element.text:
            yield Hint(kind="page_title", value=element.text, basis="title element")
        break


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return address


def markup_dates(elements: Sequence[Element]) -> list[Hint]:
    """The dates that elements of the article state (``<time>``, microdata, RDFa), in their order.

    The first ``<time>`` counts as that of publication unless its class speaks of a change.
    """
    out: list[Hint] = []
    for element in elements:
        stamp = element.get("datetime") or element.get("content") or ""
        named = " ".join(
            filter(None, map(element.get, ("itemprop", "property", "class", "id", "pubdate")))
        )
        if element.tag == "time" and not stamp:
            stamp = "".join(map(str, element.itertext()))
        dated = element.tag == "time" or "date" in named.lower()
        if not stamp.strip() or not dated:
            continue
        changed = _CHANGED.search(named) and not _STAMPED.search(named)
        out.append(Hint(kind="updated" if changed else "published", value=stamp, basis="markup"))
    first = next((h for h in out if h.kind == "published"), None)
    return [h for h in out if h.kind == "updated" or h is first]


def article_nodes(tree: Element) -> list[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        if len(script.text) > _MOST_JSON:
            continue
        try:
            data = json.loads(script.text.strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found += [node for node in _nodes(data, 0) if _is_article(node)]
    return found[:_MOST_NODES]


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for part in data[:_MOST_NODES]:
            yield from _nodes(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if name in data:
                yield from _nodes(data[name], depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names)


def _json_ld(tree: Element, told: Sequence[str]) -> Iterator[Hint]:
    """What JSON-LD says of the page's own article: of several, those whose headline the page repeats."""
    nodes = article_nodes(tree)
    if len(nodes) > 1:
        titles = [key(value) for value in told]
        own = [node for node in nodes if _is_told(node.get("headline"), titles)]
        nodes = own or nodes[:1]
    for node in nodes:
        yield from _article(node)


def _is_told(headline: Any, titles: Sequence[str]) -> bool:
    mine = key(headline) if isinstance(headline, str) else ""
    return bool(mine) and any(mine in title or (title and title in mine) for title in titles)


def _article(node: dict[str, Any]) -> Iterator[Hint]:
    for name, kind in (
        ("headline", "title"), ("datePublished", "published"), ("dateCreated", "created"),
        ("dateModified", "updated"), ("articleSection", "section"), ("url", "url"),
        ("dateline", "dateline"),
    ):  # fmt: skip
        value = node.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                yield Hint(kind=kind, value=one, basis="json-ld")
    for name, kind in (("publisher", "outlet"), ("author", "author"), ("creator", "author")):
        for one in _names(node.get(name)):
            yield Hint(kind=kind, value=one, basis="json-ld")


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and isinstance(one.get("name"), str):
            yield one["name"]
