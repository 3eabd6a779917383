"""Bodies and places that no table knows, by the word for what they are (صحيفة, لجنة, حزب, جبل).

Each rule reads one construct phrase and says how far the name in it reaches; nothing is believed
without such a head, and a head alone names nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from riwaya.arabic import Token, fold_key
from riwaya.model import MentionType
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.load import table
from riwaya.names.match import Span
from riwaya.names.merge import proclitic, verb_like
from riwaya.names.nationality import adjectives

_RARE = 150
"""A word rarer than this in the news sample may be a name that no list has."""

_SELDOM = 600
_UNSEEN = 20
_GUESS = 0.75
"""The tagger's longer reading of a body gives way to a pattern's where it is less sure than this."""

_RARELY, _BASE, _LEAST_LETTERS = 80, 30, 3
"""Bounds for places: of a word, of a word without its article, and the fewest letters."""

_QUOTED, _FIRM_WORDS = 5, 3
_OPENING = frozenset('"«“„')
_CLOSING = frozenset('"»”“')
_LONGEST = 6


@cache
def group(section: str, name: str) -> frozenset[str]:
    """The folded words of one group of organisations.toml."""
    return frozenset(fold_key(word) for word in str(table_of()[section][name]).split())


@cache
def table_of() -> Mapping[str, Mapping[str, str]]:
    return table("organisations")


@cache
def head_words() -> frozenset[str]:
    """Every word that a rule of this module begins with."""
    sections = (("outlets", "sure"), ("outlets", "loose"), ("topics", "heads"), ("parties", "heads"),
                ("academies", "heads"), ("marks", "organisations"), ("marks", "facilities"),
                ("marks", "places"), ("nature", "heads"),
                ("settled", "heads"), ("facilities", "heads"), ("facilities", "named"),
                ("institutes", "heads"),
                ("firms", "heads"), ("place_lists", "heads"))  # fmt: skip
    return frozenset().union(*(group(*section) for section in sections))


class Phrases:
    """Reads the names behind heads in one block, given the names found in it so far."""

    def __init__(self, text: str, words: Sequence[Token], spans: Sequence[Span]) -> None:
        self.text, self.words = text, words
        self.firm = {i: s for s in spans if not s.weak for i in range(s.first, s.last + 1)}

    def at(self, i: int) -> Span | None:
        """The longest name whose head is word ``i``."""
        if i + 1 >= len(self.words) or (i in self.firm and _keeps(self.firm[i], i)):
            return None
        found: Span | None = None
        for reading in splits(self.words[i].key):
            likened = "ك" in reading.prefix and frequency(self.words[i].key) > 0  # كتل
            if reading.stem not in head_words() or likened:
                continue
            for rule in _RULES:
                made = rule(self, i, reading.stem)
                if made is not None and (found is None or made.last > found.last):
                    whole = made.first == i
                    start = self.words[i].start + skip(self.words[i].text, reading.width)
                    found = replace(made, start=start, prefix=reading.prefix) if whole else made
        return found

    def span(self, first: int, last: int, kind: MentionType) -> Span:
        """A name over words ``[first, last]``, whose entity nobody knows."""
        start, end = self.words[first].start, self.words[last].end
        return Span(first, last, start, end, kind, (), "pattern", score=0.8)

    def next_to(self, i: int) -> bool:
        """Whether word ``i`` is there and follows the one before it with a blank between."""
        return (
            0 < i < len(self.words)
            and self.text[self.words[i - 1].end : self.words[i].start].isspace()
            and "\n" not in self.text[self.words[i - 1].end : self.words[i].start]
        )

    def namely(self, i: int) -> bool:
        """Whether word ``i`` may be (part of) a name that no list has: Latin, or rare, or a name's part."""
        word = self.words[i].key
        if i in self.firm or not word[0].isalpha() or verb_like(word):
            return i in self.firm
        if word.isascii():
            return self.words[i].text[:1].isupper()
        if (word,) in adjectives() or word in words_of("particles") or word.startswith("لل"):
            return False
        if self.words[i].text.endswith(("\u064b", "\u064bا")):
            return False
        return frequency(word) < _RARE and not word.endswith(("يه", "ين", "ون", "ات"))


