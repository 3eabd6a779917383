"""What a line shows by itself of its part in a page: named features of its length, marks and words.

Nothing here looks at other lines.  Short lines recur from page to page (menus, labels, forms), so
theirs are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from riwaya.arabic import fold_key
from riwaya.reading import dateline
from riwaya.reading.lexicon import dateline_words, furniture, key, keys, table
from riwaya.reading.lines import Line
from riwaya.reading.surroundings import own_marks

SHORT, MEDIUM, LONG = 60, 110, 170
"""Bounds on a line's length in code points: a label, a headline, a sentence, a paragraph."""
_FURNITURE_MOST = 150
_BYLINE_WORDS = 9
_PHRASE_WORDS = 8
_DATED_MOST = 90
_BYLINE_MOST = 95
_POLICY_MOST = 800
_KEPT = 1 << 13
"""How many short lines are kept with their features."""
_WORDS_ALIKE = 6
_WORD_BOUNDS = (1, 2, 3, 6, 12, 25)
_WORD_COUNTS = ("w1", "w2", "w3", "w4_6", "w7_12", "w13_25", "w26")
_BULLET = re.compile(r"(?:[-–—•●▪◾■○*·»›>]|\d{1,2}\s?[-.)])\s*\w")
_CLOCK_END = re.compile(r"\d{1,2}:\d{2}\s*$")
_CLOCK_FIRST = re.compile(r"[\W_]*\d{1,2}:\d{2}\b")
_DAY_END = re.compile(r"(?:19|20)\d\d\W*$")
_HAS_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[a-z]")
_DIGIT = re.compile(r"\d")
_URL = re.compile(r"https?://|www\.|\.com\b|@\w")
_OPENS, _CLOSES = "“«", "”»"
_FULL_DATE = re.compile(
    r"(?<!\d)(?:[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d)(?!\d)"
    rf"|(?<!\d)[0-3]?\d\s+(?:من\s+)?(?:{dateline.MONTHS})(?:\s*[/-]\s*(?:{dateline.MONTHS}))?،?\s+(?:19|20)\d\d"
)
_POLICY = re.compile(
    r"الاخبار المنشوره|لمشتركي|للمشتركين|(?:من اجل|وللاشتراك|للاشتراك)|(?:مختصر|اختصار) ل|يرجي الاتصال|الصفحه الرسميه لوكاله|"
    r"مراجعه التعليقات|التعليقات التي|جميع مشاركاتك|سياسه الخصوصيه|شروط الاستخدام|التعليقات المنشوره"
)
_POLICY_WORDS = ("تعليقات", "مشترك", "اشتراك", "الخصوصيه", "مشاركاتك", "المنشوره")
_CREDIT = re.compile(r"(?:[(\[]|\s[-–—/]\s?)([^()\[\]–—/-]{2,40})[)\]]?\s*$")
_SHAPES: dict[str, re.Pattern[str]] = {
    "address": re.compile(r"(?:https?://|www\.|pic\.twitter\.com)\S+$"),
    "hashtags": re.compile(r"(?:#[\w]+[\s،,]*+)+$"),
    "initials": re.compile(r"[^\W\d]{1,2}(?:[./\s-]{1,3}[^\W\d]{1,2}){1,6}\.?$"),
}
_FIRST_WORD = re.compile(r"[\W_]*(?:و\W+)?([^\W_]+)")
_CRUMBS = re.compile(r"[»›>/|\\←،:-]+|\s-\s")


def own_features(line: Line) -> set[str]:
    """The features of a line alone: a set of its own, to be added to."""
    if len(line.text) <= _FURNITURE_MOST:
        return set(_short(line.text, line.folded))
    found = _common(line)
    if len(line.text) < _POLICY_MOST and _is_policy(line.folded):
        found.add("policy")
    return found


@lru_cache(maxsize=_KEPT)
def _short(text: str, folded: str) -> frozenset[str]:
    line = Line(0, len(text), text, folded)
    found = _common(line) | _lexical(line)
    if len(text) <= MEDIUM:
        found |= _small(line)
        found |= own_marks(line)
    return frozenset(found)


def forget() -> None:
    """Drops the short lines that are kept with their features: for measurements."""
    _short.cache_clear()


