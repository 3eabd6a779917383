"""The content behind the preposition that a verb governs (أشار إلى كذا, طالب بكذا), and behind قائلا or أن."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import ContentKind
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, bare_of_l, has_b, has_l, opens
from riwaya.statements.passing import name_in_marks
from riwaya.statements.phrases import read_phrase
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_noun

_WHAT, _ON, _TOWARDS = fold_key("ما"), fold_key("على"), fold_key("إلى")
_SAYING, _POSTED = words("arguments.saying"), words("arguments.posted")
_FOLLOWS, _COMMENT, _THIS = (
    words("arguments.follows"),
    words("content.comment"),
    words("clauses.this"),
)
_ADDRESSED, _BELONGING = words("phrases.addressed"), words("phrases.belonging")
_OF, _SAKE = fold_key("من"), fold_key("أجل")
_MOUTH = fold_key("لسان")
_AGED = frozenset(map(fold_key, ("بعمر", "بسن")))
_PRESENT = frozenset(map(fold_key, ("بحضور", "بمشاركة")))
_FUSED = {fold_key("عما"): fold_key("عن"), fold_key("مما"): fold_key("من")}


def governed_content(  # noqa: PLR0911 - one guard, one line
    view: View, verb: Verb, j: int, end: int
) -> tuple[int, ContentKind, bool] | None:
    """The content after the preposition that the verb governs, with أن after it or not."""
    key = view.key(j)
    if key in _FUSED and _FUSED[key] in verb.takes:
        ask = "whether" in verb.takes or view.key(j + 1) == fold_key("إذا")
        return j + 1, "whether" if ask else "np", False
    following = view.key(j + 1)
    by_saying = following in _THIS and view.key(j + 2) in _SAYING  # عبر عن ذلك | بقوله
    if key in PREPOSITIONS and (
        following in verb.excepts or (verb.only and following not in verb.only) or by_saying
    ):
        return None  # دافع عن نفسه, امتنع عن التصويت
    posted = key == _ON and (view.key(j - 1) in _POSTED or following == _MOUTH)
    if verb.group == "appeal" and key == _OF and following == _SAKE and j + 2 < end:
        return j + 2, "np", False  # يناشد الحكومة من أجل كذا
    if key == _TOWARDS and verb.group == "appeal" and (begged := _begged(view, j, end)):
        return begged, "np", False
    if PREPOSITIONS.get(key) in verb.takes and view.key(j - 1) not in _COMMENT and not posted:
        that = "that" in verb.takes
        if that and _of_what_she_does(view, j, end):
            return None
        return _after_preposition(view, j + 1, end, own_clause=that)
    if fold_key("ب") in verb.takes and has_b(view, j) and key not in verb.excepts:
        k = j + (key == "ب")
        return (k, "np", False) if k < end and not _by_the_way(view, verb, j, end) else None
    to = fold_key("ل") in verb.takes and has_l(view, j) and key not in speaker_nouns().addressees
    to = to and (not verb.only or bare_of_l(key) in verb.only)  # لم يستجب | لطلب
    to = to and view.key(j - 1) not in _BELONGING  # رئيس المجلس التابع | للميليشيات
    return (j, "np", False) if to and view.mention(j) is None and len(key) > 3 else None


def past_mouth(view: View, j: int, end: int) -> int:
    """Past أكد | على لسان فلان | أن: through whose mouth somebody speaks; 0 where nobody's is told at ``j``."""
    if view.key(j) != _ON or view.key(j + 1) != _MOUTH:
        return 0
    phrase = read_phrase(view, j + 2, end, generic=True)
    return phrase.end if phrase is not None else j + 2


def _begged(view: View, j: int, end: int) -> int:
    """توسل إلى القبائل | للدفاع عن كذا: where what somebody is begged for begins behind إلى and who he is; 0 elsewhere."""
    generic = view.key(j + 1).startswith("ال") or view.key(j + 1) in _ADDRESSED
    phrase = read_phrase(view, j + 1, end, generic=generic)
    if phrase is None or not has_l(view, phrase.end):
        return 0
    return phrase.end if is_noun(bare_of_l(view.key(phrase.end))) else 0


