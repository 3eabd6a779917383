"""Reports: a cue, its subject, its addressee, and where its content begins.

Each verb of the lexicon that stands where a verb can stand is read forwards as VSO
(``قال فلان لفلان إن``) and, where no subject follows, backwards as SVO (``أن فلانا قال``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.folding import fold_key
from riwaya.statements.attributions import issuer_of
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import CueForm, cues, speaker_nouns, words
from riwaya.statements.openings import ADVERBS, Opening, find_opening, governed, has_b
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

CLAUSE_WORDS = words("clauses.before_a_verb")
_RELATIVE = words("clauses.relative")
_WAS = words("clauses.was")
_MASCULINE = words("phrases.masculine_states")
_FIRST_PERSON = re.compile(r"[وف]?(?:س?ن\w{3,5}(?:ه|ها|هم)?|اننا|اني|انا|نحن|لسنا|لدينا)")
PRONOUN_BEFORE = re.compile(r"[وف]?(?:ب?ان|لكن)(?:ه|ها|هم|هما)")
UNMARKED_REACH = 4
"""Paragraphs that a quotation without an opening mark may run through."""
_SUBJECT_FIRST = words("clauses.subject_first")
_HYPOTHETICAL = words("clauses.hypothetical")
NEGATED = words("clauses.negations")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue form at a token."""

    at: int
    form: CueForm
    joined: bool
    lead: int = 0


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
        and not _written_with_ta(view.tokens[cue.at].text)
    ):
        return None
    if form.tense == "jussive" and not negated:
        return None
    if verb.light and not (negated and _light_object(view, cue.at + 1, end)):
        return None
    if form.tense == "participle":
        return _participle(view, cue, number)
    if verb.clause and not _verbal_place(view, cue, start):
        return None
    draft = Draft(
        cue=cue.at, cue_end=cue.at + 1, sentence=number, rule=f"verb:{verb.group}", verb=verb,
        tense=form.tense, gender=form.gender, number=form.number, joined=cue.joined, lead=cue.lead,
    )  # fmt: skip
    draft.clause = cue.at - 1 if negated else cue.at
    if form.clitic and verb.object is None:
        return None
    _subject_before(view, draft, start, sure=True)
    subject, at = None, cue.at + 1
    if (
        draft.subject != "before"
        and not _pronoun_before(view, draft.clause)
        and not _in_headline(view, draft, start)
    ):
        subject, at = _subject_after(view, cue, end)
    if subject is not None and verb.object == "theme" and _is_object(view, subject.end):
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
        _subject_before(view, draft, start, sure=False)
    return _settle(view, draft, opening, negated)


def _in_headline(view: View, draft: Draft, start: int) -> bool:
    """In a headline the subject stands before a present verb, and what follows the verb is its object."""
    role = view.blocks[view.block_of[draft.cue]].role
    before = view.tokens[draft.cue - 1]
    return (
        role != "paragraph"
        and draft.tense == "present"
        and draft.cue > start
        and before.is_word
        and (before.key not in CLAUSE_WORDS and not view.is_that(draft.cue - 1))
    )


def _is_object(view: View, j: int) -> bool:
    """اتهم فلانا بكذا, اتهم فلانا وفلانا: what follows the noun shows it to be the object."""
    key = view.key(j)
    return (has_b(view, j) and len(key) > 2) or (
        key.startswith("و") and key not in cues().forms and len(key) > 3
    )


def _pronoun_before(view: View, clause: int) -> bool:
    """إنه قال, لكنه قال: the subject is the pronoun, and a noun after the verb its object."""
    return bool(PRONOUN_BEFORE.fullmatch(view.key(clause - 1)))


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
    if draft.subject == "dropped" and _impersonal(view, draft):
        return None
    if (
        verb.speaker
        and draft.subject == "dropped"
        and not (draft.joined or draft.after_that or view.key(draft.cue - 1) == fold_key("حيث"))
    ):
        return None
    if draft.subject == "dropped" and not _anchored(view, draft, opening):
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
        and not _pronoun_before(view, draft.cue)
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


_BACK = words("arguments.back")


def _anchored(view: View, draft: Draft, opening: Opening) -> bool:
    """Whether a verb without a subject opens a clause; after a bare noun it only describes it (معلومات تشير)."""
    i = draft.clause
    if draft.joined or i == view.sentences[draft.sentence][0] or draft.number != "s":
        return True
    if _pronoun_before(view, i):
        return True
    if view.key(draft.cue + 1) in _BACK:
        draft.rule += ":back"
        return True
    before = view.key(i - 1)
    return (
        bool(view.char(i - 1))
        or before in CLAUSE_WORDS
        or view.is_that(i - 1)
        or _ends_a_phrase(view, i, view.sentences[draft.sentence][0])
    )


def _written_with_ta(word: str) -> bool:
    """مضيفة says, مضيفه is somebody's host: folding makes one of them."""
    return word.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")[-1:] != "ه"


def _light_object(view: View, i: int, end: int) -> bool:
    return any(view.key(j) in cues().withheld_objects for j in range(i, min(end, i + 7)))


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


