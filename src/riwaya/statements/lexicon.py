"""The cue and speaker lexicons, composed once from ``data/statements/*.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from riwaya.arabic.folding import fold_key
from riwaya.model import Act, Certainty, Polarity, Stance
from riwaya.statements.inflection import Inflected, inflect


@dataclass(frozen=True, slots=True)
class Verb:
    """A report verb: where its content stands, what it does, what an object before the content is."""

    lemma: str
    group: str
    takes: frozenset[str]
    act: Act
    polarity: Polarity = "affirmed"
    stance: Stance = "neutral"
    certainty: Certainty = "certain"
    object: str | None = None
    marker: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    excepts: frozenset[str] = frozenset()
    clause: bool = False
    """The form is a common noun or particle too: it counts only where a verb can stand."""
    speaker: bool = False
    """It counts only with a subject who can speak."""
    document: bool = False
    """Only a document, a study or a law does it (نص على)."""
    near: bool = False
    """No object may stand between it and its preposition (أقر البرلمان القانون بالإجماع is no admission)."""
    partner: bool = False
    run: bool = False
    ends_in_a: bool = False
    """Its present ends in ى (يرى), which of another verb would be the passive (يوصى)."""
    written: str = ""
    """The lemma as the lexicon writes it, its spelling not folded."""
    facts: bool = False
    """Its bare object is what happened or how many (ذكرت مقتل كذا, أحصى 13 كذا), not any noun."""
    watch: bool = False
    """It reports only with a body that watches, counts or documents (وثق المرصد كذا)."""
    light: bool = False
    """It reports only when negated, of certain objects (لم يعط أي إشارة)."""
    unsaid: bool = False
    """It reports only when negated, of any object (لم يحدد كذا)."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """A form of a report verb, as looked up."""

    verb: Verb
    form: Inflected


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue lexicon: forms by folded key, and the closed sets of the other frames."""

    forms: Mapping[str, tuple[CueForm, ...]]
    behind_a_comma: frozenset[str]
    """Participles that are another word too elsewhere."""
    negations: frozenset[str]
    withheld: frozenset[str]
    withheld_objects: frozenset[str]
    agentless: frozenset[str]
    agentless_nouns: frozenset[str]
    asked: frozenset[str]
    attribution: frozenset[str]
    attribution_clauses: frozenset[str]
    attribution_said: frozenset[str]
    own_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class SpeakerNouns:
    """Head nouns of speakers, by folded key, with their English for ids."""

    roles: Mapping[str, str]
    bodies: Mapping[str, str]
    documents: Mapping[str, str]
    pairs: Mapping[str, str]
    addressees: Mapping[str, str]
    qualities: Mapping[str, str]
    occasions: frozenset[str]
    settings: frozenset[str]


def _read(name: str) -> dict[str, Any]:
    path = files("riwaya") / "data" / "statements" / name
    return tomllib.loads(path.read_text("utf-8"))


