"""Where a noun phrase that was said ends: it reaches less far than a clause."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, definite, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, has_b
from riwaya.statements.turns import ends_a_phrase
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

COMMAS = frozenset("،,؛;")
LONGEST_ASIDE = 16
"""Tokens of the longest aside between what is described and what it is called."""
_TO, _IN_SPITE = fold_key("على"), frozenset({fold_key("الرغم")})
NEAR = 12
"""Tokens to the comma that would close an aside."""
_KNOWN_AS = words("content.known_as")
_AMID = words("content.amid")
_WHO = words("clauses.relative")
_RELATIVES = _WHO | words("clauses.what")
_AT_THE_END = words("content.at_the_end")
_SPOKEN = words("content.spoken")
_OF_HIM = words("content.of_him")
_MIDDLE_OF = words("content.middle_of")
_OWN = re.compile("(?:ه|ها|هم|هما)$")
_BUT_HE = words("clauses.but_he")
_NEGATED_TOO, _NEGATIONS = words("content.negated_too"), words("content.negations")
_NOT_LEAST = words("content.not_least")
_THIS, _WHERE_OR_WHEN = words("clauses.this"), words("arguments.asides") | {fold_key("على")}
_AFTERWARDS, _PRESENT = words("content.afterwards"), frozenset("يت")
_HIS_MEETING = words("content.his_meeting")
_WHATS = (fold_key("ما"), fold_key("مما"))
_NOT, _MEANWHILE = fold_key("لا"), words("clauses.meanwhile")
_IT_LED = words("content.it_led")
_IT_WAS_DONE = fold_key("تم")
_TO_BE_DONE = frozenset(
    {"order", "promise", "call on", "urge", "demand", "ask for", "appeal", "reject", "instruct"}
)
"""Groups whose object is still to be done: what has happened is behind the asking."""
_JUDGING = frozenset({"denounce", "criticise", "praise", "commend", "reject"})
_DONE_WITH_WORDS = _JUDGING | {"deny", "rule out", "promise", "demand", "call on", "offer"}
"""Groups of what is done with words on an occasion, which their object has no part in."""
_MEETINGS, _TO_COME = words("content.meetings"), words("content.to_come")
_DURING = frozenset(map(fold_key, ("خلال", "أثناء")))
_EMPHATIC = words("content.emphatic")
_BEFALLS, _AT_WHICH = words("content.befalls"), words("content.at_which")
_TELLING = frozenset({"announce", "report", "affirm", "mention", "concede"})
"""Groups of telling what has happened."""
_STEPS, _SO_THAT = words("content.steps"), words("content.so_that")
_B, _AND = fold_key("ب"), fold_key("و")
_WITH, _IN, _TIME, _WHILE = fold_key("مع"), fold_key("في"), fold_key("وقت"), fold_key("حين")


def phrase_cut(view: View, draft: Draft, j: int, *, comma: bool) -> int:  # noqa: PLR0911 - one guard, one line
    """The end of a noun phrase that was said: it reaches less far than a clause."""
    key = view.key(j)
    if (key in _AMID and not _amid_a_place(view, j)) or (
        on_an_occasion(view, draft, j) and not _holds_a_report(view, draft.start, j)
    ):
        return j
    if emphatic(view, draft, j) or at_a_meeting(view, draft, j):
        return j - comma
    if view.key(j) in _AFTERWARDS and _behind_the_words(view, draft, j):
        return j - comma
    if comma and view.key(draft.cue - 1) in _WHO and view.char(draft.cue - 2) in COMMAS:
        return j - 1  # فلان، الذي رفض كذا، قال
    if clause_of_its_own(view, draft, j):
        return j - comma  # أقرت المرأتان بالذنب | وغرمتا كذا
    result = key.startswith(("لي", "لت")) and key[1:] in cues().forms
    if comma and (result or _verb_of_another(view, j)):
        return j - 1  # …، ليعترف بكذا
    if comma and (
        (ends_a_phrase(view, j) and not _befell(view, draft, j))
        or (key in _KNOWN_AS and not any(map(view.is_comma, range(j, j + NEAR))))
        or (key == _TO and view.key(j + 1) in _IN_SPITE)
        or _denied_too(view, draft, j)
        or (key == _IN and view.key(j + 1) in (_TIME, _WHILE))
    ):
        return j - 1
    occasions = speaker_nouns().occasions
    if comma and key == _IN and {view.key(j + 1), view.key(j + 2)} & occasions:
        return j - 1  # …، في أول زيارة له
    if comma and key == _WITH and view.is_that(j + 2) and _OWN.search(view.key(j + 1)):
        return j - 1  # …، مع تأكيدهم أن
    verb = draft.verb
    if verb is None:
        return 0
    to_whom = verb.group == "offer" and key == _TO
    if to_whom and (view.mention(j + 1) is not None or view.key(j + 1) in speaker_nouns().roles):
        return j
    mention = view.mention(j + 1)
    partner = verb.partner and key == _WITH and draft.number == "s"
    return j if partner and mention is not None and mention.type == "PER" else 0


def _behind_the_words(view: View, draft: Draft, j: int) -> bool:
    """وصف كذا بـ"كذا" | بعد اجتماعه, أمر بالتحقيق | بعد أن ظهر كذا, وعد بكذا | عقب لقائه فلانا: when it was said."""
    quote, following, verb = view.quote_of[j - 1], view.key(j + 1), draft.verb
    if verb is None:
        return False
    closed = quote is not None and quote.closed and quote.end == view.tokens[j - 1].end
    if closed and (verb.marker or verb.group in _JUDGING):
        return True
    if draft.tense != "past" or _holds_a_clause(view, draft.start, j):
        return False
    if following in _HIS_MEETING:
        return True
    did = view.key(j + 2)
    if verb.group == "order" and is_verbal_noun(following) and following not in _AT_THE_END:
        return True  # أمر بإحالته | بعد نشر كذا
    past = did[:1] not in _PRESENT or did.endswith("ت") or did == _IT_WAS_DONE
    return view.is_that(j + 1) and past and verb.group in _TO_BE_DONE | _JUDGING | {"offer"}


def _befell(view: View, draft: Draft, j: int) -> bool:
    """أعلنت الوزارة وفاة عاملين، | إثر حريق: whether when or whereby something befell follows what is told to have happened."""
    told = draft.verb is not None and draft.verb.group in _TELLING
    if not told or view.key(j) not in _AT_WHICH or view.key(j + 1) in _MEETINGS | _HIS_MEETING:
        return False
    head = view.key(draft.start)[draft.skip :]
    return head in _BEFALLS or _OWN.sub("", head).removesuffix("ت") + "ه" in _BEFALLS


def emphatic(view: View, draft: Draft, j: int) -> bool:
    """نفى هذه الأنباء | تماما, تنتقد خططه | بشدة: whether how strongly somebody denied or blamed follows a bare object."""
    if draft.verb is None or draft.verb.group not in _JUDGING | {"deny"}:
        return False
    return view.key(j) in _EMPHATIC and not _holds_a_clause(view, draft.start, j)


def at_a_meeting(view: View, draft: Draft, j: int) -> bool:
    """تعهد بتمويل المشروع | خلال مؤتمر, أدان العنف | أثناء زيارته: where somebody blamed, denied or promised something that
    is not to be done there (خلال الاجتماع المقبل).
    """
    held = draft.verb is not None and draft.verb.group in _DONE_WITH_WORDS and draft.tense == "past"
    if not held or view.key(j) not in _DURING or view.key(j + 1) not in _MEETINGS:
        return False
    to_come = any(view.key(k) in _TO_COME for k in range(j + 2, j + 5))
    return not to_come and not _holds_a_clause(view, draft.start, j)


def alone(view: View, draft: Draft, j: int) -> bool:
    """نفى ذلك | في البداية: whether a lone this or that is the whole of a bare object, and an adjunct follows."""
    if (
        j != draft.start + 1
        or view.key(draft.start)[draft.skip :] not in _THIS
        or draft.verb is None
    ):
        return False
    when = view.key(j) in _WHERE_OR_WHEN or j in view.times
    called = draft.verb.marker or (draft.verb.object == "theme" and draft.verb.group != "deny")
    return when and not called  # اعتبر ذلك في مصلحة بلاده


def clause_of_its_own(view: View, draft: Draft, j: int) -> bool:
    """رفض الخروج | ويعرقل كذا, | لكنهم كذا, أعلن خططا | في خطوة نادرة: no noun phrase goes on so."""
    key = view.key(j)
    if two_did(view, j) or (key in _SO_THAT and view.key(j + 1) in cues().forms):
        return True
    if key in (_IN, *_WHATS):  # أعلن الاتفاق | ما أثار كذا, | مما دفع كذا
        led = view.key(j + 1) in _IT_LED and view.key(j - 1) not in PREPOSITIONS
        return led if key in _WHATS else view.key(j + 1) in _STEPS
    if _while_not(view, j):
        verbs = any(_of_a_noun(view, k) for k in range(draft.start + 1, j))
        return not (verbs or _holds_a_clause(view, draft.start, j))
    if key in _BUT_HE:
        return not _holds_a_clause(view, draft.start, j)
    if not _joined_verb(view, j) or _holds_a_clause(view, draft.start, j):
        return False
    subject = view.key(j + 1)
    named = subject.startswith("ال") or subject in speaker_nouns().documents
    return (named and view.char(j - 1) in COMMAS) or not any(
        _of_a_noun(view, k) for k in range(draft.start + 1, j)
    )  # …، ويشكل الاتفاق كذا


def _while_not(view: View, j: int) -> bool:
    """تصر على نزع السلاح | ولا تنوي كذا, | فيما لا تعتزم كذا: what somebody does not do, told beside what he says."""
    k = j + (view.key(j) in _MEANWHILE)
    negated = view.key(k) == (_NOT if k > j else _AND + _NOT)
    verb = view.key(k + 1)
    noun = is_verbal_noun(verb) or is_adjective("ال" + verb) or "ال" + verb in definite().nouns
    return negated and verb[:1] in _PRESENT and len(verb) > 3 and not noun


def _denied_too(view: View, draft: Draft, j: int) -> bool:
    """…، ولم يحدد كذا: the teller denies something further, and no relative clause goes on (لم يعرفها ولم يرها)."""
    denied = view.key(j) in _NEGATED_TOO and view.key(j + 1) not in _NOT_LEAST
    return denied and not any(view.key(k) in _NEGATIONS for k in range(draft.start, j))


def _joined_verb(view: View, j: int) -> bool:
    """Whether و and a verb that says what somebody did next stand at ``j``: in the present of a man, in the future
    (ويعرقلون, وستشارك), or a woman's in the past (رفضت الاقتراح | وردت عليه بكذا).
    """
    key = view.key(j)
    if key[:1] != _AND or len(key) < 4 or view.mention(j) is not None or j in view.times:
        return False
    if key.endswith("ت"):
        return _did(view, j)
    body = view.key(j + 1) in speaker_nouns().bodies and not view.key(j + 1).startswith("ال")
    if body and len(key) > 3 and _did(view, j):
        return True  # دعا إلى إطلاق سراحه | وأقر مجلس النواب كذا
    verb = key.startswith(("وي", "وسي", "وست")) and len(key) > 4
    noun = is_verbal_noun(key[1:]) or is_verbal_noun(key[1:].removesuffix("ها").removesuffix("ه"))
    return verb and not noun and not is_adjective("ال" + key[1:])


def _did(view: View, j: int) -> bool:
    """Whether و and a woman's verb of saying in the past, spelt like no noun, stand at ``j``."""
    bare = view.key(j)[1:]
    told = any(f.form.tense == "past" and not f.form.clitic for f in cues().forms.get(bare, ()))
    return told and view.key(j).startswith("و") and "ال" + bare not in definite().nouns


