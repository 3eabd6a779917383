"""سارع الوزير إلى التشديد على أن كذا, حرص على القول إن كذا: a verb of how somebody went about saying something."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import Verb, cues, words
from riwaya.statements.objects import PREPOSITIONS, has_b, opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import pronoun_before
from riwaya.statements.references import speaker_of
from riwaya.statements.saying_nouns import begins, saying_verbs
from riwaya.statements.view import View

_SET_ON, _LEADING = words("frames.set_on"), words("frames.set_on_leading")
_DRIVES = words("frames.drives")
_FAR = 12
"""Tokens from the verb to the noun of saying."""


@cache
def _nouns() -> dict[str, Verb]:
    """The verb of each noun of saying with its article, and with ب before it."""
    further = (entry.split() for entry in words("frames.set_on_nouns"))
    nouns = saying_verbs() | {noun: cues().forms[verb][0].verb for noun, verb in further}
    plain = {"ال" + noun: verb for noun, verb in nouns.items()}
    return plain | {"ب" + noun: verb for noun, verb in plain.items()}


@cache
def set_on_triggers() -> frozenset[str]:
    """The words at which such a frame may begin."""
    return frozenset(_nouns())


def set_on_saying(view: View, number: int, i: int) -> Draft | None:
    """The report that the noun at ``i`` makes of a verb such as سارع before it in its sentence."""
    verb = _nouns().get(view.key(i))
    fused = view.key(i).startswith("ب")
    if verb is None or not (fused or view.key(i - 1) in _LEADING):
        return None
    start, end = view.sentences[number]
    driven = _driven(view, start, i)
    at = driven[0] if driven is not None else _verb_before(view, start, i)
    begin, kind_np = _content(view, verb, i, end)
    if at < 0 or begin < 0:
        return None
    led_by_b = view.key(begin).startswith("ب") and kind_np and has_b(view, begin)
    draft = Draft(cue=at, cue_end=at + 1, skip=int(led_by_b), sentence=number, rule="set on saying", tense="past", clause=at,
                  verb=verb, start=begin, kind="np" if kind_np else "that", spoken=opens(view, begin),
                  gender="f" if view.key(at).endswith("ت") else "m", lead=int(view.key(at).startswith("و")),
                  joined=view.key(at).startswith("و"))  # fmt: skip
    subject = driven[1] if driven is not None else _subject(view, start, at, i)
    if subject is not None:
        draft.subject, draft.speaker = "after", speaker_of(view, subject)
    return draft


def _driven(view: View, start: int, i: int) -> tuple[int, Phrase] | None:
    """دفع | الوزير إلى التهديد بكذا: the verb, and who stands right before إلى; None where nobody is driven."""
    at = next((j for j in range(i - 2, max(start, i - _FAR) - 1, -1) if view.key(j) in _DRIVES), -1)
    for j in range(at + 1, i - 1) if at >= 0 else ():
        phrase = read_phrase(view, j, i - 1)
        if phrase is not None and phrase.end == i - 1:
            return at, phrase
    return None


def _verb_before(view: View, start: int, i: int) -> int:
    """The verb such as سارع before the noun at ``i``, no mark between; -1 where there is none."""
    for j in range(i - 1, max(start, i - _FAR) - 1, -1):
        if view.char(j) and not view.is_comma(j):
            return -1
        if view.key(j).removeprefix("و") in _SET_ON:
            return j
    return -1


def _content(view: View, verb: Verb, i: int, end: int) -> tuple[int, bool]:
    """Where the content begins, and whether it is a noun that the verb's own preposition leads to; -1 for none."""
    begin = begins(view, verb, i + 1, end)
    if begin >= 0:
        return begin, False
    i = past_adverb(view, i + 1) - 1  # الإعلان | صراحة | عن كذا
    if view.char(i + 1) == ":" or opens(view, i + 1):
        return (i + 1 + (view.char(i + 1) == ":"), False) if i + 2 < end else (-1, False)
    led = PREPOSITIONS.get(view.key(i + 1)) in verb.takes and view.is_word(i + 2)
    if not led and fold_key("ب") in verb.takes and has_b(view, i + 1) and view.is_word(i + 1):
        return i + 1, True  # التهديد بقصف كذا
    return (i + 2, True) if led and i + 2 < end else (-1, False)


def _subject(view: View, start: int, at: int, i: int) -> Phrase | None:
    """Who stands behind the verb, or right before it; None where the verb goes back to who was told of."""
    phrase = read_phrase(view, at + 1, i)
    if phrase is not None or pronoun_before(view, at):
        return phrase
    for j in range(max(start, at - 6), at):
        phrase = read_phrase(view, j, at)
        if phrase is not None and phrase.end == at:
            return phrase
    return None
