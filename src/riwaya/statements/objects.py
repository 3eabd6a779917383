"""Bare and governed objects: where what was said may begin without أن, and where it cannot."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.names.lexicon import name_parts
from riwaya.statements.lexicon import CueForm, Verb, cues, definite, speaker_nouns, words
from riwaya.statements.view import QUOTES, View
from riwaya.statements.word_kinds import bare_noun, is_verbal_noun

PREPOSITIONS = {fold_key(p): fold_key(p) for p in ("على", "عن", "من", "إلى", "في", "حول", "بشأن")}
WITH = fold_key("مع")
WHETHER = words("arguments.whether")
_WHAT, _WHOM = frozenset({fold_key("ما")}), fold_key("من")
_CALLING, _NAMED = frozenset({"consider", "describe"}), words("clauses.named")
_STANDS = words("content.stands")
_B_WORDS = words("arguments.not_with_b")
_L_WORDS = words("arguments.own_l")
_PLAIN = words("phrases.plain_adjectives")
_VEILS = words("arguments.veils")
_DEEDS, _COUNTS, _NO = words("content.deeds"), words("content.counts"), fold_key("لا")
_NO_OBJECT = words("content.no_object")
_TAKES_THAT = words("content.governs_that")
_GOVERNS_THAT = _TAKES_THAT | words("clauses.but") | frozenset({fold_key("حين")})
_ADVERBS = words("arguments.adverbs")
_ABOUT = fold_key("عن")
NOUNS_OF_SAYING = words("content.nouns_of_saying")
_OF_AN_OCCASION = words("arguments.of_an_occasion")
_SEATS = words("phrases.seats")
_NEW_CLAUSE = words("clauses.new_clause")
_BUT_HE = words("clauses.but_he") | words("clauses.thereby")


_FIRST_PERSON = re.compile(r"ا\w{3,4}")
"""What may be a verb in the first person (أشعر), by its letters."""
_EACH_OTHER = re.compile(r"ت\wا\w{2}")
"""Verbal nouns of the sixth form (تجاوز, تراجع)."""
WHO_REACH = 10
"""Tokens of the longest apposition before the comma and what the verb governs."""
NOUN_AND_VERB = 3
"""Letters of a verb that is spelt like its noun (نشر, رفض, طلب)."""


def opens(view: View, k: int) -> bool:
    """Whether a quotation opens at token ``k``."""
    if view.char(k) not in QUOTES or k >= len(view.tokens):
        return False
    quote = view.quote_of[k]
    return quote is not None and quote.start == view.tokens[k].start and quote.opened


def has_b(view: View, j: int) -> bool:
    """Whether the word at ``j`` carries the preposition ب."""
    key = view.key(j)
    if key == "ب":
        return True
    if not key.startswith("ب") or len(key) < 3 or key in _B_WORDS or not view.tokens[j].is_word:
        return False
    known, nouns = definite(), speaker_nouns()
    if key in nouns.bodies or key in nouns.roles:
        return False  # بلدية, بنك
    stem = key.removesuffix("ا") if len(key) > NOUN_AND_VERB + 1 else key
    alike = bool({"ال" + stem, "ال" + key} & known.adjectives)
    rest = "ال" + stem[1:]
    alike = alike and rest not in known.adjectives and rest not in known.nouns
    if alike or stem in _PLAIN:
        return False  # بريطانية, بحرية, بارزا
    at = view.tokens[j].start
    if view.char(j - 1) in ("-", "_") and view.tokens[j - 1].end == at:
        return False  # تشارلز-باركس
    near = (m for k in range(max(0, j - 3), j + 1) for m in view.mentions.get(k, ()))
    return not any(m.start <= at < m.end for m in near)


def i_do(view: View, i: int) -> bool:
    """أشعر بألم: whether what may be a verb in the first person, and is no name, stands before a preposition."""
    key = view.key(i)
    mine = _FIRST_PERSON.fullmatch(key) is not None and view.tokens[i].text.startswith("أ")
    nouns, behind = definite().nouns, view.key(i + 1)
    led = behind in PREPOSITIONS or (has_b(view, i + 1) and "ال" + behind[1:] in nouns)
    return mine and led and "ال" + key not in nouns and key not in name_parts()


def bare_of_l(key: str) -> str:
    """A word without the preposition ل: رئيسة of لرئيسة, المديرة of للمديرة."""
    return "ا" + key[1:] if key.startswith("لل") else key.removeprefix("ل")


def has_l(view: View, j: int) -> bool:
    """Whether the word at ``j`` may carry the preposition ل (لإجراء, and not لجنة)."""
    key = view.key(j)
    return key.startswith("ل") and len(key) > 2 and key not in _L_WORDS


def governed(view: View, verb: Verb, j: int) -> bool:
    """Whether the preposition that the verb governs stands right at ``j``."""
    key = view.key(j)
    if key in PREPOSITIONS and PREPOSITIONS[key] in verb.takes:
        return True
    return fold_key("ب") in verb.takes and len(key) > 3 and has_b(view, j)


def object_starts(view: View, verb: Verb, j: int, end: int) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether a bare object begins at ``j``: only where a subject is behind us or none is named."""
    token = view.tokens[j]
    if view.char(j) and not opens(view, j) and view.char(j) != "#":
        return False
    key = token.key
    if verb.only and key not in verb.only:
        return False
    told = [f for f in cues().forms.get(view.key(j + 1), ()) if f.form.clitic]
    if (key in _WHAT and told) or whom_called(view, j):
        return True  # أدان ما وصفه بكذا
    if key in _WHAT and view.key(j + 1) in _STANDS:
        return True  # أكد ما جاء في البيان
    if key in verb.excepts or (verb.facts and not _a_fact_of(view, verb, j)):
        return False
    if key in PREPOSITIONS or key in WHETHER or key == WITH or view.is_that(j):
        return False
    named = view.mention(j) if key.startswith("ل") else None
    to_him = named is not None and named.start > token.start  # لفلان, and not ليلى
    if key in speaker_nouns().settings or to_him:
        return False
    if (verb.group == "announce" and (_a_place(view, j) or key in _VEILS)) or _describes(view, j):
        return False  # أعلنت الوساطة بجمهورية | كذا | عن توصل, كشفت الشرطة النقاب | عن كذا
    if _only_tells_who(view, verb, j):
        return False
    if (
        key in _NO_OBJECT
        or _begins_a_clause(view, j)
        or ("that" in verb.takes and _clause_follows(view, j, end))
    ):
        return False
    if (has_b(view, j) and key != "ب") or _for_whom(view, verb, j):
        return False  # a word with ب, or with ل and the article, is no bare object
    forms = [f for f in cues().forms.get(key, ()) if not _no_verb_with_him(view, j, f)]
    nouns_too = len(key) <= NOUN_AND_VERB and all(
        f.form.tense == "past"
        and f.form.number == "s"
        and not f.form.clitic
        and (f.verb.clause or f.verb.group.startswith("claim"))
        for f in forms
    )
    deed = verb.document and is_deed(key)  # أظهرت النتائج تقدم حزب كذا
    return not forms or verb.group == "deny" or nouns_too or deed


