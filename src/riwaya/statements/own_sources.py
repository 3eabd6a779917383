"""Attributions to what was said by him who was told of last: وحسب تصريحاته فإن، ووفقا لأقوالها، وبحسبه."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.view import View

_SAID_BY_HIM, _BY_HIM = words("frames.said_by_him"), words("frames.by_him")
SOURCES = _BY_HIM | {"و" + word for word in _BY_HIM}
"""Sources of one word, with a pronoun."""
_PASSIVE = words("frames.passive_too")
_ASIDES = words("arguments.asides")
_LIMIT, _ON = fold_key("حد"), fold_key("على")
_ON_HIS_SITE = words("frames.on_his_site")
ASIDE = 9
"""Tokens of the longest aside behind كما قال."""
TERM = 5
"""Tokens of marks that hold a mere term, which is what كما يصفه is said of."""


def own_source(view: View, number: int, i: int) -> Draft | None:
    """The attribution at ``i``, at the head of a sentence, whose source is a pronoun's; None where none is."""
    start, end = view.sentences[number]
    if i != start:
        return None
    key = view.key(i)
    words_ = cues().attribution
    noun = (key in words_ or key.removeprefix("و") in words_) and (
        view.key(i + 1).removeprefix("ل") in _SAID_BY_HIM
    )
    if not noun and key not in SOURCES:
        return None
    stop = i + 1 + noun
    fa = view.is_that(stop) and view.key(stop).startswith("ف")
    if stop + 2 >= end or not (view.is_comma(stop) or fa):
        return None
    last = view.key(stop - 1)
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="attribution", kind="before", tense="past",
                 gender="f" if last.endswith("ها") else "m", number="p" if last.endswith("هم") else "s",
                 clause=i, joined=True, stop=stop)  # fmt: skip


def as_he_says(view: View, number: int, i: int, after: int) -> Draft | None:
    """…، كما تقول, وفق ما قال للمحققين: what a sentence tells is from him or her who was told of before."""
    end = view.sentences[number][1]
    key = view.key(after - 1)
    forms = [f for f in cues().forms.get(key, ()) if f.form.tense in ("past", "present")]
    stop = _past_aside(view, after, end)
    if not forms or key in _PASSIVE or not (stop >= end or view.char(stop)):
        return None
    dashes = view.char(i - 1) == "-" and view.char(stop) == "-"
    if not view.is_comma(i - 1) and not (dashes or _behind_marks(view, i)):
        return None
    form = forms[0].form
    return Draft(cue=i, cue_end=after, sentence=number, rule="attribution", kind="before", tense="past",
                 gender=form.gender, number=form.number, clause=i, joined=True, stop=stop)  # fmt: skip


def in_his_words(view: View, number: int, i: int) -> Draft | None:
    """…، على حد قوله, …، بحسب رأيها: a sentence in the words of him or her who was told of before."""
    start, end = view.sentences[number]
    noun = i + 1 + (view.key(i + 1) == _LIMIT)
    closed = noun + 1 >= end or bool(view.char(noun + 1))
    quote = view.quote_of[i - 1 - (view.is_comma(i - 1))] if i > start + 1 else None
    term = quote is not None and view.at(quote.end) - view.at(quote.start) <= TERM
    if i <= start + TERM or not closed or term:
        return None
    key = view.key(noun)
    return Draft(cue=i, cue_end=noun + 1, sentence=number, rule="attribution", kind="before", tense="past",
                 gender="f" if key.endswith("ها") else "m", number="p" if key.endswith("هم") else "s",
                 clause=i, joined=True, stop=noun + 1)  # fmt: skip


def _behind_marks(view: View, i: int) -> bool:
    """Whether a quotation of some words closes right before ``i``."""
    quote = view.quote_of[i - 1] if i > 0 else None
    return quote is not None and quote.closed and quote.end == view.tokens[i - 1].end


def _past_aside(view: View, j: int, end: int) -> int:
    """Past when, where and to whom it was said: كما أعلنت | الجمعة, وفق ما قال | للمحققين, | في مقابلة."""
    j = past_adverb(view, j)
    if view.key(j) in speaker_nouns().addressees or (view.key(j).startswith("لل") and j < end):
        j += 1
    if view.key(j) in _ASIDES or (view.key(j) == _ON and view.key(j + 1) in _ON_HIS_SITE):
        return next(
            (k for k in range(j + 1, min(end, j + ASIDE)) if view.char(k)), min(end, j + ASIDE)
        )
    return j


def tells_again(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an attribution to him who was told of stands in a sentence that is a report already."""
    if draft.rule != "attribution" or draft.speaker is not None:
        return False
    return any(d.sentence == draft.sentence and d.cue < draft.cue and d.finite for d in drafts)
