"""Months by name, with their days: 7 كانون الثاني/يناير, 10 و 11 و 12 أيار, يوليو 13-15, شهر رمضان."""

from __future__ import annotations

from dataclasses import replace

from riwaya.times.dates import HIJRI_YEARS, Part, era_behind, year_behind, year_digits
from riwaya.times.lexicon import SERIES
from riwaya.times.row import Row
from riwaya.times.symbols import When

_LONGEST_LIST = 12
"""Days that may share one month; a longer list is no list of days (and must not cost more)."""


def _one_series(row: Row, first: int, middle: int, last: int) -> bool:
    """Whether two different months stand in one series (مايو/يونيو): two months, not a name and its twin."""
    one, other = row.key(middle - 1), row.key(last - 1)
    if middle - first > 1:
        one = " ".join(row.keys(first, middle - first))
    if last - middle > 2:
        other = " ".join(row.keys(middle + 1, last - middle - 1))
    return one != other and any(
        one in row.lexicon.sets[c] and other in row.lexicon.sets[c] for c in SERIES
    )


def _is_father(row: Row, at: int) -> bool:
    """Whether what folds to آب is written otherwise: أب, إب."""
    key = row.key(at)
    return len(key) <= 4 and key.endswith("اب") and any(c in row.tokens[at].text for c in "أإ")


def _is_safar(row: Row, at: int, behind: int) -> bool:
    """Whether صفر is the month, not nil: شهر صفر, صفر الخير, صفر 1440."""
    return (
        row.key(at - 1) == "شهر"
        or behind > at + 1
        or (row.is_digits(behind) and len(row.key(behind)) == 4)
    )


def month_name(row: Row, at: int, prefixes: str = "") -> Part | None:
    """A month with the name's twin in another series: كانون الثاني/يناير, يوليو (تموز)."""
    found = row.find(at, "month", prefixes=prefixes) or row.find(at, "hijri", prefixes=prefixes)
    if (
        found is None
        or _is_father(row, at)
        or (row.key(at).endswith("صفر") and not _is_safar(row, at, found[1]))
    ):
        return None
    entry, behind = found
    when = When(month=int(entry.value), hijri=entry.kind == "hijri")
    letters = entry.width
    if (twin := row.find(behind, "month")) and int(twin[0].value) == when.month and not when.hijri:
        return Part(at, twin[1], replace(when, twin=when.month), letters)
    closing = {"(": ")", "[": "]"}.get(row.key(behind))
    if row.is_slash(behind) or row.is_dash(behind) or closing or row.key(behind) == "او":
        twin = row.find(behind + 1, "month")
        closed = twin is not None and (not closing or row.key(twin[1]) == closing)
        meant = twin is not None and (
            closing or row.is_slash(behind) or int(twin[0].value) == when.month
        )
        if twin is not None and closed and meant and not _one_series(row, at, behind, twin[1]):
            when = replace(when, twin=int(twin[0].value))
            behind = twin[1] + bool(closing)
    return Part(at, behind, when, letters)


def named_month(row: Row, at: int) -> Part | None:
    """A month behind a day: [من] [شهر] name, or شهر and a number, or من الشهر المقبل."""
    first = at
    if row.key(at) in ("من", "في", "ل"):
        at += 1
    if (row.is_slash(at) or row.is_dash(at)) and at == first:
        return _slashed_month(row, at)
    unit = row.find(at, "unit", prefixes="بل")
    if unit is not None and unit[0].value == "month" and unit[0].number == "s":
        return _month_word(row, first, unit[1], definite=unit[0].definite)
    this = row.key(at) in ("هذا", "ذلك")
    if (
        this
        and (unit := row.find(at + 1, "unit"))
        and unit[0].value == "month"
        and unit[0].definite
    ):
        return Part(
            first, unit[1], When(month_shift=0) if row.key(at) == "هذا" else When(same=True)
        )
    named = month_name(row, at, "بل")
    if named is None:
        return None
    year = with_year(row, named)
    return replace(year, first=first, letters=0)


