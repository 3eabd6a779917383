"""Shares of those who were asked, as subjects: قال 19% من المشاركين إن, صرح أكثر من 12 من المسؤولين بأن."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.arguments import closing
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective

_ABOUT_AS_MANY = words("phrases.about_as_many")
_PERCENT = words("phrases.percent")
_FRACTIONS = words("phrases.fractions")
_STATE = frozenset(map(fold_key, ("دولة", "بلدا", "شخصية")))
_ONE = frozenset(map(fold_key, ("واحد", "واحدة")))
_OUT_OF, _COUNTS = frozenset(map(fold_key, ("أصل", "بين", "كل"))), words("phrases.counts")
_OF, _IN = fold_key("من"), fold_key("في")
_LED = 4
"""Words of the longest way to say about how many (ما يزيد على)."""


def read_share(view: View, i: int, end: int) -> Phrase | None:
    """The share of people that begins at token ``i``: a number with a percent sign, or of those whom من names."""
    j = i
    while j < min(end, i + _LED) and view.key(j) in _ABOUT_AS_MANY:
        j += 1
    if past := _one_in_so_many(view, j, end):
        return Phrase(i, past, (Party(i, past, "noun"),))
    if j < end and view.key(j) in _FRACTIONS:
        return _fraction(view, i, j, end)
    if j >= end or view.tokens[j].kind != "number":
        return None
    j += 1
    percent = view.char(j) in ("%", "٪") or view.key(j) in _PERCENT
    split = view.key(j) == _IN and view.key(j + 1) in _PERCENT
    j += 2 if split else int(percent)
    if not (percent or split) and _one_of_many(view, j):
        k = _past_described(view, j + 1, end)
        return Phrase(i, k, (Party(i, k, "noun"),))
    if view.key(j) == _OF and j + 1 < end:
        phrase = read_phrase(view, j + 1, end, generic=True)
        j, percent = (phrase.end if phrase is not None else j), percent or phrase is not None
    if not (percent or split):
        return None
    return Phrase(i, j, (Party(i, j, "noun"),))


def _one_in_so_many(view: View, j: int, end: int) -> int:
    """Past واحد من أصل كل 3 مشاركين (35 بالمئة), واحد من كل خمسة سكان; 0 where no such share stands at ``j``."""
    if view.key(j) not in _ONE or view.key(j + 1) != _OF or view.key(j + 2) not in _OUT_OF:
        return 0
    k = j + 3 + (view.key(j + 3) in _OUT_OF)
    if k + 2 > end or not (view.tokens[k].kind == "number" or view.key(k) in _COUNTS):
        return 0
    return (closing(view, k + 2, end) if view.char(k + 2) == "(" else 0) or k + 2


def _one_of_many(view: View, j: int) -> bool:
    """Whether somebody stands at ``j`` in the singular that a number above ten has behind it: 120 | نائبا, 45 | اتحادا."""
    key, nouns = view.key(j), speaker_nouns()
    heads = (key, key.removesuffix("ا"))
    accusative = key.endswith(("ا", "ه")) and not key.startswith("ال")
    somebody = any(head in nouns.roles or head in nouns.bodies for head in heads)
    return accusative and (somebody or key in _STATE)


def _past_described(view: View, k: int, end: int) -> int:
    """Past what tells more of the one counted: 50 خبيرا | اقتصاديا, 30 عضوا | من المعارضة, 12 طبيبا | في البلدة."""
    while k < end and is_adjective(view.key(k).removesuffix("ا")) and view.mention(k) is None:
        k += 1
    if view.key(k) in (_OF, _IN) and k + 1 < end:
        phrase = read_phrase(view, k + 1, end, generic=view.key(k) == _OF)
        return phrase.end if phrase is not None else k
    return k


def _fraction(view: View, i: int, j: int, end: int) -> Phrase | None:
    """ربع النساء, ثلثا المشاركين, نصف من شملهم الاستطلاع: a part of those whom a definite noun or من names."""
    if view.key(j + 1) == _OF:
        j += 1
    phrase = read_phrase(view, j + 1, end, generic=True)
    if phrase is None or not view.key(j + 1).startswith("ال"):
        return None
    return Phrase(i, phrase.end, (Party(i, phrase.end, "noun"),))
