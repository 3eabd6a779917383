"""Words of a cue that no mark or أن behind it opens: they stand before it, or begin bare behind its subject."""

from __future__ import annotations

import re

from riwaya.statements.drafts import Draft
from riwaya.statements.inverted import inverted
from riwaya.statements.lexicon import Verb, cues, words
from riwaya.statements.objects import PREPOSITIONS, has_b, opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_FIRST_PERSON = re.compile(r"[وف]?(?:س?ن\w{3,5}(?:ه|ها|هم)?|اننا|اني|انا|نحن|لسنا|لدينا)")
UNMARKED_REACH = 4
"""Paragraphs that a quotation without an opening mark may run through."""
_PLAIN = frozenset({"say", "add", "explain", "affirm", "state"})
"""Groups whose content may follow a mere comma."""
_NO_SPEECH = (
    words("content.no_object")
    | words("clauses.new_clause")
    | words("arguments.asides")
    | words("clauses.conjunctions")
)


def _named_behind(view: View, draft: Draft, end: int) -> Phrase | None:
    """‹…›، تضيف مهى: whoever a closed clause behind the words names, though no lexicon knows the name."""
    i = draft.cue - 1 - (view.is_comma(draft.cue - 1))
    quote = view.quote_of[i] if i > 0 else None
    j = draft.cue + 1
    says = draft.verb is not None and (draft.verb.run or draft.verb.group in _PLAIN)
    if quote is None or quote.end != view.tokens[i].end or draft.number != "s" or not says:
        return None
    if view.key(j) in PREPOSITIONS or view.key(j) in _NO_SPEECH or has_b(view, j):
        return None
    phrase = read_phrase(view, j, end, generic=True)
    joined = phrase is not None and view.key(phrase.end)[1:] in cues().forms
    closed = phrase is not None and (phrase.end >= end or joined or bool(view.char(phrase.end)))
    return phrase if closed and phrase is not None and not opens(view, phrase.end) else None


def _plain_speech(view: View, draft: Draft, subject: Phrase, end: int) -> bool:
    """قال فلان سنفعل كذا: words with neither mark nor أن, told to be his by the first person."""
    mention = subject.parties[0].mention
    if (
        mention is None
        or mention.type != "PER"
        or view.char(subject.end)
        or view.key(subject.end).startswith("ل")
    ):
        return False
    return any(
        _FIRST_PERSON.fullmatch(view.key(j)) for j in range(subject.end, min(end, subject.end + 4))
    )


def _speech_after_comma(view: View, verb: Verb, subject: Phrase, end: int) -> int:
    """قال فلان، الحكومة لن تستقيل: where a clause with neither أن nor marks begins, or the words in marks behind
    an apposition (قال فلان، أحد كذا "…"); 0 where neither does.
    """
    begin = subject.end + 1
    if verb.group not in _PLAIN or not view.is_comma(subject.end) or end - begin < 4:
        return 0
    if any(view.key(k) in cues().forms for k in range(begin, end) if view.quote_of[k] is None):
        return 0
    for k in range(begin, min(end, begin + 40)):
        quote = view.quote_of[k]
        if quote is not None and quote.start == view.tokens[k].start:
            whole = quote.closed and view.at(quote.end) - k > 6 and view.at(quote.end) >= end - 1
            return k if whole else 0
    if view.key(begin) in PREPOSITIONS or view.key(begin) in _NO_SPEECH or view.char(begin):
        return 0
    aside = any(view.is_comma(k) for k in range(begin, min(end, begin + 3)))
    return 0 if aside else begin


def _unmarked(view: View, draft: Draft, subject: Phrase | None, end: int) -> Draft | None:
    """قال فلان and then his words, closed by a mark that nothing opened."""
    verb = draft.verb
    if subject is None or verb is None or "quote" not in verb.takes or verb.act != "assert":
        return None
    head = draft.cue == view.sentences[draft.sentence][0] and not verb.document
    if subject.end >= end or not head:
        return None
    here = view.tokens[subject.end].start
    last = min(view.block_of[draft.cue] + UNMARKED_REACH, len(view.blocks)) - 1
    close = next((at for at in view.marks.unopened if here < at < view.blocks[last].end), None)
    if close is None and (begin := _speech_after_comma(view, verb, subject, end)):
        draft.subject, draft.speaker = "after", speaker_of(view, subject)
        draft.kind, draft.start, draft.rule = "that", begin, "after a comma"
        return draft
    if close is None and verb.group == "say" and _plain_speech(view, draft, subject, end):
        draft.subject, draft.speaker = "after", speaker_of(view, subject)
        draft.kind, draft.start, draft.rule = "speech", subject.end, "unmarked speech"
        return draft
    if close is None or any(
        here < quote.start < close and not quote.closed for quote in view.marks.quotes
    ):
        return None
    draft.subject, draft.speaker = "after", speaker_of(view, subject)
    draft.kind, draft.start, draft.stop = "speech", subject.end, view.at(close)
    draft.rule, draft.spoken = "unmarked", True
    return draft


def read_without_opening(
    view: View, draft: Draft, subject: Phrase | None, end: int
) -> Draft | None:
    """The draft whose words stand before the cue, or behind its subject with no mark before them."""
    subject = subject or _named_behind(view, draft, end)
    return inverted(view, draft, subject) or _unmarked(view, draft, subject, end)
