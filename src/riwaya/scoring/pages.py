"""The per-page layers: blocks, date, times, names, statements, contacts, warnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from riwaya.model import BODY_ROLES
from riwaya.scoring.contacts import contact_pairs, score_contact
from riwaya.scoring.tally import (
    Item,
    Names,
    Tally,
    answers,
    assign,
    overlap,
    required,
    same_value,
    span,
)

HALF = 0.5  # of the letters of two contents, to be the same statement
TIGHT = 0.9


def score_pages(
    gold: Iterable[Item], pages: Iterable[Item], names: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """``{metric: value}`` of the output's pages against the gold's; a missing page finds nothing."""
    got = {PurePath(page["id"]).name: page for page in pages if "text" in page}
    known, tally = Names(names), Tally()
    for want in gold:
        page = got.get(want["page"], {"text": ""})
        tally.right("pages.present", bool(page["text"]))
        _blocks(want, page, tally)
        _published(want, page, tally)
        _times(want, page, tally)
        _names(want, page, known, tally)
        _statements(want, page, known, tally)
        _contacts(want, page, known, tally)
        _warnings(want, page, tally)
    return tally.rows()


def _blocks(want: Item, page: Item, tally: Tally) -> None:
    hits = predicted = gold = 0
    for block in want.get("blocks", []):
        found = max(
            page.get("blocks", []), key=lambda b: overlap(span(block), span(b)), default=None
        )
        role = found["role"] if found and overlap(span(block), span(found)) else "missing"
        tally.right("blocks.role", role == block["role"])
        hits += block["role"] in BODY_ROLES and role in BODY_ROLES
        predicted += role in BODY_ROLES
        gold += block["role"] in BODY_ROLES
    tally.found("blocks.body", hits, predicted, gold)


def _published(want: Item, page: Item, tally: Tally) -> None:
    value = (page.get("published") or {}).get("value")
    if want.get("published"):
        tally.right("published.value", str(value).startswith(want["published"]["value"]))
    else:
        tally.right("published.abstains", bool(page["text"]) and value is None)


def _touch(a: Item, b: Item) -> float:
    return float(overlap(span(a), span(b)))


def _exact(a: Item, b: Item) -> float:
    return float(span(b) in [span(a), *map(tuple, a.get("span_also", []))])


def _times(want: Item, page: Item, tally: Tally) -> None:
    gold, got = required(want.get("times", []), page.get("times", []), _touch)
    pairs = assign(gold, got, _touch)
    right = sum(same_value(p["value"], [g["value"], *g.get("also", [])]) for g, p in pairs)
    tally.found("times.strict", len(assign(gold, got, _exact)), len(got), len(gold))
    tally.found("times.relaxed", len(pairs), len(got), len(gold))
    tally.found("times.end_to_end", right, len(got), len(gold))


def _names(want: Item, page: Item, known: Names, tally: Tally) -> None:
    body = [span(b) for b in want.get("blocks", []) if b["role"] in BODY_ROLES]
    got = [
        m
        for m in page.get("mentions", [])
        if m["kind"] == "name" and any(s <= m["start"] and m["end"] <= e for s, e in body)
    ]
    gold, got = required(want.get("mentions", []), got, _touch)
    pairs = assign(gold, got, _touch)
    tally.found("names.strict", len(assign(gold, got, _exact)), len(got), len(gold))
    tally.found("names.relaxed", len(pairs), len(got), len(gold))
    for g, p in pairs:
        found = p if p.get("entity") else None
        tally.right("names.entity", any(known.same(e, found) for e in answers(g, "entity")))


def _cells(spans: Iterable[Sequence[int]], text: str) -> set[int]:
    return {i for s, e in spans for i in range(s, min(e, len(text))) if text[i].isalnum()}


def _statements(want: Item, page: Item, known: Names, tally: Tally) -> None:
    text = page["text"]
    gold_list, got_list = want.get("statements", []), page.get("statements", [])
    cells: dict[int, list[set[int]]] = {
        id(g): [_cells(c, text) for c in answers(g, "content")] for g in gold_list
    }
    cells |= {id(p): [_cells(p["content"], text)] for p in got_list}

    def share(g: Item, p: Item) -> float:
        mine = cells[id(p)][0]
        return max((len(c & mine) / len(c | mine) if c | mine else 0.0) for c in cells[id(g)])

    def speaker(g: Item, p: Item) -> bool:
        return any(known.same(who, p.get("speaker")) for who in answers(g, "speaker"))

    def weight(g: Item, p: Item) -> float:
        return share(g, p) + 0.2 * speaker(g, p) if share(g, p) >= HALF else 0.0

    gold, got = required(gold_list, got_list, weight)
    pairs = assign(gold, got, weight)
    tally.found("statements.content", len(pairs), len(got), len(gold))
    tight = sum(share(g, p) >= TIGHT for g, p in pairs)
    tally.found("statements.content90", tight, len(got), len(gold))
    tally.found("statements.end_to_end", sum(speaker(g, p) for g, p in pairs), len(got), len(gold))
    for g, p in pairs:
        tally.right("statements.speaker", speaker(g, p))
        tally.right("statements.type", p["type"] in answers(g, "type"))
        tally.right("statements.act", p["act"] in answers(g, "act"))
        tally.right("statements.polarity", p["polarity"] == g["polarity"])
        tally.right("statements.chain", any(_same_chain(c, p, known) for c in answers(g, "chain")))


def _same_chain(chain: Sequence[str], got: Item, known: Names) -> bool:
    links: Sequence[Any] = got.get("chain") or []
    return len(chain) == len(links) and all(map(known.same, chain, links))


def _contacts(want: Item, page: Item, known: Names, tally: Tally) -> None:
    pairs = contact_pairs(
        want.get("contacts", []), page.get("contacts", []), known, tally, "contacts"
    )
    for g, p in pairs:
        score_contact(g, p, known, tally, "contacts")


def _warnings(want: Item, page: Item, tally: Tally) -> None:
    for warning in want.get("warnings", []):
        found = any(
            w["kind"] in answers(warning, "kind")
            and any(overlap(a, b) for a in warning["spans"] for b in w["spans"])
            for w in page.get("warnings", [])
        )
        tally.right("warnings.found", found)
