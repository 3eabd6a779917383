"""How likely two pages tell one story: a logistic model of a few similarities and the time between.

Only pages within :data:`WINDOW` hours of each other are compared, block by block.  The model's
weights stand in ``data/corpus/stories.toml``; ``training/corpus_stories.py`` makes them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
import numpy.typing as npt
from scipy import sparse

from riwaya.corpus.profiles import Profile
from riwaya.corpus.stories_contacts import ContactDays, ContactEvidence
from riwaya.corpus.stories_vectors import Floats, Matrices, Matrix
from riwaya.model import Copy

WINDOW = 96.0
"""Hours that may lie between two pages of one story."""
CLIP = 6.0
"""Log-odds beyond which more evidence changes nothing; ties map ``-CLIP`` to 0 and ``CLIP`` to 1."""
LEAST = 0.15
"""A tie under this is taken as none: what any two pages of one hour have."""
PARTS = 65536
"""Ties are multiples of one part in this many, so that sums of them are exact in any order."""
_BLOCK = 256
_MOST_CELLS = 4_000_000
"""Pairs of one block: some hundred megabytes of features."""

FEATURES: tuple[str, ...] = ("headline", "lead", "named", "actor", "outlet", "gap")
"""What the model sees of a pair: cosines of the headlines' words, of the leads' words and of what the
titles name; whether one entity stands first in both; whether one outlet has both, which seldom
writes twice of one event; days between the two."""

APART = -1.0
"""The tie of pages that tell of contacts at different times: it holds whole groups apart."""

Tie = tuple[int, int, float]
"""Two page numbers, the lesser first, and their tie."""


class Model(msgspec.Struct, frozen=True):
    """The weights, and what stands in for the time between pages where one has no date."""

    weights: dict[str, float]
    constant: float
    threshold: float
    """The least closeness of two groups that are one story, ..."""
    best_share: float
    """... and how much of it is their highest tie, not their mean one."""
    undated_gap: float
    """Days taken to lie between two pages where one has no date, ..."""
    same_day_gap: float
    """... where they tell of one day of the year, ..."""
    copied_gap: float
    """... and where ``copied_share`` of the shorter stands in the other."""
    copied_share: float
    other_contacts: float
    """Log-odds added where each page tells above all of contacts of parties that the other lacks."""
    shared_contact: float
    """Log-odds added for each contact, two at most, that both tell of, where one has no date."""
    same_contact: float
    """The same, where both have dates and tell above all of one contact on one day."""
    same_accident: float
    """Log-odds added for two pages of one kind of accident in one place, whose tolls grow for days."""
    accidents: dict[str, str]
    """By kind, the words that tell of an accident, ..."""
    victims: str
    """... and those for its victims and survivors."""
    labels: tuple[str, ...]
    """What a page calls itself in its title, not what happened."""


@cache
def model() -> Model:
    """The model that the package ships."""
    path = resources.files("riwaya") / "data" / "corpus" / "stories.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Model)


@dataclass(frozen=True, slots=True)
class Block:
    """The pairs of some pages (``rows``) with others (``columns``): features, each rows by columns.

    ``valid`` tells the pairs that are meant: each once, within the window.
    """

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    features: dict[str, Floats]
    valid: npt.NDArray[np.bool_]


def blocks(
    pages: Sequence[Profile], copies: Sequence[Copy], fresh: Set[int] | None = None
) -> Iterator[Block]:
    """The features of every pair of pages within the window that has a ``fresh`` page, in blocks.

    ``fresh`` are numbers of ``pages``; all of them, unless given.
    """
    matrices = Matrices(pages, fresh)
    copied = _copied(pages, copies)
    middle = matrices.middle
    order = np.lexsort((np.arange(len(pages)), middle))
    is_fresh = np.zeros(len(pages), np.bool_)
    is_fresh[list(range(len(pages)) if fresh is None else fresh)] = True
    hours = middle[order]
    dated = int(np.isfinite(hours).sum())
    wanted = np.flatnonzero(is_fresh[order])
    for part in (wanted[wanted < dated], wanted[wanted >= dated]):
        start = 0
        while start < len(part):
            at = part[start : start + _BLOCK]
            columns = _columns(at, hours, dated, is_fresh[order])
            if len(at) * len(columns) > _MOST_CELLS:  # few pages, of many days
                at = at[: max(1, _MOST_CELLS // len(columns))]
                columns = _columns(at, hours, dated, is_fresh[order])
            start += len(at)
            block = _block(matrices, copied, order[at], order[columns])
            block.valid[:] &= ~is_fresh[order[columns]][None, :] | (columns[None, :] > at[:, None])
            yield block


def _columns(
    at: npt.NDArray[np.int64],
    hours: npt.NDArray[np.float64],
    dated: int,
    is_fresh: npt.NDArray[np.bool_],
) -> npt.NDArray[np.int64]:
    """The places in order of time with which those ``at`` are compared: within the window, and undated.

    Fresh pages before them have been compared already.
    """
    if at[0] >= dated:
        near = np.arange(len(hours))
    else:
        first = int(np.searchsorted(hours[:dated], hours[at[0]] - WINDOW, "left"))
        last = int(np.searchsorted(hours[:dated], hours[at[-1]] + WINDOW, "right"))
        near = np.concatenate([np.arange(first, last), np.arange(dated, len(hours))])
    return np.asarray(near[(near > at[0]) | ~is_fresh[near]])


def _block(
    matrices: Matrices,
    copied: Matrix,
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
) -> Block:
    features = {name: _product(view, rows, columns) for name, view in matrices.views.items()}
    features["actor"] = (_product(matrices.actors, rows, columns) > 0).astype(np.float32)
    features["outlet"] = _product(matrices.outlets, rows, columns)
    features["accident"] = (_product(matrices.accidents, rows, columns) > 0).astype(np.float32)
    hours = _hours(matrices, copied, rows, columns)
    features["gap"] = (hours / 24).astype(np.float32)
    return Block(rows, columns, features, hours <= WINDOW)


def _product(view: Matrix, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> Floats:
    return np.asarray((view[rows] @ view[columns].T).toarray(), np.float32)


def _hours(
    matrices: Matrices,
    copied: Matrix,
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """Hours between the pages; where one has no date, what the model takes in their place."""
    middle = matrices.middle
    dated_rows, dated_columns = (np.isfinite(middle[at]) for at in (rows, columns))
    undated = ~(dated_rows[:, None] & dated_columns[None, :])
    with np.errstate(invalid="ignore"):
        hours = np.abs(middle[rows][:, None] - middle[columns][None, :])
    if not undated.any():
        return np.asarray(hours)
    trained = model()
    taken = np.full(hours.shape, trained.undated_gap)
    taken[_product(matrices.days, rows, columns) > 0] = trained.same_day_gap
    taken[copied[rows][:, columns].toarray() >= trained.copied_share] = trained.copied_gap
    return np.where(undated, taken * 24, hours)


def _copied(pages: Sequence[Profile], copies: Sequence[Copy]) -> Matrix:
    """A symmetric matrix of the copied share of the shorter page, 0 to 1."""
    number = {page.page: at for at, page in enumerate(pages)}
    shared: dict[tuple[int, int], int] = {}
    for copy in copies:
        a, b = number.get(copy.a.page), number.get(copy.b.page)
        if a is not None and b is not None:
            for pair in ((a, b), (b, a)):
                shared[pair] = shared.get(pair, 0) + copy.a.end - copy.a.start
    shares = [
        min(1.0, length / max(1, min(pages[a].length, pages[b].length)))
        for (a, b), length in shared.items()
    ]
    rows, columns = [a for a, _ in shared], [b for _, b in shared]
    return sparse.csr_matrix(
        (np.array(shares, np.float32), (rows, columns)), shape=(len(pages), len(pages))
    )


def ties(
    pages: Sequence[Profile],
    copies: Sequence[Copy],
    fresh: Set[int] | None = None,
    days: ContactDays | None = None,
) -> Iterator[Tie]:
    """Pairs of page numbers and their tie: 1 where they surely tell one story, .5 at even odds.

    Pairs with less than :data:`LEAST` are left out; :data:`APART` marks pages that cannot be of one
    story.  Of ``fresh`` pages, where given, only their own pairs; a tie is a function of its two
    pages, the passages that they share, and the ``days`` of contacts that the record knows.
    """
    trained = model()
    contacts = ContactEvidence(pages, days)
    faint = (LEAST - 0.5) * 2 * CLIP
    dated = [page.moment is not None for page in pages]
    for block in blocks(pages, copies, fresh):
        odds = np.full(block.valid.shape, trained.constant, np.float32)
        for name, weight in trained.weights.items():
            odds += np.float32(weight) * block.features[name]
        odds += np.float32(trained.same_accident) * block.features["accident"]
        odds[~block.valid] = -np.inf
        for row, column in zip(*np.nonzero(odds >= faint), strict=True):
            a, b = sorted((int(block.rows[row]), int(block.columns[column])))
            if contacts.conflict(a, b) or contacts.another_day(a, b):
                yield a, b, APART
                continue
            log_odds = float(odds[row, column])
            if contacts.elsewhere(a, b):
                log_odds += trained.other_contacts
            if not (dated[a] and dated[b]):
                log_odds += trained.shared_contact * min(2, contacts.support(a, b))
            elif contacts.same_day(a, b):
                log_odds += trained.same_contact
            if log_odds >= faint:
                yield a, b, round(min(1.0, log_odds / (2 * CLIP) + 0.5) * PARTS) / PARTS
