"""What a report is once its parts are read: settled, withheld, only a deed, or a participle's."""

from __future__ import annotations

from dataclasses import replace

from riwaya.arabic.folding import fold_key
from riwaya.model import Act
from riwaya.statements.arguments import Opening
from riwaya.statements.charging import blames, charged
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.naming import past_naming
from riwaya.statements.negation import left_unsaid
from riwaya.statements.objects import NOUN_AND_VERB, PREPOSITIONS, has_b, has_l, is_fact, opens
from riwaya.statements.openings import find_opening
from riwaya.statements.places import (
    GOVERNS_A_NOUN,
    Cue,
    ends_a_phrase,
    pronoun_before,
)
from riwaya.statements.taken_up import takes_up
from riwaya.statements.view import QUOTES, View
from riwaya.statements.word_kinds import bare_noun, is_verbal_noun

_SAYING = words("arguments.saying")
_COMMENT = words("content.comment")
_IDENTITY = words("content.identity")
_HIM = fold_key("إيا")
_ABOUT, _IN = fold_key("عن"), fold_key("في")
_BEFORE = fold_key("قبل")
_TOWARDS = fold_key("إلى")
_IN_THE_NAME = fold_key("باسم")
_TELLABLE = frozenset(map(fold_key, ("تفاصيل", "توضيح")))
_LEST, _NOT_YET = "ألا", fold_key("لم")
_ACTS: tuple[Act, ...] = ("warn", "threaten", "criticise", "request", "demand", "assert")
_AGAIN: dict[Act, frozenset[str]] = {act: words(f"again.{act}") for act in _ACTS}
_CONCERNING = words("arguments.concerning")
_NOUNS_TOO = words("arguments.nouns_too")
_HE = words("clauses.he")
_MEANWHILE, _WHO = words("clauses.meanwhile"), words("clauses.relative")


def settle(view: View, draft: Draft, opening: Opening, *, negated: bool) -> Draft | None:  # noqa: PLR0911 - one guard, one line
    """The draft with what its opening says; None for a wish, a plan, or what no cue says when negated."""
    verb = draft.verb
    assert verb is not None
    lest = draft.cue > 0 and view.tokens[draft.cue - 1].text.removeprefix("ب") == _LEST
    bare_that = (view.is_that(draft.cue - 1) and not pronoun_before(view, draft.cue)) or lest
    goes_on = verb.run and view.key(draft.cue - 2) == _BEFORE and opening.kind != "np"
    bare_that = bare_that and not (goes_on or left_unsaid(view, draft.cue))  # قبل أن يضيف: «…»
    told = opening.kind == "that" and view.is_comma(draft.clause - 1)  # لتعمل كذا، وتقول إن
    if draft.tense == "present" and (bare_that or (not told and _purposed(view, draft))):
        return None  # أن يبحث, لتحاسب وتلتزم: what is planned or wished
    if _only_a_deed(view, draft, opening) or _unfit(view, draft, opening):
        return None
    if _unnamed(view, verb, opening):
        return None
    _take(draft, opening)
    taken = takes_up(view, draft)
    if taken is None:
        return None
    if taken:
        draft.kind = "before"  # the words stand before it
    _said_again(view, draft)
    blamed = blames(view, draft)
    past_naming(view, draft)
    if not (blamed and charged(view, draft)):
        return None
    draft.agentless = draft.agentless or _proclaimed(view, draft)
    if verb.group in ("reject", "deny") and view.key(draft.start) in _COMMENT:
        draft.polarity = "withheld"  # رفض التعليق على كذا, رفض التعليق بخصوص كذا
        about = (
            view.key(draft.start + 1) in _CONCERNING or view.key(draft.start + 1) in PREPOSITIONS
        )
        draft.start += 2 * about
    unforeseen = verb.group.startswith("expect") and view.key(draft.cue - 1).endswith(_NOT_YET)
    if negated and (verb.run or unforeseen):
        return None  # لم يتوقع أن: what nobody has said
    if negated:
        if verb.group == "rule out":
            return draft  # لم يستبعد كذا: he holds it possible
        if verb.lemma not in cues().withheld and not verb.light:
            return None if verb.polarity == "affirmed" and opening.kind == "np" else draft
        draft.polarity = "withheld"
    return draft


def _only_a_deed(view: View, draft: Draft, opening: Opening) -> bool:
    """Whether the verb tells no words here: what somebody weighs, will do or is held to be."""
    verb = draft.verb
    assert verb is not None
    future = view.key(draft.cue).lstrip("و").startswith("س")
    turned = verb.group == "turn to somebody with words"
    if turned and not any(view.key(k) in _SAYING for k in range(draft.cue, opening.start)):
        return True  # توجه إلى المدينة, and not توجه إليهم بالقول
    if verb.group == "discuss" and _weighs(view, draft, opening):
        return True
    if future and (verb.partner or verb.group.startswith("enumerate")):
        return True  # plans to talk are no report
    if future and (verb.group == "promise" or verb.document) and opening.kind == "np":
        return True  # سيلتزم بالقرار: what he will do, ستظهر الأرقام تباعا
    if future and verb.group == "answer" and opening.spoken:
        return True  # سيرد بـ«قوة» على كذا
    held = verb.group == "consider" and opening.kind == "np" and draft.tense == "present"
    several = draft.number == "p" and draft.subject != "dropped"  # مسؤولون يعتبرون كذا
    held = held and not (several and view.key(draft.cue - 1) not in _WHO)
    return held and not opening.spoken  # يعتبر كذا: is held to be so, by nobody in particular


