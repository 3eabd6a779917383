"""A page as stories see it: sparse vectors of its words and names, its time, its contacts.

A function of the page's digest alone, so that it is made once and kept in the record; two
kilobytes.  ``ltc``-like weighting (Salton and Buckley 1988): logarithm of the zone-weighted count,
times inverse document frequency, at unit length.  The frequencies are those of Arabic news at large
(``data/corpus/frequencies.npz``), not of the record at hand: adding pages changes no vector.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import xxhash

from riwaya.arabic import fold_key
from riwaya.corpus.body import term_hash
from riwaya.corpus.digest import ContactKey, Digest
from riwaya.corpus.moments import Moment, appeared
from riwaya.corpus.terms import stem

LEAD = 3
"""How many of the zones are title and lead: the first."""
_UNKNOWN = 2  # pages of the table that an unknown term is taken to stand in
_HIGHEST = 1024  # zone-weighted counts beyond this weigh alike


@dataclass(frozen=True, slots=True)
class View:
    """How a page becomes a vector: the weight of each zone, and whether pairs of stems count."""

    zones: tuple[int, ...]
    pairs: bool


VIEWS: dict[str, View] = {
    "headline": View((1, 1, 0, 0), pairs=False),
    "lead": View((2, 1, 1, 0), pairs=True),
}
"""Beside these there is ``named``, the entities and places of the title."""


class Profile(msgspec.Struct, frozen=True):
    """What is compared of a page. Vectors are little-endian buffers, their keys in ascending order."""

    page: str
    title: str
    outlet: str | None
    earliest: float | None
    """Hours since 1970 UTC within which the page appeared; null where that is not known."""
    latest: float | None
    keys: dict[str, bytes]
    """By view, uint64 hashes of terms or names, ..."""
    values: dict[str, bytes]
    """... and float32 weights, of unit length together."""
    actors: tuple[str, ...]
    days: bytes
    """uint16, as in the digest."""
    accidents: tuple[str, ...]
    """The accidents of title and lead: each kind with each place that these name."""
    contacts: tuple[ContactKey, ...]
    """Those of two parties or more."""
    length: int
    """Code points of the paragraphs."""

    @property
    def hour(self) -> float | None:
        """The middle of when the page appeared."""
        return self.moment.middle if self.moment else None

    @property
    def moment(self) -> Moment | None:
        """When the page appeared."""
        if self.earliest is None or self.latest is None:
            return None
        return Moment(self.earliest, self.latest)


def profile(page: Digest) -> Profile:
    """The profile of a page."""
    moment = appeared(page)
    terms, zones = page.story_terms()
    made = {name: _terms(view, terms, zones) for name, view in VIEWS.items()}
    made["named"] = _names(page)
    return Profile(
        page=page.page,
        title=page.title,
        outlet=page.outlet,
        earliest=moment.earliest if moment else None,
        latest=moment.latest if moment else None,
        keys={name: keys.astype("<u8").tobytes() for name, (keys, _) in made.items()},
        values={name: values.astype("<f4").tobytes() for name, (_, values) in made.items()},
        actors=page.actors,
        days=page.days,
        accidents=tuple(sorted(_accidents(page, terms, zones))),
        contacts=tuple(contact for contact in page.contacts if len(contact.parties) > 1),
        length=page.body_length(),
    )


Vector = tuple[npt.NDArray[Any], npt.NDArray[Any]]


def _terms(view: View, terms: npt.NDArray[np.uint32], zones: npt.NDArray[np.uint8]) -> Vector:
    counts = np.minimum(zones.astype(np.int64) @ np.array(view.zones), _HIGHEST)
    if not view.pairs:
        counts[terms & 1 == 1] = 0
    kept = counts > 0
    return terms[kept], _unit(_logarithms()[counts[kept]] * rarity(terms[kept]))


def _names(page: Digest) -> Vector:
    names, zones = page.entity_counts()
    counted = sorted(
        (xxhash.xxh3_64_intdigest(name.encode("utf-8", "surrogatepass")), count)
        for name, count in zip(names, zones[:, 0].tolist(), strict=True)
        if count
    )
    keys = np.array([key for key, _ in counted], np.uint64)
    return keys, _unit(_logarithms()[np.array([count for _, count in counted], np.int64)])


def _unit(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    norm = math.sqrt(math.fsum((values * values).tolist()))
    return values / max(norm, 1e-9)


@cache
def _logarithms() -> npt.NDArray[np.float64]:
    return np.array([math.log1p(count) for count in range(_HIGHEST + 1)])


@cache
def _table() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.float64], float]:
    """Known terms, the rarity of each, and that of an unknown one."""
    path = resources.files("riwaya") / "data" / "corpus" / "frequencies.npz"
    with path.open("rb") as file, np.load(file) as table:
        pages = int(table["pages"])
        counts = table["counts"].tolist()
        rarities = {count: math.log(pages / count) for count in {*counts, _UNKNOWN}}
        return (
            table["terms"],
            np.array([rarities[count] for count in counts]),
            rarities[_UNKNOWN],
        )


def rarity(terms: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """The inverse document frequency of terms in Arabic news at large."""
    known, rarities, unknown = _table()
    at = np.minimum(np.searchsorted(known, terms), len(known) - 1)
    return np.where(known[at] == terms, rarities[at], unknown)


@cache
def _accident_words() -> tuple[dict[int, str], frozenset[int]]:
    """The hashes of stems that tell of an accident, with its kind, and of its victims."""
    path = resources.files("riwaya") / "data" / "corpus" / "stories.toml"
    data = tomllib.loads(path.read_text("utf-8"))

    def hashes(words: str) -> Iterable[int]:
        return (term_hash(stem(fold_key(word))) for word in words.split())

    kinds = {term: kind for kind, words in data["accidents"].items() for term in hashes(words)}
    return kinds, frozenset(hashes(data["victims"]))


def _accidents(
    page: Digest, terms: npt.NDArray[np.uint32], zones: npt.NDArray[np.uint8]
) -> set[str]:
    told = set(terms[zones[:, :LEAD].any(axis=1)].tolist())
    kind_of, victims = _accident_words()
    kinds = {kind_of[term] for term in told & kind_of.keys()}
    if not kinds or told.isdisjoint(victims):
        return set()
    names, named = page.entity_counts()
    places = (name for name, row in zip(names, named[:, :LEAD], strict=True) if row.any())
    return {f"{kind} {place}" for place in places for kind in kinds}
