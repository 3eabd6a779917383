"""Who is who across pages: provisional ids of one name in several spellings, joined with caution.

A page step gives whom no registry knows an id made from the written form. Two spellings of one
foreign name make two ids; this table joins them. What a reader merges or splits by hand are
further rows of the same table, and stronger ones.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from importlib import resources
from itertools import chain, combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA, Postfix, Prefix

from riwaya.arabic import fold_key
from riwaya.corpus.values import text_key
from riwaya.model import Analysed
from riwaya.names.namesakes import OF
from riwaya.names.nationality import adjectives

LONG_WORD = 8
"""Letters, article included, of an Arabic word of a body's name that has two spellings: الأميركية."""
SHORTEST_WORD = 5
"""Letters of the word that may differ: in a shorter one every letter tells."""
LONG_NAME = 3
"""Parts of a name that is one person's even where another page writes more of it (فلان الفلاني آل فلان)."""
LARGEST_BLOCK = 200
"""Names with one common word that are compared pair by pair; a commoner word joins none."""

_FAMILY = (fold_key("آل"),)
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


def entity_uses(pages: Iterable[Analysed]) -> Iterable[EntityUse]:
    """Every name on these pages that stands for an id."""
    for page in pages:
        for mention in page.mentions:
            if mention.kind == "name" and mention.entity:
                yield EntityUse(page.id, mention.entity, mention.type, mention.text)


def alias_table(
    uses: Iterable[EntityUse],
    registered: Callable[[str], bool] = lambda _: False,
    *,
    one_story: bool = False,
) -> dict[str, str]:
    """From each provisional id that is another spelling to the id that stands for it.

    Ids join where their names have as many words, two or more, of which one only differs, by one
    long vowel or one letter of a like sound, and no page names both; or where a name of three words
    begins a longer one; never two that the registry knows (``registered``), never where the name could be of two others. The id
    that stands is the registered one, else the one that more pages have. Order does not matter.

    Within ``one_story`` a surname alone is the one person's whose full name ends with it.
    """
    known = sorted(set(uses))
    pages: dict[str, set[str]] = defaultdict(set)
    for use in known:
        pages[use.entity].add(use.page)
    table = spellings(known, pages.__getitem__, registered)
    if one_story:
        for entity, full in _surnames(known).items():
            heads = {table.get(n, n) for n in full}
            if len(heads) == 1 and entity not in table and not registered(entity):
                table[entity] = heads.pop()
    return table


def spellings(
    uses: Iterable[EntityUse],
    pages_of: Callable[[str], Set[str] | Set[int]],
    registered: Callable[[str], bool],
) -> dict[str, str]:
    """As :func:`alias_table`, where ``uses`` have each name of an entity once and ``pages_of`` tells
    the pages that name an entity: it is asked of the few that have another spelling.
    """
    blocks: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for use in uses:
        for key, word in name_keys(use.type, use.name):
            blocks[key].add((use.entity, word))
    pairs = (pair for key in sorted(blocks) for pair in block_pairs(key, blocks[key]))
    return settled(pairs, pages_of, registered)


def settled(
    pairs: Iterable[Pair],
    pages_of: Callable[[str], Set[str] | Set[int]],
    registered: Callable[[str], bool],
) -> dict[str, str]:
    """Which ids stand for which, of those whose names can be one: see :func:`alias_table`."""
    ask = cache(pages_of)
    neighbours: dict[str, set[str]] = defaultdict(set)
    known = list(pairs)
    states = _states(chain.from_iterable((a, b) for a, b, _ in known))
    for a, b, sure in known:
        if _namesakes(a, b, states, registered):
            continue
        if not (registered(a) and registered(b)) and (sure or ask(a).isdisjoint(ask(b))):
            neighbours[a].add(b)
            neighbours[b].add(a)

    def rank(entity: str) -> tuple[bool, int, str]:
        return not registered(entity), -len(ask(entity)), entity

    table: dict[str, str] = {}
    for entity in sorted(neighbours, key=rank):
        heads = {table.get(n, n) for n in neighbours[entity] if rank(n) < rank(entity)}
        if len(heads) == 1 and not registered(entity):
            table[entity] = heads.pop()
    return table


def _states(entities: Iterable[str]) -> dict[str, set[str]]:
    """By the plain id of a written form: the states that pages tell of people so called."""
    out: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        plain, of, state = entity.partition(OF)
        if of:
            out[plain].add(state)
    return out


def _namesakes(
    a: str, b: str, states: Mapping[str, Set[str]], registered: Callable[[str], bool]
) -> bool:
    """Whether two ids of one name are two people's: ministers of two states, or one of a state that
    the one known is none of. A plain id is whose it may be only where that is one.
    """
    (one, of_one, state), (other, of_other, another) = a.partition(OF), b.partition(OF)
    if of_one and of_other:
        return state != another
    if of_one or of_other:
        plain = other if of_one else one
        return registered(b if of_one else a) or len(states.get(plain, ())) > 1
    return False