def _of_what_she_does(view: View, j: int, end: int) -> bool:
    """ناطقة باسم وحدة تشرف على المعبر | أنه: whether the preposition at ``j`` is another verb's, and أن follows."""
    before = view.key(j - 1)
    if before[:1] not in ("ي", "ت") or len(before) < 4 or before in cues().forms:
        return False
    if is_noun("ال" + before) or is_adjective(before) or bare_noun(before) or view.mention(j - 1):
        return False
    return any(view.is_that(k) and view.key(k)[:1] != "و" for k in range(j + 2, min(end, j + 7)))


def _by_the_way(view: View, verb: Verb, j: int, end: int) -> bool:
    """Whether a word with ب is not what the verb governs: مسؤول غير مخول بالحديث، | أن, بتصريح من فلان، | بأن."""
    if (verb.only and view.key(j) not in verb.only) or view.key(j) in _AGED:
        return True  # امرأة بعمر 19 عاما
    behind = range(j + 2, min(end - 1, j + 16))
    if view.key(j) in _PRESENT and any(view.is_comma(k) and has_b(view, k + 1) for k in behind):
        return True  # تعهد في لقاء عقد بحضور فلان، | بكذا
    place = view.mention(j)
    if place is not None and place.type in ("GPE", "LOC"):
        aside = view.is_comma(view.after(place)) and "quote" in verb.takes
        if aside or has_b(view, j + 1):
            return True  # توعد أنصاره | بالعراق | بشن كذا, أفادت السفارة | بموسكو، في بيان
    body = place is not None and place.type in ("ORG", "FAC") and place.start > view.tokens[j].start
    if body and place is not None and has_b(view, view.after(place)):
        return True  # أقروا | بمجلس كذا | ببعض المسؤولية
    near = range(j + 1, min(end, j + 14))
    fused = (k for k in near if view.is_that(k) and view.key(k).startswith("ب"))
    far = 14 if view.key(j)[1:] in speaker_nouns().occasions else 4
    where = far == 14 or ("that" in verb.takes and view.key(j).startswith("بال"))
    if where and next(fused, j + far) < j + far:
        return True  # أفاد مراسل كذا بالأراضي الشمالية | بأن
    return "that" in verb.takes and any(view.is_that(m) and view.is_comma(m - 1) for m in near[:5])


def _after_preposition(
    view: View, k: int, end: int, *, own_clause: bool
) -> tuple[int, ContentKind, bool] | None:
    if k >= end:
        return None
    if view.is_that(k):
        return clause_at(view, k + 1, end)
    if view.key(k) in _SAYING:
        return after_saying(view, k, end)
    if view.key(k) == _WHAT and view.key(k + 1) in _FOLLOWS and view.char(k + 2) == ":":
        return (k + 3, "speech", opens(view, k + 3)) if k + 3 < end else None  # نص على ما يلي: كذا
    near = range(k, min(end, k + 4))
    if own_clause and any(view.is_that(m) and view.key(m).startswith("ب") for m in near):
        return None  # طلب عدم الكشف عن هويته بأن: the verb's own clause comes after
    return (k, "np", False) if not view.char(k) or opens(view, k) else None


def after_saying(view: View, j: int, end: int) -> tuple[int, ContentKind, bool] | None:
    """What follows قائلا: a colon, a mark, or أن."""
    named = 0
    for k in range(j + 1, min(end, j + 16)):
        mention = view.mention(k)  # لشبكة سي إن إن
        body = mention is not None and mention.type == "ORG" and mention.kind == "name"
        named = max(
            named, name_in_marks(view, k, end), view.after(mention) if body and mention else 0
        )
        if k < named:
            continue
        if view.char(k) == ":":
            return k + 1, ("quote" if opens(view, k + 1) else "speech"), opens(view, k + 1)
        if opens(view, k):
            return k, "quote", True
        if view.is_that(k):
            return clause_at(view, k + 1, end)
    return None


def clause_at(view: View, k: int, end: int) -> tuple[int, ContentKind, bool] | None:
    """A clause after أن; a quotation that begins there may be the whole of it."""
    k = view.skip_comma(k)
    k += view.char(k) == ":"  # إنه: "كذا"
    return (k, "that", opens(view, k)) if k < end else None
