"""Whether a word that is spelt like a report verb is one where it stands, as far as its neighbours tell."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.fields import DEED
from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import CueForm, speaker_nouns, words
from riwaya.statements.nobodies import a_noun_here
from riwaya.statements.objects import NOUN_AND_VERB, opens
from riwaya.statements.places import (
    CLAUSE_WORDS,
    GOVERNS_A_NOUN,
    Cue,
    light_object,
    verbal_place,
    written_with_h,
    written_with_ta,
)
from riwaya.statements.view import QUOTES, View
from riwaya.statements.word_kinds import is_verbal_noun

_HYPOTHETICAL = words("clauses.hypothetical")
_RELATIVE, _BE = words("clauses.relative"), words("clauses.be")
_SAYING = words("arguments.saying")
_WHILE = fold_key("فيما")
_AS, _NOT_YET, _NEVER = fold_key("كما"), fold_key("لم"), fold_key("لن")
_IDENTITY, _CONDITION = words("content.identity"), words("content.on_condition")
_MAYBE = words("arguments.maybe")
_STUDENT, _THOUSANDS = fold_key("طالب"), words("arguments.thousands")
_ONCE_MORE, _EMPHASIS = "enumerate once more", words("arguments.emphasis")
_NOUNS_TOO = frozenset(
    {"announce", "report of an agency or a paper", "mention", "ask for", "offer"}
)
"""Groups of three letters whose verb a body in the feminine would make feminine."""
_READ, _TO_READ = fold_key("اطلع"), frozenset(map(fold_key, ("على", "عليه", "عليها", "عليهم")))
_WENT_BY = fold_key("مضى")
_BESIDE = frozenset({"و", fold_key("ثم")}) | _SAYING | words("arguments.to_say")
"""What stands beside مضى where it is to go on to say."""
_TURNED_OUT = fold_key("تبين")
_ELATIVES = frozenset(map(fold_key, ("أبرز", "أخطر")))
"""Pasts that are spelt like "the most" (أبرز المعالم, من أخطر الدول)."""
_RETURNED, _TO_A_PLACE = fold_key("وعدت"), frozenset(map(fold_key, ("إلى", "من", "إليه", "إليها")))
_THANKED, _HERE = fold_key("هنأ"), "هنا"
_ONE = fold_key("أحد")
_ALREADY, _DAMMA, _SHADDA = fold_key("قد"), "\u064f", "\u0651"
_WHAT, _OF_IT = words("clauses.what"), words("arguments.of_it")
_TO = fold_key("ل")
_WAS = words("clauses.was")
_ATTITUDES = frozenset({"reject", "support", "hold an opinion", "wish", "expect, estimate"})
_LED = frozenset(map(fold_key, ("ما", "مما")))
_LEADING = frozenset({"call on", "urge", "threaten", "give notice"})
"""Groups whose verbs are also said of what leads to something (مما شجع على كذا, ما يهدد بكذا)."""
_SHOWING = frozenset({"explain", "affirm", "make clear", "show, of a study", "consider"})
"""Groups whose verbs are also said of what shows something (وهو ما يؤكد كذا)."""
GOING_ON = frozenset({"say", "affirm", "announce", "explain"})
"""Groups whose verbs may stand behind ل where somebody goes on to say (عاد ليؤكد أن)."""
_COMPOUND = words("clauses.compound_nouns")
_BACK = words("arguments.back")
_OPPOSE = fold_key("عارض")
_THROUGH, _ABOUT = fold_key("عبر"), fold_key("عن")
_GOVERNING = frozenset(map(fold_key, ("عن", "على", "إلى", "في")))
_HE = words("clauses.he")
_TO_IT = frozenset(map(fold_key, ("إليه", "إليها", "إليهم")))
_BETWEEN = fold_key("بين")
_WHOEVER = fold_key("من")
_OF = frozenset({_WHOEVER, fold_key("ومن")})
_NEGATED = words("clauses.negations")
_PLATFORMS = words("phrases.platforms")

_I = frozenset(map(fold_key, ("أنا", "وأنا", "نحن", "ونحن", "إني", "إننا")))
"""The speaker himself: what he says that he says is no report of another's."""


