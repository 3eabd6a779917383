"""The words of this room, folded and composed once a process from the TOML files in ``data/contacts``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from riwaya.arabic import fold_key, proclitic_splits

Tense = Literal["past", "present", "future"]
Frame = Literal["noun", "meet", "receive", "visit", "call", "dial", "speak"]

_PRONOUNS = ("هما", "هم", "ها", "نا", "ه", "ي", "هن")
_NOUN_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"})


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word may name a contact. ``width`` letters of proclitics stand before it."""

    kind: str
    frame: Frame
    tense: Tense = "past"
    weak: bool = False
    definite: bool = False
    pronoun: str = ""
    plural: bool = False
    dual: bool = False
    prefix: str = ""


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of ``data/contacts``, as it stands."""
    text = files("riwaya").joinpath(f"data/contacts/{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(group: str, key: str, name: str = "frames") -> frozenset[str]:
    """The folded single words of one list."""
    return frozenset(fold_key(w) for w in table(name)[group][key] if " " not in w)


@cache
def phrases(group: str, key: str, name: str = "frames") -> tuple[tuple[str, ...], ...]:
    """The folded entries of one list as word sequences, the longest first."""
    listed = [tuple(fold_key(w).split()) for w in table(name)[group][key]]
    return tuple(sorted(listed, key=len, reverse=True))


def has(group: str, key: str, word: str, name: str = "frames") -> bool:
    """Whether a folded word, or the word behind its conjunction, is in a list."""
    listed = words(group, key, name)
    return word in listed or (len(word) > 3 and word[0] in "وف" and word[1:] in listed)


@cache
def _nouns() -> dict[str, Reading]:
    out: dict[str, Reading] = {}
    for entry in table("triggers")["noun"]:
        for form in entry["forms"]:
            stem = fold_key(form)
            base = {"kind": entry["kind"], "frame": "noun", "weak": entry.get("weak", False)}
            base["plural"] = stem.endswith("ات") or stem in {"قمم", "رسايل"}
            base["dual"] = stem.endswith("ين")
            bound = stem[:-1] + "ت" if stem.endswith("ه") else stem
            for surface in (stem, stem + "ا"):
                out.setdefault(surface, Reading(**base))
                out.setdefault("ال" + surface, Reading(**base, definite=True))
            if stem.endswith("ء"):  # لقاء: لقائه، لقاؤه
                bound = stem[:-1] + "ي"
                for pronoun in _PRONOUNS:
                    out.setdefault(
                        stem[:-1] + "و" + pronoun, Reading(**base, definite=True, pronoun=pronoun)
                    )
            for pronoun in _PRONOUNS:
                out.setdefault(bound + pronoun, Reading(**base, definite=True, pronoun=pronoun))
    return out


@cache
def _verbs() -> dict[str, Reading]:
    out: dict[str, Reading] = {}
    for entry in table("triggers")["verb"]:
        for form in entry["perfect"]:
            key = fold_key(form)
            out[key] = Reading(entry["kind"], entry["frame"], "past", dual=_is_dual(key, past=True))
        for form in entry["imperfect"]:
            key = fold_key(form)
            dual = _is_dual(key, past=False)
            out[key] = Reading(entry["kind"], entry["frame"], "present", dual=dual)
            out["س" + key] = Reading(entry["kind"], entry["frame"], "future", dual=dual)
            out["ل" + key] = Reading(entry["kind"], entry["frame"], "future", dual=dual)
    return out


def _is_dual(key: str, *, past: bool) -> bool:
    """Whether a verb has its doers in its ending, two or more of them."""
    return key.endswith(("ا", "وا")) if past else key.endswith(("ان", "ون", "وا", "يا", "عا"))


@lru_cache(maxsize=1 << 14)
def reading(key: str) -> Reading | None:
    """The contact that a folded word may name, or None."""
    nouns, verbs = _nouns(), _verbs()
    for split in proclitic_splits(key):
        if (found := nouns.get(split.stem)) and split.prefix in _NOUN_PREFIXES:
            return _with_prefix(found, split.prefix)
        if (found := verbs.get(split.stem)) and split.prefix in ("", "و", "ف"):
            return _with_prefix(found, split.prefix)
    return None


def _with_prefix(found: Reading, prefix: str) -> Reading:
    if not prefix:
        return found
    return Reading(
        found.kind, found.frame, found.tense, found.weak, found.definite, found.pronoun,
        found.plural, found.dual, prefix,
    )  # fmt: skip


@cache
def nationalities() -> dict[str, str]:
    """Every folded form of a nationality adjective, and the state's id."""
    out: dict[str, str] = {}
    for word, state in table("frames")["nationalities"].items():
        stem = fold_key(word)
        for ending in ("", "ه", "ين", "ان", "ون", "تين"):
            for article in ("", "ال"):
                out[article + stem + ending] = state
    return out


@cache
def offices() -> dict[tuple[str, ...], str]:
    """Plural offices before states, as folded words, and the singular office."""
    return {tuple(fold_key(k).split()): v for k, v in table("frames")["heads"]["offices"].items()}


def state_of(place: str | None) -> str | None:
    """The state that receives visitors in a city, by entity id."""
    return table("places")["states"].get(place) if place else None
