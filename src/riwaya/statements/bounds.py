"""Where a report's content ends: the full stop, or where the teller or another cue takes over.

A clause after أن runs to the end of its sentence, over coordination (وأن …) and over لكن that goes
on; it ends before a report of its own speaker (مضيفا, لكنه أضاف), before another's (وقال فلان),
before an attribution, and before وذلك. A noun phrase ends sooner.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.folding import fold_key
from riwaya.statements.agreement import breaks
from riwaya.statements.attributions import own_words
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, opens
from riwaya.statements.phrase_ends import (
    COMMAS,
    alone,
    at_a_meeting,
    called_behind,
    clause_of_its_own,
    emphatic,
    on_an_occasion,
    phrase_cut,
)
from riwaya.statements.teller import WHOLE, resumes_behind, teller_goes_on, untold
from riwaya.statements.turns import ends_a_phrase, meanwhile, source_behind, thereby
from riwaya.statements.view import QUOTES, STOPS, View
from riwaya.statements.word_kinds import bare_noun, is_verbal_noun

ASIDE = 12
"""Tokens of the longest aside between a quoted subject and what is quoted of it."""
_AND_ABOUT = words("clauses.and_about")
_MEANWHILE = words("clauses.meanwhile")
_BUT_PRONOUN = words("clauses.but_he")
_BUT = words("clauses.but")
_RELATIVE = words("clauses.relative_or_aside")
_WHO = words("clauses.relative")
_ALSO_WHICH = words("clauses.also_which")
_REFERRING = words("clauses.referring")
_WITHOUT = words("clauses.without")
_FROM = fold_key("من")
_THAT = frozenset(map(fold_key, ("أن", "إن", "بأن")))
_AND_WAS = frozenset(key for key in words("clauses.was") if key.startswith("و"))
_IN, _TIME, _WHILE = fold_key("في"), fold_key("وقت"), fold_key("حين")


def same_sentence(drafts: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The later drafts of the sentence of ``draft``."""
    return [d for d in drafts if d.sentence == draft.sentence and d.cue > draft.cue]


def find_end(view: View, draft: Draft, later: Sequence[Draft], bound: int) -> None:
    """Settle ``draft.start``, ``draft.stop`` and whether its words are wholly in marks."""
    if draft.rule in ("unmarked", "inverted"):
        return
    start = draft.start
    quote = view.quote_of[start] if start < len(view.quote_of) else None
    if quote is not None and quote.start == view.tokens[start].start and view.char(start) in QUOTES:
        close = view.at(quote.end)  # past the closing mark
        rest = close if quote.closed else min(close, bound)
        if draft.rule == "wording" or _whole(view, draft, start, rest, bound, later):
            draft.start = _past_introducer(view, draft, start + 1)
            draft.stop = max(draft.start, min(rest - 1 if quote.closed else rest, bound))
            draft.spoken, draft.ended = True, "mark" if quote.closed else "unclosed"
            _add_tail(view, draft, rest, bound, later)
            return
    draft.spoken = False
    stray = next((at for at in view.marks.unopened if _covers(view, draft, at, bound)), None)
    if stray is not None and draft.kind != "np" and not _marks_between(view, draft, stray):
        draft.stop, draft.spoken, draft.ended = view.at(stray), True, "stray mark"
        return
    draft.stop = _clause_end(view, draft, later, bound)


def _past_introducer(view: View, draft: Draft, j: int) -> int:
    """Past أن, or the verb's own preposition, that stands within the marks: أكد "أن كذا", شدد "على كذا"."""
    takes = draft.verb.takes if draft.verb is not None else frozenset()
    governing = view.key(j) in PREPOSITIONS and PREPOSITIONS[view.key(j)] in takes
    if governing and view.is_word(j + 1):
        j += 1
    plain = view.is_that(j) and view.key(j) in _THAT
    return j + 1 if plain and ("that" in takes or governing) and view.is_word(j + 1) else j


def _marks_between(view: View, draft: Draft, stray: int) -> bool:
    """Whether a whole quotation stands before the stray mark, which then is more likely a slip."""
    begin = view.tokens[draft.start].start
    return any(begin <= quote.start and quote.end <= stray for quote in view.marks.quotes)


def _covers(view: View, draft: Draft, at: int, bound: int) -> bool:
    """Whether the mark at ``at`` closes the words; where a word follows without a comma they go on past a slip."""
    mark = view.at(at)
    if mark + 1 < bound and view.is_word(mark + 1):
        return False
    end = view.tokens[bound - 1].end if bound else 0
    return view.tokens[draft.start].start < at < end


