"""Whether only asides stand between a subject and the verb behind it: a comma, a day, where he spoke, what he is called."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import opens
from riwaya.statements.view import View

_RELATIVE = words("clauses.relative")
_HE = words("clauses.he")
_ALREADY = fold_key("قد")
_WAS = words("clauses.was")
_ON, _INFORMED = fold_key("على"), words("phrases.informed")
_ON_CONDITION, _IDENTITY = words("content.on_condition"), words("content.identity")
_SEATS = words("phrases.seats")
_ONE_OF = frozenset(map(fold_key, ("أحد", "إحدى")))
SHORT = 5
"""Tokens of a short name in marks, with them."""


def reaches(view: View, j: int, i: int) -> bool:
    """Whether only asides stand between a subject and its verb."""
    depth = 0
    while j < i:
        char = view.char(j)
        if depth == 0 and opens(view, j) and (past := _past_short_name(view, j, i)) > j:
            j = past
            continue
        seat = view.mention(j + 1) if view.key(j)[:1] == "و" and view.key(j)[1:] in _SEATS else None
        if depth == 0 and seat is not None:
            j = view.after(seat)  # المرصد ومقره كذا
            continue
        if depth == 0 and (past := past_adverb(view, j)) > j:
            j = past
            continue
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif depth == 0 and (past := max(past_condition(view, j, i), _past_informed(view, j))) > j:
            j = past
            continue
        elif depth == 0 and not (
            char in ("،", ",", '"', "“", "«", "”", "»") or view.key(j) in _WAS
        ):
            return _aside(view, j, i)
        j += 1
    return True


def _past_short_name(view: View, j: int, i: int) -> int:
    """Past what a body is called for short, in marks: منظمة كذا | "#كذا"، حذرت."""
    quote = view.quote_of[j]
    end = view.at(quote.end) if quote is not None and quote.closed else j
    return end if end <= i and end - j <= SHORT else j


def _past_informed(view: View, j: int) -> int:
    """Past مصدر مطلع | على الملف: what somebody knows of."""
    if view.key(j) != _ON or view.key(j - 1).removeprefix("ال") not in _INFORMED:
        return j
    mention = view.mention(j + 1)
    k = view.after(mention) if mention is not None else j + 2
    while view.key(k).startswith("ال"):
        k += 1
    return k


def past_condition(view: View, j: int, i: int) -> int:
    """Past مصدر | طلب عدم نشر اسمه, تحدث شريطة كذا, between commas or none: up to who he is."""
    k = view.skip_comma(j)
    if view.key(k) not in _ON_CONDITION:
        return j
    told = (m + 1 for m in range(k + 1, min(i, k + 9)) if view.key(m) in _IDENTITY)
    return view.skip_comma(next(told, j))


def _aside(view: View, j: int, i: int) -> bool:
    """A prepositional aside that runs up to the verb: في حديث للصحفيين، قال."""
    if view.key(j) in _RELATIVE and j + 2 < i <= j + 9 and view.key(i - 1) not in _WAS:
        plain = range(j, i)  # الوزير الذي زار المدينة قال إن
        if not any(view.char(k) or view.is_that(k) or view.key(k) in cues().forms for k in plain):
            return True
    if view.key(j) in _RELATIVE:
        last = i - 1 - (view.key(i - 1) == _ALREADY)  # …، التي كذا، قد
        return view.is_comma(last) and i - j < 25
    if view.key(j) in (fold_key("في"), fold_key("خلال"), fold_key("عبر")) and i - j < 12:
        return True
    if view.key(j) in _HE and view.is_comma(i - 1) and i - j < 25:
        return True  # فلان (52 عاما)، وهو صياد من كذا، قال
    last = i - 1 - (view.key(i - 1) == _ALREADY)
    closed = view.is_comma(j - 1) and view.is_comma(last) and i - j < 30
    article = view.tokens[j].text.removeprefix("و").startswith("ال")  # إلى: no article
    closed = closed and (article or view.key(j) in _ONE_OF or view.key(j) in speaker_nouns().roles)
    j += 1 + (view.key(j) in _ONE_OF)  # أحد | أبرز القادة
    return closed and not any(view.key(k) in cues().forms or view.is_that(k) for k in range(j, i))
