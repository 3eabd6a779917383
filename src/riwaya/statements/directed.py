"""Who is spoken to though he stands where a subject can: قالت الوزارة كذا، وحثت البلدية على كذا."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Speaker
from riwaya.statements.acting import acted
from riwaya.statements.agreement import agrees, sibling
from riwaya.statements.drafts import Draft
from riwaya.statements.memory import Memory
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_DIRECTED = frozenset({"call on", "demand", "urge", "tell with an addressee"})
"""Groups of verbs that are mostly directed at somebody, who stands right behind them."""
_TELL = "tell with an addressee"


def said_instead(
    view: View, draft: Draft, earlier: Sequence[Draft], memory: Memory
) -> Speaker | None:
    """Who goes on speaking with a verb joined to another's clause, where he agrees with it, whom it is directed at stands
    right behind it, and nobody else is addressed; None where the noun behind the verb is its subject.
    """
    verb, told = draft.verb, draft.speaker
    if (
        verb is None
        or told is None
        or verb.group not in _DIRECTED
        or not _right_behind(view, draft)
    ):
        return None
    before = sibling(draft, [d for d in earlier if d.inside is draft.inside and d.finite])
    outer = draft.inside
    if before is None and outer is None:
        acting = acted(view, view.sentences[draft.sentence][0], draft.cue, draft.gender, "s")
        before = speaker_of(view, acting) if acting is not None else None
    if before is None and verb.group == _TELL:
        last = outer if outer is not None else memory.told[-1] if memory.told else None
        before = last.speaker if last is not None and agrees(last, draft) else None
    return before if before is not None and before.key != told.key else None


def _right_behind(view: View, draft: Draft) -> bool:
    """Whether a verb in the past, joined or under a conjunction, has a noun right behind it that is no man's name."""
    span = draft.speaker.span if draft.speaker is not None else None
    if span is None or draft.subject != "after" or draft.number != "s" or draft.tense != "past":
        return False
    mention = view.mention(draft.cue_end)
    man = mention is not None and mention.type == "PER"
    free = draft.addressee is None and draft.joined and not draft.spoken
    return free and not man and view.tokens[draft.cue_end].start == span[0]
