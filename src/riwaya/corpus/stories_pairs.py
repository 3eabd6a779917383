"""How likely two pages tell one story: a logistic model of a few similarities and the time between.

Only pages within :data:`WINDOW` hours of each other are compared, block by block.  The model's
weights stand in ``data/corpus/stories.toml``; ``training/corpus_stories.py`` makes them.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations

import msgspec
import numpy as np
import numpy.typing as npt
from scipy import sparse

from riwaya.arabic import fold_key
from riwaya.corpus.body import term_hash
from riwaya.corpus.digest import Digest
from riwaya.corpus.moments import Moment, appeared
from riwaya.corpus.stories_contacts import ContactEvidence
from riwaya.corpus.stories_vectors import Floats, Matrix, incidence, vectors
from riwaya.corpus.terms import stem
from riwaya.model import Copy

WINDOW = 96.0
"""Hours that may lie between two pages of one story."""
CLIP = 6.0
"""Log-odds beyond which more evidence changes nothing; ties map ``-CLIP`` to 0 and ``CLIP`` to 1."""
LEAST = 0.15
"""A tie under this is taken as none: what any two pages of one hour have."""
LEAD = 3
"""How many of the zones are title and lead: the first."""
MOST_NEAR = 200
"""Pages near to an undated one that are compared with each other."""
_BLOCK = 256

FEATURES: tuple[str, ...] = ("headline", "lead", "named", "actor", "outlet", "gap")
"""What the model sees of a pair: cosines of the headlines' words, of the leads' words and of what the
titles name; whether one entity stands first in both; whether one outlet has both, which seldom
writes twice of one event; days between the two."""

APART = -1.0
"""The tie of pages that tell of contacts at different times: it holds whole groups apart."""


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


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What the blocks are cut from: matrices with a row a page, and the middle hour of each page."""

    views: dict[str, Matrix]
    actors: Matrix
    outlets: Matrix
    days: Matrix
    copied: Matrix
    accidents: Matrix
    middle: npt.NDArray[np.float64]


def blocks(pages: Sequence[Digest], copies: Sequence[Copy]) -> Iterator[Block]:
    """The features of every pair of pages within the window, in blocks."""
    moments = [appeared(page) for page in pages]
    middle = np.array([m.middle if m else np.inf for m in moments])
    corpus = _Corpus(
        views=vectors(pages),
        actors=incidence([page.actors for page in pages]),
        outlets=incidence([(page.outlet,) if page.outlet else () for page in pages]),
        days=incidence([page.month_days().tolist() for page in pages]),
        copied=_copied(pages, copies),
        accidents=incidence([sorted(_accidents(page)) for page in pages]),
        middle=middle,
    )
    order = np.lexsort((np.arange(len(pages)), middle))
    dated = int(np.isfinite(middle).sum())
    for start in range(0, len(pages), _BLOCK):
        stop = min(start + _BLOCK, len(pages))
        reach = stop
        if start < dated:
            last = middle[order[min(stop, dated) - 1]]
            reach = max(stop, int(np.searchsorted(middle[order[:dated]], last + WINDOW)))
        columns = np.concatenate([order[start:reach], order[max(dated, reach) :]])
        yield _block(corpus, order[start:stop], columns)