def _in_marks(page: Phrases, i: int, stem: str) -> Span | None:
    """شركة "…": up to five words in marks behind a head."""
    kinds: tuple[tuple[str, MentionType], ...] = (
        ("organisations", "ORG"), ("facilities", "FAC"), ("places", "GPE"),
    )  # fmt: skip
    kind = next((k for name, k in kinds if stem in group("marks", name)), None)
    first = i + 1
    if stem in ("وكاله",) and page.words[first].key in ("انباء", "الانباء"):
        first += 1
    if kind is None or first >= len(page.words):
        return None
    gap = page.text[page.words[first - 1].end : page.words[first].start]
    if len(gap) > 3 or not gap.strip() or gap.strip()[-1] not in _OPENING or gap.strip()[:-1]:
        return None
    for last in range(first, min(first + _QUOTED, len(page.words))):
        if verb_like(page.words[last].key) or page.words[last].key in words_of("particles"):
            return None
        after = page.text[page.words[last].end : page.words[last].end + 2].strip()
        if after[:1] and after[0] in _CLOSING:
            return page.span(first, last, kind)
        if last + 1 < len(page.words) and not page.next_to(last + 1):
            gap = page.text[page.words[last].end : page.words[last + 1].start]
            if gap.strip() not in ("", "-", "_"):
                return None
    return None


def _outlet(page: Phrases, i: int, stem: str) -> Span | None:
    """صحيفة NAME, وكالة NAME للأنباء, موقع NAME الإخباري."""
    sure = stem in group("outlets", "sure")
    if not sure and stem not in group("outlets", "loose"):
        return None
    first = i + 1
    if page.words[first].key in ("انباء", "الانباء"):
        first += 1
    if not page.next_to(first) or not page.next_to(i + 1):
        return None
    last, shown = _press_name(page, first)
    if last < first or not (shown or (sure and _calls(page, first))):
        return None
    whole = stem in group("outlets", "whole")
    if stem == "شبكه" and page.words[last].key not in group("outlets", "phrase_tails"):
        whole = False
    return page.span(i if whole else first, last, "ORG")


def _press_name(page: Phrases, first: int) -> tuple[int, bool]:
    """Where a name of the press that begins at ``first`` ends, and whether a word of the press shows it."""
    tails, describing = group("outlets", "tails"), group("outlets", "describing")
    not_names = group("outlets", "not_names") | words_of("not_describing")
    last = first - 1
    while last + 1 < len(page.words) and last - first < 3 and page.next_to(last + 1):
        word = page.words[last + 1].key
        ahead = page.words[last + 2].key if page.next_to(last + 2) else ""
        if word in tails and last >= first:
            return last + 1, True
        if word in describing:
            return last, last >= first
        definite = word.startswith("ال") and not word.endswith("يه") and len(word) > 4
        if word in not_names or verb_like(word) or word in words_of("particles"):
            break
        if ahead in tails | describing:
            last += 1
            continue
        if not (definite or page.namely(last + 1)):
            break
        if definite and last >= first and not word.endswith(("يد", "ي", "ط", "ث")):
            break
        last += 1
    return last, False


def _calls(page: Phrases, first: int) -> bool:
    """Whether the first word behind a sure kind is a name's, not a description (صحيفة محلية)."""
    word = page.words[first].key
    if first in page.firm or (word,) in adjectives():
        return False
    return page.namely(first) or (word.startswith("ال") and not word.endswith(("يه", "يين")))


def _topic(page: Phrases, i: int, stem: str) -> Span | None:
    """لجنة الشؤون الخارجية, مكتب تنسيق الشؤون الإنسانية, هيئة الأرصاد الجوية الأمريكية."""
    if stem not in group("topics", "heads") or not page.next_to(i + 1):
        return None
    at, word = i + 1, page.words[i + 1].key
    if word in group("topics", "governing"):
        if not page.next_to(at + 1):
            return None
        second = page.words[at + 1].key
        if second in group("topics", "governing") and page.next_to(at + 2):
            at, second = at + 1, page.words[at + 2].key
        inner = page.firm.get(at + 1)
        if inner is not None and inner.first == at + 1 and inner.type in ("GPE", "LOC"):
            return page.span(i, inner.last, "ORG") if not inner.prefix else None
        if second not in group("topics", "governed") | group("topics", "definite"):
            return None
        at += 1
    elif word not in group("topics", "definite"):
        return None
    last, described = at, at > i + 1
    while last + 1 < len(page.words) and last - i < _LONGEST and page.next_to(last + 1):
        word = page.words[last + 1].key
        if not _agrees(word):
            break
        described = True
        last += 1
    return page.span(i, last, "ORG") if described else None


def _agrees(word: str) -> bool:
    """Whether a word behind a field's name is an adjective of it, or a further field joined by و."""
    if word in group("topics", "further"):
        return True
    if word in words_of("not_describing") or word in words_of("office_heads"):
        return False
    return word.startswith(("ال", "وال")) and word.endswith(("يه", "ي")) and len(word) > 5


