"""What a noun of saying tells that somebody said: بعد إعلان الحكومة أن كذا, رغم ادعائه أن كذا, رسالة مفادها أن كذا."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.folding import fold_key
from riwaya.statements.asides import introduces, led_to
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import GOVERNS_A_NOUN
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_OWN_THAT = words("clauses.other_that") | words("content.governs_that")
_OCCASIONS = frozenset(speaker_nouns().settings) | cues().attribution | {fold_key("حد")}
_LEADING = GOVERNS_A_NOUN | words("frames.before_nouns")
_PRONOUNS = ("هما", "هم", "ها", "ه")
_RELAYED = words("frames.relayed") | words("frames.ascribed")
_TO_THE_EFFECT, _SENT, _GOT = (
    words("frames.through"),
    words("frames.sent"),
    words("frames.got"),
)
_FROM = frozenset(map(fold_key, ("من", "عن")))
_FAR = 30
"""Tokens back to a verb that carries another's words."""
_NEAR = 12
"""Tokens between a text and what it amounts to."""


@cache
def saying_verbs() -> dict[str, Verb]:
    """The verb of each noun of saying (إعلان, ادعاء), by its folded key."""
    entries = (entry.rpartition(" ") for entry in words("frames.saying_nouns"))
    return {noun: cues().forms[verb][0].verb for noun, _, verb in entries}


@cache
def saying_triggers() -> frozenset[str]:
    """The words at which such a frame may begin."""
    nouns = frozenset(saying_verbs())
    theirs = {
        _stem(noun) + letter + p for noun in nouns for p in _PRONOUNS for letter in _seats(noun)
    }
    return nouns | theirs | _TO_THE_EFFECT | {"و" + word for word in _TO_THE_EFFECT}


def _stem(noun: str) -> str:
    return noun.removesuffix("ء")


def _seats(noun: str) -> tuple[str, ...]:
    """What stands for the last hamza of a noun before a pronoun (ادعائه, ادعاءه, ادعاؤه)."""
    return ("ء", "ئ", "ؤ", "ي", "و") if noun.endswith("ء") else ("",)


def noun_of_saying(view: View, number: int, i: int) -> Draft | None:
    """The report that the noun at ``i`` makes, with its speaker behind it or on it."""
    if view.key(i).removeprefix("و") in _TO_THE_EFFECT:
        return _to_the_effect(view, number, i)
    noun = view.key(i)
    if (carried := _carried(view, number, i)) >= 0:
        return _relayed(view, number, i, carried) if noun in saying_verbs() else None
    if view.key(i - 1) not in _LEADING or view.key(i - 1) in _OCCASIONS:
        return None  # قال في إعلان كذا إن
    if noun in saying_verbs():
        return _of_somebody(view, number, i, saying_verbs()[noun])
    named = (n for n in saying_verbs() if noun.startswith(_stem(n)) and noun.endswith(_PRONOUNS))
    noun = max(named, key=len, default="")
    return _of_him(view, number, i, saying_verbs()[noun]) if noun else None


def _carried(view: View, number: int, i: int) -> int:
    """The verb that carries another's words before the noun in its sentence (نقلت وكالة عن فلان تأكيده أن), or -1."""
    near = range(max(view.sentences[number][0], i - _FAR), i)
    return next((j for j in near if view.key(j).removeprefix("و") in _RELAYED), -1)


def _relayed(view: View, number: int, i: int, carried: int) -> Draft | None:
    """نقلت القناة | قول القيادة إن كذا: where nothing but who carries the words stands between."""
    marked = opens(view, carried + 1)
    carrier = read_phrase(view, carried + 1 + marked, i)
    if carrier is None or carrier.end + marked != i:
        return None
    draft = _of_somebody(view, number, i, saying_verbs()[view.key(i)])
    if draft is not None:
        draft.rule, draft.aside = "relay", False
        draft.clause, draft.relay = carried, [speaker_of(view, carrier)]
    return draft


def _of_somebody(view: View, number: int, i: int, verb: Verb) -> Draft | None:
    """بعد إعلان الحكومة، أمس، أن كذا."""
    end = view.sentences[number][1]
    phrase = read_phrase(view, i + 1, end)
    if phrase is None or not _able(view, phrase):
        return None
    begin = begins(view, verb, view.skip_comma(phrase.end), end)
    if begin < 0 or _called(view, number, i, begin):
        return None
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="noun", tense="past", clause=i, aside=True,
                 verb=verb, start=begin, kind="that", spoken=opens(view, begin), subject="after",
                 speaker=speaker_of(view, phrase))  # fmt: skip


