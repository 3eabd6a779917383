"""What a report does and how sure it is: act, certainty, type."""

from __future__ import annotations

from riwaya.model import Act, Certainty, Span, StatementType
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import words
from riwaya.statements.objects import opens
from riwaya.statements.teller import WHOLE
from riwaya.statements.view import QUOTES, View

_REJECTING = words("force.refused")
_NOT = words("force.not")
_ACTS: tuple[Act, ...] = (
    "demand", "request", "warn", "criticise", "praise", "agree", "reject", "promise", "propose", "other",
)  # fmt: skip
_FORCE: tuple[tuple[Act, frozenset[str]], ...] = tuple(
    (act, words(f"force.{act}")) for act in _ACTS
)
_OPEN_ACTS: frozenset[str] = frozenset({"assert", "other", "announce"})
_WINDOW = 6
_SHADDA = "\u0651"
_CLAUSE = 30
"""Tokens within which a hedge or condition bears on a content."""
_POSSIBLE = words("force.possible")
_PROBABLE = words("force.probable")
_CONDITIONAL = words("force.conditional")
_HEDGES, _IF, _WHETHER = words("force.hedges"), words("force.on_condition"), words("force.whether")
_RELATIVE = words("clauses.relative")
_IMPERFECT = ("ي", "ت", "ن", "لا")


def judge_act(view: View, draft: Draft) -> Act:  # noqa: PLR0911 - one guard, one line
    """The act of the cue, or where the cue leaves it open the plain force of the content."""
    if draft.polarity == "withheld":
        return "other"
    if draft.agentless:
        return "ask" if draft.rule == "asked" else "assert"
    if draft.rule in ("attribution", "document", "relay"):
        return "assert"
    if draft.rule == "answer":
        return "deny"
    act: Act = draft.verb.act if draft.verb is not None else "assert"
    if act not in _OPEN_ACTS:
        return act
    for j in range(draft.start, min(draft.stop, draft.start + _WINDOW)):
        if draft.kind == "that" and view.key(j).startswith(("ستبدي", "سيبدي")):
            break
        for force, signs in _FORCE:
            if view.key(j) in signs:
                return force
    if any(
        view.key(j) in _REJECTING and view.key(j - 1) in _NOT
        for j in range(draft.start + 1, draft.stop)
    ):
        return "reject"
    return act


def judge_certainty(view: View, draft: Draft) -> Certainty:
    """How sure the speaker is, by the first words of the content and the hedges of its first clause."""
    if draft.verb is not None and draft.verb.certainty != "certain":
        return draft.verb.certainty
    for j in range(draft.start, min(draft.stop, draft.start + 8)):
        key = view.key(j)
        if key in _PROBABLE:
            return "probable"
        if key in _CONDITIONAL and j == draft.start and draft.rule != "asked":
            return "conditional"
        enables = _SHADDA in view.tokens[j].text  # يمكّن, not يمكن
        if key in _POSSIBLE and not enables and not (key == "قد" and _past_perfect(view, j)):
            return "possible"
    return _hedged(view, draft)


def _hedged(view: View, draft: Draft) -> Certainty:
    """What a hedge or a condition further on says of the first clause, up to what is only told of a noun in it."""
    clause = draft.rule != "asked" and draft.kind != "np"  # one that a condition can bear on
    for j in range(draft.start, min(draft.stop, draft.start + _CLAUSE)):
        key = view.key(j)
        if key in _RELATIVE or (j > draft.start and view.char(j) in (".", "؛", ":")):
            break
        if key in _HEDGES:
            return "possible" if key in _POSSIBLE else "probable"
        if key in _IF and view.key(j - 1) not in _WHETHER and clause:
            return "conditional"
    return "certain"


def _past_perfect(view: View, at: int) -> bool:
    """Whether قد says that something is done: before a perfect verb, not before an imperfect one."""
    verb = view.key(at + 1)
    return not verb.startswith(_IMPERFECT) or verb.endswith("ت") or verb == "تم"


def judge_type(view: View, draft: Draft, content: tuple[Span, ...]) -> StatementType:
    """``direct``: clauses wholly in marks; ``mixed``: part in marks, or a phrase; else ``indirect``."""
    marked = any(
        view.text[i] in QUOTES and view.text[i] != "'" for s, e in content for i in range(s, e)
    )
    if draft.spoken:
        if draft.kind == "np" or (len(content) > 1 and _tailed(view, content)):
            return "mixed"
        return "direct"
    if draft.kind == "speech" and not marked and draft.rule != "headline":
        return "direct"
    if marked and _in_several_marks(view, draft):
        return "direct"
    return "mixed" if marked else "indirect"


def _in_several_marks(view: View, draft: Draft) -> bool:
    """هتفوا "لن نرحل حتى كذا" و"سنبقى": whether all words stand in marks that و joins, the first no mere phrase."""
    j, first = draft.start, True
    while j < draft.stop:
        quote = view.quote_of[j] if opens(view, j) else None
        if quote is None or not quote.closed:
            return False
        close = view.at(quote.end)
        if first and sum(view.tokens[k].is_word for k in range(j, close)) < WHOLE:
            return False
        j, first = close + (view.key(close) == "و"), False
    return draft.kind == "quote"


def _tailed(view: View, content: tuple[Span, ...]) -> bool:
    """Whether a closing mark stands between two spans: the last is a tail outside it."""
    between = view.text[content[-2][1] : content[-1][0]]
    return any(c in QUOTES for c in between) and "\n" not in between
