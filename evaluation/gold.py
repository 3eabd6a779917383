"""Gold as pages and layers: read a gold set into :class:`Page` and :class:`Found`.

Used to score, and to develop one step on the gold of the earlier ones
(``python -m evaluation.scores SET --given mentions,times``).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from riwaya.model import (
    Block,
    Contact,
    Found,
    Mention,
    Page,
    PageWarning,
    Published,
    Ref,
    Speaker,
    Statement,
    Time,
    WarningKind,
)
from riwaya.reading.page import page_from_record, page_from_text


def _lines(path: Path) -> Iterator[str]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from lines
    else:
        with path.open(encoding="utf-8") as lines:
            yield from lines


def gold_pages(gold_dir: Path, seeds_dir: Path) -> Iterator[Page]:
    """The pages of a gold set: its own ``pages.jsonl(.gz)``, or the seed texts."""
    for name in ("pages.jsonl", "pages.jsonl.gz"):
        if (gold_dir / name).exists():
            for line in _lines(gold_dir / name):
                record = json.loads(line)
                yield page_from_record(record["id"], record)
            return
    for path in sorted(seeds_dir.glob("*.txt")):
        yield page_from_text(path.name, path.read_bytes().decode("utf-8"))


class GoldLayers:
    """The gold layers of one set, by page id, in the model's shapes."""

    def __init__(self, gold_dir: Path) -> None:
        self.names: dict[str, list[str]] = json.loads((gold_dir / "names.json").read_text("utf-8"))
        self.pages: dict[str, dict[str, Any]] = {}
        for path in gold_dir.glob("*.json"):
            if path.name not in ("names.json", "cross.json"):
                gold = json.loads(path.read_text("utf-8"))
                self.pages[gold["page"]] = gold

    def _ref(self, entity: str | None) -> Ref | None:
        if entity is None:
            return None
        names = tuple(self.names.get(entity, [entity]))
        return Ref(entity=entity, name=names[0], names=names)

    def _speaker(self, entity: str | None) -> Speaker | None:
        ref = self._ref(entity)
        return Speaker(entity=ref.entity, name=ref.name, names=ref.names) if ref else None

    def found(self, page_id: str, layers: frozenset[str]) -> Found:
        """The chosen gold layers of a page, by their names in :class:`Found`."""
        gold = self.pages[page_id]
        out: dict[str, Any] = {}
        if "blocks" in layers:
            out["blocks"] = tuple(
                Block(start=b["start"], end=b["end"], role=b["role"]) for b in gold["blocks"]
            )
        if "times" in layers:
            out["times"] = tuple(
                Time(
                    start=t["start"], end=t["end"], text=t["text"], type=t["type"], value=t["value"]
                )
                for t in gold["times"]
            )
        if "mentions" in layers:
            out["mentions"] = tuple(
                Mention(
                    start=m["start"], end=m["end"], text=m["text"], type=m["type"],
                    kind=m.get("kind", "name"), entity=m.get("entity"),
                    names=tuple(self.names.get(m.get("entity") or "", ())),
                )
                for m in gold["mentions"]
            )  # fmt: skip
        if "statements" in layers:
            out["statements"] = tuple(map(self._statement, gold["statements"]))
        if "contacts" in layers:
            out["contacts"] = tuple(map(self._contact, gold["contacts"]))
        if "warnings" in layers:
            out["warnings"] = tuple(
                PageWarning(kind=w["kind"], spans=_spans(w["spans"]), message=w["message"])
                for w in gold.get("warnings", [])
                if w["kind"] in get_args(WarningKind)
            )
        if "published" in layers and (published := gold.get("published")):
            out["published"] = Published(
                value=published["value"], basis=published["basis"],
                evidence=_spans(published.get("evidence", [])),
            )  # fmt: skip
        return Found(**out)

    def _contact(self, gold: dict[str, Any]) -> Contact:
        keys = ("id", "kind", "status", "start", "scheduled_start", "duration")
        return Contact(
            parties=tuple(r for e in gold["parties"] if (r := self._ref(e))),
            initiator=self._ref(gold.get("initiator")),
            place=self._ref(gold.get("place")),
            agenda=tuple(gold.get("agenda", ())),
            evidence={field: _spans(spans) for field, spans in gold.get("evidence", {}).items()},
            **{k: gold[k] for k in keys if k in gold},
        )

    def _statement(self, gold: dict[str, Any]) -> Statement:
        keys = ("id", "type", "inside", "polarity", "act", "occasion")
        return Statement(
            content=tuple((s, e) for s, e in gold["content"]),
            cue=(gold["cue"][0], gold["cue"][1]) if gold.get("cue") else None,
            speaker=self._speaker(gold.get("speaker")),
            addressee=self._speaker(gold.get("addressee")),
            chain=tuple(r for e in gold.get("chain", []) if (r := self._ref(e))),
            **{k: gold[k] for k in keys if k in gold},
        )


def _spans(spans: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((s, e) for s, e in spans)


def to_json(value: Any) -> str:
    """One line of JSON, as riwaya prints it."""
    return msgspec.json.encode(value).decode("utf-8")
