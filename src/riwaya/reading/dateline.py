"""Datelines and agency slugs: lines made of nothing else, and those glued to a first paragraph.

``القاهرة (رويترز) - قال …``, ``وكالات: أعلن …``, ``باريس – أ ف ب |``, ``وكالاتأعرب …``.
A dateline's head is read as a sequence of elements: places, publishers, dates, authors' names and
the marks between them.  It is cut off only where what follows goes on as a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from riwaya.reading.lexicon import MARKS, alternation, dateline_words, publishers

Element = Literal["place", "publisher", "date", "name", "label", "unknown"]

_LONGEST = 95
_BYLINE_WORDS = 7
_PUBLISHER_WORDS = 5
KIND_OF_PUBLISHER = re.compile(r"(?:وكاله|قناه|صحيفه|جريده|شبكه|موقع|بوابه)\s")
"""Words by which an agency or outlet that no list knows is known for one (folded)."""
_NUMBER = re.compile(r"\d+")
_UNNAMED = re.compile(r"وكالات|متابعات")
_SEPARATOR = re.compile(
    r"\s*(?:\|+|:\s?[-–—]+|[-–—]{2,}|\s[-–—ـ]\s?|(?<=\w)[-–—]\s|(?<=[)\]])\s*[-–—:/]?|:|/|«|»)\s*"
)
_PIECES = re.compile(r"[-–—/|:()\[\]«»،,\"“”]+|\sـ\s|\.\s")
MONTHS = (
    "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|"
    "اب|ايلول|تشرين الاول|تشرين الثاني|كانون الاول|جانفي|فيفري|افريل|ماي|جوان|جويليه|اوت|يوليوز|غشت|شتنبر|نونبر|دجنبر|"
    "محرم|صفر|ربيع الاول|ربيع الاخر|ربيع الثاني|جمادي الاولي|جمادي الاخره|رجب|شعبان|رمضان|شوال|ذو القعده|ذو الحجه"
)
_WEEKDAYS = "الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
# Possessive: a run of date words is never tried in another way, so that the match stays linear.
_DATE = re.compile(
    r"(?:(?:(?:يوم|في|بتاريخ|الموافق|مساء|صباح|صباحا|ظهرا|اليوم|بتوقيت|الساعه|ساعه|غرينتش|جرينتش|gmt|مكه|المكرمه|القاهره|ص|م|ه|am|pm|ت غ|ت م|المحلي|بالتوقيت المحلي|الثلايا|utc|ابوظبي|دمشق|بغداد|موسكو|"
    rf"{_WEEKDAYS}|{MONTHS})(?!\w)"
    r"|\d{1,4}(?:[-/.:]\d{1,2}){0,2}(?:[-/.]\d{2,4})?)[\s،,\-–—|:/]*+)++"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a dateline's head is made of."""

    elements: tuple[Element, ...]

    def has(self, *kinds: Element) -> bool:
        return any(kind in self.elements for kind in kinds)

    @property
    def unknown(self) -> int:
        return self.elements.count("unknown")


def _element(piece: str) -> Element:
    """What one piece between separators is."""
    known, places = publishers().by_form, dateline_words("places")
    kept = [word for word in piece.split() if word not in dateline_words("qualifiers")]
    rest = " ".join(kept)
    if not rest and piece not in known:
        return "label"
    if piece in known or rest in known or _is_kind(piece):
        return "publisher"
    if piece in places:
        return "place"
    if _DATE.fullmatch(piece):
        return "date"
    if kept[0] in dateline_words("persons") and len(kept) <= 4:
        return "name"
    return _place_and(kept)


def _is_kind(piece: str) -> bool:
    return bool(KIND_OF_PUBLISHER.match(piece)) and 1 < len(piece.split()) <= _PUBLISHER_WORDS


def _place_and(words: list[str]) -> Element:
    """A place with a publisher or a date behind it and no mark between."""
    for at in range(len(words) - 1, 0, -1):
        if " ".join(words[:at]) not in dateline_words("places"):
            continue
        tail = " ".join(words[at:])
        if tail in publishers().by_form:
            return "publisher"
        if _DATE.fullmatch(tail):
            return "place"
    return "unknown"


def parse(folded: str) -> Head | None:
    """The elements of a folded head, or None where it is too long or empty."""
    if len(folded) > _LONGEST:
        return None
    pieces = [p for raw in _PIECES.split(folded) if (p := " ".join(raw.split()).strip(MARKS))]
    if not pieces or len(pieces) > 8:
        return None
    return Head(tuple(map(_element, pieces)))


