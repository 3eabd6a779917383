"""What an attribution, a taken-up clause and a bare answer say: content that stands elsewhere in the sentence."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.agreement import agrees
from riwaya.statements.drafts import Draft
from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, has_b, opens
from riwaya.statements.spans import spans
from riwaya.statements.turns import source_behind
from riwaya.statements.view import View

_HIM, _WITH = fold_key("إيا"), fold_key("ب")
_QUOTING, _IN = fold_key("نقلا"), fold_key("في")
_FILLERS = words("content.fillers")
_CLAUSES = words("clauses.new_clause") | words("clauses.relative") | words("content.phrase_ends")
_THEREBY = words("clauses.thereby")
_AS, _OPENERS = fold_key("كما"), frozenset({"و", fold_key("هذا")})
_MEDIA = words("frames.media")
_DEEDS = frozenset(
    {"discuss", "talk about", "consent", "agree together", "document, count", "issue", "order"}
)
"""Groups of what a medium may tell of its own: they met and talked, a parliament consented."""
_NO_REPORT = ("attribution", "headline")
NOTED = 5
"""Words before أن of what says that something is worth telling."""
_WHERE = fold_key("حيث")
LINK = 4
"""Tokens of what only links a sentence to the one before, with its comma (في حادث منفصل،)."""
_LINKING = words("content.linking")
_NOTEWORTHY = words("content.noteworthy")
AT_HEAD = 5
"""Tokens into a sentence that its main report's clause can begin."""
DATELINE = 14
"""Tokens that a dateline can have."""
SHORT = 5
"""Tokens before an attribution without commas that it can stand in the middle of."""


def ascribe(view: View, draft: Draft, drafts: list[Draft]) -> None:
    """The content of an attribution: the rest of its sentence, or what stands before it.

    Where what it says whom it is from is itself a report, its speaker only relays that report.
    """
    start, end = view.sentences[draft.sentence]
    framed = [d for d in drafts if d.sentence == draft.sentence and d.cue < draft.cue < d.start]
    if framed and draft.speaker is not None:
        _relayed(view, framed[-1], draft)
        return
    head = all(view.key(j) in _OPENERS or view.char(j) for j in range(start, draft.cue))
    if head and view.skip_comma(draft.stop) >= end:
        if draft.sentence > 0:
            _ascribe_back(view, draft, drafts, *view.sentences[draft.sentence - 1])
        return
    if head or _resumes(view, draft, end):
        j = view.skip_comma(draft.stop)
        begun = [d for d in drafts if d.sentence == draft.sentence and j <= d.cue <= j + 1]
        if begun and _says(begun[0]) and _is_medium(view, draft) and draft.speaker is not None:
            begun[0].relay = [*draft.relay, draft.speaker]
            return
        while view.key(j) in _FILLERS or view.is_that(j):
            j += 1
        j = _past_opening(view, j, end)
        draft.start, draft.stop = j, _next_report(view, drafts, draft, j, end)
        draft.content = spans(view, j, draft.stop, speech=False)
        return
    _ascribe_back(view, draft, drafts, start, draft.cue)


def _ascribe_back(view: View, draft: Draft, drafts: list[Draft], start: int, stop: int) -> None:
    """What stands in ``[start, stop)`` before the attribution, and what goes on behind it."""
    end = view.sentences[draft.sentence][1]
    within = [d for d in drafts if start <= d.cue < stop and d.rule not in _NO_REPORT]
    told = any(d.finite and d.clause <= start + AT_HEAD and _says(d) for d in within)
    if told and draft.speaker is not None and _is_medium(view, draft):
        for report in within:
            report.relay = report.relay or [*draft.relay, draft.speaker]
        return
    after = view.skip_comma(draft.stop)
    paired = view.is_comma(draft.stop) and view.is_comma(draft.cue - 1)
    if view.char(draft.stop) == "-" and view.char(draft.cue - 1) == "-":
        paired, after = True, draft.stop + 1
    while stop > start and (
        view.is_comma(stop - 1)
        or view.char(stop - 1) == "-"
        or view.key(stop - 1) in ("و", *_THEREBY)
    ):
        stop -= 1
    begin = past_dateline(view, start, stop)
    begin = _past_opening(view, begin, stop)
    draft.content = spans(view, begin, stop, speech=False, conjunction=True)
    carried = next((d for d in drafts if d.cue == after and not d.finite), None)
    if carried is not None and any(d.finite and agrees(d, carried) for d in within):
        draft.content += spans(view, after, end, speech=False)
        stop = end  # قال فلان كذا، بحسب فلان، مشيرا إلى كذا
    elif (
        carried is None
        and _goes_on(view, after, end)
        and (paired or stop - begin <= SHORT or _governed_on(view, draft, after))
    ):
        last = _next_report(view, drafts, draft, after, end)
        draft.content += spans(view, after, last, speech=False)
    draft.start, draft.stop = begin, stop


def _past_opening(view: View, j: int, stop: int) -> int:
    """Past قد, and past what only says that it is worth telling (جدير بالذكر أن, يشار إلى أن)."""
    j += view.key(j) in _FILLERS or view.key(j) == _WHERE
    comma = next((k for k in range(j + 2, min(stop - 1, j + LINK)) if view.is_comma(k)), 0)
    if comma and " ".join(view.keys[j:comma]).removeprefix("و") in _LINKING:
        j = comma + 1  # وفي حادث منفصل، قتل شخصان، بحسب كذا
    for k in range(j, min(stop, j + NOTED)):
        if view.is_that(k) and " ".join(view.keys[j:k]).removeprefix("و") in _NOTEWORTHY:
            return k + 1
    bare = view.is_that(j) and view.tokens[j].text in ("أن", "وأن") and view.is_word(j + 1)
    return j + bare  # a clause whose report stands in the sentence before


