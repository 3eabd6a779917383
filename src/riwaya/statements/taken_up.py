"""لكن طهران تنفي ذلك: a verb whose bare object only takes up what was told before it, of this or that."""

from __future__ import annotations

from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.objects import PREPOSITIONS
from riwaya.statements.spans import spans
from riwaya.statements.view import View

_THIS = words("clauses.this") | words("content.the_matter")
_ANSWERING = frozenset({"deny", "reject"})
"""Verb groups that answer what another has said."""
_AGREEING = frozenset({"consent", "agree together", "support"})
"""Verb groups whose this or that is still what was agreed to."""
_BUT = words("clauses.but")
_SAYING = words("arguments.saying")


def takes_up(view: View, draft: Draft) -> bool | None:
    """Whether a verb's object is only this or that: True where the verb answers what was told, None where it tells
    nothing of its own (واشنطن لديها معلومات تؤكد ذلك), False where the object is another.
    """
    if draft.kind != "np" or view.key(draft.start)[draft.skip :] not in _THIS or draft.verb is None:
        return False
    called = draft.verb.object == "theme" and draft.verb.group not in _ANSWERING
    if called or not _alone(view, draft) or draft.verb.group in _AGREEING:
        return False  # اعتبر ذلك كذا, عزا ذلك إلى كذا
    return True if draft.verb.group in _ANSWERING and draft.subject != "dropped" else None


def _alone(view: View, draft: Draft) -> bool:
    """Whether this or that stands by itself, with no noun behind it (وافق على هذا القرار)."""
    k = draft.start + 1
    if k >= view.sentences[draft.sentence][1] or not view.is_word(k):
        return True
    key = view.key(k)
    if key in _SAYING or key in PREPOSITIONS or past_adverb(view, k) > k:
        return True
    return key.startswith("و") and not key.startswith("وال")


def take_up(view: View, draft: Draft, drafts: list[Draft]) -> None:
    """Give a verb of this or that the words that it answers, which end before its clause at the latest."""
    draft.content = [view.span(draft.start, draft.start + 1)]
    told = _told_before(draft, drafts)
    if told is None:
        return
    if told.stop > draft.clause > told.start:
        k = draft.clause
        while k > told.start + 1 and (view.key(k - 1) in _BUT or not view.is_word(k - 1)):
            k -= 1
        told.stop, told.content = k, spans(view, told.start, k, speech=told.spoken)
    draft.content, draft.start, draft.stop = list(told.content), told.start, told.stop


def _told_before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The last report of another in the sentence, or in the one before, whose words this or that takes up."""
    before = (
        d for d in drafts
        if d is not draft and d.content and d.finite and d.cue < draft.cue
        and draft.sentence - d.sentence <= 1 and d.inside is None
    )  # fmt: skip
    return max(before, key=lambda d: d.cue, default=None)
