"""Every statement of a page, with speaker, addressee, nesting and chain.

The way: marks are paired and the body cut into sentences (:mod:`view`); cues open reports
(:mod:`reports`, :mod:`frames`, :mod:`attributions`); each report's content is bounded
(:mod:`bounds`) and, where it stands in another's content, put inside it; then speakers are
settled in text order (:mod:`resolution`) and acts judged (:mod:`judgement`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from riwaya.arabic.folding import fold_key
from riwaya.model import Found, Page, Span, Statement
from riwaya.names.mentions import find_mentions
from riwaya.statements.attributions import find_attributions
from riwaya.statements.bounds import find_end, same_sentence
from riwaya.statements.drafts import Draft
from riwaya.statements.frames import find_frames
from riwaya.statements.judgement import judge_act, judge_certainty, judge_type
from riwaya.statements.lexicon import cues, words
from riwaya.statements.reports import find_reports
from riwaya.statements.resolution import chain_of, resolve
from riwaya.statements.view import QUOTES, View, line_blocks, make_view

_TRIM = " \t\r\n\u00a0،,.؛;:!-–—…"
REACH = 40
"""Reports before and after one that can bear on it: so that no sentence, however long, costs more."""
LONGEST_CONTENT = 800
"""Tokens of the longest content that is read."""
DEEPEST = 12
"""Reports in one another beyond which nobody follows."""
_WHAT = frozenset({fold_key("ما")})
_QUOTING = fold_key("نقلا")
_FILLERS = words("content.fillers")


def find_statements(page: Page, found: Found) -> list[Statement]:
    """Every statement, with speaker, addressee, nesting and chain."""
    view = make_view(page, found)
    drafts = _drafts(view)
    _bound(view, drafts)
    drafts = [draft for draft in drafts if draft.content]
    resolve(view, drafts)
    return [
        _statement(view, draft, number) for number, draft in enumerate(_unrepeated(view, drafts))
    ]


def tag(text: str) -> list[Statement]:
    """The statements of a bare text, each line a paragraph; for use alone, without a page.

    Spans are half-open code points of ``text``. Names are found on the way; times are not, so
    that a weekday between a verb and its subject may hide the subject.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    page = Page(id="text", text=text, language="ar", format="text", sha256=digest)
    found = Found(blocks=tuple(line_blocks(text)))
    return find_statements(
        page, Found(blocks=found.blocks, mentions=tuple(find_mentions(page, found)))
    )


def _drafts(view: View) -> list[Draft]:
    """All reports in text order, one a cue; frames and attributions before bare verbs."""
    special = [*find_frames(view), *find_attributions(view)]
    taken: set[int] = set()
    for draft in special:
        taken.update(range(draft.cue, draft.cue_end))
        if draft.rule == "attribution":
            taken.update(range(draft.cue, draft.stop))
        elif draft.rule in ("relay", "document"):
            taken.update(range(draft.clause, draft.start))
    verbs = [draft for draft in find_reports(view) if draft.cue not in taken]
    return sorted([*special, *verbs], key=lambda d: (d.cue, d.rule == "headline"))


def _bound(view: View, drafts: list[Draft]) -> None:
    """The end of each content, and what stands inside what."""
    for number, draft in enumerate(drafts):
        near = drafts[max(0, number - REACH) : number + REACH]
        if draft.rule == "attribution":
            _ascribe(view, draft, near)
        elif draft.rule == "answer":
            _answer(draft, near)
        elif draft.rule == "resumptive":
            _resume(view, draft, near)
        else:
            _contain(view, draft, near)
    for number, draft in enumerate(drafts):
        if draft.inside is None:
            draft.inside = _ascribed(draft, drafts[max(0, number - REACH) : number + REACH])


def _contain(view: View, draft: Draft, near: list[Draft]) -> None:
    """The content of a report, within that of the report in whose content its cue stands."""
    outer = [d for d in near if d is not draft and d.rule != "attribution" and d.content
             and d.cue <= draft.cue and d.start <= draft.cue < d.stop]  # fmt: skip
    draft.inside = max(outer, key=lambda d: d.start, default=None)
    bound = min(view.sentences[draft.sentence][1], draft.start + LONGEST_CONTENT)
    if draft.inside is not None:
        bound, draft.depth = draft.inside.stop, draft.inside.depth + 1
    if draft.start >= bound or draft.depth > DEEPEST:
        return
    find_end(view, draft, same_sentence(near, draft), bound)
    draft.content = spans(view, draft.start, draft.stop, speech=draft.spoken)
    if draft.skip and draft.content and draft.content[0][0] == view.tokens[draft.start].start:
        draft.content[0] = (draft.content[0][0] + draft.skip, draft.content[0][1])


def _ascribe(view: View, draft: Draft, drafts: list[Draft]) -> None:
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


def _resume(view: View, draft: Draft, drafts: list[Draft]) -> None:
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