def _party(page: Phrases, i: int, stem: str) -> Span | None:
    """حزب العدالة والتنمية, حزب الشعب الجمهوري."""
    if stem not in group("parties", "heads") or not page.next_to(i + 1):
        return None
    word = page.words[i + 1].key
    if word in group("parties", "not_names") or word in words_of("not_describing"):
        return None
    inner = page.firm.get(i + 1)
    if not word.startswith("ال") or (word,) in adjectives() or (inner and inner.first != i):
        return None
    last = i + 1
    while last + 1 < len(page.words) and last - i < 3 and page.next_to(last + 1):
        word = page.words[last + 1].key
        adjective = word.startswith("ال") and word.endswith(("ي", "يه")) and len(word) > 5
        barred = word in group("parties", "not_names") or (word,) in adjectives()
        people = words_of("office_heads") | words_of("not_describing")
        barred = barred or word in people or word.removeprefix("و") in people
        if barred or not (adjective or word.startswith("وال")):
            break
        last += 1
    return page.span(i, last, "ORG")


def _academy(page: Phrases, i: int, stem: str) -> Span | None:
    """جامعة NAME, بنك NAME: a name found, or a word that can be one."""
    if stem not in group("academies", "heads") or not page.next_to(i + 1):
        return None
    inner = page.firm.get(i + 1)
    if inner is not None and inner.first == i + 1 and not inner.prefix:
        last = inner.last
        if page.next_to(last + 1) and page.words[last + 1].key in group("academies", "further"):
            last += 1
        return page.span(i, last, "ORG")
    word = page.words[i + 1].key
    rare = page.namely(i + 1) and not word.endswith("ه")
    if word in group("academies", "not_names") or not rare or verb_like(word):
        return None
    return page.span(i, i + 1, "ORG")


def _institute(page: Phrases, i: int, stem: str) -> Span | None:
    """معهد NAME للدراسات الدولية: a foreign word and a field behind it."""
    at = i + 1
    if stem not in group("institutes", "heads") or not page.next_to(at) or not page.next_to(at + 1):
        return None
    named = page.namely(at) and frequency(page.words[at].key) < _RARELY
    tail = at + 1
    if not named or page.words[tail].key not in group("institutes", "fields"):
        return None
    described = page.next_to(tail + 1) and _agrees(page.words[tail + 1].key)
    return page.span(i, tail + described, "ORG")


def _firm(page: Phrases, i: int, stem: str) -> Span | None:
    """شركة NAME: up to three foreign words that news hardly has, or Latin ones."""
    if stem not in group("firms", "heads"):
        return None
    last = i
    while last + 1 < len(page.words) and last - i < _FIRM_WORDS and page.next_to(last + 1):
        word = page.words[last + 1].key
        latin = word.isascii() and page.namely(last + 1)
        rare = frequency(word) < _RARELY and page.namely(last + 1) and _firm_word(word)
        guess = page.firm.get(last + 1)
        if guess is not None and last > i and guess.origin == "tagger" and guess.type == "ORG":
            last = guess.last if not guess.prefix else last  # شركة فلاين | أتلانتيك للطيران
            break
        if guess is not None or not (latin or rare):
            break
        last += 1
    return page.span(i + 1, last, "ORG") if last > i else None


def _firm_word(word: str) -> bool:
    if len(word) < _LEAST_LETTERS or word in group("firms", "not_names"):
        return False
    if word.startswith("ال") or word.endswith(("ات", "ين", "ون", "ها", "هم")):
        return False
    if word[0] in "كلبفو" and frequency(word[1:]) > _RARE:
        return False
    return not proclitic(word, after_name=True)[0] and not frequency("ال" + word)


def _nature(page: Phrases, i: int, stem: str) -> Span | None:
    """جبل NAME, تلال NAME: the word for what it is belongs to the name."""
    if stem not in group("nature", "heads") or not page.next_to(i + 1):
        return None
    word = page.words[i + 1].key
    inner = page.firm.get(i + 1)
    if inner is not None and inner.first == i + 1 and not inner.prefix:
        return page.span(i, inner.last, "LOC") if inner.type != "ORG" else None
    if word in group("nature", "not_names") or (word,) in adjectives() or verb_like(word):
        return None
    named = word.startswith("ال") and not word.endswith(("يه", "ي")) and frequency(word) < _SELDOM
    unseen = frequency(word) < _UNSEEN and page.namely(i + 1) and not word.endswith("ه")
    return page.span(i, i + 1, "LOC") if named or unseen else None


def _facility(page: Phrases, i: int, stem: str) -> Span | None:
    """برج NAME, جسر NAME: a name found, or a foreign word that news hardly has."""
    if not page.next_to(i + 1):
        return None
    inner = page.firm.get(i + 1)
    if inner is not None:
        return _built(page, i, inner) if stem in group("facilities", "named") else None
    if stem not in group("facilities", "heads"):
        return None
    word = page.words[i + 1].key
    fits = frequency(word) < _RARELY and page.namely(i + 1) and _foreign(word)
    return page.span(i, i + 1, "FAC") if fits and len(word) > 3 else None


