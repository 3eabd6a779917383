"""Reports: a cue, its subject, its addressee, and where its content begins.

Each verb of the lexicon that stands where a verb can stand is read forwards as VSO
(``قال فلان لفلان إن``) and, where no subject follows, backwards as SVO (``أن فلانا قال``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from riwaya.arabic.folding import fold_key
from riwaya.statements.arguments import Opening
from riwaya.statements.as_for import subject_as_for
from riwaya.statements.deeds import acts, by_a_thing, of_a_document
from riwaya.statements.drafts import Draft
from riwaya.statements.inflection import Inflected
from riwaya.statements.inverted import said_thus
from riwaya.statements.lexicon import CueForm, Verb, cues, speaker_nouns, words
from riwaya.statements.naming import calls_it
from riwaya.statements.negation import negated_verb, negates_anew, negation
from riwaya.statements.objects import has_b
from riwaya.statements.openings import find_opening
from riwaya.statements.phrases import Phrase
from riwaya.statements.places import (
    CLAUSE_WORDS,
    Cue,
    anchored,
    impersonal,
    in_headline,
    pronoun_before,
)
from riwaya.statements.references import speaker_of
from riwaya.statements.settling import participle, settle
from riwaya.statements.sources import issuer_of
from riwaya.statements.standing import GOING_ON, stands
from riwaya.statements.subjects import (
    is_addressed,
    is_object,
    subject_after,
    subject_of_pronoun,
    told_of_by_the_relative,
    unknown_subject,
)
from riwaya.statements.subjects_before import subject_before
from riwaya.statements.unmarked import read_without_opening
from riwaya.statements.view import View

WAS_REACH = 12
"""Tokens back from قد and its verb to كان."""
_WAS = words("clauses.was")
_ANY = frozenset(map(fold_key, ("أي", "أية")))
_PARTIES = frozenset(map(fold_key, ("جهة", "طرف", "أحد", "دولة")))
_CONJUNCTIONS, _ALREADY = words("clauses.conjunctions"), fold_key("قد")
_BACK = words("arguments.back")
_TO, _WHAT = fold_key("ل"), fold_key("ما")
_BETWEEN = fold_key("بين")
_TO_SAY = words("arguments.to_say")
_BODE = fold_key("أنذر")
_UNANSWERED = frozenset(map(fold_key, ("يجب", "تجب")))
_NOT_YET = fold_key("لم")
_PROMISED = frozenset(map(fold_key, ("ووعده", "ووعدها", "ووعدهم")))
_WHERE_THEY_STAND = _UNANSWERED | _PROMISED
"""Forms that are read only with what stands beside them."""
_ISSUED, _SENT_OUT = words("arguments.issued"), words("frames.issued")
_WHEN = words("clauses.when")
_FRONTED, _ADJUNCT = words("clauses.fronted"), words("clauses.adjunct")
_WHO = words("clauses.relative") | words("clauses.what")
_TOLD_OF_NOBODY = frozenset(
    {"announce", "mention", "report", "expect, estimate", "ask for", "decide"}
)
"""Groups whose past may be a passive, so that nobody is told to have said it."""
_NEAR_WORDS = 12
"""Tokens from a verb without a subject to its words, behind an adjunct."""
_OWN_F = words("arguments.own_f")
_CARRIED_ON = {fold_key("حيث")} | words("clauses.but_he")


def find_reports(view: View) -> Iterator[Draft]:
    """Every report that a verb or participle of the lexicon opens, in text order."""
    for number, (start, end) in enumerate(view.sentences):
        i = start
        while i < end:
            unread = not _readings(view.keys[i])[0] and view.keys[i] not in _WHERE_THEY_STAND
            if unread or _in_a_name(view, i):
                i += 1
                continue
            found = [d for cue in cues_at(view, i, start) if (d := _report(view, cue, number))]
            if found:
                best = min(found, key=lambda d: (d.start - d.cue, d.subject == "dropped"))
                best.rivals = tuple(
                    (d.verb.group, d.kind) for d in found if d is not best and d.verb is not None
                )
                carried = best.verb is not None and _before_saying(best.verb)
                best.cue_end += carried and view.key(best.cue_end) in _TO_SAY
                yield best
                i = max(best.cue_end, _past_carried(view, best), i + 1)
            else:
                i += 1


def _in_a_name(view: View, i: int) -> bool:
    """Whether the word at ``i`` is part of a person's name (روي, ناصح)."""
    at = view.tokens[i].start
    near = (m for j in range(max(0, i - 3), i + 1) for m in view.mentions.get(j, ()))
    if any(m.type == "PER" and m.kind == "name" and m.start <= at < m.end for m in near):
        return True
    key = view.keys[i]
    told = key[:1] in ("و", "ف") and key not in cues().forms and key[1:] in cues().forms
    return told and key in view.surnames


