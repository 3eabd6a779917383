"""What a dispute says to an editor: one plain sentence in English and one in Arabic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.model import Analysed, PageSpan

LONGEST_QUOTE = 120
"""Code points of a page that a sentence quotes."""

Sentences = tuple[str, str]
"""The English one, the Arabic one."""

_FIELDS: dict[str, Sentences] = {
    "start": ("the time", "الوقت"),
    "date": ("the day", "اليوم"),
    "number": ("the number", "العدد"),
    "claim": ("what happened", "ما حدث"),
    "initiator": ("who took the initiative", "صاحب المبادرة"),
    "status": ("whether it took place", "حدوث الاتصال"),
    "duration": ("how long it lasted", "المدة"),
}
STATUSES: dict[str, Sentences] = {
    "held": ("it took place", "حدث بالفعل"),
    "denied": ("it did not take place", "لم يحدث"),
}
"""The statuses that exclude one another, in words."""
_COUNTED: dict[str | None, Sentences] = {
    "dead": ("the dead", "عدد القتلى"),
    "injured": ("the injured", "عدد الجرحى"),
    "arrested": ("the arrested", "عدد الموقوفين"),
    "missing": ("the missing", "عدد المفقودين"),
    "displaced": ("the displaced", "عدد النازحين"),
    "passenger": ("the passengers", "عدد الركاب"),
    "storey": ("the storeys", "عدد الطوابق"),
    "floor": ("the floors", "عدد الطوابق"),
    "carriage": ("the carriages", "عدد العربات"),
    "money": ("the sum", "المبلغ"),
}


_HEDGE_BEFORE = re.compile(
    r"(?:(?:أكثر|أقل|أزيد)\s+من|(?:ما\s+)?لا\s+يقل\s+عن|ما\s+يزيد\s+(?:على|عن)|ما\s+يقارب|يناهز|نحو|حوالي|قرابة|زهاء)\s+$"
)
_HEDGE_BEHIND = re.compile(r"\s+(?:على\s+الأقل|تقريبا|كحد\s+أدنى)")
_HEDGE_WIDTH = 24
_NO_MARKS = dict.fromkeys(map(ord, '"“”«»'))


def label(page: Analysed) -> str:
    """How a page is named in a sentence: by its outlet, else by the last part of its id."""
    if page.outlet is not None:
        return page.outlet.name
    return page.id.rstrip("/").rpartition("/")[2] or page.id


def hedged(page: Analysed, span: PageSpan) -> str:
    """A number as quoted, with the words that make it an estimate."""
    before = _HEDGE_BEFORE.search(page.text[max(0, span.start - _HEDGE_WIDTH) : span.start])
    behind = _HEDGE_BEHIND.match(page.text[span.end : span.end + _HEDGE_WIDTH])
    start = span.start - (len(before[0]) if before else 0)
    end = span.end + (len(behind[0]) if behind else 0)
    return quoted(page, PageSpan(page=span.page, start=start, end=end))


def quoted(page: Analysed, span: PageSpan) -> str:
    """The words of a span on one line, cut to what a sentence can hold."""
    words = " ".join(page.text[span.start : span.end].split())
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1].rstrip() + "…"


def within_page(field: str, where: str, quotes: Sequence[str]) -> Sentences:
    """A page contradicts itself: ``where`` names it, ``quotes`` are its words."""
    english, arabic = _FIELDS.get(field, (field, field))
    return (
        f"The page of {where} contradicts itself on {english}: {_and(quotes)} cannot both be right.",
        f"تتناقض صفحة {where} في {arabic}: لا يصح معا {_wa(quotes)}.",
    )


def figures(of: str | None, sides: Sequence[tuple[str, str]]) -> Sentences:
    """Two figures for one thing: ``sides`` are where each stands and its words."""
    english, arabic = _COUNTED.get(of, ("the same thing", "الأمر نفسه"))
    if len({where for where, _ in sides}) == 1:
        where, quotes = sides[0][0], [words for _, words in sides]
        return (
            f"The page of {where} has two figures for {english} that cannot both be right: {_and(quotes)}.",
            f"في صفحة {where} رقمان لا يصحان معا في {arabic}: {_wa(quotes)}.",
        )
    return (
        f"Two figures for {english} cannot both be right: "
        + ", ".join(f"“{words}” ({where})" for where, words in sides)
        + ".",
        f"رقمان لا يصحان معا في {arabic}: "
        + " و".join(f"«{words}» ({where})" for where, words in sides)
        + ".",
    )


def denial(who: Sentences, words: str, denier: Sentences, *, accused: bool = False) -> Sentences:
    """What one source says and another denies; both named in English and in Arabic.

    An accusation is quoted without its verb.
    """
    words = words.translate(_NO_MARKS)
    if accused:
        return (
            f"An accusation by {who[0]}, “{words}”, is denied by {denier[0]}.",
            f"اتهام من {who[1]}: «{words}»، وهو ما قوبل بنفي من {denier[1]}.",
        )
    return (
        f"According to {who[0]}, “{words}”; denied by {denier[0]}.",
        f"بحسب {who[1]}: «{words}»، وهو ما قوبل بنفي من {denier[1]}.",
    )


def length(seconds: float) -> Sentences:
    """A duration in words: hours and minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    english = [
        f"{n} {unit}{'s' * (n != 1)}" for n, unit in ((hours, "hour"), (minutes, "minute")) if n
    ]
    arabic = [
        _counted(n, *forms)
        for n, forms in (
            (hours, ("ساعة", "ساعتان", "ساعات")),
            (minutes, ("دقيقة", "دقيقتان", "دقائق")),
        )
        if n
    ]
    return " ".join(english) or "no time", " و".join(arabic) or "أقل من دقيقة"


def _counted(n: int, one: str, two: str, few: str) -> str:
    if n in (1, 2):
        return one if n == 1 else two
    return f"{n} {few if 3 <= n % 100 <= 10 else one}"


def between(field: str, sides: Sequence[tuple[str, str, str]]) -> Sentences:
    """Two accounts of a contact's field: ``sides`` are who says it and the value, in English and Arabic."""
    english, arabic = _FIELDS.get(field, (field, field))
    return (
        f"Accounts differ on {english} and cannot both be true: "
        + "; ".join(f"{words} according to {who}" for who, words, _ in sides)
        + ".",
        f"روايتان لا تصحان معا في {arabic}: "
        + "، و".join(f"{words} بحسب {who}" for who, _, words in sides)
        + ".",
    )


def _and(quotes: Sequence[str]) -> str:
    return " and ".join(f"“{q}”" for q in quotes)


def _wa(quotes: Sequence[str]) -> str:
    return " و".join(f"«{q}»" for q in quotes)
