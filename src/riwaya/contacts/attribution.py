"""Attribution: which statement carries a value, and who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.model import Found, Span, Statement

UNATTRIBUTED = "unattributed"


def _size(statement: Statement) -> int:
    return sum(end - start for start, end in statement.content)


def innermost(found: Found, span: Span) -> Statement | None:
    """The innermost statement whose content covers a span."""
    covering = [
        s for s in found.statements if any(a <= span[0] and span[1] <= b for a, b in s.content)
    ]
    return min(covering, key=_size) if covering else None


def teller(statement: Statement) -> str | None:
    """Who stands for a statement in this page: the outermost reporter that the text names."""
    if statement.chain:
        return statement.chain[0].key or None
    return statement.speaker.key or None if statement.speaker else None


def according_to(
    found: Found, evidence: Mapping[str, Sequence[Span]]
) -> dict[str, tuple[str | None, str]]:
    """For each field with evidence: the statement's id, or None, and who says so."""
    out: dict[str, tuple[str | None, str]] = {}
    for name, spans in evidence.items():
        said: tuple[str | None, str] = (None, UNATTRIBUTED)
        for span in spans:
            statement = innermost(found, span)
            if statement is not None and (who := teller(statement)):
                said = (statement.id, who)
                break
        out[name] = said
    return out
