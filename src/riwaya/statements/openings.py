"""Where a report's content begins: after أن, a colon, a mark, a governed preposition, or bare."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.statements.addressed import asked_of_him, object_addressed
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.arguments import Opening, past_aside, read_argument
from riwaya.statements.asides import led_to, told_of
from riwaya.statements.drafts import ContentKind
from riwaya.statements.fields import DEED
from riwaya.statements.governed import after_saying, clause_at, governed_content, past_mouth
from riwaya.statements.governed_clauses import under_another
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.marked import words_in_marks
from riwaya.statements.objects import (
    NOUNS_OF_SAYING,
    PREPOSITIONS,
    WHETHER,
    blocked,
    frame_holds,
    has_b,
    object_starts,
    opens,
)
from riwaya.statements.passing import past_apposed, past_marked
from riwaya.statements.phrases import read_phrase
from riwaya.statements.reaching import past_condition
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_noun, is_verbal_noun

_THEY_DO = re.compile(r"ي\w{2,}ون")
FAR = 45
"""Tokens that may stand between a cue and its content."""
NEAR = 12
_TO_SAY = words("arguments.to_say")
_CAME, _IN_IT = words("frames.came"), words("frames.in_it")
_RELATIVE, _ALSO_WHICH = words("clauses.relative"), words("clauses.also_which")
_SAYING = words("arguments.saying")
_SHOWING = frozenset(
    {"show, of a study", "report", "point out", "affirm", "make clear", "claim, at a distance"}
)
_HIM = fold_key("إيا")
_OTHERS_THAT = words("clauses.other_that")
_WAS = words("clauses.was")
_WITH_HIM = words("arguments.pronoun_adjuncts")
_NOT_YET = fold_key("لم")
_I = "إ"
"""The first letter of إن, which قال takes and no preposition does."""
_POSTED, _ON = words("arguments.posted"), fold_key("على")
_SPEAKING = words("arguments.speaking")
_SEVERAL = words("arguments.several")
_THIS, _SINCE = words("clauses.this"), fold_key("إذ")
_BECAUSE = words("clauses.because_he")
_OR, _LATER = fold_key("أو"), fold_key("فيما")
_WHAT, _IF, _WHEN = fold_key("ما"), fold_key("إذا"), words("arguments.when")


def find_opening(
    view: View, verb: Verb, clitic: bool, at: int, end: int, *, near: bool = False
) -> Opening | None:
    """The content of a cue whose arguments begin at token ``at``; None where none of its frames fits.

    ``clitic``: the cue has its object as a joined pronoun; ``near``: it is a participle, whose
    content stands close.
    """
    opening = Opening(at, "that")
    j, skipped = at, 0
    limit = min(end, at + (NEAR if near else FAR))
    led = -1 if near or clitic else led_to(view, verb, at, end)
    over = False  # another's clause has begun, behind which no bare object is the cue's
    while j < limit:
        if j < led:
            j = min(max(read_argument(view, verb, opening, j, led), j + 1), led)
            continue
        past = _past_another(view, j) or (past_adverb(view, j) if j not in view.times else j)
        if past > j + 1 or (j == at and (past := _past_what_they_do(view, j, limit))):
            j = past
            continue
        if past := past_marked(view, verb, j, limit):
            j = past
            continue
        theirs = under_another(view, verb, j, at)
        found = None if theirs else _introducer(view, verb, j, at, end)
        if found is not None and found[0] < end and not _too_far(view, found, j, skipped, verb):
            opening.start, opening.kind, opening.spoken = found
            opening.skip = _governed_letters(view, verb, opening)
            return opening if _holds(view, verb, opening, at, end, clitic=clitic) else None
        quote = view.quote_of[j] if opens(view, j) and "np" not in verb.takes else None
        if quote is not None:
            j = max(view.at(quote.end), j + 1)  # what is in marks is not the cue's own clause
            continue
        if _begins_here(view, verb, opening, j, end):
            return opening
        if (step := _past_argument(view, verb, opening, j, limit)) > j:
            j = step
            continue
        over = over or (view.is_that(j) and found is None and view.key(j)[:1] != "ب")
        bare = None if over else _bare(view, verb, j, limit, at, clitic=clitic)
        if bare is not None:
            opening.start, opening.kind, opening.skip = bare[0], "np", bare[1]
            behind = clitic or (view.key(j).startswith(_HIM) and bare[0] > j)
            return (
                opening if behind or _holds(view, verb, opening, at, end, clitic=clitic) else None
            )
        further = verb.near and view.key(j) in _ALSO_WHICH  # أقر الخطة، والتي وصفها بكذا
        further |= theirs and verb.group != "say"
        further |= verb.group == "reject" and view.key(j) in _BECAUSE  # رفضت القرى لأنها كذا
        further |= view.key(j) in _OTHERS_THAT and _told_in(view, j + 1)  # سجل كذا بعد أن نبه إلى
        if further or blocked(view, j) or view.key(j) in verb.excepts:
            return None
        step = object_addressed(view, verb, opening, j, limit)
        apart = step == opening.behind and view.is_comma(j - 1)
        skipped = 0 if apart else skipped  # دعا فلان، رئيس كذا، | أبناء المدينة
        if verb.near and step == j + 1 and not skipped and _object_noun(view, j):
            return None
        skipped += view.tokens[j].is_word if step == j + 1 else 0
        j = step
    return None


def _past_another(view: View, j: int) -> int:
    """Past لم تنف | أو تؤكد | شن الضربات: a second verb of the same words; 0 where none stands at ``j``."""
    return j + 2 if view.key(j) == _OR and view.key(j + 1) in cues().forms else 0


def _begins_here(view: View, verb: Verb, opening: Opening, j: int, end: int) -> bool:
    """Whether the topic of a light verb, or what somebody is begged for, begins at ``j``; ``opening`` then tells it."""
    if verb.light and (light := _light(view, j, end)):
        opening.start, opening.kind, opening.cue_end = light, "np", light
        return True
    asked = asked_of_him(view, verb, opening, j)
    if asked:
        opening.start, opening.kind = asked, "np" if asked == j else "that"
    return asked > 0


def _told_in(view: View, j: int) -> bool:
    """Whether أن stands at ``j`` with a cue behind it."""
    return view.is_that(j) and view.key(j + 1) in cues().forms


def _past_what_they_do(view: View, j: int, limit: int) -> int:
    """Past أطباء | يعملون في كذا، up to the comma that ends it; 0 where no plural verb follows an indefinite plural."""
    how = any(f.form.tense == "participle" for f in cues().forms.get(view.key(j), ()))
    if how and view.key(j).endswith("ا") and (opens(view, j + 1) or view.char(j + 1) == ":"):
        return j + 1  # وتابع متسائلا «…»
    if how and view.key(j) in _SPEAKING:
        return j + 1  # وأضاف متحدثا للصحفيين «…»
    plural = view.key(j) in _SEVERAL and view.key(j - 1).endswith(("ون", "ين"))
    if plural and (is_verbal_noun(view.key(j + 1)) or DEED.fullmatch(view.key(j + 1))):
        return j + 1  # طلب مسؤولون | عدة | فرض كذا
    role = speaker_nouns().roles.get(view.key(j - 1), "")
    if not (role.endswith("s") and _THEY_DO.fullmatch(view.key(j))) or view.key(j) in cues().forms:
        return 0
    commas = (k for k in range(j + 1, min(limit, j + 12)) if view.is_comma(k))
    return next(commas, 0)


def _past_argument(view: View, verb: Verb, opening: Opening, j: int, limit: int) -> int:
    """Past an argument, an adjunct or, before a bare object, an aside; ``j`` where there is none."""
    if view.key(j) == _NOT_YET and (past := past_condition(view, j, limit)) > j:
        return past  # مسؤول | لم يكشف هويته
    if mouth := past_mouth(view, j, limit):
        return mouth
    of_him = j + 1 + (view.key(j + 1) in _WITH_HIM)  # نقلتها | عنه | وكالات محلية
    whose = read_phrase(view, of_him, limit) if told_of(view, j) else None
    comma = whose is not None and view.is_comma(whose.end) and "np" in verb.takes
    if whose is not None and (view.is_that(whose.end) or comma):
        return (
            whose.end + comma
        )  # تقارير | نشرتها وسائل إعلام محلية | بأن; في بيان | نشرته وكالات محلية، | كذا
    step = read_argument(view, verb, opening, j, limit)
    if step == j and view.key(j - 1) in _POSTED and view.key(j) == _ON:
        mention = view.mention(j + 1)  # في تغريدة | على تويتر
        return view.after(mention) if mention is not None else min(j + 2, limit)
    if step > j or "np" not in verb.takes:
        return step
    apposed = past_apposed(view, j, limit) if j == opening.start + 1 else 0
    return apposed or past_aside(view, verb, j, limit)


def _bare(
    view: View, verb: Verb, j: int, limit: int, opening_at: int, *, clitic: bool
) -> tuple[int, int] | None:
    """The first token of a bare object at ``j``, and its letters that are a preposition's; None where none begins."""
    if view.key(j).startswith(_HIM) and (him := _past_him(view, verb, j, limit)):
        return him
    if verb.partner and view.key(j) in NOUNS_OF_SAYING:
        return j, 0  # اتفق مع صحفي | وصف الرئيس بكذا
    vowed = verb.group == "promise" and DEED.fullmatch(view.key(j)) and view.mention(j) is None
    called = clitic and verb.object == "theme" and j == opening_at and not verb.marker
    called = called and bare_noun(view.key(j)) and view.key(j).endswith("ا")
    marked = verb.group == "promise" and is_verbal_noun(view.key(j)) and opens(view, j + 1)
    if called or marked or (vowed and j in (opening_at, opening_at + 1)):
        return j, 0  # تعهد تقديم كذا, اعتبرها فلان | نموذجا
    if "np" not in verb.takes or (verb.light and view.key(j) not in cues().withheld_objects):
        return None
    described = clitic and fold_key("ب") in verb.marker and has_b(view, j)
    if not (described or object_starts(view, verb, j, limit)):
        return None
    past = described and (view.key(j) == "ب" or (view.is_that(j) and j + 1 < limit))
    return j + past, int(described and not past)  # وصفها بـ | "كذا", وصفها بأنها | كذا


