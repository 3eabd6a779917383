"""Periods: years, الشهر المقبل, مطلع العام الجاري, النصف الأول من 2018, صيف 2016, ثمانينيات القرن الماضي."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times.dates import Part, era_behind, year_behind, year_number
from riwaya.times.months import month_alone, month_name, with_year
from riwaya.times.row import Row
from riwaya.times.symbols import When

_PERIOD_UNITS = ("day", "night", "week", "month", "year", "decade", "century")
_FRACTIONS = {"النصف": "H", "الربع": "Q"}
_LIST = frozenset({"و", "،", "او"})


def read_years(row: Row, at: int) -> list[Part] | None:
    """عام 2015, سنة 1439 هـ, عامي 2015 و2016, 2015-2018."""
    unit = row.find(at, "unit", prefixes="وفبلك")
    if unit is not None and unit[0].value == "year" and unit[0].number == "s":
        start = unit[1]
        if row.find(start, "modifier") is None and row.within(start, "year_kind"):
            start += 1
        read = year_number(row, start)
        if read is None:
            return None
        hijri, behind = era_behind(row, read[1])
        when = When(year=read[0], hijri=hijri and read[0] <= 1500)
        first = Part(at, behind, when, unit[0].width)
        return [first, *_more_years(row, first)]
    many = row.find(at, "construct", prefixes="وفبلك")
    if many is not None and many[0].value == "year":
        read = year_number(row, many[1])
        if read is None:
            return None
        first = Part(many[1], read[1], When(year=read[0]))
        return [first, *_more_years(row, first)]
    return None


def _more_years(row: Row, first: Part) -> list[Part]:
    """و2016 و2017 behind a year."""
    out: list[Part] = []
    at = first.last
    while len(out) < 10:
        start = at
        if (
            row.key(start) in _LIST
            or row.is_dash(start)
            or (row.is_slash(start) and _into_next_year(row, start) > start)
            or row.key(start) in ("الي", "حتي", "وحتي", "والي")
        ):
            start += 1
        if start == at or not row.is_digits(start) or len(row.key(start)) != 4:
            break
        read = year_number(row, start)
        if read is None or not 1500 < read[0] < 2150:
            break
        if _counted(row, read[1]):
            break
        out.append(Part(start, read[1], When(year=read[0])))
        at = read[1]
    return out


def read_bare_year(row: Row, at: int) -> list[Part] | None:  # noqa: PLR0911 - one guard, one line
    """2015 alone: a year unless it counts something or is a label."""
    if not row.is_digits(at) or len(row.key(at)) != 4:
        return None
    if 1200 <= int(row.key(at)) <= 1500 and era_behind(row, at + 1)[0]:
        return [Part(at, at + 2, When(year=int(row.key(at)), hijri=True))]
    if not 1900 <= int(row.key(at)) <= 2099:
        return None
    before, behind = row.key(at - 1), row.key(at + 1)
    if row.within(at - 1, "before_number") or _counted(row, at + 1):
        return None
    if before in ("+", "-", "/", "$", "€", "_", ".", ":", "=", "@") and row.glued(at - 1):
        return None
    next_year = behind == "/" and _into_next_year(row, at + 1) > at + 1
    if not next_year and behind in ("%", "$", "€", "_", "@", "/", ":", "٪", "*") and row.glued(at):
        return None
    era = era_behind(row, at + 1)[1]
    if row.glued(at) and row.kind(at + 1) != "mark" and era == at + 1:
        return None
    if (
        at
        and row.glued(at - 1)
        and row.kind(at - 1) == "word"
        and before not in ("و", "ل", "ب", "ف")
    ):
        return None
    if behind.endswith("ا") and row.tokens[at + 1].text.endswith(("ًا", "اً")):
        return None
    if not row.within(at - 1, "year_governors") and _counts_something(row, at + 1):
        return None
    first = Part(at, era, When(year=int(row.key(at))))
    return [first, *_more_years(row, first)]


def _counted(row: Row, at: int) -> bool:
    """Whether what follows a number is a thing that is counted: دولار, شخصا."""
    key = row.key(at)
    return row.within(at, "counted") or (
        key.endswith("ا") and key[:-1] in row.lexicon.sets["counted"]
    )


def _counts_something(row: Row, at: int) -> bool:
    """Whether an indefinite noun seems to stand at ``at``: 2000 شرطي."""
    if at >= len(row.tokens) or row.kind(at) != "word" or not row.same_line(at - 1, at):
        return False
    key = row.key(at)
    return not (key.startswith(("ال", "لل", "بال", "و")) or row.within(at, "function_words"))


def read_period(row: Row, at: int) -> Part | None:
    """One period at token ``at``, with the word for a part of it before (مطلع, أواخر)."""
    if row.key(at) == "وقت" and row.key(at + 1) in ("سابق", "لاحق", "متاخر", "مبكر"):
        start = at + 3 if row.key(at + 2) == "من" else at + 2
        inner = _relative(row, start) if start < len(row.tokens) else None
        return replace(inner, first=at) if inner is not None and not inner.letters else None
    return (
        _edged(row, at)
        or _fraction(row, at)
        or _weekend(row, at)
        or _relative(row, at)
        or _season(row, at)
        or _decade(row, at)
        or _century(row, at)
        or month_alone(row, at)
    )


def _relative(row: Row, at: int) -> Part | None:  # noqa: PLR0911 - one guard, one line
    """الشهر المقبل, هذا الأسبوع, العام نفسه, نفس اليوم."""
    key = row.key(at)
    bare = key[1:] if key[:1] in ("و", "ف", "ل", "ب") and len(key) > 3 else key
    if bare in ("هذا", "هذه", "نفس", "ذات", "ذلك", "تلك"):
        unit = row.find(at + 1, "unit")
        if (
            unit is None
            or not unit[0].definite
            or unit[0].number != "s"
            or unit[0].value not in _PERIOD_UNITS
        ):
            return None
        letters = len(key) - len(bare)
        if bare not in ("هذا", "هذه"):
            return Part(at, unit[1], When(unit=unit[0].value, same=True), letters)
        return Part(at, unit[1], When(unit=unit[0].value, shift=0), letters)
    unit = row.find(at, "unit", prefixes="وفبلك")
    if (
        unit is None
        or not unit[0].definite
        or unit[0].number != "s"
        or unit[0].value not in _PERIOD_UNITS
    ):
        return None
    entry, behind = unit
    if (
        entry.value == "year"
        and row.key(at).endswith("عام")
        and row.within(at - 1, "before_general")
    ):
        return None  # الأمين العام الحالي
    if entry.value == "year" and row.within(behind, "year_kind"):
        behind += 1
    if (same := row.find(behind, "same")) is not None:
        return _same_period(row, Part(at, same[1], When(unit=entry.value, same=True), entry.width))
    if (far := row.find(behind, "far_modifier")) is not None:
        return Part(at, far[1], When(unit=entry.value, shift=int(far[0].value)), entry.width)
    modifier = row.find(behind, "modifier")
    if modifier is None:
        return None
    if row.within(behind, "vague_modifier") and not (
        entry.value == "year" and row.key(behind) in ("الجديد", "الجديده")
    ):
        return None
    told = row.within(behind, "told")
    shift = int(modifier[0].value)
    last = modifier[1]
    fresh = row.key(behind) in ("الجديد", "الجديده")
    when = When(unit="new year" if fresh else entry.value, shift=shift, told=told)
    if entry.value == "year" and (year := year_number(row, last)) and year[0] > 1500:
        when, last = When(year=year[0]), year[1]
    return Part(at, last, when, entry.width)


def _same_period(row: Row, part: Part) -> Part:
    """الشهر نفسه, with من العام السابق behind it."""
    year = year_behind(row, part.last) if part.when.unit == "month" else None
    if year is None or year[0].year_shift is None:
        return part
    return replace(part, last=year[1], when=replace(part.when, year_shift=year[0].year_shift))


def _edged(row: Row, at: int) -> Part | None:
    """مطلع العام الجاري, أواخر 2016, نهاية الشهر, منتصف مارس."""
    edge = row.find(at, "edge", prefixes="وفبلك")
    if edge is None:
        return None
    entry, behind = edge
    if row.key(at)[entry.width :] in ("نصف", "نص") and not row.find(behind, "month"):
        unit = row.find(behind, "unit")
        if unit is None or unit[0].value != "month" or unit[0].definite:
            return None  # نصف العام is a length
    narrow = row.key(at)[entry.width :] in ("اول", "اخر", "نصف", "وسط", "ختام")
    inner = (
        _relative(row, behind)
        or _season(row, behind)
        or _decade(row, behind)
        or _century(row, behind)
    )
    if inner is None and (month := month_alone(row, behind) or _any_month(row, behind)):
        inner = month
    if (
        inner is None
        and (years := read_years(row, behind) or read_bare_year(row, behind))
        and len(years) == 1
    ):
        inner = years[0]
    if inner is None:
        unit = row.find(behind, "unit")
        if (
            unit is None
            or not unit[0].definite
            or unit[0].number != "s"
            or unit[0].value not in ("week", "month", "year")
        ):
            return None
        if unit[0].value == "week" and entry.value == "END":
            return None
        inner = Part(behind, unit[1], When(unit=unit[0].value, shift=0))
    if narrow and inner.when.unit is None and inner.when.month is None and inner.when.year is None:
        return None
    return Part(at, inner.last, replace(inner.when, edge=entry.value), entry.width)


def _any_month(row: Row, at: int) -> Part | None:
    """A month that a word before it vouches for: منتصف آذار."""
    named = month_name(row, at)
    return with_year(row, named) if named else None


def _fraction(row: Row, at: int) -> Part | None:  # noqa: PLR0911 - one guard, one line
    """النصف الأول من العام الجاري, الربع الثالث من 2018."""
    key = row.key(at)
    word = next((w for w in _FRACTIONS if key.endswith((w, "لل" + w[2:]))), None)
    if word is None:
        return None
    letter = _FRACTIONS[word]
    ordinal = row.ordinal(at + 1)
    if ordinal is None or not 1 <= ordinal.value <= (2 if letter == "H" else 4):
        if row.key(at + 1) not in ("الاخير", "الحالي", "الجاري"):
            return None
        value, behind = 4 if letter == "Q" else 2, at + 2
        if row.key(at + 1) != "الاخير":
            return None
    else:
        value, behind = int(ordinal.value), ordinal.next
    if row.key(behind) == "من":
        behind += 1
    inner = _relative(row, behind)
    if (
        letter == "H"
        and inner is None
        and (month := month_alone(row, behind) or _any_month(row, behind))
    ):
        edge = "START" if value == 1 else "END"
        return replace(
            month, first=at, when=replace(month.when, edge=edge), letters=_article_width(key, word)
        )
    if inner is None and (years := read_years(row, behind) or read_bare_year(row, behind)):
        inner = years[0]
    if inner is None:
        unit = row.find(behind, "unit", prefixes="ل")
        if unit is None or unit[0].value != "year" or not unit[0].definite:
            return None
        inner = Part(behind, unit[1], When(unit="year", shift=0))
    if inner.when.unit not in (None, "year"):
        return None
    when = replace(inner.when, fraction=f"{letter}{value}")
    return Part(at, inner.last, when, _article_width(key, word))


def _article_width(key: str, word: str) -> int:
    """How many letters stand before a definite word (of لل only the first)."""
    return len(key) - len(word) if key.endswith(word) else len(key) - len(word) + 1


def _weekend(row: Row, at: int) -> Part | None:
    """عطلة نهاية الأسبوع, نهاية الأسبوع الماضي."""
    found = row.find(at, "weekend", prefixes="وفبلك")
    if found is None:
        return None
    behind, shift = found[1], 0
    if (modifier := row.find(behind, "modifier")) is not None:
        shift, behind = int(modifier[0].value), modifier[1]
    return Part(at, behind, When(weekend=True, unit="week", shift=shift), found[0].width)


def _season(row: Row, at: int) -> Part | None:
    """صيف 2018, الصيف الماضي, هذا الشتاء, شتاء العام الماضي."""
    start, letters = at, 0
    if row.key(at) in ("هذا", "فصل"):
        start += 1
    found = row.find(start, "season", prefixes="" if start > at else "وفبلك")
    if found is None:
        return None
    entry, behind = found
    letters = entry.width if start == at else 0
    if row.key(at) == "هذا":
        return Part(at, behind, When(season=entry.value, modifier=0)) if entry.definite else None
    if entry.definite:
        modifier = row.find(behind, "modifier")
        if modifier is None or row.within(behind, "vague_modifier"):
            return None
        return Part(
            at, modifier[1], When(season=entry.value, modifier=int(modifier[0].value)), letters
        )
    year = year_behind(row, behind)
    if (
        year is None
        and (unit := row.find(behind, "unit"))
        and unit[0].value == "year"
        and unit[0].definite
    ):
        modifier = row.find(unit[1], "modifier")
        if modifier is not None:
            year = When(year_shift=int(modifier[0].value)), modifier[1]
    if year is None:
        return None
    last = _into_next_year(row, year[1]) if year[0].year else year[1]
    return Part(at, last, replace(year[0], season=entry.value), letters)


def _into_next_year(row: Row, at: int) -> int:
    """/2022 behind شتاء 2021, -22 too: the index behind it, or ``at``."""
    if not (row.is_slash(at) or row.is_dash(at)) or not row.is_digits(at + 1):
        return at
    before, behind = row.key(at - 1), row.key(at + 1)
    if not before.isdecimal() or len(behind) not in (2, 4):
        return at
    return at + 2 if str(int(before) + 1).endswith(behind) else at


def _decade(row: Row, at: int) -> Part | None:
    """ثمانينيات القرن الماضي, التسعينات."""
    found = row.find(at, "decade", prefixes="وفبلك")
    if found is None:
        return None
    entry, behind = found
    century = 1900
    if row.key(behind) == "من" and row.key(behind + 1) in ("عمره", "عمرها", "العمر", "عمرهم"):
        return None
    if row.key(behind) == "من":
        behind += 1
    inner = _relative(row, behind) or _century(row, behind)
    if inner is not None and (inner.when.unit == "century" or inner.when.century is not None):
        if inner.when.century is not None:
            century = inner.when.century * 100
        elif inner.when.shift == 0:
            century = 2000
        behind = inner.last
    else:
        behind = found[1]
        if not row.key(at)[entry.width :].startswith("ال"):
            return None
    return Part(at, behind, When(decade=(century + int(entry.value)) // 10), entry.width)


def _century(row: Row, at: int) -> Part | None:
    """القرن التاسع عشر, القرن الـ20."""
    unit = row.find(at, "unit", prefixes="وفبلك")
    if unit is None or unit[0].value != "century" or not unit[0].definite or unit[0].number != "s":
        return None
    behind = unit[1]
    article = row.is_article(behind)
    number = row.number(behind + 1) if article else row.ordinal(behind)
    if number is None or not 1 <= number.value <= 25:
        return None
    if row.keys(number.next, 2) == ("قبل", "الميلاد"):
        return Part(at, number.next + 2, When(century=-int(number.value)), unit[0].width)
    return Part(at, number.next, When(century=int(number.value) - 1), unit[0].width)
