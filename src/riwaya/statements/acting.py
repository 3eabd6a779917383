"""Whom a sentence's own verb has for its subject, where that verb tells no words: أوقفت السلطات رجلا واتهمته بكذا."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.inflection import Gender, Number
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.mainclause import fits
from riwaya.statements.objects import PREPOSITIONS
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.quantities import read_share
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_noun

_SINCE = frozenset(map(fold_key, ("منذ", "ومنذ")))
_ADJUNCT = words("clauses.adjunct") | _SINCE
_LEADING = words("clauses.leading")
_WAS = words("clauses.was")
_ABOUT_AS_MANY, _COUNTS = words("phrases.about_as_many"), words("phrases.counts")
_PEOPLE = words("phrases.counted_people")
ADJUNCT = 20
"""Tokens of the longest adjunct that a sentence begins with, up to its comma."""
SHORT_VERB = 3
"""Letters of a verb that is often spelt like a noun (رفع)."""


def acted(view: View, begin: int, cue: int, gender: Gender, number: Number) -> Phrase | None:
    """The subject right behind the verb that the sentence begins with, or that follows its adjunct (وخلال كذا، هتف فلان):
    one who can speak, and whose form that of ``cue`` agrees with.
    """
    i = _past_leading(view, _past_adjunct(view, begin, cue), cue)
    was = i > begin and view.key(i - 1) in _WAS
    j = past_adverb(view, i if was else i + 1)
    if j >= cue or not (was or _is_verb(view, i, gender, number)):
        return None
    if number == "p" and (share := read_share(view, j, cue) or _thousands(view, j, cue)):
        return share
    phrase = read_phrase(view, j, cue)
    if phrase is None or phrase.end > cue or len(phrase.parties) > 1:
        return None
    party = phrase.parties[0]
    several = party.kind == "role" and speaker_nouns().roles[party.head].endswith(("s", "people"))
    if number != "s":
        return phrase if several and number == "p" else None
    able = party.kind in ("role", "body", "mention") and fits(view, phrase, gender)
    return phrase if able and not several else None


def _thousands(view: View, i: int, end: int) -> Phrase | None:
    """نحو خمسة آلاف شخص: how many people, in words, behind a verb."""
    j = i + (view.key(i) in _ABOUT_AS_MANY)
    k = j
    while k < end and view.key(k) in _COUNTS:
        k += 1
    people = view.key(k) in _PEOPLE or view.key(k) in speaker_nouns().roles
    return Phrase(i, k + 1, (Party(i, k + 1, "noun"),)) if k > j and people else None


def _past_adjunct(view: View, begin: int, cue: int) -> int:
    """Past the adjunct that a sentence begins with and its comma."""
    if view.key(begin) not in _ADJUNCT:
        return begin
    near = range(begin + 1, min(cue, begin + ADJUNCT))
    return next((k + 1 for k in near if view.is_comma(k)), begin)


def _past_leading(view: View, i: int, cue: int) -> int:
    """Past كما, وقد, كانت before a verb."""
    while i < cue and (view.key(i) in _LEADING or view.key(i) in _WAS):
        i += 1
    return i


def _is_verb(view: View, i: int, gender: Gender, number: Number) -> bool:
    """Whether a verb that agrees may stand at ``i``, by its form and the word list."""
    key = view.key(i).removeprefix("و").removeprefix("ف")
    article = view.tokens[i].text.removeprefix("و").startswith("ال")  # ألقت: no article
    led = key in PREPOSITIONS or key in _ADJUNCT
    if not view.is_word(i) or article or led or view.mention(i) is not None or i in view.times:
        return False
    noun = is_noun("ال" + key) and len(key) > SHORT_VERB and number == "s"
    feminine = key.endswith("ت") or key.startswith(("ت", "ست"))
    return not noun and len(key) > 1 and (number != "s" or feminine == (gender == "f"))
