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
from riwaya.model import Found, Page, Span, Statement, Voice
from riwaya.names.mentions import find_mentions
from riwaya.statements.ascription import answer, ascribe, ascribed, resume
from riwaya.statements.attributions import find_attributions
from riwaya.statements.bounds import find_end, same_sentence
from riwaya.statements.drafts import Draft
from riwaya.statements.frames import find_frames
from riwaya.statements.judgement import judge_act, judge_certainty, judge_type
from riwaya.statements.lexicon import words
from riwaya.statements.objects import NOUN_AND_VERB, NOUNS_OF_SAYING, PREPOSITIONS
from riwaya.statements.own_sources import tells_again
from riwaya.statements.reports import find_reports
from riwaya.statements.resolution import chain_of, resolve
from riwaya.statements.spans import spans
from riwaya.statements.taken_up import take_up
from riwaya.statements.told_once import begins_the_words, of_another_cue, of_himself
from riwaya.statements.view import View, line_blocks, make_view

REACH = 40
"""Reports before and after one that can bear on it: so that no sentence, however long, costs more."""
LONGEST_CONTENT = 800
"""Tokens of the longest content that is read."""
NOUN_RULES = ("noun", "noun:his:back")
"""Rules that a verb takes the words from whose cue stands before them."""
DEEPEST = 12
"""Reports in one another beyond which nobody follows."""
LONGEST_TERM = 3
"""Tokens in marks that may be a word which is spoken of."""
ENDORSING = frozenset({"agree together", "consent", "support"})
"""Verb groups whose object, where it is a noun of saying, is another's word."""
_OF_REPORTS = frozenset({"deny", "reject", "describe", "criticise", "affirm", "denounce"})
"""Verb groups whose object may be what others have reported."""
_HELD = frozenset({"hold an opinion", "expect, estimate", "wish"})
"""Verb groups of what somebody holds, which a report of his own that governs them tells already."""
_NOTICED = fold_key("لاحظ")
_HEARSAY, _WHO = words("clauses.hearsay"), words("clauses.relative")
_WHAT = words("clauses.what")


def find_statements(page: Page, found: Found) -> list[Statement]:
    """Every statement, with speaker, addressee, nesting and chain."""
    view = make_view(page, found)
    return [as_statement(view, draft) for draft in read_drafts(view)]


def read_drafts(view: View, *, trace: bool = False) -> list[Draft]:
    """Every report of a page as the rules leave it, in text order; ``trace`` keeps the readings that lost."""
    drafts = _drafts(view)
    _bound(view, drafts)
    drafts = [draft for draft in drafts if draft.content]
    resolve(view, drafts, trace=trace)
    drafts = [draft for draft in drafts if not _nobodys(view, draft)]
    begun: dict[int, list[Draft]] = {}
    for draft in drafts:
        begun.setdefault(draft.start, []).append(draft)
    return _unrepeated(view, [d for d in drafts if not of_another_cue(view, d, begun[d.start])])


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
    told = [*special, *verbs]
    special = [d for d in special if not tells_again(d, told)]
    answered = {d.start for d in special if d.rule == "noun"}
    verbs = [d for d in verbs if not (_answers(d) and d.start in answered)]
    begun = {draft.start for draft in verbs}
    yielding = ("headline", *NOUN_RULES)  # قال في تصريح لفلان إن كذا
    special = [d for d in special if d.rule not in yielding or d.start not in begun]
    return sorted([*special, *verbs], key=lambda d: (d.cue, d.rule == "headline"))


def _answers(draft: Draft) -> bool:
    """رد فلان على تحذير روسيا من أن كذا: whether the words behind a verb may be those that it answers."""
    return draft.verb is not None and draft.verb.group == "answer"