def _slashed_month(row: Row, at: int) -> Part | None:
    """/آب/2020 behind a day: the same mark stands before the month and before the year."""
    named = month_name(row, at + 1)
    if named is None or named.last != at + 2 or row.key(at + 2) != row.key(at):
        return None
    year = year_digits(row, at + 3)
    if year is None:
        return None
    marked, behind = era_behind(row, at + 4)
    hijri = named.when.hijri or (marked and year in HIJRI_YEARS)
    return Part(at, behind, replace(named.when, year=year, hijri=hijri))


def _month_word(row: Row, first: int, at: int, *, definite: bool) -> Part | None:  # noqa: PLR0911 - one guard, one line
    """What follows شهر or الشهر."""
    if definite:
        if modifier := row.find(at, "modifier"):
            return Part(first, modifier[1], When(month_shift=int(modifier[0].value)))
        if row.find(at, "same"):
            return Part(first, at + 1, When(same=True))
        ordinal = row.ordinal(at)
        if ordinal is not None and 1 <= ordinal.value <= 12:
            return with_year(row, Part(first, ordinal.next, When(month=int(ordinal.value))))
        return None
    if (named := month_name(row, at)) is not None:
        return replace(with_year(row, named), first=first, letters=0)
    number = row.number(at)
    if number is not None and number.value in range(1, 13) and not number.joined:
        return with_year(row, Part(first, number.next, When(month=int(number.value))))
    return None


def with_year(row: Row, month: Part) -> Part:
    """A month with a modifier (المقبل) and a year behind it."""
    at, when = month.last, month.when
    if (modifier := row.find(at, "modifier")) and not row.within(at, "vague_modifier"):
        when, at = replace(when, modifier=int(modifier[0].value)), modifier[1]
    elif (shared := _shared_modifier(row, at)) is not None:
        when = replace(when, modifier=shared)
    if (year := year_behind(row, at, hijri=when.hijri)) is not None:
        joined = when.joined(replace(year[0], hijri=False))
        if joined is not None:
            when, at = replace(joined, hijri=when.hijri or year[0].hijri), year[1]
    return Part(month.first, at, when, month.letters)


def day_number(row: Row, at: int) -> tuple[int, int, int] | None:
    """A day of the month, in digits or as an ordinal: value, index behind, letters of proclitics."""
    article = row.is_article(at)
    if row.is_digits(at + article, 2):
        value = int(row.key(at + article))
        letters = len(row.key(at)) - 2 if article else 0
        return (value, at + 1 + article, letters) if 1 <= value <= 31 else None
    if row.kind(at) != "word":
        return None
    read = row.ordinal(at)
    if read is None or not 1 <= read.value <= 31 or _feminine(row.key(read.next - 1)):
        return None
    return int(read.value), read.next, read.start - row.tokens[at].start


def _feminine(ordinal: str) -> bool:
    """Whether an ordinal is feminine: a day of the month never is (مباراته الأولى يوم 18 يونيو)."""
    return ordinal.endswith(("ه", "ولي"))


_JOINERS = frozenset({"و", "،", ",", "-", "–", "—", "الي", "حتي", "او", "وحتي", "والي"})


def _day_list(row: Row, at: int) -> tuple[list[Part], int] | None:
    """Days in a row: 10 و 11 و 12, 13-15, من الثالث حتى السادس; as parts, and the index behind."""
    days: list[Part] = []
    while at < len(row.tokens) and len(days) < _LONGEST_LIST:
        day = day_number(row, at)
        if day is None:
            break
        days.append(Part(at, day[1], When(day=day[0]), day[2]))
        at = day[1]
        follows = at
        while row.key(follows) in _JOINERS and follows < at + 2:
            follows += 1
        if row.key(follows) == "يوم":
            follows += 1
        joined = follows < len(row.tokens) and (
            follows > at or (row.kind(follows) == "word" and row.entry_number(follows) > 0)
        )
        if not joined or day_number(row, follows) is None:
            break
        at = follows
    return (days, days[-1].last) if days else None


def days_of_month(row: Row, at: int) -> list[Part] | None:
    """Days and the month that they share, the first days without it: 10 و 11 و 12 كانون الثاني/يناير."""
    listed = _day_list(row, at)
    if listed is None or row.within(at - 1, "before_month"):
        return None
    days, behind = listed
    month = named_month(row, behind) or _shifted_month(row, days, behind)
    if month is None:
        return None
    out = []
    for i, day in enumerate(days):
        joined = day.when.joined(month.when)
        if joined is None:
            return None
        if row.within(at - 1, "known_by_day") and joined.modifier is None:
            joined = replace(joined, open_year=True)
        last = month.last if i == len(days) - 1 else day.last
        out.append(Part(day.first, last, joined, day.letters))
    return out