def office_holders(pages: Iterable[Analysed]) -> dict[str, str]:
    """From an office's id to the one person for whom the pages of a story have the same description.

    One page says only الرئيس النورلاندي, another gives the name with it.
    """
    named: set[str] = set()
    described: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for mention in page.mentions:
            if mention.entity and mention.type == "PER":
                if mention.kind == "name":
                    named.add(mention.entity)
                elif " " in (words := text_key(mention.text)):
                    described[words].add(mention.entity)
    holders: dict[str, set[str]] = defaultdict(set)
    for entities in described.values():
        for office in entities - named:
            holders[office] |= entities & named
    return {office: who.pop() for office, who in sorted(holders.items()) if len(who) == 1}


def _surnames(uses: Sequence[EntityUse]) -> dict[str, set[str]]:
    """By the id of someone who is only named shortly: the ids whose longer names end so."""
    names: dict[str, set[Name]] = defaultdict(set)
    for use in uses:
        if use.type == "PER" and (words := tuple(text_key(use.name).split())):
            names[use.entity].add(words)
    endings: dict[Name, set[str]] = defaultdict(set)
    for entity, written in names.items():
        for words in written:
            for at in range(1, len(words)):
                endings[words[at:]].add(entity)
    out: dict[str, set[str]] = {}
    for entity, written in sorted(names.items()):
        full = set.intersection(*(endings.get(words, set()) for words in written)) - {entity}
        if full:
            out[entity] = full
    return out


Name = tuple[str, ...]


def parts(words: Name) -> int:
    """How many parts a name of folded words has: خالد بن عبد الله has two."""
    return sum(at == 0 or words[at - 1] not in _lexicon("particles") for at in range(len(words)))


Pair = tuple[str, str, bool]
"""Two ids whose names can be one, and whether that is sure."""


def name_keys(type_: str, name: str) -> list[tuple[str, str]]:
    """The blocks in which a name is compared, and its word there: names of one block have all words
    but that one in common; or they begin alike, and one of them is no longer than that (``=``).
    """
    words = tuple(text_key(name).split())
    if parts(words) < 2 or type_ not in ("PER", "ORG") or words[0] in _lexicon("counterparts"):
        return []
    out = []
    for index, word in enumerate(words):
        rest = " ".join((*words[:index], *words[index + 1 :]))
        out.append((f"{type_} {index} {rest}", word))
    for width in range(LONG_NAME, len(words) + 1):
        if parts(words[:width]) >= LONG_NAME or words[width : width + 1] in ((), _FAMILY):
            whole = "=" if width == len(words) else ""
            out.append((f"{type_} > {' '.join(words[:width])}", whole))
    return out


def block_pairs(key: str, block: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """The pairs of one block of :func:`name_keys`, of its ids with their words."""
    type_, place, _ = key.split(" ", 2)
    rows = sorted(block)
    if place == ">":
        whole = [entity for entity, word in rows if word == "="]
        yield from ((a, b, True) for a in whole for b, _ in rows if a != b)
    elif len(rows) <= LARGEST_BLOCK:
        for (a, left), (b, right) in combinations(rows, 2):
            if a != b and not _native(type_, left, right) and _one_name(left, right):
                yield a, b, left == right


def _one_name(a: str, b: str) -> bool:
    """Whether two folded words can be one foreign word in two spellings."""
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_WORD or {a, b} & _lexicon("given"):
        return False
    bare_a, bare_b = a.removeprefix("ال"), b.removeprefix("ال")
    native = _nationalities(bare_a, bare_b) or {bare_a, bare_b} & _lexicon("given")
    if native or OSA.distance(a, b, score_cutoff=1) > 1:
        return False
    if sorted(a) == sorted(b):
        return True  # the same, or neighbours that changed places
    start = Prefix.similarity(a, b)
    end = Postfix.similarity(a[start:], b[start:])
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if left and right:
        return frozenset((left, right)) in _CONFUSABLE
    return (left or right) in _VOWELS


def _nationalities(a: str, b: str) -> bool:
    """Whether both are of states, and of two: النيجرية is not النيجيرية."""
    one, other = adjectives().get((a,)), adjectives().get((b,))
    return one is not None and other is not None and one.state != other.state


def _native(type_: str, a: str, b: str) -> bool:
    """Whether two words of bodies' names are Arabic ones that a letter tells apart: الشعب and الشعوب."""
    if type_ != "ORG" or a == b or not (a.startswith("ال") and b.startswith("ال")):
        return False
    return min(len(a), len(b)) < LONG_WORD or a[-1] != b[-1]


@cache
def _lexicon(group: str) -> frozenset[str]:
    """Folded words of a group of ``data/corpus/given_names.toml``."""
    path = resources.files("riwaya") / "data" / "corpus" / "given_names.toml"
    names = tomllib.loads(path.read_text("utf-8"))["names"][group]
    return frozenset(fold_key(name) for name in names.split())
