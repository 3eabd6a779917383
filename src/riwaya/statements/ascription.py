"""What an attribution, a taken-up clause and a bare answer say: content that stands elsewhere in the sentence."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, words
from riwaya.statements.spans import spans
from riwaya.statements.view import View

_QUOTING = fold_key("نقلا")
_FILLERS = words("content.fillers")


def ascribe(view: View, draft: Draft, drafts: list[Draft]) -> None:
    """The content of an attribution: the rest of its sentence, or what stands before it."""
    start, end = view.sentences[draft.sentence]
    framed = [d for d in drafts if d.sentence == draft.sentence and d.cue < draft.cue < d.start]
    if framed and draft.speaker is not None:
        outer = framed[-1]
        if (
            view.key(draft.cue) == _QUOTING
            and outer.speaker is not None
            and outer.cue_end <= draft.cue
        ):
            outer.relay, outer.speaker = (
                [outer.speaker],
                draft.speaker,
            )  # ذكرت وكالة نقلا عن مصدر أن
        else:
            outer.relay = [*draft.relay, draft.speaker]
        return
    head = all(view.key(j) == "و" or view.char(j) for j in range(start, draft.cue))
    if head or _resumes(view, draft, end):
        j = view.skip_comma(draft.stop)
        while view.key(j) in _FILLERS or view.is_that(j):
            j += 1
        draft.start, draft.stop = j, end
        draft.content = spans(view, j, end, speech=False)
        return
    stop = draft.cue
    while stop > start and (view.char(stop - 1) in ("،", ",", "-") or view.key(stop - 1) == "و"):
        stop -= 1
    begin = start + (view.key(start) in _FILLERS)
    after = view.skip_comma(draft.stop)
    draft.content = spans(view, begin, stop, speech=False, conjunction=True)
    carried = next((d for d in drafts if d.cue == after and not d.finite), None)
    if carried is not None:
        draft.content += spans(view, after, end, speech=False)
        stop = end
    draft.start, draft.stop = begin, stop


def _resumes(view: View, draft: Draft, end: int) -> bool:
    """…، لكن بحسب فلان، …: what follows is ascribed, not what stands before."""
    i = draft.cue
    begins = view.key(i - 1) in (fold_key("لكن"), fold_key("ولكن")) or (
        view.key(i).startswith("و")
        and view.key(i) not in cues().attribution
        and view.char(i - 1) in ("،", ",")
    )
    return begins and view.char(draft.stop) in ("،", ",") and draft.stop + 3 < end


def resume(view: View, draft: Draft, drafts: list[Draft]) -> None:
    """What a denial goes back to: the content of the report before it in the sentence, else the sentence."""
    earlier = [
        d for d in drafts if d.sentence == draft.sentence and d.cue < draft.clause and d.content
    ]
    if earlier:
        draft.start, draft.stop, draft.content = (
            earlier[-1].start,
            earlier[-1].stop,
            list(earlier[-1].content),
        )
    else:
        draft.content = spans(view, draft.start, draft.stop, speech=False, conjunction=True)


def answer(draft: Draft, drafts: list[Draft]) -> None:
    """The question that a bare no answers: asked in its sentence or the one before."""
    asked = [d for d in drafts if d.cue < draft.cue and d.kind == "whether" and d.content
             and draft.sentence - d.sentence <= 1]  # fmt: skip
    if asked:
        draft.start, draft.stop, draft.content = (
            asked[-1].start,
            asked[-1].stop,
            list(asked[-1].content),
        )


def ascribed(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The attribution that a report is under, if it stands in what is ascribed."""
    for other in drafts:
        same = other is not draft and other.sentence == draft.sentence and bool(other.content)
        if other.rule == "attribution" and same and other.start <= draft.cue < other.stop:
            return other if draft.rule != "attribution" else None
    return None