def is_continuer(line: Line) -> bool:
    """Whether the line opens by carrying on what was said before."""
    words = line.folded[:60].lstrip("\"“«'( ").split(" ", 2)
    first = words[0]
    if first in dateline_words("continuers") or " ".join(words[:2]) in dateline_words("continuers"):
        return True
    return len(first) > 3 and first[0] in "وف" and first[1:] in dateline_words("openers")


def _common(line: Line) -> set[str]:
    """Features that a line of any length may have: its size, how it opens, how it ends."""
    size, words = len(line.text), line.words
    out = {_size(size), _WORD_COUNTS[bisect_left(_WORD_BOUNDS, len(words))], _ending(line)}
    if _BULLET.match(line.text):
        out.add("bullet")
    if is_continuer(line):
        out.add("continues")
    out |= _and_opening(line)
    if words and words[0].strip("\"“«'(") in dateline_words("openers"):
        out.add("verb_first")
        if len(words) >= _PHRASE_WORDS and "open" in out:
            out.add("verb_phrase")
    if size > SHORT:
        out |= _marks(line.text)
    return out


def _size(size: int) -> str:
    if size <= SHORT:
        return "short"
    if size <= MEDIUM:
        return "medium"
    return "long" if size <= LONG else "paragraph_long"


def _ending(line: Line) -> str:
    """``asks``, ``stop``, ``colon`` or ``open``: how the line ends."""
    size = len(line.text)
    if line.final:
        return "asks" if line.final in "؟?!" and size <= MEDIUM else "stop"
    if line.text.endswith(":"):
        return "colon"
    return "stop" if line.text[-1] in '"»”' and size > MEDIUM else "open"


def _and_opening(line: Line) -> set[str]:
    """Whether the line opens with a word that has و before it, and whether it is a whole sentence."""
    out: set[str] = set()
    words = line.words
    first = words[0] if words else ""
    if not first.startswith("و"):
        return out
    if line.final and line.final not in "؟?!" and len(words) > 2 and len(first) > 2:
        out.add("waw_sentence")
    own_waw = first in dateline_words("stem_waw") or first.startswith("وزير")
    if len(words) > 5 and len(first) > 3 and not own_waw:
        out.add("and_first")
    return out


def _marks(text: str) -> set[str]:
    """Quotation marks without their other half, and the marks that cut a sentence."""
    out: set[str] = set()
    opened = sum(map(text.count, _OPENS)) - sum(map(text.count, _CLOSES))
    if opened or text.count('"') % 2:
        out.add("quote_left_open" if opened >= 0 else "quote_closed")
    if text.endswith(("...", "…")):
        out.add("ellipsis")
    elif text[-1] in "،,":
        out.add("comma_end")
    return out


def _small(line: Line) -> set[str]:
    """Features that only short lines have: scripts, digits, separators, addresses."""
    text, out = line.text, set[str]()
    if len(line.words) <= 3:
        out.add("few_words")
        if "ة" in text:  # rare in the names of people
            out.add("feminine")
    out |= _scripts(line)
    if sum(word.startswith("ال") for word in line.words) > 1:
        out.add("two_definite")
        if "feminine" in out:
            out.add("noun_phrase")
    if "|" in text:
        out.add("bar")
    if text[-1] in ")]":
        out.add("bracket_last")
    if text.endswith(("...", "…")):
        out.add("ellipsis")
    if _URL.search(text):
        out.add("some_address")
    if text.count('"') % 2 or _unpaired(text):
        out.add("quote_left_open")
    return out


def _scripts(line: Line) -> set[str]:
    """What of a line is letters, Latin letters and digits, and where its digits stand."""
    text, out = line.text, set[str]()
    digits = _DIGIT.search(text) is not None
    if not _HAS_LETTER.search(text):
        out.add("digits_only" if digits else "no_letters")
    elif digits and 4 * len(_DIGIT.findall(text)) > len(text):
        out.add("many_digits")
    if _LATIN.search(line.folded) and 3 * len(_LATIN.findall(line.folded)) > sum(
        map(str.isalpha, text)
    ):
        out.add("much_latin")
    if digits:
        if _CLOCK_END.search(text):
            out.add("clip_length")
        if _CLOCK_FIRST.match(text):
            out.add("clock_first")
        if _DAY_END.search(line.folded):
            out.add("day_last")
    return out


