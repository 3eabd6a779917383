"""What stands between a cue and its content and is passed over: sources, appositions, names in marks."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.addressed import called_in_marks
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.arguments import closing
from riwaya.statements.asides import led_to
from riwaya.statements.fields import DEED
from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.marked import may_name
from riwaya.statements.objects import (
    PREPOSITIONS,
    clause_after,
    has_b,
    opens,
)
from riwaya.statements.phrases import read_phrase
from riwaya.statements.relative_clauses import object_behind, past_its_verb, past_participle
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

SHORT_NAME = 5
"""Tokens of a name in marks, with them, that is no more than a name."""
LONGEST_NAME = 9
"""Tokens of the longest name in marks, with them."""
_ON_CONDITION, _IDENTITY = words("content.on_condition"), words("content.identity")
_RELATIVE, _ADDRESSED = words("clauses.relative"), words("phrases.addressed")
_ONE_OF = words("phrases.one_of")
_AND_WAS = frozenset(key for key in words("clauses.was") if key.startswith("و"))
_EMPHASIS = words("arguments.emphasis")
_HE, _SEATS = words("clauses.he"), words("phrases.seats")
_LEADING_TO_A_NAME = frozenset(
    map(fold_key, ("مع", "عبر", "لدى", "في", "من", "إلى", "على", "عن", "باسم"))
)
_ASIDES, _WHEN = words("arguments.asides"), words("arguments.when")


def past_marked(  # noqa: PLR0911 - one guard, one line
    view: View, verb: Verb, j: int, limit: int
) -> int:
    """Past brackets, a name in marks, or (جدد) تأكيد; 0 where none of them is at ``j``."""
    if view.char(j) == "(":
        return closing(view, j, limit)
    bare = "np" in verb.takes and not verb.marker
    if bare and (past := past_participle(view, j)):
        return past
    if view.key(j) in cues().attribution:
        return _past_source(view, j + 1, limit)
    comma = view.is_comma(j)
    aside = j + 1 if comma else j if view.key(j) in _RELATIVE or view.key(j) in _HE else 0
    past = _past_condition(view, j + 1, limit) if comma else 0
    if aside and (past := past or _past_apposition(view, verb, aside, limit)):
        return past
    if opens(view, j):
        return _past_name(view, verb, j, limit)
    if "np" in verb.takes and view.key(j) in _RELATIVE:
        over = object_behind(view, j, limit) if bare else 0
        told = next((k for k in range(j + 1, limit) if _past_it(view, verb, k)), 0)
        return over or told or past_its_verb(view, j, limit)
    return j + 1 if verb.group.startswith("enumerate") and view.key(j) in _EMPHASIS else 0


def _past_name(view: View, verb: Verb, j: int, limit: int) -> int:
    """Past a name in marks at ``j``; 0 where the marks hold what is said, or what is said of it (وصفت الهيئة | "كذا" بأنه)."""
    quote = view.quote_of[j]
    close = view.at(quote.end) if quote is not None else j
    called = has_b(view, close) or view.key(close).startswith("بان")
    if fold_key("ب") in verb.marker and called:
        return 0
    named = name_in_marks(view, j, limit) or called_in_marks(view, verb, j, limit)
    return named or _governed_name(view, verb, j, close, limit)


def _governed_name(view: View, verb: Verb, j: int, close: int, limit: int) -> int:
    """في حديث مع "كذا"، المكتب الإعلامي في "غرفة كذا" «…»: past a name in marks that a preposition governs, which is
    not the verb's own; 0 where the marks hold words.
    """
    before = view.key(j - 1)
    own = PREPOSITIONS.get(before) in verb.takes or before not in _LEADING_TO_A_NAME
    width = view.width(j, close)
    if own or width > LONGEST_NAME or not may_name(view, j + 1, close - 1):
        return 0
    if width <= SHORT_NAME:
        return close
    return close if any(_words_begin(view, verb, k) for k in range(close, limit)) else 0


def past_apposed(view: View, j: int, limit: int) -> int:
    """Past متحدث باسم كذا، | الشركة المالكة لكذا، | before a noun of doing; past حزب كذا، | أحد أحزاب المعارضة، | and فلان،
    | وكان وزيرا، | before any object; 0 where none ends the aside.
    """
    one_of = view.key(j) in _ONE_OF | _AND_WAS and not view.char(j + 1)
    if not view.is_comma(j - 1) or not (one_of or view.key(j).startswith("ال")):
        return 0
    for k in range(j + 1, min(limit - 1, j + 12)):
        if view.is_comma(k):
            key = view.key(k + 1)
            over = one_of and k > j + 1 and key[:1] != "و" and not opens(view, k + 1)
            return k + 1 if over or is_verbal_noun(key) or DEED.fullmatch(key) else 0
        if view.is_that(k) or view.char(k) == ":" or opens(view, k) or _a_cue(view.key(k)):
            return 0
    return 0


def _past_it(view: View, verb: Verb, k: int) -> bool:
    """Whether a relative clause about the subject is over at ``k``: at أن, a comma or a colon, or a question."""
    if view.is_that(k) or view.char(k) in ("،", ",", ":"):
        return True
    asked = view.key(k) in _WHEN or (view.key(k) in PREPOSITIONS and view.key(k + 1) in _WHEN)
    return asked and "whether" in verb.takes


def _past_condition(view: View, j: int, limit: int) -> int:
    """Past مسؤول، | تحدث شريطة عدم ذكر اسمه، with its commas; 0 where nothing such stands between two."""
    if view.key(j) not in _ON_CONDITION:
        return 0
    for k in range(j + 1, min(limit, j + 20)):
        if view.is_comma(k) or view.is_that(k) or opens(view, k):
            told = any(view.key(m) in _IDENTITY for m in range(j, k))
            return k + bool(view.is_comma(k)) if told else 0
    return 0


def _past_source(view: View, j: int, limit: int) -> int:
    """Past نقلا عن فلان, بحسب كذا, up to the cue's own clause or the comma; 0 where neither comes soon."""
    for k in range(j, min(limit, j + 14)):
        if (view.is_that(k) and not view.key(k).startswith("و")) or view.char(k) == ":":
            return k
        if view.is_comma(k):
            return k + 1
        if opens(view, k) and not name_in_marks(view, k, limit):
            return k
    return 0


