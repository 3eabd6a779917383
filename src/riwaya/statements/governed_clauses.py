"""Whose clause أن begins: of a cue, or of the word right before it, far behind the cue."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.lexicon import Verb, cues, words
from riwaya.statements.objects import PREPOSITIONS
from riwaya.statements.view import View

_TAKES_A_CLAUSE = words("clauses.takes_a_clause")
_OF_A_REPORT = frozenset({fold_key("عن")})
"""What leads from a noun of telling to its clause (نشرت القناة تقريرا عن أن كذا)."""
_OPINION_REACH = 4
"""Tokens from a verb of opinion, with its subject, to its أن."""
_I = "إ"
"""The first letter of إن, which no preposition takes."""


def under_another(view: View, verb: Verb, j: int, at: int) -> bool:
    """Whether أن at ``j`` goes with the word before it, which is not the cue's own: طلبت الشركة قرضا | كي يمكنها أن,
    علقت اللجنة السباق إلى أن, ضم التقرير بنودا ترى اللجنة أنها.
    """
    if not view.is_that(j) or view.key(j).startswith(("ب", "و", "ف")) or j - 1 <= at:
        return False
    before = view.key(j - 1)
    if view.tokens[j].text.startswith(_I):
        return False
    foreign = before in PREPOSITIONS and PREPOSITIONS[before] not in verb.takes | _OF_A_REPORT
    return foreign or before.removeprefix("و") in _TAKES_A_CLAUSE or _held(view, j, at)


def _held(view: View, j: int, at: int) -> bool:
    """نقاط ترى اللجنة أنها: whether a verb of opinion in the present, right behind the cue's object, governs أن."""
    for k in range(max(at + 1, j - _OPINION_REACH), j):
        forms = cues().forms.get(view.key(k), ())
        if any(f.verb.group == "hold an opinion" and f.form.tense == "present" for f in forms):
            return not view.is_comma(j - 1)
    return False
