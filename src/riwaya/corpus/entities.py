"""Who is who across pages: provisional ids of one name in several spellings, joined with caution.

A page step gives whom no registry knows an id made from the written form. Two spellings of one
foreign name make two ids; this table joins them. What a reader merges or splits by hand are
further rows of the same table, and stronger ones.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA, Postfix, Prefix

from riwaya.arabic import fold_key
from riwaya.corpus.values import text_key

SHORTEST_WORD = 5
"""Letters of the word that may differ: in a shorter one every letter tells."""
LARGEST_BLOCK = 200
"""Names with one common word that are compared pair by pair; a commoner word joins none."""

_VOWELS = frozenset("اويه")
# Letters that render one foreign sound: g; s and z; t; th; d; v and f; p and b.
_SOUNDS = ("غجكق", "سصز", "تط", "ثتس", "دضذ", "فڤ", "بپ", "اه")
_CONFUSABLE = frozenset(frozenset(pair) for sound in _SOUNDS for pair in combinations(sound, 2))


class EntityUse(NamedTuple):
    """That a page names an entity by a written form."""

    page: str
    entity: str
    type: str
    """As a mention's: PER, ORG, …"""
    name: str


def alias_table(
    uses: Iterable[EntityUse], registered: Callable[[str], bool] = lambda _: False
) -> dict[str, str]:
    """From each provisional id that is another spelling to the id that stands for it.

    Ids join where their names have as many words, two or more, of which one only differs, by one
    long vowel or one letter of a like sound; never two that a page names side by side, never two
    that the registry knows (``registered``), never where the name could be of two others. The id
    that stands is the registered one, else the one that more pages have. Order does not matter.
    """
    known = sorted(set(uses))
    entities = _entities(known)
    pages: dict[str, set[str]] = defaultdict(set)
    for use in known:
        pages[use.entity].add(use.page)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for a, b in _pairs(entities):
        if pages[a].isdisjoint(pages[b]) and not (registered(a) and registered(b)):
            neighbours[a].add(b)
            neighbours[b].add(a)

    def rank(entity: str) -> tuple[bool, int, str]:
        return not registered(entity), -len(pages[entity]), entity

    table: dict[str, str] = {}
    for entity in sorted(neighbours, key=rank):
        heads = {table.get(n, n) for n in neighbours[entity] if rank(n) < rank(entity)}
        if len(heads) == 1 and not registered(entity):
            table[entity] = heads.pop()
    return table


def _entities(uses: Sequence[EntityUse]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By id: the type, and the words of the name that most pages write; of several words only."""
    names: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for use in uses:
        names[use.entity][use.type, text_key(use.name)] += 1
    out = {}
    for entity, found in names.items():
        type_, name = min(found, key=lambda key: (-found[key], key))
        words = tuple(name.split())
        if len(words) >= 2 and type_ in ("PER", "ORG"):
            out[entity] = (type_, words)
    return out


def _pairs(entities: dict[str, tuple[str, tuple[str, ...]]]) -> Iterable[tuple[str, str]]:
    """Pairs that share all words but one, found through the shared ones."""
    blocks: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for entity in sorted(entities):
        type_, words = entities[entity]
        for index in range(len(words)):
            rest = " ".join((*words[:index], "*", *words[index + 1 :]))
            blocks[type_, len(words), rest].append(entity)
    for (_, _, rest), block in sorted(blocks.items()):
        if len(block) > LARGEST_BLOCK:
            continue
        at = rest.split().index("*")
        for a, b in combinations(block, 2):
            if _one_name(entities[a][1][at], entities[b][1][at]):
                yield a, b


def _one_name(a: str, b: str) -> bool:
    """Whether two folded words can be one foreign word in two spellings."""
    if min(len(a), len(b)) < SHORTEST_WORD or a in _given() or b in _given():
        return False
    bare_a, bare_b = a.removeprefix("ال"), b.removeprefix("ال")
    if bare_a in _given() or bare_b in _given() or OSA.distance(a, b, score_cutoff=1) > 1:
        return False
    if sorted(a) == sorted(b):
        return True  # the same, or neighbours that changed places
    start = Prefix.similarity(a, b)
    end = Postfix.similarity(a[start:], b[start:])
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if left and right:
        return frozenset((left, right)) in _CONFUSABLE
    return (left or right) in _VOWELS


@cache
def _given() -> frozenset[str]:
    path = resources.files("riwaya") / "data" / "corpus" / "given_names.toml"
    names = tomllib.loads(path.read_text("utf-8"))["names"]["given"]
    return frozenset(fold_key(name) for name in names.split())
