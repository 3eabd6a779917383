"""Reports: a cue, its subject, its addressee, and where its content begins.

Each verb of the lexicon that stands where a verb can stand is read forwards as VSO
(``قال فلان لفلان إن``) and, where no subject follows, backwards as SVO (``أن فلانا قال``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from riwaya.arabic.folding import fold_key
from riwaya.statements.arguments import Opening
from riwaya.statements.attributions import issuer_of
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import CueForm, cues, words
from riwaya.statements.openings import find_opening
from riwaya.statements.phrases import Phrase
from riwaya.statements.places import (
    Cue,
    anchored,
    impersonal,
    in_headline,
    light_object,
    pronoun_before,
    verbal_place,
    written_with_ta,
)
from riwaya.statements.references import speaker_of
from riwaya.statements.subjects import is_object, subject_after, subject_before
from riwaya.statements.view import View

_FIRST_PERSON = re.compile(r"[وف]?(?:س?ن\w{3,5}(?:ه|ها|هم)?|اننا|اني|انا|نحن|لسنا|لدينا)")
UNMARKED_REACH = 4
"""Paragraphs that a quotation without an opening mark may run through."""
_HYPOTHETICAL = words("clauses.hypothetical")
NEGATED = words("clauses.negations")


def find_reports(view: View) -> Iterator[Draft]:
    """Every report that a verb or participle of the lexicon opens, in text order."""
    for number, (start, end) in enumerate(view.sentences):
        i = start
        while i < end:
            if not _readings(view.keys[i])[0]:
                i += 1
                continue
            found = [d for cue in cues_at(view, i, start) if (d := _report(view, cue, number))]
            if found:
                best = min(found, key=lambda d: (d.start - d.cue, d.subject == "dropped"))
                yield best
                i = max(best.cue_end, i + 1)
            else:
                i += 1


def cues_at(view: View, i: int, start: int) -> list[Cue]:
    """The readings of the word at ``i`` as a cue, with the conjunction on it or without."""
    found, conjunction = _readings(view.keys[i])
    edge = conjunction or _after_conjunction(view, i, start)
    return [Cue(i, form, edge, int(conjunction)) for form in found]


@lru_cache(maxsize=20_000)
def _readings(key: str) -> tuple[tuple[CueForm, ...], bool]:
    """The forms that a folded word can be, and whether a conjunction had to be read off it."""
    forms = cues().forms
    if key in forms or key[:1] not in ("و", "ف"):
        return forms.get(key, ()), False
    return forms.get(key[1:], ()), True


def _after_conjunction(view: View, i: int, start: int) -> bool:
    return i == start or view.key(i - 1) in (
        "و",
        "ثم",
        fold_key("كما"),
        fold_key("قد"),
        fold_key("وقد"),
    )


def _report(view: View, cue: Cue, number: int) -> Draft | None:
    start, end = view.sentences[number]
    verb, form = cue.form.verb, cue.form.form
    negated = view.key(cue.at - 1) in NEGATED and cue.at > start
    if view.key(cue.at - 1) in _HYPOTHETICAL and cue.at > start:
        return None
    if (
        form.tense == "participle"
        and form.gender == "f"
        and not written_with_ta(view.tokens[cue.at].text)
    ):
        return None
    if form.tense == "jussive" and not negated:
        return None
    if verb.light and not (negated and light_object(view, cue.at + 1, end)):
        return None
    if form.tense == "participle":
        return _participle(view, cue, number)
    if verb.clause and not verbal_place(view, cue, start):
        return None
    draft = Draft(
        cue=cue.at, cue_end=cue.at + 1, sentence=number, rule=f"verb:{verb.group}", verb=verb,
        tense=form.tense, gender=form.gender, number=form.number, joined=cue.joined, lead=cue.lead,
    )  # fmt: skip
    draft.clause = cue.at - 1 if negated else cue.at
    if form.clitic and verb.object is None:
        return None
    subject_before(view, draft, start, sure=True)
    subject, at = None, cue.at + 1
    if (
        draft.subject != "before"
        and not pronoun_before(view, draft.clause)
        and not in_headline(view, draft, start)
    ):
        subject, at = subject_after(view, cue, end)
    if subject is not None and verb.object == "theme" and is_object(view, subject.end):
        subject, at = None, cue.at + 1
    opening = find_opening(view, verb, form.clitic, at, end)
    if opening is None:
        return _unmarked(view, draft, subject, end)
    if subject is not None:
        draft.subject, draft.speaker = "after", speaker_of(view, subject)
        if subject.parties[0].kind == "document":
            issuer = issuer_of(
                view, subject.parties[0].start + 1, min(opening.start, subject.end + 6)
            )
            draft.speaker = issuer[0] if issuer is not None else draft.speaker
            draft.occasion = draft.occasion or view.words(subject.start, subject.start + 1)
    elif draft.subject != "before":
        subject_before(view, draft, start, sure=False)
    return _settle(view, draft, opening, negated)


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


def _unmarked(view: View, draft: Draft, subject: Phrase | None, end: int) -> Draft | None:
    """قال فلان and then his words, closed by a mark that nothing opened."""
    verb = draft.verb
    if subject is None or verb is None or "quote" not in verb.takes or verb.act != "assert":
        return None
    if subject.end >= end or draft.cue != view.sentences[draft.sentence][0]:
        return None
    here = view.tokens[subject.end].start
    last = min(view.block_of[draft.cue] + UNMARKED_REACH, len(view.blocks)) - 1
    close = next((at for at in view.marks.unopened if here < at < view.blocks[last].end), None)
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


def _settle(view: View, draft: Draft, opening: Opening, negated: bool) -> Draft | None:
    verb = draft.verb
    assert verb is not None
    if draft.subject == "dropped" and impersonal(view, draft):
        return None
    if (
        verb.speaker
        and draft.subject == "dropped"
        and not (draft.joined or draft.after_that or view.key(draft.cue - 1) == fold_key("حيث"))
    ):
        return None
    if draft.subject == "dropped" and not anchored(view, draft, opening):
        return None
    after_comma = (
        view.char(draft.clause - 1) in ("،", ",") and not draft.joined and draft.number == "s"
    )
    if (
        draft.subject == "dropped"
        and after_comma
        and opening.kind == "np"
        and not draft.rule.endswith(":back")
    ):
        return None  # its subject stands before the aside that the comma closes, and is not known
    if (
        verb.group == "consider"
        and opening.kind == "np"
        and draft.tense == "present"
        and draft.subject == "dropped"
    ):
        return None  # تعتبر كذا: is held to be so, by nobody in particular
    if (
        draft.tense == "present"
        and view.is_that(draft.cue - 1)
        and not pronoun_before(view, draft.cue)
    ):
        return None  # أن يبحث: what is planned or wished
    if verb.partner and view.key(draft.cue).lstrip("و").startswith("س"):
        return None  # plans to talk are no report
    draft.kind, draft.start, draft.spoken = opening.kind, opening.start, opening.spoken
    draft.skip = opening.skip
    draft.addressee, draft.partner = opening.addressee, opening.partner
    draft.occasion = opening.occasion or draft.occasion
    if opening.cue_end is not None:
        draft.cue_end = opening.cue_end
    draft.relay = list(opening.relay)
    if negated:
        if verb.lemma not in cues().withheld and not verb.light:
            return None if verb.polarity == "affirmed" and opening.kind == "np" else draft
        draft.polarity = "withheld"
    elif verb.light:
        return None
    return draft


def _participle(view: View, cue: Cue, number: int) -> Draft | None:
    """محذرا من، مضيفا أن: no subject of its own; whose it is, is settled later."""
    start, end = view.sentences[number]
    verb, form = cue.form.verb, cue.form.form
    before = view.key(cue.at - 1)
    if before in (fold_key("غير"), fold_key("كان"), fold_key("كانت")) or verb.light:
        return None
    opening = find_opening(view, verb, False, cue.at + 1, end, near=True)
    if opening is None:
        return None
    if opening.kind == "np" and verb.clause and view.char(cue.at - 1) == "" and not verb.object:
        return None
    draft = Draft(
        cue=cue.at, cue_end=opening.cue_end or cue.at + 1, sentence=number,
        rule=f"participle:{verb.group}", verb=verb, tense="participle", gender=form.gender,
        number=form.number, clause=cue.at, joined=cue.joined and cue.at > start, lead=cue.lead,
    )  # fmt: skip
    draft.kind, draft.start, draft.spoken = opening.kind, opening.start, opening.spoken
    draft.skip = opening.skip
    draft.addressee, draft.occasion = opening.addressee, opening.occasion
    return draft