def _past_him(view: View, verb: Verb, j: int, limit: int) -> tuple[int, int] | None:
    """Past طالبا إياه | بكذا, واصفا إياه بأنه | كذا, محملا إياه | كذا: where the content begins behind the pronoun at ``j``."""
    if j + 2 >= limit:
        return None
    if not verb.marker:
        return (j + 1, 1) if has_b(view, j + 1) else None
    if view.is_that(j + 1):
        return j + 2, 0
    charge = view.key(j + 1) in verb.marker and len(view.key(j + 1)) > 1
    return (j + 1, 0) if charge else None


def _object_noun(view: View, j: int) -> bool:
    """Whether a noun that can be a bare object stands at ``j``, after no preposition."""
    key = view.key(j)
    if key in cues().attribution or view.key(j - 1) in PREPOSITIONS:
        return False
    return is_noun(key) or bare_noun(key) or (key in _THIS and is_noun(view.key(j + 1)))


def _of_an_object(
    view: View, verb: Verb, found: tuple[int, ContentKind, bool], skipped: int
) -> bool:
    """واصلوا سياسة "كذا": a name in marks of what was gone on with, no words."""
    start, kind, spoken = found
    quote = view.quote_of[start] if spoken and start < len(view.quote_of) else None
    if kind != "quote" or not skipped or quote is None:
        return False
    close = view.at(quote.end)
    first = view.key(start + 1)
    if not verb.run and (is_verbal_noun(first) or DEED.fullmatch(first)):
        return False  # تعهدت الدولة الحليفة "عدم التدخل"
    short = close - start < (7 if verb.run else 6)
    return short and view.tokens[start - 1].is_word and (verb.run or view.is_word(close))


