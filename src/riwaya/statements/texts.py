"""Who issued a text that a sentence without a report of its own tells of (جاء ذلك في بيان صادر عن فلان), and where a text speaks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.sources import issuer_of
from riwaya.statements.view import View

_ISSUED = words("frames.issued")
_HIS = ("ه", "ها", "هم")
_FROM = frozenset(map(fold_key, ("عن", "من")))
REACH = 90
"""Tokens back from a text to where it was told of first."""
_NEAR = 3
"""Tokens between a text and the word that says who issued it."""


def issuer_told(view: View, head: str, at: int) -> Speaker | None:
    """Who issued the text that ``head`` (البيان, at character ``at``) takes up, by what was told of it last."""
    noun, here = head.removeprefix("ال"), view.at(at)
    for j in range(here - 1, max(-1, here - REACH), -1):
        if view.key(j) not in (noun, noun + "ا"):
            continue
        return next(
            (
                _issuer(view, k)
                for k in range(j + 1, min(here, j + 1 + _NEAR))
                if view.key(k) in _ISSUED
            ),
            None,
        )
    return None


def _issuer(view: View, k: int) -> Speaker | None:
    """Who is named behind صادر عن, or right behind أصدره; not مكتبه, nor where it was issued."""
    by = view.key(k + 1) in _FROM
    his = view.tokens[k + 1 + by].text.endswith(_HIS)
    if his or by == view.tokens[k].text.endswith(_HIS):
        return None
    issuer = issuer_of(view, k + 1 + by, k + 2 + by)
    return issuer[0] if issuer is not None else None


def is_a_text(said: Speaker, meant: Speaker) -> bool:
    """التقرير, for whoever issued it: whether a noun of a text was taken for another who is not called so."""
    head = fold_key((said.name or "").split()[0]) if said.name else ""
    return head in speaker_nouns().documents and said.name not in meant.names


def where_texts_speak(drafts: Sequence[Draft]) -> None:
    """وقال تقرير الهيئة إن, وأضاف التقرير: the words that name the speaker are the text's, with whose it is; so they are
    where nobody is named anew (وأضاف أن).
    """
    told: dict[int, Speaker] = {}
    for draft in drafts:
        speaker = draft.speaker
        if speaker is None:
            continue
        if draft.text is not None:
            draft.speaker = told[id(speaker)] = replace(speaker, span=draft.text)
        elif draft.way and id(speaker) in told:
            draft.speaker = told[id(speaker)]