def _whole(
    view: View, draft: Draft, start: int, rest: int, bound: int, later: Sequence[Draft]
) -> bool:
    """Whether the quotation that opens the content is the whole of it."""
    if draft.kind == "np" and any(
        start < d.cue < rest and d.joined and d.subject == "dropped" and breaks(view, draft, d, ())
        for d in later
    ):
        return False
    if (
        rest >= bound
        or view.char(rest) in COMMAS
        or view.char(rest) in STOPS
        or view.char(rest) in ("-", ")", ":")
    ):
        that = draft.kind == "that"
        return not _another_quote(view, rest, bound, that=that) and not _goes_past(
            view, draft, start, rest, bound, later
        )
    also = view.is_that(rest) and view.key(rest).startswith(("و", "ف")) and draft.spoken
    but = view.key(rest) in _BUT_PRONOUN | _BUT and draft.kind == "that" and opens(view, rest + 1)
    if also or but or (view.key(rest) == "و" and opens(view, rest + 1)):
        return (
            False  # "كذا" وإن "كذا", "إذا كان كذا" فإن كذا, إن "كذا" لكنه "كذا", هتفوا "كذا" و"كذا"
        )
    cut = _cut_at(view, draft, rest, later)
    if cut or ends_a_phrase(view, rest) or _in_a_text(view, rest):
        return True
    words = sum(view.tokens[k].is_word for k in range(start, rest))
    if view.key(rest).startswith("و"):
        phrase = view.key(rest).startswith("وال") and _names_a_deed(view.key(start + 1))
        return words >= WHOLE and draft.kind == "quote" and not phrase
    goes_on = draft.kind == "that" and _another_quote(view, _next_mark(view, rest, bound), bound)
    return words >= WHOLE and draft.kind != "np" and not goes_on


def _next_mark(view: View, j: int, bound: int) -> int:
    """The next mark from ``j`` on: what stands before it ends the quotation's clause."""
    return next((k for k in range(j, bound) if view.char(k)), bound)


def _names_a_deed(key: str) -> bool:
    """Whether a word is a known noun, bare or with a pronoun: "توغلها في المدينة" والسيطرة عليها."""
    return is_verbal_noun(key) or bare_noun(key)


def _goes_past(
    view: View, draft: Draft, start: int, rest: int, bound: int, later: Sequence[Draft]
) -> bool:
    """أن "كذا"، التي …، تسعى: a short quotation that is only the clause's subject."""
    words = sum(view.tokens[k].is_word for k in range(start, rest))
    if draft.kind != "that" or words >= WHOLE or rest + 1 >= bound or view.char(rest) not in COMMAS:
        return False
    if own_words(view, rest + 1) and resumes_behind(view, draft, rest + 1):
        return True
    return view.key(rest + 1) in _RELATIVE or _apart_from_more(view, rest, bound)


def _apart_from_more(view: View, rest: int, bound: int) -> bool:
    """أن "كذا"، من جانب كذا، "قد انتهى": whether only an aside parts a quoted subject from what is quoted of it."""
    for k in range(rest + 2, min(bound - 1, rest + ASIDE)):
        if view.char(k) in COMMAS:
            return opens(view, k + 1) and view.at(_end(view, k + 1)) >= bound
        if view.char(k) or view.key(k) in cues().forms:
            return False
    return False


def _end(view: View, k: int) -> int:
    """Where the quotation that opens at ``k`` ends, in the text."""
    quote = view.quote_of[k]
    return quote.end if quote is not None else 0


def _another_quote(view: View, rest: int, bound: int, *, that: bool = False) -> bool:
    """``"…" و"…"``, ``"…"، وإنه "…"``: the content goes on in a second quotation; a clause after أن (``that``) in any
    other that وأن joins to it.
    """
    if rest + 2 >= bound:
        return False
    also = view.is_that(rest + 1) and view.key(rest + 1).startswith("و")
    also = also and (opens(view, rest + 2) or that)
    return (view.key(rest) == "و" and view.char(rest + 1) in QUOTES) or also


def _add_tail(view: View, draft: Draft, rest: int, bound: int, later: Sequence[Draft]) -> None:
    """Words after the closing mark that finish its sentence: …» بين البلدين."""
    j = rest
    if (
        draft.rule == "wording"
        or ends_a_phrase(view, rest)
        or view.key(rest)[:1] == "و"
        or _in_a_text(view, rest)
    ):
        return
    while j < bound and not view.char(j) and not _cut_at(view, draft, j, later) and j - rest < 20:
        j += 1
    close = view.at(_end(view, j)) if j > rest and j < bound and opens(view, j) else 0
    if close >= bound:
        j = bound  # أن "بحسب كذا" ستقوم الإدارة "بكذا"
    if j > rest:
        draft.stop = j


