"""وجهت النيابة إلى المدير اتهامات بالرشوة: a charge that somebody directs at another is what he accuses him of."""

from __future__ import annotations

from dataclasses import replace

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.objects import PREPOSITIONS, has_b, has_l, opens
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

_CHARGES = words("arguments.charges_directed")
_FINGERS = fold_key("أصابع")
_TO = fold_key("إلى")
_TO_OR_ABOUT = frozenset((_TO, fold_key("حول"), fold_key("بشأن")))
_DIRECTS, _AT = "direct words at somebody", "direct words at"
_WITH_HIM = words("arguments.pronoun_adjuncts")
_CRITICISMS, _CALLS = words("arguments.criticisms_directed"), words("arguments.calls_directed")
_CALL_REACH = 9
"""Tokens from a call to what somebody is called to."""
_BLAMES, _BLAME = "lay the blame", words("arguments.blame")
_SHORTEST = 4
"""Letters of a word that ل may stand on."""


def blames(view: View, draft: Draft) -> bool:
    """Move the content past the blame to whom or what it is laid on: ألقى باللوم على | فلان.

    False where a verb that lays blame lays none (ألقى كلمة قال فيها كذا).
    """
    if draft.verb is None or draft.verb.group != _BLAMES:
        return True
    if view.key(draft.start) not in _BLAME:
        return False
    k = past_adverb(view, draft.start + 1)
    if view.key(k) in PREPOSITIONS and (view.is_word(k + 1) or opens(view, k + 1)):
        draft.start, draft.skip = k + 1, 0
    return True


def charged(view: View, draft: Draft) -> bool:
    """Move the content of a charge to who is charged (اتهامات | لفلان بكذا), or to what with (اتهامات | بكذا).

    False where nobody is told to have directed it (ووجهت له تهم بكذا).
    """
    if draft.verb is None or not draft.verb.group.startswith(_AT) or draft.kind != "np":
        return True
    at = draft.start + (view.key(draft.start) == _FINGERS)
    if view.key(at) not in _CHARGES:
        _aimed(view, draft)
        return True
    if draft.subject == "dropped" and not view.is_that(draft.cue - 1):
        return False
    k = at + 1
    while view.key(k) in _WITH_HIM or past_adverb(view, k) > k:
        k = max(past_adverb(view, k), k + 1)
    draft.verb = replace(draft.verb, act="criticise")
    if view.key(k) in _TO_OR_ABOUT and view.is_word(k + 1):
        draft.start, draft.skip = k + 1, 0
        return True
    named = view.mention(k)
    of_him = named is not None and named.start == view.tokens[k].start + 1
    if (
        view.key(k).startswith("ل")
        and (of_him or (has_l(view, k) and len(view.key(k)) >= _SHORTEST))
    ) or (has_b(view, k) and view.is_word(k)):
        draft.start, draft.skip = k, 1
        return True
    return draft.verb.group == _DIRECTS  # تبادلا الاتهامات: nobody is told what with


def _aimed(view: View, draft: Draft) -> None:
    """Move the content of a criticism to whom it is aimed at (انتقادات حادة | للحكومة), of a call to what for (نداء إلى
    الأهالي | لإخلاء المدينة).
    """
    at = draft.start
    if view.key(at) in _CALLS:
        for k in range(at + 1, min(at + _CALL_REACH, view.sentences[draft.sentence][1])):
            deed = has_l(view, k) and is_verbal_noun(view.key(k)[1:]) and view.mention(k) is None
            if view.char(k) or deed:
                draft.start, draft.skip = (k, 1) if deed else (draft.start, draft.skip)
                return
    if view.key(at) not in _CRITICISMS:
        return
    k = at + 1
    while is_adjective(view.key(k)) or past_adverb(view, k) > k:
        k = max(past_adverb(view, k), k + 1)
    if view.key(k) == _TO and view.is_word(k + 1):
        draft.start, draft.skip = k + 1, 0
    elif view.key(k).startswith("ل") and len(view.key(k)) >= _SHORTEST and view.is_word(k):
        draft.start, draft.skip = k, 1
    draft.verb = replace(draft.verb, act="criticise") if draft.verb is not None else None