def _no_verb_with_him(view: View, j: int, cue: CueForm) -> bool:
    """إعادة فتح كذا, تقدمه في كذا: whether a form with a pronoun is a noun in ة, or a known noun with its pronoun."""
    if not cue.form.clitic:
        return False
    return view.tokens[j].text.endswith("ة") or bare_noun(view.key(j))


def _for_whom(view: View, verb: Verb, j: int) -> bool:
    """Whether ل and the article at ``j`` go with the noun before what is announced (خلال ملتقى الوادي | للإعلام)."""
    behind = view.is_word(j - 1) and verb.group in ("announce", "consider")
    return behind and view.key(j).startswith("لل") and len(view.key(j)) > NOUN_AND_VERB + 1


def _only_tells_who(view: View, verb: Verb, j: int) -> bool:
    """Whether a comma ends what begins at ``j`` and the verb's own preposition follows: أعلنت وزارة الحج والعمرة
    السعودية، عن كذا, أعلنت الشركة، الذراع العقارية للصندوق، عن كذا.
    """
    mention = view.mention(j)
    past = view.after(mention) if mention is not None else j + 1
    far = WHO_REACH if view.is_comma(j - 1) and view.key(j).startswith("ال") else 1
    comma = next((k for k in range(past, past + far) if view.is_comma(k)), 0)
    return comma > 0 and PREPOSITIONS.get(view.key(comma + 1)) in verb.takes


