"""Score statements on the articles of the reading rounds, and show what was wrong in those that are for reading.

    python -m evaluation.rounds             the figures: articles read since, and articles that nobody has read
    python -m evaluation.rounds --errors    each error in those that were read, with its words

``gold-statements/rounds.jsonl`` holds what readers found in random articles before any output was seen: the spans of
each content and the words that its speaker may be known by, not the texts.  Optional statements count neither way.
A content is found with half of its letters, its bounds are right with nine tenths; a speaker is right where one of
his words stands in a name or description that is given.  Looser than the judge, on fifty times as many articles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.news import NEWS, news_records
from riwaya.arabic.folding import fold_key
from riwaya.engine.pipeline import analyse
from riwaya.model import Statement
from riwaya.reading.page import page_from_record
from riwaya.scoring.tally import Tally, assign, required

ROUNDS = Path(__file__).parent / "gold-statements" / "rounds.jsonl"
PARTS = (("read", 26), ("later", 39), ("latest", 63))
"""What was read, by the last of its rounds: each part's floors were measured on it alone."""
FOUND, TIGHT = 0.5, 0.9
SHORT_FORM = 3
"""Letters of a word that is too short to stand for a speaker in a part of another word."""


@dataclass
class Compared:
    """One article: its gold and what was found, paired."""

    text: str
    gold: list[dict[str, Any]] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    pairs: list[tuple[Any, Any]] = field(default_factory=list)


def cells(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    """The letters and digits within spans, by their places in the text."""
    return {k for start, end in spans for k in range(start, end) if text[k].isalnum()}


def share(gold: Any, got: Any) -> float:
    """The part of the letters of either that both hold, 0 to 1."""
    both = gold["cells"] | got["cells"]
    return len(gold["cells"] & got["cells"]) / len(both) if both else 0.0


def _same_speaker(gold: Any, got: Any) -> bool:
    if not gold["speaker"] or not got["speaker"]:
        return not gold["speaker"] and not got["speaker"]
    forms = [" ".join(fold_key(word) for word in form.split()) for form in gold["speaker"]]
    return any(
        form in name or (len(name) > SHORT_FORM and name in form)
        for form in forms
        for name in got["speaker"]
    )


def _weight(gold: Any, got: Any) -> float:
    both = share(gold, got)
    return both + 0.3 * _same_speaker(gold, got) if both >= FOUND else 0.0


def _found(text: str, statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    names: list[str] = []
    if speaker is not None:
        span = speaker.span or (0, 0)
        names = [speaker.name or "", *speaker.names, text[slice(*span)]]
    keys = [" ".join(fold_key(word) for word in name.split()) for name in names]
    return {
        "cells": cells(text, statement.content),
        "speaker": [k for k in keys if k],
        "statement": statement,
    }


def compare(article: dict[str, Any], record: dict[str, Any]) -> Compared:
    """The gold of one article beside what is found in it; optional gold and what answers to it left out."""
    page = page_from_record(record["id"], record)
    if page.sha256 != article["sha256"]:
        raise SystemExit(f"{record['id']}: its text is not the one that was annotated")
    every = [{**s, "cells": cells(page.text, s["content"])} for s in article["statements"]]
    all_found = [_found(page.text, s) for s in analyse(page).statements]
    gold, got = required(every, all_found, _weight)
    out = Compared(page.text, [dict(g) for g in gold], [dict(p) for p in got])
    out.pairs = assign(out.gold, out.got, _weight)
    return out


def _count(tally: Tally, name: str, done: Compared) -> None:
    sizes = len(done.got), len(done.gold)
    tally.found(f"{name}.content", len(done.pairs), *sizes)
    tight = sum(share(g, p) >= TIGHT for g, p in done.pairs)
    tally.found(f"{name}.content90", tight, *sizes)
    right = sum(_same_speaker(g, p) for g, p in done.pairs)
    tally.found(f"{name}.end_to_end", right, *sizes)
    for g, p in done.pairs:
        tally.right(f"{name}.speaker", _same_speaker(g, p))


def _words(text: str, spans: Sequence[Sequence[int]]) -> str:
    return " … ".join(text[start:end] for start, end in spans).replace("\n", "⏎")


def _errors(done: Compared) -> Iterator[str]:
    paired = {id(g): p for g, p in done.pairs}
    answered = {id(p) for _, p in done.pairs}
    for g in done.gold:
        words, p = _words(done.text, g["content"]), paired.get(id(g))
        if p is None:
            yield f"missed    {'|'.join(g['speaker'] or ['-'])}: {words}"
            continue
        if share(g, p) < TIGHT:
            yield f"bounds    {words}\n      got {_words(done.text, p['statement'].content)}"
        if not _same_speaker(g, p):
            got = p["speaker"][0] if p["speaker"] else "-"
            yield f"speaker   {'|'.join(g['speaker'] or ['-'])}, got {got}: {words}"
    for p in done.got:
        if id(p) not in answered:
            one = p["statement"]
            yield f"spurious  {one.rule}: {_words(done.text, one.content)}"


def _part(article: dict[str, Any]) -> str:
    """``unread``, or the first of ``PARTS`` that reaches as far as the article's round."""
    if article["unread"]:
        return "unread"
    return next(name for name, last in PARTS if article["round"] <= last)


def score(*, errors: bool = False) -> dict[str, float]:
    """``read.…``, ``later.…``, ``latest.…`` and ``unread.…``: content, content90 and end_to_end (p, r, f1), speaker."""
    articles = [json.loads(line) for line in ROUNDS.read_text("utf-8").splitlines()]
    records = {r["id"]: r for r in news_records(NEWS, {a["page"] for a in articles})}
    tally = Tally()
    for article in articles:
        done = compare(article, records[article["page"]])
        _count(tally, _part(article), done)
        if errors and not article["unread"]:
            for line in _errors(done):
                print(f"{article['page']}  {line}")
    return tally.rows()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="of articles that were read only")
    args = parser.parse_args()
    if not NEWS.exists():
        parser.error(f"the corpus of their texts is not there: {NEWS}")
    for metric, value in score(errors=args.errors).items():
        print(f"{metric:28}{value:8.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