def _unfit(view: View, draft: Draft, opening: Opening) -> bool:
    """Whether what stands behind a verb of many senses is not what makes it tell: وجد مكانا, رأى في الشارع."""
    group, cue = draft.verb.group if draft.verb is not None else "", draft.cue
    if group == "issue":
        return not _of_something(view, opening.start)
    if group == "find":
        return opening.kind != "that"
    if group == "leave open" and bare_noun(view.key(opening.start)):
        return left_unsaid(view, cue)  # دون أن يحدد موعده
    told = any(view.key(k) in _HE for k in range(draft.cue, opening.start))
    return group == "see in something" and (told or not _something(view, opening.start))


def _of_something(view: View, start: int) -> bool:
    """أصدرت الهيئة تحذيرا | من كذا, تفاصيل لقاء: whether what was issued is told, right behind it or its adjective."""
    if view.key(start) in _TELLABLE:
        return True
    for k in range(start + 1, start + 4):
        if not view.is_word(k):
            return False
        if view.key(k) in PREPOSITIONS or has_b(view, k) or has_l(view, k):
            return True
    return False


def _something(view: View, start: int) -> bool:
    """رأى فلان في القرار خطوة عدائية: whether what something is taken for, in the accusative or in marks, stands soon
    behind it, and no أن.
    """
    if view.key(start) in speaker_nouns().occasions or start in view.times:
        return False  # رأى في مقابلة أن
    for k in range(start + 1, start + 9):
        if view.is_that(k) or (view.char(k) and not opens(view, k)):
            return False
        key = view.key(k)
        taken = key.endswith("ا") and bare_noun(key)
        taken |= key.endswith("ه") and is_verbal_noun(key) and view.key(k - 1).startswith("ال")
        if opens(view, k) or taken:
            return True
    return False


def _weighs(view: View, draft: Draft, opening: Opening) -> bool:
    """بحث عن كذا: looked for; يبحث فلان في إمكان كذا: weighs it, and talks to nobody."""
    if any(view.key(k) == _ABOUT for k in range(draft.cue + 1, opening.start + 1)):
        return True
    near = range(opening.start + 1, min(opening.start + 9, view.sentences[draft.sentence][1]))
    if any(view.key(k) == _ABOUT and view.is_comma(k - 1) for k in near):
        return True  # تبحث شركة في سلوان، عن موظفين
    noun = (
        draft.lead and draft.subject == "dropped" and len(view.key(draft.cue)) == NOUN_AND_VERB + 1
    )
    if noun and opening.partner is None:
        return True  # وبحث مستجدات كذا: a noun
    alone = draft.tense == "present" and draft.number == "s" and opening.partner is None
    return alone and any(
        view.key(k) == _IN and view.mention(k + 1) is None
        for k in range(draft.cue + 1, opening.start)
    )


def _proclaimed(view: View, draft: Draft) -> bool:
    """أعلن مقتل كذا, at the head of a sentence: nobody is told to have announced it."""
    assert draft.verb is not None
    passive = draft.verb.group == "announce" and draft.tense == "past" and draft.number == "s"
    bare = draft.kind == "np" and draft.subject == "dropped" and draft.start == draft.cue + 1
    head = draft.cue == view.sentences[draft.sentence][0] and not draft.lead
    fact = is_fact(view, draft.start, counted=False)
    of_it = draft.start == draft.cue + 2 and view.key(draft.cue + 1) == _ABOUT
    aside = of_it and view.key(draft.cue - 1) in _MEANWHILE  # فيما أعلن عن وفاة كذا
    return passive and fact and ((bare and head) or (aside and draft.subject == "dropped"))


def _purposed(view: View, draft: Draft) -> bool:
    """Whether a verb is joined to one of purpose (لتحاسب على أفعالها وتلتزم بكذا)."""
    if draft.subject != "dropped" or not draft.lead or draft.number != "s":
        return False
    before = range(max(view.sentences[draft.sentence][0], draft.cue - 6), draft.cue)
    near = [j for j in before if view.quote_of[j] is view.quote_of[draft.cue]]
    prefix = "ل" + view.key(draft.cue)[1:2]
    return any(
        view.key(j).startswith(prefix) and len(view.key(j)) > 4 and view.mention(j) is None
        and not is_verbal_noun(view.key(j)[1:]) for j in near
    )  # fmt: skip


def _unnamed(view: View, verb: Verb, opening: Opening) -> bool:
    """طلب عدم ذكر اسمه, رفض الكشف عن هويته: a source that is not named, and nothing else."""
    near = range(opening.start, opening.start + 5)
    return verb.group in ("reject", "ask for") and any(view.key(j) in _IDENTITY for j in near)


