"""The words of this room, folded and composed once a process from the TOML files in ``data/contacts``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from riwaya.arabic import fold_key, proclitic_splits
from riwaya.model import Ref
from riwaya.names.nationality import Nationality, adjectives
from riwaya.names.registry import registry

Tense = Literal["past", "present", "future"]
Frame = Literal[
    "noun",
    "meet",
    "receive",
    "visit",
    "arrive",
    "call",
    "dial",
    "speak",
    "discuss",
    "sign",
    "write",
    "dispatch",
]

_HEADING = ("president", "king", "leader", "prime", "chancellor", "emir", "sultan")
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
    arrival: bool = False
    owned: bool = False
    hosting: bool = False


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


@lru_cache(maxsize=1 << 16)
def has(group: str, key: str, word: str, name: str = "frames") -> bool:
    """Whether a folded word, or the word behind its conjunction, is in a list."""
    listed = words(group, key, name)
    return word in listed or (len(word) > 2 and word[0] in "وف" and word[1:] in listed)


@cache
def _nouns() -> dict[str, Reading]:
    out: dict[str, Reading] = {}
    for entry in table("triggers")["noun"]:
        for form in entry["forms"]:
            stem = fold_key(form)
            base = {"kind": entry["kind"], "frame": "noun", "weak": entry.get("weak", False)}
            base["arrival"] = entry.get("arrival", False)
            base["owned"] = entry.get("owned", False)
            base["hosting"] = entry.get("hosting", False)
            base["plural"] = stem.endswith("ات") or stem in {"قمم", "رسايل"}
            base["dual"] = stem.endswith("ين")
            bound = stem[:-1] + "ت" if stem.endswith("ه") else stem
            if base["hosting"]:
                out.setdefault(stem, Reading(**base))
            for surface in (stem, stem + "ا") if not base["owned"] else ():
                out.setdefault(surface, Reading(**base))
                if not base["arrival"]:
                    out.setdefault("ال" + surface, Reading(**base, definite=True))
            if stem.endswith("ء"):  # لقاء: لقائه، لقاؤه
                bound = stem[:-1] + "ي"
                for pronoun in _PRONOUNS:
                    for carrier in ("و", "ء"):
                        own = Reading(**base, definite=True, pronoun=pronoun)
                        out.setdefault(stem[:-1] + carrier + pronoun, own)
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
        for form in entry.get("participle", ()):
            out[fold_key(form)] = Reading(entry["kind"], entry["frame"], "present")
        for form in entry["imperfect"]:
            key = fold_key(form)
            dual = _is_dual(key, past=False)
            out[key] = Reading(entry["kind"], entry["frame"], "present", dual=dual)
            out["س" + key] = Reading(entry["kind"], entry["frame"], "future", dual=dual)
            out["ل" + key] = Reading(entry["kind"], entry["frame"], "future", dual=dual)
        out.update(_with_object(entry))
    return out


def _with_object(entry: dict[str, Any]) -> Iterator[tuple[str, Reading]]:
    """The forms of a verb that end in the pronoun of its object."""
    for group, tense in (("object", "past"), ("object_imperfect", "present")):
        for form in entry.get(group, ()):
            key = fold_key(form)
            pronoun = "ها" if key.endswith("ها") else "ه"
            times: tuple[tuple[str, Tense], ...] = (("", "past"),)
            if tense == "present":
                times = (("", "present"), ("س", "future"), ("ل", "future"))
            for mark, when in times:
                yield mark + key, Reading(entry["kind"], entry["frame"], when, pronoun=pronoun)


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
    return replace(found, prefix=prefix)


@cache
def nationalities() -> dict[str, str]:
    """Every folded word of a nationality adjective, and the state's id; of two words, the first."""
    out = {words[0]: found.state for words, found in adjectives().items() if len(words) == 1}
    for words in adjectives():
        for word in words:
            out.setdefault(word, adjectives()[words].state)
    return out


def nationality(first: str, second: str) -> Nationality | None:
    """The nationality that one or two folded words name: الياباني, الكوري الجنوبي."""
    return adjectives().get((first, second)) or adjectives().get((first,))


@cache
def offices() -> dict[tuple[str, ...], str]:
    """Plural offices before states, as folded words, and the singular office."""
    return {tuple(fold_key(k).split()): v for k, v in table("frames")["heads"]["offices"].items()}


@cache
def state(key: str) -> Ref:
    """A state by id, with its written forms."""
    known = registry().entity(key)
    return Ref(entity=key, name=known.ar[0] if known and known.ar else None,
               names=known.names if known else ())  # fmt: skip


@cache
def _bodies() -> dict[str, str]:
    listed = table("frames")["bodies"]
    return {fold_key(word): key for key, forms in listed.items() for word in forms}


def body_of(word: str) -> Ref | None:
    """The body whose summit a folded adjective names: القمة العربية."""
    if (key := _bodies().get(word)) is None:
        return None
    known = registry().entity(key)
    return Ref(entity=key, name=known.ar[0] if known and known.ar else None,
               names=known.names if known else ())  # fmt: skip


@cache
def heads_it(key: str | None, date: str | None) -> bool:
    """Whether a person heads a state or its government at a date, or ever where none is given."""
    return any(end in office for office in offices_of(key, date) for end in _HEADING)


@cache
def is_state(key: str | None) -> bool:
    """Whether an id is a state's."""
    known = registry().entity(key)
    return known is not None and known.kind == "state"


@cache
def city(name: str) -> Ref | None:
    """The city of that name, where a capital's name may also stand for its government."""
    for known in registry().find(name):
        if known.kind == "city":
            return Ref(entity=known.id, name=name, names=known.names)
    return None


@cache
def offices_of(key: str | None, date: str | None) -> tuple[str, ...]:
    """The offices that a person is known to hold at a date, or ever where none is given."""
    return tuple(tenure.office for tenure in registry().offices_of(key, date)) if key else ()


def side(key: str | None, date: str | None = None) -> str | None:
    """The state behind a city, body or person, by id; at a date where one is given."""
    return registry().side_of(key, date)