def is_date(folded: str) -> bool:
    """Whether a whole folded line is a day, a clock time or both, and nothing else."""
    whole = " ".join(folded.split()).strip(MARKS)
    return _DATE.fullmatch(whole) is not None and len(_NUMBER.findall(whole)) > 1


def is_byline(folded: str) -> bool:
    """Whether a whole folded line is a dateline, agency slug, author's line or date line."""
    whole = " ".join(folded.split()).strip(MARKS)
    if _DATE.fullmatch(whole):
        return is_date(whole)  # a year alone, or a month's, heads a timeline
    head = parse(folded)
    if head is None or len(folded.split()) > 12:
        return False
    if head.unknown:
        few = head.unknown == 1 and len(head.elements) > 1 and len(folded.split()) <= _BYLINE_WORDS
        if head.elements[0] == "unknown" and not _UNNAMED.search(folded):
            return (
                False  # what stands before an agency's name is a caption more often than an author
            )
        return few and head.has("publisher", "place")
    return not (set(head.elements) == {"place"} and len(head.elements) > 2)


def is_publisher(folded: str) -> bool:
    """Whether a line names publishers and nothing else (``أ ف ب / رويترز``)."""
    head = parse(folded)
    return head is not None and set(head.elements) == {"publisher"}


@cache
def _glued() -> re.Pattern[str]:
    """A publisher written straight onto the paragraph's first verb."""
    names = alternation(
        form for form, p in publishers().by_form.items() if not p.short and len(form) > 4
    )
    verbs = alternation(w for w in dateline_words("openers") if len(w) > 2)
    before = r"([^.\n]{2,40}?\s?[-–—/|:]\s?)?"
    # No suffix of «وكالات» has four letters: what is glued to it is a word of its own.
    unnamed = r"(?:وكالات|متابعات)(?=\w{4})"
    return re.compile(rf"{before}(?:\(?(?:{names})\)?(?=(?:{verbs})(?!\w))|{unnamed})")


def _names_one(before: str | None) -> bool:
    """Whether what stands before a glued agency is a name or a place, and no sentence."""
    if before is None:
        return True
    head = parse(before)
    short = len(before.split()) <= _BYLINE_WORDS
    return head is not None and head.unknown <= 1 and short and not _has_verb(before)


def _has_verb(folded: str) -> bool:
    openers = dateline_words("openers")
    return any(w in openers or w[1:] in openers for w in folded.split() if len(w) > 2)


def glued_head(folded: str) -> int:
    """The length, in the folded line, of a byline that the paragraph is glued to; 0 where none.

    The head ends before the paragraph's first letter, separators in it.
    """
    if (match := _glued().match(folded)) and _names_one(match.group(1)):
        return match.end()
    best = 0
    for mark in _SEPARATOR.finditer(folded, 0, _LONGEST + 20):
        if mark.start() > _LONGEST or not 0 < mark.end() < len(folded):
            continue
        if _acceptable(folded[: mark.start()], mark.group().strip(), folded[mark.end() :]):
            best = mark.end()
    return _past_marks(folded, best) if best else 0


def _past_marks(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] in " \u00a0-–—:|/":
        at += 1
    return at


def _accepts_unknown(parsed: Head, head: str, mark: str, *, opens: bool) -> bool:
    """Whether a head with a part that no lexicon knows is a byline all the same."""
    if parsed.unknown > 1 or len(parsed.elements) < 2 or len(head.split()) > 9 or _has_verb(head):
        return False
    if parsed.elements[0] == "unknown":  # a town that is not listed, with its agency in brackets
        rest = parsed.elements[1:]
        told = "publisher" in rest and set(rest) <= {"publisher", "date"} and ")" in head
        return told and (opens or mark == "--")
    strong = mark.startswith("|") or mark in ("--", "-", "–", "—", "") or (opens and mark == ":")
    return parsed.elements[0] in ("place", "publisher") and strong


def _acceptable(head: str, mark: str, rest: str) -> bool:
    """Whether ``head`` is a byline, given the separator behind it and how the text goes on."""
    parsed = parse(head)
    if parsed is None or len(rest.split(None, 3)) < 4:
        return False
    opens = rest.lstrip(MARKS).split(" ", 1)[0] in dateline_words("openers")
    if parsed.unknown:
        return _accepts_unknown(parsed, head, mark, opens=opens)
    if parsed.has("publisher"):
        return mark != ":" or opens or parsed.has("place") or len(parsed.elements) == 1
    if parsed.has("place"):
        clear = mark not in (":", "") and (opens or mark in ("--", "|") or parsed.has("date"))
        return clear or (opens and parsed.has("name"))
    return parsed.has("name") and opens and mark in ("-", "–", "—", ":", "|")