def _keys(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _verb(group: Mapping[str, Any], lemma: str, present: str, *, light: bool = False) -> Verb:
    return Verb(
        lemma=fold_key(lemma),
        group=str(group.get("name", "withheld")),
        takes=frozenset(fold_key(t) if t != "np" else t for t in group.get("takes", ["np"])),
        act=cast("Act", group.get("act", "other")),
        polarity=cast("Polarity", group.get("polarity", "affirmed")),
        stance=cast("Stance", group.get("stance", "neutral")),
        certainty=cast("Certainty", group.get("certainty", "certain")),
        object=group.get("object"),
        marker=_keys(group.get("marker", [])),
        only=_keys(group.get("only", [])),
        excepts=_keys(group.get("except", [])),
        clause=group.get("needs") == "clause",
        speaker=group.get("subject") in ("speaker", "document", "watch"),
        document=group.get("subject") == "document",
        near=bool(group.get("near", False)),
        partner=bool(group.get("partner", False)),
        run=bool(group.get("run", False)),
        ends_in_a=present.endswith("ى"),
        written=lemma,
        facts=bool(group.get("facts", False)),
        watch=group.get("subject") == "watch",
        light=light,
        unsaid=bool(group.get("unsaid", False)),
    )


def _forms(
    groups: list[Mapping[str, Any]], light: Mapping[str, Any], never: frozenset[str]
) -> dict[str, tuple[CueForm, ...]]:
    out: dict[str, list[CueForm]] = {}
    for group in [*groups, light]:
        for entry in group["verbs"]:
            past, present, participle = entry.split()
            verb = _verb(group, past, present, light=group is light)
            for form in inflect(past, present, participle, objects=group.get("objects", True)):
                out.setdefault(form.key, []).append(CueForm(verb, form))
    return {key: tuple(found) for key, found in out.items() if key not in never}


@cache
def cues() -> Cues:
    """The cue lexicon."""
    data = _read("cues.toml")
    withheld, attribution = data["withheld"], data["attribution"]
    light = withheld["light"][0]
    return Cues(
        forms=_forms(data["group"], light, _keys(data["never"]["forms"])),
        behind_a_comma=_keys(data["behind_a_comma"]["forms"]),
        negations=_keys(withheld["negations"]),
        withheld=_keys(withheld["verbs"]),
        withheld_objects=_keys(light["objects"]),
        agentless=_keys(data["agentless"]["light"]),
        agentless_nouns=_keys(data["agentless"]["nouns"]),
        asked=_keys(data["agentless"]["passive_ask"]),
        attribution=_keys(attribution["words"]),
        attribution_clauses=_keys(attribution["clauses"]),
        attribution_said=_keys(attribution["said"]),
        own_words=_keys(attribution["own"]),
    )


def _constructs(word: str) -> tuple[str, ...]:
    """A sound plural and the forms that it takes before its genitive: مسؤولون, مسؤولو, مسؤولي."""
    plural = word.endswith(("ون", "ين")) and len(word) > 5 and not word.startswith("ال")
    return (word, word[:-2] + "و", word[:-2] + "ي") if plural else (word,)


def _table(groups: Mapping[str, list[str]]) -> dict[str, str]:
    every = {
        fold_key(form): name
        for name, words in groups.items()
        for word in words
        for form in _constructs(word)
    }
    return every | {fold_key(word): name for name, words in groups.items() for word in words}


def _duals(table: Mapping[str, str]) -> dict[str, str]:
    """The two of each single body by its noun: الوكالتان, الحزبين, قناتا (كذا)."""
    single = {
        k: n for k, n in table.items() if not k.endswith(("ات", "ان", "ين", "ي", "نا", "ها", "ا"))
    }
    stems = {key[:-1] + "ت" if key.endswith("ه") else key: name for key, name in single.items()}
    both = {stem + end: name for stem, name in stems.items() for end in ("ان", "ين")}
    led = {k[:-1] + "تا": n for k, n in single.items() if k.endswith("ه") and k[:2] != "ال"}
    return led | both


def _two_of(roles: Mapping[str, str]) -> dict[str, str]:
    """The two of each single role, in the nominative: مسؤولان, النائبتان."""
    single = {k: n for k, n in roles.items() if not n.endswith(("s", "people")) and len(k) > 3}
    single = {k: n for k, n in single.items() if not k.endswith(("ان", "ون", "ين", "ها", "ا"))}
    stems = {key[:-1] + "ت" if key.endswith("ه") else key: name for key, name in single.items()}
    return {stem + "ان": name + "s" for stem, name in stems.items()}


@cache
def speaker_nouns() -> SpeakerNouns:
    """The nouns that head a speaker's description."""
    data = _read("speakers.toml")
    return SpeakerNouns(
        roles=_two_of(_table(data["roles"])) | _table(data["roles"]),
        bodies=_duals(_table(data["bodies"])) | _table(data["bodies"]),
        documents=_table(data["documents"]),
        pairs=_table(data["pairs"]),
        addressees=_table(data["addressees"]),
        qualities=_table(data["qualities"]),
        occasions=_keys(
            [form for word in data["occasions"]["words"] for form in (word, "ال" + word)]
        ),
        settings=_keys(data["occasions"]["prepositions"]),
    )


@dataclass(frozen=True, slots=True)
class Definite:
    """Words with the article that the corpus shows to be adjectives, and those that it shows to be nouns."""

    adjectives: frozenset[str]
    nouns: frozenset[str]


@cache
def definite() -> Definite:
    """``definite.txt``: made by ``training/definite_words.py``; already folded."""
    text = (files("riwaya") / "data" / "statements" / "definite.txt").read_text("utf-8")
    kinds: dict[str, frozenset[str]] = {"+": frozenset(), "-": frozenset()}
    for line in text.splitlines():
        kind, _, entries = line.partition(" ")
        if kind in kinds:
            kinds[kind] = frozenset(entries.split())
    return Definite(kinds["+"], kinds["-"])


@cache
def _words() -> dict[str, Any]:
    return _read("words.toml")


@cache
def words(name: str) -> frozenset[str]:
    """A closed set of ``words.toml`` by section and name (``"clauses.relative"``), folded."""
    section, _, key = name.partition(".")
    entry = _words()[section][key]
    return _keys(entry if isinstance(entry, list) else entry.split())