def _describes(view: View, j: int) -> bool:
    """Whether a word that is an adjective and no noun goes with the word before it (على حسابه | الرسمي, في مدن | كثيرة)."""
    key, before = view.key(j), view.key(j - 1)
    if not view.is_word(j - 1) or view.mention(j) is not None or before in cues().forms:
        return False
    bare, known, nouns = key.removeprefix("ال"), definite(), speaker_nouns()
    if "ال" + bare not in known.adjectives or "ال" + bare in known.nouns:
        return False
    people = (
        m for k in range(max(0, j - 4), j) for m in view.mentions.get(k, ()) if m.type == "PER"
    )
    spoken = any(word in kind for word in (key, bare) for kind in (nouns.bodies, nouns.roles))
    if spoken or any(view.after(m) == j for m in people):
        return False  # اتهم فلان | البلدية بكذا
    definite_before = before.startswith(("ال", "لل", "بال", "وال")) or before.endswith(
        ("ه", "ها", "هم")
    )
    agrees = definite_before if bare != key else not definite_before and key.endswith("ه")
    return agrees and j - 1 not in view.timed


def whom_called(view: View, j: int) -> bool:
    """انتقد | من وصفهم بكذا: whether من with a verb that calls them so stands at ``j``."""
    forms = cues().forms.get(view.key(j + 1), ())
    calls = any(f.form.clitic and f.verb.group in _CALLING for f in forms)
    return view.key(j) == _WHOM and (calls or view.key(j + 1) in _NAMED)


def _begins_a_clause(view: View, j: int) -> bool:
    """لكنه, وذلك, وأكدت, وحجز كذا, وباستمرار: no object begins so."""
    key = view.key(j)
    joined = key.startswith("و") and len(key) > 3 and key not in cues().forms
    told = (f.form for f in cues().forms.get(key[1:], ())) if joined else ()
    again = key.startswith("و") and (_joins(key) or _and_the(key))
    return again or key in _BUT_HE or any(f.tense == "past" for f in told)


def _and_the(key: str) -> bool:
    """Whether a word is a known one with و and the article: what it joins has begun before (نفت القوات الروسية | والسورية)."""
    known = definite()
    return key.startswith("وال") and (key[1:] in known.nouns or key[1:] in known.adjectives)


def _joins(key: str) -> bool:
    """Whether a word in و is a known noun or an adverb with the conjunction, and no word of its own."""
    nouns = definite().nouns
    return key[1:] in _ADVERBS or ("ال" + key[1:] in nouns and "ال" + key not in nouns)


def _a_place(view: View, j: int) -> bool:
    """Whether a place at ``j`` only ends what stands before the object: a time, a comma or عن follows it."""
    at = view.tokens[j].start
    near = (m for k in range(max(0, j - 3), j) for m in view.mentions.get(k, ()))
    if any(m.kind == "name" and m.start < at < m.end for m in near):
        return True  # جنوب | السودان
    mention = view.mention(j)
    if mention is None or mention.type not in ("GPE", "LOC") or mention.kind != "name":
        return False
    k = view.after(mention)
    over = view.is_comma(k) or k in view.times or view.key(k) == _ABOUT
    return over and mention.start == view.tokens[j].start


def is_fact(view: View, j: int, *, counted: bool) -> bool:
    """Whether what begins at ``j`` tells what happened (مقتل كذا) or, ``counted``, how many (13 كذا, عشرات كذا)."""
    key = view.key(j)
    if not counted:
        return key in _DEEDS
    at_least = key in _WHAT and view.key(j + 1) == _NO  # ما لا يقل عن
    return key in _DEEDS or key in _COUNTS or view.tokens[j].kind == "number" or at_least


