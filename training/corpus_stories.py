"""Fit the story model on judged stories, and say how well it does on days that it has not seen.

    python -m training.corpus_stories [--gold DIR]

Prints the ``constant``, ``threshold`` and ``weights`` for ``data/corpus/stories.toml``: logistic
regression over the pairs of pages of one window, a pair weighted down by the size of its pages'
stories, then the threshold of average link with the best B-cubed F1, smoothed over its neighbours.
Cross-validation holds out some days at a time, so that no story stands on both sides.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from evaluation.gold import gold_pages
from riwaya.corpus.copies import find_copies
from riwaya.corpus.digest import Digest, digest
from riwaya.corpus.moments import appeared
from riwaya.corpus.stories_groups import average_link
from riwaya.corpus.stories_pairs import CLIP, FEATURES, LEAST, blocks, model
from riwaya.engine.pipeline import analyse

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FOLDS = 6
PENALTY = 1e-4
SIZE_POWER = 0.25
THRESHOLDS = np.arange(0.2, 0.7, 0.02)


def pairs(pages: Sequence[Digest]) -> tuple[Ints, Ints, Floats]:
    """The pairs within the window, and their features: pairs by :data:`FEATURES`."""
    first, second, rows = [], [], []
    for block in blocks(pages, find_copies(pages)):
        a, b = np.nonzero(block.valid)
        first.append(block.rows[a])
        second.append(block.columns[b])
        rows.append(np.stack([block.features[name][a, b] for name in FEATURES], axis=1))
    return np.concatenate(first), np.concatenate(second), np.concatenate(rows).astype(np.float64)


def fit(features: Floats, same: Floats, weight: Floats) -> Floats:
    """Weights and, last, the constant of a logistic regression with an L2 penalty."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    scaled = np.c_[(features - mean) / spread, np.ones(len(features))]

    def loss(beta: Floats) -> tuple[float, Floats]:
        odds = scaled @ beta
        slope = scaled.T @ (weight * (1 / (1 + np.exp(-odds)) - same)) / weight.sum()
        value = float((weight * (np.logaddexp(0, odds) - same * odds)).sum() / weight.sum())
        free = np.r_[beta[:-1], 0.0]
        return value + PENALTY * float((free**2).sum()), slope + 2 * PENALTY * free

    beta = minimize(loss, np.zeros(scaled.shape[1]), jac=True).x
    raw: Floats = np.r_[beta[:-1] / spread, beta[-1] - (beta[:-1] * mean / spread).sum()]
    return raw


def b_cubed(truth: Ints, groups: Sequence[Sequence[int]]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of a clustering."""
    found = np.zeros(len(truth), np.int64)
    for number, group in enumerate(groups):
        found[list(group)] = number
    same_truth, same_found = truth[:, None] == truth, found[:, None] == found
    both = (same_truth & same_found).sum(axis=1)
    p, r = (both / same_found.sum(axis=1)).mean(), (both / same_truth.sum(axis=1)).mean()
    return float(2 * p * r / (p + r))


def best(truth: Ints, a: Ints, b: Ints, odds: Floats) -> tuple[float, float]:
    """The threshold with the best F1 averaged over its neighbours, and that average."""
    tie = np.clip(odds / (2 * CLIP) + 0.5, 0, 1)
    kept = tie >= LEAST
    edges = list(zip(a[kept].tolist(), b[kept].tolist(), tie[kept].tolist(), strict=True))
    share, count = model().best_share, len(truth)
    scores = [b_cubed(truth, average_link(count, edges, float(t), share)) for t in THRESHOLDS]
    smooth = np.convolve(scores, np.ones(3) / 3, "valid")
    at = int(smooth.argmax())
    return float(THRESHOLDS[at + 1]), float(smooth[at])


def folds(pages: Sequence[Digest]) -> Ints:
    """The fold of each page: runs of hours with about as many pages each."""
    hours = np.array([m.middle if (m := appeared(page)) else 0.0 for page in pages])
    return np.searchsorted(np.quantile(hours, np.arange(1, FOLDS) / FOLDS), hours, side="right")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/stories"))
    gold = parser.parse_args().gold
    cross: dict[str, Any] = json.loads((gold / "cross.json").read_text("utf-8"))
    story_of = {page: n for n, story in enumerate(cross["stories"]) for page in story}
    found = (digest(analyse(page)) for page in gold_pages(gold, gold))
    pages = sorted((page for page in found if page.page in story_of), key=lambda page: page.page)
    truth = np.array([story_of[page.page] for page in pages])
    a, b, features = pairs(pages)
    same = (truth[a] == truth[b]).astype(np.float64)
    size = np.bincount(truth)[truth]
    weight = 1 / (size[a] * size[b]) ** SIZE_POWER
    fold, unseen = folds(pages), np.zeros(len(same))
    for number in range(FOLDS):
        held = (fold[a] == number) | (fold[b] == number)
        beta = fit(features[~held], same[~held], weight[~held])
        unseen[held] = np.c_[features[held], np.ones(held.sum())] @ beta
    threshold, score = best(truth, a, b, unseen)
    print(f"held-out days: threshold {threshold:.2f}, B-cubed F1 {score:.4f}")
    beta = fit(features, same, weight)
    odds = np.c_[features, np.ones(len(features))] @ beta
    threshold, score = best(truth, a, b, odds)
    print(f"all days:      threshold {threshold:.2f}, B-cubed F1 {score:.4f}")
    for name, value in zip((*FEATURES, "constant"), beta.tolist(), strict=True):
        print(f"{name} = {value:.2f}")


if __name__ == "__main__":
    main()
