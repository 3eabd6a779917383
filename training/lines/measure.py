"""Measures of line labelling: the share of lines with the right role, and F1 of the body's letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from riwaya.reading.lines import cut
from training.lines.pages import Labelled

BODY = frozenset({"title", "paragraph", "subheading"})


def scores(pages: Iterable[tuple[Labelled, Sequence[str]]]) -> dict[str, float]:
    """``role``: lines with their role; ``whole``: pages without an error; ``body``: F1 of letters."""
    lines = right = pages_n = whole = 0
    both = said = wanted = 0
    for page, got in pages:
        hits = sum(a == b for a, b in zip(got, page.roles, strict=True))
        lines, right = lines + len(got), right + hits
        pages_n, whole = pages_n + 1, whole + (hits == len(got))
        for line, a, b in zip(cut(page.page.text), got, page.roles, strict=True):
            letters = sum(map(str.isalnum, line.text))
            both += letters * (a in BODY and b in BODY)
            said += letters * (a in BODY)
            wanted += letters * (b in BODY)
    p, r = both / max(1, said), both / max(1, wanted)
    return {
        "role": right / max(1, lines), "whole": whole / max(1, pages_n),
        "body": 2 * p * r / max(1e-9, p + r), "body.p": p, "body.r": r,
    }  # fmt: skip


def confusions(pages: Iterable[tuple[Labelled, Sequence[str]]]) -> Counter[tuple[str, str]]:
    """How often a role was taken for another: (right, got)."""
    out: Counter[tuple[str, str]] = Counter()
    for page, got in pages:
        out.update((b, a) for a, b in zip(got, page.roles, strict=True) if a != b)
    return out
