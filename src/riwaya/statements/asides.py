"""Asides between a cue and what it introduces: where, when, in what and to whom something was said.

``قال، في تصريحات لصحيفة "كذا" نشرت أمس، فلان إن``: an aside is an adverb, a time, or a preposition with its noun
phrase. Whatever is no aside is left to the readers of objects and subjects.
"""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, WITH, opens
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective

FARTHEST = 30
"""Tokens that asides before one introducer may take up."""
LONGEST_TITLE = 7
"""Tokens of a name in marks within an aside, with them."""
SHORTEST_WORDS = 7
"""Tokens, with the marks, of what is taken for somebody's words and no name."""
_AT = words("arguments.asides")
_DESCRIBES = words("arguments.of_an_occasion")
_SPEAKING, _IN_ANSWER = words("arguments.speaking"), words("arguments.in_answer")
_FROM_ON, _TO = fold_key("على"), fold_key("ل")
_ITS_VERB = re.compile("[تي]\\w{2,}(?:ه|ها|هم)")
"""A verb in the present with a pronoun, in a relative clause of what stands before it."""
_PLATFORMS, _POSTED = words("phrases.platforms"), words("arguments.posted")
_PRONOUNS = ("ه", "ها", "هم", "هما")


def led_to(view: View, verb: Verb, at: int, end: int) -> int:
    """The token with أن, a colon or words in marks that only asides part from ``at``; -1 where they do not."""
    limit, k = min(end, at + FARTHEST), at
    moved = False
    while k < limit:
        if introduces(view, verb, k, end):
            governed = any(PREPOSITIONS.get(view.key(j)) in verb.takes for j in range(at, k))
            return -1 if not moved or (opens(view, k) and governed) else k  # شدد على أهمية «كذا»
        if view.is_comma(k):
            k += 1
            continue
        past = past_aside_at(view, k, limit, bare="np" in verb.takes)
        if past == k:
            return -1
        k, moved = past, True
    return -1


def introduces(view: View, verb: Verb, k: int, end: int) -> bool:
    """Whether أن, بأن or على أن as the verb takes them, a colon, or words in marks stand at ``k``."""
    if view.char(k) == ":":
        return True
    key = view.key(k)
    if view.is_that(k) and not key.startswith(("و", "ف")):
        return "that" in verb.takes or (key.startswith("ب") and fold_key("ب") in verb.takes)
    if view.is_that(k + 1) and k + 1 < end:
        return PREPOSITIONS.get(key) in verb.takes
    if not opens(view, k) or "quote" not in verb.takes:
        return False
    quote = view.quote_of[k]
    return quote is not None and view.width(k, view.at(quote.end)) >= SHORTEST_WORDS


def past_aside_at(  # noqa: PLR0911 - one guard, one line
    view: View, k: int, end: int, *, bare: bool
) -> int:
    """Past the aside that begins at ``k``; ``k`` where none does.

    ``bare``: a bare object may follow it, before which it ends.
    """
    if (past := past_adverb(view, k)) > k:
        return past
    key, nouns = view.key(k), speaker_nouns()
    if key in nouns.addressees:
        return k + 1
    if key in _SPEAKING:
        past = past_aside_at(view, k + 1, end, bare=bare)
        about = past == k + 1 and view.key(k + 1) in PREPOSITIONS  # متحدثة عن كذا
        return _past_phrase(view, k + 2, end, bare=bare) if about else past if past > k + 1 else k
    if told_of(view, k):
        return _past_phrase(view, k + 1, end, bare=bare)
    if key in _IN_ANSWER and view.key(k + 1) == _FROM_ON:
        return _past_phrase(view, k + 2, end, bare=bare)
    if _to_somebody(view, k):
        return _past_phrase(view, k, end, bare=bare)
    posted = (
        key == _FROM_ON and view.key(k + 1) in _PLATFORMS | _POSTED
    )  # كتب، على فيسبوك في ذلك الوقت "…"
    if posted or key in _AT or key in nouns.settings:
        return _past_phrase(view, k + 1, end, bare=bare)
    return k


