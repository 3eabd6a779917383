"""The forms of a report verb: what the lexicon leaves to rule.

A verb is given by three folded stems (past, present, active participle), third person masculine
singular; the paradigm of sound, hollow and defective verbs follows from their last letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from riwaya.arabic.folding import fold_key

Tense = Literal["past", "present", "jussive", "participle"]
Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]


@dataclass(frozen=True, slots=True)
class Inflected:
    """One form of a verb: its folded spelling and what it agrees with. ``clitic``: an object is joined."""

    key: str
    tense: Tense
    gender: Gender
    number: Number
    clitic: bool = False


_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا")


def inflect(past: str, present: str, participle: str, *, objects: bool) -> Iterator[Inflected]:
    """Every form that news uses of a verb; with ``objects``, those with a joined pronoun too."""
    forms: list[Inflected] = []
    if past != "-":
        forms += _past(fold_key(past), sound=past.endswith("أ"))
    if present != "-":
        forms += _present(fold_key(present))
        if present.endswith("ئ"):  # يهنئ is as often written يهنيء
            forms += [
                Inflected(form.key + "ء", form.tense, form.gender, form.number)
                for form in _present(fold_key(present))
                if form.number == "s" and form.tense == "present"
            ]
    yield from forms
    if objects:
        for form in forms:
            yield from _with_pronouns(form)
    if participle != "-":
        yield from _participle(fold_key(participle))


def _with_pronouns(form: Inflected) -> Iterator[Inflected]:
    """A form with each pronoun for its object: اعتبره, اعتبروها, يعتبرونها, تتهمانه."""
    if form.tense not in ("past", "present"):
        return
    if form.number == "s":
        stem = form.key[:-1] + "ا" if form.key.endswith("ي") else form.key
        for pronoun in _OBJECTS:
            yield Inflected(stem + pronoun, form.tense, form.gender, "s", clitic=True)
            if stem != form.key:
                yield Inflected(form.key + pronoun, form.tense, form.gender, "s", True)
    elif form.number == "p" or form.tense == "present":
        stem = form.key if form.number == "d" else form.key.removesuffix("ا")
        for pronoun in _OBJECTS:
            yield Inflected(stem + pronoun, form.tense, form.gender, form.number, clitic=True)


def _past(stem: str, *, sound: bool) -> list[Inflected]:
    """``sound``: a last ا is a hamza's seat (هنأ), not the verb's weak letter (دعا)."""
    defective = not sound and stem.endswith(("ي", "ا")) and len(stem) > 2
    base = stem[:-1] if defective else stem
    dual = base + ("وا" if stem.endswith("ا") else "يا") if defective else stem + "ا"
    out = [
        Inflected(stem, "past", "m", "s"),
        Inflected(base + "ت", "past", "f", "s"),
        Inflected(base + "وا", "past", "m", "p"),
        Inflected(base + "تا", "past", "f", "d"),
    ]
    if not sound and len(stem) > 2:
        out.append(Inflected(dual, "past", "m", "d"))
    if (women := _women(stem, sound=sound)) is not None:
        out.append(Inflected(women, "past", "f", "p"))
    return out


def _women(stem: str, *, sound: bool) -> str | None:
    """طالبن, أشرن, قلن: the past of several women; None where it would be spelt as another word."""
    if sound or len(stem) < 3 or stem.endswith(("ي", "ا")):
        return None
    hollow = stem[-2] == "ا" and (len(stem) > 3 or stem == "قال")
    if len(stem) == 3 and (stem[1] == "ا" or stem[0] == "و") and not hollow:
        return None  # لمن, وعدن: "to whom", Aden
    return (stem[:-2] + stem[-1] if hollow else stem) + "ن"


def _present(stem: str) -> list[Inflected]:
    body = stem[1:]
    defective = body.endswith(("ي", "و"))
    base = body[:-1] if defective else body
    out: list[Inflected] = []
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        one: Gender = "m" if gender == "m" else "f"
        many = base + "ون"
        dual = (body if body.endswith("و") else base + "ي") + "ان" if defective else body + "ان"
        for future in ("", "س"):
            out.append(Inflected(future + prefix + body, "present", one, "s"))
            out.append(Inflected(future + prefix + dual, "present", one, "d"))
            out.append(Inflected(future + prefix + many, "present", one, "p"))
        if prefix == "ي" and not defective and len(body) > 2:
            out.append(Inflected(prefix + _jussive(body) + "ن", "present", "f", "p"))  # يقلن
        out.append(Inflected(prefix + _jussive(body), "jussive", one, "s"))
        out.append(Inflected(prefix + base + "وا", "jussive", one, "p"))
        out.append(
            Inflected(prefix + (body if not defective else dual[:-2]) + "ا", "jussive", one, "d")
        )
    return out


def _jussive(body: str) -> str:
    if body.endswith(("ي", "و")):
        return body[:-1]
    if body.startswith("ست") and body[-2] == "ي" and len(body) > 4:
        return body[:-2] + body[-1]  # يستجيب -> يستجب
    if len(body) == 3 and body[1] in "ويا":  # hollow: يقول -> يقل, يشير -> يشر
        return body[0] + body[2]
    return body


def _participle(stem: str) -> Iterator[Inflected]:
    """The circumstantial accusative: محذرا، محذرة، محذرين، محذرتين، محذرات."""
    if stem.endswith("ا"):
        stem = stem[:-1]
    plural = stem[:-1] if stem.endswith("ي") else stem
    yield Inflected(stem + "ا", "participle", "m", "s")
    yield Inflected(stem + "ه", "participle", "f", "s")
    yield Inflected(plural + "ين", "participle", "m", "p")
    yield Inflected(stem + "تين", "participle", "f", "d")
    yield Inflected(stem + "ات", "participle", "f", "p")
