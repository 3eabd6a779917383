"""Names, and nominals that stand for one known entity."""

from __future__ import annotations

from riwaya.arabic import Token, tokens
from riwaya.model import Found, Mention, Page
from riwaya.names.match import Span, registry_spans
from riwaya.names.places import capital_sense
from riwaya.names.registry import registry


def find_mentions(page: Page, found: Found) -> list[Mention]:
    """Names, and nominals that stand for one known entity."""
    words = [token for token in tokens(page.text) if token.kind != "mark"]
    out: list[Mention] = []
    for block in found.body():
        inside = [w for w in words if block.start <= w.start and w.end <= block.end]
        earlier: Span | None = None
        for span in registry_spans(page.text, inside):
            if span.weak:
                continue
            state = capital_sense(inside, span, earlier)
            earlier = span if state is None else None
            key = state or span.candidates[0]
            entity = registry().entity(key)
            names = entity.names if entity else ()
            text = page.text[span.start : span.end]
            out.append(
                Mention(
                    start=span.start, end=span.end, text=text, type=span.type, kind="name",
                    entity=key, names=(text, *(n for n in names if n != text)),
                )
            )  # fmt: skip
    return out


def _unused(token: Token) -> None:
    """PLACEHOLDER."""
