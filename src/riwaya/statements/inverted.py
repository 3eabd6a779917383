"""Words that stand before their cue, in marks: ‹كذا›، قال فلان; ‹كذا›.. هكذا يرى فلان; ‹كذا›، بهذه الكلمات شكر فلان."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.phrases import Phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_THUS, _BY_THESE = fold_key("هكذا"), fold_key("بهذه")
_WORDS = words("frames.words")
_DOTS = (".", "…")
WHOLE = 5
"""Tokens of words in marks within a sentence, the opening mark with them, up to which they are a term."""
SHORTEST = 4
"""Tokens of the shortest words that are read so, their opening mark with them."""


def said_thus(view: View, cue: int) -> int:
    """The token of هكذا or بهذه الكلمات right before a cue, which goes back to words in marks; -1 where neither stands."""
    if view.key(cue - 1) == _THUS:
        return cue - 1
    these = view.key(cue - 1) in _WORDS and view.key(cue - 2) == _BY_THESE
    return cue - 2 if these else -1


def inverted(view: View, draft: Draft, subject: Phrase | None) -> Draft | None:
    """The draft with the words before its cue; None where none in marks stand there."""
    verb = draft.verb
    if subject is None or verb is None:
        return None
    if view.key(draft.cue).startswith("س") and draft.tense == "present":
        return None  # "كذا" ستواصل الاعتماد
    thus = said_thus(view, draft.cue)
    i = (thus if thus >= 0 else draft.cue) - 1
    while i > 0 and (view.is_comma(i) or (thus >= 0 and view.char(i) in _DOTS)):
        i -= 1
    quote = view.quote_of[i] if i > 0 else None
    if quote is None or ("quote" not in verb.takes and thus < 0):
        return None
    start = view.at(quote.start)
    if quote.end != view.tokens[i].end or i - start < SHORTEST:
        return None
    apart = view.block_of[i] != view.block_of[draft.cue]
    whole = start <= view.sentences_start(start) + 1 or i - start > WHOLE or thus >= 0
    if apart or not whole:
        return None  # a title's marks before the first paragraph; بعد "جرائم كذا"، واصل الجيش
    draft.subject, draft.speaker = "after", speaker_of(view, subject)
    draft.kind, draft.rule, draft.spoken = "quote", "inverted", True
    draft.start, draft.stop = start + 1, i
    return draft