def _verbal_place(view: View, cue: Cue, start: int) -> bool:
    """Whether a form that is a noun too stands where a verb can stand."""
    i = cue.at
    if cue.form.form.number != "s":
        sure = cue.joined or cue.form.form.tense == "present" or view.key(i).endswith("وا")
        return (
            sure or view.is_that(i - 1) or bool(view.char(i - 1)) or _ends_a_phrase(view, i, start)
        )
    if i == start or (
        cue.joined and (i == start or view.key(i)[:1] in "وف" or view.key(i - 1) != "و")
    ):
        return (
            view.key(i)[:1] != "و"
            or i == start
            or _clause_edge(view, i)
            or _subject_follows(view, i)
        )
    if cue.form.form.tense == "present":
        return True
    before = view.key(i - 1)
    if view.is_that(i - 1):
        return _pronoun_before(view, i)  # إن عدد: a noun follows إن, never a verb
    if view.char(i - 1) or before in CLAUSE_WORDS or view.mention(i + 1) is not None:
        return True
    return _ends_a_phrase(view, i, start)


def _clause_edge(view: View, i: int) -> bool:
    return bool(view.char(i - 1))


def _subject_follows(view: View, i: int) -> bool:
    key = view.key(i + 1)
    nouns = speaker_nouns()
    return view.mention(i + 1) is not None or key in nouns.roles or key in nouns.bodies


def _ends_a_phrase(view: View, i: int, start: int) -> bool:
    """Whether a mention, or a time, ends right before ``i``: فلان حذر, اليوم الخميس حذر."""
    for j in range(max(start, i - 6), i):
        if any(view.after(m) == i for m in view.mentions.get(j, ())) or view.times.get(j) == i:
            return True
    return False


def _subject_after(view: View, cue: Cue, end: int) -> tuple[Phrase | None, int]:
    """The subject that follows the verb, past adverbs and asides, and the token to go on from."""
    if cue.form.form.number != "s":
        return None, cue.at + 1
    i = cue.at + 1
    for _ in range(3):
        i = _past_adverbs(view, i, end)
        phrase = read_phrase(view, i, end)
        if phrase is not None:
            if _disagrees(phrase, cue):
                return None, cue.at + 1
            return phrase, phrase.end
        past = _past_aside(view, i, end)
        if past == i:
            break
        i = past
    generic = read_phrase(view, i, end, generic=True)
    if generic is None or view.char(i) or not _generic_subject(view, cue, generic, end):
        return None, cue.at + 1
    return generic, generic.end


def _disagrees(phrase: Phrase, cue: Cue) -> bool:
    """A country after a masculine verb is no subject: ودعا روسيا إلى."""
    mention = phrase.parties[0].mention
    return (
        cue.form.verb.object is not None
        and mention is not None
        and mention.type == "GPE"
        and mention.kind == "name"
        and cue.form.form.gender == "m"
        and fold_key(mention.text) not in _MASCULINE
    )


def _past_adverbs(view: View, i: int, end: int) -> int:
    while i < end:
        if i in view.times and view.times[i] > i:
            i = view.times[i]
        elif view.key(i) in ADVERBS:
            i += 1
        elif view.char(i) in ("،", ","):
            if not (view.key(i + 1) in ADVERBS or i + 1 in view.times or _comma_before(view, i)):
                break
            i += 1
        else:
            break
    return i


def _comma_before(view: View, i: int) -> bool:
    return i - 1 in {e - 1 for e in view.times.values()}


def _past_aside(view: View, i: int, end: int) -> int:
    """Past a short prepositional aside before the subject: قال، في بيان، فلان."""
    if view.key(i) not in (fold_key("في"), fold_key("خلال"), fold_key("من"), fold_key("عبر")):
        return i
    for j in range(i + 1, min(end, i + 9)):
        if view.char(j) in ("،", ","):
            return j + 1
        if view.key(j) == fold_key("مع") or view.is_that(j) or view.char(j) in (":", '"', "“", "«"):
            break
        mention = view.mention(j)
        if mention is not None and mention.type == "PER" and mention.start == view.tokens[j].start:
            return j
    return i


