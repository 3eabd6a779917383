"""What somebody is told not to have said: لم يذكر كذا, ولا كشف عن كذا, دون أن يوضح كذا."""

from __future__ import annotations

from dataclasses import replace

from riwaya.arabic.folding import fold_key
from riwaya.statements.lexicon import Verb, words
from riwaya.statements.view import View

NEGATED = words("clauses.negations")
_WITHOUT = words("clauses.without")
_TOLD = words("clauses.told")
_OF = fold_key("من")
_TOPIC = frozenset({fold_key("على")})
_ABOUT = frozenset({fold_key("عن")})
_ASKED = words("arguments.asked")
"""What an answer may fail to come to."""
_FOR = frozenset({fold_key("ل")})
_WHAT = frozenset({fold_key("ما")})


def negation(view: View, at: int, start: int) -> int:
    """How many tokens before a verb negate it: 1 of لم يذكر, 2 of دون أن يذكر, 3 of من دون أن يذكر, else 0."""
    if at <= start:
        return 0
    if left_unsaid(view, at):
        return 2 + (view.key(at - 3) == _OF)
    return int(view.key(at - 1) in NEGATED)


def left_unsaid(view: View, at: int) -> bool:
    """دون أن يوضح كذا: whether the verb at ``at`` stands behind "without"."""
    without = view.is_that(at - 1) and view.key(at - 2) in _WITHOUT
    return without and view.key(at) in _TOLD


def negates_anew(view: View, at: int, negated: int) -> bool:
    """…، ولا كشف عن كذا, دون أن يحدد كذا: whether a clause of its own begins with what negates the verb."""
    return negated > 1 or (negated == 1 and view.key(at - 1)[:1] in ("و", "ف"))


def negated_verb(verb: Verb) -> Verb:
    """A verb with what it governs when negated: لم يعلق على كذا, لم يذكر أسبابا, لم يشر لكذا, لم يرد على
    أسئلة كذا.
    """
    if verb.group == "comment":
        return replace(verb, takes=_TOPIC)
    if verb.group == "respond":
        return replace(verb, takes=_FOR, only=_ASKED)
    if verb.group == "answer":
        return replace(verb, takes=_TOPIC | _ABOUT, only=_ASKED)
    takes = verb.takes | (_FOR if fold_key("إلى") in verb.takes else frozenset())
    takes |= _WHAT if "whether" in takes else frozenset()  # دون أن يوضح ما حدث
    return replace(verb, takes=takes, facts=verb.facts and verb.group != "mention")
