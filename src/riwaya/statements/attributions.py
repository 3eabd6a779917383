"""Attributions: بحسب فلان, وفق ما أعلن فلان, كما قال, نقلا عن, and relays (نقلت وكالة عن فلان قوله).

An attribution says whom a sentence is from. Before the sentence it governs what follows, behind
or within it what stands before, in its own sentence only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import has_b
from riwaya.statements.own_sources import SOURCES, as_he_says, in_his_words, own_source
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.relays import find_relay, quoted_at
from riwaya.statements.sources import (
    ASIDE,
    ASIDES,
    FROM,
    RELAYED,
    SAYINGS,
    begins_main,
    follow_document,
    is_latest,
    past_addressee,
    past_description,
    past_phrase,
    past_stand,
    relays,
    speaker_phrase,
)
from riwaya.statements.unknown_sources import is_rule, unknown_source
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective

_WHAT = words("frames.what")
_LIMIT, _AS = fold_key("حد"), fold_key("كما")
_QUOTING, _RESTING = fold_key("نقلا"), fold_key("استنادا")
_ON = fold_key("على")
_ONLY = frozenset(map(fold_key, ("فحسب",)))
AT_HEAD = 1
"""Tokens into a sentence that an attribution of what follows can begin."""
_TOWARDS, _ISSUED = fold_key("إلى"), (fold_key("صادر"), fold_key("صدر"))


def find_attributions(view: View) -> Iterator[Draft]:
    """Every attribution of a sentence, in text order."""
    triggers = _triggers()
    for number, (start, end) in enumerate(view.sentences):
        i = start
        while i < end:
            if view.keys[i] not in triggers:
                i += 1
                continue
            draft = own_source(view, number, i) or _attribution(view, number, i)
            draft = draft or find_relay(view, number, i)
            if draft is not None:
                yield draft
                i = max(draft.cue_end, draft.stop, i + 1)
            else:
                i += 1


@cache
def _triggers() -> frozenset[str]:
    """The words at which an attribution or a relay may begin."""
    lexicon = cues()
    words = lexicon.attribution | lexicon.attribution_clauses | {_ON}
    joined = {letter + word for word in words for letter in "وف"} - _ONLY
    return frozenset(words | joined | RELAYED | SOURCES)


def own_words(view: View, i: int) -> bool:
    """على حد قوله, حسب تعبيره: the speaker's own words, no further statement."""
    key = view.key(i)
    if key in cues().attribution and view.key(i + 1).removeprefix("ل") in cues().own_words:
        return True  # وفق وصفه, وفقا لوصفه
    return (
        key == fold_key("على") and view.key(i + 1) == _LIMIT and view.key(i + 2) in cues().own_words
    )


def _attribution(view: View, number: int, i: int) -> Draft | None:
    end = view.sentences[number][1]
    if own_words(view, i):
        return in_his_words(view, number, i)
    found = _cue(view, i, end)
    if found is None or _of_the_content(view, i):
        return None
    after, clause = found
    at = past_adverb(view, after)
    told_to = clause and (
        view.key(at).startswith("لل") or view.key(at) in speaker_nouns().addressees
    )
    phrase = speaker_phrase(view, at, end) if not told_to else None  # وفق ما قال للمحققين
    if phrase is None and clause:
        return as_he_says(view, number, i, after)
    if phrase is None or _rule_of_law(phrase, clause=clause):
        return None if clause else _unknown(view, number, i, after)
    draft = Draft(cue=i, cue_end=after, sentence=number, rule="attribution", kind="before", subject="after",
                  speaker=speaker_of(view, phrase), tense="past", clause=i)  # fmt: skip
    follow_document(view, draft, phrase, end)
    latest = is_latest(view, after) and draft.stop < phrase.end  # وفق آخر حصيلة: nobody's
    if latest or _only_a_basis(view, draft, phrase):
        return None
    return draft if _closes(view, draft, phrase, clause=clause) else None


def _closes(view: View, draft: Draft, phrase: Phrase, *, clause: bool) -> bool:
    """Set where an attribution ends, and say whether it is one: كما أكد فلان ضرورة كذا is a report."""
    start, end = view.sentences[draft.sentence]
    i = draft.cue
    stop = max(phrase.end, draft.stop)
    if clause:
        stop = past_addressee(view, draft, phrase.parties[-1], stop, end)
    draft.stop = past_phrase(view, stop, end)
    if _as(view, i) and not _closed(view, draft.stop, end):
        if not (view.is_comma(i - 1) and _described_on(view, draft.stop, end)):
            return False
        draft.stop = next(k for k in range(draft.stop, end + 1) if _closed(view, k, end))
    if clause and view.key(i) == _AS and i == start and not _says_before(view, draft):
        return False  # كما أعلن at the head of a sentence goes on, it ascribes nothing
    _quoting(view, draft, end)
    if i - start <= AT_HEAD:
        draft.stop = past_description(view, draft.stop, end)
    return True


def _as(view: View, i: int) -> bool:
    """Whether كما stands at ``i``."""
    return view.key(i) in (_AS, "و" + _AS, "ف" + _AS)


def _says_before(view: View, draft: Draft) -> bool:
    """كما يقول فلان، فإن كذا: whether what a sentence begins with ascribes the rest of it."""
    forms = cues().forms.get(view.key(draft.cue_end - 1), ())
    stop = draft.stop
    present = any(form.form.tense == "present" for form in forms)
    return view.is_comma(stop) and (present or begins_main(view, stop + 1))


