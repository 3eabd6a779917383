"""What each line shows of its part in the page: named features, from the line and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.model import Page
from riwaya.reading import dateline
from riwaya.reading.headline import mark_headline
from riwaya.reading.lexicon import dateline_words, furniture, key
from riwaya.reading.lines import Line
from riwaya.reading.surroundings import mark_surroundings, own_marks

SHORT, MEDIUM, LONG = 60, 110, 170
"""Bounds on a line's length in code points: a label, a headline, a sentence, a paragraph."""
_FURNITURE_MOST = 150
_HEADLINE = 40
_BYLINE_WORDS = 9
_PHRASE_WORDS = 8
_DATED_MOST = 90
_POLICY_MOST = 800
_BULLET = re.compile(r"(?:[-–—•●▪◾■○*·»›>]|\d{1,2}\s?[-.)])\s*\w")
_CLOCK_END = re.compile(r"\d{1,2}:\d{2}\s*$")
_HAS_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_FULL_DATE = re.compile(
    r"(?<!\d)(?:[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d)(?!\d)"
    rf"|(?<!\d)[0-3]?\d\s+(?:من\s+)?(?:{dateline.MONTHS})(?:\s*[/-]\s*(?:{dateline.MONTHS}))?،?\s+(?:19|20)\d\d"
)
_POLICY = re.compile(
    r"الاخبار المنشوره|لمشتركي|للمشتركين|(?:من اجل|وللاشتراك|للاشتراك)|(?:مختصر|اختصار) ل|يرجي الاتصال|الصفحه الرسميه لوكاله|"
    r"مراجعه التعليقات|التعليقات التي|جميع مشاركاتك|سياسه الخصوصيه|شروط الاستخدام|التعليقات المنشوره"
)
_CREDIT = re.compile(r"(?:[(\[]|\s[-–—/]\s?)([^()\[\]–—/-]{2,40})[)\]]?\s*$")
_SHAPES: dict[str, re.Pattern[str]] = {
    "address": re.compile(r"(?:https?://|www\.|pic\.twitter\.com)\S+$"),
    "hashtags": re.compile(r"(?:#[\w]+[\s،,]*+)+$"),
    "initials": re.compile(r"[^\W\d]{1,2}(?:[./\s-]{1,3}[^\W\d]{1,2}){1,6}\.?$"),
}
_CRUMBS = re.compile(r"[»›>/|\\←،:-]+|\s-\s")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the page from outside its text: folded titles and authors."""

    titles: frozenset[str]
    authors: frozenset[str]
    record: bool

    @classmethod
    def of(cls, page: Page) -> Given:
        def of_kind(kind: str) -> frozenset[str]:
            return frozenset(key(h.value) for h in page.hints if h.kind == kind) - {""}

        return cls(of_kind("title"), of_kind("author"), page.format == "record")


def is_continuer(line: Line) -> bool:
    """Whether the line opens by carrying on what was said before."""
    words = line.folded.lstrip("\"“«'( ").split(" ", 2)
    first = words[0]
    if first in dateline_words("continuers") or " ".join(words[:2]) in dateline_words("continuers"):
        return True
    return len(first) > 3 and first[0] in "وف" and first[1:] in dateline_words("openers")


def _own(line: Line) -> set[str]:
    """Features of the line alone."""
    size, out = len(line.text), set()
    out.add(
        "short"
        if size <= SHORT
        else "medium"
        if size <= MEDIUM
        else "long"
        if size <= LONG
        else "paragraph_long"
    )
    words = line.folded.split()
    if len(words) <= 3:
        out.add("few_words")
    if not _HAS_LETTER.search(line.text):
        out.add("digits_only" if _DIGIT.search(line.text) else "no_letters")
    final = line.final
    asks = final in "؟?!" and size <= MEDIUM
    if final:
        out.add("asks" if asks else "stop")
    elif line.text.rstrip().endswith(":"):
        out.add("colon")
    elif line.text[-1] in '"»”' and size > MEDIUM:
        out.add("stop")
    else:
        out.add("open")
    if _BULLET.match(line.text):
        out.add("bullet")
    if is_continuer(line):
        out.add("continues")
    out |= _and_opening(line, words)
    if words and words[0].strip("\"“«'(") in dateline_words("openers"):
        out.add("verb_first")
        if len(words) >= _PHRASE_WORDS and "open" in out:
            out.add("verb_phrase")
    if _CLOCK_END.search(line.text):
        out.add("clip_length")
    return out | _lexical(line) | own_marks(line)


def _and_opening(line: Line, words: Sequence[str]) -> set[str]:
    """Whether the line opens with a word that has و before it, and whether it is a whole sentence."""
    out: set[str] = set()
    first = words[0] if words else ""
    if not first.startswith("و"):
        return out
    if line.final and line.final not in "؟?!" and len(words) > 2 and len(first) > 2:
        out.add("waw_sentence")
    own_waw = first in dateline_words("stem_waw") or first.startswith("وزير")
    if len(words) > 5 and len(first) > 3 and not own_waw:
        out.add("and_first")
    return out


def _lexical(line: Line) -> set[str]:
    """Features from the lexicons; long lines have none."""
    out: set[str] = set()
    if len(line.text) > _FURNITURE_MOST:
        if len(line.text) < _POLICY_MOST and _is_policy(line.folded):
            out.add("policy")
        return out
    if len(line.text) > MEDIUM and _is_policy(line.folded):
        out.add("policy")
    out.update(name for name, shape in _SHAPES.items() if shape.match(line.text))
    if _is_breadcrumb(line):
        out.add("breadcrumb")
    if len(line.text) <= _DATED_MOST and _FULL_DATE.search(line.folded):
        out.add("dated")
    whole = line.key
    for role, kind in furniture().items():
        if whole in kind.whole:
            out.add(f"is_{role}")
        elif kind.opening is not None and kind.opening.match(line.folded) and _fits(role, line):
            out.add(f"opens_{role}")
        elif kind.anywhere is not None and kind.anywhere.search(line.folded):
            out.add(f"has_{role}")
    if len(line.text) <= 95 and dateline.is_byline(line.folded):
        out.add("publisher_only" if dateline.is_publisher(line.folded) else "dateline")
    if (credit := _CREDIT.search(line.folded)) and dateline.is_publisher(credit.group(1)):
        out.add("credit")
    return out


def _is_policy(folded: str) -> bool:
    """Whether a sentence is a site's own, on comments, privacy or subscriptions."""
    # Most paragraphs hold none of these words: a plain search is ten times faster than the pattern.
    told = ("تعليقات", "مشترك", "اشتراك", "الخصوصيه", "مشاركاتك", "المنشوره")
    return any(word in folded for word in told) and len(_POLICY.findall(folded)) > 1


