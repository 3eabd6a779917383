"""What stands in quotation marks behind a verb: a subject (قالت "وفا" إن), or its words."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.names.merge import verb_like
from riwaya.statements.asides import introduces, led_to
from riwaya.statements.drafts import ContentKind
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, clause_after, has_b, has_l, i_do, opens
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_noun, is_verbal_noun

SHORT_NAME = 7
"""Tokens of a name in marks that is read as a subject, with them."""
DESCRIBED = 5
"""Definite words of the longest description behind a name in marks."""
LONGEST_ASIDE = 14
"""Tokens of the longest aside between a name in marks and what it says, with its commas."""
SHORT_CLAUSE = 6
"""Tokens of the longest words in marks, with them, that are no clause of an opinion's."""
_RELATIVE = words("clauses.relative")
_TITLE, _BACK = fold_key("عنوان"), words("arguments.back")
_POSTED = words("arguments.posted") | words("phrases.platforms")
_ASIDES = words("arguments.asides")


def named_in_marks(view: View, verb: Verb, i: int, end: int) -> tuple[Phrase, int] | None:
    """The name in marks at ``i``, and the token past them; None where it is no subject."""
    quote = view.quote_of[i] if i < end and opens(view, i) else None
    close = view.at(quote.end) if quote is not None else i
    if quote is None or view.width(i, close) > SHORT_NAME or close >= end or i + 1 >= close - 1:
        return None
    phrase = read_phrase(view, i + 1, close - 1)
    whole = phrase is not None and phrase.end == close - 1
    if not whole and may_name(view, i + 1, close - 1):
        phrase = Phrase(i + 1, close - 1, (Party(i + 1, close - 1, "noun"),))
    elif not whole or phrase is None:
        return None
    if whole and view.key(i + 1) in speaker_nouns().bodies:
        return phrase, close  # حذرت "جمعية كذا" (كذا) التي تمثل كذا، من
    described = _past_described(view, close, end)
    said = _introduced(view, verb, described, end) or _object_behind(view, phrase, i, described)
    return (phrase, described) if said else None


def named_before(view: View, i: int, end: int) -> Phrase | None:
    """وكانت "كذا"، إحدى الشركات، قالت: a known name in marks at ``i``, before its verb at ``end``."""
    quote = view.quote_of[i] if opens(view, i) else None
    close = view.at(quote.end) if quote is not None and quote.closed else i
    mention = view.mention(i + 1) if close > i + 2 else None
    whole = mention is not None and view.after(mention) == close - 1 and close <= end
    if mention is None or not whole or mention.type not in ("ORG", "PER", "GPE"):
        return None
    return Phrase(i + 1, close - 1, (Party(i + 1, close - 1, "mention", mention),))


def _past_described(view: View, j: int, end: int) -> int:
    """Past what is told of a name in marks by definite words: قالت "كذا" | المصنعة للطائرات إن."""
    k = j
    while k < min(end, j + DESCRIBED) and view.key(k).startswith(("ال", "لل")) and view.is_word(k):
        k += 1
    adjective = k > j and view.key(j).startswith("ال") and not is_noun(view.key(j))
    closed = view.is_that(k) or view.is_comma(k)
    return k if adjective and closed else j


def may_name(view: View, i: int, close: int) -> bool:
    """Whether words in marks that no lexicon knows can be a name: no clause and no preposition's noun."""
    key = view.key(i)
    led = view.is_that(i) or key in PREPOSITIONS or key in CLAUSE_WORDS or has_b(view, i)
    verb = key in cues().forms or verb_like(key) or key.startswith("لل") or i_do(view, i)
    words_only = not any(view.char(k) not in ("", ".", "-") for k in range(i, close))
    return words_only and not led and not verb


def _introduced(view: View, verb: Verb, close: int, end: int) -> bool:
    """Whether what the verb says comes right behind the marks, or behind asides: في بيان: "…", إن."""
    if view.is_that(close) or introduces(view, verb, close, end):
        return True
    if view.is_comma(close) and (_colon_behind(view, close, end) or _that_behind(view, close, end)):
        return True
    aside = view.key(close) in _ASIDES or close in view.times
    if led_to(view, verb, close, end) > 0 or (aside and clause_after(view, close - 1, end)):
        return True
    return _further_on(view, verb, close, end)


def _further_on(view: View, verb: Verb, close: int, end: int) -> bool:
    """Whether long words in marks, or the verb's own preposition, follow an aside behind a name in marks."""
    aside = view.key(close) in _ASIDES
    if aside and any(_long(view, k) for k in range(close, min(end, close + 14))):
        return True  # قالت "كذا" في بيان عن التقرير الذي نشر أمس "…"
    near = range(close, min(end - 1, close + 6))
    if any(PREPOSITIONS.get(view.key(k)) in verb.takes and opens(view, k + 1) for k in near):
        return True  # تساءل "كذا" في بيان عن "…"
    behind = (k for k in near if aside and view.is_comma(k))
    return any(
        PREPOSITIONS.get(view.key(k + 1)) in verb.takes for k in behind
    )  # دعت "كذا" في بيان، إلى


