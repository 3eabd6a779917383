"""A page being laid out: its lines, each with the role that it plays, and what layouts put into them.

Names of people, outlets and towns are put together here at random; dates come in the shapes that
Arabic sites use.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from training.lines.articles import Article

FIRST = (
    "سامر ليلى نزار هالة مروان رانيا بسام عبير وائل نجوى جهاد سهى عدنان لمى رائد سوسن حمزة دعاء أنس بشرى "
    "زكريا وفاء تامر إلهام نضال رباب شادي عفاف غسان ميساء"
).split()
LAST = (
    "الخطيب النجار الحلبي الشامي المصري العطار القاضي البغدادي المغربي الصباغ الحداد الجبالي السعدي التميمي "
    "الزين الكيلاني العبيدي المنصوري بلقاسم بنعيسى الدوسري العمري الحمداني الرفاعي الطويل"
).split()
TOWNS = (
    "القاهرة بيروت بغداد دمشق عمان الرباط تونس الجزائر الخرطوم صنعاء الرياض الدوحة مسقط المنامة الكويت طرابلس "
    "نواكشوط واشنطن باريس لندن موسكو أنقرة طهران جنيف بروكسل نيويورك برلين روما مدريد كييف بكين"
).split()
OUTLET_KIND = ("صحيفة", "موقع", "بوابة", "شبكة", "وكالة", "قناة", "جريدة", "منصة")
OUTLET_NAME = (
    "الأفق", "الشاطئ", "المنارة", "النسيم", "الواحة", "السنبلة", "المرفأ", "الميزان", "الضفاف", "القافلة", "الرواق", "السراج",
    "المدار اليوم", "صدى الوادي", "نبض الجنوب", "مرايا الشرق", "خبر الساعة", "عين المدينة", "بوصلة العرب", "جسور",
)  # fmt: skip
AGENCIES = (
    "رويترز",
    "أ ف ب",
    "أ.ب",
    "د ب أ",
    "الأناضول",
    "أ ش أ",
    "وكالات",
    "شينخوا",
    "سبوتنيك",
    "واس",
    "وام",
    "بترا",
    "وفا",
)
WEEKDAYS = "الأحد الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split()
MONTHS = {
    "egypt": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    "levant": ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"],
    "maghreb": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(),
    "algeria": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split(),
}  # fmt: skip
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(slots=True)
class Draft:
    """The lines of a page so far: (role, text, line ends before, blanks before)."""

    rng: random.Random
    gap: str = "\n\n"
    """What stands between two paragraphs."""
    lines: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, role: str, text: str, gap: str | None = None, indent: str = "") -> None:
        """One more line; ``gap`` is what stands before it."""
        if text.strip():
            self.lines.append((role, text.strip(), self.gap if gap is None else gap, indent))

    def each(self, role: str, texts: Sequence[str], gap: str | None = None, mark: str = "") -> None:
        """Several lines of one role, with a mark before each; the first behind the usual gap."""
        for at, text in enumerate(texts):
            self.add(role, mark + text, None if at == 0 else gap)

    def text(self) -> str:
        """The page's text."""
        out = ""
        for role_text_gap in self.lines:
            _, line, gap, indent = role_text_gap
            out += (gap if out else "") + indent + line
        return out + self.rng.choice(["", "\n", "\n\n"])

    def roles(self) -> list[str]:
        """The roles of the lines, in order."""
        return [role for role, *_ in self.lines]

    def chance(self, p: float) -> bool:
        """True in ``p`` of the cases."""
        return self.rng.random() < p

    def some_others(self, others: Sequence[Article], many: int) -> list[Article]:
        """So many of the other articles, or all."""
        return self.rng.sample(list(others), min(len(others), many))

    def some(self, texts: Sequence[str], least: int, most: int) -> list[str]:
        """A few of ``texts``, in any order."""
        return self.rng.sample(list(texts), min(len(texts), self.rng.randint(least, most)))


@dataclass(slots=True)
class Matter:
    """What a page is laid out from: its article, others to link to, and its outlet's fixed choices."""

    article: Article
    others: Sequence[Article]
    outlet: str
    fixed: random.Random
    """The same for every page of an outlet: what it always does."""

    def titles(self, rng: random.Random, least: int, most: int) -> list[str]:
        """Titles of other articles, as links."""
        many = min(len(self.others), rng.randint(least, most))
        return [a.title for a in rng.sample(list(self.others), many)]


def person(rng: random.Random) -> str:
    """An invented name."""
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def outlet(rng: random.Random) -> str:
    """An invented outlet."""
    name = rng.choice(OUTLET_NAME)
    return f"{rng.choice(OUTLET_KIND)} {name}" if rng.random() < 0.5 else name


def _clock(rng: random.Random, style: int) -> str:
    hour, minute = rng.randint(0, 23), rng.randint(0, 59)
    half, of_twelve = ("ص" if hour < 12 else "م"), hour % 12 or 12
    long_half = "صباحا" if hour < 12 else "مساء"
    return (
        f"{hour:02}:{minute:02}",
        f"{of_twelve:02}:{minute:02} {half}",
        f"الساعة {of_twelve}:{minute:02} {long_half}",
        f"{hour:02}:{minute:02}:{rng.randint(0, 59):02}",
    )[style]


Dated = Callable[[random.Random], str]


def day_format(fixed: random.Random, months: str | None = None) -> Dated:
    """An outlet's way of writing a day, as a function of the page's own chance."""
    series = MONTHS[months or fixed.choice(list(MONTHS))]
    shape, clock, indic = fixed.randrange(14), fixed.randrange(4), fixed.random() < 0.1

    def write(rng: random.Random) -> str:
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2009, 2025)
        name, weekday, time = series[month - 1], rng.choice(WEEKDAYS), _clock(rng, clock)
        text = (
            f"{weekday} {day} {name} {year} - {time}",
            f"{day} {name} {year}",
            f"{day}/{month}/{year} {time}",
            f"{year}-{month:02}-{day:02} {time}",
            f"{name} {day}, {year}",
            f"{weekday} {day:02}/{name}/{year} - {time}",
            f"{time} {day:02}/{month:02}/{year}",
            f"{day:02}-{month:02}-{year} | {time}",
            f"{weekday}، {day} {name} {year}",
            f"{day} {name}، {year} {time}",
            f"{weekday} {day} {name} {year} {time}",
            f"{day:02}.{month:02}.{year}",
            f"{year}-{month:02}-{day:02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}+0000",
            f"{day} {name} {year}   |   آخر تحديث: {time}",
        )[shape]
        return text.translate(_INDIC) if indic else text

    return write


def phrase(rng: random.Random, text: str, least: int, most: int) -> str:
    """A few words of a sentence that a caption could have: from behind its verb or conjunction on."""
    words = text.split()
    starts = [
        at
        for at in range(1, max(2, len(words) - most))
        if words[at][0] not in "وف" and len(words[at]) > 3
    ]
    at = rng.choice(starts or [0])
    return " ".join(words[at : at + rng.randint(least, most)]).strip(' ،.:؛"«»“”()-')


def body(draft: Draft, article: Article, between: Callable[[int], None] | None = None) -> None:
    """The article's parts; ``between`` is called behind each paragraph with its number."""
    for at, (role, text) in enumerate(article.parts):
        draft.add(role, text)
        if between is not None and role == "paragraph" and at + 1 < len(article.parts):
            between(at)