def _built(page: Phrases, i: int, inner: Span) -> Span | None:
    """مطار [PLACE] الدولي, سجن [PLACE]: the word, the name behind it, and what sort it is."""
    if inner.first != i + 1 or inner.prefix or inner.type not in ("GPE", "LOC", "PER"):
        return None
    last = inner.last
    if page.next_to(last + 1) and page.words[last + 1].key in group("facilities", "further"):
        last += 1
    return page.span(i, last, "FAC")


def _foreign(word: str) -> bool:
    """Whether news has a word in one form only: a noun or an adjective has the article and a feminine."""
    if word.endswith(("ها", "هم", "ين", "ون", "ات", "ه")) or word.startswith("ال"):
        return False
    if proclitic(word, after_name=True)[0] or not word.isalpha():
        return False
    others = ("ال" + word, "لل" + word, word + "ه", word + "ا")
    return frequency(word) > 0 and not any(frequency(w) for w in others)


def _place(page: Phrases, i: int, stem: str) -> Span | None:
    """منطقة NAME: a word that news hardly has, behind the word for a town or a district."""
    if stem not in group("settled", "heads") or not page.next_to(i + 1):
        return None
    inner = page.firm.get(i + 1)
    if inner is not None:
        known = inner.type != "GPE" or inner.last > i + 1 or inner.prefix
        return None if known or stem not in group("settled", "pairs") else inner
    fits = _place_word(page, i + 1, sure=stem in group("settled", "sure"))
    return page.span(i + 1, i + 1, "GPE") if fits else None


def _place_word(page: Phrases, at: int, *, sure: bool) -> bool:
    """Whether the word behind a place's head is its name."""
    word = page.words[at].key
    if word in group("settled", "not_names") or len(word) < _LEAST_LETTERS:
        return False
    if word.removeprefix("و") in words_of("place_heads"):
        return False
    if sure and word.startswith("ال") and len(word) > 4:
        barred = word.endswith(("ات", "ين", "ون")) or (word,) in adjectives()
        return not barred and frequency(word) < _RARE and frequency(word[2:]) < _BASE
    if sure and frequency(word) < _RARELY and page.namely(at):
        mine = word.endswith("ه") and not frequency("ال" + word)
        if mine or _foreign(word):
            return True
    feminine = word.endswith("ه") and frequency(word) > 0
    return frequency(word) < _UNSEEN and page.namely(at) and not feminine


def _second(page: Phrases, found: Span) -> Span | None:
    """The other place behind a dual (مديريتي X و[Y])."""
    at = found.last + 1
    heads = {s.stem for s in splits(page.words[found.first - 1].key)} if found.first else set()
    if not page.next_to(at) or at in page.firm or heads.isdisjoint(group("settled", "pairs")):
        return None
    word = page.words[at]
    if word.key[0] != "و" or not len(word.key) > 3 or frequency(word.key[1:]) > _RARE:
        return None
    span = page.span(at, at, "GPE")
    return replace(span, start=word.start + skip(word.text, 1), prefix="و")


_RULES: tuple[Callable[[Phrases, int, str], Span | None], ...] = (
    _in_marks, _outlet, _topic, _party, _academy, _institute, _firm, _nature, _facility, _place,
)  # fmt: skip


def with_organisations(
    text: str, words: Sequence[Token], spans: list[Span], heads: Sequence[int]
) -> list[Span]:
    """The spans of a block with the names behind ``heads`` (numbers of words), longer ones before shorter."""
    if not heads:
        return spans
    page = Phrases(text, words, spans)
    made: list[Span] = []
    taken = -1
    for i in heads:
        found = page.at(i) if i > taken else None
        if found is None:
            continue
        rivals = {page.firm[k] for k in range(found.first, found.last + 1) if k in page.firm}
        if not any(_stands(rival, found) for rival in rivals):
            made.append(found)
            taken = found.last
        second = _second(page, found) if found.type == "GPE" else None
        if second is not None:
            made.append(second)
            taken = second.last
    if not made:
        return spans
    covered = {k for s in made for k in range(s.first, s.last + 1)}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *made], key=lambda s: s.start)


def _keeps(span: Span, i: int) -> bool:
    """Whether a name found at a head is left as it is: longer than the head, and not the tagger's guess."""
    return span.last > i and span.origin != "tagger"


def _stands(rival: Span, found: Span) -> bool:
    """Whether a name found before keeps its place: known, or reaching beyond the new one."""
    inside = found.first <= rival.first and rival.last <= found.last
    same = rival.first == found.first and rival.last == found.last
    if same:
        return True
    if not inside:
        guess = rival.origin == "tagger" and rival.type == "ORG" and rival.first == found.first
        return not (guess and rival.score < _GUESS)
    return rival.type == "ORG" and rival.last == found.last and bool(rival.candidates)


__all__ = ["Phrases", "head_words", "with_organisations"]
