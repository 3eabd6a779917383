"""Counting and listing in Arabic: singular, dual, plural, and the case that each stands in.

Three to ten take the plural, from eleven on the singular in the accusative, a hundred and its
multiples the singular in the genitive; what follows the hundreds decides (103 صفحات).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as it is counted, with its adjective where it has one."""

    one: str
    two: str
    """The dual in the nominative: صفحتان; its other case ends in ين."""
    few: str
    many: str
    """The singular in the accusative: صفحة, مصدرا."""
    single: str = "واحدة"
    """One, in the noun's gender."""

    def counted(self, n: int, *, nominative: bool = False) -> str:
        """``n`` of it, in the genitive and accusative unless told."""
        if n == 1:
            return f"{self.one} {self.single}"
        if n == 2:
            return self.two if nominative else _oblique(self.two)
        rest = n % 100
        if 3 <= rest <= 10:
            return f"{n} {self.few}"
        return f"{n} {self.many if rest > 10 else self.one}"


def _oblique(dual: str) -> str:
    """The dual in the genitive or accusative: every word of it; of a construct (جهتا نشر) its head."""
    head, _, rest = dual.partition(" ")
    if head.endswith("ا"):
        return f"{head[:-1]}ي {rest}".strip()
    return " ".join(f"{word[:-2]}ين" if word.endswith("ان") else word for word in dual.split())


PAGE = Noun("صفحة", "صفحتان", "صفحات", "صفحة")
OUTLET = Noun("جهة نشر", "جهتا نشر", "جهات نشر", "جهة نشر")
ORIGIN = Noun("مصدر مستقل", "مصدران مستقلان", "مصادر مستقلة", "مصدرا مستقلا", "واحد")
HOUR = Noun("ساعة", "ساعتان", "ساعات", "ساعة")
MINUTE = Noun("دقيقة", "دقيقتان", "دقائق", "دقيقة")
SECOND = Noun("ثانية", "ثانيتان", "ثوان", "ثانية")
DAY = Noun("يوم", "يومان", "أيام", "يوما", "واحد")


def listed(words: Sequence[str]) -> str:
    """أ وب وج: the conjunction is written onto each word but the first."""
    return " و".join(words)


def listed_english(words: Sequence[str]) -> str:
    """a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
