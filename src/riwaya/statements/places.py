"""Where a verb can stand, and where a form that looks like one is a noun or the outlet's own voice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.arabic.folding import fold_key
from riwaya.statements.asides import led_to
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import CueForm, cues, speaker_nouns, words
from riwaya.statements.objects import NOUN_AND_VERB, PREPOSITIONS, opens
from riwaya.statements.view import QUOTES, THAT_PRONOUN, View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

_LEADING_TO_THAT = frozenset({"mention", "deny", "find", "show, of a study"})
"""Groups of verbs spelt like nouns that no أن follows."""
_SEES, _FOREMOST = fold_key("رأى"), fold_key("أبرز")
_HELD = frozenset(
    {
        "mention",
        "hold an opinion",
        "expect, estimate",
        "consider",
        "make clear",
        "claim, at a distance",
    }
)
"""Groups whose present, without a subject, is held by nobody in particular (يذكر أن, يعتقد أن)."""
_ANY, _TOLD = frozenset(map(fold_key, ("أي", "أية"))), words("clauses.tellable")
GOVERNS_A_NOUN = words("clauses.governs_a_noun")
_BEFORE_A_DEED = frozenset(map(fold_key, ("بعد", "قبل", "منذ", "دون", "بدون", "لمجرد", "إثر")))
_BEFORE_PRESENT = frozenset(map(fold_key, ("سوف", "لن", "لم", "أن")))
CLAUSE_WORDS = words("clauses.before_a_verb")
_FRONTS = (
    words("clauses.fronted") | words("clauses.when") | frozenset(map(fold_key, ("لدى", "ولدى")))
)
_TELLING = frozenset({"say", "mention", "report", "affirm", "announce", "claim, at a distance"})
_THAT_HE = frozenset(w + p for w in ("ان", "بان") for p in ("ه", "هم", "هما"))
_WAS = words("clauses.was")
_BACK, _THIS = words("arguments.back"), words("clauses.this")
_IDENTITY = words("content.identity")
_HAD_BEFORE = frozenset(map(fold_key, ("سبق", "وسبق")))
NEAR_CALLED = 7
"""Tokens from a verb to what its object is called."""
_HERS = re.compile(r"ت(?:ه|ها|هم|هما)$")
"""The end of a feminine past with its object's pronoun, which is no noun (في عملية وصفتها فلانة بأنها كذا)."""
PRONOUN_BEFORE = re.compile(r"[وف]?(?:ب?ان|لكن|لان)(?:ه|ها|هم|هما)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue form at a token."""

    at: int
    form: CueForm
    joined: bool
    lead: int = 0


def pronoun_before(view: View, clause: int) -> bool:
    """إنه قال, لكنه قال: the subject is the pronoun, and a noun after the verb its object."""
    before = clause - 1 - (view.char(clause - 1) in QUOTES)  # أنها "تجدد
    return bool(PRONOUN_BEFORE.fullmatch(view.key(before)))


def in_headline(view: View, draft: Draft, start: int) -> bool:
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


def verbal_place(view: View, cue: Cue, start: int) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether a form that is a noun too stands where a verb can stand."""
    i = cue.at
    if (
        cue.form.form.key == _FOREMOST
        and not view.key(i + 1).startswith("ال")
        and view.mention(i + 1) is None
    ):
        return False  # وأبرز دليل على كذا
    if cue.form.form.number != "s":
        plainly = cue.form.form.tense in ("present", "jussive") or view.key(i).endswith("وا")
        plainly |= cue.form.form.clitic and cue.form.form.number == "p"  # المزاعم التي وصفوها بأنها
        sure = cue.joined or plainly
        dual = cue.form.form.number == "d" and view.key(i - 1).endswith("ان")  # جنديان سابقان أعربا
        sure = sure or (dual and len(view.key(i - 1)) > 4)
        return (
            sure or view.is_that(i - 1) or bool(view.char(i - 1)) or ends_a_phrase(view, i, start)
        )
    if i == start or cue.joined:
        and_on = view.key(i)[:1] == "و" and cue.lead > 0  # and not قد وصف
        lone = not and_on or i == start or not _noun_too(cue) or view.is_that(i + 1)
        this = view.key(i - 1) in _THIS and i - 1 == start  # هذا وذكر
        plain = lone or this or bool(view.char(i - 1))
        return plain or _subject_follows(view, i) or _calls_so(view, cue)
    if cue.form.form.tense == "present":
        return True
    before = view.key(i - 1 - (view.char(i - 1) in QUOTES))  # على "رفض كذا"
    after_a_verb = any(
        f.form.tense == "present" for f in cues().forms.get(before.removeprefix("و"), ())
    )
    after_a_verb = after_a_verb or _plainly_a_verb(view, i - 1)
    governed = before in GOVERNS_A_NOUN and not _HERS.search(view.key(i))
    if governed or (after_a_verb and len(view.key(i)) <= NOUN_AND_VERB):
        return False  # على طلب الجانب, يعتبر عرض الحكومة كذا
    if view.is_that(i - 1):  # إن عدد: a noun follows إن, never a verb; بعد أن ذكر: never a noun
        before_that = {view.key(i - 2), view.key(i - 3), view.key(i - 4)}
        had_before = bool(before_that & _HAD_BEFORE)  # سبق لفلان أن | نفى كذا
        return (
            pronoun_before(view, i)
            or view.key(i - 2).removeprefix("و") in _BEFORE_A_DEED
            or had_before
        )
    key = cue.form.form.key
    if cue.form.verb.group in _LEADING_TO_THAT and _that_follows(view, cue):
        return True  # غير أن تقريرا لوسائل إعلام أجنبية ذكر أن, نفى في بيان أن
    weak = cue.form.verb.lemma.endswith(("ي", "ا"))  # رأت, روت
    if key.endswith("ت") and (weak or len(key) > NOUN_AND_VERB) and not is_verbal_noun(key):
        return True  # وسائل إعلام أجنبية انتقدت كذا
    back = view.key(i + 1) in _BACK and cue.form.form.tense == "past"  # أصدر بيانا | نفى فيه كذا
    if view.char(i - 1) or before in CLAUSE_WORDS or view.mention(i + 1) is not None or back:
        return True
    had = view.key(start) in _WAS and cue.form.form.tense == "past" and _that_follows(view, cue)
    if had or ends_a_phrase(view, i, start) or _calls_him_so(view, cue):
        return True  # وكان المدير العام كتب في تغريدة أن, خطوة وصفها خبراء بأنها كذا
    if _behind_a_description(view, i) or view.key(i - 1) in _IDENTITY:
        return True  # تحدث شريطة عدم كشف هويته | نفى كذا
    return _behind_what_governs_nothing(view, i) and _subject_follows(view, i)


def _behind_a_description(view: View, i: int) -> bool:
    """متحدث عسكري إسرائيلي | رفض التعليق: whether indefinite adjectives of somebody who can speak end at ``i``: no noun
    stands behind them.
    """
    k, nouns = i - 1, speaker_nouns()
    while k > i - 4 and is_adjective(view.key(k).removesuffix("ا")) and view.is_word(k):
        if view.key(k).startswith("ال"):
            return False
        k -= 1
    head = view.key(k)
    heads = {head, head.removesuffix("ا")}
    return k < i - 1 and bool(heads & (nouns.roles.keys() | nouns.bodies.keys()))


def _behind_what_governs_nothing(view: View, i: int) -> bool:
    """وخلال مؤتمر في العاصمة | رفض الوزير كذا: a noun with its article, and an adjective, have no noun behind them."""
    before = view.key(i - 1)
    return before.startswith("ال") and view.is_word(i - 1) and len(before) > NOUN_AND_VERB


def _that_follows(view: View, cue: Cue) -> bool:
    """Whether أن stands right behind a form, or behind nothing but asides."""
    end = len(view.tokens)
    led = led_to(view, cue.form.verb, cue.at + 1, end)
    governed = PREPOSITIONS.get(view.key(cue.at + 1)) in cue.form.verb.takes
    right_there = view.is_that(cue.at + 1 + governed)
    return right_there or (led > 0 and view.is_that(led))


def _plainly_a_verb(view: View, i: int) -> bool:
    """Whether what governs a verb in the present stands before the one at ``i`` (سوف تشهد | كشف كذا)."""
    present = view.key(i)[:1] in ("ي", "ت") and view.mention(i) is None
    return present and view.key(i - 1) in _BEFORE_PRESENT


def _noun_too(cue: Cue) -> bool:
    """Whether a form is spelt like a noun (رفض, عرض): those of four letters and more, by the word list."""
    key = cue.form.form.key
    if cue.form.verb.group == "discuss":
        return True  # وتناول الحلوى
    if cue.form.form.tense == "present" and len(key) > NOUN_AND_VERB + 1:
        return is_verbal_noun(key)
    return cue.form.form.tense != "past" or len(key) <= NOUN_AND_VERB or is_verbal_noun(key)


def _subject_follows(view: View, i: int) -> bool:
    key = view.key(i + 1)
    nouns = speaker_nouns()
    return view.mention(i + 1) is not None or key in nouns.roles or key in nouns.bodies


def _calls_so(view: View, cue: Cue) -> bool:
    """رفض العرض | ووصف أصحابه بأنهم كذا: whether what follows a form that is a noun too is called something."""
    i, end = cue.at, len(view.tokens)
    if cue.form.verb.group != "describe" or view.key(i + 1) in GOVERNS_A_NOUN:
        return False
    near = range(i + 2, min(end - 1, i + NEAR_CALLED))
    called = (k for k in near if view.is_that(k) or view.key(k) == "ب" or view.char(k))
    k = next(called, i)
    lone = view.key(k) == "ب" and opens(view, k + 1)
    return lone or (view.key(k).startswith("ب") and THAT_PRONOUN.fullmatch(view.key(k)) is not None)


def _calls_him_so(view: View, cue: Cue) -> bool:
    """Whether a verb of describing with its object's pronoun stands before who does so and بأنه or بأنها, no mark between."""
    if cue.form.verb.group != "describe" or not cue.form.form.clitic:
        return False
    near = range(cue.at + 1, min(len(view.tokens), cue.at + NEAR_CALLED))
    if view.is_that(cue.at + 1):
        return False
    called = next((k for k in near if view.is_that(k) or view.char(k)), cue.at)
    return view.is_that(called) and view.key(called).startswith("ب")


def ends_a_phrase(view: View, i: int, start: int) -> bool:
    """Whether a mention, or a time, ends right before ``i``: فلان حذر, اليوم الخميس حذر."""
    for j in range(max(start, i - 6), i):
        if any(view.after(m) == i for m in view.mentions.get(j, ())) or view.times.get(j) == i:
            return True
    return False


def anchored(view: View, draft: Draft) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether a verb without a subject opens a clause; after a bare noun it only describes it (معلومات تشير)."""
    i = draft.clause
    if draft.joined or i == view.sentences[draft.sentence][0] or draft.number != "s":
        return True
    if pronoun_before(view, i):
        return True
    if _behind_a_front(view, draft):
        draft.joined = True
        return True
    if view.key(draft.cue + 1) in _BACK:
        draft.rule += ":back"
        return True
    before = view.key(i - 1)
    tells = draft.verb is not None and draft.verb.group in _TELLING
    if tells and draft.gender == "f" and view.key(draft.cue + 1) in _THAT_HE:
        said = _said_of_a_thing(view, draft, i)  # لقطات قالت إنها
        return said or not before.endswith(("ه", "ات"))  # جنود ذكرت أنهم
    if tells and draft.tense == "past" and _said_of_a_thing(view, draft, i):
        return True
    return (
        bool(view.char(i - 1))
        or before in CLAUSE_WORDS
        or view.is_that(i - 1)
        or ends_a_phrase(view, i, view.sentences[draft.sentence][0])
    )


def _behind_a_front(view: View, draft: Draft) -> bool:
    """وردا على سؤال عن كذا | قال «…», وعندما سئل عن كذا | قال: a sentence that begins so has its main verb behind."""
    first = view.key(view.sentences[draft.sentence][0])
    words_follow = opens(view, draft.cue + 1) or view.char(draft.cue + 1) == ":"
    words_follow |= view.is_that(draft.cue + 1)
    tells = draft.verb is not None and draft.verb.group in _TELLING | {"answer"}
    return tells and words_follow and draft.tense == "past" and first in _FRONTS


def _said_of_a_thing(view: View, draft: Draft, i: int) -> bool:
    """نشر صورا قال إنها حديثة: whether what stands before the verb is a thing, which its أن takes up by a pronoun."""
    if not (view.is_that(draft.cue + 1) and THAT_PRONOUN.fullmatch(view.key(draft.cue + 1))):
        return False
    k = i - 1
    while is_adjective(view.key(k)) and not is_verbal_noun(view.key(k)) and k > i - 4:
        k -= 1
    key, nouns = view.key(k).removesuffix("ا"), speaker_nouns()
    speaks = {*nouns.roles, *nouns.bodies, *nouns.documents, *nouns.pairs}
    thing = is_verbal_noun(key) or is_verbal_noun(view.key(k)) or view.key(k).endswith("ات")
    return thing and not {key, view.key(k)} & speaks and view.mention(k) is None


def impersonal(view: View, draft: Draft) -> bool:
    """يذكر أن, يعتقد أن: nobody says it; it is the outlet's own voice."""
    if draft.tense != "present" or draft.number != "s":
        return False
    verb = draft.verb
    assert verb is not None
    at_edge = (
        draft.cue == view.sentences[draft.sentence][0]
        or draft.joined
        or bool(view.char(draft.cue - 1))
        or view.block_of[draft.cue] != view.block_of[draft.cue - 1]
    )
    if draft.gender == "f" and draft.joined and draft.cue > view.sentences[draft.sentence][0]:
        return (
            False  # تنتقد المعارضة كذا | وتعتبر أن كذا: a woman, or a body, that was named before
        )
    follows = view.is_that(draft.cue + 1) or view.is_that(draft.cue + 2)
    held = at_edge or view.key(draft.cue - 1) in CLAUSE_WORDS
    return follows and held and verb.group in _HELD and verb.lemma != _SEES


def written_with_ta(word: str) -> bool:
    """مضيفة says, مضيفه is somebody's host: folding makes one of them."""
    return word.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")[-1:] != "ه"


def written_with_h(word: str) -> bool:
    """دعاه is "called him", دعاة are preachers: folding makes one of them."""
    return word.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")[-1:] != "ة"


def light_object(view: View, i: int, end: int) -> bool:
    for j in range(i, min(end, i + 12)):
        if view.key(j) in cues().withheld_objects:
            return view.key(j) not in _ANY or view.key(j + 1) in _TOLD
    return False
