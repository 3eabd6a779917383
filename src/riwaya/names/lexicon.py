"""The room's word lists, and how often a word stands in the news that the clusters were learned from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import zstandard

from riwaya.arabic import fold_key
from riwaya.names.load import lines, table


@cache
def words_of(group: str) -> frozenset[str]:
    """The folded words of one group of words.toml."""
    for groups in table("words").values():
        if group in groups:
            return frozenset(fold_key(word) for word in groups[group].split())
    raise KeyError(group)


@cache
def clusters() -> dict[str, list[str]]:
    """Folded word → its clusters from coarse to fine, then its count (training/names_clusters.py)."""
    return {row[0]: row[1:] for row in compressed("clusters.tsv.zst")}


def compressed(name: str) -> list[list[str]]:
    """The rows of a table that training made; none where it is not there (when it is being made)."""
    path = files("riwaya") / "data" / "names" / "models" / name
    if not path.is_file():
        return []
    text = zstandard.decompress(path.read_bytes()).decode("utf-8")
    return [line.split("\t") for line in text.split("\n")]


@cache
def name_counts() -> dict[str, str]:
    """Folded word → how often it is a given name, a family name, and between them: three grades, 0 to 4.

    From training/names_lists.py.
    """
    return {row[0]: row[1] for row in compressed("name_counts.tsv.zst")}


def frequency(word: str) -> int:
    """How often a folded word stands in 29,413 news articles of 2018; 0 below four times."""
    return _counts().get(word, 0)


@cache
def _counts() -> dict[str, int]:
    return {word: int(row[-1]) for word, row in clusters().items()}


_EASTERN = ("china", "taiwan", "south-korea", "north-korea", "vietnam", "myanmar", "cambodia")
"""Their people's names are of syllables that Arabic has as words; words.toml lists these."""


@cache
def listed_name_parts() -> dict[str, tuple[str, ...]]:
    """Folded word → the places it takes in the full names of our lists: ``given``, ``family``, ``middle``."""
    from riwaya.names.registry import form_key, registry

    found: dict[str, set[str]] = {}
    people = [e for e in registry().entities() if e.type == "PER" and e.side not in _EASTERN]
    full = [form for e in people for form in e.ar]
    full += [row[1] for row in lines("people_more")]
    for form in full:
        key = form_key(form)
        if len(key) < 2:
            continue
        for at, word in enumerate(key):
            place = "given" if at == 0 else "family" if at == len(key) - 1 else "middle"
            found.setdefault(word, set()).add(place)
    for word in words_of("given_names"):
        found.setdefault(word, set()).add("given")
    return {word: tuple(sorted(places)) for word, places in found.items()}


@cache
def name_parts() -> dict[str, tuple[str, ...]]:
    """The listed parts, and those mined from news (``mined-given``, ``mined-family``)."""
    found = dict(listed_name_parts())
    listed = frozenset(found)
    for word, place in compressed("name_words.tsv.zst"):
        if word[0] in "لب" and word not in listed and word[1:] in listed:
            continue  # لهاري is a name behind ل
        found[word] = (*found.get(word, ()), f"mined-{place}")
    for word in words_of("place_heads") | words_of("org_heads"):
        found.pop(word, None)  # ولاية is in somebody's name, and hardly ever means it
    return found