def _in_a_text(view: View, j: int) -> bool:
    """إن "كذا" | في بيان, | في إشارة إلى كذا: where it was said or what is meant, told behind the words."""
    told = view.key(j + 1) in speaker_nouns().occasions or view.key(j + 1) in _REFERRING
    return view.key(j) == _IN and told


def _cut_at(view: View, draft: Draft, j: int, later: Sequence[Draft]) -> bool:
    if own_words(view, j) or thereby(view, j) or meanwhile(view, j) or untold(view, draft, j):
        return True
    if view.key(j) == _IN and view.key(j + 1) in (_TIME, _WHILE):
        return True
    return any(
        j in (d.clause, d.cue) and (d.rule == "attribution" or not d.finite or d.joined)
        for d in later
    )


def _clause_end(view: View, draft: Draft, later: Sequence[Draft], bound: int) -> int:
    """The end of a clause or phrase that is not one quotation."""
    inside: list[Draft] = []
    reports = {d.cue: d for d in later}
    start_quote = view.quote_of[draft.start]
    j = draft.start
    while j < bound:
        quote = view.quote_of[j]
        sealed = (
            quote is not None
            and quote is not start_quote
            and quote.start >= view.tokens[draft.start].start
        )
        other = reports.get(j)
        if other is not None and not sealed:
            if breaks(view, draft, other, inside):
                draft.ended = "report"
                return _before(view, draft, min(other.clause, other.cue), j)
            inside.append(other)
        elif other is not None:
            inside.append(other)
        if other is None and not sealed and j > draft.start + 1 and source_behind(view, j, bound):
            draft.ended = "teller"
            return j - 1
        if not sealed and (cut := _own_cut(view, draft, j)):
            draft.ended = "teller"
            return cut
        j += 1
    draft.ended = "outer" if draft.inside is not None else "sentence"
    return bound


def _own_cut(view: View, draft: Draft, j: int) -> int:
    """Where words of the teller cut the content at token ``j``; 0 where they do not."""
    if (
        j <= draft.start + 1
    ):  # دان العنف | في نهاية جلسة: of one word only how it was said is cut off
        one = j > draft.start and draft.kind == "np"
        return (
            j
            if one
            and (
                alone(view, draft, j)
                or emphatic(view, draft, j)
                or at_a_meeting(view, draft, j)
                or on_an_occasion(view, draft, j)
                or clause_of_its_own(view, draft, j)
            )
            else 0
        )
    if view.char(j) == ":" and _in_title(view, draft):
        return j  # فلان ينفي كذا: «…»
    comma = view.char(j - 1) in COMMAS
    if teller_goes_on(view, draft, j, comma=comma):
        if view.key(j - 1) == _FROM and view.key(j) in _WITHOUT:
            return j - 1 - (view.char(j - 2) in COMMAS)  # …، من دون تفاصيل
        return j - comma
    if draft.kind == "whether" and comma and view.key(j) in _ALSO_WHICH:
        return j - 1
    phrase = draft.kind == "np" and not (comma and called_behind(view, draft, j))
    return phrase_cut(view, draft, j, comma=comma) if phrase else 0


def _in_title(view: View, draft: Draft) -> bool:
    """Whether a report that a title's verb tells begins before its colon."""
    title = view.blocks[view.block_of[draft.cue]].role in ("title", "repeated_title")
    return title and draft.tense == "present" and draft.kind != "quote" and draft.rule != "headline"


def _before(view: View, draft: Draft, clause: int, cue: int) -> int:
    """The content's end before another clause: past its comma and its conjunctions, backwards."""
    j = max(clause, draft.start + 1)
    while j > draft.start + 1 and (
        view.char(j - 1) in COMMAS
        or view.char(j - 1) == "-"
        or view.key(j - 1) in _BUT_PRONOUN | _BUT | _MEANWHILE | _AND_WAS
        or (view.key(j - 1) in _WHO and j >= clause)
        or view.key(j - 1) in ("و", "ثم", "كما", "وقد", "قد", "حيث", "بدوره", "لم", "ولم")
        or (view.key(j - 1) in (_WHILE, _TIME) and view.key(j - 2) == _IN)
        or (view.key(j - 1) == _IN and view.key(j) in (_WHILE, _TIME))
        or (view.is_that(j - 1) and view.key(j - 2) in _BUT)
    ):
        j -= 1
    about = (k for k in range(max(draft.start + 2, j - 16), j) if view.key(k) in _AND_ABOUT)
    topic = next((k for k in about if view.char(k - 1)), j)  # "…،" وحول كذا، قال
    return topic - (view.char(topic - 1) in COMMAS) if topic < j else j