def told_of(view: View, k: int) -> bool:
    """تقارير | نشرتها وكالة كذا: whether a verb with a pronoun at ``k`` tells whose the text before it is."""
    before = view.key(k - 1 - (not _is_text(view.key(k - 1))))
    forms = cues().forms.get(view.key(k), ())
    told = view.key(k) in _DESCRIBES or any(f.form.clitic and f.form.tense == "past" for f in forms)
    return told and _is_text(before)


def _is_text(key: str) -> bool:
    nouns = speaker_nouns()
    return key in nouns.documents or key in nouns.occasions


def _to_somebody(view: View, k: int) -> bool:
    """لوكالة كذا, لفلان: whether ل with a name or a medium stands at ``k``."""
    key, mention = view.key(k), view.mention(k)
    joined = mention is not None and mention.start > view.tokens[k].start
    return key.startswith(_TO) and len(key) > 2 and (joined or key[1:] in speaker_nouns().bodies)


def _past_phrase(view: View, k: int, end: int, *, bare: bool) -> int:
    """Past the noun phrase at ``k`` and what describes it, further prepositions with their nouns among it."""
    if k >= end or view.is_that(k) or (view.char(k) and not opens(view, k)):
        return k
    k = _past_noun(view, k)
    while k < end:
        past = _past_more(view, k, end, bare=bare)
        if past == k:
            return k
        k = past
    return k


def _past_noun(view: View, k: int) -> int:
    """Past the first noun of a phrase: a name, a name in marks, or one word."""
    quote = view.quote_of[k] if opens(view, k) else None
    if quote is not None:
        return max(view.at(quote.end), k + 1)
    mention = view.mention(k)
    return max(view.after(mention), k + 1) if mention is not None else k + 1


def _past_more(  # noqa: PLR0911 - one guard, one line
    view: View, k: int, end: int, *, bare: bool
) -> int:
    """Past one more part of a noun phrase at ``k``; ``k`` where the phrase is over."""
    key = view.key(k)
    if opens(view, k):
        quote = view.quote_of[k]
        close = view.at(quote.end) if quote is not None else k
        return close if view.width(k, close) < LONGEST_TITLE and close < end else k
    if (past := past_adverb(view, k)) > k:
        return past
    if view.char(k) or view.is_that(k) or view.is_that(k + 1):
        return k if not _describes(view, k) else k + 1
    if key in PREPOSITIONS or key == WITH or key in _AT or _to_somebody(view, k):
        return _past_noun(view, k + (not _to_somebody(view, k)))
    if key in _DESCRIBES and key.endswith(_PRONOUNS) and key[:1] != "ل":
        body = view.key(k + 1) in speaker_nouns().bodies or view.mention(k + 1) is not None
        return _past_noun(view, k + 1) if body else k + 1  # مقال نشرته صحيفة | كذا
    if key in _DESCRIBES or _describes(view, k):
        return k + 1
    if k + 1 in view.times and bare_noun(key + "ا"):
        return view.times[k + 1]  # في بداية شهر مايو
    mention = view.mention(k)
    if mention is not None:
        return max(view.after(mention), k + 1)
    if key in cues().forms:
        return k
    if _ITS_VERB.fullmatch(key) and view.key(k + 1).startswith("ال"):
        return k + 1  # جلسة | تعقدها المنظمة
    his = key.endswith(_PRONOUNS) and bare_noun(key)
    beside_his = view.key(k - 1).endswith(_PRONOUNS)
    return k + 1 if key.startswith("ال") or (his and (beside_his or not bare)) else k


def _describes(view: View, k: int) -> bool:
    """مؤتمر | صحفي, شبكة "كذا" | الأمريكية: whether an adjective stands at ``k``."""
    key = view.key(k)
    return (
        view.is_word(k)
        and view.mention(k) is None
        and is_adjective(key if key.startswith("ال") else "ال" + key)
    )