def _holds_a_clause(view: View, start: int, j: int) -> bool:
    """Whether a relative clause, or one with أن, stands before ``j``: a further verb may go on with it."""
    return any(view.key(k) in _RELATIVES or view.is_that(k) for k in range(max(0, start - 1), j))


def _of_a_noun(view: View, k: int) -> bool:
    """كيان | يكون قاعدة: whether a man's verb in the present at ``k`` tells more of the bare noun before it."""
    key = view.key(k)
    if not key.startswith("ي") or len(key) < 4 or view.mention(k) is not None:
        return False
    bare = "ال" + key
    noun = bare in definite().nouns or is_adjective(bare) or is_verbal_noun(key)
    return not noun and k not in view.timed and view.is_word(k - 1)


def _amid_a_place(view: View, j: int) -> bool:
    """وسط العاصمة: where, and no circumstance."""
    mention = view.mention(j + 1)
    return view.key(j + 1) in _MIDDLE_OF or (mention is not None and mention.type in ("GPE", "LOC"))


def two_did(view: View, j: int) -> bool:
    """Whether a joined verb of two women, or two bodies, stands at ``j``."""
    key, nouns = view.key(j), speaker_nouns()
    verb = key.startswith("و") and key.endswith("تا") and len(key) > 5
    return verb and view.mention(j) is None and key[1:] not in {*nouns.roles, *nouns.bodies}


