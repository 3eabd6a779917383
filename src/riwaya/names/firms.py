"""Firms by the word before or behind their names, and bodies called by letters (شركة NAME, NAME غروب, إيه آر دي)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.gazetteer import joined, skip, splits
from riwaya.names.headed import Phrases, group
from riwaya.names.lexicon import frequency, name_parts
from riwaya.names.match import Span
from riwaya.names.merge import proclitic

_RARE = 150
"""A word oftener than this in the news sample is a common one behind a proclitic."""

_RARELY, _LEAST_LETTERS = 80, 3
"""Bounds for a firm's words: how often news has them, and the fewest letters."""

_FIRM_WORDS = 3


def firm(page: Phrases, i: int, stem: str) -> Span | None:
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


def tailed(page: Phrases, i: int, stem: str) -> Span | None:
    """بوسطن كونسلتينغ [غروب], دبي [مول]: a firm by its last word, with foreign words or a name before it."""
    malls = group("firms", "malls")
    if stem not in group("firms", "tails") | malls or stem != page.words[i].key:
        return None
    first = i
    while first > 0 and i - first < _FIRM_WORDS and page.next_to(first):
        before = page.firm.get(first - 1)
        key = page.words[first - 1].key
        if before is not None:
            whole = before.last == first - 1 and i - before.first <= _FIRM_WORDS
            first = before.first if whole else first
            break
        link = key in group("firms", "links")
        rare = frequency(key) < _RARELY and page.namely(first - 1) and not key.startswith("ال")
        if not (link or rare):
            break
        first -= 1
    if first == i:
        return None
    made = page.span(first, i, "FAC" if stem in malls else "ORG")
    opening = page.firm.get(first)
    prefix = opening.prefix if opening else proclitic(page.words[first].key, after_name=False)[0]
    start = page.words[first].start + skip(page.words[first].text, len(prefix))
    return replace(made, start=start, prefix=prefix)


def named_for(page: Phrases, i: int, stem: str) -> Span | None:
    """مؤسسة [SOMEBODY], with what it does behind it."""
    somebody = page.name_behind(i, "PER") if stem in group("named_for", "heads") else None
    if somebody is None:
        return None
    last = somebody.last
    if page.next_to(last + 1) and page.words[last + 1].key in group("firms", "trades"):
        last += 1
    return page.span(i, last, "ORG")


_CLOSING = (")", '"', "»", "”")


def styled(page: Phrases, i: int, stem: str) -> Span | None:
    """جامعة الملك [NAME], مستشفى الأمير [NAME]: called by somebody with his style, with what sort it is behind."""
    built = stem in group("named_for", "built")
    if not built and stem not in group("named_for", "founded"):
        return None
    if not page.next_to(i + 1) or page.words[i + 1].key not in group("named_for", "styles"):
        return None
    inner = page.firm.get(i + 2) if page.next_to(i + 2) else None
    if inner is not None and inner.origin == "tagger" and inner.first == i + 1:
        inner = inner if inner.type != "ORG" else replace(inner, type="PER")  # مستشفى | الملك فيصل
    if inner is not None and (inner.type != "PER" or inner.prefix or inner.first <= i):
        return None
    given = page.next_to(i + 2) and "given" in name_parts().get(page.words[i + 2].key, ())
    if inner is None and not given:
        return None
    last, behind = inner.last if inner else i + 2, group("facilities", "further")
    behind |= group("firms", "trades") | group("institutes", "fields")
    if page.next_to(last + 1) and page.words[last + 1].key in behind:
        last += 1
        last += page.next_to(last + 1) and page.words[last + 1].key in _FIELDS
    return page.span(i, last, "FAC" if built else "ORG")


_FIELDS = frozenset(("والتكنولوجيا", "والتقنيه"))
_SPELT = 3
"""Letters' names in a row that are an abbreviation."""


def with_acronyms(text: str, words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """The spans of a block and the bodies called by three or more foreign letters (إيه آر دي), which no table has."""
    letters, sure = group("acronyms", "letters"), group("acronyms", "sure")
    if sum(w.key in sure for w in words) < _SPELT - 1:
        return spans
    taken = {i for s in spans if not s.weak and s.candidates for i in range(s.first, s.last + 1)}
    made: list[Span] = []
    covered: set[int] = set()
    i = 0
    while i < len(words):
        width = _letter(words[i].key, letters - group("acronyms", "words"))
        last = i
        while (
            width is not None
            and last + 1 < len(words)
            and words[last + 1].key in letters
            and joined(text, words[last], words[last + 1])
        ):
            last += 1
        common = group("acronyms", "words")
        while last - i >= _SPELT and words[last].key in common and words[last - 1].key != "ان":
            if text[words[last - 1].end] == "." or text[words[last].end :][:1] in _CLOSING:
                break  # (أيه.بي.أل.في)
            last -= 1  # آي دي سي | إن
        run = words[i : last + 1]
        spelt = width is not None and len(run) >= _SPELT and sum(w.key in sure for w in run) > 1
        if spelt and taken.isdisjoint(range(i, last + 1)):
            covered.update(range(i, last + 1))
            if "_".join(w.key for w in run) not in group("acronyms", "things"):
                start = words[i].start + skip(words[i].text, width or 0)
                made.append(Span(i, last, start, words[last].end, "ORG", (), "pattern", score=0.8))
        i = last + 1
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *made], key=lambda s: s.start)


def _letter(key: str, letters: frozenset[str]) -> int | None:
    """The width of the proclitics before the name of a letter; None where a word is none."""
    if key in letters:
        return 0
    return next((s.width for s in splits(key) if s.prefix and s.stem in letters), None)


__all__ = ["firm", "named_for", "styled", "tailed", "with_acronyms"]