def _too_far(
    view: View, found: tuple[int, ContentKind, bool], j: int, skipped: int, verb: Verb
) -> bool:
    """Whether too many words that nothing accounts for stand before a quotation or an object."""
    kind = found[1]
    if _of_an_object(view, verb, found, skipped):
        return True
    if kind == "that" and verb.group in ("write", "comment"):
        return skipped > (6 if verb.group == "write" else 4)
    if kind == "that" and verb.clause and (verb.run or verb.group.startswith("report of")):
        return skipped > (7 if verb.run else 3)
    if kind == "quote":
        return verb.clause and skipped > 7 and view.char(j) != ":"
    return kind == "np" and skipped > 6


def _holds(view: View, verb: Verb, opening: Opening, at: int, end: int, *, clitic: bool) -> bool:
    if opening.kind != "np" or (clitic and fold_key("ب") in verb.marker):
        return True
    return frame_holds(view, verb, opening.start, at, end)


def _anothers(view: View, j: int, at: int) -> bool:
    """قانون يقول إنه: the clause after another verb of saying is that verb's."""
    if not view.is_that(j) or j <= at:
        return False
    if _called_so(view, j, at):
        return True
    before_that = view.key(j - 1) in _OTHERS_THAT and not view.tokens[j].text.startswith("إ")
    before_that = before_that and view.key(j - 2) != _LATER  # فيما بعد أن
    before_that |= view.key(j - 1) == _SINCE  # إذ إن
    if before_that or _of_the_relative(view, j, at):  # قبل أن, and not من قبل إن
        return True  # سجلت كذا بعد أن قال
    if view.key(j - 1) in _IN_IT and view.key(j - 2) in _CAME:
        return True  # نشرت تغريدة جاء فيها أن
    if any(view.key(k - 1) in _RELATIVE and _says(view, k) for k in range(max(at + 1, j - 5), j)):
        return True  # كذا، والتي يقول فلان إنها
    return _says(view, j - 1) or _shown(view, j - 1)


