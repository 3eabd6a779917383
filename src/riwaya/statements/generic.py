"""A subject behind a report verb whose head no lexicon knows: by its form, and by what follows it."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.names.lexicon import frequency, name_parts
from riwaya.names.merge import verb_like
from riwaya.statements.adverbs import ADVERBS, past_adverb
from riwaya.statements.fields import DEED
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.nobodies import is_nobody, stops_the_clause
from riwaya.statements.objects import PREPOSITIONS, governed, has_b, has_l, opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS, Cue
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_noun, is_verbal_noun

_DEED = re.compile(
    r"(?:ال[غق]اء|الزام|الحاق)|ت\w{2}ي\w|ا(?:ن|ست|\wت)\w{2}ا\w|اعاده|اجراء|عدم|وقف|بدء"
)
_FUTURE = frozenset({"سي", "ست"})
_OPENERS = frozenset(':"“«')
_LIKE_PLURALS = words("phrases.deeds_like_plurals")
_RELATIVE = words("clauses.relative")
_WE = re.compile(r"س?ن\w{3,5}")
"""What may be a verb in the first person plural."""
_PARTICIPLE = re.compile(r"م\w{3,5}ا")
"""What may be a participle in the accusative (وكتب معرفا نفسه)."""
_WHO, _WHAT = fold_key("من"), fold_key("ما")


def generic_subject(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """A subject with no known head: only before أن, a colon or a mark, and never an object."""
    verb = cue.form.verb
    head = view.key(phrase.start)
    object_ = (
        _of_a_deed(view, cue, phrase)
        or (head.startswith("ال") and head.endswith("يين"))
        or (head.endswith("ا") and (bare_noun(head) or head in cues().forms))
        or _PARTICIPLE.fullmatch(head) is not None
        or _oblique(cue, head)
        or _deed_in_marks(view, cue, phrase)
    )
    nouns = is_verbal_noun(cue.form.form.key) and is_adjective(head)  # تعهد قطري بكذا
    told = _a_verb(head) or is_nobody(view, cue, phrase.start)
    told = told or (nouns and not head.startswith("ال"))
    if object_ or told or _a_deed_of_hers(cue, head) or _no_subject(view, verb, phrase.start):
        return False  # يعتبر خطأ كبيرا
    own = head.endswith(("ه", "ها", "هم")) and (bare_noun(head) or _own_deed(head))
    if own and ("np" in verb.takes or (verb.object == "addressee" and cue.joined)):
        return False  # أكد تأييده لكذا, نفى ارتكابه كذا, وأبلغت سفارته
    if "np" in verb.takes and _DEED.fullmatch(view.key(phrase.start)):
        return False  # رفض تأكيد كذا, اقترح إعادة كذا
    if (
        governed(view, verb, past_adverb(view, phrase.end))
        or _plain_subject(view, cue, phrase, end)
        or _addresses(view, cue, phrase, end)
    ):
        return True
    if not verb.takes & {"that", "quote"}:
        return False
    far = 40 if view.char(phrase.end) in ("،", ",", "-") else 14
    reach = range(phrase.end, min(end, phrase.end + far))
    stop = next((j for j in reach if stops_the_clause(view, j)), reach.stop)
    return any(
        ("that" in verb.takes and view.is_that(j) and not view.key(j).startswith("و"))
        or view.char(j) == ":"
        or ("quote" in verb.takes and view.char(j) in _OPENERS)
        for j in range(phrase.end, stop)
    )


def _oblique(cue: Cue, head: str) -> bool:
    """واعتبرت المتسببين مندسين: whether a definite plural in ين, and no other noun in ين, stands where an object can."""
    plural = head.startswith("ال") and head.endswith("ين") and len(head) > 6
    return (
        plural
        and not is_noun(head)
        and (cue.form.verb.object is not None or "np" in cue.form.verb.takes)
    )


def _deed_in_marks(view: View, cue: Cue, phrase: Phrase) -> bool:
    """وأكد إدانة «كذا»: whether a bare noun alone stands before marks, as the object that they go on."""
    head = view.key(phrase.start)
    bare = not head.startswith("ال") and is_verbal_noun(head) and phrase.end == phrase.start + 1
    return bare and "np" in cue.form.verb.takes and opens(view, phrase.end)


def _a_verb(key: str) -> bool:
    """Whether a word can only be a verb: أضاف | سيكون, ممن | تحدث; the conjunction and the article are not on it."""
    finite = [f for f in cues().forms.get(key, ()) if f.form.tense in ("past", "present")]
    if any(not f.verb.clause for f in finite):
        return True
    joined = key.startswith("و") and key[1:] in cues().forms and not is_verbal_noun(key[1:])
    future = key[:2] in _FUTURE and verb_like(key) and frequency(key[1:]) > 0
    ours = _WE.fullmatch(key) is not None and key not in name_parts() and frequency(key) > 0
    verb = bool(finite) or future or joined or ours
    return verb and not (is_verbal_noun(key) or is_adjective(key))


def _of_a_deed(view: View, cue: Cue, phrase: Phrase) -> bool:
    """رفض طلب فلان: كذا, a title: the verb is a noun there, and what follows it no subject."""
    role = view.blocks[view.block_of[cue.at]].role
    key = view.key(phrase.start)
    bare = not key.startswith("ال") and is_noun("ال" + key)
    return (
        role != "paragraph"
        and cue.form.form.tense == "past"
        and bare
        and view.char(phrase.end) == ":"
    )


def _addresses(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """طالبت العصبة الوزارة بكذا: a definite noun that agrees, before whom the verb is directed at."""
    head = view.tokens[phrase.start].text
    agrees = head.startswith("ال") and head.endswith("ة") == (cue.form.form.gender == "f")
    able = agrees and cue.form.verb.object == "addressee"
    addressed = read_phrase(view, phrase.end, end) if able else None
    return addressed is not None and governed(view, cue.form.verb, addressed.end)


def _a_deed_of_hers(cue: Cue, head: str) -> bool:
    """رفضت الإقرار بأن: a masculine deed behind a feminine verb is what she refuses, not who does."""
    hers = cue.form.form.gender == "f" and "np" in cue.form.verb.takes and head.startswith("ال")
    deed = head in _LIKE_PLURALS or DEED.fullmatch(head[2:]) is not None
    return hers and (head in _LIKE_PLURALS or not head.endswith(("ه", "ات"))) and deed


def _own_deed(key: str) -> bool:
    """Whether a word is a verbal noun with a pronoun, by its pattern (ارتكابه)."""
    stems = (key.removesuffix(pronoun) for pronoun in ("ها", "هم", "ه") if key.endswith(pronoun))
    return any(_DEED.fullmatch(stem) for stem in stems)


def _plain_subject(  # noqa: PLR0911 - one guard, one line
    view: View, cue: Cue, phrase: Phrase, end: int
) -> bool:
    """A definite noun with no known head, by its form, or by the bare object that follows it."""
    key = view.key(phrase.start)
    article = view.tokens[phrase.start].text.startswith("ال")  # إلغاء: no article
    if key.endswith("يون") and not article and cue.form.form.tense == "past":
        return not is_verbal_noun(key)  # احتج يابانيون على كذا
    relative = view.key(cue.at - 1) == _WHO or view.key(cue.at - 1) in _RELATIVE
    several = key.endswith("يون") and cue.form.form.tense in ("past", "present")
    if article and several and not relative:
        return True  # وندد الإسرائيليون بكذا
    if not article or key.endswith("ين") or is_adjective(key) or relative:
        return False  # من يرفض الخطة, التي تدعي الشرعية
    if key.endswith(("ون", "وان")) or (key.endswith("ان") and is_noun(key[:-2])):
        return cue.form.form.tense in ("past", "present")
    feminine = view.tokens[phrase.start].text.endswith(("ة", "ات"))
    if feminine != (cue.form.form.gender == "f") and (feminine or not _broken_plural(key)):
        return False
    j = past_adverb(view, phrase.end)
    if j >= end or cue.form.verb.object is not None:
        return False
    fresh = cue.at == view.sentences_start(cue.at) and not cue.lead
    if view.key(j) in PREPOSITIONS or view.char(j) or has_b(view, j):
        return fresh
    bare = (
        view.tokens[j].kind == "number"
        or view.key(j) == _WHAT
        or is_noun(view.key(j))
        or (is_verbal_noun(view.key(j)))
        or bare_noun(view.key(j))
    )
    return "np" in cue.form.verb.takes and (bare or fresh)


def _broken_plural(key: str) -> bool:
    """Whether a noun may be a plural that takes a feminine verb (الأساقفة, الشركات, الدول)."""
    return key.endswith(("ات", "ه")) or (len(key) == 6 and key[4] == "و") or key[2:3] == "ا"


def _after_l(key: str) -> bool:
    """Whether a word is a noun or a deed, so that the ل before it is a preposition (لاتخاذ, لسجنه)."""
    return is_noun("ال" + key) or bare_noun(key) or DEED.fullmatch(key) is not None


def _no_subject(view: View, verb: Verb, i: int) -> bool:
    """Whether what begins at ``i`` is an object with its preposition, an adverb or a time."""
    key = view.key(i)
    mention = view.mention(i)
    return (
        (key[:1] == "ب" and len(key) > 4 and "ب" in verb.takes)
        or (len(key) > 3 and has_b(view, i) and frequency(key[1:]) > 0)  # and not باسو
        or key.startswith("لل")
        or (key.startswith("ل") and key[1:] in {*speaker_nouns().roles, *speaker_nouns().bodies})
        or (has_l(view, i) and _after_l(key[1:]) and not is_noun("ال" + key))
        or key in CLAUSE_WORDS
        or key in ADVERBS
        or i in view.times
        or (mention is not None and mention.start > view.tokens[i].start)
    )
