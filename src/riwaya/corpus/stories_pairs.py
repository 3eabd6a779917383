"""How likely two pages tell one story: a logistic model of a few similarities and the time between.

Only pages within :data:`WINDOW` hours of each other are compared, block by block.  The model's
weights stand in ``data/corpus/stories.toml``; ``training/corpus_stories.py`` makes them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt
from scipy import sparse

from riwaya.corpus.digest import Digest
from riwaya.corpus.moments import appeared
from riwaya.corpus.stories_vectors import Floats, Matrix, vectors
from riwaya.model import Copy

WINDOW = 96.0
"""Hours that may lie between two pages of one story."""
CLIP = 6.0
"""Log-odds beyond which more evidence changes nothing; at ``-CLIP`` two pages have no tie."""
_BLOCK = 256

FEATURES: tuple[str, ...] = ("title", "headline", "lead", "whole", "cross", "gap", "copied")
"""What the model sees of a pair: cosines of the views, a title's best cosine with the other's lead,
days between the two, the copied share of the shorter page."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, a constant, the days taken to lie between pages where one is undated, and
    the least average tie of one story."""

    weights: Mapping[str, float]
    constant: float
    undated_gap: float
    threshold: float


@cache
def model() -> Model:
    """The model that the package ships."""
    path = resources.files("riwaya") / "data" / "corpus" / "stories.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return Model(table["weights"], table["constant"], table["undated_gap"], table["threshold"])


@dataclass(frozen=True, slots=True)
class Block:
    """The pairs of some pages (``rows``) with others (``columns``): features, each rows by columns.

    ``valid`` tells the pairs that are meant: each once, within the window.
    """

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    features: dict[str, Floats]
    valid: npt.NDArray[np.bool_]


def blocks(pages: Sequence[Digest], copies: Sequence[Copy]) -> Iterator[Block]:
    """The features of every pair of pages within the window, in blocks."""
    views = vectors(pages)
    copied = _copied(pages, copies)
    moments = [appeared(page) for page in pages]
    middle = np.array([m.middle if m else np.inf for m in moments])
    order = np.lexsort((np.arange(len(pages)), middle))
    dated = int(np.isfinite(middle).sum())
    sorted_middle = middle[order]
    for start in range(0, len(pages), _BLOCK):
        stop = min(start + _BLOCK, len(pages))
        rows = order[start:stop]
        reach = np.searchsorted(sorted_middle[:dated], sorted_middle[min(stop, dated) - 1] + WINDOW)
        columns = order[start : max(stop, int(reach))] if start < dated else order[:0]
        columns = np.concatenate([columns, order[max(dated, start + len(columns)) :]])
        yield _block(rows, columns, views, copied, middle)


def _block(
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    views: Mapping[str, Matrix],
    copied: Matrix,
    middle: npt.NDArray[np.float64],
) -> Block:
    with np.errstate(invalid="ignore"):
        hours = np.abs(middle[rows][:, None] - middle[columns][None, :])
    hours = np.where(np.isfinite(hours), hours, model().undated_gap * 24)
    place = {int(page): at for at, page in enumerate(columns)}
    first = np.array([place[int(page)] for page in rows])
    valid = (np.arange(len(columns))[None, :] > first[:, None]) & (hours <= WINDOW)
    of_rows = {name: view[rows] for name, view in views.items()}
    of_columns = {name: view[columns].T.tocsr() for name, view in views.items()}
    features = {name: (of_rows[name] @ of_columns[name]).toarray() for name in views}
    features["cross"] = np.maximum(
        (of_rows["title"] @ of_columns["lead"]).toarray(),
        (of_rows["lead"] @ of_columns["title"]).toarray(),
    )
    features["gap"] = (hours / 24).astype(np.float32)
    features["copied"] = copied[rows][:, columns].toarray()
    return Block(rows, columns, features, valid)


def _copied(pages: Sequence[Digest], copies: Sequence[Copy]) -> Matrix:
    """A symmetric matrix of the copied share of the shorter page, 0 to 1."""
    number = {page.page: at for at, page in enumerate(pages)}
    sizes = [int((words.ends - words.starts + 1).sum()) for words in (p.words() for p in pages)]
    shares: dict[tuple[int, int], float] = {}
    for copy in copies:
        a, b = number.get(copy.a.page), number.get(copy.b.page)
        if a is None or b is None:
            continue
        share = (copy.a.end - copy.a.start) / max(1, min(sizes[a], sizes[b]))
        for pair in ((a, b), (b, a)):
            shares[pair] = min(1.0, shares.get(pair, 0.0) + share)
    rows, columns = [a for a, _ in shares], [b for _, b in shares]
    return sparse.csr_matrix(
        (np.array(list(shares.values()), np.float32), (rows, columns)),
        shape=(len(pages), len(pages)),
    )


def ties(pages: Sequence[Digest], copies: Sequence[Copy]) -> Iterator[tuple[int, int, float]]:
    """Pairs of page numbers with a tie above 0: 1 where they surely tell one story, .5 at even odds."""
    trained = model()
    for block in blocks(pages, copies):
        odds = np.full(block.valid.shape, trained.constant, np.float32)
        for name, weight in trained.weights.items():
            odds += np.float32(weight) * block.features[name]
        tie = np.clip(odds / (2 * CLIP) + 0.5, 0, 1)
        tie[~block.valid] = 0
        for row, column in zip(*np.nonzero(tie > 0), strict=True):
            yield int(block.rows[row]), int(block.columns[column]), round(float(tie[row, column]), 5)