def _verb_of_another(view: View, j: int) -> bool:
    """…، وتطورت الأزمة: a feminine verb in the past with its subject begins a clause of its own."""
    key = view.key(j)
    verb = key.startswith("و") and key.endswith("ت") and not key.endswith("ات")
    verb = verb and (len(key) > 4 or _did(view, j))
    article = view.tokens[j].text.startswith("وال")  # وألقت: no article
    return verb and not article and view.mention(j) is None


def _charge_behind(view: View, draft: Draft, j: int) -> bool:
    """اتهم الجارة | في تغريدات له | بمحاولة كذا: whether what somebody is charged with or called follows the aside."""
    if any(has_b(view, k) or view.key(k).startswith("بان") for k in range(draft.start + 1, j)):
        return False
    behind = range(j + 2, j + 12)
    end = next((k for k in behind if view.char(k) or view.key(k) in cues().forms), j + 12)
    return any(
        view.key(k).startswith("بان") or (has_b(view, k) and is_verbal_noun(view.key(k)[1:]))
        for k in range(j + 2, end)
    )


def called_behind(view: View, draft: Draft, j: int) -> bool:
    """وصف القرار، وهو قرار سابق، | بأنه كذا: whether what something is called still follows the aside at ``j``."""
    if draft.verb is None or _B not in draft.verb.marker:
        return False
    if any(view.key(k).startswith("بان") for k in range(draft.start + 1, j)):
        return False
    closed = (k for k in range(j + 1, j + LONGEST_ASIDE) if view.char(k) in COMMAS)
    return view.key(next(closed, j) + 1).startswith("بان")