def _bound(view: View, drafts: list[Draft]) -> None:
    """The end of each content, and what stands inside what."""
    objects = {d.start for d in drafts if d.kind == "np" and d.rule.startswith("verb")}
    drafts[:] = [d for d in drafts if d.cue not in objects or not _noun_too(d)]
    for number, draft in enumerate(drafts):
        near = drafts[max(0, number - REACH) : number + REACH]
        if draft.rule == "attribution":
            ascribe(view, draft, near)
        elif draft.rule == "answer":
            answer(draft, near)
        elif draft.kind == "before" and draft.rule.startswith("verb"):
            take_up(view, draft, near)  # لكن طهران تنفي ذلك
        elif draft.rule == "resumptive":
            resume(view, draft, near)
        else:
            _contain(view, draft, near)
    for number, draft in enumerate(drafts):
        if draft.inside is None:
            draft.inside = ascribed(draft, drafts[max(0, number - REACH) : number + REACH])


def _noun_too(draft: Draft) -> bool:
    """انتقد فلان وصف كذا بكذا: what could be a verb in the past, where a bare object begins, is a noun."""
    verb = draft.verb
    short = verb is not None and len(verb.lemma) <= NOUN_AND_VERB  # وصف زعم فلان بأنه كذا
    return verb is not None and (verb.clause or short) and draft.tense == "past" and not draft.lead


def _contain(view: View, draft: Draft, near: list[Draft]) -> None:
    """The content of a report, within that of the report in whose content its cue stands."""
    outer = [d for d in near if d is not draft and d.rule != "attribution" and d.content
             and d.cue <= draft.cue and d.start <= draft.cue < d.stop]  # fmt: skip
    draft.inside = max(outer, key=lambda d: d.start, default=None)
    bound = min(view.sentences[draft.sentence][1], draft.start + LONGEST_CONTENT)
    if draft.inside is not None and _out_of_its_marks(view, draft):
        return
    if draft.inside is not None and _is_object(view, draft, draft.inside):
        draft.inside = None
        return
    if draft.rule == "headline":
        bound = _title_end(view, draft, near, bound)
    if draft.inside is not None:
        bound, draft.depth = draft.inside.stop, draft.inside.depth + 1
        bound = _own_stop(view, draft, bound)
    bound = min(
        [
            bound,
            *(
                _before_content(view, d)
                for d in near
                if d.cue < draft.cue < draft.start < d.start < bound
            ),
        ]
    )
    if draft.start >= bound or draft.depth > DEEPEST:
        return
    find_end(view, draft, same_sentence(near, draft), bound)
    draft.content = spans(view, draft.start, draft.stop, speech=draft.spoken)
    if draft.skip and draft.content and draft.content[0][0] == view.tokens[draft.start].start:
        draft.content[0] = (draft.content[0][0] + draft.skip, draft.content[0][1])


def _title_end(view: View, draft: Draft, near: Sequence[Draft], bound: int) -> int:
    """فلان: كذا.. وكذا: the end of a title whose later sentences go on with the same words."""
    block = view.block_of[draft.start]
    number = draft.sentence + 1
    if view.blocks[block].role != "title" or view.char(bound) not in (".", "…"):
        return bound
    while number < len(view.sentences) and view.block_of[view.sentences[number][0]] == block:
        if (
            any(d.sentence == number for d in near)
            or ":" in view.stops[slice(*view.sentences[number])]
        ):
            break
        bound = view.sentences[number][1]
        number += 1
    return bound


