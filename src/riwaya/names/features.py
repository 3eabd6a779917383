"""What the tagger sees of a word and of its neighbours.

Every word's own features are made once and remembered, for each place where it may stand beside
the word that is tagged: tagging a page is then mostly joining lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from riwaya.arabic import fold_key
from riwaya.names.gazetteer import splits
from riwaya.names.lexicon import clusters, name_counts, name_parts, words_of
from riwaya.names.nationality import adjectives

WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+")
"""A word of folded text, for learning clusters."""

Features = list[bytes]
_EDGE: dict[int, Features] = {k: [f"{k}:edge".encode()] for k in (-2, -1, 1, 2)}


@lru_cache(maxsize=65536)
def _basics(word: str) -> tuple[str, str, tuple[str, ...]]:
    """The folded word, its stem without proclitics, and the classes that our lists put it in."""
    key = fold_key(word) or word
    if key[0].isdigit():
        return "0", "0", ("num",)
    if not key[0].isalpha():
        return key[:1], key[:1], ("mark",)
    if key.isascii():
        return key, key, ("latin",)
    known = clusters()
    stem = key
    if key not in known or int(known[key][-1]) < 20:
        readings = [s.stem for s in splits(key) if s.prefix and len(s.stem) > 2 and s.stem in known]
        stem = max(readings, key=lambda r: int(known[r][-1]), default=key)
    classes = [f"in:{g}" for g in _GROUPS if key in words_of(g) or stem in words_of(g)]
    if (key,) in adjectives():
        classes.append("nat")
    classes += [f"np:{part}" for part in name_parts().get(stem, name_parts().get(key, ()))]
    return key, stem, tuple(classes)


@lru_cache(maxsize=65536)
def _as_name(word: str) -> tuple[str, ...]:
    """How often the word is a given (G), a family (S) and a middle (M) name; nothing where it is none.

    That a word is not listed says little: the list knows few people of Europe or Asia.
    """
    key, stem, classes = _basics(word)
    counts = name_counts()
    grades = counts.get(key) or counts.get(stem)
    if grades is None or "nat" in classes:
        return ()
    found = [f"{place}{grade}" for place, grade in zip("GSM", grades, strict=True) if grade != "0"]
    return (*found, "nc") if key not in counts else tuple(found)


@lru_cache(maxsize=131072)
def _pair(left: str, right: str) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """What two neighbours are as names, where both are: to the second of them, and to the first."""
    names = _as_name(left), _as_name(right)
    if not all(names):
        return (), ()
    both = "_".join(map("".join, names))
    return _encoded([f"npc={both}"]), _encoded([f"ncn={both}"])


_kept: frozenset[bytes] | None = None


def restrict(attributes: frozenset[bytes]) -> None:
    """Make only features that a model has a weight for: the others cost time and tell it nothing."""
    global _kept  # noqa: PLW0603  # one model a process; the word caches are made for it
    _kept = attributes
    for remembered in (own, beside, _pair, sees):
        remembered.cache_clear()


@cache
def sees(kind: str) -> bool:
    """Whether the model has a weight for any feature that begins so; a model in training may have."""
    return _kept is None or any(attribute.startswith(kind.encode()) for attribute in _kept)


def _encoded(made: list[str]) -> tuple[bytes, ...]:
    coded = [feature.encode() for feature in made]
    return tuple(coded if _kept is None else [c for c in coded if c in _kept])


_GROUPS = ("office_heads", "titles", "say_verbs", "place_heads", "org_heads", "outlet_kinds")


@lru_cache(maxsize=65536)
def own(word: str) -> tuple[bytes, ...]:
    """The features of a word at its own place."""
    key, stem, classes = _basics(word)
    out = [f"w={key}", f"r={word}", f"s={stem}", *classes, *(f"n{g}" for g in _as_name(word))]
    if key[0].isalpha() and len(key) > 2:
        out += [f"p1={key[0]}", f"p2={key[:2]}", f"p3={key[:3]}", f"p4={key[:4]}"]
        out += [f"e1={key[-1]}", f"e2={key[-2:]}", f"e3={key[-3:]}", f"e4={key[-4:]}"]
        out.append(f"len={min(len(key), 9)}")
        if stem != key:
            out += [f"sp={key[: len(key) - len(stem)]}", f"se3={stem[-3:]}", f"sp3={stem[:3]}"]
    known = clusters()
    for name, form in (("k", key), ("ks", stem)):
        if found := known.get(form):
            out += [f"{name}{grain}={c}" for grain, c in enumerate(found[:-1])]
        else:
            out.append(f"{name}c=none")
    return _encoded(out)


@lru_cache(maxsize=131072)
def beside(word: str, place: int) -> tuple[bytes, ...]:
    """The features of a word as a neighbour ``place`` words away (-2 to 2)."""
    key, stem, classes = _basics(word)
    out = [f"w={key}", *classes]
    known = clusters()
    found = known.get(key) or known.get(stem)
    out.append(f"c={found[0]}" if found else "c=none")
    if abs(place) == 1:
        out += [f"n{g}" for g in _as_name(word)]
        if found:
            out += [f"f={found[1]}", f"g={found[2]}"]
        out.append(f"e2={key[-2:]}")
        if stem != key:
            out.append(f"s={stem}")
    return _encoded([f"{place}:{f}" for f in out])


@cache
def _marks(label: str) -> bytes:
    return f"g={label}".encode()


def features(
    words: Sequence[str], gazetteer: Sequence[str], towns: Sequence[str] = ()
) -> list[Features]:
    """The features of each word of a sentence.

    ``gazetteer`` and ``towns`` have a label a word, "" for none (``tagger.hints``, ``tagger.town_hints``).
    """
    out: list[Features] = []
    n = len(words)
    towns = towns or [""] * n
    paired = sees("npc=") or sees("ncn=")
    pairs = [_pair(words[i], words[i + 1]) for i in range(n - 1)] if paired else []
    for i, word in enumerate(words):
        item: Features = [*own(word)]
        for place in (-2, -1, 1, 2):
            at = i + place
            item += beside(words[at], place) if 0 <= at < n else _EDGE[place]
        if pairs and i:
            item += pairs[i - 1][0]
        if pairs and i + 1 < n:
            item += pairs[i][1]
        for kind in (gazetteer, towns):
            if kind[i]:
                item.append(_marks(kind[i]))
            if i and kind[i - 1]:
                item.append(_marks("-1" + kind[i - 1]))
            if i + 1 < n and kind[i + 1]:
                item.append(_marks("+1" + kind[i + 1]))
        out.append(item)
    return out