def _able(view: View, phrase: Phrase) -> bool:
    """Whether it is somebody who can speak, and not how the noun is described (تصريح صحفي)."""
    party = phrase.parties[0]
    place = party.mention is not None and party.mention.type == "LOC"
    return party.kind in ("mention", "role", "body", "pair") and not place


def _of_him(view: View, number: int, i: int, verb: Verb) -> Draft | None:
    """رغم ادعائه أن كذا: the speaker is who was named before."""
    begin = begins(view, verb, i + 1, view.sentences[number][1])
    if begin < 0 or _called(view, number, i, begin):
        return None
    key = view.key(i)
    feminine = key.endswith("ها")
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="noun:his:back", tense="past", clause=i, aside=True,
                 verb=verb, start=begin, kind="that", spoken=opens(view, begin), gender="f" if feminine else "m",
                 number="p" if key.endswith("هم") else "s")  # fmt: skip


def begins(view: View, verb: Verb, at: int, end: int) -> int:
    """Where the clause begins that أن, with the verb's preposition or ب or عن before it, leads in; -1 where none does."""
    k = at if introduces(view, verb, at, end) else led_to(view, verb, at, end)
    if k < 0 and view.is_that(at) and view.key(at).startswith("ب"):
        k = at
    if k < 0 or view.char(k) == ":" or opens(view, k):
        return -1
    if PREPOSITIONS.get(view.key(k)) in verb.takes and not view.is_that(k):
        k += 1
    if not view.is_that(k) or view.key(k - 1) in _OWN_THAT - set(PREPOSITIONS) or k + 1 >= end:
        return -1
    return k + 1


def _called(view: View, number: int, i: int, begin: int) -> bool:
    """وصف فلان إعلان الوزارة بأنه كذا: whether بأن says what the saying is called."""
    if not view.key(begin - 1).startswith("ب"):
        return False
    near = range(max(view.sentences[number][0], i - _FAR), i)
    keys = (k for j in near for k in (view.key(j), view.key(j).removeprefix("و")))
    forms = (f for key in keys for f in cues().forms.get(key, ()))
    return any(fold_key("ب") in f.verb.marker for f in forms)


def _to_the_effect(view: View, number: int, i: int) -> Draft | None:
    """بعث رسالة مفادها أن كذا: who sent a text says so, and else the text."""
    start, end = view.sentences[number]
    if not view.is_that(i + 1) or i + 2 >= end:
        return None
    texts = (j for j in range(i - 1, max(start, i - _NEAR) - 1, -1) if _a_text(view.key(j)))
    at = next(texts, -1)
    if at < 0:
        return None
    draft = Draft(cue=i, cue_end=i + 1, sentence=number, rule="to the effect", tense="past", clause=i,
                  start=i + 2, kind="that", spoken=opens(view, i + 2))  # fmt: skip
    draft.occasion = view.words(at, at + 1)
    got = any(view.key(j).removeprefix("و") in _GOT for j in range(start, at))
    sender = _sender(view, start, at, i)
    if sender is None and not got:
        return None  # لتكن هذه رسالة مفادها أن كذا
    draft.agentless = sender is None
    if sender is not None:
        draft.subject, draft.speaker = "after", speaker_of(view, sender)
    return draft


def _a_text(key: str) -> bool:
    nouns = speaker_nouns().documents
    return key in nouns or (key.endswith("ا") and key[:-1] in nouns)


def _sender(view: View, start: int, at: int, i: int) -> Phrase | None:
    """Who sent the text at ``at``: by من behind it, by the verb of sending before it; or the text, where it is told about."""
    for j in range(at + 1, i - 1):
        if view.key(j) in _FROM:
            return read_phrase(view, j + 1, i)
    for j in range(start, at):
        key = view.key(j).removeprefix("و")
        if key in _SENT:
            return read_phrase(view, j + 1, at) or _before(view, start, j)
    told = speaker_nouns().documents.get(view.key(at)) == "report"  # تقارير مفادها أن كذا
    return read_phrase(view, at, i) if told and view.key(at - 1) not in _FROM else None


def _before(view: View, start: int, j: int) -> Phrase | None:
    """فلان | أرسل رسالة: who stands right before the verb of sending."""
    for k in range(max(start, j - 5), j):
        phrase = read_phrase(view, k, j)
        if phrase is not None and phrase.end == j:
            return phrase
    return None