def _answer(draft: Draft, drafts: list[Draft]) -> None:
    """The question that a bare no answers: asked in its sentence or the one before."""
    asked = [d for d in drafts if d.cue < draft.cue and d.kind == "whether" and d.content
             and draft.sentence - d.sentence <= 1]  # fmt: skip
    if asked:
        draft.start, draft.stop, draft.content = (
            asked[-1].start,
            asked[-1].stop,
            list(asked[-1].content),
        )


def _ascribed(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The attribution that a report is under, if it stands in what is ascribed."""
    for other in drafts:
        same = other is not draft and other.sentence == draft.sentence and bool(other.content)
        if other.rule == "attribution" and same and other.start <= draft.cue < other.stop:
            return other if draft.rule != "attribution" else None
    return None


def spans(
    view: View, start: int, stop: int, *, speech: bool, conjunction: bool = False
) -> list[Span]:
    """The spans of tokens ``[start, stop)``: cut at paragraph breaks and at a closing mark that
    is not opened inside, trimmed; a stray و of a broken line, and with ``conjunction`` a leading و, left out.
    """
    out: list[Span] = []
    j = start
    while j < stop:
        k = j
        while (
            k < stop
            and view.block_of[k] == view.block_of[j]
            and not _lone_mark(view, k, start, stop)
        ):
            k += 1
        if k > j:
            strip = (conjunction and j == start) or (
                bool(out) and not speech and view.block_of[j] != view.block_of[j - 1]
            )
            out.extend(_trimmed(view, j, k, strip=strip))
        j = max(k, j + 1) if k < stop and view.block_of[k] != view.block_of[j] else k + 1
    return out


def _lone_mark(view: View, k: int, start: int, stop: int) -> bool:
    """A quotation mark whose partner is outside the tokens ``[start, stop)``."""
    if view.char(k) not in QUOTES or not view.char(k):
        return False
    quote = view.quote_of[k]
    if quote is None:
        return view.tokens[k].start in view.marks.unopened
    token = view.tokens[k]
    if quote.start == token.start:
        return not quote.closed or quote.end > view.tokens[stop - 1].end
    return quote.end == token.end and quote.start < view.tokens[start].start


def _trimmed(view: View, j: int, k: int, *, strip: bool) -> list[Span]:
    start, end = view.span(j, k)
    if strip and view.text[start] == "و" and view.key(j) != "و" and _conjoined(view, j):
        start += 1
    elif strip and view.key(j) == "و" and j + 1 < k:
        start = view.tokens[j + 1].start
    while start < end and view.text[start] in _TRIM:
        start += 1
    while end > start and view.text[end - 1] in _TRIM:
        end -= 1
    return [(start, end)] if start < end else []


def _conjunction(view: View, i: int) -> int:
    """Letters of a conjunction on a frame's or an attribution's first word (وبحسب, ونقلت)."""
    key = view.key(i)
    return int(key.startswith("و") and not key.startswith(("وفق", "ورد")) and len(key) > 3)


_W_WORDS = (
    "وزي",
    "وزا",
    "وكال",
    "وصف",
    "وصل",
    "وقع",
    "واش",
    "وفد",
    "وفق",
    "وافق",
    "واصل",
    "وسا",
    "وجه",
    "وقت",
    "ولاي",
    "وعد",
    "وضع",
    "وحد",
    "وثي",
)


def _conjoined(view: View, j: int) -> bool:
    return not view.key(j).startswith(tuple(map(fold_key, _W_WORDS))) and len(view.key(j)) > 2


def _unrepeated(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Without a second draft of the same content and speaker."""
    seen: set[tuple[tuple[Span, ...], str]] = set()
    out: list[Draft] = []
    for draft in drafts:
        key = (tuple(draft.content), draft.speaker.key if draft.speaker else "")
        outer = draft.inside
        named = outer is not None and outer.start == draft.cue - 1 and draft.subject == "dropped"
        if named and view.key(draft.cue - 1) in _WHAT:
            continue  # أدان ما وصفه بكذا: one statement
        if key not in seen:
            seen.add(key)
            draft.id = f"s{len(out) + 1}"
            out.append(draft)
    return out


def _statement(view: View, draft: Draft, number: int) -> Statement:
    content = tuple(draft.content)
    verb = draft.verb
    outer = draft.inside
    while outer is not None and not outer.id:
        outer = outer.inside
    cue = view.span(draft.cue, draft.cue_end) if draft.cue_end > draft.cue else None
    if cue is not None:
        cue = (cue[0] + (draft.lead if verb is not None else _conjunction(view, draft.cue)), cue[1])
    return Statement(
        id=draft.id or f"s{number + 1}",
        type=judge_type(view, draft, content),
        content=content,
        cue=cue,
        speaker=draft.speaker,
        addressee=draft.addressee,
        inside=outer.id if outer is not None else None,
        chain=chain_of(draft),
        voice="told" if draft.inside is not None or draft.relay else "own",
        polarity=draft.polarity or (verb.polarity if verb is not None else "affirmed"),
        stance=verb.stance if verb is not None else "neutral",
        certainty=judge_certainty(view, draft),
        act=judge_act(view, draft),
        occasion=draft.occasion,
        rule=draft.rule,
    )
