"""What a text without a subject of its own says: who issued it, who sent it, or nobody but the text that was heard of."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS
from riwaya.statements.references import speaker_of
from riwaya.statements.sources import issuer_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_verbal_noun

_ANY, _LACK = frozenset(map(fold_key, ("أي", "أية", "بأي", "لأي"))), fold_key("عدم")
_BETWEEN = fold_key("بين")
_SEVERAL = words("phrases.several_texts")
_HEARD, _GOT = words("frames.heard"), words("frames.got")
_GOVERNS = words("clauses.governs_a_noun") | words("frames.before_nouns")


def by_a_text(view: View, draft: Draft, i: int, start: int) -> None:
    """قرار يدعو إلى, بيان مشترك بين فلان وفلان يؤكد أن: what an indefinite text says is its issuer's."""
    documents = speaker_nouns().documents
    for j in range(i - 1, max(start, i - 14) - 1, -1):
        key = view.key(j)
        if (
            view.is_that(j)
            or view.char(j) in (":", '"')
            or key in cues().forms
            or key in CLAUSE_WORDS
        ):
            return
        head = key if key in documents else key.removesuffix("ا")
        if (
            head.startswith("ال")
            or head not in documents
            or (head.endswith(("ه", "ات")) or head in _SEVERAL) != (draft.gender == "f")
        ):
            continue
        if j == i - 1 and _only_heard(view, j, head, start):
            text = read_phrase(view, j, i) or Phrase(j, i, (Party(j, i, "document", None, head),))
            draft.subject, draft.speaker = "before", speaker_of(view, text)
            return
        between = next((k for k in range(j + 1, i) if view.key(k) == _BETWEEN), None)
        phrase = read_phrase(view, between + 1, i) if between is not None else None
        sent = documents[head] == "letter"
        issuer = issuer_of(view, j + 1, i, sent=sent) if phrase is None else None
        speaker = speaker_of(view, phrase) if phrase is not None else issuer[0] if issuer else None
        publisher = _sender(view, start, j)
        draft.speaker = speaker or publisher
        if draft.speaker is not None:
            draft.subject, draft.occasion = "before", view.words(j, j + 1)
            draft.relay = [publisher] if speaker is not None and publisher is not None else []
        return


def _only_heard(view: View, j: int, head: str, start: int) -> bool:
    """وسط تقارير | تفيد بكذا, تلقت الشرطة بلاغا | يفيد بكذا: whether a text at ``j`` is not told to be issued by anybody."""
    report = speaker_nouns().documents[head] == "report" or head in _HEARD
    got = any(view.key(k).removeprefix("و") in _GOT for k in range(start, min(j, start + 4)))
    none = view.key(j - 1) in _ANY or view.key(j - 2) == _LACK  # عدم وجود معلومات تشير إلى كذا
    led = view.key(j - 1) in _GOVERNS or is_verbal_noun(view.key(j - 1))
    return report and not none and (got or led)


def _sender(view: View, start: int, end: int) -> Speaker | None:
    """The subject of the sentence's first verb, who issued, published or passed a text."""
    for j in range(start + 1, min(end, start + 4)):
        phrase = read_phrase(view, past_adverb(view, j), end)
        if phrase is not None and view.key(j - 1) not in PREPOSITIONS:
            return speaker_of(view, phrase)
    return None