def _rule_of_law(phrase: Phrase, *, clause: bool) -> bool:
    """وفقا للقانون, وفق ما جاء في القانون: what is done by a rule, and said by nobody."""
    return not (clause and phrase.parties[0].kind != "document") and is_rule(phrase.parties[0].head)


def _unknown(view: View, number: int, i: int, after: int) -> Draft | None:
    """The attribution at ``i`` to a source that no lexicon knows."""
    found = unknown_source(view, i, after, view.sentences[number][1])
    if found is None:
        return None
    return Draft(cue=i, cue_end=after, sentence=number, rule="attribution", kind="before", subject="after",
                 speaker=speaker_of(view, found[0]), tense="past", clause=i, stop=found[1])  # fmt: skip


def _only_a_basis(view: View, draft: Draft, phrase: Phrase) -> bool:
    """استنادا إلى معلومات موثقة: whether what was done rests on some text that nobody is told to have issued."""
    some = phrase.parties[0].kind == "document" and not phrase.parties[0].head.startswith("ال")
    whole = draft.stop <= phrase.end  # no issuer stands behind it
    return view.key(draft.cue) == _RESTING and some and whole


def _of_the_content(view: View, i: int) -> bool:
    """إنه وفقا للبيانات: within what somebody says, it is his own appeal to a source."""
    return view.is_that(i - 1) or (bool(view.char(i - 1)) and view.is_that(i - 2))


def _cue(  # noqa: PLR0911 - one guard, one line
    view: View, i: int, end: int
) -> tuple[int, bool] | None:
    """The token after an attribution's cue at ``i``, and whether the cue holds a verb."""
    lexicon = cues()
    key = view.key(i)
    if key not in lexicon.attribution | lexicon.attribution_clauses and key[:1] in ("و", "ف"):
        key = key[1:]
    j = i + 1
    if key == _ON and view.key(j) == _LIMIT:  # على حد قول فلان
        return (j + 2, False) if view.key(j + 1) in SAYINGS else None
    if key == _ON:  # على ما أفاد فلان
        said = view.key(j) in _WHAT and _said(view, j + 1) and not _that_near(view, j + 2, end)
        return (past_stand(view, j + 2), True) if said else None
    if key in lexicon.attribution_clauses:
        said = _said(view, j) and not _that_near(view, j + 1, end)
        return (past_stand(view, j + 1), True) if said else None
    if key not in lexicon.attribution:
        return None
    if key == _QUOTING and view.key(j) != FROM:
        return None
    if view.key(j) in _WHAT:
        return (past_stand(view, j + 2), True) if _said(view, j + 1) else None
    if view.key(j) == FROM:
        j += 1
    if view.key(j) == fold_key("إلى"):
        j += 1
    return j, False


def _closed(view: View, j: int, end: int) -> bool:
    return j >= end or bool(view.char(j)) or goes_on(view, j)


def goes_on(view: View, j: int) -> bool:
    """كما قال فلان | داعيا إلى كذا: whether a participle in the accusative goes on with what he said."""
    told = any(f.form.tense == "participle" for f in cues().forms.get(view.key(j), ()))
    return told and view.key(j).endswith("ا")


def _described_on(view: View, j: int, end: int) -> bool:
    """Whether only more of the speaker's description follows, up to a mark (الشركة | المتخصصة بكذا)."""
    described = is_adjective(view.key(j)) and view.key(j).startswith("ال")
    described = described or (is_adjective(view.key(j - 1)) and has_b(view, j))
    if not described and view.key(j) not in ASIDES:
        return False
    for k in range(j, min(end, j + 2 * ASIDE)):
        if view.char(k):
            return True
        if view.is_that(k) or view.key(k) in cues().forms:
            return False
    return j + 2 * ASIDE >= end


def _said(view: View, j: int) -> bool:
    """Whether a past form of a verb of saying stands at ``j``."""
    forms = cues().forms.get(view.key(j), ())
    said = cues().attribution_said
    if any(f.verb.lemma in said and f.form.tense in ("past", "present") for f in forms):
        return True
    key = view.key(j)
    return key in said or (
        key.endswith(("ت", "ته", "ه", "ها")) and (key.rstrip("هات") in said or key[:-1] in said)
    )


def _that_near(view: View, j: int, end: int) -> bool:
    """كما قال فلان إن: a report of its own, not an attribution; عن after نقل says whose words were carried."""
    carried = view.key(j - 1).removesuffix("ه") in RELAYED
    aside = False
    for k in range(j, min(end, j + 12)):
        if begins_main(view, k) or goes_on(view, k):
            return False  # كما قال فلان، فإن, كما قال فلان داعيا إلى كذا
        if view.is_that(k) or view.char(k) == ":" or quoted_at(view, k):
            return True
        aside = aside or (k > j and view.char(k) in ("،", ",", "-"))
        governs = view.key(k) in (_TOWARDS, FROM) and not carried and not aside
        if governs and not view.key(k - 1).startswith(_ISSUED):
            return True
    return False


def _quoting(view: View, draft: Draft, end: int) -> None:
    """بحسب X نقلا عن Y: Y speaks, X relays."""
    j = view.skip_comma(draft.stop)
    carried = view.key(j) == FROM and relays(
        view.key(draft.cue_end - 1)
    )  # وفق ما نقلت وكالة عن مصدر
    if not carried and (view.key(j) != _QUOTING or view.key(j + 1) != FROM):
        return
    at = j + 1 + (not carried)
    source = speaker_phrase(view, at, end) or read_phrase(view, at, end, generic=carried)
    if source is not None and draft.speaker is not None:
        draft.relay = [draft.speaker]
        draft.speaker = speaker_of(view, source)
        draft.stop = past_phrase(view, source.end, end)