def _is_breadcrumb(line: Line) -> bool:
    """Whether a line is a path of a site's section labels (``الرئيسية » عالم``)."""
    if len(line.text) > SHORT:
        return False
    parts = [key(part) for part in _CRUMBS.split(line.text) if part.strip()]
    lexicon = furniture()
    known = [p for p in parts if p in lexicon["section"].whole or p in lexicon["navigation"].whole]
    return len(parts) > 1 and (
        len(known) == len(parts) or (len(known) > 0 and parts[0] in known and "»" in line.text)
    )


def _fits(role: str, line: Line) -> bool:
    """Whether a line that opens like a byline is as short as one."""
    return role != "byline" or len(line.folded.split()) <= _BYLINE_WORDS


def features(lines: Sequence[Line], given: Given) -> list[set[str]]:
    """The features of every line of a page."""
    out = [_own(line) for line in lines]
    prose = _place(lines, out)
    _titles(lines, out, given)
    mark_headline(lines, out, prose)
    mark_surroundings(lines, out)
    _runs(lines, out)
    _links_elsewhere(lines, out)
    return out


def is_prose(found: set[str]) -> bool:
    """Whether a line reads as a paragraph by its shape: it ends a sentence, and is no label."""
    return (
        "stop" in found and not found & {"short", "few_words", "no_letters"}
    ) or "paragraph_long" in found


