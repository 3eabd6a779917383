"""Who is set before his verb by أما: أما الحكومة فتقول إن, أما الوزير، وهو من الجنوب، فرأى أن."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.mainclause import fits
from riwaya.statements.objects import clause_after
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import Cue
from riwaya.statements.reaching import reaches
from riwaya.statements.references import speaker_of
from riwaya.statements.subjects import subject_after
from riwaya.statements.view import View

_AS_FOR = frozenset(map(fold_key, ("أما", "وأما")))
_MASCULINE = words("phrases.masculine_states")
FAR = 30
"""Tokens from أما to the verb whose subject it sets before it."""


def subject_as_for(view: View, draft: Draft, cue: Cue, start: int, end: int) -> None:
    """Give a verb in ف the subject that أما sets before it, unless its own follows (أما روسيا فقال رئيسها)."""
    if not cue.lead or view.key(cue.at)[:1] != "ف":
        return
    near = range(draft.clause - 1, max(start, draft.clause - FAR) - 1, -1)
    at = next((j for j in near if view.key(j) in _AS_FOR), -1)
    phrase = read_phrase(view, at + 1, draft.clause, generic=True) if at >= 0 else None
    if phrase is None or not _can_say(view, draft, phrase):
        return
    if not reaches(view, phrase.end, draft.clause) or _own(view, cue, end):
        return
    draft.subject, draft.speaker = "before", speaker_of(view, phrase)


def _can_say(view: View, draft: Draft, phrase: Phrase) -> bool:
    """Whether who is set before can be the subject of the verb by its form."""
    mention = phrase.parties[0].mention
    state = mention is not None and mention.type == "GPE" and mention.kind == "name"
    if draft.number != "s":
        return mention is None or len(phrase.parties) > 1
    if state and mention is not None and draft.gender == "m":
        return fold_key(mention.text) in _MASCULINE
    return fits(view, phrase, draft.gender)


def _own(view: View, cue: Cue, end: int) -> bool:
    """Whether a subject of the verb's own stands behind it: one that أن follows, or any where it has its object joined."""
    subject, _ = subject_after(view, cue, cue.at + 1, end)
    if subject is None:
        return False
    verb = cue.form.verb
    objects = verb.object is not None or "np" in verb.takes
    return bool(cue.form.form.clitic) or not objects or clause_after(view, subject.end - 1, end)
