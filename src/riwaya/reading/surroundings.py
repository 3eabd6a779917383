"""What surrounds an article on its page: tags, readers' comments, dates beside links, counters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.reading import dateline
from riwaya.reading.headline import stems
from riwaya.reading.lexicon import furniture
from riwaya.reading.lines import Line

_LEXICAL = ("is_", "opens_", "has_")
_TAG_WORDS, _TAG_LONGEST, _MOST_TAGS = 4, 32, 25
_COUNTED = (
    r"مشاهده|مشاهدات|المشاهدات|عدد المشاهدات|قراءه|القراءات|قراءات|عدد القراءات|قراء|زياره|زيارات|الزيارات|تعليق|تعليقات|"
    r"مشاركه|مشاركات|المشاركات|اعجاب|اعجابات|متابع|متابعه|متابعين|تغريده|views?|shares?|comments?|likes?|hits|reads"
)
_COUNTER = re.compile(
    rf"\W*(?:[\d.,٫]+\s*[كk]?\s*(?:{_COUNTED})|(?:{_COUNTED})\s*[:(=|\s]\s*[\d.,٫]+\s*[كk]?)\W*",
    re.I,
)
_LINKED_BYLINE = re.compile(r"[—–-]+\s?.{2,60}\(@\w+\)")
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")
_CREDIT_MARK = re.compile(r"\s*(?:©|\(c\))\s*(?!\d)\S.{0,60}$", re.I)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?", re.I)
_HOME = re.compile(
    r"\W*(?:الصفحه الرييسيه|الصفحه الرئيسيه|الرئيسيه|الرييسيه|home)\s*[»›>/|\\<«:→←-]\s*\S", re.I
)
_AGO = re.compile(
    r"\W*(?:(?:اخر تحديث|نشر|تم النشر)\W+)?(?:منذ|قبل) (?:\d+ )?(?:ثانيه|ثوان|ثواني|دقيقه|دقيقتين|دقائق|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|سنه|سنتين|سنوات)\W*(?:واحده?)?"
)
_QUOTED_LINES = 4
_COMMENTS = re.compile(
    r"\W*(?:\d+\s*)?(?:تعليقات الزوار|تعليقات القراء|التعليقات|تعليقات|احدث التعليقات|اخر التعليقات|اراء القراء|ردود الفعل|comments)\W*\d*\W*",
    re.I,
)
_CLOSES_COMMENTS = frozenset({"is_related", "is_navigation", "opens_related", "has_navigation", "is_source", "is_tags"})  # fmt: skip
_CLOSES_LINKS = frozenset({"is_end", "opens_end", "initials", "is_source", "opens_source"})


def own_marks(line: Line) -> set[str]:
    """Counters, credits, lines without an Arabic letter and lines that are a date, by themselves."""
    out: set[str] = set()
    if len(line.text) > 90:
        return out
    folded = " ".join(line.folded.split())
    if _AGO.fullmatch(folded):
        out.add("ago")
    if _COUNTER.fullmatch(folded):
        out.add("counter")
    if _LINKED_BYLINE.match(line.text):
        out.add("embedded")
    if _CREDIT_MARK.match(line.text) and "حقوق" not in folded:
        out.add("credit_mark")
    if _LETTER.search(line.text) and not _ARABIC.search(line.text):
        out.add("no_arabic")
    if _HOME.match(folded):
        out.add("home_path")
    if dateline.is_date(folded) or _ISO.fullmatch(folded):
        out.add("date_only")
        out |= {"dated"} if _ISO.fullmatch(folded) else set()
        out.discard("no_arabic")
    return out


def mark_surroundings(lines: Sequence[Line], out: list[set[str]]) -> None:
    """Marks tags behind the text, comments, and dates that belong to links."""
    _tags(lines, out)
    _comments(lines, out)
    _late_dates(out)
    _broken_quotations(lines, out)


def _tags(lines: Sequence[Line], out: list[set[str]]) -> None:
    left, linking = 0, False
    said: set[str] = set()
    for line, found in zip(lines, out, strict=True):
        linking = linking or bool(
            found & {"is_related", "opens_related"} and "after_prose" in found
        )
        if "is_tags" in found and "before_prose" not in found:
            left = _MOST_TAGS
        elif not _tag_shaped(line, found):
            left = 0
        elif left:
            found.add("tagged")
            left -= 1
        elif "after_prose" in found and not linking:
            said = said or _said(lines, out)
            mine = stems(line.folded)
            if mine and mine <= said:
                found.add("tag_like")


def _said(lines: Sequence[Line], out: list[set[str]]) -> set[str]:
    """The stems of the text's whole sentences."""
    said: set[str] = set()
    for line, found in zip(lines, out, strict=True):
        if "stop" in found and "short" not in found:
            said |= stems(line.folded)
    return said


def _tag_shaped(line: Line, found: set[str]) -> bool:
    return (
        len(line.text) <= _TAG_LONGEST
        and len(line.folded.split()) <= _TAG_WORDS
        and "stop" not in found
        and not any(name.startswith(_LEXICAL) and name != "is_section" for name in found)
    )


def _comments(lines: Sequence[Line], out: list[set[str]]) -> None:
    inside = False
    for line, found in zip(lines, out, strict=True):
        if "after_prose" not in found and not inside:
            continue
        if len(line.text) < 40 and _COMMENTS.fullmatch(" ".join(line.folded.split())):
            inside = True
            found.add("is_form")
        elif found & _CLOSES_COMMENTS or line.key in furniture()["end"].whole:
            inside = False
        elif inside:
            found.add("in_comments")


def _late_dates(out: list[set[str]]) -> None:
    """Marks the dates that belong to links or comments.

    The article's own stands before the text, behind its first paragraph (a standfirst), or at the
    end, behind its last paragraph, an end mark or an agency slug.
    """
    linking = closing = dated = False
    paragraphs = 0
    for at, found in enumerate(out):
        linking = (linking or "is_related" in found) and "stop" not in found
        closing = closing or bool(found & _CLOSES_LINKS)
        paragraphs += bool({"stop", "paragraph_long"} & found)
        if "date_only" not in found:
            dated = dated or "dated" in found
            continue
        late = found.isdisjoint({"before_prose", "no_prose"})
        if late and paragraphs == 1 and "dated" in found and not (dated or linking):
            found.add("head_date")
        elif late and (linking or not (closing or _ends_text(out, at))):
            found.add("late_date")
        dated = True


def _ends_text(out: list[set[str]], at: int) -> bool:
    return at > 0 and "stop" in out[at - 1] and "after_prose" in out[at]


def _broken_quotations(lines: Sequence[Line], out: list[set[str]]) -> None:
    """Marks the lines of a quotation that opens on one line of the text and closes on a near one."""
    opened: int | None = None
    for at, line in enumerate(lines):
        opens = line.text.count("“") + line.text.count("«")
        closes = line.text.count("”") + line.text.count("»")
        if closes > opens and opened is not None and at - opened < _QUOTED_LINES:
            for inside in range(opened, at + 1):
                out[inside].add("broken_quote")
        if closes != opens:
            opened = at if opens > closes else None
