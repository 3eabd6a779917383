"""Sets: كل يوم, كل أربع سنوات, كل جمعة, يوميا, مرتين في الأسبوع."""

from __future__ import annotations

from riwaya.times.lengths import length_value, read_length
from riwaya.times.row import Row
from riwaya.times.symbols import Every, Length, Match


def every_match(row: Row, at: int) -> Match | None:  # noqa: PLR0911 - one guard, one line
    """كل يوم, كل جمعة, يوميا."""
    adverb = row.find(at, "set", prefixes="و")
    if adverb is not None and _describes(row, at):
        return None
    if adverb is not None:
        return row.match(at, adverb[1], Every(value=adverb[0].value), adverb[0].width)
    key = row.key(at)
    if key not in ("كل", "وكل"):
        return None
    letters = len(key) - 2
    behind = at + 1
    if row.key(behind) == "يوم" and (
        row.find(behind + 1, "weekday") or row.find(behind + 1, "bare_weekday")
    ):
        behind += 1
    for kind in ("weekday", "bare_weekday"):
        if (day := row.find(behind, kind)) is not None:
            return row.match(at, day[1], Every(value=f"XXXX-WXX-{day[0].value}"), letters)
    part = row.find(behind, "part")
    if part is not None and not row.find(part[1], "weekday"):
        return row.match(at, part[1], Every(value=f"XXXX-XX-XX{part[0].value}"), letters)
    read = read_length(row, behind, governed=True)
    if read is None or read.length.count is None or row.key(read.last) == "من":
        return None
    return row.match(at, read.last, Every(value=length_value(read.length)), letters)


def _describes(row: Row, at: int) -> bool:
    """نموا سنويا, تقريرا شهريا: an adjective; 50 طنا سنويا is none."""
    before = row.key(at - 1)
    if len(before) < 4 or not before.endswith("ا") or row.kind(at - 1) != "word":
        return False
    if before in row.lexicon.sets["counted"] or before[:-1] in row.lexicon.sets["counted"]:
        return False
    return row.kind(at - 2) != "number" and row.number(at - 2) is None


def times_in_match(row: Row, at: int) -> Match | None:
    """مرتين في الأسبوع, ثلاث مرات يوميا, مرة كل شهر: so many times in each period."""
    read = _count(row, at)
    if read is None:
        return None
    behind, letters = read
    adverb = row.find(behind, "set")
    if adverb is not None:
        return row.match(at, adverb[1], Every(value=adverb[0].value), letters)
    word = row.key(behind)
    unit = row.find(behind + 1, "unit") if word in ("في", "كل") else None
    if unit is None or unit[0].number != "s" or unit[0].definite is (word == "كل"):
        return None
    last = unit[1]
    if row.find(last, "modifier") or row.find(last, "same") or row.number(last):
        return None  # مرتين في الأسبوع الماضي, مرة في اليوم الثاني
    value = length_value(Length(unit=unit[0].value, count=1.0))
    return row.match(at, last, Every(value=value), letters)


_TIMES = frozenset({"مرات", "مره"})


def _count(row: Row, at: int) -> tuple[int, int] | None:
    """مرة, مرتين, 3 مرات: the index behind, and the letters of the proclitics."""
    if (once := row.find(at, "once", prefixes="وف")) is not None:
        if row.key(at - 1).endswith("اول"):
            return None  # لأول مرة في اليوم
        return once[1] + (row.key(once[1]) in ("واحده", "اثنتين")), once[0].width
    if not _TIMES.intersection(row.keys(at + 1, 4)):
        return None
    number = row.number(at)
    if number is None or number.kind == "ordinal":
        return None
    counted = row.find(number.next, "many_times")
    return (counted[1], number.start - row.tokens[at].start) if counted is not None else None