def _nobodys(view: View, draft: Draft) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether a phrase that no clause and no marks show to be said is nobody's: a deed, not a report (رفضا الرحيل);
    and what a thing says (الجواب الذي يقول إن).
    """
    outer = draft.inside
    said = (
        outer is not None and outer.spoken and draft.tense == "past" and draft.subject == "dropped"
    )
    ours = outer is not None and outer.spoken and draft.subject == "dropped" and _ours(view, draft)
    said = said and draft.verb is not None and (_first_person(view, draft) or _mine(view, draft))
    if ours or said:
        return True  # «واعتقد أن كذا», «أعتبر ذلك كذا»: I believe; «وتحملنا المسؤولية»
    if of_himself(view, draft) or begins_the_words(view, draft):
        return True  # قال إنه يعارض كذا; «أعلن استقالتي»
    calls_it = draft.verb is not None and draft.verb.group == "describe" and draft.tense == "past"
    if (
        outer is not None
        and not calls_it  # رفضوا المزاعم التي وصفوها بكذا
        and (view.key(draft.cue - 1) in _WHO or view.key(draft.cue - 1) in _HEARSAY)
        and _of_reports(view, draft)
    ):
        return True  # نفى التقارير التي تشير إلى كذا, نفى تقارير تقول إن كذا
    held = draft.verb is not None and draft.verb.group in _HELD and draft.tense == "present"
    held |= draft.verb is not None and draft.verb.lemma == _NOTICED  # أوضح أنه لاحظ كذا
    if held and outer is not None and outer.kind == "that" and draft.cue == outer.start:
        return draft.subject == "dropped"  # قال إنه يتوقع كذا: one statement
    light = draft.verb is not None and draft.verb.light
    if light and outer is not None and outer.kind == "that":
        return True  # قال إن بلاده لم تقدم إيضاحات
    term = draft.kind == "quote" and draft.spoken and draft.stop - draft.start <= LONGEST_TERM
    if term and draft.rule == "document" and draft.start - draft.cue_end > LONGEST_TERM:
        return True  # جاء في حساب المدير على موقع "كذا": a name
    if draft.speaker is not None or draft.agentless:
        return False
    plain = draft.rule.startswith(("verb", "participle"))
    if not draft.finite and view.in_title(draft.cue):
        return True  # a noun spelt like a participle (طالبا)
    loose = draft.kind in ("np", "whether") or term  # تشير "كذا" إلى كذا: what a word means
    return plain and (loose or view.key(draft.cue - 1) in _WHO)


def _mine(view: View, draft: Draft) -> bool:
    """Whether a past verb in ت within a man's quotation, with nobody who could be its subject, is his own "I" (بعد أن أقسمت)."""
    outer = draft.inside
    assert outer is not None
    own = view.key(draft.cue).endswith("ت") and draft.number == "s" and draft.gender == "f"
    if not own or outer.gender != "m" or draft.way not in ("within", "earlier", "topic"):
        return False
    span = draft.speaker.span if draft.speaker is not None else None
    if span is not None and outer.start <= view.at(span[0]) < draft.cue:
        return False  # «قررت اللجنة كذا، وأوصت بكذا»
    near = (m for k in range(outer.start, draft.cue) for m in view.mentions.get(k, ()))
    return not any(draft.speaker is not None and m.entity == draft.speaker.entity for m in near)


def _first_person(view: View, draft: Draft) -> bool:
    """Whether what looks like a past verb may be the speaker's own "I": by its meaning, or its hamza (أعتبر)."""
    assert draft.verb is not None
    word = view.tokens[draft.cue].text.removeprefix("و")
    hamza = word.startswith("أ") and draft.verb.written.startswith("ا")
    we = view.key(draft.cue).endswith("نا")  # «طالبنا بكذا»
    return hamza or we or draft.verb.group == "hold an opinion"


def _ours(view: View, draft: Draft) -> bool:
    """Whether a verb in تـ with نا may be a past of "us" (تحملنا, تعهدنا)."""
    key = view.key(draft.cue)[draft.lead :]
    return key.startswith("ت") and key.endswith("نا")


def _of_reports(view: View, draft: Draft) -> bool:
    """Whether the relative clause of a cue says what reports, which the outer report is about, tell."""
    outer, before = draft.inside, view.key(draft.cue - 2)
    said = outer is not None and outer.verb is not None and outer.verb.group in _OF_REPORTS
    if view.key(draft.cue - 1) in _HEARSAY:
        return said and outer is not None and outer.start == draft.cue - 1
    return (said or draft.subject == "dropped") and before in _HEARSAY


def _out_of_its_marks(view: View, draft: Draft) -> bool:
    """«يتابع كذا»، وإنه «كذا»: whether a verb in marks would have for its words those in other marks behind."""
    quote = view.quote_of[draft.cue]
    return draft.kind == "quote" and quote is not None and draft.start >= view.at(quote.end)


def _is_object(view: View, draft: Draft, outer: Draft) -> bool:
    """أعلن رفض حزبه كذا: what could be a verb is the object of the cue before it."""
    bare = outer.kind == "np" and outer.start == draft.cue and not view.char(draft.cue - 1)
    return bare and draft.verb is not None and draft.verb.clause and draft.tense == "past"