def _past_apposition(view: View, verb: Verb, j: int, limit: int) -> int:
    """Past …، التي نالت كذا، and …، وهي هيئة كذا، before the verb's own preposition, أن or mark; 0 where no
    comma leads to one.
    """
    relative = view.key(j) in _RELATIVE or view.key(j) in _HE or view.key(j)[1:] in _SEATS
    if not relative and ("np" in verb.takes or _leads_in(view, verb, j) or _to_somebody(view, j)):
        return 0
    bare = relative and not view.is_comma(j - 1)
    for k in range(j, limit - 1):
        if bare and (past := _past_bare(view, verb, j, k)) is not None:
            return past
        if not relative and _ends_it(view, verb, k):
            return 0
        if relative and not bare and view.char(k) == ":":
            return k  # فلان، وهو كذا من كذا: «…»
        if view.is_comma(k) and (past := _past_comma(view, verb, j, k, limit)):
            return past
    return 0


def _past_comma(view: View, verb: Verb, j: int, k: int, limit: int) -> int:
    """Past the comma at ``k`` that ends an apposition begun at ``j``, or to the addressee in it (التي تقود كذا |
    لوكالة كذا، مساء الأحد: «…»); 0 where the apposition goes on.
    """
    relative = view.key(j) in _RELATIVE or view.key(j) in _HE
    if _leads_in(view, verb, k + 1):
        return k + 1
    if not relative:
        return k + 1 if _directed_at(view, verb, k + 1, limit) else 0
    if _to_somebody(view, k + 1):
        return k + 1
    to = (m for m in range(j, k) if nouns_of_media(view.key(m).removeprefix("ل")))
    told = next((m for m in to if view.key(m).startswith("ل")), k + 1)
    return told if led_to(view, verb, k + 1, limit) > 0 else 0


def _past_bare(view: View, verb: Verb, j: int, k: int) -> int | None:
    """Past a relative clause without a comma at ``j``, where it ends at ``k``; 0 where what stands there is not the
    cue's, None where it goes on.
    """
    apart = view.is_comma(k - 1)
    if _words_begin(view, verb, k):
        k = next((m for m in range(j + 1, k) if _to_somebody(view, m)), k)
        return k if apart or not any(_a_verb(view.key(m)) for m in range(j, k)) else 0
    if not _leads_in(view, verb, k):
        return None
    # the relative clause is the cue's object's, or the introducer stands right in it
    plain = view.is_that(k) and not any(_a_cue(view.key(m)) or opens(view, m) for m in range(j, k))
    return k if plain and "np" not in verb.takes else 0


def _words_begin(view: View, verb: Verb, k: int) -> bool:
    """Whether the words of a verb that takes such open in marks at ``k``: فلان وهو نجار في الستين | "…"."""
    quote = view.quote_of[k] if opens(view, k) and "quote" in verb.takes else None
    return quote is not None and view.width(k, view.at(quote.end)) > LONGEST_NAME


def _directed_at(view: View, verb: Verb, k: int, limit: int) -> bool:
    """دعا فلان، رئيس كذا، | أبناء المدينة للوقوف: whether those whom the verb is directed at begin at ``k``."""
    if verb.object != "addressee":
        return False
    generic = view.key(k).startswith("ال") or view.key(k) in _ADDRESSED
    phrase = read_phrase(view, k, limit, generic=generic)
    if phrase is None:
        return False
    to = fold_key("ل") in verb.takes and view.key(phrase.end).startswith("ل")
    with_b = fold_key("ب") in verb.takes and has_b(view, phrase.end)
    more = view.key(phrase.end) in _RELATIVE
    return to or with_b or more or _leads_in(view, verb, phrase.end)