def cues_at(view: View, i: int, start: int) -> list[Cue]:
    """The readings of the word at ``i`` as a cue, with the conjunction on it or without."""
    found, conjunction = _readings(view.keys[i])
    if view.keys[i] in _UNANSWERED and view.key(i - 1).removeprefix("و") == _NOT_YET:
        found = _unanswered(view.keys[i])
    if view.keys[i] in _PROMISED and has_b(view, i + 1):
        found, conjunction = _promised(view.keys[i]), True
    edge = conjunction or _after_conjunction(view, i, start)
    return [Cue(i, form, edge, int(conjunction)) for form in found]


@cache
def _unanswered(key: str) -> tuple[CueForm, ...]:
    """لم يجب عن السؤال: of يجيب, which without لم is "must"."""
    verb = cues().forms[fold_key("أجاب")][0].verb
    return (CueForm(verb, Inflected(key, "jussive", "f" if key.startswith("ت") else "m", "s")),)


@cache
def _promised(key: str) -> tuple[CueForm, ...]:
    """خدعهم ووعدهم بكذا: of وعد, which without و is "their promise"."""
    verb = cues().forms[fold_key("وعد")][0].verb
    return (CueForm(verb, Inflected(key[1:], "past", "m", "s", True)),)


@lru_cache(maxsize=20_000)
def _readings(key: str) -> tuple[tuple[CueForm, ...], bool]:
    """The forms that a folded word can be, and whether a conjunction had to be read off it."""
    forms = cues().forms
    if (
        key == "و" + _BETWEEN
    ):  # وبين الوزير أن: "between" else, so that the lexicon leaves the form out
        verb = forms[fold_key("بينت")][0].verb
        return (CueForm(verb, Inflected(_BETWEEN, "past", "m", "s")),), True
    if key[:1] == _TO and key not in forms:
        on = (f for f in forms.get(key[1:], ()) if f.verb.run or f.verb.group in GOING_ON)
        return tuple(
            f for f in on if f.form.tense == "present"
        ), True  # ليضيف: and he went on to add
    if key in forms or key[:1] not in ("و", "ف"):
        return forms.get(key, ()), False
    if key in _OWN_F:
        return (), False  # فدان: no فـ + دان
    return forms.get(key[1:], ()), True


def _after_conjunction(view: View, i: int, start: int) -> bool:
    """Whether a clause begins at ``i`` or right before it; not where قد only stands behind the verb's own subject."""
    own = view.key(i - 1) == _ALREADY and i - 1 > start and view.is_word(i - 2)
    if own and not (view.key(i - 2) in CLAUSE_WORDS or view.is_that(i - 2)):
        before = (view.key(k) for k in range(max(start, i - WAS_REACH), i - 2))
        return any(key in _WAS for key in before)  # إن إدارته قد وافقت; كانت سلوان قد وافقت
    return i == start or view.key(i - 1) in _CONJUNCTIONS