def _generic_subject(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """A subject with no known head: only before أن, a colon or a mark, and never an object."""
    verb = cue.form.verb
    key = view.key(phrase.start)
    if key[:1] == "ب" and len(key) > 4 and "ب" in verb.takes:
        return False
    mention = view.mention(phrase.start)
    if (
        key.startswith(("لل", "لـ"))
        or key in CLAUSE_WORDS
        or key in ADVERBS
        or phrase.start in view.times
    ):
        return False
    if mention is not None and mention.start > view.tokens[phrase.start].start:
        return False
    if governed(view, verb, phrase.end):
        return True
    far = 40 if view.char(phrase.end) in ("،", ",", "-") else 14
    for j in range(phrase.end, min(end, phrase.end + far)):
        if (view.is_that(j) and not view.key(j).startswith("و")) or view.char(j) in (
            ":",
            '"',
            "“",
            "«",
        ):
            return True
    return False


def _subject_before(view: View, draft: Draft, start: int, *, sure: bool) -> None:
    """The subject that stands before the verb, from the beginning of the clause; ``sure``: not after
    a mere comma, where the verb's own subject may follow it.
    """
    i = draft.clause
    if draft.joined and view.key(draft.cue)[:1] in "وف" and i != start and not _stray_and(view, i):
        return
    if view.key(i - 1) in _RELATIVE and i > start:
        if not sure:
            _antecedent(view, draft, i - 1, start)
        return
    for opener in _clause_starts(view, i, start):
        if sure and opener > start and not _governs_a_clause(view, opener - 1):
            continue
        phrase = read_phrase(view, opener, i)
        if (
            phrase is None
            and view.key(opener - 1)
            and (view.is_that(opener - 1) or opener == start or view.key(opener - 1) in _WAS)
        ):
            phrase = _generic_before(view, opener, i, draft)
        if phrase is None or phrase.end > i:
            continue
        if _reaches(view, phrase.end, i):
            draft.subject, draft.speaker = "before", speaker_of(view, phrase)
            draft.clause = opener
            draft.after_that = view.is_that(opener - 1)
            draft.joined = draft.joined and not _stray_and(view, i)
            return
    draft.after_that = view.is_that(i - 1)


def _governs_a_clause(view: View, i: int) -> bool:
    """Whether what stands at ``i`` is followed by a subject before its verb."""
    return (
        view.is_that(i)
        or view.key(i) in _WAS | _SUBJECT_FIRST
        or view.char(i) in ('"', "“", "«", ":", "”")
    )


def _stray_and(view: View, i: int) -> bool:
    """A و that a broken line put before the verb: … بوتين ⏎ وأوضح."""
    return i > 0 and view.block_of[i] != view.block_of[i - 1] and not view.char(i - 1)


def _generic_before(view: View, opener: int, i: int, draft: Draft) -> Phrase | None:
    phrase = read_phrase(view, opener, i, generic=True)
    verb = draft.verb
    was = view.key(opener - 1) in _WAS and opener > 0
    if phrase is None or verb is None or (phrase.end != i and not was):
        return None
    if was or (_in_headline(view, draft, opener) and phrase.start == opener):
        return phrase
    definite = opener == view.sentences[draft.sentence][0] and view.key(opener).startswith("ال")
    return (
        phrase
        if (draft.tense == "past" and not verb.speaker) or (definite and draft.number == "p")
        else None
    )


def _clause_starts(view: View, i: int, start: int) -> Iterator[int]:
    """Where the clause of the verb at ``i`` may begin, nearest first."""
    for j in range(i - 1, max(start, i - 40) - 1, -1):
        if (
            j == start
            or (
                view.is_that(j - 1)
                or view.key(j - 1) in _WAS
                or view.char(j - 1) in ('"', "“", "«", ":", "”")
            )
            or view.key(j - 1) in CLAUSE_WORDS
            or view.char(j - 1) in ("،", ",")
        ):
            yield j


def _reaches(view: View, j: int, i: int) -> bool:
    """Whether only asides stand between a subject and its verb."""
    depth = 0
    while j < i:
        char = view.char(j)
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif depth == 0 and not (
            char in ("،", ",", '"', "“", "«") or view.key(j) in ADVERBS or j in view.times
        ):
            return _aside(view, j, i)
        j = view.times.get(j, j + 1) if char == "" else j + 1
    return True


def _aside(view: View, j: int, i: int) -> bool:
    """A prepositional aside that runs up to the verb: في حديث للصحفيين، قال."""
    if view.key(j) in _RELATIVE:
        return view.char(i - 1) in ("،", ",") and i - j < 25
    return view.key(j) in (fold_key("في"), fold_key("خلال"), fold_key("عبر")) and i - j < 12


def _antecedent(view: View, draft: Draft, relative: int, start: int) -> None:
    """Whom الذي stands for: the phrase that ends right before it."""
    masculine = view.key(relative).removeprefix("و") in (fold_key("الذي"), fold_key("الذين"))
    if draft.number == "s" and masculine == (draft.gender == "f"):
        return  # الذي قالت: he is whom it was said of
    end = relative - 1 if view.char(relative - 1) in ("،", ",") else relative
    for j in range(end - 1, max(start, end - 12) - 1, -1):
        phrase = read_phrase(view, j, end)
        if phrase is not None and phrase.end >= end and phrase.parties[0].kind == "mention":
            mention = phrase.parties[0].mention
            if mention is not None and mention.type in ("PER", "ORG", "GPE"):
                draft.subject, draft.speaker = "before", speaker_of(view, phrase)
                draft.after_that = True
            return


def _impersonal(view: View, draft: Draft) -> bool:
    """يذكر أن, يعتقد أن: nobody says it; it is the outlet's own voice."""
    if draft.tense != "present" or draft.number != "s":
        return False
    verb = draft.verb
    assert verb is not None
    at_edge = (
        draft.cue == view.sentences[draft.sentence][0]
        or draft.joined
        or bool(view.char(draft.cue - 1))
    )
    follows = view.is_that(draft.cue + 1) or view.is_that(draft.cue + 2)
    return follows and (at_edge or view.key(draft.cue - 1) in CLAUSE_WORDS) and verb.group != "say"
