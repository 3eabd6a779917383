"""What a page says of itself that cannot both be true, with both places and a plain sentence.

Few and certain, for a wrong warning costs more than a missed one:

- a headline counts the dead, hurt or held otherwise than the lead, which tells the same event;
- a sentence stands twice on the page, with another number of the same thing, or another weekday;
- a person is given two ages;
- somebody is told to have affirmed and to have denied the same thing.

Not told: estimates and ranges, parts of a whole, tolls that rise, and whatever a sum explains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from riwaya.arabic import tokens
from riwaya.arabic.folding import fold_key
from riwaya.arabic.numerals import read_number
from riwaya.contacts.lexicon import table
from riwaya.model import Found, Page, PageWarning, Quantity, Span, Statement, Time
from riwaya.statements.headline import keys_of, share_of
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.times.names import WEEKDAYS_AR, WEEKDAYS_EN

SAME_EVENT = 0.5
"""The share of a headline's words that the lead must have to tell the same event."""
SAME_SENTENCE = 0.8
"""The share of words, both ways, that makes one sentence a repetition of another."""
SAME_CLAIM = 0.85
FEWEST = 6
"""Words that a sentence must have to be known again."""
MOST_SENTENCES = 60
"""Sentences of a page that are compared with one another."""
_TOLLS = frozenset({"dead", "injured", "arrested"})
_SENTENCE = re.compile(r"[^.!?؟\n]+(?:\.(?=\d)[^.!?؟\n]+)*")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_AGE = re.compile(
    r"\s?[(،]\s?(\d{1,3})\s(?:عاما|عاماً|سنة)\s?[)،]|،?\s(?:البالغة?|البالغ)\sمن\sالعمر\s(\d{1,3})\s"
)
"""An age right behind a person's name; the number in one of two groups."""
_AGED = re.compile(r"\sعن\s(?:عمر\s)?(?:ناهز\s|يناهز\s)?(\d{1,3})\s(?:عاما|عاماً|سنة)")
"""The age at which somebody died."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    keys: frozenset[str]
    """Its words; none where it has neither a number nor a day, as it can contradict nothing."""
    quantities: tuple[Quantity, ...]
    days: tuple[Time, ...]


def check_contradictions(page: Page, found: Found) -> list[PageWarning]:
    """The contradictions of a page with itself, in the order of the list above."""
    every = list(_sentences(page, found))
    out = [*_headline(page, found, every)]
    out += _repeated(page, every)
    out += _ages(page, found)
    out += _denied(page, found.statements)
    return out


def _warning(one: Span, other: Span, message: str, message_ar: str) -> PageWarning:
    return PageWarning(
        kind="self_contradiction", spans=(one, other), message=message, message_ar=message_ar
    )


def _sentences(page: Page, found: Found) -> Iterator[_Sentence]:
    """The sentences of the body with what they count and the days they name."""
    told = 0
    for block in found.body():
        for match in _SENTENCE.finditer(page.text, block.start, block.end):
            start, end = match.span()
            if told >= MOST_SENTENCES:
                return
            told += 1
            quantities = tuple(q for q in found.quantities if start <= q.start < end)
            days = tuple(t for t in found.times if start <= t.start < end)
            plain = _NUMBER.sub(" ", page.text[start:end]) if quantities or days else ""
            yield _Sentence((start, end), keys_of(plain, [(0, len(plain))]), quantities, days)


def _words(page: Page, span: Span) -> str:
    return " ".join(page.text[slice(*span)].split())


def _of(quantity: Quantity) -> Span:
    return quantity.start, quantity.end


def _exact(quantity: Quantity) -> bool:
    return quantity.hedge == "exact" and not isinstance(quantity.value, tuple)


def _part(page: Page, quantity: Quantity) -> bool:
    """Whether a number is a part of another (بينهم 3), or one of a toll that changes."""
    before = map(fold_key, page.text[max(0, quantity.start - 30) : quantity.start].split())
    return not _markers("part").isdisjoint(before)


@cache
def _markers(name: str) -> frozenset[str]:
    return frozenset(map(fold_key, table("quantities")["contradictions"][name].split()))


def _sums(values: Sequence[float]) -> set[float]:
    """What two or three of some values make together."""
    few = list(values)[:16]
    return {sum(c) for size in (2, 3) for c in combinations(few, size)}


def _numbers(page: Page, span: Span) -> set[float]:
    """Every number there, in digits or words, whatever it counts."""
    toks = tokens(page.text[slice(*span)])
    reads = (read_number(toks, at) for at in range(len(toks)))
    return {float(read.value) for read in reads if read is not None}


def _headline(page: Page, found: Found, every: Sequence[_Sentence]) -> Iterator[PageWarning]:
    """The headline's toll against that of the lead."""
    title = next((b for b in found.blocks if b.role == "title"), None)
    inside = [s for s in every if title is not None and s.span[0] < title.end]
    lead = next((s for s in every if title is not None and s.span[0] >= title.end), None)
    if (
        title is None
        or lead is None
        or len(inside) != 1
        or _changing(page, (title.start, lead.span[1]))
    ):
        return
    said = keys_of(page.text, [(title.start, title.end)])
    if not said or len(said & lead.keys) / len(said) < SAME_EVENT:
        return
    body = [q for q in found.quantities if q.start >= title.end]
    numbers = {float(q.value) for q in body if not isinstance(q.value, tuple)}
    numbers |= _numbers(page, (title.end, lead.span[1]))
    written = set(_NUMBER.findall(page.text[title.end :]))
    for kind in sorted(_TOLLS):
        heads = [q for q in inside[0].quantities if q.of == kind]
        leads = [q for q in lead.quantities if q.of == kind]
        if len(heads) != 1 or len(leads) != 1 or not (_exact(heads[0]) and _exact(leads[0])):
            continue
        one, other = heads[0], leads[0]
        assert not isinstance(one.value, tuple)
        assert not isinstance(other.value, tuple)
        rest = [other.value, *numbers - {other.value}]  # 26 passengers and a crew of 6
        explained = one.value in numbers | _sums(rest) or f"{one.value:g}" in written
        if one.value != other.value and not explained and not _part(page, other):
            yield _differ(page, _of(one), _of(other))