def _shown(view: View, k: int) -> bool:
    """نشر ناشطون صورا تظهر | أن: whether a verb of showing, whose clause أن is, stands at ``k`` behind an indefinite thing."""
    shows = any(
        f.verb.group in _SHOWING and f.form.tense == "present"
        for f in cues().forms.get(view.key(k), ())
    )
    return shows and view.key(k - 1).endswith(("ا", "ات")) and not view.char(k - 1)


def _before_its_own(view: View, j: int, end: int) -> bool:
    """قال في إشارة إلى أن كذا، | إن كذا: whether أن at ``j`` is a preposition's, and the verb's own follows a comma."""
    if not view.is_that(j) or view.key(j - 1) not in PREPOSITIONS:
        return False
    behind = range(j + 2, min(end, j + NEAR + 4))
    return any(
        view.is_that(k) and view.is_comma(k - 1) and view.tokens[k].text[0] == _I for k in behind
    )


def _says(view: View, k: int) -> bool:
    """Whether a finite form of "to say" stands at ``k``."""
    forms = cues().forms.get(view.key(k).removeprefix("و"), ())
    return any(
        f.verb.group == "say" and f.form.tense in ("past", "present") and not f.form.clitic
        for f in forms
    )


def _said_by_another(view: View, j: int, at: int) -> bool:
    """والتي يقول فلان إنها "كذا": whether another verb of saying governs the أن right before the marks at ``j``."""
    if not view.is_that(j - 1) or view.is_that(at):
        return False
    if _called_so(view, j - 1, at):
        return True
    forms = (f for k in range(max(at + 1, j - 6), j - 1) for f in cues().forms.get(view.key(k), ()))
    return any(f.verb.group == "say" and f.form.tense in ("past", "present") for f in forms)