def stands(view: View, cue: Cue, start: int, end: int, *, negated: int) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether the form is a report verb here, as far as its neighbours tell; ``negated``: tokens that negate it."""
    verb, form = cue.form.verb, cue.form.form
    mine = view.key(cue.at - 1) in _I  # وأنا أعلن: within his own words
    if cue.at > start and (mine or _unreal(view, cue.at - negated, start)):
        return False
    if view.key(cue.at).removeprefix("و") == _BETWEEN and not _made_clear(view, cue, end):
        return False  # بين البلدين
    attitude = view.key(cue.at - 1) in _WAS and view.key(cue.at - 2) in _RELATIVE
    whoever = view.key(cue.at - 1) == _WHOEVER
    maybe = view.key(cue.at - 1) in _MAYBE  # قد يعلن فلان كذا
    if form.tense == "present" and (whoever or maybe or (attitude and verb.group in _ATTITUDES)):
        return False  # من يعلنون كذا: whoever does; الذي كان يعارض كذا
    if (negated and _untold(view, cue.at)) or _compound(view, cue.at):
        return False
    back = view.key(cue.at + 1) in _BACK  # في وقت لم تكشف فيه فلانة عن كذا
    if negated and view.key(cue.at - 2) in _RELATIVE and form.number == "s" and not back:
        return False  # الذي لم يكشف عن هويته: it was not told, nobody withheld it
    if (
        _passive(view, view.tokens[cue.at].text, cue.form)
        or _taken_up(view, cue)
        or _governed_noun(view, cue)
        or _sided(view, cue)
        or _no_verb(view, cue)
        or a_noun_here(view, cue)
    ):
        return False
    purpose = view.key(cue.at)[:1] == _TO and (verb.run or verb.group in GOING_ON)
    if purpose and not _speech_near(view, cue.at + 1, end, clause=not verb.run):
        return False  # ليواصل عمله
    if form.tense == "participle":
        spelt = form.gender == "m" or written_with_ta(view.tokens[cue.at].text)
        return spelt and not _on_condition(view, cue.at)  # مشترطا عدم نشر اسمه
    if (form.tense == "jussive" and not negated) or (form.clitic and verb.object is None):
        return False
    if form.clitic and not written_with_h(view.tokens[cue.at].text):
        return False  # دعاة: preachers
    held_back = negated and (verb.unsaid or light_object(view, cue.at + 1, end))
    if (verb.light or verb.unsaid) and not held_back:
        return False
    return not verb.clause or view.key(cue.at + 1) in _SAYING or verbal_place(view, cue, start)


def _sided(view: View, cue: Cue) -> bool:
    """الذين أيدوا كذا: whether a relative clause only tells which side somebody was on."""
    verb, finite = cue.form.verb, cue.form.form.tense in ("present", "past")
    sides = verb.group == "support" or verb.lemma == _OPPOSE
    return finite and sides and view.key(cue.at - 1) in _RELATIVE


def _on_condition(view: View, i: int) -> bool:
    """Whether somebody asks at ``i`` that his name is not told."""
    return view.key(i) in _CONDITION and any(view.key(k) in _IDENTITY for k in range(i + 1, i + 8))


def _no_verb(view: View, cue: Cue) -> bool:
    """Whether what stands beside a form shows another word: عبر صفحتها (through), عن تنكر فلان, وهو تعهد كذا (nouns),
    تنكر المقاتلون (a verb of theirs would not be feminine).
    """
    form, key = cue.form.form, view.key(cue.at)
    before, after = view.key(cue.at - 1), view.key(cue.at + 1)
    doubled = _SHADDA in view.tokens[cue.at].text
    if key.removeprefix("و") == _THROUGH and not (doubled or _expresses(view, cue.at + 1)):
        return True
    read = (form.key == _STUDENT or form.tense == "participle") and _counted(view, cue.at)
    read |= key == _WENT_BY and not {before, after} & _BESIDE  # الجزء الأصعب قد مضى، «…»
    read |= _of_a_body(view, cue)
    read |= cue.form.verb.group == _ONCE_MORE and not _emphasis_near(view, cue.at + 1)
    read |= form.tense == "past" and cue.form.verb.lemma == _READ and after in _TO_READ
    most = key in _ELATIVES and (before in _OF or not _somebody(view, cue.at + 1))
    if read or most or _another_word(view, cue):
        return True  # وثيقة اطلعت عليها وكالة كذا, أبرز معالم كذا
    if key == _TURNED_OUT and view.is_that(cue.at + 1) and before in _RELATIVE | CLAUSE_WORDS:
        return True  # التي تبين أنها كذا: it turned out
    if form.tense == "present" and before in _GOVERNING:
        return True
    if before in _HE and form.tense == "past" and is_verbal_noun(form.key):
        return True
    return (
        form.gender == "f"
        and form.number == "s"
        and after.startswith("ال")
        and after.endswith("ون")
        and view.mention(cue.at + 1) is None  # البنتاغون
    )


def _another_word(view: View, cue: Cue) -> bool:
    """هنا (here), «وعدت إلى البيت» (I returned), لن يتحدث أحد (nobody): spelt or said so that nobody is told to speak."""
    key, after = view.key(cue.at), view.key(cue.at + 1)
    if key == _RETURNED:
        return after in _TO_A_PLACE
    nobody = (
        after == _ONE
        and view.key(cue.at - 1).lstrip("فو") in _NEGATED
        and not view.char(cue.at + 2)
    )
    nobody = nobody and view.key(cue.at + 2) != _WHOEVER  # لم يتحدث أحد من السكان
    here = cue.form.verb.lemma == _THANKED and view.tokens[cue.at].text.removeprefix("و") == _HERE
    return nobody or here


def _counted(view: View, i: int) -> bool:
    """12 ألف طالب, 20 متهما: whether how many of them there are stands right before a noun, and no date."""
    if i == 0 or i - 1 in view.timed:
        return False
    return view.tokens[i - 1].kind == "number" or view.key(i - 1) in _THOUSANDS


def _untold(view: View, i: int) -> bool:
    """لم تذكر أسماءهم, لم يفصح عن هويته: whether it is only who somebody is that was not told."""
    return bool({view.key(i + 1), view.key(i + 2)} & _IDENTITY) and not view.char(i + 1)


def _of_a_body(view: View, cue: Cue) -> bool:
    """وكشف صحيفة كذا: whether a form of three letters is a noun, as the feminine body behind it takes another verb."""
    form, after = cue.form.form, view.key(cue.at + 1)
    short = len(form.key) == NOUN_AND_VERB and form.tense == "past" and form.gender == "m"
    hers = view.tokens[cue.at + 1].text.endswith("ة") if cue.at + 1 < len(view.tokens) else False
    body = after in speaker_nouns().bodies and hers
    return short and body and cue.form.verb.group in _NOUNS_TOO


def _emphasis_near(view: View, i: int) -> bool:
    """Whether تأكيد or its like stands soon at or behind ``i``, no mark between: أعاد فلان | تأكيد كذا."""
    for k in range(i, i + 8):
        if view.char(k) or view.key(k) in _EMPHASIS:
            return view.key(k) in _EMPHASIS
    return False


def _expresses(view: View, i: int) -> bool:
    """Whether عبر before token ``i`` is the verb: عن follows soon, and no medium or page of somebody's right behind it."""
    medium = nouns_of_media(view.key(i)) or view.key(i) in _PLATFORMS
    if view.key(i) == _ABOUT or (_somebody(view, i) and not medium):
        return True
    if view.tokens[i].text.endswith(("ه", "ها", "هم")) or medium:
        return False
    for k in range(i + 1, i + 8):
        if view.key(k) == _ABOUT or view.char(k):
            return view.key(k) == _ABOUT
    return False