def _place(lines: Sequence[Line], out: list[set[str]]) -> list[int]:
    """Marks where a line stands: first, before or after all prose; returns the places of the prose."""
    prose = [at for at, found in enumerate(out) if is_prose(found) and not _is_furniture(found)]
    # A page without final marks: its longer lines are its text.
    prose = prose or [at for at, found in enumerate(out) if at and found & {"long", "verb_phrase"}]
    if not prose:
        for found in out:
            found.add("no_prose")
    first = prose[0] if prose else len(out)
    last = prose[-1] if prose else -1
    for at, found in enumerate(out):
        if at == 0:
            found.add("first")
            if len(out) > 2 and "few_words" in found and _headline_shaped(lines[1], out[1]):
                found.add("label_first")
        if at < first:
            found.add("before_prose")
        elif at > last:
            found.add("after_prose")
        else:
            found.add("within_prose")
    return prose


def _is_furniture(found: set[str]) -> bool:
    return bool(
        found
        & {"has_navigation", "has_form", "policy", "is_form", "is_navigation", "opens_related"}
    )


def _headline_shaped(line: Line, found: set[str]) -> bool:
    return "open" in found and 25 < len(line.text) <= MEDIUM and not found & {"continues", "bullet"}


def _titles(lines: Sequence[Line], out: list[set[str]], given: Given) -> None:
    """Titles that are known from outside, and lines that say again what one before them said."""
    seen: dict[str, int] = {}
    for at, (line, found) in enumerate(zip(lines, out, strict=True)):
        whole = line.key
        if whole in given.titles:
            found.add("given_title")
        elif any(
            whole and (whole in t or t in whole) and min(len(whole), len(t)) > 20
            for t in given.titles
        ):
            found.add("near_title")
        if given.record and given.titles and at == 0:
            found.add("given_title")
        if whole in given.authors:
            found.add("given_author")
        if whole and whole in seen and len(whole) > 3:
            found.add("again")
            if "given_title" in out[seen[whole]] or seen[whole] == 0:
                found.add("again_title")
            if seen[whole] == at - 1:
                found.add("again_next")
                out[at - 1].add("twice")
        seen.setdefault(whole, at)


def _runs(lines: Sequence[Line], out: list[set[str]]) -> None:
    """Runs of lines that end no sentence: link lists, or a heading standing alone."""
    at = 0
    while at < len(out):
        end = at
        while end < len(out) and _link_shaped(out[end]):
            end += 1
        size = end - at
        for inside in range(at, end):
            out[inside].add("alone" if size == 1 else "in_run" if size < 4 else "in_long_run")
        listed = at > 0 and "colon" in out[at - 1]
        for inside in range(at, end):
            if listed:
                out[inside].add("listed")
        if size == 1 and end < len(out):
            _kinship(lines, out, at)
        at = max(end, at + 1)


def _links_elsewhere(lines: Sequence[Line], out: list[set[str]]) -> None:
    """On a page with link lists in its text, a lone line of a headline's length is a link as well."""
    lists = any(
        "in_run" in found and "within_prose" in found and "listed" not in found for found in out
    )
    for line, found in zip(lines, out, strict=True):
        if lists and "alone" in found and len(line.text) > _HEADLINE:
            found.add("alone_among_links")


def _link_shaped(found: set[str]) -> bool:
    return bool(found & {"open", "asks"}) and not found & {
        "continues",
        "paragraph_long",
        "no_letters",
    }


def _kinship(lines: Sequence[Line], out: list[set[str]], at: int) -> None:
    """Whether a lone line shares words with the text right behind it, as a heading does."""
    mine = _content(lines[at].folded)
    ahead: set[str] = set()
    for line in lines[at + 1 : at + 3]:
        ahead |= _content(line.folded)
    shared = len(mine & ahead)
    if shared >= max(1, len(mine) // 3):
        out[at].add("kin_ahead")


def _content(folded: str) -> set[str]:
    """Stems of the content words: article and conjunction off, six letters."""
    words = re.findall(r"\w{4,}", folded)
    return {word.removeprefix("و").removeprefix("ال")[:5] for word in words}