def is_deed(key: str) -> bool:
    """Whether a word is a verbal noun, by the word list or by its pattern."""
    return is_verbal_noun(key) or _EACH_OTHER.fullmatch(key) is not None


def _a_fact_of(view: View, verb: Verb, j: int) -> bool:
    """Whether what begins at ``j`` is a fact that the verb tells: of a text, any deed (أظهرت النتائج تراجع كذا, نموا)."""
    key = view.key(j)
    deed = verb.document and (is_deed(key) or (key.endswith("ا") and bare_noun(key)))
    return deed or is_fact(view, j, counted=verb.watch)


def _clause_follows(view: View, j: int, end: int) -> bool:
    """Whether what looks like an object is an aside before the verb's own أن: within some words, or behind a comma
    (المشاركون في ندوة نظمها كذا، أن).
    """
    for k in range(j + 1, min(end, j + 40)):
        if view.char(k) == ":":
            return False
        if view.is_that(k) and not view.key(k).startswith(("و", "ب")):
            before = view.key(k - 1)
            if k >= j + 14:
                return view.is_comma(k - 1)
            return before not in _TAKES_THAT and before.removeprefix("ب") not in _TAKES_THAT
        forms = cues().forms.get(view.key(k), ()) or cues().forms.get(view.key(k)[1:], ())
        if any(
            f.form.tense in ("participle", "past", "present") and not f.verb.clause for f in forms
        ):
            return False
    return False


def _goes_on(verb: Verb) -> bool:
    """Whether a verb joined in the present begins another report (تقول فلانة | وتضيف), and no relative (ويدعى فلانا)."""
    return verb.run or verb.group == "say"


def _held_back(verb: Verb) -> bool:
    """Whether a verb reports only where it is negated."""
    return verb.light or verb.unsaid


def blocked(view: View, j: int) -> bool:
    """Past this no content of the cue can begin: another clause has."""
    key = view.key(j)
    if key.startswith("و") and any(
        (f.form.tense == "past" and (f.form.clitic or not f.verb.clause) and not _held_back(f.verb))
        or (f.form.tense == "present" and not f.form.clitic and _goes_on(f.verb))
        for f in cues().forms.get(key[1:], ())
    ):
        return key[1:] not in _OF_AN_OCCASION  # وأعلن, and ووصفها; not ونشرته وكالة كذا
    if key.startswith("و") and any(
        f.form.tense == "participle" for f in cues().forms.get(key[1:], ())
    ):
        return key.endswith(("ا", "ه", "ين")) and key[1:] not in _SEATS  # معزيا كذا ومتمنيا كذا
    if any(f.form.tense == "participle" and not f.verb.clause for f in cues().forms.get(key, ())):
        comma = view.is_comma(j - 1)  # مصادر مطلعة: an adjective
        return comma or (view.char(j - 1) == "" and key not in cues().behind_a_comma)
    return view.char(j) in ("؛", ";") or key in _NEW_CLAUSE


def frame_holds(view: View, verb: Verb, start: int, at: int, end: int) -> bool:
    """Whether a verb whose object is followed by ب has it: اتهم فلانا ب, and not متهما ب (accused)."""
    if not verb.marker:
        return True
    letter = fold_key("ب") in verb.marker
    if letter and start == at and has_b(view, at + opens(view, at)):
        return False
    alone = letter and view.key(at - 1) in cues().forms and view.key(at) not in _ADVERBS
    if alone and has_b(view, at) and view.is_word(at):
        return False  # الذين يتهمون | بجرائم: they are accused
    near = range(start + letter, min(end, start + 25))
    return any(
        view.key(k) in verb.marker or (letter and (has_b(view, k) or view.key(k).startswith("بان")))
        for k in near
    )


def clause_after(view: View, k: int, end: int) -> bool:
    """Whether the cue's own أن comes soon, and no other cue before it."""
    for m in range(k + 1, min(end, k + 16)):
        if view.is_that(m):
            return not view.key(m).startswith(("و", "ف")) and view.key(m - 1) not in _GOVERNS_THAT
        if view.char(m) in (":", ".") or opens(view, m) or view.key(m) in cues().forms:
            return False
    return False