_STRAIGHT = frozenset({"الجاري", "الحالي", "المقبل", "القادم", "الماضي", "المنصرم", "الفارط"})


def _shifted_month(row: Row, days: list[Part], at: int) -> Part | None:
    """What stands for a month straight behind its days: 7 الجاري, 15 منه."""
    if row.key(at) == "منه":
        return Part(at, at + 1, When(same=True))
    modifier = row.find(at, "modifier")
    if modifier is None or row.key(at) not in _STRAIGHT:
        return None
    last = days[-1]
    if row.kind(last.first) == "word" and last.last - last.first < 2:
        return None  # العدد الأول الحالي
    return Part(at, modifier[1], When(month_shift=int(modifier[0].value)))


def month_then_day(row: Row, at: int) -> list[Part] | None:
    """يوليو 13-15, مايو 12, 2018."""
    month = month_name(row, at)
    if month is None or not row.is_digits(month.last, 2):
        return None
    listed = _day_list(row, month.last)
    if listed is None:
        return None
    days, behind = listed
    year = year_behind(row, behind)
    word_behind = behind < len(row.tokens) and row.kind(behind) == "word"
    if year is None and len(days) == 1 and word_behind and not row.within(behind, "past"):
        return None  # في يناير 15 شخصا
    out = []
    for i, day in enumerate(days):
        when = replace(month.when, day=day.when.day)
        if year is not None:
            when = when.joined(year[0]) or when
        first = month.first if i == 0 else day.first
        last = year[1] if year is not None and i == len(days) - 1 else day.last
        out.append(Part(first, last, when))
    return out


_PREPOSITIONS = frozenset({
    "في", "منذ", "خلال", "بعد", "قبل", "حتي", "من", "الي", "شهر", "لشهر", "بشهر", "وفي", "بحلول", "بين", "و", "الاول", "اواخر", "اوائل", "منتصف", "نهايه", "بدايه", "مطلع", "ومنذ", "بنهايه", "بدءا",
})  # fmt: skip


def _shared_modifier(row: Row, at: int) -> int | None:
    """نوفمبر أو ديسمبر المقبلين: what a second month has in the dual holds for the first too."""
    start = at + 1 if row.key(at) in ("او", "و") else at
    second = month_name(row, start, "" if start > at else "و")
    if second is None or (start == at and row.key(at)[:1] != "و"):
        return None
    modifier = row.find(second.last, "modifier")
    return int(modifier[0].value) if modifier and row.key(second.last).endswith("ين") else None


def month_alone(row: Row, at: int) -> Part | None:
    """A month without a day: يناير المقبل, تموز/يوليو 2015, شهر رمضان. Homographs need company."""
    unit = row.find(at, "unit", prefixes=None)
    if (
        unit is not None
        and unit[0].value == "month"
        and unit[0].number == "s"
        and not unit[0].definite
    ):
        part = _month_word(row, at, unit[1], definite=False)
        if part is not None:
            bare_number = row.tokens[unit[1]].kind == "number" or not month_name(row, unit[1])
            if bare_number and not (part.when.year or row.is_digits(unit[1], 2)):
                return replace(part, letters=unit[0].width) if part.last - at <= 2 else None
            return replace(part, letters=unit[0].width)
    named = month_name(row, at, "وفبلك")
    place = at - 2 if row.is_digits(at - 1, 2) else at - 1
    if named is None or row.within(place, "before_month"):
        return None
    part = with_year(row, named)
    found = row.find(at, "month", prefixes=None) or row.find(at, "hijri", prefixes=None)
    if found is not None and found[0].homograph and part.last == found[1]:
        form = row.key(at)[found[0].width :]
        governed = row.key(at - 1) in _PREPOSITIONS and not found[0].prefix.strip("و")
        if not (governed and form in row.lexicon.sets["month_with_preposition"]):
            return None
    return part
