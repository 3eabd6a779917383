"""The core measures of pages against standoff gold: a small judge for users' own gold.

Spans are paired one to one, the largest overlap first; F1 is micro-averaged over all pages.
A gold entry marked ``optional`` may be found or not.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from riwaya.arabic.folding import fold_key
from riwaya.errors import RiwayaError
from riwaya.model import BODY_ROLES

Entry = dict[str, Any]
Weight = Callable[[Entry, Entry], float]

_LEAST_OVERLAP = 0.5  # of a statement's letters, as intersection over union


class Tally:
    """Counts of hits, predictions and gold, by measure."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.shares: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])

    def spans(self, measure: str, hits: int, predicted: int, gold: int) -> None:
        """Add to a measure of precision and recall."""
        for index, number in enumerate((hits, predicted, gold)):
            self.counts[measure][index] += number

    def right(self, measure: str, ok: bool) -> None:
        """Add to a measure of accuracy."""
        self.shares[measure][0] += ok
        self.shares[measure][1] += 1

    def measures(self) -> dict[str, float]:
        """Every measure, 0 to 1."""
        out: dict[str, float] = {}
        for name, (hits, predicted, gold) in self.counts.items():
            p = hits / predicted if predicted else float(not gold)
            r = hits / gold if gold else 1.0
            out[f"{name}.p"], out[f"{name}.r"] = p, r
            out[f"{name}.f1"] = 2 * p * r / (p + r) if p + r else 0.0
        out.update({name: ok / n for name, (ok, n) in self.shares.items()})
        return {name: round(value, 4) for name, value in sorted(out.items())}


def score_pages(gold: Path, output: Path) -> dict[str, float]:
    """The measures of ``output`` (lines of ``riwaya read --json``) against a folder of gold pages.

    Error ``bad_gold`` where either cannot be read or the folder holds no gold.
    """
    try:
        names = _names(gold / "names.json")
        pages = {}
        for line in output.read_text("utf-8").split("\n"):
            if line.strip():
                page = json.loads(line)
                pages[Path(page["id"]).name] = page
        wanted = [
            json.loads(path.read_text("utf-8"))
            for path in sorted(gold.glob("*.json"))
            if path.name not in ("names.json", "cross.json")
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RiwayaError("bad_gold", str(gold), why=error) from error
    if not wanted:
        raise RiwayaError("bad_gold", str(gold), why="no gold page in this folder")
    tally = Tally()
    for want in wanted:
        got = pages.get(want["page"])
        tally.right("pages.present", got is not None)
        _score_page(want, got or {}, names, tally)
    return tally.measures()


def _names(path: Path) -> dict[str, set[str]]:
    table = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {key: {_key(form) for form in (key, *forms)} for key, forms in table.items()}


def _key(form: str) -> str:
    return re.sub(r"[\W_]+", " ", fold_key(form)).strip()


def _score_page(want: Entry, got: Entry, names: dict[str, set[str]], tally: Tally) -> None:
    text = got.get("text") or ""
    layers = want.get("layers") or ("blocks", "published", "times", "mentions", "statements")
    if "blocks" in layers:
        _blocks(want.get("blocks", []), got.get("blocks") or [], tally)
    if "published" in layers:
        value = (got.get("published") or {}).get("value")
        if want.get("published") is None:
            tally.right("published.abstains", bool(got) and not value)
        else:
            tally.right("published.value", str(value).startswith(want["published"]["value"]))
    for layer, measure in (("times", "times"), ("mentions", "names")):
        if layer in layers:
            _expressions(
                [m for m in want.get(layer, []) if m.get("kind", "name") == "name"],
                [m for m in got.get(layer) or [] if m.get("kind", "name") == "name"],
                measure,
                tally,
            )
    if "statements" in layers:
        _statements(want.get("statements", []), got.get("statements") or [], text, names, tally)


def _overlap(a: Entry, b: Entry) -> float:
    return float(max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])))


def _blocks(want: Sequence[Entry], got: Sequence[Entry], tally: Tally) -> None:
    for block in want:
        best = max(got, key=lambda b: _overlap(block, b), default=None)
        role = best["role"] if best and _overlap(block, best) else None
        tally.right("blocks.role", role == block["role"])
        is_body, said_body = block["role"] in BODY_ROLES, role in BODY_ROLES
        tally.spans("blocks.body", int(is_body and said_body), int(said_body), int(is_body))


def pair_off(want: Sequence[Entry], got: Sequence[Entry], weight: Weight) -> list[tuple[int, int]]:
    """One-to-one pairs of indexes, heaviest first; 0 is no match."""
    scored = sorted(
        ((w, -i, -j) for i, g in enumerate(want) for j, p in enumerate(got) if (w := weight(g, p))),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in scored:
        if -i not in pairs and -j not in used:
            pairs[-i] = -j
            used.add(-j)
    return sorted(pairs.items())


def _required(
    want: Sequence[Entry], got: Sequence[Entry], weight: Weight
) -> tuple[list[Entry], list[Entry]]:
    ordered = sorted(want, key=lambda g: bool(g.get("optional")))
    free = {j for i, j in pair_off(ordered, got, weight) if ordered[i].get("optional")}
    needed = [g for g in ordered if not g.get("optional")]
    return needed, [p for j, p in enumerate(got) if j not in free]


def _expressions(want: list[Entry], got: list[Entry], measure: str, tally: Tally) -> None:
    want, got = _required(want, got, _overlap)
    pairs = pair_off(want, got, _overlap)
    same = sum(
        (want[i]["start"], want[i]["end"]) == (got[j]["start"], got[j]["end"]) for i, j in pairs
    )
    tally.spans(f"{measure}.relaxed", len(pairs), len(got), len(want))
    tally.spans(f"{measure}.strict", same, len(got), len(want))
    if measure == "times":
        for i, j in pairs:
            accepted = [want[i]["value"], *want[i].get("also", [])]
            tally.right("times.value", got[j].get("value") in accepted)


def _statements(
    want: list[Entry], got: list[Entry], text: str, names: dict[str, set[str]], tally: Tally
) -> None:
    def letters(spans: Iterable[Sequence[int]]) -> set[int]:
        return {i for s, e in spans for i in range(s, min(e, len(text))) if text[i].isalnum()}

    cells = {id(s): letters(s.get("content") or []) for s in (*want, *got)}

    def alike(g: Entry, p: Entry) -> float:
        a, b = cells[id(g)], cells[id(p)]
        share = len(a & b) / len(a | b) if a | b else 0.0
        return share + 0.2 * _same(g.get("speaker"), p, names) if share >= _LEAST_OVERLAP else 0.0

    want, got = _required(want, got, alike)
    pairs = pair_off(want, got, alike)
    tally.spans("statements.content", len(pairs), len(got), len(want))
    for i, j in pairs:
        speakers = [want[i].get("speaker"), *want[i].get("speaker_also", [])]
        tally.right("statements.speaker", any(_same(who, got[j], names) for who in speakers))


def _same(entity: str | None, statement: Entry, names: dict[str, set[str]]) -> bool:
    speaker = statement.get("speaker")
    if entity is None or speaker is None:
        return entity is None and speaker is None
    forms = names.get(entity, {_key(entity)})
    written = [speaker.get("entity"), speaker.get("name"), *speaker.get("names", [])]
    return bool({_key(form) for form in written if form} & forms)
