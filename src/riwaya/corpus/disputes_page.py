"""Each page's own contradictions, as disputes: what the page checks warned of."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.corpus.disputes_messages import label, quoted, within_page
from riwaya.model import Analysed, Dispute, DisputeValue, PageSpan, PageWarning, Span, WarningKind

_FIELDS: dict[WarningKind, str] = {
    "weekday_mismatch": "date",
    "date_mismatch": "date",
    "impossible_time": "start",
    "zone_mismatch": "start",
    "self_contradiction": "claim",
}
"""The warnings that are two values of one field, and the field."""

LONGEST_VALUE = 400
"""Code points; a longer span is no value."""


def page_disputes(page: Analysed, story: str | None) -> Iterable[Dispute]:
    """A ``self_conflict`` for every warning whose spans cannot all be right."""
    for warning in page.warnings:
        field = _field(page, warning)
        spans = [s for s in dict.fromkeys(warning.spans) if 0 < s[1] - s[0] <= LONGEST_VALUE]
        if field is None or len(spans) < 2:
            continue
        if warning.kind == "zone_mismatch" and not _of_contact(page, spans):
            continue  # when a programme begins: the page's own notice, no event's time
        values = [_value(page, side) for side in _sides(page, warning, spans)]
        english, arabic = within_page(field, label(page), [v.value for v in values])
        yield Dispute(
            kind="self_conflict",
            field=field,
            values=tuple(values),
            message=warning.message or english,
            message_ar=warning.message_ar or arabic,
            story=story,
        )


def _field(page: Analysed, warning: PageWarning) -> str | None:
    """The field of a warning; of a page's contradiction by what its words are: numbers, days, else a claim."""
    if warning.kind != "self_contradiction":
        return _FIELDS.get(warning.kind)
    numbers = {(q.start, q.end) for q in page.quantities}
    days = {(t.start, t.end) for t in page.times if t.type == "DATE"}
    if set(warning.spans) <= numbers:
        return "number"
    return "date" if set(warning.spans) <= days else "claim"


def _of_contact(page: Analysed, spans: list[Span]) -> bool:
    """Whether a contact is told in the block of these words."""
    told = [span for c in page.contacts for own in c.evidence.values() for span in own]
    return any(
        block.start <= spans[0][0] < block.end
        and any(block.start <= s < block.end for s, _ in told)
        for block in page.blocks
    )


def _sides(page: Analysed, warning: PageWarning, spans: list[Span]) -> list[list[Span]]:
    """The spans in two or more sides.

    Of an impossible time, begin and length stand together against the end that is told.
    """
    if warning.kind != "impossible_time" or len(spans) < 3:
        return [[span] for span in spans]
    reckoned = [span for span in spans if _is_clock_or_length(page, span)]
    told = [span for span in spans if span not in reckoned]
    return [told, reckoned] if told and reckoned else [[span] for span in spans]


def _is_clock_or_length(page: Analysed, span: Span) -> bool:
    """Whether a duration or a clock time stands there."""
    for time in page.times:
        if time.start < span[1] and span[0] < time.end:
            clock = time.type == "TIME" and ":" in time.value.partition("T")[2]
            if clock or time.type == "DURATION":
                return True
    return False


def _value(page: Analysed, spans: list[Span]) -> DisputeValue:
    evidence = tuple(PageSpan(page=page.id, start=s, end=e) for s, e in spans)
    return DisputeValue(value=" + ".join(quoted(page, e) for e in evidence), evidence=evidence)