def _unpaired(text: str) -> bool:
    return sum(map(text.count, _OPENS)) != sum(map(text.count, _CLOSES))


def _lexical(line: Line) -> set[str]:
    """Features from the lexicons."""
    size = len(line.text)
    out = _told(line)
    if not out and len(line.words) <= _WORDS_ALIKE:
        out |= _alike(line)
    if size > MEDIUM and _is_policy(line.folded):
        out.add("policy")
    if size <= MEDIUM:
        out.update(name for name, shape in _SHAPES.items() if shape.match(line.text))
    if _is_breadcrumb(line):
        out.add("breadcrumb")
    if size <= _DATED_MOST and _DIGIT.search(line.text) and _FULL_DATE.search(line.folded):
        out.add("dated")
    if size <= _BYLINE_MOST and dateline.is_byline(line.folded):
        out.add("publisher_only" if dateline.is_publisher(line.folded) else "dateline")
    if (credit := _CREDIT.search(line.folded)) and dateline.is_publisher(credit.group(1)):
        out.add("credit")
    return out


def _told(line: Line) -> set[str]:
    """How the lexicons tell the line: whole, by its opening, or by a phrase in it."""
    out: set[str] = set()
    lexicon = furniture()
    for role in _by_whole().get(line.key, ()):
        out.add(f"is_{role}")
    if (first := _FIRST_WORD.match(line.folded)) is not None:
        for role in _by_opening().get(first.group(1), ()):
            opening = lexicon[role].opening
            # A line that opens like a byline is one only where it is as short.
            fits = role != "byline" or len(line.words) <= _BYLINE_WORDS
            if (
                f"is_{role}" not in out
                and fits
                and opening is not None
                and opening.match(line.folded)
            ):
                out.add(f"opens_{role}")
    for role in _phrases_in(line.folded):
        if out.isdisjoint({f"is_{role}", f"opens_{role}"}):
            out.add(f"has_{role}")
    return out


@cache
def _by_whole() -> dict[str, tuple[str, ...]]:
    """By phrase, the roles whose lexicon has it as a whole line."""
    out: dict[str, tuple[str, ...]] = {}
    for role, kind in furniture().items():
        for phrase in kind.whole:
            out[phrase] = (*out.get(phrase, ()), role)
    return out


@cache
def _by_opening() -> dict[str, tuple[str, ...]]:
    """By first word, the roles that a phrase which a line may open with has."""
    out: dict[str, tuple[str, ...]] = {}
    for role, group in table("furniture").items():
        for phrase in keys([*group.get("start", ()), *group.get("lead", ())]):
            word = _FIRST_WORD.match(phrase)
            if word is not None and role not in out.get(word.group(1), ()):
                out[word.group(1)] = (*out.get(word.group(1), ()), role)
    return out


@cache
def _matcher() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The phrases that may stand anywhere in a line, and the role of each."""
    pairs = [
        (fold_key(phrase), role)
        for role, group in table("furniture").items()
        for phrase in group.get("any", ())
    ]
    return AhoCorasick([phrase for phrase, _ in pairs]), tuple(role for _, role in pairs)


def _phrases_in(folded: str) -> set[str]:
    matcher, roles = _matcher()
    return {
        roles[found] for found, _, _ in matcher.find_matches_as_indexes(folded, overlapping=True)
    }


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    """The words of a role's lexicon that no other role's has, by role."""
    words = {
        role: {word for phrase in kind.whole for word in phrase.split() if len(word) > 2}
        for role, kind in furniture().items()
    }
    return {
        role: frozenset(mine.difference(*(other for name, other in words.items() if name != role)))
        for role, mine in words.items()
    }


def _alike(line: Line) -> set[str]:
    """The roles whose vocabulary half of a short line's words are of: phrases that no list has."""
    words = [word for word in line.key.split() if len(word) > 2]
    return {
        f"like_{role}"
        for role, known in _vocabulary().items()
        if words and 2 * sum(word in known for word in words) >= len(words)
    }


def _is_policy(folded: str) -> bool:
    """Whether a sentence is a site's own, on comments, privacy or subscriptions."""
    # Most paragraphs hold none of these words: a plain search is ten times faster than the pattern.
    return any(word in folded for word in _POLICY_WORDS) and len(_POLICY.findall(folded)) > 1


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
