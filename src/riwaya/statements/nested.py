"""Whose words they are within another's: the pronoun's own, his who tells it, the woman told of, the nearest name."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Speaker
from riwaya.statements.agreement import agrees, of_her_clause, sibling
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.mainclause import main_subject
from riwaya.statements.nearest import nearest, nearest_body
from riwaya.statements.objects import bare_of_l
from riwaya.statements.phrases import read_phrase
from riwaya.statements.places import CLAUSE_WORDS
from riwaya.statements.references import speaker_of
from riwaya.statements.view import THAT_PRONOUN, View

_BUT_HE = words("clauses.but_he")


def within(  # noqa: PLR0911 - one guard, one line
    view: View, draft: Draft, earlier: Sequence[Draft]
) -> Speaker | None:
    """Inside another's content: a verb joined to one there, the pronoun's own (إن المكتب قال إنه بحث), the nearest name."""
    outer = draft.inside
    assert outer is not None
    if (other := sibling(draft, [d for d in earlier if d.inside is outer])) is not None:
        return other
    if of_her_clause(view, outer, draft):
        begun = read_phrase(view, outer.start, draft.cue, generic=True)
        return speaker_of(view, begun) if begun is not None else None
    first = view.key(draft.cue - 1).startswith("و") and view.is_that(outer.cue - 1)
    if draft.after_that and first and outer.inside is not None and view.is_that(draft.cue - 1):
        outer = outer.inside  # أعلن أنه اتفق على كذا، وأنه حث فلانا
    if draft.after_that and outer.speaker is not None:
        if outer.verb is None or agrees(outer, draft) or draft.number != "s" or outer.number != "s":
            return outer.speaker
        found = nearest(view, draft)
        if found is not None and found.key == outer.speaker.key:
            found = nearest_body(view, draft)  # استبعد فلان حضور الدولة بعد أن أعلنت
        return found or outer.speaker  # وقالت إنه اعترف
    if view.key(draft.cue - 1) in _BUT_HE and (her := _she(view, draft, outer)) is not None:
        return her
    if view.key(draft.cue - 1) in _BUT_HE and draft.number == "s" and outer.kind != "np":
        main = main_subject(view, outer.start, draft.cue - 1, draft.gender)
        if main is not None and main.start <= outer.start + 1:
            return speaker_of(view, main)  # «إن اللجنة لم تجد كذا، لكنها أوصت»
    if outer.speaker is not None and agrees(outer, draft) and _of_a_noun(view, draft):
        return outer.speaker  # أعلن المكتب عقوبات على شاب قال إنه كذا, اللجنة التي اتهمها
    if outer.rule != "attribution" and draft.number != "p":
        own = outer.spoken or (draft.relative and not agrees(outer, draft))
        himself = None if own else outer.speaker  # in his own words he is "I"
        return nearest(view, draft, outer.start) or himself
    return None


def _of_a_noun(view: View, draft: Draft) -> bool:
    """Whether a verb only says of the noun before it what the teller holds of it, by its pronoun (خطوة قالت إنها كذا,
    اللجنة التي اتهمها بكذا).
    """
    return reduced(view, draft) or (draft.relative and _with_object(view, draft))


def reduced(view: View, draft: Draft) -> bool:
    """شاب قالت إنه, خطوة قال إنها: a relative clause without its pronoun, by what أن takes up."""
    that = view.key(draft.cue + 1)
    if draft.joined or not THAT_PRONOUN.fullmatch(that) or draft.number != "s":
        return False
    before = view.key(draft.cue - 1)
    if view.is_comma(draft.cue - 1):
        return that.endswith("ها") != (draft.gender == "f")
    return (
        view.is_word(draft.cue - 1)
        and before not in CLAUSE_WORDS
        and not view.is_that(draft.cue - 1)
    )


def _with_object(view: View, draft: Draft) -> bool:
    """Whether the verb has its object as a pronoun."""
    forms = cues().forms.get(view.key(draft.cue)[draft.lead :], ())
    return any(f.form.clitic and f.form.gender == draft.gender for f in forms)


def _she(view: View, draft: Draft, outer: Draft) -> Speaker | None:
    """The woman told of last in a man's words before لكنها."""
    if draft.gender != "f" or draft.number != "s":
        return None
    for j in range(draft.cue - 2, outer.start - 1, -1):
        width, key = int(view.key(j).startswith("ل")), bare_of_l(view.key(j))
        if key.endswith("ه") and key in speaker_nouns().roles:
            phrase = read_phrase(view, j, draft.cue - 1, proclitic=width)
            return speaker_of(view, phrase) if phrase is not None else None
    return None