def _changing(page: Page, span: Span) -> bool:
    """Whether a toll is told to have risen, or an earlier one is named."""
    words = map(fold_key, page.text[slice(*span)].split())
    return any(word.startswith(tuple(_markers("changing"))) for word in words)


def _differ(page: Page, one: Span, other: Span) -> PageWarning:
    a, b = _words(page, one), _words(page, other)
    return _warning(
        one, other,
        f"The page gives “{a}” in one place and “{b}” in another for the same thing.",
        f"تذكر الصفحة «{a}» في موضع و«{b}» في موضع آخر للأمر نفسه.",
    )  # fmt: skip


def _repeated(page: Page, every: Sequence[_Sentence]) -> Iterator[PageWarning]:
    """A sentence told twice, with another number or another day."""
    one_each = (s for s in every if len(s.quantities) == 1 or len(s.days) == 1)
    long = [s for s in one_each if len(s.keys) >= FEWEST]
    for one, other in combinations(long, 2):
        both = min(share_of(one.keys, other.keys), share_of(other.keys, one.keys))
        if both < SAME_SENTENCE:
            continue
        if (numbers := _one_number(page, one, other)) is not None:
            yield _differ(page, *numbers)
        elif (days := _one_day(one, other)) is not None:
            first, second = days
            a, b = (int(_WEEKDAY.fullmatch(t.value)[1]) for t in days)  # type: ignore[index]
            yield _warning(
                (first.start, first.end), (second.start, second.end),
                f"The page tells the same of {WEEKDAYS_EN[a]} in one place and of {WEEKDAYS_EN[b]} in another.",
                f"تروي الصفحة الأمر نفسه في موضع على أنه {WEEKDAYS_AR[a]} وفي آخر على أنه {WEEKDAYS_AR[b]}.",
            )  # fmt: skip


def _one_number(page: Page, one: _Sentence, other: _Sentence) -> tuple[Span, Span] | None:
    """The number that differs between two tellings, where each counts one thing and it is the same."""
    if len(one.quantities) != 1 or len(other.quantities) != 1:
        return None
    a, b = one.quantities[0], other.quantities[0]
    same = (a.unit, a.of) == (b.unit, b.of) and _exact(a) and _exact(b)
    whole = not (_part(page, a) or _part(page, b))
    return (_of(a), _of(b)) if same and whole and a.value != b.value else None


