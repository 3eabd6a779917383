"""Bodies and places that no table knows, by the word for what they are (صحيفة, لجنة, حزب, جبل).

Each rule reads one construct phrase and says how far the name in it reaches; nothing is believed
without such a head, and a head alone names nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.model import MentionType
from riwaya.names.called import event, team, tribe
from riwaya.names.firms import firm, named_for, styled, tailed
from riwaya.names.gazetteer import skip, splits
from riwaya.names.grounds import facility, nature, place, saint, second, shrine
from riwaya.names.headed import OPENING, Phrases, group, head_words
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.match import Span
from riwaya.names.merge import verb_like
from riwaya.names.nationality import adjectives
from riwaya.names.state_bodies import chamber, court, ministry

_GUESS = 0.75
"""The tagger's longer reading of a body gives way to a pattern's where it is less sure than this."""

_RARELY = 80
"""A word rarer than this in the news sample may be a foreign one."""

_LONGEST = 6
_FIELDS = frozenset(("والتكنولوجيا", "والتقنيه"))


def _in_marks(page: Phrases, i: int, stem: str) -> Span | None:
    """شركة "…": up to five words in marks behind a head."""
    kinds: tuple[tuple[str, MentionType], ...] = (
        ("organisations", "ORG"), ("facilities", "FAC"), ("places", "GPE"),
    )  # fmt: skip
    kind = next((k for name, k in kinds if stem in group("marks", name)), None)
    first = i + 1
    if stem in ("وكاله",) and page.words[first].key in ("انباء", "الانباء"):
        first += 1
    region = kind == "GPE" and page.words[i + 1].key.endswith("يه")  # منطقة "مدنية"
    if kind is None or first >= len(page.words) or region:
        return None
    last = page.in_marks(first)
    return page.span(first, last, kind) if last is not None else None


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
    state = page.firm.get(first)
    agency = first > i + 1  # وكالة أنباء البحرين
    if (
        (agency or stem in group("outlets", "national"))
        and state is not None
        and state.type == "GPE"
    ):
        return page.span(i, state.last, "ORG") if not state.prefix else None  # إذاعة البحرين
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
        if last >= first and word not in tails | describing and page.ends_a_tag(last):
            break  # #صحيفة_المدى | فلان
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
    if page.words[first].text.endswith("ة") and not word.startswith("ال"):
        return False  # مجلة مخصصة لكذا
    if word[0] == "ل" and frequency(word[1:]) > frequency(word):
        return False  # وكالة لاستقدام العمال
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
    return page.span(i, last, "ORG") if described and not _names_behind(page, last) else None


def _names_behind(page: Phrases, last: int) -> bool:
    """Whether a body's own name stands behind what it is, and this names nothing (وكالة التصنيف الائتماني | NAME)."""
    at = last + 1
    if at >= len(page.words) or page.words[last].key.endswith("يه"):
        return False
    gap = page.text[page.words[last].end : page.words[at].start].strip()
    inner = page.firm.get(at)
    own = inner is not None and inner.type == "ORG" and inner.first == at and not inner.prefix
    return own if not gap else gap in OPENING


def _agrees(word: str) -> bool:
    """Whether a word behind a field's name is an adjective of it, or a further field joined by و."""
    if word in group("topics", "further"):
        return True
    person = word in words_of("office_heads") and not word.endswith("يه")
    if word in words_of("not_describing") or person:
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
        plural = (
            word.startswith("ال") and word.endswith("ين") and page.words[last].key.endswith("ين")
        )
        adjective = adjective or plural  # حزب الديمقراطيين الاجتماعيين
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
    guess = inner is not None and inner.first == i and inner.origin == "tagger"
    if inner is not None and (guess or (inner.first == i + 1 and not inner.prefix)):
        return page.span(i, _with_fields(page, inner.last), "ORG")
    word = page.words[i + 1].key
    rare = page.namely(i + 1) and not word.endswith("ه")
    described = word.endswith("ي") and (frequency("ال" + word) or frequency(word + "ه"))
    described = described or (frequency(word + "ه") and frequency(word + "ين"))  # مصرف ضالع في كذا
    if described or word in group("academies", "not_names") or not rare or verb_like(word):
        return None
    return page.span(i, _with_fields(page, i + 1), "ORG")


