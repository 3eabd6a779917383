"""What the tagger sees of a word and of its neighbours: attributes, as strings.

An attribute says the same wherever its word stands, so they are made once a word and place and
their weights remembered as one sum (``tagger._Remembered``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.arabic import fold_key
from riwaya.names.gazetteer import splits
from riwaya.names.lexicon import clusters, name_counts, name_parts, words_of
from riwaya.names.nationality import adjectives

WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+")
"""A word of folded text, for learning clusters."""

PLACES = (-2, -1, 1, 2)
"""How far away the neighbours stand that are seen: -1 is the word before."""

EDGES = {place: (f"{place}:edge",) for place in PLACES}
"""What is seen where a neighbour would be beyond the text's edge."""


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


@lru_cache(maxsize=65536)
def pair(left: str, right: str) -> tuple[str, str] | None:
    """What two neighbours are as names, where both are: as the second of them sees it, and as the first."""
    names = _as_name(left), _as_name(right)
    if not all(names):
        return None
    both = "_".join(map("".join, names))
    return f"npc={both}", f"ncn={both}"


_GROUPS = ("office_heads", "titles", "say_verbs", "place_heads", "org_heads", "outlet_kinds")


def own(word: str) -> list[str]:
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
    return out


def beside(word: str, place: int) -> list[str]:
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
    return [f"{place}:{f}" for f in out]


def marks(label: str) -> tuple[list[str], list[str], list[str]]:
    """What a gazetteer's label at a word says: at the word, at the one before it, and at the one behind."""
    return [f"g={label}"], [f"g=+1{label}"], [f"g=-1{label}"]