def _report(view: View, cue: Cue, number: int) -> Draft | None:  # noqa: PLR0911 - one guard, one line
    start, end = view.sentences[number]
    verb, form = cue.form.verb, cue.form.form
    negated = negation(view, cue.at, start)
    verb = negated_verb(verb) if negated else verb
    if not stands(view, cue, start, end, negated=negated):
        return None
    if form.tense == "participle":
        return participle(view, cue, number)
    draft = Draft(
        cue=cue.at, cue_end=cue.at + 1, sentence=number, rule=f"verb:{verb.group}", verb=verb,
        tense=form.tense, gender=form.gender, number=form.number, lead=cue.lead,
        joined=cue.joined or negates_anew(view, cue.at, negated), clause=cue.at - negated,
    )  # fmt: skip
    if not _taken_object(view, cue, end):
        subject_before(view, draft, start, sure=True)
    subject_as_for(view, draft, cue, start, end)
    subject, at = _following_subject(view, draft, cue, start, end)
    if subject is None and draft.subject == "dropped" and by_a_thing(view, verb, at):
        return None
    if verb.document and not of_a_document(view, draft, subject):
        return None
    if acts(view, draft, subject):
        return None
    at += subject is not None and _before_saying(verb) and view.key(at) in _TO_SAY
    at = _past_issuer(view, subject, at, end)
    thus = said_thus(view, cue.at) >= 0
    opening = None if thus else find_opening(view, verb, form.clitic, at, end)
    if opening is None:
        return read_without_opening(view, draft, subject, end)
    if subject is not None:
        _speaks(view, draft, subject, opening)
    elif draft.subject != "before":
        subject_before(view, draft, start, sure=False)
    if draft.subject == "dropped" and not _may_drop(view, draft, opening):
        return None
    return settle(view, draft, opening, negated=negated > 0)


def _past_issuer(view: View, subject: Phrase | None, at: int, end: int) -> int:
    """Past what tells who issued a text that speaks: أفاد بيان | صدر عن المكتب | بأن."""
    text = subject is not None and subject.parties[0].kind == "document"
    if not text or view.key(at) not in _SENT_OUT:
        return at
    issuer = issuer_of(view, at + 1, min(end, at + 4))
    return issuer[1] if issuer is not None else at


def _past_carried(view: View, draft: Draft) -> int:
    """The token past a verb that only carries the cue to its content: كتبت فلانة من المدينة | تقول | إن, ندد بما | وصفه | ب."""
    near = range(draft.cue_end, min(draft.start, draft.cue + 16))
    called = (k + 1 for k in near if view.key(k - 1).endswith(_WHAT) and calls_it(view, k))
    if draft.verb is None or not _before_saying(draft.verb):
        return next(called, 0)
    return next((k + 1 for k in near if view.key(k) in _TO_SAY), 0)


def _before_saying(verb: Verb) -> bool:
    """Whether يقول may follow a verb and only carry it (ومضى يقول, وكتب يقول)."""
    return verb.run or verb.group == "write"


def _taken_object(view: View, cue: Cue, end: int) -> bool:
    """شبكة تتهمها أنقرة ب: the noun before is the object that the pronoun takes up, and the subject follows."""
    if not cue.form.form.clitic or cue.joined or view.is_that(cue.at - 1):
        return False
    return subject_after(view, cue, cue.at + 1, end)[0] is not None


def _following_subject(
    view: View, draft: Draft, cue: Cue, start: int, end: int
) -> tuple[Phrase | None, int]:
    """The subject after the verb, if it can have one there, and the token to go on from."""
    at = cue.at + 1
    at += _before_saying(cue.form.verb) and view.key(at) in _TO_SAY  # وتابعت تقول
    if (
        draft.subject == "before"
        or pronoun_before(view, draft.clause)
        or in_headline(view, draft, start)
    ):
        return None, at
    if draft.clause < cue.at and view.key(at) in _ANY and _heads_a_body(view.key(at + 1)):
        draft.agentless = True  # لم تعلن أي جماعة كذا
        return None, at + 2
    subject, past = subject_after(view, cue, at, end)
    if subject is None and cue.form.verb.object == "theme":
        taken = cue.form.form.clitic
        subject = (
            subject_of_pronoun(view, cue.form.verb, at, end)
            if taken
            else unknown_subject(view, cue, at, end)
        )
        return subject, subject.end if subject is not None else at
    if (
        subject is not None
        and cue.form.verb.object == "theme"
        and not cue.form.form.clitic
        and is_object(view, cue.form.verb, subject, joined=cue.joined)
    ):
        return None, at
    if subject is not None and (
        is_addressed(view, cue, subject) or told_of_by_the_relative(view, cue, subject)
    ):
        return None, at
    return subject, past


def _heads_a_body(key: str) -> bool:
    nouns = speaker_nouns()
    return key in nouns.bodies or key in nouns.roles or key in _PARTIES