def _with_fields(page: Phrases, last: int) -> int:
    """The last word of a university's or bank's name, with what sort it is and its fields (للعلوم والتكنولوجيا)."""
    further = group("academies", "further") | group("institutes", "fields")
    if not page.next_to(last + 1) or page.words[last + 1].key not in further:
        return last
    last += 1
    return last + (page.next_to(last + 1) and page.words[last + 1].key in _FIELDS)


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


def _festival(page: Phrases, i: int, stem: str) -> Span | None:
    """مهرجان NAME السينمائي: an event's name that a word for its sort ends."""
    if stem not in group("festivals", "heads"):
        return None
    tails = group("festivals", "tails")
    for last in range(i + 1, min(i + 5, len(page.words))):
        key = page.words[last].key
        if not page.next_to(last) or (verb_like(key) and key not in tails):
            return None
        if key in tails and last > i + 1:
            more = page.next_to(last + 1) and page.words[last + 1].key in group("festivals", "more")
            return page.span(i, last + more, "EVENT")
    return None


def _national(page: Phrases, i: int, stem: str) -> Span | None:
    """رابطة القلب الأميركية: a head, one to three definite words, and a nationality."""
    if stem not in group("national", "heads"):
        return None
    barred = group("national", "not_names") | words_of("not_describing")
    for at in range(i + 1, min(i + 5, len(page.words))):
        key = page.words[at].key
        if not page.next_to(at) or key in barred or not key.startswith(("ال", "وال")):
            return None
        read = adjectives().get((key,))
        if read is not None and read.definite:
            return page.span(i, at, "ORG") if at > i + 1 else None
    return None


def _defined(page: Phrases, i: int, stem: str) -> Span | None:
    """الهيئة العامة للاستثمار, المفوضية العليا المستقلة للانتخابات: a definite head, its adjectives, ل and a field."""
    described = group("topics", "adjectives")
    if stem not in group("topics", "defined"):
        return None
    at = i + 1
    while page.next_to(at) and page.words[at].key in described and at - i < 3:
        at += 1
    if at == i + 1 or not page.next_to(at) or at in page.firm:
        return None
    word = page.words[at].key
    field = word.startswith("لل") and len(word) > 4 and word not in group("topics", "not_fields")
    if word in group("topics", "fields_of"):
        at += 1
        field = page.next_to(at) and page.words[at].key.startswith("ال")
    if not field:
        return None
    after = page.words[at + 1].key if page.next_to(at + 1) else ""
    at += after != "العام" and _agrees(after)  # للاستثمار | العام المقبل
    return page.span(i, at, "ORG")


_RULES: tuple[Callable[[Phrases, int, str], Span | None], ...] = (
    _in_marks, event, tribe, team, _outlet, _topic, _party, _academy, _institute, firm, nature, facility, place,
    saint, shrine, tailed, court, chamber, ministry, _defined, _festival, _national, named_for, styled,
)  # fmt: skip


def _longest(page: Phrases, i: int) -> Span | None:
    """The longest name whose head is word ``i``."""
    if i + 1 >= len(page.words) or (i in page.firm and _keeps(page.firm[i], i)):
        return None
    found: Span | None = None
    for reading in splits(page.words[i].key):
        likened = "ك" in reading.prefix and frequency(page.words[i].key) > 0  # كتل
        if reading.stem not in head_words() or likened:
            continue
        for rule in _RULES:
            made = rule(page, i, reading.stem)
            if made is not None and (found is None or made.last > found.last):
                whole = made.first == i
                start = page.words[i].start + skip(page.words[i].text, reading.width)
                found = replace(made, start=start, prefix=reading.prefix) if whole else made
    return found


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
        found = _longest(page, i) if i > taken else None
        if found is None:
            continue
        rivals = {page.firm[k] for k in range(found.first, found.last + 1) if k in page.firm}
        if not any(_stands(rival, found) for rival in rivals):
            made.append(found)
            taken = found.last
        other = second(page, found) if found.type == "GPE" else None
        if other is not None:
            made.append(other)
            taken = other.last
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
        return rival.type != "PER" or rival.origin != "tagger" or bool(rival.candidates)
    if not inside:
        guess = rival.origin == "tagger" and rival.type == "ORG" and rival.first == found.first
        return not (guess and rival.score < _GUESS)
    return rival.type == "ORG" and rival.last == found.last and bool(rival.candidates)


__all__ = ["with_organisations"]