def past_dateline(view: View, start: int, stop: int) -> int:
    """Past the place and the agency that a paragraph begins with: بيروت، لبنان (و ص ف) -- , تونس - ."""
    for j in range(start + 1, min(stop, start + DATELINE)):
        dash = view.text[view.tokens[j].start : view.tokens[j].end].strip("-–—") == ""
        long = view.char(j - 1) == ")" or view.text.startswith("--", view.tokens[j].start)
        if dash and (long or _places(view, start, j)):
            body = (k for k in range(j, stop) if not view.char(k) or view.char(k) not in "-–—")
            return next(body, start)
    return start


def _places(view: View, start: int, stop: int) -> bool:
    """Whether a paragraph begins at ``start``, and up to ``stop`` has places and marks only."""
    if view.block_of[start] == view.block_of[start - 1] and start:
        return False
    j = start
    while j < stop:
        mention = view.mention(j)
        place = mention is not None and mention.type in ("GPE", "LOC") and mention.kind == "name"
        if not place and not view.char(j):
            return False
        j = view.after(mention) if mention is not None and place else j + 1
    return j == stop and view.mention(start) is not None


def _says(draft: Draft) -> bool:
    """Whether a report tells somebody's words, which a medium can only have relayed."""
    return draft.verb is None or draft.verb.group not in _DEEDS


def _is_medium(view: View, draft: Draft) -> bool:
    """Whether an attribution is to an agency, a paper or a channel, by its noun or its name."""
    speaker = draft.speaker
    if speaker is None or speaker.span is None:
        return False
    head = fold_key(view.text[speaker.span[0] : speaker.span[1]].split()[0])
    names = {fold_key(name) for name in (speaker.name or "", *speaker.names)}
    return nouns_of_media(head) or bool(names & _MEDIA)


def _goes_on(view: View, j: int, end: int) -> bool:
    """Whether the sentence that an attribution cuts goes on at ``j``, and no clause of its own begins."""
    key = view.key(j)
    joined = key.startswith("و") and view.mention(j) is None
    timed = view.times.get(j, j) + 1 >= end  # …، الأربعاء
    mark = view.char(j) and not opens(view, j)
    titled = key.startswith("ال") and key.removeprefix("ال") in speaker_nouns().roles
    return j + 2 < end and not (mark or joined or timed or titled) and key not in _CLAUSES


def _governed_on(view: View, draft: Draft, j: int) -> bool:
    """يعملون وفق فلان، على كذا: whether what the verb before governs stands behind, and no comma before the cue."""
    key = view.key(j)
    if draft.cue_end - draft.cue > 1:
        return False  # بحسب ما كتب فلان على حسابه
    return key in PREPOSITIONS and key != _IN and not view.is_comma(draft.cue - 1)


def _next_report(view: View, drafts: list[Draft], draft: Draft, j: int, end: int) -> int:
    """The end of what is ascribed: before a further source, or a report of somebody else's, in the sentence."""
    end = next((k - 1 for k in range(j + 2, end) if source_behind(view, k, end)), end)
    for d in drafts:
        later = d.sentence == draft.sentence and d.clause > j + 2 and d.rule not in _NO_REPORT
        if later and d.finite and d.subject == "after" and d.joined:
            stop = d.clause
            while stop > j + 1 and (view.is_comma(stop - 1) or view.key(stop - 1) == _AS):
                stop -= 1
            return stop
    return end


def _relayed(view: View, outer: Draft, draft: Draft) -> None:
    """ذكرت وكالة نقلا عن مصدر أن: the source speaks; else whom the attribution names relays."""
    assert draft.speaker is not None
    if view.key(draft.cue) == _QUOTING and outer.speaker is not None and outer.cue_end <= draft.cue:
        outer.relay, outer.speaker, outer.addressee = [outer.speaker], draft.speaker, None
    else:
        outer.relay = [*draft.relay, draft.speaker]


def _resumes(view: View, draft: Draft, end: int) -> bool:
    """…، لكن بحسب فلان، …: what follows is ascribed, not what stands before."""
    i = draft.cue
    if view.key(i)[:1] == "ف":
        return True  # كذا، فبحسب فلان كذا
    begins = view.key(i - 1) in (fold_key("لكن"), fold_key("ولكن")) or (
        view.key(i).startswith("و")
        and view.key(i) not in cues().attribution
        and view.is_comma(i - 1)
    )
    that = view.is_that(draft.stop) and view.key(i).startswith("و")  # …، وبحسب التقرير أن
    return begins and (view.is_comma(draft.stop) or that) and draft.stop + 3 < end


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
        k = draft.start
        if view.key(k).startswith(_HIM) and has_b(view, k + 1) and k + 2 <= draft.stop:
            lone = view.key(k + 1) == _WITH  # متهما إياه بـ | "كذا", متهما إياه ب | كذا
            start = view.tokens[k + 1 + lone].start + (not lone)
            draft.content[0] = (start, draft.content[0][1])
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
