"""Shares of those who were asked, as subjects: قال 19% من المشاركين إن, صرح أكثر من 12 من المسؤولين بأن."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.lexicon import words
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.view import View

_ABOUT_AS_MANY = words("phrases.about_as_many")
_PERCENT = words("phrases.percent")
_OF, _IN = fold_key("من"), fold_key("في")
_LED = 4
"""Words of the longest way to say about how many (ما يزيد على)."""


def read_share(view: View, i: int, end: int) -> Phrase | None:
    """The share of people that begins at token ``i``: a number with a percent sign, or of those whom من names."""
    j = i
    while j < min(end, i + _LED) and view.key(j) in _ABOUT_AS_MANY:
        j += 1
    if j >= end or view.tokens[j].kind != "number":
        return None
    j += 1
    percent = view.char(j) in ("%", "٪") or view.key(j) in _PERCENT
    split = view.key(j) == _IN and view.key(j + 1) in _PERCENT
    j += 2 if split else int(percent)
    if view.key(j) == _OF and j + 1 < end:
        phrase = read_phrase(view, j + 1, end, generic=True)
        j, percent = (phrase.end if phrase is not None else j), percent or phrase is not None
    if not (percent or split):
        return None
    return Phrase(i, j, (Party(i, j, "noun"),))