def _conjunction(view: View, i: int) -> int:
    """Letters of a conjunction on a frame's or an attribution's first word (وبحسب, ونقلت)."""
    key = view.key(i)
    return int(key.startswith("و") and not key.startswith(("وفق", "ورد")) and len(key) > 3)


def _before_content(view: View, outer: Draft) -> int:
    """Where what introduces the content of a report begins: a cue between cue and content ends there at the latest."""
    j = outer.start
    while j > outer.cue + 1 and (
        view.is_that(j - 1)
        or view.key(j - 1) in PREPOSITIONS
        or view.char(j - 1) in ("،", ",", ":")
    ):
        j -= 1
    return j


def _own_stop(view: View, draft: Draft, bound: int) -> int:
    """The full stop within a quotation of several sentences, at which what is told in one of them ends."""
    quote = view.quote_of[draft.start] if draft.start < len(view.quote_of) else None
    if quote is None or quote.start == view.tokens[draft.start].start:
        return bound
    for j in range(draft.start + 1, min(bound, draft.start + LONGEST_CONTENT)):
        after = view.text[view.tokens[j].end : view.tokens[j].end + 1]
        if view.char(j) in (".", "؟", "!") and after.isspace() and view.quote_of[j] is quote:
            return j
    return bound


def _unrepeated(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Without a second draft of the same content and speaker."""
    seen: set[tuple[tuple[Span, ...], str]] = set()
    out: list[Draft] = []
    attributions = (d for d in drafts if d.rule == "attribution")
    told = [d for d in attributions if _told_by_himself(d, drafts)]
    for draft in drafts:
        key = (tuple(draft.content), draft.speaker.key if draft.speaker else "")
        outer = draft.inside
        named = (
            outer is not None and draft.cue - outer.start in (0, 1) and draft.subject == "dropped"
        )
        if draft in told:
            continue  # قال فلان إن كذا، وفق فلان
        if outer in told:
            draft.inside = None
        if named and view.key(draft.cue - 1) in _WHAT:
            continue  # أدان ما وصفه بكذا, حذر مما وصفه بكذا: one statement
        if key not in seen:
            seen.add(key)
            draft.id = f"s{len(out) + 1}"
            out.append(draft)
    return out


def _told_by_himself(outer: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an attribution names who already speaks in what it ascribes."""
    who = outer.speaker.key if outer.speaker is not None else ""
    within = (d for d in drafts if d.inside is outer and d.finite and d.speaker is not None)
    return who != "" and any(d.speaker.key == who for d in within if d.speaker is not None)


def _voice(view: View, draft: Draft) -> Voice:
    """``told`` where somebody else tells it; ``endorsed`` where the words agreed with are another's (وافق على وصفه)."""
    if draft.inside is not None or draft.relay:
        return "told"
    agrees_with = draft.verb is not None and draft.verb.group in ENDORSING
    first = view.key(draft.start)[draft.skip :]
    return "endorsed" if agrees_with and first in NOUNS_OF_SAYING else "own"


def as_statement(view: View, draft: Draft) -> Statement:
    """A settled draft in the shape of the contract."""
    content = tuple(draft.content)
    verb = draft.verb
    outer = draft.inside
    while outer is not None and not outer.id:
        outer = outer.inside
    cue = view.span(draft.cue, draft.cue_end) if draft.cue_end > draft.cue else None
    if cue is not None:
        cue = (cue[0] + (draft.lead if verb is not None else _conjunction(view, draft.cue)), cue[1])
    return Statement(
        id=draft.id,
        type=judge_type(view, draft, content),
        content=content,
        cue=cue,
        speaker=draft.speaker,
        addressee=draft.addressee,
        inside=outer.id if outer is not None else None,
        chain=chain_of(draft),
        voice=_voice(view, draft),
        polarity=draft.polarity or (verb.polarity if verb is not None else "affirmed"),
        stance=verb.stance if verb is not None else "neutral",
        certainty=judge_certainty(view, draft),
        act=judge_act(view, draft),
        occasion=draft.occasion,
        rule=draft.rule,
    )