def on_an_occasion(view: View, draft: Draft, j: int) -> bool:
    """في اتصال هاتفي, في بيان: how it was said, after what was said."""
    if view.key(j) not in (_IN, fold_key("خلال"), fold_key("أثناء")):
        return False
    if draft.verb is not None and _B in draft.verb.marker and _charge_behind(view, draft, j):
        return False
    word, quality = view.key(j + 1), view.key(j + 2)
    if word in _AT_THE_END and quality in speaker_nouns().occasions:
        return True  # في نهاية جلسة طارئة
    if word in _SPOKEN and (
        quality in _OF_HIM or (quality.endswith(("ها", "ه")) and len(quality) > 4)
    ):
        return True  # في تصريحات بثتها, في مقابلة مع
    if quality.startswith(("هاتفي", "صحفي", "صحافي", "الهاتفي", "الصحفي")):
        return word in speaker_nouns().occasions or word.endswith("ات")
    return (
        word in speaker_nouns().documents
        and word != fold_key("تحقيق")
        and view.key(j) == _IN
        and not view.is_word(j + 2)
        and not word.startswith("ال")  # تلاعب في النتائج
    )


def _holds_a_report(view: View, start: int, j: int) -> bool:
    return any(view.key(k) in cues().forms for k in range(start, j))