def _speaks(view: View, draft: Draft, subject: Phrase, opening: Opening) -> None:
    """The subject is the speaker; of a document, who issued it."""
    draft.subject, draft.speaker = "after", speaker_of(view, subject)
    party = subject.parties[0]
    if party.kind == "document" and (
        not party.head.startswith("ال") or view.key(party.start + 1) in _ISSUED
    ):
        issuer = issuer_of(view, party.start + 1, min(opening.start, subject.end + 6))
        if issuer is not None:
            draft.text = view.span(subject.start, max(subject.end, issuer[1]))
            draft.speaker = issuer[0]
        draft.occasion = view.words(subject.start, subject.start + 1)


def _fronted(view: View, draft: Draft) -> bool:
    """وبسؤاله عن كذا، جدد موقفه: whether only what it is about or asked stands before the verb in its sentence."""
    start = view.sentences[draft.sentence][0]
    near = range(start + 1, draft.cue - 1)
    return (
        view.key(start) in _FRONTED
        and draft.tense == "past"
        and view.is_comma(draft.cue - 1)
        and not any(view.char(k) or view.key(k) in cues().forms for k in near)
    )


def _behind_an_adjunct(view: View, draft: Draft, opening: Opening) -> bool:
    """وفي تغريدة أخرى قال «…», وعن طفولته يقول: whether only an adjunct of its own stands before the verb in its
    sentence, so that the subject is who was told of before.
    """
    verb, start = draft.verb, view.sentences[draft.sentence][0]
    assert verb is not None
    near = range(start + 1, draft.cue)
    told = opening.kind in ("that", "quote", "speech") and opening.start - draft.cue <= _NEAR_WORDS
    plain = verb.group == "answer" or not (verb.clause or verb.group in _TOLD_OF_NOBODY)
    able = told and plain and draft.number == "s" and view.key(draft.cue - 1) not in _WHO
    about = view.key(start) in _FRONTED
    if not able or len(near) == 0 or not (about or view.key(start) in _ADJUNCT):
        return False
    right_behind = opening.spoken and opening.start - draft.cue <= 2
    if draft.tense != "past" and not ((about or right_behind) and verb.group == "say"):
        return False
    return not any(view.char(k) or view.is_that(k) or _finite(view, k) for k in near)


def _finite(view: View, k: int) -> bool:
    """Whether a finite verb of the lexicon, and no noun spelt like one, stands at ``k``."""
    forms = cues().forms.get(view.key(k), ())
    return any(f.form.tense in ("past", "present") and not f.verb.clause for f in forms)


def _after_when(view: View, draft: Draft) -> bool:
    """اعتقل الرئيس المئات، بعدما أنحى باللائمة على كذا: whether the sentence's own subject goes on behind "after"."""
    plain = draft.verb is not None and draft.verb.group not in _TOLD_OF_NOBODY
    return plain and draft.tense == "past" and view.key(draft.cue - 1) in _WHEN


def _nobodys_own(draft: Draft) -> bool:
    """Whether a bare object is what nobody in particular holds, or a thing does: ويتوقع وصول كذا, رجل يشتبه في
    انتمائه إلى كذا (he is suspected), ترجع الدعوة إلى كذا (it goes back), الأمر الذي ينذر بكارثة (it bodes).
    """
    verb = draft.verb
    assert verb is not None
    present = draft.tense == "present"
    held = verb.group in ("suspect", "expect, estimate") and draft.number == "s"
    goes_back = verb.group.startswith("put down")
    return present and (verb.lemma == _BODE or (goes_back or (held and draft.gender != "f")))


def _may_drop(view: View, draft: Draft, opening: Opening) -> bool:
    """Whether a verb without a subject is still somebody's: not impersonal, not a mere description."""
    verb = draft.verb
    assert verb is not None
    clause = draft.joined or draft.after_that or view.key(draft.cue - 1) in _CARRIED_ON
    clause = clause or (
        draft.tense == "past" and (draft.number != "s" or view.key(draft.cue + 1) in _BACK)
    )
    clause |= _after_when(view, draft)
    fronted = _fronted(view, draft)
    clause |= fronted
    if _behind_an_adjunct(view, draft, opening):
        draft.joined = True
        return True
    if impersonal(view, draft) or (verb.speaker and not clause) or not anchored(view, draft):
        return False
    if opening.kind != "np":
        return True
    if _nobodys_own(draft):
        return False
    after_comma = view.is_comma(draft.clause - 1) and not (draft.joined or fronted)
    # its subject stands before the aside that the comma closes, and is not known
    return not after_comma or draft.number != "s" or draft.rule.endswith(":back")
