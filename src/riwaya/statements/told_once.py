"""What two cues tell and is one statement: a stand of the speaker's own, words begun by a verb of his, one clause of two cues."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.view import View

_HIS_OWN = words("clauses.his_own")
_RELATIVE = words("clauses.relative")
_STANDS_ALONE = frozenset({"rule out", "suspect", "discuss", "warn"})
"""Verb groups in the present that tell more than a stand, though the speaker tells them of himself."""
_CLAUSE_RULES = ("verb", "document")


def of_himself(view: View, draft: Draft) -> bool:
    """قال إنه يعارض كذا, أكد أن بلاده ترحب بكذا: whether the speaker only tells, in the present, what his own stand is."""
    outer, verb = draft.inside, draft.verb
    if outer is None or verb is None or outer.kind != "that" or draft.tense != "present":
        return False
    if outer.speaker is None or verb.group in _STANDS_ALONE or verb.partner:
        return False
    his = draft.cue - outer.start <= 1 + bool(view.char(draft.cue - 1))
    his = his and view.key(outer.start) in _HIS_OWN
    again = draft.subject == "dropped" and draft.clause == outer.start
    same = draft.speaker is not None and draft.speaker.key == outer.speaker.key
    return his or (again and same)


def begins_the_words(view: View, draft: Draft) -> bool:
    """قال: «أعلن استقالتي»: whether the verb that a quotation begins with has nobody for its subject but who is quoted."""
    outer = draft.inside
    if outer is None or outer.kind not in ("quote", "speech") or draft.subject != "dropped":
        return False
    first = outer.start + bool(view.char(outer.start))
    return draft.finite and draft.cue == first and draft.number == "s"


def of_another_cue(view: View, draft: Draft, beside: Sequence[Draft]) -> bool:
    """بنودا ترى اللجنة أنها كذا: whether another cue, nearer to the content, tells it (not in a relative clause closed by a
    comma: قال فلان، الذي يعد كذا، إن). ``beside``: the reports whose content begins where this one's does.
    """
    if not draft.finite or not draft.rule.startswith(_CLAUSE_RULES) or draft.kind == "before":
        return False
    for other in beside:
        nearer = draft.cue < other.cue < draft.start
        if not nearer or not other.rule.startswith(_CLAUSE_RULES) or other.kind == "before":
            continue
        if draft.speaker is None or other.speaker is None or draft.speaker.key == other.speaker.key:
            continue  # وتابع فلان، الذي كان يتحدث كذا، أن
        if not (view.is_comma(draft.start - 2) and view.key(other.cue - 1) in _RELATIVE):
            return True
    return False
