"""Denied claims: what one source asserts and another says is false."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from riwaya.corpus.claims_text import Stems, held, hull, shared, stems
from riwaya.corpus.disputes_messages import Sentences, denial, quoted
from riwaya.corpus.independence_origins import Origin, Sides, statement_origin
from riwaya.model import Analysed, Dispute, DisputeValue, PageSpan, Statement

SAME_PROPOSITION = 0.6
"""The share of the shorter one's stems that a denial and what it denies have in common."""
FEWEST_SHARED = 3
LONGEST = 400
"""Code points; a longer statement says many things."""


@dataclass(frozen=True, slots=True)
class _Told:
    page: Analysed
    statement: Statement
    stems: Stems
    origin: Origin


def denial_disputes(
    pages: Sequence[Analysed], story: str | None, sides: Sides
) -> Iterable[Dispute]:
    """One dispute for every denied proposition that a source of another side asserts, in page order.

    Several denials of one proposition are told once.
    """
    denied = [t for page in pages for t in _told(page, "denied", sides)]
    if not denied:
        return
    asserted = [t for page in pages for t in _told(page, "affirmed", sides)]
    told: list[Stems] = []
    for one in denied:
        against = [a for a in asserted if _contradicts(one, a)]
        if against and not any(shared(one.stems, before) >= SAME_PROPOSITION for before in told):
            told.append(one.stems)
            yield _dispute(one, max(against, key=partial(_alike, one)), story)


def _told(page: Analysed, polarity: str, sides: Sides) -> Iterable[_Told]:
    for statement in page.statements:
        if statement.polarity != polarity or not statement.content:
            continue
        start, end = hull(statement.content)
        if end - start <= LONGEST and statement.voice == "own":
            words = stems(page, statement.content)
            yield _Told(page, statement, words, statement_origin(statement, sides))


def _alike(a: _Told, b: _Told) -> tuple[float, str, str]:
    return held(a.stems, b.stems), b.page.id, b.statement.id


def _contradicts(denied: _Told, other: _Told) -> bool:
    return (
        not _one_passage(denied, other)
        and other.origin.known
        and denied.origin.known
        and other.origin.key != denied.origin.key
        and other.statement.certainty == "certain"
        and other.statement.act in ("assert", "announce", "criticise", "other")
        and len(denied.stems & other.stems) >= FEWEST_SHARED
        and held(denied.stems, other.stems) >= SAME_PROPOSITION
        and len(other.stems) <= 2 * len(denied.stems) + 2
    )


def _one_passage(a: _Told, b: _Told) -> bool:
    """Whether both are read from the same words: the denial's own, read as told by someone else."""
    if a.page.id != b.page.id:
        return False
    (start, end), (other, other_end) = hull(a.statement.content), hull(b.statement.content)
    return start < other_end and other < end


def _dispute(denying: _Told, other: _Told, story: str | None) -> Dispute:
    values = (_value(other), _value(denying))
    english, arabic = denial(_name(other), values[0].value, _name(denying))
    return Dispute(
        kind="conflict",
        field="claim",
        values=values,
        message=english,
        message_ar=arabic,
        story=story,
    )


def _name(told: _Told) -> Sentences:
    """The speaker's name in English, where one is known, and in Arabic."""
    speaker = told.statement.speaker
    names = (speaker.name or "", *speaker.names) if speaker else ()
    arabic = next((name for name in names if name and not name.isascii()), told.origin.said_by)
    return next((name for name in names if name and name.isascii()), arabic), arabic


def _value(told: _Told) -> DisputeValue:
    evidence = tuple(PageSpan(page=told.page.id, start=s, end=e) for s, e in told.statement.content)
    start, end = hull(told.statement.content)
    return DisputeValue(
        value=quoted(told.page, PageSpan(page=told.page.id, start=start, end=end)),
        evidence=evidence,
        according_to=(told.origin.said_by,),
    )
