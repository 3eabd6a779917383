"""What a dispute says to an editor: one plain sentence in English and one in Arabic."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Analysed, PageSpan

LONGEST_QUOTE = 120
"""Code points of a page that a sentence quotes."""

_FIELDS_EN = {
    "start": "the time", "date": "the day", "number": "the number", "claim": "the same claim",
    "initiator": "who took the initiative", "status": "whether it took place",
    "duration": "the length",
}  # fmt: skip
_FIELDS_AR = {
    "start": "الوقت", "date": "اليوم", "number": "العدد", "claim": "الأمر نفسه",
    "initiator": "صاحب المبادرة", "status": "وقوع الأمر", "duration": "المدة",
}  # fmt: skip


def label(page: Analysed) -> str:
    """How a page is named in a sentence: by its outlet, else by its id."""
    return page.outlet.name if page.outlet is not None else page.id


def quoted(page: Analysed, span: PageSpan) -> str:
    """The words of a span on one line, cut to what a sentence can hold."""
    words = " ".join(page.text[span.start : span.end].split())
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1].rstrip() + "…"


def within_page(field: str, where: str, quotes: Sequence[str]) -> tuple[str, str]:
    """English and Arabic for a page that contradicts itself."""
    english = " and ".join(f"“{q}”" for q in quotes)
    arabic = " و".join(f"«{q}»" for q in quotes)
    return (
        f"{where} contradicts itself on {_FIELDS_EN.get(field, field)}: {english} cannot both be right.",
        f"تناقض {where} نفسها في {_FIELDS_AR.get(field, field)}: لا يصح معا {arabic}.",
    )


def between(field: str, sides: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """English and Arabic for values that differ: ``sides`` are who says it and the words."""
    english = ", ".join(f"{who} has “{words}”" for who, words in sides)
    arabic = "، ".join(f"{who}: «{words}»" for who, words in sides)
    return (
        f"Accounts of {_FIELDS_EN.get(field, field)} cannot both be true: {english}.",
        f"روايتان لا تصحان معا في {_FIELDS_AR.get(field, field)}: {arabic}.",
    )
