"""Headlines that state as fact what the body only ascribes, and in doubt.

Most headlines leave out who says so; that alone is no fault. A warning is given only where the
title is a plain assertion, the body has it from a teller who is not named or whom it doubts
(زعم, قد), or tells that somebody denies it, and where neither a named speaker nor the page itself says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from riwaya.arabic.folding import fold_key
from riwaya.model import Found, Page, PageWarning, Span, Speaker, Statement
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.view import QUOTES

SHARED = 0.7
"""The share of a title's words that a passage must have to say the same."""
FEWEST = 4
"""Words that a title must have."""
_WORD = re.compile(r"\w+")
_HEDGES = words("headline.hedges")
_SMALL = words("headline.small")
_NOT = words("clauses.negations") | words("force.not")
_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "س")
_ENDINGS = ("ها", "هم", "ات", "ون", "ين", "ان", "ه", "ي", "ت", "ا")


def check_headline(page: Page, found: Found) -> list[PageWarning]:
    """Warn of a title that is surer than the page's body."""
    title = next((b for b in found.blocks if b.role == "title"), None)
    if title is None:
        return []
    span = (title.start, title.end)
    said = keys_of(page.text, [span])
    if (
        len(said) < FEWEST
        or _hedged(page.text[slice(*span)])
        or _attributed(found.statements, span)
    ):
        return []
    same = [s for s in found.statements if share_of(said, keys_of(page.text, s.content)) >= SHARED]
    negated = _negated(page.text, [span])
    same = [s for s in same if _negated(page.text, s.content) == negated]
    doubted = [s for s in same if _doubted(s)]
    if not doubted or len(doubted) < len(same) or _told_outright(page, found, said, same):
        return []
    return [
        PageWarning(
            kind="headline_beyond_body",
            spans=(span, *doubted[0].content),
            message="The headline states as fact what the body has from a teller who is unnamed, doubted or denied.",
            message_ar="العنوان يقطع بما ينسبه النص إلى قائل غير مسمى أو مشكوك في قوله أو منفي.",
        )
    ]


def keys_of(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words of some spans that carry meaning, folded, without article, proclitics and endings."""
    every = (fold_key(w) for start, end in spans for w in _WORD.findall(text[start:end]))
    return frozenset(_stem(key) for key in every if len(key) > 2 and key not in _SMALL)


def _stem(key: str) -> str:
    for prefix in _PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) >= 3:
            key = key[len(prefix) :]
            break
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key


def share_of(title: frozenset[str], passage: frozenset[str]) -> float:
    return len(title & passage) / len(title)


def _hedged(title: str) -> bool:
    """Whether a title asks, quotes, names a source or says that it may be so."""
    if any(c in QUOTES or c in ":?؟" for c in title):
        return True
    return any(fold_key(word) in _HEDGES for word in _WORD.findall(title))


def _attributed(statements: Iterable[Statement], title: Span) -> bool:
    """Whether the title itself tells that somebody says it."""
    return any(s.content and title[0] <= s.content[0][0] < title[1] for s in statements)


def _doubted(statement: Statement) -> bool:
    """Whether a statement's teller is not named, or is doubted, or only thinks it may be, or denies it."""
    speaker = statement.speaker
    nameless = speaker is not None and speaker.named == "unnamed" and not _reporter(speaker)
    unsure = statement.certainty in ("possible", "probable") or statement.stance == "distanced"
    return nameless or unsure or statement.polarity == "denied"


def _reporter(speaker: Speaker) -> bool:
    """Whether a teller is somebody's correspondent, who saw what he tells."""
    head = fold_key((speaker.name or "").split()[0]) if speaker.name else ""
    return speaker_nouns().roles.get(head) == "journalist"


def _negated(text: str, spans: Iterable[Span]) -> bool:
    return any(fold_key(w) in _NOT for start, end in spans for w in _WORD.findall(text[start:end]))


def _told_outright(
    page: Page, found: Found, said: frozenset[str], same: Iterable[Statement]
) -> bool:
    """Whether the body says it in the page's own voice: a sentence outside what is ascribed."""
    ascribed = [span for s in same for span in s.content]
    for block in found.blocks:
        if block.role not in ("paragraph", "subheading"):
            continue
        for sentence in re.finditer(r"[^.!?؟]+", page.text[block.start : block.end]):
            start, end = block.start + sentence.start(), block.start + sentence.end()
            if any(s < end and e > start for s, e in ascribed):
                continue
            if share_of(said, keys_of(page.text, [(start, end)])) >= SHARED:
                return True
    return False
