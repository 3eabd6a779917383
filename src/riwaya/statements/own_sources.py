"""Attributions to what was said by him who was told of last: وحسب تصريحاته فإن، ووفقا لأقوالها، وبحسبه."""

from __future__ import annotations

from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, words
from riwaya.statements.view import View

_SAID_BY_HIM, _BY_HIM = words("frames.said_by_him"), words("frames.by_him")
SOURCES = _BY_HIM | {"و" + word for word in _BY_HIM}
"""Sources of one word, with a pronoun."""


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
    if stop + 2 >= end or not (view.char(stop) in ("،", ",") or fa):
        return None
    last = view.key(stop - 1)
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="attribution", kind="before", tense="past",
                 gender="f" if last.endswith("ها") else "m", number="p" if last.endswith("هم") else "s",
                 clause=i, joined=True, stop=stop)  # fmt: skip
