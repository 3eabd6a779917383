"""What an HTML page says about itself outside its text: titles, dates, outlet, authors, addresses.

Every statement becomes a hint with the place where it stood; which one holds is decided later.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import html

from riwaya.model import Hint

_META: dict[str, tuple[str, str]] = {
    "og:title": ("title", "opengraph"),
    "twitter:title": ("title", "twitter"),
    "og:site_name": ("outlet", "opengraph"),
    "application-name": ("outlet", "meta"),
    "og:url": ("url", "opengraph"),
    "article:published_time": ("published", "opengraph"),
    "article:modified_time": ("updated", "opengraph"),
    "article:section": ("section", "opengraph"),
    "og:article:published_time": ("published", "opengraph"),
    "author": ("author", "meta"),
    "article:author": ("author", "opengraph"),
    "pubdate": ("published", "meta"),
    "publishdate": ("published", "meta"),
    "publish-date": ("published", "meta"),
    "publish_date": ("published", "meta"),
    "date": ("published", "meta"),
    "dc.date": ("published", "meta"),
    "dc.date.issued": ("published", "meta"),
    "dcterms.created": ("published", "meta"),
    "parsely-pub-date": ("published", "meta"),
    "sailthru.date": ("published", "meta"),
    "datepublished": ("published", "microdata"),
    "datemodified": ("updated", "microdata"),
}
_ARTICLE = re.compile(
    r"(?:News|Report|Opinion|Analysis)?Article|BlogPosting|LiveBlogPosting|ReportageNewsArticle"
)
_URL_DATE = re.compile(r"(?<!\d)(20[0-3]\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LONGEST = 500
_MOST_JSON = 500_000


def url_date(url: str) -> str | None:
    """The ISO date that an address holds (``/2021/12/30/``, ``20211230``), or None."""
    match = _URL_DATE.search(unquote(url))
    return "-".join(match.groups()) if match else None


def hints(tree: html.HtmlElement, url: str | None) -> list[Hint]:
    """Every hint of a page, each once, in the order: JSON-LD, meta, markup, address."""
    found = [*_json_ld(tree), *_meta(tree), *_markup(tree)]
    address = url or next((h.value for h in found if h.kind == "url"), None)
    if address and (date := url_date(address)):
        found.append(Hint(kind="published", value=date, basis="url"))
    unique: dict[tuple[str, str, str], Hint] = {}
    for hint in found:
        value = " ".join(hint.value.split())
        if value and len(value) <= _LONGEST:
            unique.setdefault(
                (hint.kind, value, hint.basis), Hint(kind=hint.kind, value=value, basis=hint.basis)
            )
    return list(unique.values())


def _meta(tree: html.HtmlElement) -> Iterator[Hint]:
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
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            yield Hint(kind="url", value=element.get("href"), basis="canonical")
    for element in tree.iter("title"):
        if element.text:
            yield Hint(kind="page_title", value=element.text, basis="title element")
        break


def _markup(tree: html.HtmlElement) -> Iterator[Hint]:
    for element in tree.iter("time"):
        stamp = element.get("datetime") or element.get("content")
        if stamp and stamp.strip():
            in_article = any(True for _ in element.iterancestors("article", "main"))
            published = (
                "publish"
                in f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate') is not None and 'publish'}".lower()
            )
            basis = "time element" if published or in_article else "time element elsewhere"
            yield Hint(
                kind="published" if basis == "time element" else "time", value=stamp, basis=basis
            )
    for element in tree.xpath("//*[@itemprop='datePublished'][not(self::meta)][@content]"):
        yield Hint(kind="published", value=element.get("content"), basis="microdata")


def _json_ld(tree: html.HtmlElement) -> Iterator[Hint]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        if len(script.text) > _MOST_JSON:
            continue
        try:
            data = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            yield from _article(node)


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for part in data[:200]:
            yield from _nodes(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "itemListElement"):
            if key in data:
                yield from _nodes(data[key], depth + 1)


def _article(node: dict[str, Any]) -> Iterator[Hint]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    if not any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names):
        return
    for key, kind in (
        ("headline", "title"), ("datePublished", "published"), ("dateModified", "updated"),
        ("articleSection", "section"), ("url", "url"),
    ):  # fmt: skip
        if isinstance(node.get(key), str):
            yield Hint(kind=kind, value=node[key], basis="json-ld")
    for key, kind in (("publisher", "outlet"), ("author", "author")):
        for name in _names(node.get(key)):
            yield Hint(kind=kind, value=name, basis="json-ld")


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and isinstance(one.get("name"), str):
            yield one["name"]
