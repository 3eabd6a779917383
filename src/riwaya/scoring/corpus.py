"""What many pages tell together: stories (B-cubed), copies, merged contacts, disputes, origins.

B-cubed: Bagga and Baldwin 1998.  Copies: characters per pair of pages, as in the PAN text-alignment
tasks (Potthast et al. 2010) without granularity.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from riwaya.scoring.contacts import FIELDS, contact_pairs, contact_weight, score_contact
from riwaya.scoring.tally import Item, Names, Tally, answers, assign, overlap, span


def score_corpus(gold: Item, got: Item, names: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """``{metric: value}`` of an exported record against the gold's ``cross`` layers."""
    known, tally = Names(names), Tally()
    rows = b_cubed(gold.get("stories", []), [s["pages"] for s in got.get("stories", [])])
    judged = {page for story in gold.get("stories", []) for page in story}
    _copies(gold.get("copies", []), got.get("copies", []), judged, tally)
    flat = [_flat(contact) for contact in got.get("contacts", [])]
    for g, p in contact_pairs(gold.get("contacts", []), flat, known, tally, "record"):
        score_contact(g, p, known, tally, "record")
    _disputes(gold.get("disputes", []), got.get("disputes", []), tally)
    for want in gold.get("independent", []):
        best: Item = max(
            got.get("contacts", []),
            key=lambda c: contact_weight(want["contact"], _flat(c), known),
            default={},
        )
        field = best.get(want["field"]) or {"values": [{}]}
        tally.right("record.independent", field["values"][0].get("independent") == want["count"])
    return dict(sorted((rows | tally.rows()).items()))


def b_cubed(gold: Sequence[Sequence[str]], got: Sequence[Sequence[str]]) -> dict[str, float]:
    """B-cubed precision, recall and F1 over the pages that the gold names."""
    truth = {page: i for i, story in enumerate(gold) for page in story}
    found: dict[str, object] = {PurePath(p).name: i for i, story in enumerate(got) for p in story}
    precision = recall = 0.0
    for page, story_of_page in truth.items():
        same = {q for q, story in truth.items() if story == story_of_page}
        mine = {q for q in truth if found.get(q, q) == found.get(page, page)}
        precision += len(same & mine) / len(mine)
        recall += len(same & mine) / len(same)
    p, r = precision / max(1, len(truth)), recall / max(1, len(truth))
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"stories.b3.p": p, "stories.b3.r": r, "stories.b3.f1": f1}


def _side(part: Item) -> tuple[str, tuple[int, int]]:
    return PurePath(part["page"]).name, span(part)


def _copies(gold: Sequence[Item], got: Sequence[Item], judged: set[str], tally: Tally) -> None:
    def cells(copies: Sequence[Item]) -> set[tuple[str, str, str, int]]:
        out: set[tuple[str, str, str, int]] = set()
        for copy in copies:
            (page_a, a), (page_b, b) = sorted((_side(copy["a"]), _side(copy["b"])))
            if {page_a, page_b} <= judged:
                out |= {(page_a, page_b, page_a, i) for i in range(*a)}
                out |= {(page_a, page_b, page_b, i) for i in range(*b)}
        return out

    want, have = cells(gold), cells(got)
    tally.found("copies.chars", len(want & have), len(have), len(want))


def _flat(contact: Item) -> dict[str, Any]:
    """A merged contact by each field's leading value."""
    out: dict[str, Any] = {"parties": [v["value"] for v in contact["parties"]["values"]]}
    for field in (*FIELDS, "scheduled_start"):
        value = contact.get(field)
        out[field] = value["values"][0]["value"] if value and value["values"] else None
    return out


def _disputes(gold: Sequence[Item], got: Sequence[Item], tally: Tally) -> None:
    def touches(words: Item, evidence: Sequence[Item]) -> bool:
        page, where = _side(words)
        return any(_side(e)[0] == page and overlap(where, span(e)) for e in evidence)

    def weight(g: Item, p: Item) -> float:
        if p["field"] not in answers(g, "field"):
            return 0.0
        values = [value["evidence"] for value in p["values"]]
        return float(
            any(
                all(
                    all(touches(e, evidence) for e in side["evidence"])
                    for side, evidence in zip(g["sides"], order, strict=True)
                )
                for order in itertools.permutations(values, len(g["sides"]))
            )
        )

    ordered = sorted(gold, key=lambda d: bool(d.get("optional")))
    pairs = assign(ordered, got, weight)
    hits = sum(not g.get("optional") for g, _ in pairs)
    wanted = sum(not d.get("optional") for d in gold)
    tally.found("disputes", hits, len(got) - (len(pairs) - hits), wanted)