def _long(view: View, k: int) -> bool:
    """Whether words in marks that are no name open at ``k``."""
    quote = view.quote_of[k] if opens(view, k) else None
    return quote is not None and view.width(k, view.at(quote.end)) > SHORT_NAME + 2


def _colon_behind(view: View, k: int, end: int) -> bool:
    """قال "نابين"، وهو في العشرينات: «…»: whether a colon and words in marks follow, and no other mark before."""
    marks = (j for j in range(k + 1, min(end - 1, k + 14)) if view.char(j))
    colon = next((j for j in marks if not view.is_comma(j)), end)
    return view.char(colon) == ":" and opens(view, colon + 1)


def _that_behind(view: View, k: int, end: int) -> bool:
    """قالت "كذا"، ومقرها المدينة، إن: whether أن follows the comma, or the aside of a few words that a second one closes."""
    if view.is_that(k + 1):
        return True
    aside = range(k + 1, min(end - 1, k + LONGEST_ASIDE))
    marks = (j for j in aside if view.char(j) or view.is_that(j))
    close = next(marks, k)
    plain = not any(view.key(j) in cues().forms for j in range(k + 1, close))
    that = view.is_that(close + 1) and not view.key(close + 1).startswith("و")
    return view.is_comma(close) and plain and that


def _object_behind(view: View, phrase: Phrase, i: int, close: int) -> bool:
    """Whether a bare object stands right behind a short name in marks."""
    key, following = view.key(close), view.key(close + 1)
    if phrase.parties[0].mention is None and close - i != 3:
        return False
    deed = is_verbal_noun(key) and (
        following[:2] in ("ال", "لل", "هذ")
        or is_verbal_noun(following)
        or view.mention(close + 1) is not None
    )
    return view.tokens[close].kind == "number" or bare_noun(key) or deed


def charge_in_marks(view: View, phrase: Phrase, verb: Verb) -> int:
    """اتهم خصومه | بـ"تدمير كذا": the token with ب and marks in a description that ran over them; 0 where none is."""
    if fold_key("ب") not in verb.marker:
        return 0
    lone = (j for j in range(phrase.start + 1, phrase.end) if view.key(j) == "ب")
    return next((j for j in lone if opens(view, j + 1)), 0)


def words_in_marks(view: View, verb: Verb, j: int, at: int) -> ContentKind | None:
    """As what the verb can take the words in marks that open at ``j``; None where it cannot."""
    to = fold_key("ل") in verb.takes and verb.object == "addressee"  # دعا المحتجين "للعودة"
    purpose = not to and _purpose_in_marks(view, j)
    no_words = j > at and (purpose or _saying_itself(view, j))
    if no_words or _described(view, j):
        return None
    if view.key(j - 1) == "و" and view.is_word(j - 2) and view.mention(j + 1) is None:
        return None  # لاحظ ارتفاعا في كذا و"تقصيرا"
    if verb.group == "answer" and has_b(view, j + 1) and is_verbal_noun(view.key(j + 1)[1:]):
        return None  # ترد على الهجمات "بضربات"
    if "quote" in verb.takes and not (verb.group == "hold an opinion" and _a_few(view, j)):
        return "np" if verb.object == "theme" else "quote"
    if ("that" in verb.takes and view.is_that(j + 1)) or _posted(view, verb, j, at):
        return "quote"
    own = PREPOSITIONS.get(view.key(j + 1)) in verb.takes and not view.char(j + 2)
    return "np" if own or (fold_key("ب") in verb.takes and has_b(view, j + 1)) else None


def _posted(view: View, verb: Verb, j: int, at: int) -> bool:
    """نشر تغريدة "…", نشرت في حسابها على تويتر "…": whether long words stand where somebody posted them."""
    posts = verb.group.startswith("report of an agency") and _long(view, j)
    between = [view.key(k) for k in range(at, j)]
    told = any(key in cues().forms or key.endswith(_TITLE) or key in _BACK for key in between)
    return posts and not told and any(key in _POSTED for key in between)


def _described(view: View, j: int) -> bool:
    """قال "نابين"، الذي كان هناك: whether a relative clause tells more of a short name in marks."""
    quote = view.quote_of[j]
    close = view.at(quote.end) if quote is not None else j
    short = close - j <= SHORT_NAME - 2 and view.is_comma(close)
    return short and view.key(close + 1) in _RELATIVE


def _a_few(view: View, j: int) -> bool:
    """Whether what is in the marks at ``j`` is too short for a clause (رأى فيه "بطلا")."""
    quote = view.quote_of[j]
    return quote is None or view.width(j, view.at(quote.end)) <= SHORT_CLAUSE


def _saying_itself(view: View, j: int) -> bool:
    """علق على حكمة تقول "كذا": the words of what was spoken of."""
    forms = cues().forms.get(view.key(j - 1), ())
    bare = view.key(j - 2) in speaker_nouns().documents or is_verbal_noun(view.key(j - 2))
    return bare and any(f.verb.group == "say" and f.form.tense == "present" for f in forms)


def _purpose_in_marks(view: View, j: int) -> bool:
    """خاطب النقابة "لمعرفة كذا": what for, and no words of his."""
    return has_l(view, j + 1) and is_verbal_noun(view.key(j + 1)[1:])
