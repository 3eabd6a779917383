"""Train the line classifier, or measure it on layouts and sites that it was not trained on.

    nice python -m training.lines.train NEWS HTML -o src/riwaya/data/reading/models/lines.npz
    nice python -m training.lines.train NEWS HTML --leave-out      a model without each family and site

NEWS is the ANT corpus (``ant.jsonl.gz``), HTML the folder of real pages with gold.  The articles of
the pages measured on are never among those trained on.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from riwaya.reading.features import Given, features
from riwaya.reading.lines import cut
from riwaya.reading.roles import Weights, by_hand, decide
from riwaya.reading.teasers import trailing_teasers
from training.lines.articles import articles, halves
from training.lines.crf import Crf, Example, states_of
from training.lines.families import FAMILIES
from training.lines.measure import confusions, scores
from training.lines.pages import Labelled, generated, gold_pages, html_pages

_LEXICAL = ("is_", "opens_", "has_", "like_", "breadcrumb")
_UNLISTED = 0.12
"""The share of lines whose wording is hidden from the lexicons: real sites have phrases of their own."""
_KEPT = (
    "again",
    "twice",
    "many_times",
    "given_",
    "near_title",
    "copy_of",
    "opens_caption",
    "has_caption",
    "credit",
    "dateline",
    "publisher_only",
    "is_byline",
    "opens_byline",
    "policy",
)
"""Features that are facts of the page and are never lost."""
_DIMMED = 0.1
"""The share of features that a line loses in training, so that no single one is relied on."""
_FOLDS = 4
"""How many families are held out at once, at most, with ``--leave-out``."""

Shown = tuple[Labelled, list[set[str]]]


def shown(pages: Iterable[Labelled]) -> list[Shown]:
    """Pages with the features of their lines."""
    return [(page, features(cut(page.page.text), Given.of(page.page))) for page in pages]


def examples(pages: Sequence[Shown], seed: int) -> list[Example]:
    """Training examples; some lines lose what the lexicons say of them."""
    rng = random.Random(seed)

    def dimmed(line: set[str]) -> set[str]:
        if rng.random() < _UNLISTED:
            line = {n for n in line if not n.startswith(_LEXICAL) or n in _KEPT}
        return {n for n in line if rng.random() >= _DIMMED or n.startswith(_KEPT)}

    return [
        Example([dimmed(line) for line in found], states_of(page.roles)) for page, found in pages
    ]


def label(page: Labelled, found: Sequence[set[str]], weights: Weights) -> list[str]:
    """The roles as the page step gives them, before bylines are cut off."""
    lines, roles = cut(page.page.text), decide(found, weights)
    for at in trailing_teasers(lines, found, roles):
        roles[at] = "related"
    return list(roles)


def report(name: str, pages: Sequence[Shown], weights: Weights, *, details: int = 0) -> None:
    """One line of measures, and the commonest confusions."""
    labelled = [(page, label(page, found, weights)) for page, found in pages]
    got = scores(labelled)
    print(f"{name:24}{len(pages):5} pages " + " ".join(f"{k} {v:.4f}" for k, v in got.items()))
    for (right, other), count in confusions(labelled).most_common(details):
        print(f"    {right} taken for {other}: {count}")


def train(pages: Sequence[Shown], args: argparse.Namespace) -> Weights:
    """A model of ``pages``."""
    began = time.process_time()
    weights = Crf(examples(pages, args.seed), pull=args.pull).fit(args.iterations)
    print(f"trained on {len(pages)} pages, {time.process_time() - began:.0f} CPU s")
    return weights


def save(weights: Weights, path: Path) -> None:
    """The model without the rows that nothing changed from the hand-set ones' defaults."""
    names = list(weights.features)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path, features=np.array(names), emit=weights.emit[1:].astype(np.float16),
        follow=weights.follow.clip(-1e4).astype(np.float32), start=weights.start.clip(-1e4).astype(np.float32),
    )  # fmt: skip


def _left_out(
    made: Sequence[Shown], held: Sequence[Shown], real: Sequence[Shown], args: argparse.Namespace
) -> None:
    """Each family measured by a model that saw none of its pages; each site of the real ones too."""
    names = [name for name in FAMILIES if not args.only or name in args.only.split(",")]
    folds = [set(names[at::_FOLDS]) for at in range(_FOLDS)]
    sites = sorted({page.group for page, _ in real})
    folds = [fold | set(sites[at::_FOLDS]) for at, fold in enumerate(folds)]
    everything: list[tuple[Labelled, list[str], list[str]]] = []
    for fold in folds:
        weights = train([one for one in [*made, *real] if one[0].group not in fold], args)
        for name in sorted(fold):
            part = [one for one in [*held, *real] if one[0].group == name]
            report(f"{name} by hand", part, by_hand())
            report(f"{name} trained", part, weights, details=args.details)
            everything += [(p, label(p, f, by_hand()), label(p, f, weights)) for p, f in part]
    for what, at in (("by hand", 1), ("trained", 2)):
        for kind in ("layouts", "sites"):
            rows = [
                (one[0], one[at])
                for one in everything
                if (one[0].group in sites) == (kind == "sites")
            ]
            print(
                f"all {kind} {what}: " + " ".join(f"{k} {v:.4f}" for k, v in scores(rows).items())
            )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("news", type=Path)
    parser.add_argument("html", type=Path)
    parser.add_argument("-o", "--out", type=Path)
    parser.add_argument("--gold", type=Path, help="measure also on gold sets in this folder")
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--only", default="", help="families to leave out, all by default")
    parser.add_argument("--outlets", type=int, default=60)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--pull", type=float, default=3.0)
    parser.add_argument("--iterations", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--details", type=int, default=0)
    args = parser.parse_args()
    to_train, to_measure = halves(articles(args.news))
    made = shown(generated(to_train, outlets=args.outlets, pages=args.pages, seed=args.seed))
    held = shown(generated(to_measure, outlets=30, pages=2, seed=args.seed + 100))
    real = shown(html_pages(args.html))
    gold = (
        shown(gold_pages(args.gold, args.gold.parent / "seeds", ["seeds", "dev"]))
        if args.gold
        else []
    )
    if args.leave_out:
        _left_out(made, held, real, args)
        return
    weights = train([*made, *real], args)
    report("held-out by hand", held, by_hand())
    report("held-out articles", held, weights, details=args.details)
    for name in ("seeds", "dev"):
        part = [one for one in gold if one[0].group == name]
        report(f"{name} by hand", part, by_hand())
        report(name, part, weights, details=args.details)
    if args.out:
        save(weights, args.out)
        print(f"{args.out}: {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