def _said_again(view: View, draft: Draft) -> None:
    """كرر تحذيره من كذا, جدد انتقاده لفلان: what is said again is what the noun governs, and does what it does."""
    at = draft.start
    if draft.kind != "np" or draft.verb is None or not draft.verb.group.startswith("enumerate"):
        return
    acts = (act for act, nouns in _AGAIN.items() if view.key(at) in nouns)
    act = next(acts, None)
    key = view.key(at + 1)
    if act is None or not view.is_word(at + 2):
        return
    if key in PREPOSITIONS:
        that = view.is_that(at + 2) and view.is_word(at + 3)
        draft.start, draft.skip = at + 2 + that, 0
        draft.kind = "that" if that else "np"
    elif has_b(view, at + 1) or has_l(view, at + 1):
        to = (k + 1 for k in range(at + 2, at + 6) if view.key(k) == _TOWARDS)
        called = next(to, 0) if act == "request" and not has_b(view, at + 1) else 0
        draft.start, draft.skip = called or at + 1, int(not called)  # دعوته للمعارضة إلى كذا
    else:
        return
    draft.verb = replace(draft.verb, act=act)


def _take(draft: Draft, opening: Opening) -> None:
    draft.kind, draft.start, draft.spoken = opening.kind, opening.start, opening.spoken
    draft.skip, draft.partner, draft.addressee = opening.skip, opening.partner, opening.addressee
    draft.occasion = opening.occasion or draft.occasion
    draft.cue_end = opening.cue_end if opening.cue_end is not None else draft.cue_end


def _circumstance(view: View, cue: Cue, opening: Opening, start: int) -> bool:
    """Whether a participle in the feminine tells what its subject said meanwhile, and describes no noun: behind a name,
    of announcing, or with a deed of hers (تواصلت الوزارة معهم | مبدية رفضها لكذا).
    """
    announces = cue.form.verb.group == "announce" and view.key(cue.at + 1) == _ABOUT
    return ends_a_phrase(view, cue.at, start) or _of_her_own(view, cue, opening) or announces


def _of_her_own(view: View, cue: Cue, opening: Opening) -> bool:
    """مبدية رفضها, معربا عن: whether a deed of the subject's own, by its pronoun, stands right behind a participle."""
    own = "ها" if cue.form.form.gender == "f" else "ه"
    word = view.tokens[opening.start].text
    deed = is_verbal_noun(view.key(opening.start).removesuffix(own))
    return opening.start == cue.at + 1 and word.endswith(own) and deed


def participle(view: View, cue: Cue, number: int) -> Draft | None:
    """محذرا من، مضيفا أن: no subject of its own; whose it is, is settled later."""
    start, end = view.sentences[number]
    verb, form = cue.form.verb, cue.form.form
    before = view.key(cue.at - 1)
    accused = verb.group == "accuse" and has_b(view, cue.at + 1)  # متهمة بكذا
    accused = accused or view.key(cue.at + 1).startswith(_IN_THE_NAME)  # لكن متحدثا باسم كذا
    bracketed = view.char(cue.at - 1) == "(" and view.char(cue.at + 1) == ")"
    accused = accused or bracketed  # رحلة (مقترحة) إلى كذا
    if before in (fold_key("غير"), fold_key("كان"), fold_key("كانت")) or verb.light or accused:
        return None
    closed = view.char(cue.at - 1) in QUOTES and opens(view, cue.at + 1) and cue.at > start
    goes_on = cue.at == start and view.is_that(cue.at + 1)  # … . مبينة أن
    bare = not (view.is_comma(cue.at - 1) or closed or goes_on)  # "كذا" متابعة "كذا"
    if (before in GOVERNS_A_NOUN and form.gender == "f" and verb.group != "say") or (
        bare and view.key(cue.at) in _NOUNS_TOO | cues().behind_a_comma
    ):
        return None  # أول لافتة, قدم مقترحا: nouns
    opening = find_opening(view, verb, False, cue.at + 1, end, near=verb.group != "say")
    if opening is None:
        return None
    edge = cue.at == start or cue.joined or bool(view.char(cue.at - 1))
    again = verb.group.startswith("enumerate") and opening.kind == "quote" and not edge
    if again or (
        opening.kind in ("np", "quote")
        and form.gender == "f"
        and verb.group != "say"
        and not (edge or (opening.kind == "np" and _circumstance(view, cue, opening, start)))
        and not view.key(cue.at + 1).startswith(_HIM)
    ):
        return None  # إجراءات مشددة على كذا: an adjective; اللقاء مجددا «كذا»: again
    apart = view.char(cue.at - 1) != "" or verb.object or _of_her_own(view, cue, opening)
    if opening.kind == "np" and verb.clause and not apart:
        return None
    draft = Draft(
        cue=cue.at, cue_end=opening.cue_end or cue.at + 1, sentence=number,
        rule=f"participle:{verb.group}", verb=verb, tense="participle", gender=form.gender,
        number=form.number, clause=cue.at, joined=cue.joined and cue.at > start, lead=cue.lead,
    )  # fmt: skip
    _take(draft, opening)
    past_naming(view, draft)
    return draft
