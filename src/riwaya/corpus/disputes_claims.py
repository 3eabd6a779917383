"""Denied claims: what one source asserts and another says is false."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from riwaya.corpus.claims_text import Stems, held, hull, shared, stems
from riwaya.corpus.disputes_messages import Sentences, denial, quoted
from riwaya.corpus.independence_origins import Origin, Sides, statement_origin
from riwaya.model import Analysed, Dispute, DisputeValue, PageSpan, Statement

SAME_PROPOSITION = 0.6
"""The share of the shorter one's stems that a denial and what it denies have in common."""
RETOLD = 0.5
"""The same, for the further tellings of the same two origins, which the dispute quotes as evidence."""
FEWEST_SHARED = 3
FEWEST_BEYOND_NAMES = 2
"""Of these, stems that are in no name."""
FEWEST_WORDS = 5
"""Words of an assertion that can be quoted by itself."""
LONGEST = 400
"""Code points; a longer statement says many things."""


@dataclass(frozen=True, slots=True)
class _Told:
    page: Analysed
    statement: Statement
    stems: Stems
    names: Stems
    """Those of its stems that name people, bodies and places."""
    origin: Origin

    @property
    def in_title(self) -> bool:
        """A title shortens; what the body says is the better evidence."""
        end = max((b.end for b in self.page.blocks if b.role == "title"), default=0)
        return hull(self.statement.content)[0] < end


def denial_disputes(
    pages: Sequence[Analysed], story: str | None, sides: Sides
) -> Iterable[Dispute]:
    """One dispute for every denied proposition that a source of another side asserts, in page order.

    Several denials of one proposition are told once.
    """
    denied = [t for page in pages for t in _told(page, "denied", sides)]
    if not denied:
        return
    denied.sort(key=lambda t: t.in_title)
    asserted = [t for page in pages for t in _told(page, "affirmed", sides)]
    told: list[Stems] = []
    for one in denied:
        against = [a for a in asserted if _contradicts(one, a)]
        if against and not any(shared(one.stems, before) >= SAME_PROPOSITION for before in told):
            told.append(one.stems)
            best = max(against, key=partial(_alike, one))
            yield _dispute(_tellings(one, denied), _tellings(best, asserted, one), story)


def _told(page: Analysed, polarity: str, sides: Sides) -> Iterable[_Told]:
    for statement in page.statements:
        if statement.polarity != polarity or not statement.content:
            continue
        start, end = hull(statement.content)
        if end - start <= LONGEST and statement.voice == "own":
            words = stems(page, statement.content)
            named = stems(page, ((m.start, m.end) for m in page.mentions if start <= m.start < end))
            yield _Told(page, statement, words, words & named, statement_origin(statement, sides))


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
        and _negative(denied) == _negative(other)
        and _says_so(other)
        and _beyond_names(denied, other)
    )


def _says_so(told: _Told) -> bool:
    """Whether the content is a proposition of its own that it asserts: no fragment, no denial, no perhaps."""
    text = " ".join(told.page.text[start:end] for start, end in told.statement.content)
    return len(text.split()) >= FEWEST_WORDS and not _NOT_ASSERTED.search(text)


def _beyond_names(a: _Told, b: _Told) -> bool:
    """Whether they share what is said, not only whom and where it is said of."""
    both = (a.stems - a.names) & (b.stems - b.names)
    return len(both) >= FEWEST_BEYOND_NAMES


_NOT_ASSERTED = re.compile(
    r"(?<!\w)(?:[وف]?(?:نفت|نفى|نفته|نفاه|تنفي|ينفي|تنفيه|ينفيه|نفي)|قد\s+[يتن]\w+|ربما)(?!\w)"
)
_ACCUSED = re.compile(r"إيا(?:ه|ها|هم|هما|هن|نا)\s+")
_NEGATION = re.compile(
    r"(?<!\w)(?:[وف]?(?:لم|لن|ليس|ليست|ليسوا|لا|غير|عدم|بعدم)|[وفب]?(?:دون|بدون)|ما\s+لم)(?!\w)"
)


def _negative(told: _Told) -> bool:
    """Whether the proposition itself is a negative one: to deny that nothing was found is to say the reverse."""
    text = told.page.text
    return any(_NEGATION.search(text, start, end) for start, end in told.statement.content)


def _one_passage(a: _Told, b: _Told) -> bool:
    """Whether both are read from the same words: the denial's own, read as told by someone else."""
    if a.page.id != b.page.id:
        return False
    (start, end), (other, other_end) = hull(a.statement.content), hull(b.statement.content)
    return start < other_end and other < end


def _tellings(one: _Told, all_told: Sequence[_Told], against: _Told | None = None) -> list[_Told]:
    """One origin's tellings of what ``one`` tells, or of what ``against`` denies, the body's first."""
    wording = (against or one).stems
    same = [
        t
        for t in all_told
        if t.origin.key == one.origin.key
        and t.origin.known
        and len(t.stems & wording) >= FEWEST_SHARED
        and held(t.stems, wording) >= RETOLD
        and len(t.stems) <= 2 * len(wording) + 2
        and t.statement.certainty == "certain"
    ]
    body = [t for t in (one, *same) if not t.in_title] or [one]
    once = {(t.page.id, t.statement.id): t for t in body}
    return list(once.values())


def _dispute(denying: Sequence[_Told], others: Sequence[_Told], story: str | None) -> Dispute:
    values = (_value(others), _value(denying))
    accused = others[0].statement.act == "criticise"
    english, arabic = denial(_name(others), values[0].value, _name(denying), accused=accused)
    return Dispute(
        kind="conflict",
        field="claim",
        values=values,
        message=english,
        message_ar=arabic,
        story=story,
    )


def _name(told: Sequence[_Told]) -> Sentences:
    """The speaker's name in English, where one is known, and in Arabic, as the fullest telling has it."""
    said_by = told[0].origin.said_by
    speakers = [t.statement.speaker for t in told if t.origin.said_by == said_by]
    written = [name for s in speakers if s and (name := s.name) and not name.isascii()]
    names = [name for s in speakers[:1] if s for name in (s.name or "", *s.names) if name]
    spelled = next((name for name in names if not name.isascii()), said_by)
    arabic = max(written, key=len, default=spelled)
    return next((name for name in names if name.isascii()), arabic), arabic


def _value(told: Sequence[_Told]) -> DisputeValue:
    evidence = tuple(
        PageSpan(page=t.page.id, start=s, end=e) for t in told for s, e in t.statement.content
    )
    first = told[0]
    start, end = hull(first.statement.content)
    if first.statement.act == "criticise" and (mark := _ACCUSED.match(first.page.text, start, end)):
        start = mark.end()  # اتهمت إياها بدعم: whom it accused is told elsewhere
    return DisputeValue(
        value=quoted(first.page, PageSpan(page=first.page.id, start=start, end=end)),
        evidence=evidence,
        according_to=tuple(dict.fromkeys(t.origin.said_by for t in told)),
    )
