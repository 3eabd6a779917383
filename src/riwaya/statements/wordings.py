"""Words that a noun of saying leads in, with no verb of saying: رحب بهم بقوله «كذا», أرفق الصورة بتعليق «كذا»."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, words
from riwaya.statements.objects import opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_BY_SAYING, _WITH_WORDS = words("frames.by_saying"), words("frames.with_words")
LEADING_IN = _BY_SAYING | _WITH_WORDS
"""The words at which such a frame begins."""


def led_in(view: View, number: int, i: int) -> Draft | None:
    """The words that بقوله or بتعليق at ``i`` leads in."""
    if view.key(i) not in LEADING_IN:
        return None
    end = view.sentences[number][1]
    begin = i + 1 + (view.is_that(i + 1) or view.char(i + 1) == ":")
    if begin >= end or (begin == i + 1 and not opens(view, begin)):
        return None
    if view.char(i - 1) in ("،", ","):
        return _by_saying(view, number, i, begin)
    return _with_words(view, number, i, begin)


def _by_saying(view: View, number: int, i: int, begin: int) -> Draft | None:
    """…، بقولها إن: the speaker of the report before it says why."""
    if view.key(i) not in _BY_SAYING:
        return None
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="participle:say", tense="participle", clause=i,
                 gender="f" if view.key(i).endswith("ها") else "m", start=begin, kind="that",
                 verb=cues().forms[fold_key("قال")][0].verb, spoken=opens(view, begin))  # fmt: skip


def _with_words(view: View, number: int, i: int, begin: int) -> Draft | None:
    """رحب بهم المدير بقوله «…»: where nothing before it in the sentence is a cue whose words they could be."""
    start = view.sentences[number][0]
    if any(_a_cue(view.key(k)) for k in range(start, i)):
        return None
    subject = _who(view, start, i)
    feminine = view.key(i).endswith("ها") or view.key(start).endswith("ت")
    draft = Draft(cue=i, cue_end=i + 1, sentence=number, rule="wording", tense="past", clause=i,
                  gender="f" if feminine else "m", start=begin, kind="quote" if opens(view, begin) else "that",
                  verb=cues().forms[fold_key("قال")][0].verb, spoken=opens(view, begin), joined=True)  # fmt: skip
    if subject is not None:
        draft.subject, draft.speaker, draft.clause = "before", speaker_of(view, subject), start
    return draft


def _a_cue(key: str) -> bool:
    return key in cues().forms or (key[:1] in ("و", "ف") and key[1:] in cues().forms)


def _who(view: View, start: int, i: int) -> Phrase | None:
    """Who is told to have done it: a person, or somebody by a definite role, right behind the sentence's verb."""
    for j in range(start, min(i, start + 3)):
        phrase = read_phrase(view, j, i)
        if phrase is None:
            continue
        party = phrase.parties[0]
        person = party.mention is not None and party.mention.type == "PER"
        return phrase if person or (party.kind == "role" and party.head.startswith("ال")) else None
    return None
