"""Relays: نقلت وكالة عن فلان قوله, ونقلت عنه وكالة كذا قوله, نسب إلى فلان قوله."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.objects import opens
from riwaya.statements.phrases import read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.sources import FROM, RELAYED, issuer_of
from riwaya.statements.view import View

_TO, _ASCRIBED = frozenset({fold_key("إلى")}), words("frames.ascribed")
_FROM_HIM = frozenset(map(fold_key, ("عنه", "عنها", "عنهم")))
_MOUTH = frozenset({FROM, fold_key("لسان")})
_THIS = words("clauses.this")
_OWN_THAT = words("content.governs_that")
_HIS_SAYING = words("arguments.his_saying")
_SAYING = words("arguments.saying")


def find_relay(view: View, number: int, i: int) -> Draft | None:
    """نقلت وكالة X عن Y قوله إن: Y's statement, X relays it."""
    if view.key(i) not in RELAYED:
        return None
    end = view.sentences[number][1]
    if view.key(i + 1) in _FROM_HIM:
        return _relay_of_him(view, number, i)
    marked = opens(view, i + 1)
    carrier = read_phrase(view, i + 1 + marked, end)  # ونقلت "تاس" عن فلان
    j = carrier.end if carrier is not None else i + 1
    mouth = _TO if view.key(i).removeprefix("و") in _ASCRIBED else _MOUTH
    while j < min(end, i + 25) and view.key(j) not in mouth:
        j += 1
    j += view.key(j) in mouth and view.key(j + 1) in _THIS  # عن | هذا المسؤول
    led = view.key(j) in mouth or view.key(j) in _THIS
    quote = view.quote_of[j + 1] if led and j + 1 < end and opens(view, j + 1) else None
    begin, stop = (j + 2, view.at(quote.end) - 1) if quote is not None else (j + 1, end)
    source = read_phrase(view, begin, stop, generic=True) if led else None  # عن "مصدر مسؤول" في
    if source is None:
        return None
    for k in range(source.end, min(end, source.end + 25)):
        that = view.is_that(k) and not view.key(k).startswith("و")
        if quoted_at(view, k) and k - source.end < 4:
            at = k
            break
        if view.key(k) in _HIS_SAYING or (that and view.key(k - 1) not in _OWN_THAT):
            at = k
            break
    else:
        return None
    draft = Draft(cue=at, cue_end=at + 1, sentence=number, rule="relay", subject="after", tense="past",
                  speaker=speaker_of(view, source), clause=i, joined=True)  # fmt: skip
    draft.relay = [speaker_of(view, carrier)] if carrier is not None else []
    if source.parties[0].kind == "document":
        issuer = issuer_of(view, source.start + 1, at)
        draft.speaker = issuer[0] if issuer is not None else draft.speaker
        draft.occasion = view.words(source.start, source.start + 1)
    if view.is_that(at) or quoted_at(view, at):
        draft.cue, draft.cue_end = i, i + 1
    return _relayed_content(view, draft, at, end)


def _relay_of_him(view: View, number: int, i: int) -> Draft | None:
    """ونقلت عنه وكالة كذا قوله: the words of him who was told of before."""
    end = view.sentences[number][1]
    carrier = read_phrase(view, i + 2, end)
    at = carrier.end if carrier is not None else i + 2
    if carrier is None or view.key(at) not in _HIS_SAYING | _SAYING:
        return None
    draft = Draft(cue=at, cue_end=at + 1, sentence=number, rule="relay", tense="past", clause=i,
                  joined=True, relay=[speaker_of(view, carrier)])  # fmt: skip
    return _relayed_content(view, draft, at, end)


def quoted_at(view: View, k: int) -> bool:
    """Whether a quotation of some words opens at ``k``."""
    quote = view.quote_of[k]
    opened = quote is not None and quote.start == view.tokens[k].start
    return quote is not None and opened and view.at(quote.end) - k > 5


def _relayed_content(view: View, draft: Draft, at: int, end: int) -> Draft | None:
    here = view.is_that(at) or quoted_at(view, at)
    for k in range(at if here else at + 1, min(end, at + 20)):
        quote = view.quote_of[k]
        opens = quote is not None and quote.start == view.tokens[k].start
        mention = view.mention(k)
        if (
            mention is not None
            and mention.start > view.tokens[k].start
            and view.key(k).startswith("ل")
        ):
            phrase = read_phrase(view, k, end, proclitic=1)
            draft.addressee = speaker_of(view, phrase) if phrase is not None else None
        if view.is_that(k) or view.char(k) == ":":
            opened = view.quote_of[k + 1] if k + 1 < len(view.quote_of) else None
            draft.start = k + 1
            draft.spoken = opened is not None and opened.start == view.tokens[k + 1].start
            draft.kind = "that" if view.is_that(k) else ("quote" if draft.spoken else "speech")
            return draft if draft.start < end else None
        if opens:
            draft.start, draft.kind, draft.spoken = k, "quote", True
            return draft
    return None