def _ends_it(view: View, verb: Verb, k: int) -> bool:
    """Whether an apposition cannot run over ``k``: another verb or a mark, or what the cue governs
    (طالب فلان، رئيس كذا، الحكومة | بكذا، بحلول كذا).
    """
    if view.key(k) in cues().forms or opens(view, k):
        return True
    own = fold_key("ب") in verb.takes and verb.object == "addressee" and len(view.key(k)) > 3
    body = view.key(k)[1:] in speaker_nouns().bodies  # المستشار بالديوان
    return own and not body and has_b(view, k) and not view.is_comma(k - 1)


def _a_cue(key: str) -> bool:
    """Whether a word can be a verb of the lexicon, with و or without."""
    return key in cues().forms or (key.startswith("و") and key[1:] in cues().forms)


def _a_verb(key: str) -> bool:
    """Whether a word can be a finite verb of the lexicon."""
    forms = cues().forms.get(key.removeprefix("و"), ())
    return any(f.form.tense in ("past", "present") for f in forms)


def _leads_in(view: View, verb: Verb, j: int) -> bool:
    """Whether what stands at ``j`` introduces the content of the verb."""
    that = view.is_that(j) and not view.key(j).startswith("و")
    if (that and "that" in verb.takes) or view.char(j) == ":":
        return True
    if PREPOSITIONS.get(view.key(j)) in verb.takes:
        return True
    able = verb.object is None or (verb.object == "addressee" and view.is_comma(j - 1))
    return fold_key("ب") in verb.takes and able and has_b(view, j)


def _to_somebody(view: View, j: int) -> bool:
    """Whether an addressee or an occasion begins at ``j`` (لصحيفة كذا, في مؤتمر)."""
    key, nouns = view.key(j), speaker_nouns()
    to = key.startswith("ل") and (
        len(key) < 3 or nouns_of_media(key[1:]) or view.mention(j) is not None
    )
    return to or key in nouns.addressees or key in nouns.settings


def _before_a_colon(view: View, close: int) -> bool:
    """مؤلف كتاب "كذا: كذا في كذا": «…», لدى "كذا" للأوراق المالية: «…»: whether words in marks follow a colon behind
    the marks that close at ``close``.
    """
    k = close
    while view.key(k).startswith(("ال", "لل")):
        k += 1
    that = view.is_that(close) and view.key(close)[:1] not in ("و", "ف") and opens(view, close + 1)
    return that or (view.char(k) == ":" and opens(view, k + 1))  # تقرير عنوانه "كذا" إنه «…»


def name_in_marks(view: View, j: int, end: int) -> int:  # noqa: PLR0911 - one guard, one line
    """Past a name in marks that stands before the content (لـ"كذا"، إن); 0 where the marks open the content."""
    if not opens(view, j):
        return 0
    quote = view.quote_of[j]
    close = view.at(quote.end) if quote is not None else j
    width = view.width(j, close)
    if close < end and _before_a_colon(view, close):
        return close
    head = view.key(j - 1).removeprefix("ل")
    body = head in speaker_nouns().bodies and not head.startswith(("ال", "ل"))
    if width > LONGEST_NAME or (close >= end and not body):
        return 0
    named = may_name(view, j + 1, close - 1)
    if named and view.is_comma(close) and clause_after(view, close, end):
        return close  # المتحدث باسم "كذا"، العقيد فلان، أن
    if body and view.is_comma(close) and opens(view, close + 1):
        return close  # لقناة "كذا"، «…»
    before_that = view.is_that(close) and view.key(close)[:1] not in ("و", "ب", "ف")
    if width > 6:
        return close if before_that else 0
    if (view.key(close) in _ASIDES or close in view.times) and clause_after(view, close - 1, end):
        return close  # صرحت "كذا" في بيان أن
    if body or view.key(j - 1) == fold_key("ل"):
        return close  # صحيفة "كذا", لـ"كذا"
    inner = view.mention(j + 1)
    agency = inner is not None and inner.type == "ORG" and view.after(inner) + 1 == close
    if agency and view.tokens[j - 1].is_word and is_adjective(view.key(j - 1)):
        return close  # وكالة الأنباء الإماراتية "وام"
    k = close
    while k < end and (view.key(k).startswith(("ال", "لل")) or past_adverb(view, k) > k):
        k = max(past_adverb(view, k), k + 1)  # صحيفة "كذا" الأميركية أن, قناة "كذا" اليوم أن
    k = view.skip_comma(k)
    clause = view.is_that(k) and not view.key(k).startswith("و")
    short = clause or view.char(k) == ":" or (k > close and opens(view, k))
    return close if short else 0