def _compound(view: View, i: int) -> bool:
    """طالب لجوء, #طالب_لجوء: a noun of two words, or part of a tag."""
    tagged = view.char(i - 1) in ("#", "_") or view.char(i + 1) == "_"
    return tagged or f"{view.key(i)} {view.key(i + 1)}" in _COMPOUND


def _passive(view: View, word: str, cue: CueForm) -> bool:
    """يُتهم, أُعلن, يدعى: written as a passive, so that nobody is told to speak."""
    form = cue.form
    bare = word[1:] if word[:1] in "وف" and form.key[:1] not in "وف" else word
    if form.tense == "past":
        return bare[1:2] == _DAMMA or (bare[:2] in ("ات", "اس") and bare[2:3] == _DAMMA)
    derived = form.key[1:2] == fold_key("ت")
    active = cue.verb.ends_in_a or " فى " in view.text  # some write every last ي as ى
    weak = not active and bare.endswith("ى") and not form.clitic
    return form.tense == "present" and (weak or (derived and bare[1:2] == _DAMMA))


def _governed_noun(view: View, cue: Cue) -> bool:
    """عدم كشف اسمه, بعد كشف الألغام: a noun of three letters after what governs nouns only."""
    short = len(cue.form.form.key) == NOUN_AND_VERB and cue.form.form.tense == "past"
    before = view.key(cue.at - 1 - (view.char(cue.at - 1) in QUOTES))  # على "رفض كذا"
    if cue.lead or any(past_adverb(view, j) == cue.at for j in range(max(0, cue.at - 4), cue.at)):
        return False  # هذا وذكر, من جانب آخر أكد
    purpose = before.startswith("ل") and DEED.fullmatch(before[1:]) is not None  # لتدشين صرح كذا
    return short and cue.form.verb.group != "say" and (purpose or before in GOVERNS_A_NOUN)