def _one_day(one: _Sentence, other: _Sentence) -> tuple[Time, Time] | None:
    """The weekday that differs between two tellings, where each names one day and no other time."""
    if len(one.days) != 1 or len(other.days) != 1:
        return None
    a, b = one.days[0], other.days[0]
    named = _WEEKDAY.fullmatch(a.value) and _WEEKDAY.fullmatch(b.value)
    return (a, b) if named and a.value != b.value else None


def _ages(page: Page, found: Found) -> Iterator[PageWarning]:
    """A person of two ages."""
    told: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for mention in found.mentions:
        if mention.type != "PER" or mention.kind != "name" or " " not in mention.text:
            continue  # a surname alone may be his mother's
        before = page.text[max(0, mention.start - 20) : mention.start].split()[-1:]
        if before and fold_key(before[0]) in _kin():
            continue  # زوجة فلان، البالغة من العمر كذا
        match = _AGE.match(page.text, mention.end)
        if match is not None:
            group = 1 if match[1] else 2
            told[fold_key(mention.text)].append((int(match[group]), match.span(group)))
        if (aged := _aged(page, mention.end)) is not None:
            told[fold_key(mention.text)].append(aged)
    for key, ages in sorted(told.items()):
        first = ages[0]
        other = next((age for age in ages if age[0] != first[0]), None)
        if other is None:
            continue
        name = next(m.text for m in found.mentions if fold_key(m.text) == key)
        yield _warning(
            first[1], other[1],
            f"The page gives {name} the age of {first[0]} in one place and of {other[0]} in another.",
            f"تجعل الصفحة عمر {name} {first[0]} في موضع و{other[0]} في موضع آخر.",
        )  # fmt: skip


@cache
def _kin() -> frozenset[str]:
    """Nouns whose bearer an age behind another's name may be: his wife's, his lawyer's."""
    kin = {noun for noun, role in speaker_nouns().roles.items() if role == "relative"}
    return frozenset(kin | words("phrases.of_somebody"))


def _aged(page: Page, end: int) -> tuple[int, Span] | None:
    """The age at which he died whose name ends at ``end``, where his death is told in that sentence."""
    begin = max(page.text.rfind(mark, 0, end) for mark in ("\n", ". "))
    stop = min(
        (i for mark in ("\n", ". ") if (i := page.text.find(mark, end)) > 0), default=len(page.text)
    )
    match = _AGED.search(page.text, end, min(stop, end + 90))
    died = not _markers("died").isdisjoint(map(fold_key, page.text[begin + 1 : end].split()))
    return (int(match[1]), match.span(1)) if match is not None and died else None


def _denied(page: Page, statements: Sequence[Statement]) -> Iterator[PageWarning]:
    """Somebody who affirmed and denied the same thing, by his own words both times."""
    own = [s for s in statements if s.voice == "own" and s.speaker is not None and s.content]
    denied = [s for s in own if s.polarity == "denied"]
    for no in denied:
        keys = keys_of(page.text, no.content)
        for yes in own:
            same = yes.polarity == "affirmed" and yes.act in ("assert", "announce")
            if not same or yes.speaker is None or no.speaker is None or len(keys) < FEWEST:
                continue
            words = keys_of(page.text, yes.content)
            alike = words and min(share_of(keys, words), share_of(words, keys)) >= SAME_CLAIM
            if alike and yes.speaker.key == no.speaker.key and not _earlier(page, yes, no):
                who = no.speaker.name or no.speaker.key
                yield _warning(
                    (yes.content[0][0], yes.content[-1][1]), (no.content[0][0], no.content[-1][1]),
                    f"The page has {who} affirm and deny the same thing.",
                    f"تنسب الصفحة إلى {who} تأكيد الأمر نفسه ونفيه.",
                )  # fmt: skip


def _earlier(page: Page, *statements: Statement) -> bool:
    """Whether one of the two was said at another time, or taken back, or its content is negated."""
    for statement in statements:
        start = statement.cue[0] if statement.cue else statement.content[0][0]
        begin = max(page.text.rfind(mark, 0, start) for mark in ("\n", ". "))
        around = page.text[begin + 1 : statement.content[-1][1]]
        if not _markers("earlier").isdisjoint(map(fold_key, around.split())):
            return True
    return False
