"""Words that no subject is, whatever stands behind them: deeds, things that are only acted on, adverbs."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.names.lexicon import frequency
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import NOUN_AND_VERB, has_l
from riwaya.statements.places import Cue
from riwaya.statements.view import THAT_PRONOUN, View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

_REACH, _THE = fold_key("أبلغ"), fold_key("ال")
_OR, _IN_IT = fold_key("أو"), words("arguments.pronoun_adjuncts")
_EACH = words("phrases.each")
_ABOUT_AS_MANY = words("phrases.about_as_many")
_ACTED_ON = words("phrases.acted_on")
_SAYING = words("arguments.saying")
_PLURALS = re.compile(r"ال[^م]\w?ا\w{2}ه")
"""Plurals in ة of those who act (الأساقفة, البطاركة), behind a verb in the masculine."""
_CAUSED = re.compile(r"ا\w{2}ا\w?ه?")
_ACCUSATIVE = "\u064b"
NISBA = 4
"""Letters of the shortest adjective in ي."""
_BODIES = frozenset(speaker_nouns().bodies) | frozenset(speaker_nouns().documents)


def is_nobody(view: View, cue: Cue, i: int) -> bool:
    """Whether the word at ``i``, which no lexicon of speakers knows, is none who could do what the verb says."""
    return (
        _ACCUSATIVE in view.tokens[i].text[-2:]  # وقالت معلقةً
        or _an_object(view, cue, i)
        or led_by_l(view, i)
        or _adjective_of_a_deed(view, cue, i)
    )


def _an_object(view: View, cue: Cue, i: int) -> bool:
    """رفض المقارنة بين كذا, أكد إصرار فلان على كذا, تهدد حياة الناس: what is refused, affirmed, threatened."""
    text, key = view.tokens[i].text, view.key(i)
    takes = cue.form.verb.takes
    if key in _ACTED_ON:
        return True
    pattern = text.startswith("إ") and _CAUSED.fullmatch(key) is not None  # إصرار, إبقاء
    deed = pattern and "np" in takes and key not in _BODIES
    unlike = cue.form.form.gender == "m" and key.startswith("ال") and text.endswith(("ة", "ات"))
    return deed or (unlike and "np" in takes and _PLURALS.fullmatch(key) is None)


def led_by_l(view: View, i: int) -> bool:
    """Whether ل leads to a word that is commoner without it: وقال لمحاوره, يدعو لاتخاذ كذا."""
    key = view.key(i)
    known = view.mention(i) is not None or is_adjective("ال" + key)
    return has_l(view, i) and not known and frequency(key[1:]) > frequency(key)


def _adjective_of_a_deed(view: View, cue: Cue, i: int) -> bool:
    """بعد تعهد | قطري بكذا: a noun that is spelt like a verb, and its adjective."""
    key = view.key(i)
    past = cue.form.form.tense == "past" and not cue.form.form.clitic and not cue.joined
    nisba = key.endswith("ي") and len(key) >= NISBA and not key.startswith(("ال", "ا"))
    noun = past and nisba and key not in speaker_nouns().roles
    return noun and is_verbal_noun(view.key(cue.at)) and is_adjective(key)


def stops_the_clause(view: View, j: int) -> bool:
    """Whether a participle of saying stands at ``j``, whose own words a mark behind it opens (رفض كذا قائلا: …)."""
    return view.key(j) in _SAYING and not view.key(j).startswith("ب")


def a_noun_here(view: View, cue: Cue) -> bool:
    """إنه أمر مدهش, سيبلغ 400 مليار: a noun with its adjective, or how much something comes to, and no verb of saying."""
    after, form = cue.at + 1, cue.form.form
    if view.key(cue.at - 1) in _EACH and form.tense == "past":
        return True  # لكل فرد
    if form.tense == "present" and cue.form.verb.lemma == _REACH:
        counted = view.tokens[after].kind == "number" if after < len(view.tokens) else False
        several = view.key(after) == _THE and after + 1 < len(view.tokens)
        several = several and view.tokens[after + 1].kind == "number"  # الـ42 من العمر
        return counted or several or view.key(after) in _ABOUT_AS_MANY
    noun = form.tense == "past" and not form.clitic and is_verbal_noun(view.key(cue.at))
    beside = view.key(cue.at - 1) == _OR and is_verbal_noun(view.key(cue.at - 2))
    happens = view.key(cue.at - 2) in cues().agentless and view.key(cue.at - 1) in _IN_IT
    if noun and len(form.key) == NOUN_AND_VERB and (beside or happens):
        return True  # حالة عجز أو رفض, مرة يتم فيها رفض كذا
    governed = THAT_PRONOUN.fullmatch(view.key(cue.at - 1)) is not None
    short = len(form.key) == NOUN_AND_VERB and form.gender == "m" and form.number == "s"
    if noun and short and view.key(cue.at - 1).endswith("ها") and governed:
        return True  # قالت إنها رد على كذا
    described = is_adjective(view.key(after)) and not view.key(after).startswith("ال")
    return noun and governed and described and view.mention(after) is None