def _taken_up(view: View, cue: Cue) -> bool:
    """التي كشف عنها فلان: the relative clause only says more of what was named before."""
    before = view.key(cue.at - 1)
    if cue.form.verb.group == "point out" and view.key(cue.at + 1) in _TO_IT:
        return True  # وهذا أشار إليه فلان
    relative = before in _RELATIVE or before in _WHAT - {_WHILE} or before == _AS
    not_past = cue.form.form.tense == "past" and before.removeprefix("و") in (_NOT_YET, _NEVER)
    group, tense = cue.form.verb.group, cue.form.form.tense
    shows = before in _WHAT - {_WHILE} and (
        group in ("point out", "report")  # ما يشير إلى, and not فيما أفاد فلان
        or (group in _LEADING and before in _LED and not cue.form.form.clitic)  # ما دعا فلانا إلى
        or (group in _SHOWING and tense == "present" and not _somebody(view, cue.at + 1))  # ما يفسر
    )
    less = cue.form.form.tense == "jussive" and before.removeprefix("و") != _NOT_YET  # لا يقل عن
    return (relative and view.key(cue.at + 1) in _OF_IT) or shows or less or not_past


def _somebody(view: View, i: int) -> bool:
    """Whether a name or the noun of somebody who can speak stands at ``i``."""
    key, nouns = view.key(i), speaker_nouns()
    return view.mention(i) is not None or key in nouns.roles or key in nouns.bodies


def _unreal(view: View, clause: int, start: int) -> bool:
    """Whether a clause is supposed (إذا) or put in doubt (أن تكون بلاده قد عرضت): nobody is told to have spoken."""
    supposed = clause - 1 - (view.key(clause - 1) in _LED and clause - 1 > start)  # إذا ما وافقت
    if clause > start and view.key(supposed) in _HYPOTHETICAL:
        return True
    if view.key(clause - 1) != _ALREADY:
        return False
    near = range(max(start, clause - 7), clause - 1)
    return any(view.is_that(j) and view.key(j + 1) in _BE for j in near)


def _made_clear(view: View, cue: Cue, end: int) -> bool:
    """وبين الوزير أن: the verb, by its أن, by a name and a colon or marks, or its doubled letter; between has two,
    joined by و.
    """
    if not (cue.lead or cue.at == view.sentences_start(cue.at)):
        return False
    if _SHADDA in view.tokens[cue.at].text:
        return True
    named = view.mention(cue.at + 1)
    person = named is not None and named.type == "PER"
    for k in range(cue.at + 1, min(end, cue.at + 9)):
        if view.is_that(k):
            return not view.key(k).startswith("و")
        if view.char(k) == ":" or opens(view, k):
            return person
        if view.key(k).startswith("و") and view.mention(k) is None:
            return False
    return False


def _speech_near(view: View, j: int, end: int, *, clause: bool) -> bool:
    """Whether a colon or an opening mark, or with ``clause`` أن, stands within a few words."""
    near = range(j, min(end, j + 4))
    return any(view.char(k) == ":" or opens(view, k) or (clause and view.is_that(k)) for k in near)
