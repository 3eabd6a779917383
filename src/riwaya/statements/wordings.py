"""Words that a noun of saying leads in, with no verb of saying: رحب بهم بقوله «كذا», أرفق الصورة بتعليق «كذا»."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.asides import led_to
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, words
from riwaya.statements.objects import opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import written_with_h
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_BY_SAYING, _WITH_WORDS = words("frames.by_saying"), words("frames.with_words")
_SAYING = words("arguments.saying")
_WHAT, _OF_IT = words("clauses.what"), words("arguments.of_it")
_SAY = cues().forms[fold_key("قال")][0].verb
LEADING_IN = _BY_SAYING | _WITH_WORDS
"""The words at which such a frame begins."""


def led_in(view: View, number: int, i: int) -> Draft | None:
    """The words that بقوله or بتعليق at ``i`` leads in."""
    if view.key(i) not in LEADING_IN:
        return None
    start, end = view.sentences[number]
    led = led_to(view, _SAY, i + 1, end)  # بقوله عبر كذا: «…»
    at = i + 1 if led < 0 else led
    begin = at + (view.is_that(at) or view.char(at) == ":")
    if begin >= end or (begin == at and not opens(view, begin)):
        return None
    if view.key(i) in _WITH_WORDS - _SAYING and opens(view, begin):
        return _with_words(view, number, i, begin)  # نشر فلان الصورة وأرفقها بتعليق «كذا»
    others = any(_a_cue(view, k) and not _of_what(view, k) for k in range(start, i))
    if others and view.is_comma(i - 1):
        return _by_saying(view, number, i, begin)
    return None if others else _with_words(view, number, i, begin)


def _by_saying(view: View, number: int, i: int, begin: int) -> Draft | None:
    """…، بقولها إن: the speaker of the report before it says why."""
    if view.key(i) not in _BY_SAYING:
        return None
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="participle:say", tense="participle", clause=i,
                 gender="f" if view.key(i).endswith("ها") else "m", start=begin, kind="that",
                 verb=_SAY, spoken=opens(view, begin))  # fmt: skip


def _with_words(view: View, number: int, i: int, begin: int) -> Draft | None:
    """رحب بهم المدير بقوله «…»: where nothing before it in the sentence is a cue whose words they could be."""
    start = view.sentences[number][0]
    subject = _who(view, start, i)
    feminine = view.key(i).endswith("ها") or view.key(start).endswith("ت")
    draft = Draft(cue=i, cue_end=i + 1, sentence=number, rule="wording", tense="past", clause=i,
                  gender="f" if feminine else "m", start=begin, kind="quote" if opens(view, begin) else "that",
                  verb=_SAY, spoken=opens(view, begin), joined=True)  # fmt: skip
    if subject is not None:
        draft.subject, draft.speaker, draft.clause = "before", speaker_of(view, subject), start
    return draft


def _of_what(view: View, k: int) -> bool:
    """وهو ما أكده فلان بقوله: whether the word at ``k`` only takes up what was told before."""
    return view.key(k - 1) in _WHAT and (
        view.key(k + 1) in _OF_IT or view.key(k).endswith(("ه", "ها"))
    )


def _a_cue(view: View, k: int) -> bool:
    """Whether a cue stands at ``k``, and no noun in ة that is spelt like one with a pronoun (طمأنة)."""
    key = view.key(k)
    forms = cues().forms.get(key, ()) or (
        cues().forms.get(key[1:], ()) if key[:1] in ("و", "ف") else ()
    )
    his = written_with_h(view.tokens[k].text)
    return any(his or not f.form.clitic for f in forms)


def _who(view: View, start: int, i: int) -> Phrase | None:
    """Who is told to have done it: a person, or somebody by a definite role, right behind the sentence's verb."""
    taken = (k + 1 + (view.key(k + 1) in _OF_IT) for k in range(start, i) if _of_what(view, k))
    first = next(taken, start)
    for j in range(first, min(i, first + 3)):
        phrase = read_phrase(view, j, i)
        if phrase is None:
            continue
        party = phrase.parties[0]
        person = party.mention is not None and party.mention.type == "PER"
        return phrase if person or (party.kind == "role" and party.head.startswith("ال")) else None
    return None