def _called_so(view: View, j: int, at: int) -> bool:
    """رد على القرار الذي وصفه بأنه كذا, كتب واصفا إياه بأنه كذا: whether بأن at ``j`` goes with another verb, whose object is
    its pronoun.
    """
    if not view.key(j).startswith("ب"):
        return False
    if view.key(j - 1).startswith(_HIM):
        return j - 1 > at
    forms = (
        f for k in range(max(at + 1, j - NEAR // 2), j) for f in cues().forms.get(view.key(k), ())
    )
    return any(f.form.clitic and fold_key("ب") in f.verb.marker for f in forms)


def _of_the_relative(view: View, j: int, at: int) -> bool:
    """فلان الذي عرف نفسه بأنه كذا | إن: بأن in a clause about the subject, where the cue's own أن follows."""
    if not view.key(j).startswith("ب") or not any(view.key(k) in _RELATIVE for k in range(at, j)):
        return False
    return any(view.is_that(k) and view.key(k)[:1] not in ("ب", "و") for k in range(j + 1, j + 16))


def _introducer(  # noqa: PLR0911 - one guard, one line
    view: View, verb: Verb, j: int, at: int, end: int
) -> tuple[int, ContentKind, bool] | None:
    """The content's first token, if what introduces it stands at ``j``."""
    key = view.key(j)
    takes = verb.takes
    worded = not verb.only or bool(takes & {"that", "quote"})  # وجه تحذيرا: no words follow
    if view.char(j) == ":" and worded:
        k = j + 1
        if view.is_that(k) and "that" in takes and k + 1 < end:
            return clause_at(view, k + 1, end)  # قال: إن كذا
        return (k, "quote" if opens(view, k) else "speech", opens(view, k)) if k < end else None
    carried = key in _TO_SAY and (verb.run or verb.group == "write")
    if (key in _SAYING or carried) and j + 1 < end and worded:
        return after_saying(view, j, end)
    if _anothers(view, j, at) or (verb.group == "say" and _before_its_own(view, j, end)):
        return None
    if "whether" in takes and view.is_that(j) and view.key(j + 1) in _WAS:
        return j, "whether", False  # تساءل إن كان
    if view.is_that(j) and (
        not key.startswith(("و", "ف")) or (key.startswith("وب") and verb.group == "answer")
    ):
        fused = key.lstrip("و").startswith("ب")
        if (fused and (fold_key("ب") in takes or "that" in takes)) or (
            not fused and "that" in takes
        ):
            return clause_at(view, j + 1, end)
    theirs = opens(view, j) and _said_by_another(view, j, at)
    if opens(view, j) and not theirs and (kind := words_in_marks(view, verb, j, at)) is not None:
        return j, kind, True
    if "whether" in takes and (asked := _asks(view, verb, j)) >= 0:
        return asked, "whether", False
    return governed_content(view, verb, j, end)


def _asks(view: View, verb: Verb, j: int) -> int:
    """Where a question that is told begins: كيف, إلى متى, ما إذا, عما | حدث, and what is not told (ما حدث); else -1."""
    key, following = view.key(j), view.key(j + 1)
    if key in PREPOSITIONS and following in _WHEN:
        return j
    if key not in WHETHER or (key == _WHAT and following != _IF and _WHAT not in verb.takes):
        return -1
    return j + (key == fold_key("عما"))


def _governed_letters(view: View, verb: Verb, opening: Opening) -> int:
    """Letters of the content's first word that are the verb's own preposition."""
    key = view.key(opening.start)
    if opening.kind != "np" or not view.tokens[opening.start].is_word or len(key) < 3:
        return 0
    joined = (
        fold_key("ب") in verb.takes and key.startswith("ب") and has_b(view, opening.start)
    ) or (fold_key("ل") in verb.takes and key.startswith("ل"))
    return int(joined)


def _light(view: View, j: int, end: int) -> int:
    """لم يعط أي إشارة إلى: the topic's first token after the light object and its preposition; 0 where none."""
    any_ = view.key(j) in (fold_key("أي"), fold_key("أية"))
    if not any_ and not (has_b(view, j) and view.key(j) in cues().withheld_objects):
        return 0
    for k in range(j + 1 + any_, min(end - 1, j + 4)):
        if view.key(k) in PREPOSITIONS:
            return k + 1
    return 0
