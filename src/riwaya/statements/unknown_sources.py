"""Sources of an attribution that no lexicon knows, shown by what stands beside them.

Before ف the source ends (بحسب هديل، إحدى المشاركات، فإن; وفقا للائحة الاتهام فقد); behind a closed quotation it ends the
sentence («…»، وفق مهى). What is done by a rule is said by nobody, unless its words are quoted.
"""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.lexicon import cues, words
from riwaya.statements.objects import PREPOSITIONS, bare_of_l, opens
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.view import QUOTES, View

_LAWS, _RULES = words("frames.laws"), words("frames.rules")
_THIS = words("clauses.this")
_SO = frozenset(map(fold_key, ("فإن", "فإنه", "فإنها", "فإنهم", "فقد")))
REACH = 16
"""Tokens that a source and what describes it may take up."""


def is_rule(head: str) -> bool:
    """Whether something is done by what ``head`` calls, and said by nobody: وفقا للقانون."""
    bare = bare_of_l(head).removeprefix("ال")
    return bare in _LAWS or bare in _RULES


def unknown_source(view: View, i: int, j: int, end: int) -> tuple[Phrase, int] | None:
    """The source that begins at ``j`` behind the cue at ``i``, and where the attribution ends."""
    if not view.is_word(j) or view.key(j) in _THIS or view.key(j) in PREPOSITIONS:
        return None
    phrase = read_phrase(view, j, end, generic=True, proclitic=_proclitic(view, j))
    if phrase is None:
        return None
    if i == view.sentences_start(i) and (so := _before_so(view, phrase.end, end)):
        quoted = opens(view, so + 1)
        return (phrase, so) if quoted or not is_rule(view.key(j)) else None
    mark = i - 1 - (view.is_comma(i - 1))
    closed = view.char(mark) in QUOTES and view.char(mark) != "" and phrase.end >= end
    behind = closed and phrase.end - j <= 2 and not view.key(j).startswith("ل")
    return (phrase, phrase.end) if behind and not is_rule(view.key(j)) else None


def _proclitic(view: View, j: int) -> int:
    """Letters of ل before the source: وفقا | لـشهادات, وفقا | للـدعوى."""
    if not (view.key(j).startswith("ل") and view.key(j - 1).endswith("ا")):
        return 0
    return 1 + (view.tokens[j].text[1:2] == "ـ")  # لـ Awex


def _before_so(view: View, j: int, end: int) -> int:
    """The token of the ف that ends the source whose noun ends at ``j``; 0 where a clause or a mark comes before it."""
    for k in range(j, min(end - 1, j + REACH)):
        if view.key(k) in _SO:
            return k
        if view.is_that(k) or view.char(k) == ":" or view.key(k) in cues().attribution:
            return 0
        if view.is_comma(k) and view.key(k + 1).startswith("و") and k == j:
            return 0
    return 0
