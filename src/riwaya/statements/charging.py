"""وجهت النيابة إلى المدير اتهامات بالرشوة: a charge that somebody directs at another is what he accuses him of."""

from __future__ import annotations

from dataclasses import replace

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.objects import has_b, has_l
from riwaya.statements.view import View

_CHARGES = words("arguments.charges_directed")
_FINGERS, _TO = fold_key("أصابع"), fold_key("إلى")
_DIRECTS = "direct words at somebody"
_WITH_HIM = words("arguments.pronoun_adjuncts")
_SHORTEST = 4
"""Letters of a word that ل may stand on."""


def charged(view: View, draft: Draft) -> bool:
    """Move the content of a charge to who is charged (اتهامات | لفلان بكذا), or to what with (اتهامات | بكذا).

    False where nobody is told to have directed it (ووجهت له تهم بكذا).
    """
    if draft.verb is None or draft.verb.group != _DIRECTS or draft.kind != "np":
        return True
    at = draft.start + (view.key(draft.start) == _FINGERS)
    if view.key(at) not in _CHARGES:
        return True
    if draft.subject == "dropped" and not view.is_that(draft.cue - 1):
        return False
    k = at + 1
    while view.key(k) in _WITH_HIM or past_adverb(view, k) > k:
        k = max(past_adverb(view, k), k + 1)
    draft.verb = replace(draft.verb, act="criticise")
    if view.key(k) == _TO and view.is_word(k + 1):
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
