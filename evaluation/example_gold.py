"""The gold of ``examples/pages``, kept as words and compiled to spans.

``evaluation/gold-examples/*.toml`` quotes the pages' words in reading order, so that a person can
write and check it; :func:`compile_page` finds each quotation in the page's text and gives the
shapes of the output format.  A quotation that is not there is an error, never skipped.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold-examples"
ELLIPSIS = " … "


class NotInPageError(ValueError):
    """The gold quotes words that the page does not hold."""


def locate(text: str, words: str, start: int = 0) -> tuple[int, int]:
    """The span of ``words`` at or after ``start``; ``first … last`` spans from the one to the other."""
    first, _, last = words.partition(ELLIPSIS)
    begin = text.find(first, start)
    if begin < 0:
        raise NotInPageError(f"not found after {start}: {first!r}")
    end = begin + len(first)
    if last:
        tail = text.find(last, end)
        if tail < 0:
            raise NotInPageError(f"not found after {end}: {last!r}")
        end = tail + len(last)
    while text[end - 1] in ".،":
        end -= 1
    return begin, end


def _blocks(text: str, roles: list[str]) -> Iterator[dict[str, Any]]:
    waiting = list(roles)
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        start += len(line) - len(line.lstrip())
        end = start + len(line.strip())
        role = waiting.pop(0)
        glued, arrow, glued_role = role.partition(" -> ")
        if arrow:
            cut = start + len(glued)
            yield {"start": start, "end": cut, "role": glued_role}
            start = cut + (len(text[cut:end]) - len(text[cut:end].lstrip()))
            role = waiting.pop(0)
        yield {"start": start, "end": end, "role": role}
    if waiting:
        raise NotInPageError(f"roles left over: {waiting}")


def _in_order(text: str, rows: list[list[str]], kind: str) -> Iterator[dict[str, Any]]:
    at = 0
    for words, type_, value, *rest in rows:
        start, end = locate(text, words, at)
        at = end
        item: dict[str, Any] = {"start": start, "end": end, "text": words, "type": type_}
        if kind == "times":
            yield item | {"value": value, "also": rest}
        else:
            entity = value.removesuffix("?")
            optional = {"optional": True} if value.endswith("?") else {}
            yield item | {"kind": "name", "entity": entity, **optional}


def _statement(text: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    content = [locate(text, words) for words in raw["content"]]
    out: dict[str, Any] = {
        "type": "indirect", "addressee": None, "inside": None, "polarity": "affirmed",
        "act": "assert", "occasion": None, **raw, "content": content,
    }  # fmt: skip
    out.setdefault("chain", [raw["speaker"]])
    out["content_also"] = [
        [locate(text, words) for words in spans] for spans in raw.get("content_also", [])
    ]
    cue = raw.get("cue")
    if cue:
        begin = text.rfind(cue, 0, content[0][0])
        if begin < 0:
            raise NotInPageError(f"cue {cue!r} before {content[0]}")
        out["cue"] = (begin, begin + len(cue))
        others = [text.rfind(c, 0, content[0][0]) for c in raw.get("cue_also", [])]
        out["cue_also"] = [
            (o, o + len(c)) for o, c in zip(others, raw.get("cue_also", []), strict=True) if o >= 0
        ]
    else:
        out["cue"] = None
    return out


def compile_page(raw: Mapping[str, Any], text: str) -> dict[str, Any]:
    """One page's gold in the output format's shapes, from its words."""
    warnings = [
        {**w, "spans": [locate(text, words) for words in w["spans"]]}
        for w in raw.get("warnings", [])
    ]
    return {
        "page": raw["page"],
        "published": {"value": raw["published"]} if raw["published"] else None,
        "blocks": list(_blocks(text, raw["roles"])),
        "times": list(_in_order(text, raw["times"], "times")),
        "mentions": list(_in_order(text, raw["names"], "names")),
        "statements": [_statement(text, s) for s in raw["statements"]],
        "contacts": list(raw.get("contacts", [])),
        "warnings": warnings,
    }


def _part(texts: Mapping[str, str], page: str, words: str) -> dict[str, Any]:
    try:
        start, end = locate(texts[page], words)
    except NotInPageError as error:
        raise NotInPageError(f"{page}: {error}") from None
    return {"page": page, "start": start, "end": end}


def compile_cross(raw: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Stories, copies, contacts, disputes and counts over all pages; ``texts`` by page name."""
    copies = [
        {"a": _part(texts, a, passage), "b": _part(texts, b, (other or [passage])[0])}
        for a, b, passage, *other in raw["copies"]
    ]
    disputes = [
        {**d, "sides": [{"evidence": [_part(texts, *e) for e in side]} for side in d["sides"]]}
        for d in raw["disputes"]
    ]
    return {**raw, "copies": copies, "disputes": disputes}


def load(texts: Mapping[str, str]) -> tuple[list[dict[str, Any]], dict[str, Any], dict[str, Any]]:
    """All of the gold, compiled against the pages' texts: pages, cross, names."""
    pages = []
    for path in sorted(GOLD.glob("*.toml")):
        if path.stem not in ("names", "cross"):
            raw = tomllib.loads(path.read_text("utf-8"))
            try:
                pages.append(compile_page(raw, texts[raw["page"]]))
            except NotInPageError as error:
                raise NotInPageError(f"{path.name}: {error}") from None
    names = tomllib.loads((GOLD / "names.toml").read_text("utf-8"))
    cross = compile_cross(tomllib.loads((GOLD / "cross.toml").read_text("utf-8")), texts)
    return pages, cross, names
