"""ندد بما وصفه بكذا, كشف عما سماه كذا: what somebody calls so is what he says, not that he calls it so."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, words
from riwaya.statements.objects import has_b, opens
from riwaya.statements.phrases import read_phrase
from riwaya.statements.view import View

_WHAT, _WHOM = fold_key("ما"), fold_key("من")
_FUSED = frozenset(map(fold_key, ("مما", "عما")))
_NAMED = words("clauses.named")
_CALLING = frozenset({"consider", "describe"})


def calls_it(view: View, i: int) -> bool:
    """Whether a verb of calling or holding with a joined object, behind ما, stands at ``i``: وصفه, سمته."""
    forms = cues().forms.get(view.key(i), ())
    called = any(f.form.clitic and f.verb.group in _CALLING for f in forms)
    stem = view.key(i).removesuffix("ها").removesuffix("ه")
    by_two = stem != view.key(i) and any(
        f.form.number == "d" and f.form.tense == "past" and f.verb.group in _CALLING
        for f in cues().forms.get(stem, ())
    )  # اعتبراه
    return called or by_two or view.key(i) in _NAMED


def past_naming(view: View, draft: Draft) -> None:
    """Move the beginning of a content past ما وصفه فلان ب, where what it is called follows."""
    named = view.key(draft.start)[draft.skip :] in (_WHAT, _WHOM)
    what = draft.start if named else draft.start - 1
    if draft.kind != "np" or (what == draft.start - 1 and view.key(what) not in _FUSED):
        return
    if not calls_it(view, what + 1):
        return
    j = past_adverb(view, what + 2)
    if not (opens(view, j) or has_b(view, j)):
        phrase = read_phrase(view, j, j + 12)
        j = phrase.end if phrase is not None and phrase.end < j + 12 else j
    that = view.is_that(j) and view.key(j).startswith("ب")
    begin = j + (that or view.key(j) == "ب")
    if not (view.is_word(begin) or opens(view, begin)):
        return
    draft.skip = int(begin == j and has_b(view, j))
    draft.start, draft.spoken = begin, opens(view, begin)
