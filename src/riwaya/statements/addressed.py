"""Whom a verb is directed at, as its bare object (أبلغ فلانا أن), and what is asked of him right behind."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.statements.arguments import Opening
from riwaya.statements.belonging import ENDS
from riwaya.statements.fields import DEED
from riwaya.statements.lexicon import Verb, words
from riwaya.statements.objects import governed, has_b, has_l, opens
from riwaya.statements.phrases import read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_noun, is_verbal_noun

_ADDRESSED = words("phrases.addressed")
_SIDE = fold_key("جانب")
_SO_THAT = words("arguments.so_that")
_DEED_WITH_T = re.compile(r"الت\w{3,4}")
"""Verbal nouns in ت with the article (التكاتف), if no adjectives."""
_LONGEST = 8
"""Tokens of the longest name in marks that is read as whom a verb is directed at, with them."""


def object_addressed(view: View, verb: Verb, opening: Opening, j: int, limit: int) -> int:
    """Past a bare object who is spoken to (أبلغ فلانا أن); else past one token."""
    beside = j == opening.start or view.key(j - 1) not in ENDS
    able = verb.object == "addressee" and opening.addressee is None
    if fold_key("ل") in verb.takes:
        limit = _before_purpose(view, j, limit)
    if able and beside and view.tokens[j].is_word:
        definite = j == opening.start and (view.key(j).startswith("ال") or _his(view.key(j)))
        limit = _before_marks(view, verb, j, _before_deed(view, verb, j, limit))
        phrase = read_phrase(view, j, limit, generic=definite or view.key(j) in _ADDRESSED)
        if phrase is not None:
            opening.addressee, opening.behind = speaker_of(view, phrase), phrase.end
            return max(phrase.end, j + 1)
    return j + 1


def asked_of_him(view: View, verb: Verb, opening: Opening, j: int) -> int:
    """ناشد المعارضة | التكاتف, ناشد النواب لكي | يجتمعوا: where what he is begged for begins; 0 where nothing such does."""
    if verb.group != "appeal" or opening.addressee is None or j != opening.behind:
        return 0
    if view.key(j) in _SO_THAT:
        return j + 1
    return j if _a_deed(view, j) else 0


def called_in_marks(view: View, verb: Verb, j: int, limit: int) -> int:
    """Past توعد | "حزب كذا" | في الشمال بشن كذا: whom marks name before what the verb governs; 0 where they hold words."""
    quote = view.quote_of[j] if opens(view, j) else None
    if quote is None or verb.object != "addressee" or fold_key("ب") not in verb.takes:
        return 0
    close = view.at(quote.end)
    if not quote.closed or close - j > _LONGEST or has_b(view, j + 1):
        return 0
    for k in range(close, min(limit, close + 8)):
        if view.char(k) and view.char(k) != ")":
            return 0
        if has_b(view, k) and len(view.key(k)) > 2 and view.mention(k) is None:
            return close
    return 0


def _a_deed(view: View, j: int) -> bool:
    """Whether a noun of doing stands at ``j``, bare or with the article: no adjective, no name."""
    key = view.key(j)
    if view.mention(j) is not None or is_adjective(key):
        return False
    known = is_noun(key) or is_verbal_noun(key) or DEED.fullmatch(key) is not None
    return known or _DEED_WITH_T.fullmatch(key) is not None


def _before_deed(view: View, verb: Verb, j: int, limit: int) -> int:
    """Where a deed with the article begins that ends an appeal's addressee (أحزاب المعارضة | التكاتف)."""
    if verb.group != "appeal":
        return limit
    for k in range(j + 1, min(limit, j + 5)):
        if view.key(k) in _SO_THAT or (view.key(k).startswith("الت") and _a_deed(view, k)):
            return k
    return limit


def _before_marks(view: View, verb: Verb, j: int, limit: int) -> int:
    """Where marks open with what the verb governs: دعا المحتجين | "للعودة إلى بيوتهم"."""
    to = fold_key("ل") in verb.takes
    for k in range(j + 1, limit - 1):
        led = governed(view, verb, k + 1) or (to and has_l(view, k + 1))
        if opens(view, k) and led:
            return k
    return limit


def _before_purpose(view: View, j: int, limit: int) -> int:
    """Where a verbal noun with لل begins behind an addressee (المجتمع الدولي | للوقوف), and not a body's field
    (المجلس الأعلى للقضاء | إلى).
    """
    to = fold_key("إلى")
    bare = to not in view.keys[j:limit]
    for k in range(j + 1, limit):
        beside = view.key(k + 1) == to and view.key(k + 2) == _SIDE  # للوقوف إلى جانب كذا
        if view.key(k).startswith("لل") and (
            beside or (bare and not is_adjective(view.key(k + 1)))
        ):
            return k
    return limit


def _his(key: str) -> bool:
    """Whether a known noun has a pronoun (حلفاءه, مواطنيها), as those who are called on often have."""
    return key.endswith(("ه", "ها", "هم")) and bare_noun(key)
