"""Lengths of time and what is made of them: نحو 50 دقيقة, قبل يومين, السنوات الخمس الماضية, كل يوم."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.times.row import Row
from riwaya.times.symbols import Away, Length, Match, Reference

_HALVES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_ISO = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "month": "{}M", "year": "{}Y"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LengthRead:
    """A length over the tokens ``[first, last)``; ``counted`` where a number or a dual tells it."""

    first: int
    last: int
    length: Length
    letters: int
    counted: bool


def read_length(row: Row, at: int, *, governed: bool = False) -> LengthRead | None:
    """A length at token ``at``; a bare unit (ساعة) counts only where it is governed (استمرت ساعة)."""
    first, letters = at, None
    approx = row.find(at, "approx", prefixes="وفبلك")
    if approx is not None:
        letters, at, governed = approx[0].width, approx[1], True
    if approx is not None and row.key(at) == "الساعه":
        return LengthRead(first, at + 1, Length(unit="hour", count=1.0), approx[0].width, True)
    read = _fractional(row, at) or _counted(row, at) or _dual(row, at) or _vague(row, at)
    if read is None and (governed or _half_follows(row, at) or _of_time(row, at)):
        read = _bare(row, at)
    if read is None:
        return None
    length, last, own, counted = read
    if row.key(last) in ("ضوييه", "ضوئيه"):
        return None  # a light-year is no time
    length, last = _further(row, length, last)
    if row.key(last) == "تقريبا":
        last += 1
    elif approx is None and row.keys(last, 2) in (("علي", "الاقل"), ("علي", "الاكثر")):
        last += 2
    return LengthRead(first, last, length, own if letters is None else letters, counted)


def _half_follows(row: Row, at: int) -> bool:
    """عاما ونصف العام: a unit that its half makes a length."""
    half = row.find(at + 1, "clock", prefixes="و")
    return (
        half is not None
        and half[0].prefix == "و"
        and half[0].value in _HALVES
        and row.find(at, "unit") is not None
    )


def _of_time(row: Row, at: int) -> bool:
    """عقد من الزمن, قرن كامل: words that make a length of a decade or a century."""
    found = row.find(at, "unit", prefixes="ل")
    return (
        found is not None
        and found[0].value in ("decade", "century")
        and _whole_behind(row, at + 1) > at + 1
    )


_Read = tuple[Length, int, int, bool]


def _unit(row: Row, at: int, numbers: str, prefixes: str = "") -> tuple[str, int, bool] | None:
    """An indefinite unit of the given grammatical numbers: its name, the index behind, whether definite."""
    found = row.find(at, "unit", prefixes=prefixes)
    if found is None or found[0].number not in numbers:
        return None
    return found[0].value, found[1], found[0].definite


def _counted(row: Row, at: int) -> _Read | None:
    """50 دقيقة, ثلاثة أشهر, خمسة عشر عاما, الـ24 ساعة."""
    article = row.is_article(at)
    number = row.number(at + article)
    if number is None or number.kind == "ordinal":
        return None
    if number.kind == "digits" and number.value == 1 and row.key(at - 1) == "-":
        return None  # a result, then a day: 3-1 يوم السبت
    unit = _unit(row, number.next, "sp")
    if unit is None or unit[2] or row.is_slash(at - 1):
        return None
    if number.kind == "digits" and number.value in range(1900, 2100) and unit[0] == "year":
        return None
    letters = len(row.key(at)) - 2 if article else number.start - row.tokens[at].start
    return Length(unit=unit[0], count=float(number.value)), unit[1], letters, True


def _dual(row: Row, at: int) -> _Read | None:
    """يومين, ساعتان ونصف; not the dual that stands before names (يومي)."""
    found = row.find(at, "unit", prefixes="وفبلك")
    if found is None or found[0].number != "d" or found[0].definite:
        return None
    behind = found[1]
    if row.key(behind) in ("اثنين", "اثنان", "اثنتين"):
        behind += 1
    return Length(unit=found[0].value, count=2.0), behind, found[0].width, True


def _fractional(row: Row, at: int) -> _Read | None:
    """نصف ساعة, ربع قرن, ثلاثة أرباع الساعة."""
    number = row.number(at)
    if number is not None and number.value == 3 and row.key(number.next) == "ارباع":
        whole = row.find(number.next + 1, "unit")
        if whole is not None and whole[0].value == "hour" and whole[0].number == "s":
            return (
                Length(unit="hour", count=0.75),
                whole[1],
                number.start - row.tokens[at].start,
                True,
            )
    found = row.find(at, "clock", prefixes="وفبلك")
    if found is None or found[0].value not in _HALVES:
        return None
    unit = row.find(found[1], "unit")
    if unit is None or unit[0].number != "s" or unit[0].value in ("second", "day", "night"):
        return None
    if unit[0].definite and unit[0].value != "hour":
        return None
    length = Length(unit=unit[0].value, count=_HALVES[found[0].value])
    return length, unit[1], found[0].width, True


def _vague(row: Row, at: int) -> _Read | None:
    """عدة أشهر, بضع ساعات, مئات السنين, سنوات طويلة, فترة طويلة."""
    found = row.find(at, "vague_count", prefixes="وفبلك")
    if found is not None:
        unit = _unit(row, found[1], "sp")
        if unit is None:
            return None
        return Length(unit=unit[0], count=None), unit[1], found[0].width, True
    plural = row.find(at, "unit", prefixes="وفبلك")
    if plural is None or plural[0].number != "p" or plural[0].definite:
        return None
    adjective = row.find(plural[1], "vague_adjective")
    if adjective is None:
        return None
    return Length(unit=plural[0].value, count=None), adjective[1], plural[0].width, True


def _bare(row: Row, at: int) -> _Read | None:
    """ساعة, سنوات: a unit that stands for one, or for an untold many."""
    found = row.find(at, "unit", prefixes="ل")
    if found is None or found[0].definite or found[0].number not in "sp":
        return None
    entry, behind = found
    if entry.number == "p":
        if row.find(behind, "weekday") or row.find(behind, "month") or row.is_digits(behind):
            return None
        if row.key(behind).startswith("ال"):
            return None  # ساعات الليل, سنوات الحرب
        return Length(unit=entry.value, count=None), behind, entry.width, False
    if _names_something(row, behind, entry.value):
        return None
    behind = _whole_behind(row, behind)
    return Length(unit=entry.value, count=1.0), behind, entry.width, False


def _whole_behind(row: Row, at: int) -> int:
    """The index behind واحد, كامل or من الزمن."""
    if row.key(at) in ("واحد", "واحده", "كامل", "كامله"):
        return at + 1
    return at + 2 if row.keys(at, 2) in (("من", "الزمن"), ("من", "الزمان")) else at


def _names_something(row: Row, at: int, unit: str) -> bool:
    """Whether what follows a unit makes it a name or a date: يوم الجمعة, عام 2015, شهر رمضان, عقد اجتماع."""
    if row.is_digits(at) or row.key(at) in ("غد", "امس", "الغد"):
        return True
    if any(row.find(at, kind) for kind in ("weekday", "month", "hijri", "modifier")):
        return True
    number = row.number(at)
    if number is not None and number.value != 1 and not number.joined:
        return True
    if unit in ("decade", "century"):
        return _whole_behind(row, at) == at and unit == "decade"
    following = row.key(at)
    return unit in ("day", "year", "night") and following.startswith("ال") and len(following) > 3


def _further(row: Row, length: Length, at: int) -> tuple[Length, int]:
    """ونصف, ونصف الساعة, و20 دقيقة behind a length."""
    more = list(length.more)
    half = row.find(at, "clock", prefixes="و")
    if (
        half is not None
        and half[0].prefix == "و"
        and half[0].value in _HALVES
        and length.count is not None
    ):
        behind = half[1]
        again = row.find(behind, "unit")
        if again is not None and again[0].value == length.unit and again[0].definite:
            behind = again[1]
        elif again is not None:
            return length, at
        return Length(unit=length.unit, count=length.count + _HALVES[half[0].value]), behind
    start = at + 1 if row.key(at) == "و" else at
    number = row.number(start)
    if length.count is not None and number is not None and (start > at or number.joined):
        unit = _unit(row, number.next, "sp")
        if unit is not None and not unit[2] and _smaller(unit[0], length.unit):
            more.append((unit[0], float(number.value)))
            return Length(unit=length.unit, count=length.count, more=tuple(more)), unit[1]
    return length, at


_ORDER = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


def _smaller(a: str, b: str) -> bool:
    return a in _ORDER and b in _ORDER and _ORDER.index(a) < _ORDER.index(b)


def length_match(row: Row, at: int) -> Match | None:
    """A length on its own, or one that lies just before or ahead (48 ساعة الماضية)."""
    governed = row.within(at - 1, "length_governor") or _verb_before(row, at)
    read = read_length(row, at, governed=governed)
    if read is None:
        return None
    last = read.last
    modifier = (
        row.find(last, "modifier") if read.counted and read.length.count is not None else None
    )
    if modifier and not row.within(last, "told") and row.key(last) not in ("هذا", "هذه"):
        last = modifier[1]
    return row.match(read.first, last, read.length, read.letters)


_SUBJECT = 4
"""Words of a subject that may stand between استمرت and its length."""


def _verb_before(row: Row, at: int) -> bool:
    """استمرت المباحثات ساعة: a verb of lasting shortly before, with its subject between."""
    for back in range(at - 1, max(-1, at - 2 - _SUBJECT), -1):
        if row.kind(back) != "word":
            return False
        key = row.key(back)
        if (
            key in row.lexicon.sets["duration_of_event"]
            or key[1:] in row.lexicon.sets["duration_of_event"]
        ):
            return True
    return False


def ago_match(row: Row, at: int) -> Match | None:
    """قبل يومين, بعد أسبوع: from now, unless an event follows (قبل يوم من القمة)."""
    key = row.key(at)
    word = key[1:] if key[:1] in ("و", "ف") else key
    if word not in ("قبل", "بعد"):
        return None
    read = read_length(row, at + 1, governed=True)
    if read is None or row.key(read.last + (row.key(read.last) == "فقط")) in ("من", "علي"):
        return None
    letters = len(key) - len(word)
    symbol = Away(length=read.length, direction=-1 if word == "قبل" else 1)
    return row.match(at, read.last, symbol, letters)


def recent_match(row: Row, at: int) -> Match | None:
    """السنتين الماضيتين, الأيام الثلاثة المقبلة, الأسابيع القليلة المقبلة, هذه الأيام."""
    if row.key(at) == "هذه":
        unit = row.find(at + 1, "unit")
        if (
            unit is not None
            and unit[0].number == "p"
            and unit[0].definite
            and unit[0].value == "day"
        ):
            return row.match(at, unit[1], Reference(value="PRESENT_REF"))
        return None
    found = row.find(at, "unit", prefixes="وفبلك")
    if found is None or not found[0].definite or found[0].number == "s":
        return None
    entry, behind = found
    count: float | None = 2.0 if entry.number == "d" else None
    if count is None:
        article = row.is_article(behind)
        number = row.number(behind + article)
        if (
            number is not None
            and number.kind != "ordinal"
            and (number.definite or article or number.kind == "digits")
        ):
            if not number.joined:
                count, behind = float(number.value), number.next
        elif adjective := row.find(behind, "vague_adjective"):
            behind = adjective[1]
    modifier = row.find(behind, "modifier")
    if modifier is None and count is None and (shared := _shared(row, behind)) is not None:
        value = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[shared + 1]
        return row.match(at, behind, Reference(value=value), entry.width)
    if modifier is None or row.key(behind) in ("هذا", "هذه"):
        return None
    behind = modifier[1]
    if count is None and (adjective := row.find(behind, "vague_adjective")):
        behind = adjective[1]
    if count is not None:
        symbol: Length | Reference = Length(unit=entry.value, count=count)
    else:
        shift = int(modifier[0].value)
        symbol = Reference(value=("PAST_REF", "PRESENT_REF", "FUTURE_REF")[shift + 1])
    return row.match(at, behind, symbol, entry.width)


def _shared(row: Row, at: int) -> int | None:
    """الأسابيع والأشهر المقبلة: what a second plural behind و or أو has holds for the first too."""
    start = at + (row.key(at) == "او")
    second = row.find(start, "unit", prefixes="و")
    joined = second is not None and (start > at or second[0].prefix == "و")
    if second is None or not joined or second[0].number != "p":
        return None
    if not row.key(start).removeprefix("و").startswith("ال"):
        return None
    modifier = row.find(second[1], "modifier")
    return int(modifier[0].value) if modifier else None


def length_value(length: Length) -> str:
    """The TIMEX3 value of a length: PT50M, P1Y6M, PXD."""
    if length.count is None:
        unit = {"night": "day", "decade": "year", "century": "year"}.get(length.unit, length.unit)
        return "P" + _ISO[unit].format("X")
    unit, count = length.unit, length.count
    if unit in ("decade", "century"):
        unit, count = "year", count * (10 if unit == "decade" else 100)
    whole = int(count)
    rest = count - whole
    if rest == 0:
        value = "P" + _ISO[unit].format(whole)
    elif unit in ("hour", "minute"):
        value = f"PT{round(count * 60)}M" if unit == "hour" else f"PT{round(count * 60)}S"
    elif unit == "year":
        months = round(rest * 12)
        value = f"P{whole}Y{months}M" if whole else f"P{months}M"
    elif unit in ("day", "night"):
        value = f"P{whole}DT{round(rest * 24)}H" if whole else f"PT{round(rest * 24)}H"
    else:
        value = "P" + _ISO[unit].format(f"{count:g}")
    for name, number in length.more:
        piece = _ISO[name].format(f"{number:g}") if name in _ISO else ""
        value += piece.removeprefix("T") if "T" in value else piece
    return value


def seconds(length: Length) -> float | None:
    """A length of hours, minutes and days in seconds; ``None`` where it is not told or not fixed."""
    sizes = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
    if length.count is None or length.unit not in sizes:
        return None
    total = length.count * sizes[length.unit]
    for name, number in length.more:
        total += number * sizes.get(name, 0)
    return total