def _block(corpus: _Corpus, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> Block:
    features = {name: _product(view, rows, columns) for name, view in corpus.views.items()}
    features["actor"] = (_product(corpus.actors, rows, columns) > 0).astype(np.float32)
    features["outlet"] = _product(corpus.outlets, rows, columns)
    features["accident"] = (_product(corpus.accidents, rows, columns) > 0).astype(np.float32)
    hours = _hours(corpus, rows, columns)
    features["gap"] = (hours / 24).astype(np.float32)
    later = np.arange(len(columns))[None, :] > np.arange(len(rows))[:, None]
    return Block(rows, columns, features, later & (hours <= WINDOW))


@cache
def _accident_words() -> tuple[dict[int, str], frozenset[int]]:
    """The hashes of stems that tell of an accident, with its kind, and of its victims."""

    def hashes(words: str) -> Iterable[int]:
        return (term_hash(stem(fold_key(word))) for word in words.split())

    kinds = {term: kind for kind, words in model().accidents.items() for term in hashes(words)}
    return kinds, frozenset(hashes(model().victims))


def _accidents(page: Digest) -> set[tuple[str, str]]:
    """The accidents of title and lead: each kind with each place that these name."""
    terms, zones = page.story_terms()
    told = set(terms[zones[:, :LEAD].any(axis=1)].tolist())
    kind_of, victims = _accident_words()
    kinds = {kind_of[term] for term in told & kind_of.keys()}
    if not kinds or told.isdisjoint(victims):
        return set()
    names, zones = page.entity_counts()
    named = (name for name, row in zip(names, zones[:, :LEAD], strict=True) if row.any())
    return {(kind, name) for name in named for kind in kinds}


def _product(view: Matrix, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> Floats:
    return np.asarray((view[rows] @ view[columns].T).toarray(), np.float32)


def _hours(
    corpus: _Corpus, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Hours between the pages; where one has no date, what the model takes in their place."""
    dated_rows, dated_columns = (np.isfinite(corpus.middle[at]) for at in (rows, columns))
    undated = ~(dated_rows[:, None] & dated_columns[None, :])
    with np.errstate(invalid="ignore"):
        hours = np.abs(corpus.middle[rows][:, None] - corpus.middle[columns][None, :])
    if not undated.any():
        return np.asarray(hours)
    trained = model()
    taken = np.full(hours.shape, trained.undated_gap)
    taken[_product(corpus.days, rows, columns) > 0] = trained.same_day_gap
    taken[corpus.copied[rows][:, columns].toarray() >= trained.copied_share] = trained.copied_gap
    return np.where(undated, taken * 24, hours)


def _copied(pages: Sequence[Digest], copies: Sequence[Copy]) -> Matrix:
    """A symmetric matrix of the copied share of the shorter page, 0 to 1."""
    number = {page.page: at for at, page in enumerate(pages)}
    sizes = [page.body_length() for page in pages]
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
    """Pairs of page numbers and their tie: 1 where they surely tell one story, .5 at even odds.

    Pairs with less than :data:`LEAST` are left out; :data:`APART` marks pages that cannot be of one
    story.
    """
    trained = model()
    contacts = ContactEvidence(pages)
    faint = (LEAST - 0.5) * 2 * CLIP
    moments = [appeared(page) for page in pages]
    dated = [moment is not None for moment in moments]
    near: dict[int, list[int]] = defaultdict(list)
    for block in blocks(pages, copies):
        odds = np.full(block.valid.shape, trained.constant, np.float32)
        for name, weight in trained.weights.items():
            odds += np.float32(weight) * block.features[name]
        odds += np.float32(trained.same_accident) * block.features["accident"]
        odds[~block.valid] = -np.inf
        for row, column in zip(*np.nonzero(odds >= faint), strict=True):
            a, b = int(block.rows[row]), int(block.columns[column])
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
            if log_odds < faint:
                continue
            yield a, b, round(min(1.0, log_odds / (2 * CLIP) + 0.5), 5)
            if dated[a] != dated[b]:
                undated, other = (b, a) if dated[a] else (a, b)
                near[undated].append(other)
    for a, b in sorted(_parted(near.values(), moments)):
        yield a, b, APART


def _parted(
    near: Iterable[Sequence[int]], moments: Sequence[Moment | None]
) -> set[tuple[int, int]]:
    """Of the dated pages that one undated page is near to, those too far apart for one story."""
    out: set[tuple[int, int]] = set()
    for pages in near:
        for a, b in combinations(sorted(pages)[:MOST_NEAR], 2):
            first, second = moments[a], moments[b]
            if first and second and abs(first.middle - second.middle) > WINDOW:
                out.add((a, b))
    return out
